"""The workbook file around streamed worksheets.

openpyxl makes styles and structure, the rows were written before; the same values give
the same bytes.
"""

import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, BinaryIO, Self, cast

from reviewer_app.reports.cells import column_letter, escaped
from reviewer_app.reports.chart_parts import chart_parts, with_types
from reviewer_app.reports.sheet_xml import Sheet
from reviewer_app.reports.styles import Styles, apply

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell

_EPOCH = (1980, 1, 1, 0, 0, 0)
_STAMP = "2000-01-01T00:00:00Z"
_FIRST_FONT = re.compile(rb"<font>.*?</font>")
_OWN_FONT = b'<font><name val="Arial"/><family val="2"/><sz val="10"/></font>'
"""Column widths are counted in digits of this font; others replace Calibri by wider ones."""


class Package:
    """A workbook in the making: worksheets first, then `complete`.

    Used in a `with`, so that a full disk leaves no open archive behind.
    """

    def __init__(self, target: BinaryIO) -> None:
        self._zip = zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=6)
        self._count = 0
        self.names: dict[str, str] = {}
        """What each name of the workbook stands for."""

    def add_sheet(self) -> BinaryIO:
        """Open the next worksheet for writing; close it before the next."""
        self._count += 1
        name = f"xl/worksheets/sheet{self._count}.xml"
        return self._zip.open(_entry(name), "w", force_zip64=True)  # type: ignore[return-value]

    def __enter__(self) -> Self:
        return self

    def __exit__(self, failed: object, *_: object) -> None:
        if failed is None:
            self._zip.close()
        else:
            with suppress(OSError, ValueError):
                self._zip.close()

    def complete(
        self, sheets: Sequence[Sheet], styles: Styles, title: str, keyword: str = ""
    ) -> None:
        """Add everything that is not a worksheet; `keyword` is one of its properties."""
        charts = chart_parts(sheets)
        with zipfile.ZipFile(_skeleton(sheets, styles, self.names)) as skeleton:
            for name in sorted(skeleton.namelist()):
                if name.startswith("xl/worksheets/"):
                    continue
                content = skeleton.read(name)
                if name == "docProps/core.xml":
                    content = _core(title, keyword)
                elif name == "xl/styles.xml":
                    content = _FIRST_FONT.sub(_OWN_FONT, content, count=1)
                elif name == "[Content_Types].xml":
                    content = with_types(content, charts)
                self._zip.writestr(_entry(name), content)
        for name, content in charts.items():
            self._zip.writestr(_entry(name), content)


def _entry(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, _EPOCH)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.external_attr = 0o600 << 16
    return info


def _skeleton(sheets: Sequence[Sheet], styles: Styles, names: Mapping[str, str]) -> io.BytesIO:
    """Let openpyxl write a workbook with these sheets and styles, without rows."""
    from openpyxl import Workbook
    from openpyxl.workbook.defined_name import DefinedName
    from openpyxl.workbook.protection import WorkbookProtection

    book = Workbook()
    assert book.active is not None
    book.remove(book.active)
    for sheet in sheets:
        made = book.create_sheet(sheet.name)
        made.print_area = f"A1:{column_letter(sheet.columns)}{max(sheet.rows, 1)}"
        if sheet.pages.header:
            made.print_title_rows = "{}:{}".format(*sheet.pages.header)
    if any(sheet.is_protected for sheet in sheets):
        book.security = WorkbookProtection(lockStructure=True)
    for name, area in names.items():
        book.defined_names[name] = DefinedName(name, attr_text=area)
    for number, style in enumerate(styles.in_order(), 1):
        given = apply(style, cast("Cell", book.worksheets[0].cell(1, number)))
        assert given == number, (style, given)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer


def _core(title: str, keyword: str) -> bytes:
    """Write the properties: a title, no author, a fixed date."""
    keywords = f"<cp:keywords>{escaped(keyword)}</cp:keywords>" if keyword else ""
    dcterms = "http://purl.org/dc/terms/"
    text = (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
        'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        f'xmlns:dcterms="{dcterms}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escaped(title)}</dc:title><dc:creator></dc:creator>{keywords}"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{_STAMP}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{_STAMP}</dcterms:modified>'
        "</cp:coreProperties>"
    )
    return text.encode("utf-8")
