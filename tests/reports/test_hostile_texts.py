"""Hostile and rare text in every field of every paper: printed as it is, nothing run."""

import re
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook

from reviewer_app.reports.catalogue import build, made_now
from reviewer_app.reports.facts import ReportFacts
from reviewer_app.reports.fonts import missing_glyphs
from reviewer_app.reports.pdf import texts
from reviewer_app.reports.reading_back import text_of
from reviewer_app.reports.writing import write_report
from tests.reports.builders import (
    a_candidate,
    a_ranking,
    a_reviewer,
    a_scheme,
    a_sheet,
    some_facts,
)
from tests.reports.form_facts import with_forms

NAME = "=cmd|'/c calc'!A1 <img src=\"/etc/passwd\"/> & {0} %s\x00\x07\u202e𠮷"
WORD = "W" * 3000
COMMENT = "".join(f"第{place}条。" for place in range(3300))
FACTORS = """
[[factor]]
code = "A'1]"
name = "O'Brien & <b>[x]*?:"
[[factor.indicator]]
code = "=A1"
name = "@sum(\\"x\\")"
kind = "judged"
max = "60"
[[factor]]
code = "B"
name = "-1+1"
[[factor.indicator]]
code = "R1C1"
name = "{name}"
kind = "judged"
max = "40"
"""
SHOWN = re.sub(r"\s|[\x00-\x1f\u202e]", "", NAME)
FILES = [(row.key, extension) for row in made_now() for extension in row.formats]


def hostile_facts() -> ReportFacts:
    scores = {"=A1": 5000, "R1C1": 3000}
    candidates = (
        a_candidate("P/1", (a_sheet("R1", scores), a_sheet("R2", scores)), NAME, NAME),
        a_candidate("P'2", (a_sheet("R1", {"=A1": 4000, "R1C1": 3000}),), WORD, WORD),
    )
    ranking = replace(a_ranking(a_scheme("", FACTORS), candidates), batch=NAME)
    panel = (replace(a_reviewer("R1", NAME), leader=True, title=NAME), a_reviewer("R2", NAME))
    facts = some_facts(ranking, panel, comments={("P/1", "R1", "=A1"): COMMENT})
    settings = {"bureau.name": NAME, "bureau.contact": NAME}
    return replace(with_forms(facts), settings=settings, recusals=())


@pytest.mark.parametrize(("key", "extension"), FILES)
def test_every_paper_prints_hostile_text_as_it_is(key: str, extension: str, tmp_path: Path) -> None:
    facts = hostile_facts()
    path = tmp_path / f"paper.{extension}"

    write_report(build(key, facts), path, check=(facts.ranking, facts.translator))

    text = re.sub(r"\s", "", text_of(path))
    data = path.read_bytes()
    assert SHOWN in text, "the batch stands in every paper"
    assert not re.search(rb"/(Launch|URI|JavaScript|GoToR|EmbeddedFile)\b", data)


@pytest.mark.parametrize("key", [key for key, extension in FILES if extension == "xlsx"])
def test_only_our_own_formulas_stand_in_workbooks(key: str, tmp_path: Path) -> None:
    facts = hostile_facts()
    path = tmp_path / "book.xlsx"

    write_report(build(key, facts), path, check=(facts.ranking, facts.translator))

    with zipfile.ZipFile(path) as package:
        members = [package.read(name).decode() for name in package.namelist()]
    formulas = [part for text in members for part in re.findall(r"<f>([^<]*)</f>", text)]
    assert not [formula for formula in formulas if "calc" in formula or "cmd" in formula]
    assert bool(formulas) == (key == "ranking")
    assert not [text for text in members if "externalLink" in text or "vbaProject" in text]
    load_workbook(path)


def test_a_long_comment_is_whole_in_every_paper_that_has_it(tmp_path: Path) -> None:
    facts = hostile_facts()

    for extension in ("pdf", "xlsx"):
        path = tmp_path / f"sheets.{extension}"
        write_report(build("score-sheets", facts), path)
        text = re.sub(r"\s", "", text_of(path))
        found = {int(place) for place in re.findall(r"第(\d+)条", text)}
        assert len(set(range(3300)) - found) <= text.count("页共"), "only where a page ends"


@pytest.mark.parametrize("key", [row.key for row in made_now()])
def test_every_character_without_a_glyph_is_listed_before(key: str) -> None:
    facts = hostile_facts()
    ranking = replace(facts.ranking, batch="甲😀乙")
    renamed = replace(facts, ranking=ranking, settings={"bureau.name": "甲😀乙"})

    document = build(key, renamed)

    assert {glyph.code for glyph in missing_glyphs(texts(document))} == {"U+1F600"}
