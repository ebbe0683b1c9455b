"""The wizard makes a workspace that every command can read."""

from dataclasses import replace
from pathlib import Path

import pytest

from reviewer_app.domain.errors import FileExists, FileMissing, UnsafePlace
from reviewer_app.domain.person import Person, Role
from reviewer_app.domain.plans import ImportKind
from reviewer_app.importing.sample_workbooks import write_sample_workbook
from reviewer_app.importing.scheme_file import bundled_scheme
from reviewer_app.queries.batch import batch_settings, batch_title
from reviewer_app.queries.first_imports import FirstFile, plan_first
from reviewer_app.queries.new_place import file_name, require_new_place
from reviewer_app.queries.overview import overview
from reviewer_app.queries.people import people_of_batch
from reviewer_app.queries.verification import verification
from reviewer_app.storage import place
from reviewer_app.workflow.begin_batch import BatchOrder, begin_batch
from reviewer_app.workflow.build_sample import BOOKS
from reviewer_app.workflow.undo import undo
from reviewer_app.workspace import open_workspace
from tests.builders import some_surroundings


@pytest.fixture
def files(tmp_path: Path) -> list[FirstFile]:
    """The workbooks of the sample but the scores, last one first."""
    books = [book for book in BOOKS if book.kind is not ImportKind.SCORES]
    for book in books:
        write_sample_workbook(tmp_path / book.file_name, book.sheets)
    return [FirstFile(book.kind, tmp_path / book.file_name) for book in reversed(books)]


def an_order(folder: Path, files: list[FirstFile]) -> BatchOrder:
    return BatchOrder(
        path=folder / "一批.review",
        clerk=Person("林干事", Role.SECRETARY),
        title="2026年第一批",
        scheme=bundled_scheme("measure-5"),
        settings={"bureau.name": "某市工信局", "bureau.phone": ""},
        files=files,
    )


def test_files_are_planned_as_if_those_before_were_imported(files: list[FirstFile]) -> None:
    plans = plan_first(bundled_scheme("measure-5"), files, lambda _rows: None)

    assert {kind: len(plan.problems) for kind, plan in plans.items()} == {
        ImportKind.APPLICATIONS: 0,
        ImportKind.METRICS: 0,
        ImportKind.DETAILS: 0,
        ImportKind.REVIEWERS: 0,
    }
    assert len(plans[ImportKind.APPLICATIONS].new) == 24


def test_the_new_batch_holds_title_settings_and_rows_and_passes_verify(
    tmp_path: Path, files: list[FirstFile]
) -> None:
    begun = begin_batch(an_order(tmp_path, files), some_surroundings())

    workspace = open_workspace(begun.path, some_surroundings())
    assert batch_title(workspace) == "2026年第一批"
    assert batch_settings(workspace) == {"bureau.name": "某市工信局"}
    assert overview(workspace).applications == 24
    assert verification(workspace).passed
    workspace.close()
    assert begun.left_out == ()
    assert not list(tmp_path.glob(".batch*"))


def test_a_file_with_problems_is_left_out_whole(tmp_path: Path, files: list[FirstFile]) -> None:
    wrong = tmp_path / "wrong.csv"
    wrong.write_text("专家编号,姓名\nR1,甲\nR1,乙\n", encoding="utf-8")
    kept = [file for file in files if file.kind is not ImportKind.REVIEWERS]

    begun = begin_batch(
        an_order(tmp_path, [*kept, FirstFile(ImportKind.REVIEWERS, wrong)]), some_surroundings()
    )

    workspace = open_workspace(begun.path, some_surroundings())
    shown = overview(workspace)
    workspace.close()
    assert [plan.kind for plan in begun.left_out] == [ImportKind.REVIEWERS]
    assert (shown.applications, len(shown.progress)) == (24, 0)


def test_a_cancel_leaves_nothing_behind(tmp_path: Path, files: list[FirstFile]) -> None:
    def stop(_file: FirstFile) -> None:
        raise InterruptedError

    target = tmp_path / "to"
    target.mkdir()
    with pytest.raises(InterruptedError):
        begin_batch(an_order(target, files), some_surroundings(), stop)

    assert list(target.iterdir()) == []


def test_a_file_that_stands_there_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "一批.review").write_text("mine", encoding="utf-8")

    with pytest.raises(FileExists):
        begin_batch(an_order(tmp_path, []), some_surroundings())

    assert (tmp_path / "一批.review").read_text(encoding="utf-8") == "mine"


def test_a_missing_folder_is_said_before_the_end(tmp_path: Path) -> None:
    with pytest.raises(FileMissing):
        require_new_place(tmp_path / "gone" / "w.review")


def test_a_share_or_stick_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(place, "_unix_kind", lambda _path, _mounts: "cifs: /mnt/share")

    with pytest.raises(UnsafePlace):
        require_new_place(tmp_path / "w.review")


def test_a_title_makes_a_file_name_every_system_takes() -> None:
    assert file_name("2026年“A/B”批: 第一次?") == "2026年“A_B”批_ 第一次_.review"
    assert file_name(" . ") == "batch.review"


def test_the_clerk_begins_the_batch_and_may_take_an_import_back(
    tmp_path: Path, files: list[FirstFile]
) -> None:
    reviewers = [file for file in files if file.kind is ImportKind.REVIEWERS]

    begun = begin_batch(an_order(tmp_path, reviewers), some_surroundings("office"))

    workspace = replace(open_workspace(begun.path, some_surroundings("林干事")), since=begun.since)
    entries = workspace.store.entries()
    assert {entry.actor for entry in entries} == {"林干事"}
    assert [entry.verb for entry in entries[begun.since :]] == [
        "change_setting",
        "import_reviewers",
    ]
    undo(workspace, entries[-1].seq)
    assert [person.name for person in people_of_batch(workspace)] == ["林干事"]
    workspace.close()
