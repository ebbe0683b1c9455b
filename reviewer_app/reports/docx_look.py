"""How text looks in a .docx.

Source: domain.md 6.0.
"""

import unicodedata
from dataclasses import dataclass, replace

from reviewer_app.reports.office_fonts import OfficeFont, installed

PITCH = 28.95
"""Points from line to line: 22 lines on 225 mm."""

LATIN = "Times New Roman"
GREY = "595959"


@dataclass(frozen=True, slots=True)
class Look:
    """A role's font with size and line pitch in points.

    `indent` is that of the first line in characters, `align` one of full, left, middle,
    right; `tracking` is put between characters, in twentieths of a point.
    """

    office: OfficeFont
    size: float
    pitch: float
    indent: int = 0
    align: str = "full"
    tracking: int = 0
    grey: bool = False

    @property
    def font(self) -> str:
        """The name of its font: the one installed here, else the one offices have."""
        found = installed(self.office)
        return self.office.names[0] if found is None else found.name

    def flush(self) -> "Look":
        """Give it without an indent."""
        return replace(self, indent=0)

    def centred(self) -> "Look":
        """Give it in the middle."""
        return replace(self, align="middle", indent=0)

    def to_the_right(self) -> "Look":
        """Give it at the right margin."""
        return replace(self, align="right", indent=0)


# 28 characters of 16 points are wider than 156 mm by a hair: a quarter point less each.
BODY = Look(OfficeFont.BODY, 16, PITCH, indent=2, tracking=-5)
TITLE = Look(OfficeFont.TITLE, 22, 36, align="middle")
HEADING = Look(OfficeFont.HEADING, 16, PITCH, indent=2, tracking=-5)
SUBHEADING = Look(OfficeFont.SUBHEADING, 16, PITCH, indent=2, tracking=-5)
LINE = Look(OfficeFont.BODY, 14, PITCH, align="middle")
SIGNER = Look(OfficeFont.BODY, 14, 36, align="left")
NOTE = Look(OfficeFont.SUBHEADING, 12, 18, align="left")
TABLE = Look(OfficeFont.BODY, 12, 18, align="left")
TABLE_HEADER = Look(OfficeFont.HEADING, 12, 18, align="middle")
NUMBER = Look(OfficeFont.BODY, 14, 18, align="left")
CODE = Look(OfficeFont.BODY, 7.5, 18, align="left", grey=True)


def wide(text: str) -> float:
    """Estimate a width in characters of Chinese.

    >>> wide("局2026")
    3.0
    """
    return sum(1.0 if unicodedata.east_asian_width(sign) in "WFA" else 0.5 for sign in text)
