"""An archive proves itself by a program that knows nothing of this one."""

import csv
import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from reviewer_app.archive import check
from reviewer_app.archive.tables import PRIVATE
from reviewer_app.domain.application import Standing
from reviewer_app.domain.errors import FileExists
from reviewer_app.domain.sheet import SheetState
from reviewer_app.i18n import translator
from reviewer_app.storage.verification import verify_file
from reviewer_app.workflow.build_sample import build_sample
from reviewer_app.workflow.change_standing import change_standing
from reviewer_app.workflow.make_archive import make_archive
from reviewer_app.workflow.make_rehearsal import RehearsalOrder, make_rehearsal
from reviewer_app.workflow.record_vote import record_vote
from reviewer_app.workflow.set_aside import set_aside
from reviewer_app.workspace import Workspace, open_workspace
from tests.builders import a_scheme, a_workspace, an_application, score_sheet, some_surroundings
from tests.conftest import STATE_VARIABLES

ZH = translator("zh_CN")

RULES: tuple[dict[str, object], ...] = (
    {"combine": "mean"},
    {"combine": "median"},
    {"combine": "trimmed_mean", "trim_from": 3},
    {"combine": "trimmed_mean", "trim_from": 3, "trim_scope": "group"},
    {"combine": "trimmed_mean", "trim_from": 3, "trim_level": "factor"},
    {"combine": "trimmed_mean", "trim_from": 3, "trim_level": "indicator"},
    {"combine": "mean", "round_at": ["sheet"]},
    {"combine": "mean", "round_at": ["weighted"]},
    {"combine": "median", "trim_level": "factor", "round_at": ["factor"]},
    {"combine": "mean", "tie_break": ["B", "untrimmed_mean", "median", "requested_asc", "vote"]},
)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The archive of the sample."""
    folder = tmp_path_factory.mktemp("archive")
    with pytest.MonkeyPatch.context() as patch:
        # Else the heads of another test's sample, of the same counted ids, are met here.
        for name in STATE_VARIABLES:
            patch.setenv(name, str(folder / "state" / name.lower()))
        path = build_sample(folder / "sample", some_surroundings())
        workspace = open_workspace(path, some_surroundings())
        try:
            return make_archive(workspace, folder / "kept", ZH)
        finally:
            workspace.close()


@pytest.fixture
def copy(sample: Path, tmp_path: Path) -> Path:
    """A copy of it that a test may spoil."""
    return Path(shutil.copytree(sample, tmp_path / "copy"))


def checked(folder: Path) -> "subprocess.CompletedProcess[str]":
    """Run the archive's own program the way a stranger would."""
    return subprocess.run(
        [sys.executable, "-I", str(folder / "check.py")],
        cwd=folder.parent,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_a_stranger_checks_the_archive_and_it_agrees(sample: Path) -> None:
    done = checked(sample)

    assert (done.returncode, done.stderr) == (0, "")
    assert "一致" in done.stdout


def test_one_changed_digit_of_a_score_is_found_by_file_and_by_rank(copy: Path) -> None:
    path = copy / "tables" / "score.csv"
    rows = list(csv.reader(path.read_text(encoding="utf-8-sig").splitlines()))
    rows[5][2] = str(int(rows[5][2]) + 10)
    path.write_text("\r\n".join(",".join(row) for row in rows) + "\r\n", encoding="utf-8-sig")

    done = checked(copy)

    assert done.returncode == 1
    assert "tables/score.csv" in done.stdout
    assert "untrimmed_mean" in done.stdout


def test_a_changed_digit_is_found_even_with_all_digests_made_anew(copy: Path) -> None:
    path = copy / "ranking.json"
    told = json.loads(path.read_text(encoding="utf-8"))
    told["applications"][0]["score"] = "99.99"
    path.write_text(json.dumps(told), encoding="utf-8")
    manifest = json.loads((copy / "manifest.json").read_text(encoding="utf-8"))
    for item in manifest["files"]:
        item["sha256"] = check.sha256(copy / item["path"])
    (copy / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")

    assert list(check.check_files(copy)) == []
    assert len(list(check.check_ranking(copy))) == 1


def test_a_missing_and_a_foreign_file_are_named(copy: Path) -> None:
    (copy / "ranking.json").rename(copy / "other.json")

    found = list(check.check_files(copy))

    assert [line.rpartition(" ")[2] for line in found] == ["ranking.json", "other.json"]


def test_the_snapshot_in_it_verifies(sample: Path) -> None:
    (snapshot,) = (sample / "workspace").glob("*.review")

    assert verify_file(snapshot).passed


def test_what_belongs_to_one_person_is_not_among_the_tables(sample: Path) -> None:
    names = {path.stem for path in (sample / "tables").iterdir()}

    assert not names & PRIVATE
    assert {"score", "sheet", "journal", "objective_score"} <= names


def test_every_file_has_its_class_of_keeping(sample: Path) -> None:
    manifest = json.loads((sample / "manifest.json").read_text(encoding="utf-8"))
    kept = {item["path"]: item["retention"] for item in manifest["files"]}

    assert kept["documents/11-ranking.pdf"] == "permanent"
    assert kept["documents/09-score-sheets.pdf"] == "thirty_years"
    assert set(kept.values()) <= {"permanent", "thirty_years", "ten_years"}


def test_an_archive_is_never_replaced(sample: Path) -> None:
    path = next((sample.parent.parent / "sample").glob("*.review"))
    workspace = open_workspace(path, some_surroundings())

    with pytest.raises(FileExists):
        make_archive(workspace, sample.parent, ZH)

    workspace.close()
    assert [entry.name for entry in sample.parent.iterdir()] == [sample.name]


@pytest.fixture
def small(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Workspace]:
    """Applications with ties, a recusal, a withdrawal and one short of sheets."""
    batch = tuple(an_application(f"P{place}", users="4") for place in range(1, 7))
    workspace = a_workspace(
        tmp_path / "w.review",
        applications=batch,
        reviewers=4,
        scheme=a_scheme(**{"quorum": 2, **request.param}),
    )
    given = (("30", "20.5"), ("31.5", "44"), ("12", "40"), ("45", "0"))
    for place in (1, 2, 3, 4, 5):
        for reviewer, values in enumerate(given, start=1):
            shifted = given[(reviewer + (place > 3)) % 4] if place > 3 else values
            if (place, reviewer) == (3, 4):
                continue
            score_sheet(workspace, f"P{place}", f"R{reviewer}", *shifted)
    set_aside(
        workspace, application="P3", reviewer="R4", state=SheetState.RECUSED, reason="同一单位"
    )
    change_standing(workspace, application="P5", standing=Standing.WITHDRAWN, reason="撤回")
    yield workspace
    workspace.close()


@pytest.mark.parametrize("small", RULES, indirect=True, ids=str)
def test_the_checker_agrees_with_every_rule(small: Workspace, tmp_path: Path) -> None:
    if small.scheme().rules.tie_break:
        record_vote(small, order=("P2", "P1"), reason="组内表决")

    folder = make_archive(small, tmp_path / "kept", ZH)

    told = json.loads((folder / "ranking.json").read_text(encoding="utf-8"))
    assert {item["state"] for item in told["applications"]} >= {"ranked", "withdrawn", "pending"}
    assert checked(folder).returncode == 0


def test_the_archive_of_a_rehearsal_says_so_everywhere(tmp_path: Path) -> None:
    workspace = a_workspace(tmp_path / "real.review")
    for number in ("R1", "R2", "R3"):
        for application in ("P1", "P2"):
            score_sheet(workspace, application, number, "20", "20")
    order = RehearsalOrder(tmp_path / "演练.review", "测试批次", "演练复核员")
    rehearsal = open_workspace(make_rehearsal(workspace, order), some_surroundings())
    try:
        made = make_archive(rehearsal, tmp_path / "kept", ZH, allow_missing=True)
    finally:
        rehearsal.close()
        workspace.close()

    assert made.name.startswith("【演练】测试批次")
    assert json.loads((made / "manifest.json").read_text("utf-8"))["rehearsal"] is True
    told = subprocess.run(
        [sys.executable, str(made / "check.py")], capture_output=True, check=True
    ).stdout.decode()
    assert told.startswith("演练，不作任何依据")
    assert verify_file(next((made / "workspace").glob("*.review"))).passed
