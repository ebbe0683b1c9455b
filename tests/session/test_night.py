"""A session of several days: locked in the evening, checked in the morning."""

from pathlib import Path

import pytest

from reviewer_app.domain.errors import NotAllowed, NothingChanged
from reviewer_app.domain.session_errors import (
    HeadMistyped,
    LockedOvernight,
    NightChanged,
    NotASessionDay,
)
from reviewer_app.storage.closing import load_nights
from reviewer_app.workflow.night import check_morning, lock_evening
from reviewer_app.workspace import backup_folder, open_workspace
from tests.builders import score_sheet
from tests.session.meeting import SUPERVISOR, Meeting, to_scoring
from tests.storage.files import a_deed


@pytest.fixture
def meeting(tmp_path: Path) -> Meeting:
    made = to_scoring(tmp_path / "w.review")
    made.clock.set("2026-12-01 18:00")
    return made


def test_the_night_locks_and_the_head_on_the_paper_opens(meeting: Meeting) -> None:
    paper = lock_evening(meeting.staff)
    with pytest.raises(LockedOvernight):
        score_sheet(meeting.by("R1"), "P1", "R1", "30")
    meeting.clock.set("2026-12-02 08:50")

    check_morning(meeting.staff, f"{paper[:4]} {paper[4:8].upper()} {paper[8:12]}")

    score_sheet(meeting.by("R1"), "P1", "R1", "30", submit=False)
    [night] = load_nights(meeting.staff.store)
    assert (night.day, night.checked_at[:10]) == ("2026-12-01", "2026-12-02")
    with pytest.raises(NothingChanged):
        check_morning(meeting.staff, paper)


def test_the_lock_holds_after_the_file_is_opened_anew(meeting: Meeting) -> None:
    paper = lock_evening(meeting.staff)
    meeting.staff.store.close()

    workspace = open_workspace(meeting.staff.store.path, meeting.staff.surroundings)
    with pytest.raises(LockedOvernight):
        score_sheet(workspace, "P1", "R1", "30")

    check_morning(workspace, paper[:12])
    workspace.store.close()


def test_the_evening_leaves_a_backup_with_the_lock_in_it(meeting: Meeting) -> None:
    lock_evening(meeting.staff)

    newest = max(backup_folder(meeting.staff.store).iterdir())
    copy = open_workspace(newest, meeting.staff.surroundings)
    assert copy.store.head() == meeting.staff.store.head()
    copy.store.close()


@pytest.mark.parametrize("typed", ["", "0123", "000000000000"])
def test_another_digest_opens_nothing(meeting: Meeting, typed: str) -> None:
    lock_evening(meeting.staff)

    with pytest.raises(HeadMistyped):
        check_morning(meeting.staff, typed)


def test_what_was_written_overnight_is_told_and_opened_by_the_supervisor(meeting: Meeting) -> None:
    paper = lock_evening(meeting.staff)
    evening = meeting.staff.store.head()[0]
    with meeting.staff.store.write(a_deed()):
        meeting.staff.store.change("UPDATE session SET host = '某人'")

    with pytest.raises(NightChanged) as changed:
        check_morning(meeting.staff, paper)
    assert (changed.value.evening, changed.value.morning) == (evening, evening + 1)
    with pytest.raises(NightChanged):
        check_morning(meeting.as_(SUPERVISOR), paper)

    check_morning(meeting.as_(SUPERVISOR), "", "夜间程序升级,已核对")

    [night] = load_nights(meeting.staff.store)
    assert (night.checked_by, night.note) == ("周监督", "夜间程序升级,已核对")


def test_only_days_of_the_session_are_locked(meeting: Meeting) -> None:
    meeting.clock.set("2026-12-05 18:00")

    with pytest.raises(NotASessionDay):
        lock_evening(meeting.staff)
    with pytest.raises(NotAllowed):
        lock_evening(meeting.by("R1"))
