"""A whole meeting of 24 applications and 7 reviewers, driven through the real windows.

One hand at the keyboard leads it from the first arrival to the seal; in the middle the
power is cut. What must come out is said here, by sums of our own.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from reviewer_app.domain.application import Application
from reviewer_app.domain.person import Reviewer
from reviewer_app.domain.rules.scoring import compute
from reviewer_app.queries.supervisor import late_changes
from reviewer_app.queries.verification import verification
from reviewer_app.workspace import open_workspace
from tests.architecture.files import ROOT
from tests.benchmarks.batches import measure_5
from tests.builders import as_person, some_surroundings
from tests.program.commands import done
from tests.program.meeting import deliberation, plan

CUT_AFTER = f"submitted {plan.NUMBERS[9]} R3"
"""The power goes when the third member has given in the tenth sheet."""

NOT_COUNTED = {plan.RECUSED, *((number, plan.LATE) for number in plan.MISSED)}


@dataclass(frozen=True)
class Meeting:
    """The file at the end, and what the hand said of each part."""

    path: Path
    said: dict[str, list[str]]

    @property
    def heard(self) -> list[str]:
        """The applications in the order in which they were called up."""
        return [line.split()[1] for line in self.said["morning"] if line.startswith("heard")]


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


def two_places(value: Fraction) -> str:
    """Round half up to two places, in whole hundredths."""
    hundredths = int(value * 100 + Fraction(1, 2))
    return f"{hundredths // 100}.{hundredths % 100:02d}"


@pytest.fixture(scope="module")
def ranking(meeting: Meeting) -> dict[str, Any]:
    """What `rank --json` gives of the sealed file."""
    found: dict[str, Any] = done("rank", meeting.path, "--json").json
    return found


@pytest.fixture(scope="module")
def minutes(meeting: Meeting) -> str:
    """The text of the minutes as poppler reads it, without spaces and feet."""
    folder = meeting.path.parent / "papers"
    done("report", meeting.path, "15", "--to", folder, "--format", "pdf")
    command = ["pdftotext", "-layout", str(folder / "15-minutes.pdf"), "-"]
    text = subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout
    without_feet = re.sub(r"15-minutes · \d+ · [0-9a-f]+|—\d+—", "", text)
    return "".join(without_feet.split())


def test_nothing_acknowledged_is_lost_when_the_power_goes(meeting: Meeting) -> None:
    given = [line for line in meeting.said["morning"] if line.startswith("submitted")]
    again = [line for line in meeting.said["rest"] if line.startswith("submitted")]

    assert given[-1] == CUT_AFTER
    assert len(given + again) == len(set(given + again)) == 7 * 23 - 1


def test_after_the_cut_the_meeting_is_where_it_was_in_no_time(meeting: Meeting) -> None:
    """The last application still runs; five seconds of work, however busy the machine is."""
    resumed = next(line for line in meeting.said["rest"] if line.startswith("resumed"))
    word, number, seconds = resumed.split()

    assert (word, number) == ("resumed", meeting.heard[-1])
    assert float(seconds) < 5


def test_every_result_is_what_was_planned_to_the_last_digit(ranking: dict[str, Any]) -> None:
    found = {item["number"]: item["score"] for item in ranking["applications"]}

    sums = {number: two_places(value) for number, value in expected().items()}
    assert found == {**sums, plan.WITHDRAWN: None}


def test_the_vote_decides_between_two_equals(ranking: dict[str, Any]) -> None:
    ranks = {item["number"]: item["rank"] for item in ranking["applications"]}
    first, second = plan.TIED

    assert ranks[first] == ranks[second] + 1
    tied = next(item for item in ranking["applications"] if item["number"] == second)
    assert tied["tie"]["decided_by"] == "vote"


def test_the_minutes_tell_who_came_left_and_returned(minutes: str) -> None:
    names = {member.number: member.name for member in plan.PANEL}
    application, recused = plan.RECUSED

    assert re.search(rf"{names[plan.LATE]}（\d\d:\d\d到）", minutes)
    assert f"{names[recused]}对项目{application}：回避，近三年内与申报单位存在劳动关系" in minutes
    assert re.search(rf"{names[recused]}因项目{application}于\d\d:\d\d离场，\d\d:\d\d返回", minutes)
    for missed in plan.MISSED:
        assert f"{names[plan.LATE]}对项目{missed}：缺席" in minutes


def test_the_minutes_tell_order_withdrawal_reasons_and_votes(
    meeting: Meeting, minutes: str
) -> None:
    names = {member.number: member.name for member in plan.PANEL}
    changed, reviewer, indicator, _slip, _meant = plan.SLIPPED
    second, first = plan.TIED

    assert f"种子数{plan.SEED}，监督人员{plan.SUPERVISOR.name}" in minutes
    assert "、".join(meeting.heard) in minutes
    assert f"项目{plan.WITHDRAWN}：已撤回" in minutes
    assert f"{names[plan.KEPT[1]]}对项目{plan.KEPT[0]}的评分与其他专家偏离较大" in minutes
    assert "".join(deliberation.KEEPING.split()) in minutes
    assert f"{names[reviewer]}将项目{changed}的{indicator}由0.6改为5，原因07笔误" in minutes
    assert f"组长确认：{names[plan.LEADER]}" in minutes
    assert f"同分排序：{first}、{second}”：同意5票、反对2票、弃权0票，通过" in minutes
    assert re.search(r"第1版结果于\d\d:\d\d定稿", minutes)


def test_a_supervisor_with_the_file_alone_lists_every_late_change(
    meeting: Meeting, tmp_path: Path
) -> None:
    """One score changed, two sheets taken out of the count; and `verify` finds none missing."""
    copy = Path(shutil.copy(meeting.path, tmp_path / "final.review"))
    alone = as_person(open_workspace(copy, some_surroundings()), plan.SUPERVISOR)

    found = late_changes(alone)

    changed = [(one.application, one.reviewer, one.before, one.after) for one in found]
    number, reviewer, _indicator, _slip, _meant = plan.SLIPPED
    assert changed == [
        *((missed, plan.LATE, "locked", "absent") for missed in plan.MISSED),
        (number, reviewer, "0.6", "5"),
    ]
    assert found[-1].reason.endswith(deliberation.SLIP)
    assert found[-1].confirmed_by == (reviewer, plan.PANEL[0].name)
    assert verification(alone).passed
    alone.store.close()
