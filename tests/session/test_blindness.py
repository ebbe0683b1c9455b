"""While scores are given, no query and no paper gives anybody a number of somebody else's."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from reviewer_app.domain.document import Edition
from reviewer_app.domain.errors import NotAllowed
from reviewer_app.domain.person import Actor, Role
from reviewer_app.domain.session_errors import NotNow
from reviewer_app.i18n import translator
from reviewer_app.queries.closing import closing_checks
from reviewer_app.queries.comparison import comparison
from reviewer_app.queries.issued import changed_papers
from reviewer_app.queries.report import ReportOrder, prepare
from reviewer_app.queries.report_list import preview
from reviewer_app.queries.results import results
from reviewer_app.queries.signing import settled, signing_stand
from reviewer_app.queries.supervisor import disclosure_moments, late_changes
from reviewer_app.reports import catalogue
from reviewer_app.workflow.print_report import print_report
from reviewer_app.workflow.write_reports import write_reports
from reviewer_app.workspace import Workspace, workspace_at
from tests.builders import score_sheet
from tests.session.meeting import Meeting, to_scoring

_ZH = translator("zh_CN")
_ORDER = ReportOrder(Edition.INTERNAL, _ZH)

QUERIES: Mapping[str, Callable[[Workspace], object]] = {
    "results": results,
    "late changes": late_changes,
    "moments of disclosure": disclosure_moments,
    "comparison": lambda workspace: comparison(workspace, 3, 0, _ZH),
    "closing gate": closing_checks,
    "signing": signing_stand,
    "changed papers": changed_papers,
}


@pytest.fixture
def scoring(tmp_path: Path) -> Iterator[Meeting]:
    """R2 has submitted P1."""
    made = to_scoring(tmp_path / "w.review")
    score_sheet(made.by("R2"), "P1", "R2", "31.5", "27.5")
    yield made
    made.staff.store.close()


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("query", QUERIES)
def test_a_query_is_refused_to_everybody(scoring: Meeting, query: str, role: Role) -> None:
    person = scoring.as_(Actor("某人", role, "R1" if role in (Role.REVIEWER, Role.LEADER) else ""))

    with pytest.raises((NotNow, NotAllowed)):
        QUERIES[query](person)


@pytest.mark.parametrize("role", Role)
def test_a_look_back_is_refused_alike(scoring: Meeting, role: Role) -> None:
    person = scoring.as_(Actor("某人", role))
    past = workspace_at(person, person.store.head()[0])

    for query in QUERIES.values():
        with pytest.raises((NotNow, NotAllowed)):
            query(past)
    past.store.close()


@pytest.mark.parametrize(
    "key", [row.key for row in catalogue.REPORTS if row.shows_results and row.build]
)
def test_no_paper_with_results_is_made(scoring: Meeting, tmp_path: Path, key: str) -> None:
    staff = scoring.staff

    for make in (
        lambda: prepare(staff, key, _ORDER),
        lambda: preview(staff, key, _ORDER),
        lambda: print_report(staff, key, _ORDER),
        lambda: write_reports(staff, [(key, "pdf")], tmp_path, _ORDER),
    ):
        with pytest.raises(NotNow):
            make()
    assert list(tmp_path.glob("*.pdf")) == []


def test_how_far_settling_is_tells_nothing_of_the_gate(scoring: Meeting) -> None:
    assert settled(scoring.staff).open_lines == 0
    assert settled(scoring.staff).versions == ()
