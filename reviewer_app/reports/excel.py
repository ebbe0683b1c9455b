"""A Document as a workbook: literal values in streamed rows, one worksheet a section.

The ranking workbook has a check sheet besides (`reports.check_sheet`).
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import BinaryIO, assert_never

from reviewer_app.domain.document import (
    Block,
    Cell,
    Column,
    ColumnKind,
    Document,
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
    for sheet, (_, blocks) in zip(sheets, parts, strict=True):
        with package.add_sheet() as stream:
            _SectionWriter(document, blocks, sheet, styles).write(stream)
    if check is not None:
        sheets += write_check(package, styles, check, [sheet.name for sheet in sheets])
    package.close(sheets, styles, document.title)


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
        self._header(table)
        if table is self._main:
            self._sheet.header = (first, self._out.next_row - 1)
        numbers = [_looks(self._styles, column) for column in table.columns]
        for row in table.rows:
            if row.kind is RowKind.GROUP:
                self._group(row, len(table.columns))
            else:
                self._row(row, numbers)

    def _header(self, table: Table) -> None:
        style = self._styles.number(Style(Look.HEADER))
        if _has_groups(table):
            row = self._out.next_row
            self._out.row(
                text_xml(f"{column_letter(at)}{row}", style, column.group or column.title)
                for at, column in enumerate(table.columns, 1)
            )
            self._merge_groups(table, row)
        row = self._out.next_row
        grouped = _has_groups(table)
        titles = ["" if grouped and not one.group else one.title for one in table.columns]
        tallest = max(title.count("\n") + 1 for title in titles)
        self._out.row(
            (
                text_xml(f"{column_letter(at)}{row}", style, title)
                for at, title in enumerate(titles, 1)
            ),
            max(tallest, 2) * _LINE,
        )

    def _merge_groups(self, table: Table, row: int) -> None:
        columns = table.columns
        start = 0
        while start < len(columns):
            end = start
            if columns[start].group:
                while end + 1 < len(columns) and columns[end + 1].group == columns[start].group:
                    end += 1
                self._out.merge((row, start + 1), (row, end + 1))
            else:
                self._out.merge((row, start + 1), (row + 1, start + 1))
            start = end + 1

    def _group(self, row: Row, columns: int) -> None:
        style = self._styles.number(Style(Look.TEXT, bold=True))
        number = self._out.next_row
        self._out.merge((number, 1), (number, columns))
        cells = [text_xml(f"A{number}", style, str(row.cells[0]))]
        cells += [empty_xml(f"{column_letter(at)}{number}", style) for at in range(2, columns + 1)]
        self._out.row(cells)

    def _row(self, row: Row, numbers: Sequence["_Looks"]) -> None:
        for cells in _split(row, self._document.words.continued):
            number = self._out.next_row
            shade = _shade(row.kind)
            self._out.row(
                looks.cell(f"{column_letter(at)}{number}", cell, shade)
                for at, (cell, looks) in enumerate(zip(cells, numbers, strict=True), 1)
            )


Shade = tuple[bool, bool]
"""Grey, bold."""


def _shade(kind: RowKind) -> Shade:
    return kind is RowKind.GREY, kind in (RowKind.SUBTOTAL, RowKind.TOTAL)


class _Looks:
    """The styles of one column, looked up once for each kind of cell."""

    def __init__(self, styles: Styles, column: Column) -> None:
        self._styles = styles
        self._column = column
        self._known: dict[tuple[int, str, Shade], int] = {}

    def cell(self, reference: str, cell: Cell, shade: Shade) -> str:
        """Write one cell of the column."""
        if isinstance(cell, Number):
            return number_xml(reference, self._style(cell.places, cell.mark, shade), cell.text)
        return text_xml(reference, self._style(-1, "", shade), cell)

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


def _looks(styles: Styles, column: Column) -> _Looks:
    return _Looks(styles, column)


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


def _lines(text: str, width: float) -> int:
    used = sum(2 if sign > "\u2e7f" else 1 for sign in text)
    return max(1, -(-used // max(int(width * 0.95), 1)))
