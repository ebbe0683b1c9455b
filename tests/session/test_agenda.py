"""An agenda with time boxes that follows the meeting, and a timer that survives a power cut."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from reviewer_app.domain.agenda import (
    AgendaItem,
    ItemKind,
    ItemState,
    Step,
    Timer,
    TimerDeed,
    TimerEvent,
    Titles,
)
from reviewer_app.domain.errors import NothingChanged
from reviewer_app.domain.rules.agenda import laid_out, planned_anew, timer_at
from reviewer_app.domain.session import SessionDay
from reviewer_app.storage.agenda import load_agenda, timer_events
from reviewer_app.workflow.change_standing import change_standing
from reviewer_app.workflow.draw_lots import type_lots
from reviewer_app.workflow.keep_agenda import (
    agenda_as_drawn,
    begin_item,
    drop_item,
    end_item,
    make_agenda,
    move_agenda,
    time_step,
)
from reviewer_app.workflow.room import adjourn
from tests.session.meeting import DAYS, Meeting, a_meeting

SHORT = (SessionDay("2026-12-01", "09:00", "10:00"), SessionDay("2026-12-02", "09:00", "10:00"))


def an_item(place: int, minutes: int = 25, state: ItemState = ItemState.PLANNED) -> AgendaItem:
    return AgendaItem(place, place, ItemKind.APPLICATION, f"P{place}", "", "", "", minutes, state)


def times(items: tuple[AgendaItem, ...]) -> list[tuple[str, str]]:
    return [(item.day[-2:], item.starts) for item in items]


def test_what_does_not_fit_a_day_opens_the_next_and_the_last_takes_the_rest() -> None:
    items = tuple(an_item(place) for place in range(1, 7))

    found = laid_out(items, SHORT)

    assert times(found) == [
        *(("01", "09:00"), ("01", "09:25"), ("02", "09:00")),
        *(("02", "09:25"), ("02", "09:50"), ("02", "10:15")),
    ]


def test_a_late_meeting_is_planned_anew_from_the_running_item() -> None:
    """The running one began at 09:40 for 25 minutes: the rest starts at 10:05."""
    running = replace(an_item(1, state=ItemState.CURRENT), day="2026-12-01", starts="09:40")
    waiting = tuple(replace(an_item(place), day="2026-12-01", starts="09:25") for place in (2, 3))

    found = planned_anew((running, *waiting), DAYS, "2026-12-01", "09:50")

    assert times(found) == [("01", "09:40"), ("01", "10:05"), ("01", "10:30")]


@pytest.fixture
def meeting(tmp_path: Path) -> Meeting:
    """P2 was drawn before P1; opening at 09:00 for 40 minutes."""
    made = a_meeting(tmp_path / "w.review")
    type_lots(made.staff, ["P2", "P1"], supervisor="周监督")
    make_agenda(made.staff, agenda_as_drawn(made.staff, Titles("开场")))
    return made


def agenda(meeting: Meeting) -> list[tuple[str, str, str]]:
    return [
        (item.application or item.title, item.starts, item.state.value)
        for item in load_agenda(meeting.staff.store)
    ]


def test_the_agenda_follows_the_drawn_order(meeting: Meeting) -> None:
    assert agenda(meeting) == [
        ("开场", "09:00", "planned"),
        ("P2", "09:40", "planned"),
        ("P1", "10:05", "planned"),
    ]


def test_one_item_runs_at_a_time_and_is_stamped(meeting: Meeting) -> None:
    opening, second, _ = load_agenda(meeting.staff.store)
    begin_item(meeting.staff, opening.key)
    meeting.clock.set("2026-12-01 09:45")
    begin_item(meeting.staff, second.key)

    first, now, _ = load_agenda(meeting.staff.store)

    assert (first.state, now.state) == (ItemState.DONE, ItemState.CURRENT)
    assert first.ended_at == now.began_at
    assert now.began_at.startswith("2026-12-01T09:45")
    end_item(meeting.staff, second.key)
    with pytest.raises(NothingChanged):
        end_item(meeting.staff, second.key)


def test_the_rest_moves_when_the_meeting_is_late(meeting: Meeting) -> None:
    opening, *_ = load_agenda(meeting.staff.store)
    begin_item(meeting.staff, opening.key)
    meeting.clock.set("2026-12-01 10:00")
    end_item(meeting.staff, opening.key)

    move_agenda(meeting.staff)

    assert agenda(meeting)[1:] == [("P2", "10:00", "planned"), ("P1", "10:25", "planned")]
    with pytest.raises(NothingChanged):
        move_agenda(meeting.staff)


def test_a_withdrawn_application_leaves_the_agenda(meeting: Meeting) -> None:
    change_standing_to_withdrawn(meeting)
    dropped = load_agenda(meeting.staff.store)[1]
    drop_item(meeting.staff, dropped.key, "申报单位撤回")

    make_agenda(meeting.staff, agenda_as_drawn(meeting.staff))

    assert agenda(meeting) == [("P2", "09:40", "dropped"), ("P1", "09:00", "planned")]


def change_standing_to_withdrawn(meeting: Meeting) -> None:
    from reviewer_app.domain.application import Standing

    change_standing(
        meeting.staff, application="P2", standing=Standing.WITHDRAWN, reason="申报单位撤回"
    )


def an_event(deed: TimerDeed, at: str, seconds: int = 0, step: Step = Step.REPORT) -> TimerEvent:
    return TimerEvent(1, step, deed, seconds, f"2026-12-01T{at}+08:00")


def left(*events: TimerEvent) -> Timer | None:
    return timer_at(events, datetime.fromisoformat("2026-12-01T10:00:00+08:00"))


def test_the_timer_is_read_from_what_was_done_with_it() -> None:
    """600 s from 09:50:00; paused at 09:54:00 (360 left), on at 09:58:00: 240 at 10:00."""
    begun = an_event(TimerDeed.STARTED, "09:50:00", 600)
    paused = an_event(TimerDeed.PAUSED, "09:54:00")

    assert left() is None
    assert left(begun) == Timer(Step.REPORT, 0, running=True)
    assert left(begun, paused) == Timer(Step.REPORT, 360, running=False)
    assert left(begun, paused, an_event(TimerDeed.STARTED, "09:58:00")) == Timer(
        Step.REPORT, 240, running=True
    )
    assert left(begun, an_event(TimerDeed.EXTENDED, "09:55:00", 120)) == Timer(
        Step.REPORT, 120, running=True
    )


def test_a_step_starts_with_the_box_of_the_session(meeting: Meeting) -> None:
    opening, *_ = load_agenda(meeting.staff.store)
    begin_item(meeting.staff, opening.key)

    time_step(meeting.staff, opening.key, Step.REPORT, TimerDeed.STARTED)
    time_step(meeting.staff, opening.key, Step.REPORT, TimerDeed.PAUSED)
    time_step(meeting.staff, opening.key, Step.REPORT, TimerDeed.STARTED)
    time_step(meeting.staff, opening.key, Step.SCORING, TimerDeed.STARTED)

    events = timer_events(meeting.staff.store, opening.key)
    assert [event.seconds for event in events] == [600, 0, 0, 300]


def test_a_recess_pauses_the_timer_and_takes_no_minute_of_the_speaker(tmp_path: Path) -> None:
    meeting = a_meeting(tmp_path / "w.review")
    staff = meeting.staff
    make_agenda(staff, agenda_as_drawn(staff))
    first = load_agenda(staff.store)[0].key
    meeting.clock.set("2026-12-01 09:00")
    begin_item(staff, first)
    time_step(staff, first, Step.REPORT, TimerDeed.STARTED, 600)
    meeting.clock.set("2026-12-01 09:04")

    adjourn(staff, "午休")

    events = timer_events(staff.store, first)
    after = datetime.fromisoformat("2026-12-01T13:30:00+08:00")
    timer = timer_at(events, after)
    assert timer is not None
    assert (timer.left // 60, timer.running) == (6, False)
    staff.store.close()
