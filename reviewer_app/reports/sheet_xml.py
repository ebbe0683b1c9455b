"""One worksheet streamed as XML: rows one by one, then merges, breaks and page set-up."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import BinaryIO

from reviewer_app.domain.document import Orientation
from reviewer_app.reports.cells import column_letter, text_xml
from reviewer_app.reports.chart_plan import ChartPlan
from reviewer_app.reports.sheet_pages import Pages

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_BUFFER = 512
_DEFAULT = 15.0
_PROTECTION = (
    '<sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0" '
    'sort="0" autoFilter="0"/>'
)
"""Against slips, without a password: who means it can lift it."""

_DRAWING = (
    '<drawing xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'r:id="rId1"/>'
)


@dataclass(slots=True)
class Sheet:
    """What is known of a worksheet whose rows are streamed.

    With `fits_width` the spreadsheet program finds the scale and the page ends itself.
    `opens` is true for the sheet that is shown first. `choices` are cells with the name of
    the area whose values they may take; they stay open where the sheet is protected.
    """

    name: str
    columns: int = 1
    rows: int = 0
    widths: Sequence[float] = field(default_factory=tuple)
    pages: Pages = field(default_factory=Pages)
    fits_width: bool = True
    opens: bool = False
    is_protected: bool = False
    charts: Sequence[ChartPlan] = ()
    choices: Sequence[tuple[str, str]] = ()


class SheetWriter:
    """Streams one worksheet; `close` writes what comes after the rows."""

    def __init__(self, target: BinaryIO, sheet: Sheet, orientation: Orientation) -> None:
        self._target = target
        self._sheet = sheet
        self._orientation = orientation
        self._merges: list[str] = []
        self._waiting: list[str] = []

    @property
    def next_row(self) -> int:
        """The number of the row that is written next."""
        return self._sheet.rows + 1

    def begin(self, frozen: int, columns: int = 0) -> None:
        """Write what comes before the rows; the first `frozen` rows stay in sight.

        With rows, the first `columns` do too.
        """
        widths = "".join(
            f'<col min="{at}" max="{at}" width="{width:.2f}" customWidth="1"/>'
            for at, width in enumerate(self._sheet.widths, 1)
        )
        fits = int(self._sheet.fits_width)
        opens = ' tabSelected="1"' if self._sheet.opens else ""
        pane = _pane(frozen, columns) if frozen else ""
        self._write(
            '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
            f'<worksheet xmlns="{MAIN}"><sheetPr><pageSetUpPr fitToPage="{fits}"/></sheetPr>'
            f'<sheetViews><sheetView{opens} workbookViewId="0" showGridLines="0">{pane}</sheetView>'
            '</sheetViews><sheetFormatPr defaultRowHeight="15"/>'
            f"{f'<cols>{widths}</cols>' if widths else ''}<sheetData>"
        )

    def row(self, cells: Iterable[str], height: float | None = None) -> None:
        """Write a row of ready cells."""
        self._sheet.rows += 1
        if not self._sheet.fits_width:
            self._sheet.pages.heights.append(height or _DEFAULT)
        size = f' ht="{height:.1f}" customHeight="1"' if height else ""
        self._waiting.append(f'<row r="{self._sheet.rows}"{size}>{"".join(cells)}</row>')
        if len(self._waiting) >= _BUFFER:
            self._flush()

    def merge(self, first: tuple[int, int], last: tuple[int, int]) -> None:
        """Make one cell of (row, column) to (row, column)."""
        if first != last:
            start = f"{column_letter(first[1])}{first[0]}"
            self._merges.append(f"{start}:{column_letter(last[1])}{last[0]}")

    def across(self, style: int, text: str, height: float) -> None:
        """Write a row of one text over all columns."""
        row = self.next_row
        self.merge((row, 1), (row, self._sheet.columns))
        self.row([text_xml(f"A{row}", style, text)], height)

    def break_page(self) -> None:
        """Let the next row begin a new page."""
        if self._sheet.rows:
            self._sheet.pages.ends.append(self._sheet.rows)

    def close(self, foot: str, mark: str = "") -> None:
        """Write merges, page set-up, head and foot.

        `foot` is left of the page number; `mark` stands at the head of every page.
        """
        self._flush()
        parts = ["</sheetData>", _PROTECTION if self._sheet.is_protected else ""]
        if self._merges:
            merged = "".join(f'<mergeCell ref="{area}"/>' for area in self._merges)
            parts.append(f'<mergeCells count="{len(self._merges)}">{merged}</mergeCells>')
        parts.append(_choices(self._sheet.choices))
        code, head = _in_margin(foot), _in_margin(mark)
        header = f"<oddHeader>&amp;C&amp;14 {head}</oddHeader>" if head else ""
        size, breaks = self._page_size()
        parts.append(
            '<printOptions horizontalCentered="1"/>'
            '<pageMargins left="0.6" right="0.6" top="0.7" bottom="0.75" '
            'header="0.3" footer="0.3"/>'
            f'<pageSetup paperSize="9" orientation="{self._orientation.value}" {size}/>'
            f"<headerFooter>{header}<oddFooter>&amp;L&amp;8 {code}&amp;C&amp;P / &amp;N</oddFooter>"
            "</headerFooter>"
        )
        if breaks:
            ends = "".join(f'<brk id="{row}" max="16383" man="1"/>' for row in breaks)
            count = len(breaks)
            parts.append(
                f'<rowBreaks count="{count}" manualBreakCount="{count}">{ends}</rowBreaks>'
            )
        parts.append(_DRAWING if self._sheet.charts else "")
        self._write("".join(parts) + "</worksheet>")

    def _page_size(self) -> tuple[str, list[int]]:
        """Give the attributes that size the print, and the rows after which pages end."""
        sheet = self._sheet
        if sheet.fits_width:
            return 'fitToWidth="1" fitToHeight="0"', []
        scale = max(10, int(100 * sheet.pages.scale(sum(sheet.widths), self._orientation)))
        return f'scale="{scale}"', sheet.pages.breaks(scale / 100, self._orientation)

    def _flush(self) -> None:
        self._write("".join(self._waiting))
        self._waiting.clear()

    def _write(self, text: str) -> None:
        self._target.write(text.encode("utf-8"))


def _choices(choices: Sequence[tuple[str, str]]) -> str:
    if not choices:
        return ""
    lists = "".join(
        f'<dataValidation type="list" showErrorMessage="1" sqref="{cells}">'
        f"<formula1>{name}</formula1></dataValidation>"
        for cells, name in choices
    )
    return f'<dataValidations count="{len(choices)}">{lists}</dataValidations>'


def _pane(rows: int, columns: int) -> str:
    split = f'xSplit="{columns}" ' if columns else ""
    place = "bottomRight" if columns else "bottomLeft"
    corner = f"{column_letter(columns + 1)}{rows + 1}"
    return (
        f'<pane {split}ySplit="{rows}" topLeftCell="{corner}" activePane="{place}" '
        f'state="frozen"/><selection pane="{place}"/>'
    )


def _in_margin(text: str) -> str:
    return text.replace("&", "&&").replace("&", "&amp;").replace("<", "&lt;")
