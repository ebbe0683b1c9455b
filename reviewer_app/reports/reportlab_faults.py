"""What we mend in reportlab 5.1, and why.

Each mend has a test that tells when upstream makes it needless
(tests/reports/test_reportlab_faults.py).
"""

from collections.abc import Callable, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from reportlab.pdfbase.ttfonts import TTFontParser
    from reportlab.pdfgen.canvas import Canvas

BLOCK = 100


class NothingIsRead(OSError):
    """Something asked reportlab to open a file or an address."""


@cache
def mend() -> None:
    """Put the mends in place, once in a process."""
    from reportlab import rl_config
    from reportlab.lib import utils
    from reportlab.pdfbase import pdfdoc, ttfonts

    # Markup or picture names in user text must never open a local file or a share, so
    # everything that opens refuses.
    mends: tuple[tuple[object, str, object], ...] = (
        (ttfonts, "makeToUnicodeCMap", to_unicode_map),
        (ttfonts.TTFontParser, "get_table", _memoised(ttfonts.TTFontParser.get_table)),
        (utils, "open_for_read", _refuse),
        (utils, "open_for_read_by_name", _refuse),
        (pdfdoc, "open_for_read", _refuse),
        # Base 85 makes files a quarter larger and, in pure Python, a report twice as slow.
        (rl_config, "useA85", 0),
    )
    for owner, name, mended in mends:
        setattr(owner, name, mended)


def to_unicode_map(name: str, subset: Sequence[int]) -> str:
    """Write the ToUnicode map of a font subset, in UTF-16 also beyond U+FFFF.

    Upstream writes <2CB4E> where <D872DF4E> is meant: names copied from the PDF come out
    as other characters. A block holds at most 100 lines, as the format asks.
    """
    lines = [f"<{code:02X}> <{_utf16(value)}>" for code, value in enumerate(subset)]
    blocks = [lines[start : start + BLOCK] for start in range(0, len(lines), BLOCK)]
    body = [line for block in blocks for line in (f"{len(block)} beginbfchar", *block, "endbfchar")]
    return "\n".join(
        [
            "/CIDInit /ProcSet findresource begin",
            "12 dict begin",
            "begincmap",
            f"/CIDSystemInfo << /Registry ({name}) /Ordering ({name}) /Supplement 0 >> def",
            f"/CMapName /{name} def",
            "/CMapType 2 def",
            "1 begincodespacerange",
            f"<00> <{len(subset) - 1:02X}>",
            "endcodespacerange",
            *body,
            "endcmap",
            "CMapName currentdict /CMap defineresource pop",
            "end",
            "end",
        ]
    )


def _utf16(value: int) -> str:
    return chr(value).encode("utf-16-be", "surrogatepass").hex().upper()


def _memoised(original: Callable[["TTFontParser", str], bytes]) -> Callable[..., bytes]:
    """Keep each font table once: upstream copies 9 MB of outlines for every subset."""

    def get_table(self: "TTFontParser", tag: str) -> bytes:
        kept: dict[str, bytes] = self.__dict__.setdefault("_kept_tables", {})
        if tag not in kept:
            kept[tag] = original(self, tag)
        return kept[tag]

    return get_table


def pack_last_page(canvas: "Canvas") -> None:
    """Compress the page just ended, as reportlab does when it saves the file.

    Upstream keeps the operators of every page until then, ten times what the file has.
    """
    from reportlab.pdfbase.pdfdoc import (
        PDFArray,
        PDFDictionary,
        PDFName,
        PDFStream,
        PDFZCompress,
    )

    inner: Any = canvas  # its stub has no document
    page = inner._doc.Pages.pages[-1]  # noqa: SLF001 - nothing else leads to it
    packed = PDFDictionary({"Filter": PDFArray([PDFName(PDFZCompress.pdfname)])})
    page.Contents = PDFStream(packed, PDFZCompress.encode(page.stream))
    page.stream = ""


def _refuse(name: object, *_: object, **__: object) -> object:
    """Let what is open already pass; open nothing."""
    if hasattr(name, "read"):
        return name
    raise NothingIsRead(str(name)[:200])
