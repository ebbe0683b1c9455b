"""The agenda is arranged by hand, by times and by who must leave; the order drawn stands."""

from pathlib import Path

import pytest

from reviewer_app.domain.agenda import ItemKind, Titles
from reviewer_app.domain.errors import NothingChanged, UnknownNumber
from reviewer_app.domain.plans import ImportKind, Payload
from reviewer_app.domain.rules.agenda import overtime, proposed
from reviewer_app.domain.rules.agenda_order import exits, with_fewer_exits
from reviewer_app.domain.session import SessionDay, SessionPlan
from reviewer_app.domain.sheet import SheetState
from reviewer_app.queries.agenda_desk import FewerExits, agenda_desk
from reviewer_app.queries.order_desk import LotFault, faults_of_typed, lots_in_order, order_desk
from reviewer_app.storage.agenda import load_agenda
from reviewer_app.workflow.apply_import import apply_import
from reviewer_app.workflow.arrange_agenda import (
    change_item,
    insert_item,
    move_item,
    order_applications,
    put_item,
    remove_item,
)
from reviewer_app.workflow.draw_lots import type_lots
from reviewer_app.workflow.keep_agenda import agenda_as_drawn, begin_item, make_agenda
from reviewer_app.workflow.set_aside import set_aside
from reviewer_app.workflow.undo import undo_last
from tests.builders import a_plan, an_application
from tests.session.meeting import PLAN, Meeting, a_meeting

ALL = Titles("开场", "休息", "午休", "讨论")
A, AB, B = frozenset("A"), frozenset("AB"), frozenset("B")


@pytest.fixture
def meeting(tmp_path: Path) -> Meeting:
    """P1 and P2 on the agenda, 25 minutes each from 09:00."""
    made = a_meeting(tmp_path / "w.review")
    make_agenda(made.staff, agenda_as_drawn(made.staff))
    return made


def stands(meeting: Meeting) -> list[tuple[str, str]]:
    items = load_agenda(meeting.staff.store)
    return [(item.application or item.title, item.starts) for item in items]


def key_of(meeting: Meeting, name: str) -> int:
    items = load_agenda(meeting.staff.store)
    return next(one.key for one in items if name in (one.application, one.title))


def test_noon_comes_before_what_would_run_past_twelve() -> None:
    """40 + 5 x 25 + a pause of 10 is 11:55; noon lasts until 13:30, the discussion ends it."""
    order = [f"P{place}" for place in range(1, 8)]

    items = proposed(order, SessionPlan((SessionDay("2026-12-01"),)), ALL)

    assert [(item.application or item.title, item.minutes) for item in items] == [
        ("开场", 40),
        *((f"P{place}", 25) for place in (1, 2, 3)),
        ("休息", 10),
        *((f"P{place}", 25) for place in (4, 5)),
        ("午休", 95),
        *((f"P{place}", 25) for place in (6, 7)),
        ("讨论", 60),
    ]


def test_a_morning_alone_has_no_noon() -> None:
    morning = SessionPlan((SessionDay("2026-12-01", "09:00", "12:00"),))

    items = proposed([f"P{place}" for place in range(1, 10)], morning, Titles(noon="午休"))

    assert all(item.kind is ItemKind.APPLICATION for item in items)


def test_overtime_is_what_goes_past_the_end_of_a_day(meeting: Meeting) -> None:
    """09:00 and 25 minutes each: 09:50; the day ended at 09:40."""
    items = load_agenda(meeting.staff.store)

    assert overtime(items, (SessionDay("2026-12-01", "09:00", "09:40"),)) == {"2026-12-01": 10}
    assert overtime(items, PLAN.days) == {}


def test_an_item_moves_and_keeps_its_key(meeting: Meeting) -> None:
    key = key_of(meeting, "P2")

    move_item(meeting.staff, key, -1)

    assert stands(meeting) == [("P2", "09:00"), ("P1", "09:25")]
    assert key_of(meeting, "P2") == key
    with pytest.raises(NothingChanged):
        move_item(meeting.staff, key, -1)
    undo_last(meeting.staff, meeting.staff.since)
    assert stands(meeting) == [("P1", "09:00"), ("P2", "09:25")]


