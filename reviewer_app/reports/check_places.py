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
    """The geometry of the sheets that work out every result again.

    Columns of the single scores: application number, reviewer, one an indicator, one a
    factor (in parts), the total in parts, the total as taken, the official total, the
    difference. Columns of the check sheet have keys (`result_keys`).
    """

    def __init__(
        self, scheme: Scheme, sheets: tuple[str, str], checks: Sequence[ApplicationCheck]
    ) -> None:
        sheet, self.results = sheets
        self.scheme = scheme
        self.checks = checks
        self.whole = coefficients(scheme)
        self.parts = taken_parts(scheme, self.whole)
        self.power = int(10**scheme.rules.places)
        self.sheet = sheet
        self.prefix = quoted(sheet)
        self._at = {key: column_letter(at) for at, key in enumerate(result_keys(scheme), 1)}
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
        return f"{self.prefix}{letter}{rows[0]}:{letter}{rows[1]}"

    def at(self, key: str) -> str:
        """Give the letters of a column of the check sheet."""
        return self._at[key]

    @property
    def result_rows(self) -> tuple[int, int]:
        """The first and the last row of results, the same on every sheet that has one each."""
        return FIRST_ROW, FIRST_ROW + len(self.checks) - 1

    def weight(self, factor: int) -> str:
        """Name the weight of one factor."""
        return f"{self.prefix}${column_letter(self.first_factor + factor)}${WEIGHTS_ROW}"

    def indicator_weight(self, column: int) -> str:
        """Name the weight of the indicator in a column."""
        return f"{self.prefix}${column_letter(column)}${WEIGHTS_ROW}"


def result_keys(scheme: Scheme) -> tuple[str, ...]:
    """Name the columns of the check sheet, in order."""
    codes = [factor.code for factor in scheme.factors]
    return (
        *("number", "rank", "score", "count", "trim", "low", "high", "divisor"),
        *(f"{kind} {code}" for kind in ("sum", "points", "factor") for code in codes),
        *("upper", "lower", "again", "mean", "median", "requested", "vote"),
        *("rank again", "score difference", "rank difference"),
    )


def quoted(sheet: str) -> str:
    """Write the name of a worksheet as formulas do.

    >>> quoted("Don't")
    "'Don''t'!"
    """
    return "'" + sheet.replace("'", "''") + "'!"


def rounding(upper: str, lower: str, power: int) -> str:
    """Write HALF_UP rounding of upper/lower to units of 1/power, in whole numbers."""
    return f"SIGN({upper})*INT((2*ABS({upper})*{power}+({lower}))/(2*({lower})))"
