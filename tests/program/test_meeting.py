"""A whole meeting of 24 applications and 7 reviewers, driven through the real windows.

One hand at the keyboard leads it from the first arrival to the seal; in the middle the
power is cut. What must come out is said here, by sums of our own.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import pytest

from reviewer_app.domain.application import Application
from reviewer_app.domain.person import Reviewer
from reviewer_app.domain.rules.scoring import compute
from tests.architecture.files import ROOT
from tests.benchmarks.batches import measure_5
from tests.builders import some_surroundings
from tests.program.meeting import plan

CUT_AFTER = f"submitted {plan.NUMBERS[9]} R3"
"""The power goes when the third member has given in the tenth sheet."""

NOT_COUNTED = {plan.RECUSED, *((number, plan.LATE) for number in plan.MISSED)}


@dataclass(frozen=True)
class Meeting:
    """The file at the end, and what the hand said of each part."""

    path: Path
    said: dict[str, list[str]]


def play(path: Path, part: str, cut_after: str = "") -> list[str]:
    """Let the hand do a part; give what it said. With `cut_after` the program is killed."""
    command = [sys.executable, "-m", "tests.program.meeting.run", str(path), part]
    said: list[str] = []
    with subprocess.Popen(
        command, cwd=ROOT, env=dict(os.environ), stdout=subprocess.PIPE, text=True
    ) as program:
        assert program.stdout is not None
        for line in program.stdout:
            said.append(line.strip())
            if cut_after and said[-1] == cut_after:
                program.kill()
    assert said[-1] == (cut_after or "ended"), said[-5:]
    return said


@pytest.fixture(scope="module")
def meeting(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Meeting]:
    """The whole day, played once for every test of this file."""
    folder = tmp_path_factory.mktemp("meeting")
    with pytest.MonkeyPatch.context() as patch:
        for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
            patch.setenv(name, str(folder / name.lower()))
        patch.setenv("QT_QPA_PLATFORM", "offscreen")
        path = folder / "batch.review"
        plan.prepare(path, some_surroundings())
        said = {"morning": play(path, "morning", CUT_AFTER), "rest": play(path, "rest")}
        yield Meeting(path, said)


def final_sheet(application: Application, person: Reviewer) -> dict[str, Fraction]:
    """Give the scores of a sheet as they stand at the end: one slip was mended."""
    found = plan.sheet_of(measure_5(), application, person.number)
    number, reviewer, indicator, _slip, meant = plan.SLIPPED
    if (application.number, person.number) == (number, reviewer):
        found[indicator] = meant
    return found


def expected() -> dict[str, Fraction]:
    """Sum up what was planned: seven totals (six of one), lowest and highest left out."""
    scheme = measure_5()
    found = {}
    for application in plan.applications(scheme):
        if application.number == plan.WITHDRAWN:
            continue
        computed = compute(scheme, application.metrics)
        points = [computed[row.code].value for row in scheme.indicators() if not row.is_on_sheet]
        objective = sum(filter(None, points), Fraction(0))
        totals = sorted(
            objective + sum(final_sheet(application, person).values())
            for person in plan.PANEL
            if (application.number, person.number) not in NOT_COUNTED
        )
        kept = totals[1:-1]
        found[application.number] = sum(kept, Fraction(0)) / len(kept)
    return found


def test_nothing_acknowledged_is_lost_when_the_power_goes(meeting: Meeting) -> None:
    given = [line for line in meeting.said["morning"] if line.startswith("submitted")]

    assert given[-1] == CUT_AFTER
    assert "resumed XM-2026-00003" in meeting.said["rest"]
