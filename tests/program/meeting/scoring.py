"""The members score on one PC in turn: each signs in, types every sheet, submits."""

from fractions import Fraction

from PySide6.QtCore import Qt

from reviewer_app.domain.points import format_exact
from tests.benchmarks.batches import measure_5
from tests.program.meeting import plan
from tests.program.meeting.hand import Hand

CTRL = Qt.KeyboardModifier.ControlModifier


def type_sheet(hand: Hand, values: dict[str, Fraction]) -> None:
    """Type each score that is missing and Enter, look over the sheet, submit it."""
    missing = int("".join(filter(str.isdigit, hand.read("rows_open"))))
    for value in list(values.values())[-missing:]:
        hand.keys(format_exact(value))
        hand.key(Qt.Key.Key_Return)
    hand.key(Qt.Key.Key_Return, CTRL)
    hand.breathe()
    hand.key(Qt.Key.Key_Return, CTRL)
    hand.breathe()


def score(hand: Hand, reviewer: str, sheets: int) -> None:
    """Score so many sheets as they are offered, as the plan says."""
    scheme = measure_5()
    known = {item.number: item for item in plan.applications(scheme)}
    for _sheet in range(sheets):
        number = hand.read("application_shown").split()[0]
        type_sheet(hand, plan.sheet_of(scheme, known[number], reviewer))
        hand.tell(f"submitted {number} {reviewer}")
