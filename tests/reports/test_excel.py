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

from reviewer_app.domain.document import Document, Edition
from reviewer_app.reports.catalogue import build, made_now
from reviewer_app.reports.cells import LONGEST, pieces, sheet_names
from reviewer_app.reports.excel import write_workbook
from reviewer_app.reports.facts import ReportFacts
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
from tests.reports.form_facts import with_forms
from tests.reports.test_recomputation import THIRDS, a_small_batch

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer
    from openpyxl.worksheet.worksheet import Worksheet

TOO_FINE = THIRDS.replace('"4/3"', '"1333333333333/1000000000000"').replace(
    '"1/3"', '"1/1000000000000"'
)
KEYS = tuple(report.key for report in made_now() if "xlsx" in report.formats)


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
    document = build(key, with_forms(some_facts(a_batch(6, 5, absences=True), a_panel(5))))

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
    assert _points_wide(sheet) * int(sheet.page_setup.scale or 100) / 100 <= 756
    assert sheet.print_title_rows == "$5:$6"
    assert sheet.freeze_panes == "A7"
    assert str(sheet.print_area).endswith(str(sheet.max_row))


def _points_wide(sheet: "Worksheet") -> float:
    """Give the width in points: 10-point Arial has digits of 5.56."""
    return sum(5.56 * dimension.width for dimension in sheet.column_dimensions.values())


@pytest.mark.parametrize("key", ["ranking", "score-sheets"])
@pytest.mark.parametrize("applications", range(40, 64, 3))
def test_signatures_print_on_the_page_of_the_last_rows(key: str, applications: int) -> None:
    document = build(key, some_facts(a_batch(applications, 2), a_panel(2)))

    for sheet in _book(document).worksheets:
        last = max(one.id for one in sheet.row_breaks.brk)
        rows = list(sheet.iter_rows(min_row=last + 1, values_only=True))
        numbers = [cell for row in rows for cell in row if str(cell).startswith("XMHYMX")]
        assert len(numbers) >= 3
        assert any("签字" in str(cell) for row in rows for cell in row)


def test_each_application_is_one_page_of_the_workbook() -> None:
    document = build("composite", some_facts(a_batch(4, 7), a_panel(7)))

    sheet = _book(document).worksheets[0]

    heads = [
        cell.row for row in sheet.iter_rows() for cell in row if str(cell.value).startswith("XMH")
    ]
    assert [one.id + 1 for one in sheet.row_breaks.brk] == heads[1:]


@pytest.mark.parametrize("key", KEYS)
def test_numbers_and_codes_fit_their_columns(key: str) -> None:
    document = build(key, with_forms(some_facts(a_batch(6, 7, absences=True), a_panel(7))))

    for sheet in _book(document).worksheets:
        for cell in (cell for row in sheet.iter_rows() for cell in row):
            shown = isinstance(cell.value, int | float) or str(cell.value).startswith("XMHYMX-")
            if shown and cell.coordinate not in sheet.merged_cells:
                width = sheet.column_dimensions[re.sub(r"\d", "", cell.coordinate)].width
                assert len(str(cell.value)) + 1 <= width


@pytest.mark.parametrize(("language", "words"), [("zh_CN", "不附校验表"), ("en", "no check sheet")])
def test_a_missing_check_sheet_is_said_on_the_front(language: str, words: str) -> None:
    ranking = a_small_batch(TOO_FINE)
    facts = some_facts(ranking, a_panel(3), language=language)

    book = _ranking_book(facts)

    front = [str(cell) for row in book.worksheets[0].iter_rows(values_only=True) for cell in row]
    assert len(book.sheetnames) == 1
    assert any(words in text for text in front[:40])


def test_single_scores_stand_beside_the_internal_ranking_only() -> None:
    ranking = a_batch(3, 5)
    facts = some_facts(ranking, a_panel(5))

    internal = _ranking_book(facts)
    public = _ranking_book(replace(facts, edition=Edition.PUBLIC))

    assert internal.sheetnames[-2:] == ["得分明细", "校验"]
    assert public.sheetnames == ["评审结果汇总表"]


def test_the_check_sheets_print_one_page_wide_with_their_headers() -> None:
    book = _ranking_book(some_facts(a_batch(12, 7), a_panel(7)))
    for sheet in book.worksheets[book.sheetnames.index("A 项目投入情况") :]:
        assert sheet.sheet_properties.pageSetUpPr is not None
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.print_title_rows in ("$3:$4", "$4:$4")
        assert sheet.freeze_panes in ("C5", "B5")


def _ranking_book(facts: ReportFacts) -> Workbook:
    buffer = io.BytesIO()
    write_workbook(build("ranking", facts), buffer, (facts.ranking, facts.translator))
    return load_workbook(buffer)


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
