"""Pages of a PDF that others wrote, as pictures, a few milliseconds at a time.

Drawing a scanned page can take long; it is done in steps, so that whoever shows the page
stays answerable between two of them.
"""

import ctypes
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import Any

from reviewer_app.domain.check_errors import PagesUnreadable

STEP = 0.02
"""Seconds after which a step asks to be continued."""

_WHITE = (255, 255, 255, 255)


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A drawn page: 32 bits a pixel (blue, green, red, unused), `stride` bytes a line."""

    width: int
    height: int
    stride: int
    pixels: bytes


def count_pages(path: Path) -> int:
    """Count the pages of a PDF.

    Raises:
        PagesUnreadable: it is no PDF, damaged, or needs a password.
    """
    import pypdfium2

    try:
        with pypdfium2.PdfDocument(path) as document:
            count = len(document)
    except pypdfium2.PdfiumError as error:
        raise PagesUnreadable(path.name) from error
    if count == 0:
        raise PagesUnreadable(path.name)
    return count


def pages_in(data: bytes) -> int:
    """Count the pages of a PDF of ours that was not written yet."""
    import pypdfium2

    with pypdfium2.PdfDocument(data) as document:
        return len(document)


class Pages:
    """An open PDF, from its bytes: no file is held while it is looked at."""

    def __init__(self, title: str, data: bytes) -> None:
        """Open it.

        Raises:
            PagesUnreadable: it is no PDF, damaged, or needs a password.
        """
        import pypdfium2

        try:
            self._document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            raise PagesUnreadable(title) from error
        self.title = title
        self.count = len(self._document)

    def size(self, page: int) -> tuple[float, float]:
        """Give width and height of a page (from 0) in points."""
        width, height = self._document.get_page_size(page)
        return width, height

    def drawing(self, page: int, width: int) -> "Drawing":
        """Begin to draw a page (from 0) so many pixels wide."""
        return Drawing(self._document, page, width)

    def close(self) -> None:
        """Let go of the document."""
        self._document.close()


class Drawing:
    """A page that is being drawn: `step` until it is done, then `picture`."""

    def __init__(self, document: Any, page: int, width: int) -> None:  # noqa: ANN401 - untyped library
        import pypdfium2
        from pypdfium2 import raw

        self._raw = raw
        self._page = document[page]
        across, down = self._page.get_size()
        height = max(1, round(width * down / across))
        self._bitmap = pypdfium2.PdfBitmap.new_native(width, height, raw.FPDFBitmap_BGRx)
        self._bitmap.fill_rect(_WHITE, 0, 0, width, height)
        self._end = 0.0
        # Both must live as long as the drawing: the library keeps their addresses.
        self._pause = raw.IFSDK_PAUSE(version=1)
        self._asked = type(self._pause.NeedToPauseNow)(self._is_over)
        self._pause.NeedToPauseNow = self._asked
        self._state: int | None = None

    def step(self) -> bool:
        """Draw for a short while; say whether the page is done."""
        raw, pause = self._raw, ctypes.byref(self._pause)
        self._end = perf_counter() + STEP
        if self._state is None:
            bitmap = self._bitmap
            place = (0, 0, bitmap.width, bitmap.height)
            self._state = raw.FPDF_RenderPageBitmap_Start(
                bitmap, self._page, *place, 0, raw.FPDF_ANNOT, pause
            )
        elif self._state == raw.FPDF_RENDER_TOBECONTINUED:
            self._state = raw.FPDF_RenderPage_Continue(self._page, pause)
        if self._state == raw.FPDF_RENDER_TOBECONTINUED:
            return False
        raw.FPDF_RenderPage_Close(self._page)
        return True

    def picture(self) -> PagePicture:
        """Give the page as far as it is drawn."""
        bitmap = self._bitmap
        return PagePicture(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))

    def _is_over(self, _pause: object) -> int:
        return int(perf_counter() > self._end)