def test_a_pause_goes_in_is_made_longer_and_out(meeting: Meeting) -> None:
    insert_item(meeting.staff, ItemKind.PAUSE, "茶歇", 15, after=key_of(meeting, "P1"))
    assert stands(meeting) == [("P1", "09:00"), ("茶歇", "09:25"), ("P2", "09:40")]

    change_item(meeting.staff, key_of(meeting, "茶歇"), "茶歇", 20)
    assert stands(meeting)[2] == ("P2", "09:45")

    put_item(meeting.staff, key_of(meeting, "茶歇"), 0)
    assert stands(meeting)[0] == ("茶歇", "09:00")

    remove_item(meeting.staff, key_of(meeting, "茶歇"))
    assert stands(meeting) == [("P1", "09:00"), ("P2", "09:25")]
    with pytest.raises(UnknownNumber):
        remove_item(meeting.staff, key_of(meeting, "P1"))


def test_what_is_arranged_while_the_meeting_runs_starts_from_now(meeting: Meeting) -> None:
    """P1 began at 09:00 for 25 minutes: the pause put before P2 starts at 09:25."""
    meeting.clock.set("2026-12-01 09:00")
    begin_item(meeting.staff, key_of(meeting, "P1"))

    insert_item(meeting.staff, ItemKind.PAUSE, "茶歇", 10)

    assert stands(meeting) == [("P1", "09:00"), ("茶歇", "09:25"), ("P2", "09:35")]


def test_applications_of_the_same_recusals_follow_one_another() -> None:
    """A leaves for 1, 3, 5, B for 5: four times out; behind one another twice."""
    order = ("P1", "P2", "P3", "P4", "P5")
    out = {"P1": A, "P3": A, "P5": AB}

    assert exits(order, out) == 4
    assert with_fewer_exits(order, out) == ("P1", "P3", "P5", "P2", "P4")
    assert exits(with_fewer_exits(order, out), out) == 2


def test_an_order_that_wins_nothing_is_left_alone() -> None:
    assert with_fewer_exits(("P3", "P1", "P2"), {"P1": A, "P2": B}) == ("P3", "P1", "P2")


def test_a_better_order_is_offered_until_an_order_is_drawn(tmp_path: Path) -> None:
    made = a_meeting(tmp_path / "w.review")
    third = Payload(applications=(an_application("P3"),))
    apply_import(made.staff, a_plan(ImportKind.APPLICATIONS, third))
    for number in ("P1", "P3"):
        set_aside(
            made.staff,
            application=number,
            reviewer="R2",
            state=SheetState.RECUSED,
            reason="合作项目",
        )
    make_agenda(made.staff, agenda_as_drawn(made.staff))

    desk = agenda_desk(made.staff)
    assert desk.offer == FewerExits(("P1", "P3", "P2"), 2, 1)
    assert desk.lines[0].leaving == ("R2",)

    order_applications(made.staff, desk.offer.order)
    assert [name for name, _ in stands(made)] == ["P1", "P3", "P2"]

    type_lots(made.staff, ["P1", "P2", "P3"], supervisor="周监督")
    order_applications(made.staff, ["P1", "P2", "P3"])
    assert agenda_desk(made.staff).offer is None


def test_typed_lots_say_their_fault_at_once() -> None:
    assert faults_of_typed({"P1": "2", "P2": "02", "P3": "4", "P4": "x", "P5": ""}) == {
        "P1": LotFault.TWICE,
        "P2": LotFault.TWICE,
        "P4": LotFault.NO_NUMBER,
        "P5": LotFault.MISSING,
    }
    assert faults_of_typed({"P1": "3", "P2": "1"}) == {"P1": LotFault.OUTSIDE}
    assert lots_in_order({"P1": "3", "P2": "1", "P3": "2"}) == ("P2", "P3", "P1")


def test_the_order_shows_the_lots_that_hold(meeting: Meeting) -> None:
    type_lots(meeting.staff, ["P2", "P1"], supervisor="周监督")

    desk = order_desk(meeting.staff)

    assert [(line.number, line.lot) for line in desk.lines] == [("P1", 2), ("P2", 1)]
    assert not desk.is_released


def test_the_desk_tells_what_is_late_and_what_is_missing(meeting: Meeting) -> None:
    assert not agenda_desk(meeting.staff).is_late
    meeting.clock.set("2026-12-01 09:20")
    assert agenda_desk(meeting.staff).is_late
    make_agenda(meeting.staff, [])
    assert agenda_desk(meeting.staff).missing == ("P1", "P2")
