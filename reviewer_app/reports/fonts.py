"""The embedded fonts: loading, widths, fallback for rare characters, what none has.

The fonts are Noto Serif SC for text, Noto Sans SC for headings and LXGW WenKai for what
they lack; all three are embedded as subsets. Official papers ask for the office fonts of
this PC (`reports.office_fonts`) and take these where there are none.
"""

import io
from collections.abc import Iterable
from enum import StrEnum
from functools import cache, lru_cache
from importlib import resources
from typing import TYPE_CHECKING

from reviewer_app.domain.report_errors import MissingGlyph
from reviewer_app.reports.cleaning import printable
from reviewer_app.reports.office_fonts import OfficeFont, installed
from reviewer_app.reports.reportlab_faults import mend

if TYPE_CHECKING:
    from reportlab.pdfbase.ttfonts import TTFont

BOX = "□"
_EXCERPT = 24


class Face(StrEnum):
    """A font by its role; the value names it inside the PDF."""

    SERIF = "NotoSerifSC"
    BOLD = "NotoSansSC-Bold"
    KAI = "LXGWWenKai"
    OFFICE_TITLE = "OfficeTitle"
    OFFICE_BODY = "OfficeBody"
    OFFICE_HEADING = "OfficeHeading"
    OFFICE_SUBHEADING = "OfficeSubheading"


_FILES = {
    Face.SERIF: "NotoSerifSC_400Regular.ttf",
    Face.BOLD: "NotoSansSC_700Bold.ttf",
    Face.KAI: "LXGWWenKai-Regular.ttf",
}


BUNDLED = tuple(_FILES)

_OFFICE: dict[Face, tuple[OfficeFont, Face]] = {
    Face.OFFICE_TITLE: (OfficeFont.TITLE, Face.SERIF),
    Face.OFFICE_BODY: (OfficeFont.BODY, Face.SERIF),
    Face.OFFICE_HEADING: (OfficeFont.HEADING, Face.BOLD),
    Face.OFFICE_SUBHEADING: (OfficeFont.SUBHEADING, Face.KAI),
}


def drawn(face: Face) -> Face:
    """Give the face that stands for this one here: itself, or a bundled one for it."""
    if face not in _OFFICE:
        return face
    office, bundled = _OFFICE[face]
    return bundled if installed(office) is None else face


def replaced() -> tuple[tuple[str, str], ...]:
    """Name the office fonts that are not installed, each with the bundled one for it."""
    return tuple(
        (office.names[0], bundled.value)
        for face, (office, bundled) in _OFFICE.items()
        if drawn(face) is bundled
    )


@cache
def font(face: Face) -> "TTFont":
    """Load and register a font, once in a process."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    if drawn(face) is not face:
        return font(drawn(face))
    mend()
    found = installed(_OFFICE[face][0]) if face in _OFFICE else None
    if found is None:
        data = (resources.files("resources") / "fonts" / _FILES[face]).read_bytes()
        loaded = TTFont(face.value, io.BytesIO(data))
    else:
        source = io.BytesIO(found.path.read_bytes())
        loaded = TTFont(face.value, source, subfontIndex=found.index)
    pdfmetrics.registerFont(loaded)
    return loaded


class Homes(dict[str, Face | None]):
    """Which font draws a character when this face is asked for; None: none does."""

    def __init__(self, face: Face) -> None:
        super().__init__()
        self._chain = dict.fromkeys((drawn(face), Face.SERIF, Face.KAI))

    def __missing__(self, sign: str) -> Face | None:
        for face in self._chain:
            if ord(sign) in font(face).face.charToGlyph:
                self[sign] = face
                return face
        self[sign] = None
        return None


class Widths(dict[str, float]):
    """Width of each character in thousandths of the type size."""

    def __init__(self, face: Face) -> None:
        super().__init__()
        self._face = face

    def __missing__(self, sign: str) -> float:
        home = homes(self._face)[sign]
        if home is None:
            home, sign_drawn = drawn(self._face), BOX
        else:
            sign_drawn = sign
        width = _char_width(home, sign_drawn)
        self[sign] = width
        return width


def _char_width(face: Face, sign: str) -> float:
    metrics = font(face).face
    width: float = metrics.charWidths.get(ord(sign), metrics.defaultWidth)
    return width


@cache
def homes(face: Face) -> Homes:
    """Give the table of homes of a face."""
    return Homes(face)


@cache
def widths(face: Face) -> Widths:
    """Give the table of widths of a face."""
    return Widths(face)


@lru_cache(maxsize=50_000)
def text_width(face: Face, text: str) -> float:
    """Give the width of printable text in thousandths of the type size."""
    return sum(map(widths(face).__getitem__, text))


@lru_cache(maxsize=50_000)
def runs(face: Face, text: str) -> tuple[tuple[Face, str], ...]:
    """Split printable text by the font that draws it; what none has becomes a box."""
    table = homes(face)
    if all(table[sign] is face for sign in text):
        return ((face, text),)
    parts: list[tuple[Face, str]] = []
    for sign in text:
        home = table[sign]
        chosen, sign_drawn = (drawn(face), BOX) if home is None else (home, sign)
        if parts and parts[-1][0] is chosen:
            parts[-1] = (chosen, parts[-1][1] + sign_drawn)
        else:
            parts.append((chosen, sign_drawn))
    return tuple(parts)


def missing_glyphs(texts: Iterable[str]) -> tuple[MissingGlyph, ...]:
    """Find the characters no embedded font has, each once, in order of appearance."""
    table, known = homes(Face.SERIF), {"\n"}
    found: dict[str, MissingGlyph] = {}
    for text in texts:
        if known.issuperset(text):
            continue
        shown = printable(text)
        for sign in shown:
            if table[sign] is None and sign not in known:
                found[sign] = MissingGlyph(sign, _excerpt(shown, sign))
            known.add(sign)
    return tuple(found.values())


def _excerpt(text: str, sign: str) -> str:
    start = max(0, text.index(sign) - _EXCERPT // 2)
    return text[start : start + _EXCERPT].replace("\n", " ")
