"""What one click stamps of a member, and what it asks first."""

from functools import partial

from reviewer_app.domain.person import Actor
from reviewer_app.queries.session_desk import DeskRow
from reviewer_app.workflow.room import leave_room, mark_arrival, mark_departure, return_to_room
from ui.desk import Desk
from ui.screens.session.room.deeds import RoomDeeds, actor_of
from ui.screens.session.room.member_row import MemberDeed, MemberWish


def do_about_member(desk: Desk, deeds: RoomDeeds, wish: MemberWish, about: DeskRow | None) -> None:
    """Do or ask what is wanted of a member; `about` is the item it is done for."""
    member, person = wish.member, actor_of(wish.member)
    match wish.deed:
        case MemberDeed.ARRIVED:
            desk.do(partial(mark_arrival, person=person))
        case MemberDeed.DEPARTED:
            desk.do(partial(mark_departure, person=person))
        case MemberDeed.BACK:
            _back(desk, wish, person)
        case MemberDeed.CANNOT_GO_ON:
            deeds.ask_drop_out(member)
        case _:
            _about_item(desk, deeds, wish, about)


def _about_item(desk: Desk, deeds: RoomDeeds, wish: MemberWish, about: DeskRow | None) -> None:
    assert about is not None, "without an item nothing is offered"
    member, person = wish.member, actor_of(wish.member)
    number = about.item.application
    if wish.deed is MemberDeed.RECUSE:
        deeds.ask_recusal(about, member)
    elif wish.deed is MemberDeed.STEPS_OUT:
        deeds.ask_step_out(about, member)
    elif wish.deed is MemberDeed.LEFT_ROOM or _back(desk, wish, person):
        desk.do(partial(leave_room, application=number, person=person))


def _back(desk: Desk, wish: MemberWish, person: Actor) -> bool:
    number = wish.member.out_for
    return desk.do(partial(return_to_room, application=number, person=person))
