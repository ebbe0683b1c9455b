"""A Document as a workbook: literal values in streamed rows, one worksheet a section.

The ranking workbook has the sheets that prove it besides (`reports.check_sheet`).
"""

from collections.abc import Iterable, Sequence
from typing import BinaryIO, assert_never

from reviewer_app.domain.document import (
    Addressee,
    Annex,
    Block,
    Chart,
    Column,
    ColumnKind,
    Document,
    Edition,
    Facts,
    HandLines,
    Heading,
    Lead,
    Note,
    Orientation,
    PageBreak,
    SealSpace,
    Section,
    Signatures,
    Subject,
    Table,
    Text,
)
from reviewer_app.domain.rehearsal import REHEARSAL_KEYWORD
from reviewer_app.domain.results import Ranking
from reviewer_app.i18n import Translator
from reviewer_app.reports.cells import column_letter, pieces, sheet_names, text_xml
from reviewer_app.reports.check_sheet import Proof, can_check, has_ranked
from reviewer_app.reports.package import Package
from reviewer_app.reports.sheet_table import LINE, TALLEST, TableWriter, has_groups
from reviewer_app.reports.sheet_widths import characters, lines_in, spans_of, widths_of
from reviewer_app.reports.sheet_xml import Sheet, SheetWriter
from reviewer_app.reports.styles import Look, Style, Styles
from reviewer_app.words.reports import without_check

_CHARACTERS = {Orientation.PORTRAIT: 125.0, Orientation.LANDSCAPE: 175.0}
_ONE_PAGE = {Orientation.PORTRAIT: 40, Orientation.LANDSCAPE: 20}
"""A table of so many rows needs no header repeated on the next page."""

_GAP = "    "
_BLANK = "_" * 20
"""Stands for a value to be written in."""

_LINES = {Look.TITLE: 22.0, Look.SUBTITLE: 16.0, Look.HEADING: 20.0, Look.NOTE: 12.5}
_WIDER = {Look.NOTE: 1.1, Look.TITLE: 0.6, Look.HEADING: 0.8}
"""So many more characters stand on a line than in the usual size."""

_HAND_LINE = 60
_SIGNATURE = 38.0
_SIGNATURES = 3
_KEPT_ROWS = 3
_PROTECTED = frozenset({"composite", "ranking", "consistency"})
"""Workbooks with results that nobody should change by a slip."""

Part = tuple[str, list[Block]]
"""The name of a worksheet and what stands on it."""


def write_workbook(
    document: Document,
    target: BinaryIO,
    check: tuple[Ranking, Translator] | None = None,
) -> None:
    """Write the workbook of a document; with `check` also the live recomputation."""
    package, styles = Package(target), Styles()
    parts = _parts(document)
    asked = check if check is not None and _is_checked(document) else None
    notice = without_check(asked[1]) if asked and not can_check(asked[0]) else ""
    proof = None
    if asked is not None and not notice and has_ranked(asked[0]):
        _ = asked[1]
        told = (_("Method of scoring"), _("Names"))
        proof = Proof(asked, [*(name for name, _blocks in parts), *told], styles)
        parts += zip(told, (proof.method, proof.listed), strict=True)
    is_protected = document.key in _PROTECTED
    names = sheet_names([name for name, _ in parts])
    sheets = [Sheet(name, is_protected=is_protected) for name in names]
    sheets[0].opens = True
    with package:
        for sheet, (_, blocks) in zip(sheets, parts, strict=True):
            with package.add_sheet() as stream:
                _SectionWriter(document, blocks, sheet, styles).write(stream, notice)
            notice = ""
        if proof is not None:
            sheets += proof.write(package, document.code, document.words.mark)
        keyword = REHEARSAL_KEYWORD if document.words.mark else ""
        package.complete(sheets, styles, document.title, keyword)


def _is_checked(document: Document) -> bool:
    """Single scores stand beside the internal ranking only, never in a public edition."""
    return document.key == "ranking" and document.edition is Edition.INTERNAL


def _parts(document: Document) -> list[Part]:
    parts: list[Part] = []
    for block in document.blocks:
        if isinstance(block, Section):
            parts.append((block.name, []))
        else:
            if not parts:
                parts.append((document.title, []))
            parts[-1][1].append(block)
    return parts or [(document.title, [])]


