"""The looks of workbook cells: asked for while rows stream, made by openpyxl at the end."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell


class Look(StrEnum):
    """What a cell is for."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    HEADING = "heading"
    LINE = "line"
    NOTE = "note"
    HEADER = "header"
    TEXT = "text"
    MIDDLE = "middle"
    NUMBER = "number"
    DIFFERENCE = "difference"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True)
class Style:
    """A look with its shade and weight; `places` and `mark` shape numbers."""

    look: Look
    places: int = 0
    mark: str = ""
    grey: bool = False
    bold: bool = False


class Styles:
    """The styles of one workbook by number, in order of first use; 0 is the plain one."""

    def __init__(self) -> None:
        self._known: dict[Style, int] = {}
        self.tails: dict[tuple[str, str, bool, bool, bool], tuple[str, int]] = {}
        """Ready ends of number cells (`sheet_table`): the tables of a workbook are much alike."""

    def number(self, style: Style) -> int:
        """Give the number that stands for a style in a cell."""
        known = self._known.get(style)
        if known is None:
            known = self._known[style] = len(self._known) + 1
        return known

    def in_order(self) -> tuple[Style, ...]:
        """Give every style asked for, by number from 1."""
        return tuple(self._known)


_SANS, _SERIF = "黑体", "宋体"
_SIZES = {Look.TITLE: 16, Look.SUBTITLE: 11, Look.HEADING: 12, Look.NOTE: 9}
_NUMBERS = frozenset({Look.NUMBER, Look.DIFFERENCE})
_RULED = _NUMBERS | {Look.HEADER, Look.TEXT, Look.MIDDLE, Look.CHOICE}
_CENTRED = frozenset({Look.TITLE, Look.SUBTITLE, Look.HEADER, Look.MIDDLE, Look.CHOICE})
_CODES = frozenset({Look.TEXT, Look.MIDDLE, Look.CHOICE})
_ZERO_OR_RED = "[=0]0_);[Red][<0]-0_);[Red]0_)"


def apply(style: Style, cell: "Cell") -> int:
    """Give a cell of the skeleton workbook this style; return openpyxl's number for it."""
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side

    heavy = style.bold or style.look in (Look.TITLE, Look.HEADING, Look.HEADER)
    cell.font = Font(
        name=_SANS if heavy else _SERIF, size=_SIZES.get(style.look, 10), bold=style.bold
    )
    across = "left"
    if style.look in _CENTRED:
        across = "center"
    elif style.look in _NUMBERS:
        across = "right"
    cell.alignment = Alignment(
        horizontal=across,
        vertical="center",
        wrap_text=style.look not in _NUMBERS,
        indent=1 if style.look is Look.TEXT else 0,
    )
    if style.look in _RULED:
        side = Side(style="thin")
        cell.border = Border(left=side, right=side, top=side, bottom=side)
    if style.grey or style.look is Look.DIFFERENCE:
        cell.fill = PatternFill("solid", fgColor="FFEBEBEB")
    if style.look is Look.CHOICE:
        cell.protection = Protection(locked=False)
    if style.look is Look.DIFFERENCE:
        cell.number_format = _ZERO_OR_RED
    elif style.look is Look.NUMBER:
        cell.number_format = _number_format(style)
    else:
        cell.number_format = "@" if style.look in _CODES else "General"
        # With this flag a text that begins with = + - or @ stays text when it is edited.
        cell.quotePrefix = style.look is not Look.HEADER
    return cell.style_id


def _number_format(style: Style) -> str:
    # The underscore leaves the width of a sign free: numbers do not touch the next column.
    plain = ("0." + "0" * style.places if style.places else "0") + "_)"
    return f'"{style.mark} "{plain}' if style.mark else plain
