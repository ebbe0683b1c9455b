"""The workbooks: values, safe text, page set-up."""

import errno
import io
import re
import zipfile
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from openpyxl import Workbook, load_workbook

from reviewer_app.domain.document import Document
from reviewer_app.reports.catalogue import build
from reviewer_app.reports.cells import LONGEST, pieces, sheet_names
from reviewer_app.reports.excel import write_workbook
from reviewer_app.reports.writing import numbers
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

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

KEYS = ("ranking", "composite", "score-sheets", "consistency")


def _bytes(document: Document) -> bytes:
    buffer = io.BytesIO()
    write_workbook(document, buffer)
    return buffer.getvalue()


def _book(document: Document) -> Workbook:
    return load_workbook(io.BytesIO(_bytes(document)))


def _ranking_of(name: str) -> Document:
    sheet = a_sheet("R1", {"A1": 1000, "A2": 1000, "B1": 1500, "B2": 500})
    candidate = a_candidate("P1", (sheet,), name=name, applicant=name)
    facts = some_facts(a_ranking(a_scheme(), (candidate,)), (a_reviewer("R1", name),))
    return build("ranking", facts)


@pytest.mark.parametrize("key", KEYS)
def test_every_number_stands_in_a_cell_as_printed(key: str) -> None:
    document = build(key, some_facts(a_batch(6, 5, absences=True), a_panel(5)))

    found = [
        Fraction(str(value))
        for sheet in _book(document)
        for row in sheet.iter_rows(values_only=True)
        for value in row
        if isinstance(value, int | float)
    ]

    assert found == [Fraction(number.text) for number in numbers(document)]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "#N/A", "=cmd|'/c calc'!A1", "007"])
def test_text_stays_text(text: str) -> None:
    sheet = _book(_ranking_of(text)).worksheets[0]

    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value == text]

    assert cells
    assert {cell.data_type for cell in cells} == {"s"}
    assert all(cell.quotePrefix for cell in cells)


def test_illegal_signs_are_left_out() -> None:
    sheet = _book(_ranking_of("甲\x00\x0b\ud800\ufffe乙\u202e丙")).worksheets[0]

    values = {cell for row in sheet.iter_rows(values_only=True) for cell in row}

    assert "甲乙丙" in values


def test_text_no_cell_can_hold_goes_on_in_the_next_row() -> None:
    facts = some_facts(a_batch(1, 3), a_panel(3))
    number = facts.ranking.applications[0].number
    comment = "甲" * (LONGEST + 10)

    book = _book(build("score-sheets", replace(facts, comments={(number, "R1", "B2"): comment})))

    texts = [cell.value for row in book.worksheets[0].iter_rows() for cell in row]
    long = [text for text in texts if isinstance(text, str) and "甲甲" in text]
    assert [len(text) for text in long] == [LONGEST, 13]
    assert long[1] == "（续）" + "甲" * 10


def test_pieces_count_in_utf_16() -> None:
    found = pieces("𠮷" * 20_000, "+")

    assert [len(piece.encode("utf-16-le")) // 2 for piece in found] == [LONGEST - 1, 7235]
    assert "".join(found).replace("+", "") == "𠮷" * 20_000


def test_names_of_sheets_are_legal_and_differ() -> None:
    assert sheet_names(["a/b", "A b", "x" * 40, "X" * 40]) == [
        "a b",
        "A b (2)",
        "x" * 31,
        "X" * 27 + " (2)",
    ]


def test_the_same_values_give_the_same_bytes() -> None:
    document = build("ranking", some_facts(a_batch(3, 5), a_panel(5)))

    assert _bytes(document) == _bytes(document)


def test_nobody_is_named_as_author_and_no_clock_is_read() -> None:
    properties = _book(_ranking_of("x")).properties

    assert properties.creator in (None, "")
    assert properties.lastModifiedBy is None
    assert properties.created is not None
    assert properties.created.year == 2000


def test_the_table_prints_on_one_width_of_a4_with_its_header_repeated() -> None:
    document = build("ranking", some_facts(a_batch(3, 5), a_panel(5)))
    content = _bytes(document)

    sheet = load_workbook(io.BytesIO(content)).worksheets[0]

    assert sheet.page_setup.paperSize == 9
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.sheet_properties.pageSetUpPr is not None
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.print_title_rows == "$7:$8"
    assert sheet.freeze_panes == "A9"
    assert str(sheet.print_area).endswith(str(sheet.max_row))


def test_each_reviewer_has_a_sheet() -> None:
    book = _book(build("score-sheets", some_facts(a_batch(3, 3), a_panel(3))))

    assert [name.split()[0] for name in book.sheetnames] == ["R1", "R2", "R3"]


def test_the_file_has_no_macro_and_no_link_outside() -> None:
    with zipfile.ZipFile(io.BytesIO(_bytes(_ranking_of("=x")))) as package:
        names = package.namelist()
        rows = package.read("xl/worksheets/sheet1.xml").decode()

    assert not [name for name in names if re.search(r"vba|externalLink", name)]
    assert "<f>" not in rows


class FullDisk(io.BytesIO):
    """Takes a thousand bytes, then no more."""

    def write(self, data: "ReadableBuffer") -> int:
        if self.tell() > 1000:
            raise OSError(errno.ENOSPC, "full")
        return super().write(data)


def test_a_full_disk_in_the_middle_is_the_only_complaint() -> None:
    ranking = a_batch(30, 5)
    facts = some_facts(ranking, a_panel(5))

    with pytest.raises(OSError, match="full"), FullDisk() as target:
        write_workbook(build("ranking", facts), target, (ranking, facts.translator))
