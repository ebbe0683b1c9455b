"""One worksheet streamed as XML: rows one by one, then merges, breaks and page set-up."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import BinaryIO

from reviewer_app.domain.document import Orientation
from reviewer_app.reports.cells import column_letter

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_BUFFER = 512


@dataclass(slots=True)
class Sheet:
    """What openpyxl must know about a worksheet whose rows were streamed."""

    name: str
    columns: int = 1
    rows: int = 0
    header: tuple[int, int] | None = None
    widths: Sequence[float] = field(default_factory=tuple)


class SheetWriter:
    """Streams one worksheet; `close` writes what comes after the rows."""

    def __init__(self, target: BinaryIO, sheet: Sheet, orientation: Orientation) -> None:
        self._target = target
        self._sheet = sheet
        self._orientation = orientation
        self._merges: list[str] = []
        self._breaks: list[int] = []
        self._waiting: list[str] = []

    @property
    def next_row(self) -> int:
        """The number of the row that is written next."""
        return self._sheet.rows + 1

    def begin(self, frozen: int) -> None:
        """Write what comes before the rows; the first `frozen` rows stay in sight."""
        widths = "".join(
            f'<col min="{at}" max="{at}" width="{width:.2f}" customWidth="1"/>'
            for at, width in enumerate(self._sheet.widths, 1)
        )
        pane = ""
        if frozen:
            pane = (
                f'<pane ySplit="{frozen}" topLeftCell="A{frozen + 1}" '
                'activePane="bottomLeft" state="frozen"/>'
            )
        self._write(
            '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
            f'<worksheet xmlns="{MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
            f'<sheetViews><sheetView workbookViewId="0" showGridLines="0">{pane}</sheetView>'
            '</sheetViews><sheetFormatPr defaultRowHeight="15"/>'
            f"{f'<cols>{widths}</cols>' if widths else ''}<sheetData>"
        )

    def row(self, cells: Iterable[str], height: float | None = None) -> None:
        """Write a row of ready cells."""
        self._sheet.rows += 1
        size = f' ht="{height:.1f}" customHeight="1"' if height else ""
        self._waiting.append(f'<row r="{self._sheet.rows}"{size}>{"".join(cells)}</row>')
        if len(self._waiting) >= _BUFFER:
            self._flush()

    def merge(self, first: tuple[int, int], last: tuple[int, int]) -> None:
        """Make one cell of (row, column) to (row, column)."""
        if first != last:
            start = f"{column_letter(first[1])}{first[0]}"
            self._merges.append(f"{start}:{column_letter(last[1])}{last[0]}")

    def break_page(self) -> None:
        """Let the next row begin a new page."""
        if self._sheet.rows:
            self._breaks.append(self._sheet.rows)

    def close(self, foot: str) -> None:
        """Write merges, page set-up and foot; `foot` is left of the page number."""
        self._flush()
        parts = ["</sheetData>"]
        if self._merges:
            merged = "".join(f'<mergeCell ref="{area}"/>' for area in self._merges)
            parts.append(f'<mergeCells count="{len(self._merges)}">{merged}</mergeCells>')
        code = foot.replace("&", "&&").replace("&", "&amp;").replace("<", "&lt;")
        parts.append(
            '<printOptions horizontalCentered="1"/>'
            '<pageMargins left="0.6" right="0.6" top="0.7" bottom="0.75" '
            'header="0.3" footer="0.3"/>'
            f'<pageSetup paperSize="9" orientation="{self._orientation.value}" '
            'fitToWidth="1" fitToHeight="0"/>'
            f"<headerFooter><oddFooter>&amp;L&amp;8 {code}&amp;C&amp;P / &amp;N</oddFooter>"
            "</headerFooter>"
        )
        if self._breaks:
            breaks = "".join(f'<brk id="{row}" max="16383" man="1"/>' for row in self._breaks)
            count = len(self._breaks)
            parts.append(
                f'<rowBreaks count="{count}" manualBreakCount="{count}">{breaks}</rowBreaks>'
            )
        self._write("".join(parts) + "</worksheet>")

    def _flush(self) -> None:
        self._write("".join(self._waiting))
        self._waiting.clear()

    def _write(self, text: str) -> None:
        self._target.write(text.encode("utf-8"))
