"""Who is in the room: times that were not stamped, guests, and what may still be settled."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from reviewer_app.domain.errors import NothingChanged, ReasonMissing, ReviewerError, UnknownNumber
from reviewer_app.domain.room import Guest, GuestKind, TypedTime
from reviewer_app.domain.session import Half, Lengths, SessionWay, Signing
from reviewer_app.domain.session_errors import (
    GuestUnclear,
    NotASessionDay,
    NoTimeAtAll,
    NotNow,
    TimeAhead,
    TimesCross,
)
from reviewer_app.i18n import translator
from reviewer_app.queries.meeting_record import meeting_record
from reviewer_app.queries.session import session_of
from reviewer_app.storage.guests import load_visits
from reviewer_app.storage.room import load_attendance
from reviewer_app.words.minutes import minute_points
from reviewer_app.workflow.guests import (
    correct_visit,
    see_everybody_out,
    see_guest_out,
    welcome_guest,
)
from reviewer_app.workflow.room import correct_attendance, mark_arrival, mark_departure
from reviewer_app.workflow.session_steps import change_meeting, settle_ways
from reviewer_app.workflow.undo import undo
from tests.session.meeting import Meeting, a_meeting, reviewer, to_scoring
from tests.session.test_papers import printed

WANG = Guest(GuestKind.PRESENTER, "王经理", "甲公司", "总经理", "P1")
LI = Guest(GuestKind.OBSERVER, "李科长", "翔安区工信局")


@pytest.fixture
def meeting(tmp_path: Path) -> Iterator[Meeting]:
    made = a_meeting(tmp_path / "w.review")
    made.clock.set("2026-12-01 10:00")
    yield made
    made.staff.store.close()


def at(clock: str, reason: str = "漏点签到", day: str = "2026-12-01") -> TypedTime:
    return TypedTime(datetime.fromisoformat(f"{day}T{clock}"), reason)


def stays(meeting: Meeting) -> list[tuple[str, str]]:
    rows = load_attendance(meeting.staff.store)
    return [(row.arrived_at[11:16], row.left_at[11:16]) for row in rows]


def told(meeting: Meeting) -> str:
    return "\n".join(minute_points(meeting_record(meeting.staff), {}, 2, translator("zh_CN")))


def test_an_arrival_that_was_not_stamped_is_typed_with_its_reason(meeting: Meeting) -> None:
    mark_arrival(meeting.staff, reviewer("R1"), at("08:50"))

    [row] = load_attendance(meeting.staff.store)
    assert (row.arrived_at, row.typed) == ("2026-12-01T08:50:00.000+08:00", "漏点签到")
    assert "专家1（08:50到）（时间为补记：漏点签到）" in told(meeting)
    assert meeting.staff.store.entries()[-1].reason == "专家1: 漏点签到"


def test_a_time_typed_later_says_so_on_the_attendance(meeting: Meeting) -> None:
    mark_arrival(meeting.staff, reviewer("R1"), at("08:50"))
    mark_arrival(meeting.staff, reviewer("R2"))

    text = printed(meeting.staff, "attendance")

    assert text.count("（补记）") == 1
    assert "原因见会议纪要" in text


@pytest.mark.parametrize(
    ("typed", "refusal"),
    [
        (at("08:50", " "), ReasonMissing),
        (at("10:30"), TimeAhead),
        (at("08:50", day="2026-11-30"), NotASessionDay),
    ],
)
def test_not_every_time_can_be_typed(
    meeting: Meeting, typed: TypedTime, refusal: type[ReviewerError]
) -> None:
    with pytest.raises(refusal):
        mark_arrival(meeting.staff, reviewer("R1"), typed)

    assert stays(meeting) == []


def test_nobody_is_in_the_room_twice_at_a_time(meeting: Meeting) -> None:
    mark_arrival(meeting.staff, reviewer("R1"), at("08:50"))
    mark_departure(meeting.staff, reviewer("R1"), at("09:30"))

    with pytest.raises(TimesCross):
        mark_arrival(meeting.staff, reviewer("R1"), at("09:20"))
    mark_arrival(meeting.staff, reviewer("R1"), at("09:30"))

    assert stays(meeting) == [("08:50", "09:30"), ("09:30", "")]


def test_a_stay_that_nobody_noted_is_typed_whole_beside_the_present_one(meeting: Meeting) -> None:
    mark_arrival(meeting.staff, reviewer("R1"), at("09:40"))

    mark_arrival(meeting.staff, reviewer("R1"), at("08:30"), at("09:10"))
    with pytest.raises(TimesCross):
        mark_arrival(meeting.staff, reviewer("R1"), at("09:20"), at("09:50"))

    assert stays(meeting) == [("09:40", ""), ("08:30", "09:10")]


def test_nobody_leaves_before_the_arrival(meeting: Meeting) -> None:
    mark_arrival(meeting.staff, reviewer("R1"), at("09:00"))

    with pytest.raises(TimesCross):
        mark_departure(meeting.staff, reviewer("R1"), at("08:30"))


def test_both_times_are_corrected_with_a_reason_and_the_half_day_follows(meeting: Meeting) -> None:
    meeting.clock.set("2026-12-01 14:10")
    mark_arrival(meeting.staff, reviewer("R1"))
    [row] = load_attendance(meeting.staff.store)

    correct_attendance(meeting.staff, row.key, at("08:55", "点错人"), at("12:00", "点错人"))

    [row] = load_attendance(meeting.staff.store)
    assert stays(meeting) == [("08:55", "12:00")]
    assert (row.half, row.typed) == (Half.MORNING, "点错人")


def test_a_departure_forgotten_yesterday_is_typed_today(meeting: Meeting) -> None:
    mark_arrival(meeting.staff, reviewer("R1"))
    meeting.clock.set("2026-12-02 08:40")

    mark_departure(meeting.staff, reviewer("R1"), at("17:20", "散会漏点"))
    mark_arrival(meeting.staff, reviewer("R1"))

    assert stays(meeting) == [("10:00", "17:20"), ("08:40", "")]


def test_a_wrong_stamp_is_undone(meeting: Meeting) -> None:
    mark_arrival(meeting.staff, reviewer("R1"))

    undo(meeting.staff, meeting.staff.store.head()[0])

    assert stays(meeting) == []


def test_guests_come_and_go_and_are_on_the_attendance_in_their_own_parts(
    meeting: Meeting,
) -> None:
    welcome_guest(meeting.staff, WANG)
    welcome_guest(meeting.staff, LI, at("09:05"))
    first, _ = load_visits(meeting.staff.store)
    meeting.clock.set("2026-12-01 10:25")
    see_guest_out(meeting.staff, first.key)

    assert [visit.left_at[11:16] for visit in load_visits(meeting.staff.store)] == ["10:25", ""]
    text = printed(meeting.staff, "attendance")
    assert text.index("答辩人") < text.index("王经理") < text.index("李科长")
    assert "答辩人" not in told(meeting)
    assert "P1 甲公司 王经理（10:00至10:25）" in told(meeting)
    assert "观察员 翔安区工信局 李科长（09:05到）（时间为补记：漏点签到）" in told(meeting)


def test_the_times_of_a_guest_are_corrected_with_a_reason(meeting: Meeting) -> None:
    welcome_guest(meeting.staff, LI)
    [visit] = load_visits(meeting.staff.store)
    meeting.clock.set("2026-12-02 08:40")

    with pytest.raises(TimesCross):
        correct_visit(meeting.staff, visit.key, at("11:30"), at("09:00"))
    correct_visit(meeting.staff, visit.key, at("09:00"), at("11:30", "忘记点离场"))

    [visit] = load_visits(meeting.staff.store)
    assert (visit.arrived_at[11:16], visit.left_at[11:16]) == ("09:00", "11:30")
    assert visit.typed == "漏点签到; 忘记点离场"
    with pytest.raises(UnknownNumber):
        correct_visit(meeting.staff, 99, at("09:00"))


def test_in_the_evening_everybody_leaves_at_once(meeting: Meeting) -> None:
    mark_arrival(meeting.staff, reviewer("R1"))
    mark_arrival(meeting.staff, reviewer("R2"))
    welcome_guest(meeting.staff, LI)
    meeting.clock.set("2026-12-01 17:30")

    see_everybody_out(meeting.staff)

    assert stays(meeting) == [("10:00", "17:30"), ("10:00", "17:30")]
    assert load_visits(meeting.staff.store)[0].left_at[11:16] == "17:30"
    with pytest.raises(NothingChanged):
        see_everybody_out(meeting.staff)
    undo(meeting.staff, meeting.staff.store.head()[0])
    assert stays(meeting) == [("10:00", ""), ("10:00", "")]


@pytest.mark.parametrize(
    "guest",
    [
        Guest(GuestKind.OBSERVER, "  "),
        Guest(GuestKind.PRESENTER, "王经理"),
        Guest(GuestKind.OTHER, "王经理", application="P1"),
    ],
)
def test_a_guest_has_a_name_and_a_presenter_an_application(meeting: Meeting, guest: Guest) -> None:
    with pytest.raises(GuestUnclear):
        welcome_guest(meeting.staff, guest)


def test_the_same_guest_is_not_welcomed_twice_and_leaves_once(meeting: Meeting) -> None:
    welcome_guest(meeting.staff, LI)
    [visit] = load_visits(meeting.staff.store)

    with pytest.raises(NothingChanged):
        welcome_guest(meeting.staff, LI)
    see_guest_out(meeting.staff, visit.key)
    with pytest.raises(NothingChanged):
        see_guest_out(meeting.staff, visit.key)


def test_place_and_minutes_change_while_the_meeting_goes_on(tmp_path: Path) -> None:
    meeting = to_scoring(tmp_path / "w.review")

    change_meeting(meeting.staff, place="五楼", host="陈处长", lengths=Lengths(8, 7, 5))

    plan = session_of(meeting.staff).plan
    assert (plan.place, plan.host, plan.lengths.total) == ("五楼", "陈处长", 20)
    with pytest.raises(NothingChanged):
        change_meeting(meeting.staff, place=" 五楼", host="陈处长", lengths=Lengths(8, 7, 5))
    with pytest.raises(NoTimeAtAll):
        change_meeting(meeting.staff, place="五楼", host="", lengths=Lengths(0, 0, 0))


def test_rounds_and_signing_are_settled_before_anybody_scores(tmp_path: Path) -> None:
    meeting = a_meeting(tmp_path / "w.review")
    settle_ways(meeting.staff, SessionWay.TWO_ROUNDS, Signing.PIN)
    plan = session_of(meeting.staff).plan
    assert (plan.way, plan.signing) == (SessionWay.TWO_ROUNDS, Signing.PIN)
    meeting.staff.store.close()

    scoring = to_scoring(tmp_path / "s.review")
    with pytest.raises(NotNow):
        settle_ways(scoring.staff, SessionWay.TWO_ROUNDS, Signing.PIN)