class _SectionWriter:
    """Writes the blocks of one worksheet."""

    def __init__(
        self, document: Document, blocks: Sequence[Block], sheet: Sheet, styles: Styles
    ) -> None:
        self._document = document
        self._blocks = blocks
        self._sheet = sheet
        self._styles = styles
        tables = [block for block in blocks if isinstance(block, Table)]
        sheet.widths = widths_of(tables, _CHARACTERS[document.orientation])
        sheet.columns = len(sheet.widths)
        is_stacked = any(isinstance(block, PageBreak) for block in blocks)
        self._main = tables[0] if tables and not is_stacked else None
        self._repeats = self._main is not None and (
            len(tables) == 1 or len(self._main.rows) > _ONE_PAGE[document.orientation]
        )
        is_signed = any(isinstance(block, Signatures) for block in blocks)
        sheet.fits_width = not (is_stacked or is_signed)
        self._tail = 0

    def write(self, stream: BinaryIO, notice: str = "") -> None:
        """Stream the worksheet; `notice` stands beneath the title."""
        self._out = SheetWriter(stream, self._sheet, self._document.orientation)
        self._out.begin(self._rows_before_main(1 if notice else 0))
        self._line(self._document.title, Look.TITLE)
        if self._document.subtitle:
            self._line(self._document.subtitle, Look.SUBTITLE)
        if notice:
            self._line(notice, Look.NOTE)
        for block in self._blocks:
            self._block(block)
        self._out.close(self._document.code, self._document.words.mark)

    def _rows_before_main(self, notices: int) -> int:
        """Count the rows down to the main table's header; 0 where nothing is frozen."""
        if self._main is None:
            return 0
        count = notices + (2 if self._document.subtitle else 1)
        for block in self._blocks:
            if block is self._main:
                return count + (2 if has_groups(self._main) else 1)
            if not isinstance(block, Facts):
                return 0
            count += -(-len(block.facts) // block.per_row)
        return 0

    def _block(self, block: Block) -> None:
        match block:
            case Heading() | Text() | Lead() | Addressee() | Note() | Annex():
                self._words(block)
            case Facts():
                self._lines(self._facts(block))
            case Table():
                self._table(block)
            case Signatures():
                self._signatures(block)
            case Chart():
                pass
            case SealSpace(label, date):
                self._line(f"{label}{_GAP}{date}", Look.LINE, _SIGNATURE)
            case HandLines(count):
                self._lines("_" * _HAND_LINE for _ in range(count))
            case PageBreak():
                self._out.break_page()
                self._tail = 0
            case Section() | Subject():
                pass
            case _:
                assert_never(block)

    def _words(self, block: Heading | Text | Lead | Addressee | Note | Annex) -> None:
        match block:
            case Heading(text):
                self._line(text, Look.HEADING)
            case Text(text) | Addressee(text):
                self._line(text, Look.LINE)
            case Lead(head, text):
                self._line(head + text, Look.LINE)
            case Note(text):
                self._line(text, Look.NOTE)
            case Annex(label, title):
                self._out.break_page()
                self._line(f"{label}{_GAP}{title}", Look.HEADING)
            case _:
                assert_never(block)

    def _line(self, text: str, look: Look, height: float = 0) -> None:
        """Write text over the whole width, in as many rows as cells can hold."""
        style = self._styles.number(Style(look))
        room = sum(self._sheet.widths)
        for piece in pieces(text, self._document.words.continued):
            row = self._out.next_row
            tall = lines_in(piece, room * _WIDER.get(look, 1)) * _LINES.get(look, LINE) + 2
            self._out.merge((row, 1), (row, self._sheet.columns))
            self._out.row([text_xml(f"A{row}", style, piece)], min(max(height, tall), TALLEST))

    def _lines(self, texts: Iterable[str]) -> None:
        for text in texts:
            self._line(text, Look.LINE)

    def _facts(self, block: Facts) -> Iterable[str]:
        """Give a line for each row of facts."""
        colon = ": " if self._document.language == "en" else "："
        shown = [f"{fact.label}{colon}{fact.value.strip() or _BLANK}" for fact in block.facts]
        for start in range(0, len(shown), block.per_row):
            yield _GAP.join(shown[start : start + block.per_row])

    def _table(self, table: Table) -> None:
        first = self._out.next_row
        writer = TableWriter(table, self._out, self._styles, self._sheet.widths)
        writer.header()
        if table is self._main and self._repeats:
            self._sheet.pages.header = (first, self._out.next_row - 1)
        writer.rows(self._document.words.continued)
        last = self._out.next_row - 1
        if len(table.rows) >= _KEPT_ROWS or not self._tail:
            self._tail = max(first, last - _KEPT_ROWS + 1)

    def _signatures(self, block: Signatures) -> None:
        """Write places to sign beside each other; the last rows of the table stay with them."""
        self._lines(filter(None, (block.statement,)))
        count = min(_SIGNATURES, self._sheet.columns)
        thirds = [Column("", ColumnKind.TEXT, 1)] * count
        spans = spans_of(thirds, self._sheet.widths)
        style = self._styles.number(Style(Look.LINE))
        for start in range(0, len(block.places), count):
            row = self._out.next_row
            cells: list[str] = []
            for place, span in zip(block.places[start : start + count], spans, strict=False):
                text = f"{place}{'_' * 16}\n{' ' * characters(place)}{block.date}"
                cells.append(text_xml(f"{column_letter(span[0])}{row}", style, text))
                self._out.merge((row, span[0]), (row, span[1]))
            self._out.row(cells, _SIGNATURE)
        self._sheet.pages.kept.append((self._tail or 1, self._out.next_row - 1))
