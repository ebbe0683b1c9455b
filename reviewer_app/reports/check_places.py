"""Where the numbers of the check sheets stand, and the formulas between them."""

from collections.abc import Sequence

from reviewer_app.domain.scheme import Scheme
from reviewer_app.reports.cells import column_letter
from reviewer_app.reports.recomputation import (
    ApplicationCheck,
    coefficients,
    taken_parts,
)

WEIGHTS_ROW = 4
FIRST_ROW = 5
LEADING = 2


class Places:
    """The geometry of the sheet with the single scores.

    Its columns: application number, reviewer, one an indicator, one a factor (in parts),
    the total in parts, the total as taken, the official total, the difference.
    """

    def __init__(self, scheme: Scheme, sheet: str, checks: Sequence[ApplicationCheck]) -> None:
        self.scheme = scheme
        self.checks = checks
        self.whole = coefficients(scheme)
        self.parts = taken_parts(scheme, self.whole)
        self.power = int(10**scheme.rules.places)
        self.sheet = sheet
        self._prefix = "'" + sheet.replace("'", "''") + "'!"
        counts = [len(factor.indicators) for factor in scheme.factors]
        self.indicators = sum(counts)
        starts = [LEADING + 1 + sum(counts[:at]) for at in range(len(counts))]
        self.blocks = [
            (start, start + count - 1) for start, count in zip(starts, counts, strict=True)
        ]
        self.first_factor = LEADING + self.indicators + 1
        self.last_factor = self.first_factor + len(counts) - 1
        self.total = self.last_factor + 1
        self.taken = self.total + 1
        self.official = self.taken + 1
        self.difference = self.official + 1
        self.rows: list[tuple[int, int]] = []
        row = FIRST_ROW
        for check in checks:
            self.rows.append((row, row + len(check.sheets) - 1))
            row += len(check.sheets)
        self.last_row = row - 1

    def area(self, column: int, rows: tuple[int, int]) -> str:
        """Name a column of the single scores over the sheets of one application."""
        letter = column_letter(column)
        return f"{self._prefix}{letter}{rows[0]}:{letter}{rows[1]}"

    def weights(self) -> str:
        """Name the row of the factors' weights."""
        first, last = column_letter(self.first_factor), column_letter(self.last_factor)
        return f"{self._prefix}${first}${WEIGHTS_ROW}:${last}${WEIGHTS_ROW}"

    def weight(self, factor: int) -> str:
        """Name the weight of one factor."""
        return f"{self._prefix}${column_letter(self.first_factor + factor)}${WEIGHTS_ROW}"

    def indicator_weight(self, column: int) -> str:
        """Name the weight of the indicator in a column."""
        return f"{self._prefix}${column_letter(column)}${WEIGHTS_ROW}"


def rounding(upper: str, lower: str, power: int) -> str:
    """Write HALF_UP rounding of upper/lower to units of 1/power, in whole numbers."""
    return f"SIGN({upper})*INT((2*ABS({upper})*{power}+({lower}))/(2*({lower})))"
