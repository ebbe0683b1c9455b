"""What is published names no reviewer and shows no single score, in any of its formats."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from reviewer_app.domain.document import Edition
from reviewer_app.domain.person import Reviewer
from reviewer_app.domain.points import format_points, from_hundredths
from reviewer_app.domain.results import Ranking
from reviewer_app.domain.sheet import SheetState
from reviewer_app.reports.catalogue import build, made_now
from reviewer_app.reports.reading_back import text_of
from reviewer_app.reports.writing import write_report
from tests.reports.builders import a_candidate, a_ranking, a_scheme, a_sheet, some_facts

PANEL = (
    Reviewer("R71", "植入甲", "植入大学", leader=True),
    Reviewer("R72", "植入乙", "植入研究院", former_organisations=("植入公司",)),
    Reviewer("R73", "植入丙"),
)
PLANTED = ("植入", "R71", "R72", "R73", "只有专家知道的意见")


def a_planted_ranking() -> Ranking:
    """A ranked application, one tied with it, one pending; scores with odd hundredths."""
    sheets = (
        a_sheet("R71", {"A1": 1013, "A2": 1217, "B1": 1709, "B2": 613}),
        a_sheet("R72", {"A1": 1427, "A2": 1619, "B1": 2113, "B2": 823}),
        a_sheet("R73", {}, SheetState.RECUSED),
    )
    waiting = (a_sheet("R71", {"A1": 1013}, SheetState.DRAFT), a_sheet("R73", {}))
    return a_ranking(
        a_scheme('quorum = 2\npass_total = "30"'),
        (a_candidate("P1", sheets), a_candidate("P2", sheets), a_candidate("P3", waiting)),
    )


FACTS = replace(
    some_facts(
        a_planted_ranking(), PANEL, Edition.PUBLIC, comments={("P1", "R71", "A1"): PLANTED[-1]}
    ),
    reasons={"P3": "未提交评分表：R71、R73"},
)
FILES = [
    (report.key, extension)
    for report in made_now()
    if report.has_public
    for extension in report.formats
]


@pytest.fixture(params=FILES, ids="-".join)
def published(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    key, extension = request.param
    path = tmp_path / f"paper.{extension}"
    write_report(build(key, FACTS), path, check=(FACTS.ranking, FACTS.translator))
    return text_of(path)


def test_no_planted_word_is_in_it(published: str) -> None:
    assert "P1" in published or "项目P1" in published
    assert [word for word in PLANTED if word in published] == []


def test_no_single_score_is_in_it(published: str) -> None:
    rows = [row for result in FACTS.ranking.applications for row in result.reviewers]
    single = {
        format_points(from_hundredths(score), 2) for row in rows for score in row.scores.values()
    }
    single |= {format_points(row.total, 2) for row in rows if row.total is not None}

    assert single & set(re.findall(r"\d+\.\d\d", published)) == set()


def test_the_ranking_is_among_them() -> None:
    assert {key for key, _ in FILES} >= {"ranking", "publicity"}
