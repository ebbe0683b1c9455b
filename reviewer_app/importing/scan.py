"""The guard of scans: a PDF, JPEG or PNG that can be opened, by content, not by ending."""

from pathlib import Path

from reviewer_app.domain.check_errors import PagesUnreadable
from reviewer_app.domain.errors import FileMissing, NotReadable
from reviewer_app.domain.session_errors import NotAScan

MOST = 50
"""Megabytes; a page at 300 dots an inch has about one."""

_KINDS = {
    b"%PDF-": (".pdf",),
    b"\xff\xd8\xff": (".jpg", ".jpeg"),
    b"\x89PNG\r\n\x1a\n": (".png",),
}


def check_scan(path: Path) -> int:
    """Look whether a file is a scan; give its pages, a picture is one.

    Raises:
        FileMissing, NotReadable: there is nothing to look at.
        NotAScan: another kind than its ending says, damaged, locked, or too large.
    """
    try:
        size = path.stat().st_size
        with path.open("rb") as source:
            begin = source.read(8)
    except FileNotFoundError as error:
        raise FileMissing(path) from error
    except OSError as error:
        raise NotReadable(path) from error
    endings = next((ends for mark, ends in _KINDS.items() if begin.startswith(mark)), ())
    if path.suffix.lower() not in endings or size > MOST << 20:
        raise NotAScan(path.name, MOST)
    return _pdf_pages(path) if endings == (".pdf",) else _picture(path)


def _pdf_pages(path: Path) -> int:
    from reviewer_app.reports.pdf_pages import count_pages

    try:
        return count_pages(path)
    except PagesUnreadable as error:
        raise NotAScan(path.name, MOST) from error


def _picture(path: Path) -> int:
    from PIL import Image

    try:
        with Image.open(path) as picture:
            picture.verify()
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise NotAScan(path.name, MOST) from error
    return 1
