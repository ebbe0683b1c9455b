"""What storage hands to the ranking."""

from pathlib import Path

from reviewer_app.domain.sheet import SheetState
from reviewer_app.storage import applications, sheets
from reviewer_app.storage.stored_texts import StoredTexts
from tests.builders import a_workspace, score_sheet


def test_scores_of_a_draft_stay_unread(tmp_path: Path) -> None:
    workspace = a_workspace(tmp_path / "batch.review", reviewers=2)
    score_sheet(workspace, "P1", "R1", "30.5", "40")
    score_sheet(workspace, "P1", "R2", "20", submit=False)

    found = [row[2:] for row in sheets.panel_sheets(workspace.store)]

    assert found == [
        (SheetState.SUBMITTED, {"B1": 3050, "B2": 4000}),
        (SheetState.DRAFT, {}),
    ]


def test_every_score_is_read_with_its_sheet(tmp_path: Path) -> None:
    workspace = a_workspace(tmp_path / "batch.review", reviewers=2)
    score_sheet(workspace, "P1", "R1", "30.5", "40")
    score_sheet(workspace, "P2", "R2", "20", submit=False)

    found = list(sheets.all_scores(workspace.store).values())

    assert found == [{"B1": 3050, "B2": 4000}, {"B1": 2000}]


def test_inputs_of_a_computed_score_read_as_they_were_written(tmp_path: Path) -> None:
    workspace = a_workspace(tmp_path / "batch.review")

    computed = applications.load_computed(workspace.store)

    assert [item["A1"].inputs for item in computed.values()] == [{"users": "4"}, {"users": "7"}]


def test_stored_texts_are_a_mapping() -> None:
    texts = StoredTexts('{"用户数": "4", "档": "有"}')

    assert (len(texts), list(texts), texts["档"]) == (2, ["用户数", "档"], "有")
