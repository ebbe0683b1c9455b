"""Draw from the list, and seat on the panel those who said they come."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from reviewer_app.domain.drawing import Answer, Draw, DrawPurpose, Pick, Said, Seats
from reviewer_app.domain.ids import natural_key
from reviewer_app.domain.person import Reviewer
from reviewer_app.domain.session_errors import NobodyToDraw, NobodyToSeat, StillOnPanel
from reviewer_app.i18n import Translator
from reviewer_app.queries.expert_draw import as_expert, barred_experts
from reviewer_app.storage import draws, experts, people
from reviewer_app.words.drawing import shut_out_reason
from reviewer_app.workflow.draw_lots import draw_panel, drawn_now
from reviewer_app.workspace import Workspace

_MEMBER = re.compile(r"R([0-9]+)")


def draw_from_list(
    workspace: Workspace, seats: Sequence[Seats], said: Said, translate: Translator
) -> Draw:
    """Draw from the list as it stands.

    Why somebody is shut out is written into the record in the language of who draws.

    Raises:
        NobodyToDraw: no seats were asked for, or nobody of their kinds may be drawn.
        SeedMissing, ReasonMissing: nothing was written.
    """
    barred = barred_experts(workspace)
    pool = [
        as_expert(
            one.person,
            shut_out_reason(barred[number], translate) if number in barred else "",
        )
        for number, one in experts.load_experts(workspace.store).items()
    ]
    wanted = [one for one in seats if one.count > 0]
    kinds = {one.seat for one in wanted}
    if not any(one.seat in kinds and not one.shut_out for one in pool):
        raise NobodyToDraw
    return draw_panel(
        workspace,
        pool,
        wanted,
        seed=said.seed,
        supervisor=said.supervisor,
        reason=said.reason,
    )


def seat_panel(workspace: Workspace) -> tuple[Reviewer, ...]:
    """Make everybody of the present draw who comes a reviewer with a number.

    Where the panel itself is the list, its members keep their numbers and those of the
    list who do not come leave it.

    Raises:
        NobodyToSeat: nobody came who does not sit already.
        StillOnPanel: one who would leave the panel left a trace on it.
    """
    draw = drawn_now(workspace, DrawPurpose.PANEL)
    coming = [pick for pick in draw.picks if _is_coming(pick)] if draw else []
    if draw is None or not coming:
        raise NobodyToSeat
    members = people.load_reviewers(workspace.store)
    listed = experts.load_experts(workspace.store)
    on_both = {number for number, one in listed.items() if _is(members.get(number), one.person)}
    seats = _seats(coming, on_both, members)
    leaving = on_both - _staying(workspace)
    _require_free(workspace, leaving)
    fresh = tuple(
        replace(listed[pick.subject].person, number=number, leader=False)
        for pick, number in seats
        if pick.subject not in on_both
    )
    with workspace.write("seat_panel"):
        people.delete_reviewers(workspace.store, leaving)
        people.write_reviewers(workspace.store, fresh, workspace.new_id)
        seated = [(pick.place, number) for pick, number in seats]
        draws.write_seats(workspace.store, draw.attempt, seated)
    return fresh


def _is_coming(pick: Pick) -> bool:
    return pick.answer is Answer.ACCEPTED and not pick.seated_as


def _is(member: Reviewer | None, listed: Reviewer) -> bool:
    """Say whether a member of the panel is this person of the list."""
    return member is not None and (member.name, member.organisation) == (
        listed.name,
        listed.organisation,
    )


def _staying(workspace: Workspace) -> set[str]:
    """Give who was drawn at any attempt and comes: they stay on the panel."""
    return {
        pick.subject
        for draw in draws.load_draws(workspace.store)
        for pick in draw.picks
        if draw.purpose is DrawPurpose.PANEL and pick.answer is Answer.ACCEPTED
    }


def _seats(
    coming: Iterable[Pick], on_both: Collection[str], members: Collection[str]
) -> list[tuple[Pick, str]]:
    """Give each the own number where they are members, else the next free R number."""
    free = _free_numbers(members)
    return [(pick, pick.subject if pick.subject in on_both else next(free)) for pick in coming]


def _free_numbers(members: Collection[str]) -> Iterator[str]:
    taken = [int(found[1]) for number in members if (found := _MEMBER.fullmatch(number))]
    last = max(taken, default=0)
    while True:
        last += 1
        yield f"R{last}"


def _require_free(workspace: Workspace, leaving: Collection[str]) -> None:
    """Refuse to take people off the panel who left a trace on it."""
    used = people.used_reviewers(workspace.store) & set(leaving)
    if used:
        raise StillOnPanel(tuple(sorted(used, key=natural_key)))
