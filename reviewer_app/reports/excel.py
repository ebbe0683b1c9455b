"""A Document as a workbook: literal values in streamed rows, one worksheet a section.

The ranking workbook has a check sheet besides (`reports.check_sheet`).
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import BinaryIO, assert_never

from reviewer_app.domain.document import (
    Block,
    Cell,
    Column,
    ColumnKind,
    Document,
    Edition,
    Facts,
    Heading,
    Note,
    Number,
    Orientation,
    PageBreak,
    Row,
    RowKind,
    SealSpace,
    Section,
    Signatures,
    Table,
    Text,
)
from reviewer_app.domain.results import Ranking
from reviewer_app.i18n import Translator
from reviewer_app.reports.cells import (
    column_letter,
    empty_xml,
    number_xml,
    pieces,
    sheet_names,
    text_xml,
)
from reviewer_app.reports.check_sheet import write_check
from reviewer_app.reports.package import Package
from reviewer_app.reports.sheet_xml import Sheet, SheetWriter
from reviewer_app.reports.styles import Look, Style, Styles

_CHARACTERS = {Orientation.PORTRAIT: 92.0, Orientation.LANDSCAPE: 140.0}
_LINE = 15.0
_TALLEST = 400.0
_SIGNATURE = 36.0

Shade = tuple[bool, bool]
"""Grey, bold."""

Span = tuple[int, int]
"""The first and the last column of a worksheet that a table's column stands in."""

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
    sheets = [Sheet(name) for name in sheet_names([name for name, _ in parts])]
    with package:
        for sheet, (_, blocks) in zip(sheets, parts, strict=True):
            with package.add_sheet() as stream:
                _SectionWriter(document, blocks, sheet, styles).write(stream)
        if check is not None and _is_checked(document):
            sheets += write_check(package, styles, check, [sheet.name for sheet in sheets])
        package.complete(sheets, styles, document.title)


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
        widest = max(tables, key=lambda table: len(table.columns), default=None)
        characters = _CHARACTERS[document.orientation]
        sheet.widths = _widths(widest.columns, characters) if widest else (characters,)
        sheet.columns = len(sheet.widths)
        is_stacked = any(isinstance(block, PageBreak) for block in blocks)
        self._main = tables[0] if tables and not is_stacked else None

    def write(self, stream: BinaryIO) -> None:
        """Stream the worksheet."""
        self._out = SheetWriter(stream, self._sheet, self._document.orientation)
        head = self._rows_before_main()
        self._out.begin(head)
        self._line(self._document.title, Look.TITLE, 26)
        if self._document.subtitle:
            self._line(self._document.subtitle, Look.SUBTITLE)
        for block in self._blocks:
            self._block(block)
        self._out.close(self._document.code)

    def _rows_before_main(self) -> int:
        """Count the rows down to the main table's header; 0 where nothing is frozen."""
        if self._main is None:
            return 0
        count = 2 if self._document.subtitle else 1
        for block in self._blocks:
            if block is self._main:
                return count + (2 if _has_groups(self._main) else 1)
            if not isinstance(block, Facts):
                return 0
            count += len(block.facts)
        return 0

    def _block(self, block: Block) -> None:
        match block:
            case Heading(text):
                self._line(text, Look.HEADING, 20)
            case Text(text):
                self._line(text, Look.LINE)
            case Note(text):
                self._line(text, Look.NOTE)
            case Facts(facts):
                self._lines(f"{fact.label}：{fact.value}" for fact in facts)
            case Table():
                self._table(block)
            case Signatures(statement, places, date):
                self._lines(filter(None, (statement,)))
                lines = (f"{place}____________________{date}" for place in places)
                self._lines(lines, _SIGNATURE)
            case SealSpace(label, date):
                self._line(f"{label}    {date}", Look.LINE, _SIGNATURE)
            case PageBreak():
                self._out.break_page()
            case Section():
                pass
            case _:
                assert_never(block)

    def _line(self, text: str, look: Look, height: float = 0) -> None:
        """Write text over the whole width, in as many rows as cells can hold."""
        style = self._styles.number(Style(look))
        for piece in pieces(text, self._document.words.continued):
            row = self._out.next_row
            room = sum(self._sheet.widths)
            lines = sum(_lines(part, room) for part in piece.split("\n"))
            tall = min(max(height, lines * _LINE), _TALLEST)
            self._out.merge((row, 1), (row, self._sheet.columns))
            self._out.row([text_xml(f"A{row}", style, piece)], tall)

    def _lines(self, texts: Iterable[str], height: float = 0) -> None:
        for text in texts:
            self._line(text, Look.LINE, height)

    def _table(self, table: Table) -> None:
        first = self._out.next_row
        spans = _spans(table.columns, self._sheet.widths)
        self._header(table, spans)
        if table is self._main:
            self._sheet.header = (first, self._out.next_row - 1)
        looks = [
            _Looks(self._styles, column, span, self._sheet.widths)
            for column, span in zip(table.columns, spans, strict=True)
        ]
        for row in table.rows:
            if row.kind is RowKind.GROUP:
                self._group(row, spans[-1][1])
            else:
                self._row(row, looks)

    def _header(self, table: Table, spans: Sequence[Span]) -> None:
        style = self._styles.number(Style(Look.HEADER))
        grouped = _has_groups(table)
        if grouped:
            upper = [column.group or column.title for column in table.columns]
            self._titles(upper, spans, style, 1)
            self._merge_groups(table, spans, self._out.next_row - 1)
        titles = ["" if grouped and not one.group else one.title for one in table.columns]
        tallest = max(title.count("\n") + 1 for title in titles)
        if not grouped:
            self._merge_spans(spans)
        self._titles(titles, spans, style, max(tallest, 2))

    def _titles(self, titles: Sequence[str], spans: Sequence[Span], style: int, lines: int) -> None:
        row = self._out.next_row
        cells: list[str] = []
        for title, (start, end) in zip(titles, spans, strict=True):
            cells.append(text_xml(f"{column_letter(start)}{row}", style, title))
            cells += _empty(row, start, end, style)
        self._out.row(cells, lines * _LINE)

    def _merge_spans(self, spans: Sequence[Span]) -> None:
        row = self._out.next_row
        for start, end in spans:
            self._out.merge((row, start), (row, end))

    def _merge_groups(self, table: Table, spans: Sequence[Span], row: int) -> None:
        columns = table.columns
        at = 0
        while at < len(columns):
            last = at
            if columns[at].group:
                while last + 1 < len(columns) and columns[last + 1].group == columns[at].group:
                    last += 1
                self._out.merge((row, spans[at][0]), (row, spans[last][1]))
                for start, end in spans[at : last + 1]:
                    self._out.merge((row + 1, start), (row + 1, end))
            else:
                self._out.merge((row, spans[at][0]), (row + 1, spans[at][1]))
            at = last + 1

    def _group(self, row: Row, last: int) -> None:
        style = self._styles.number(Style(Look.TEXT, bold=True))
        number = self._out.next_row
        self._out.merge((number, 1), (number, last))
        first = text_xml(f"A{number}", style, str(row.cells[0]))
        self._out.row([first, *_empty(number, 1, last, style)])

    def _row(self, row: Row, columns: Sequence["_Looks"]) -> None:
        shade = (row.kind is RowKind.GREY, row.kind in (RowKind.SUBTOTAL, RowKind.TOTAL))
        for cells in _split(row, self._document.words.continued):
            number = self._out.next_row
            written = [
                looks.cell(number, cell, shade) for cell, looks in zip(cells, columns, strict=True)
            ]
            lines = max(map(_Looks.lines, columns, cells))
            for looks in columns:
                if looks.span[0] != looks.span[1]:
                    self._out.merge((number, looks.span[0]), (number, looks.span[1]))
            self._out.row(written, min(lines * _LINE, _TALLEST) if lines > 1 else None)


