"""A meeting whose PC loses its power goes on where it was, in no time."""

import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

from reviewer_app.domain.agenda import Step
from reviewer_app.domain.session import SessionPhase
from reviewer_app.queries.session_desk import session_desk
from reviewer_app.queries.verification import verification
from reviewer_app.workspace import open_workspace
from tests.architecture.files import ROOT
from tests.builders import score_sheet, some_surroundings
from tests.session.meeting import Clock, reviewer


def test_a_killed_meeting_resumes_where_it_was_within_five_seconds(tmp_path: Path) -> None:
    path = tmp_path / "w.review"
    command = [sys.executable, "-m", "tests.session.interrupted", str(path)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as meeting:
        assert meeting.stdout is not None
        assert meeting.stdout.readline() == "running\n"
        meeting.kill()

    begun = time.monotonic()
    workspace = open_workspace(path, replace(some_surroundings(), now=Clock()))
    desk = session_desk(workspace)
    took = time.monotonic() - begun

    assert took < 5
    assert desk.session.phase is SessionPhase.SCORING
    assert desk.current is not None
    assert desk.current.item.application == "P1"
    assert desk.timer is not None
    assert (desk.timer.step, desk.timer.running) == (Step.REPORT, True)
    assert [one.reviewer.number for one in desk.members if one.has_submitted] == ["R2"]
    assert verification(workspace).passed
    surroundings = replace(workspace.surroundings, actor=reviewer("R1"))
    score_sheet(replace(workspace, surroundings=surroundings), "P1", "R1", "30", "30")
    workspace.store.close()
