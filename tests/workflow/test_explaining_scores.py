"""A score far from its suggestion is submitted only with a reason.

Source: contract.md 2, `tolerance`: "further from the suggestion than this share of max
(exclusive) needs a reason".
"""

from fractions import Fraction
from pathlib import Path

import pytest

from reviewer_app.domain.errors import SheetUnexplained
from reviewer_app.domain.scheme_reading import scheme_from
from reviewer_app.domain.sheet import SheetState
from reviewer_app.queries.present import present
from reviewer_app.workflow.give_score import give_score, write_comment
from reviewer_app.workflow.submit_sheet import submit_sheet
from reviewer_app.workspace import Workspace
from tests.builders import a_scheme_document, a_workspace, an_application


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """Four users suggest 4 of 10 points on A1; 2 points either way need no reason."""
    document = a_scheme_document()
    assisted = document["factor"][0]["indicator"][0]  # type: ignore[index]
    assisted.update(kind="assisted", tolerance="0.2")
    scheme = scheme_from(document)
    return a_workspace(
        tmp_path / "batch.review",
        scheme=scheme,
        applications=(an_application("P1"), an_application("P2", users=None)),
    )


def submit(workspace: Workspace, value: str, *, comment: str = "", application: str = "P1") -> None:
    pair = {"application": application, "reviewer": "R1"}
    for code, points in (("A1", value), ("B1", "30"), ("B2", "30")):
        give_score(workspace, **pair, indicator=code, value=Fraction(points))
    if comment:
        write_comment(workspace, **pair, indicator="A1", text=comment)
    submit_sheet(workspace, application=application, reviewer="R1")


@pytest.mark.parametrize("value", ["1.5", "6.5"])
def test_beyond_the_tolerance_a_score_without_reason_is_not_submitted(
    workspace: Workspace, value: str
) -> None:
    with pytest.raises(SheetUnexplained) as caught:
        submit(workspace, value)

    assert caught.value.indicators == ("A1",)
    assert present(workspace).sheets == {("P1", "R1"): SheetState.DRAFT}


@pytest.mark.parametrize("value", ["2", "4", "6"])
def test_at_the_tolerance_no_reason_is_needed(workspace: Workspace, value: str) -> None:
    submit(workspace, value)

    assert present(workspace).sheets == {("P1", "R1"): SheetState.SUBMITTED}


def test_a_comment_is_the_reason(workspace: Workspace) -> None:
    submit(workspace, "10", comment="用户均为头部企业")

    assert present(workspace).sheets == {("P1", "R1"): SheetState.SUBMITTED}


def test_a_comment_of_spaces_is_no_reason(workspace: Workspace) -> None:
    with pytest.raises(SheetUnexplained):
        submit(workspace, "10", comment="  ")


def test_without_a_suggestion_there_is_nothing_to_explain(workspace: Workspace) -> None:
    submit(workspace, "10", application="P2")

    assert present(workspace).sheets == {("P2", "R1"): SheetState.SUBMITTED}