class _Looks:
    """One column of a table: where it stands, and its styles looked up once a kind."""

    def __init__(self, styles: Styles, column: Column, span: Span, widths: Sequence[float]) -> None:
        self.span = span
        self._styles = styles
        self._column = column
        self._letter = column_letter(span[0])
        self._width = sum(widths[span[0] - 1 : span[1]])
        self._known: dict[tuple[int, str, Shade], int] = {}

    def cell(self, row: int, cell: Cell, shade: Shade) -> str:
        """Write one cell of the column, and the empty ones it spans."""
        if isinstance(cell, Number):
            style = self._style(cell.places, cell.mark, shade)
            written = number_xml(f"{self._letter}{row}", style, cell.text)
        else:
            style = self._style(-1, "", shade)
            written = text_xml(f"{self._letter}{row}", style, cell)
        if self.span[0] == self.span[1]:
            return written
        return written + "".join(_empty(row, *self.span, style))

    def lines(self, text: Cell) -> int:
        """Count the lines a cell takes in this column."""
        if isinstance(text, Number):
            return 1
        if len(text) * 2 < self._width and "\n" not in text:
            return 1
        return sum(_lines(part, self._width) for part in text.split("\n"))

    def _style(self, places: int, mark: str, shade: Shade) -> int:
        key = (places, mark, shade)
        if key not in self._known:
            grey = shade[0] or (self._column.grey and not shade[1])
            if places >= 0:
                style = Style(Look.NUMBER, places, mark, grey=grey, bold=shade[1])
            else:
                is_text = self._column.kind is ColumnKind.TEXT
                style = Style(Look.TEXT if is_text else Look.MIDDLE, grey=grey, bold=shade[1])
            self._known[key] = self._styles.number(style)
        return self._known[key]


