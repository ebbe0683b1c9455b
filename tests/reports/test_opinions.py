"""Report 14: a drafted opinion that says nothing the ranking does not say."""

import re
from dataclasses import replace

from reviewer_app.domain.application import Standing
from reviewer_app.domain.document import Document, Section, Signatures
from reviewer_app.domain.points import format_points
from reviewer_app.domain.sheet import SheetState
from reviewer_app.reports.catalogue import build
from reviewer_app.reports.opinions import Opinion, opinions
from reviewer_app.reports.pdf import texts
from tests.reports.builders import (
    a_batch,
    a_candidate,
    a_panel,
    a_ranking,
    a_reviewer,
    a_scheme,
    a_sheet,
    some_facts,
)

FACTS = some_facts(a_batch(4, 6, absences=True), a_panel(6))
SCORES = {"A1": 1000, "A2": 1000, "B1": 1500, "B2": 500}


def signers(document: Document) -> list[tuple[str, ...]]:
    return [block.places for block in document.blocks if isinstance(block, Signatures)]


def test_each_application_has_its_section_by_number() -> None:
    names = [b.name for b in build("opinions", FACTS).blocks if isinstance(b, Section)]

    assert [name.split()[0] for name in names] == [row.number for row in FACTS.chosen]


def test_one_application_can_be_had_alone() -> None:
    number = FACTS.chosen[2].number

    document = build("opinions", replace(FACTS, only=number))

    assert len(signers(document)) == 1
    assert number in "".join(texts(document))


def test_every_number_with_decimals_is_one_of_the_ranking() -> None:
    published = {
        format_points(value, 2)
        for row in FACTS.ranking.applications
        for value in (row.score, *row.factors.values())
        if value is not None
    }

    found = set(re.findall(r"\d+\.\d\d", "\n".join(texts(build("opinions", FACTS)))))

    assert found
    assert found <= published


def test_who_recused_themselves_do_not_sign() -> None:
    sheets = (a_sheet("R1", SCORES), a_sheet("R2", {}, SheetState.RECUSED), a_sheet("R3", SCORES))
    ranking = a_ranking(a_scheme(), (a_candidate("P1", sheets),))
    panel = (a_reviewer("R1"), a_reviewer("R2", leader=True), a_reviewer("R3"))

    document = build("opinions", some_facts(ranking, panel))

    assert signers(document) == [("代行组长", "成员  专家R1", "成员  专家R3")]
    assert "专家R2（回避）" in "".join(texts(document))


def test_those_that_dropped_out_have_no_opinion() -> None:
    gone = a_candidate("P1", (), standing=Standing.WITHDRAWN)

    document = build("opinions", some_facts(a_ranking(a_scheme(), (gone,))))

    assert signers(document) == []
    assert "没有需要出具评审意见的项目" in "".join(texts(document))


def test_nobody_recommends_unless_it_is_recorded() -> None:
    (result, *_) = FACTS.chosen

    blank = "".join(texts(opinions(FACTS, (Opinion(result),))))
    told = opinions(FACTS, (Opinion(result, recommendation="推荐", tier="B档"),))

    assert "（□推荐　□不推荐）列入支持范围，建议档次：________" in blank
    assert "推荐列入支持范围，建议档次：B档" in "".join(texts(told))
