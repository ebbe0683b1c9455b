"""Printing pages: which printer and which pages, then each page as large as the sheet."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPageLayout, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from ui.widgets.page_view import Pages, image_of

_SHARP = 300
"""Dots per inch at which a page is drawn: fine print stays readable, memory small."""


def has_printer() -> bool:
    """Whether this PC knows a printer."""
    return bool(QPrinterInfo.availablePrinterNames())


def ask_printer(parent: QWidget) -> QPrinter | None:
    """Ask for printer, pages and copies, None when the user thinks better of it."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    dialog = QPrintDialog(printer, parent)
    return printer if dialog.exec() else None


def print_pages(pages: Pages, printer: QPrinter, title: str) -> None:
    """Print the chosen pages, each turned as it was made."""
    printer.setDocName(title)
    printer.setFullPage(True)
    first = max(1, printer.fromPage()) - 1
    last = printer.toPage() or pages.count
    wanted = range(first, min(last, pages.count))
    images = (_drawn(pages, page, printer) for page in wanted)
    painter = QPainter()
    for place, image in enumerate(images):
        _turn(printer, image)
        if place == 0:
            painter.begin(printer)
        else:
            printer.newPage()
        _put(painter, printer, image)
    painter.end()


def _drawn(pages: Pages, page: int, printer: QPrinter) -> QImage:
    inches = printer.pageLayout().fullRect(QPageLayout.Unit.Inch).width()
    return image_of(pages, page, round(max(inches, 1) * min(_SHARP, printer.resolution())))


def _turn(printer: QPrinter, image: QImage) -> None:
    wide = image.width() > image.height()
    ways = QPageLayout.Orientation
    printer.setPageOrientation(ways.Landscape if wide else ways.Portrait)


def _put(painter: QPainter, printer: QPrinter, image: QImage) -> None:
    sheet = QRectF(printer.pageLayout().fullRectPixels(printer.resolution()))
    size = image.size().scaled(sheet.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
    place = QRectF(0, 0, size.width(), size.height())
    place.moveCenter(QRectF(0, 0, sheet.width(), sheet.height()).center())
    painter.drawImage(place, image)
