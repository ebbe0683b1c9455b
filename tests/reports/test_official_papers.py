"""Official papers (公文): the page of the standard, its fonts, its closing."""

import re
from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import Path

import pytest

from reviewer_app.domain.document import (
    Annex,
    Block,
    Document,
    Heading,
    SealSpace,
    Section,
    Signatures,
    Text,
)
from reviewer_app.reports.fonts import Face
from reviewer_app.reports.official_layout import CELL, PITCH, balanced, lay_out_official
from reviewer_app.reports.papers import official_paper
from reviewer_app.reports.pdf import pdf_bytes
from reviewer_app.reports.pdf_read import pdf_text
from reviewer_app.reports.surface import MM
from tests.reports.builders import a_batch, some_facts

FACTS = some_facts(a_batch(0, 0))


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text on a page."""

    x: float
    y: float
    face: Face
    text: str
    by: float


@dataclass
class Pages:
    """A surface that remembers the lines of each page."""

    lines: list[list[Line]] = field(default_factory=lambda: [[]])

    def text(self, x: float, y: float, face: Face, _size: float, text: str) -> None:
        """Remember a text."""
        self.lines[-1].append(Line(x, y, face, text, 0))

    def spaced(
        self, at: tuple[float, float], face: Face, _size: float, text: str, by: float
    ) -> None:
        """Remember a text that fills its line."""
        self.lines[-1].append(Line(*at, face, text, by))

    def line(self, *_: float) -> None:
        """Ignore a rule."""

    def grey(self, *_: float) -> None:
        """Ignore a box."""

    def draw(self, *_: object) -> None:
        """Ignore a chart."""

    def bookmark(self, *_: object) -> None:
        """Ignore an entry of the outline."""

    def end_page(self) -> None:
        """Begin the next page."""
        self.lines.append([])


def a_paper(*blocks: Block, title: str = "") -> Document:
    return official_paper(FACTS, ("17", "publicity", title or "公示"), blocks)


def laid(*blocks: Block, title: str = "") -> list[list[Line]]:
    pages = Pages()
    lay_out_official(a_paper(*blocks, title=title), pages)
    return pages.lines[:-1]


def test_a_page_holds_twenty_two_lines_of_twenty_eight_characters() -> None:
    text = "\n".join(f"{'评' * 26}" for _ in range(60))

    _first, second, *_ = laid(Text(text))

    assert len(second) == 22
    assert {len(line.text) for line in second} == {26}


def test_lines_stand_a_fixed_pitch_apart() -> None:
    _first, second, *_ = laid(Text("\n".join("评审" for _ in range(60))))

    gaps = {round(after.y - line.y, 2) for line, after in pairwise(second)}
    assert gaps == {round(225 * MM / 22, 2)}


def test_a_full_line_reaches_the_right_margin() -> None:
    (page,) = laid(Text("评" * 100))

    _title, first, second, *_ = page
    assert (len(first.text), len(second.text)) == (26, 28)
    assert second.x + 28 * 16 + 27 * second.by == pytest.approx((28 + 156) * MM)


def test_lines_of_letters_are_not_spaced_out() -> None:
    (page,) = laid(Text("The panel heard every applicant and put its questions. " * 6))

    assert max(line.by for line in page[1:]) < 0


def test_a_paragraph_begins_two_characters_in() -> None:
    (page,) = laid(Text("评审" * 40))

    assert page[1].x - page[2].x == pytest.approx(2 * CELL)


def test_headings_take_the_fonts_of_their_level() -> None:
    (page,) = laid(Heading("一、依据"), Heading("（一）方案", 2), Text("正文"))

    assert [line.face for line in page[1:]] == [
        Face.OFFICE_HEADING,
        Face.OFFICE_SUBHEADING,
        Face.OFFICE_BODY,
    ]


def test_unit_and_date_never_stand_without_text() -> None:
    for lines in range(1, 40):
        text = "\n".join(f"第{line}段" for line in range(lines))

        last = laid(Text(text), SealSpace("某某局", "2026年11月24日"))[-1]

        assert f"第{lines - 1}段" in [line.text for line in last], lines


def test_the_unit_stands_over_the_middle_of_the_date() -> None:
    (page,) = laid(Text("正文"), SealSpace("某局", "2026年11月24日"))

    unit, date = page[-2:]
    from reviewer_app.reports.fonts import text_width

    middles = [line.x + text_width(line.face, line.text) * 16 / 2000 for line in (unit, date)]
    assert middles[0] == pytest.approx(middles[1])
    assert date.y - unit.y == pytest.approx(PITCH)


def test_signatures_take_the_end_of_the_text_along() -> None:
    places = tuple(f"成员{seat}" for seat in range(9))
    for lines in range(1, 30):
        text = "\n".join(f"第{line}段" for line in range(lines))

        last = laid(Text(text), Signatures("", places, "年 月 日"))[-1]

        assert f"第{lines - 1}段" in [line.text for line in last], lines


def test_an_annex_and_a_section_begin_pages() -> None:
    pages = laid(Section("一"), Text("甲"), Section("二"), Text("乙"), Annex("附件", "名单"))

    assert [page[0].text for page in pages] == ["公示", "公示", "附件"]


def test_a_long_title_is_broken_into_equal_lines() -> None:
    lines = balanced("关于2026年厦门市人工智能行业垂直模型项目拟支持名单的公示", 156 * MM)

    assert len(lines) == 2
    assert abs(len(lines[0]) - len(lines[1])) <= 4


def test_page_numbers_stand_outside_as_official_papers_have_them(tmp_path: Path) -> None:
    path = tmp_path / "paper.pdf"
    path.write_bytes(pdf_bytes(a_paper(Text("\n".join("评审" for _ in range(60))))))

    pages = pdf_text(path).split("\f")

    assert [re.findall(r"— \d —", page) for page in pages] == [["— 1 —"], ["— 2 —"], ["— 3 —"]]


def test_the_style_is_not_part_of_the_code() -> None:
    paper = a_paper(Text("正文"))

    from reviewer_app.domain.document import Style

    assert replace(paper, style=Style.FORM).code == paper.code