def _empty(row: int, first: int, last: int, style: int) -> list[str]:
    """Write the cells after the first that a merged one covers, for their borders."""
    return [empty_xml(f"{column_letter(at)}{row}", style) for at in range(first + 1, last + 1)]


def _spans(columns: Sequence[Column], widths: Sequence[float]) -> list[Span]:
    """Lay a table with fewer columns over the columns of the worksheet."""
    total = sum(column.width for column in columns)
    room = sum(widths)
    spans: list[Span] = []
    end, wanted, used = 0, 0.0, 0.0
    for at, column in enumerate(columns):
        start = end + 1
        wanted += room * column.width / total
        latest = len(widths) - (len(columns) - at - 1)
        end, used = start, used + widths[start - 1]
        while end < latest and used + widths[end] / 2 < wanted:
            used += widths[end]
            end += 1
        spans.append((start, end))
    return [*spans[:-1], (spans[-1][0], len(widths))]


def _split(row: Row, continued: str) -> Iterator[tuple[Cell, ...]]:
    """Give the row, and further rows for texts that no cell can hold."""
    if not any(isinstance(cell, str) and len(cell) > 16_000 for cell in row.cells):
        yield row.cells
        return
    columns: list[list[Cell]] = [
        list(pieces(cell, continued)) if isinstance(cell, str) else [cell] for cell in row.cells
    ]
    for at in range(max(map(len, columns))):
        yield tuple(column[at] if at < len(column) else "" for column in columns)


def _has_groups(table: Table) -> bool:
    return any(column.group for column in table.columns)


def _widths(columns: Sequence[Column], characters: float) -> tuple[float, ...]:
    total = sum(column.width for column in columns)
    return tuple(max(5.0, characters * column.width / total) for column in columns)


@lru_cache(maxsize=50_000)
def _lines(text: str, width: float) -> int:
    used = sum(2 if sign > "\u2e7f" else 1 for sign in text)
    return max(1, -(-used // max(int(width * 0.95), 1)))
