"""What people type for a score, read forgivingly: 7.2, 72, 7。2 and full-width ７.２."""

import re
from fractions import Fraction

from reviewer_app.domain.errors import ScoreOutOfRange
from reviewer_app.domain.points import Points, decimals_of, format_exact
from reviewer_app.domain.scheme import Indicator

_ALIKE = str.maketrans("０１２３４５６７８９。．，,、·", "0123456789......")
_TYPED = re.compile(r"[0-9]{1,9}|[0-9]{0,9}\.[0-9]{0,9}")


def typed_points(text: str, indicator: Indicator) -> Points:
    """Give the points that typed digits mean on an indicator.

    A point that was left out is put in where the digits are no score without it: 72 is 7.2
    where 8 is the most, and 05 is 0.5 where there are decimals.

    Raises:
        ScoreOutOfRange: no reading of it is a score of this indicator.
    """
    plain = "".join(text.translate(_ALIKE).split()).removesuffix("分")
    for value in _readings(plain, decimals_of(indicator.step)):
        if value <= indicator.maximum and (value / indicator.step).denominator == 1:
            return value
    raise ScoreOutOfRange(
        indicator.code, text, format_exact(indicator.maximum), format_exact(indicator.step)
    )


def _readings(plain: str, decimals: int) -> list[Fraction]:
    if not _TYPED.fullmatch(plain) or plain == ".":
        return []
    if "." in plain:
        whole, part = plain.split(".")
        return [Fraction(f"{whole or '0'}.{part or '0'}")]
    shifts = range(1, min(decimals, len(plain) - 1) + 1)
    shifted = [Fraction(int(plain), 10**shift) for shift in shifts]
    begins_with_zero = len(plain) > 1 and plain.startswith("0")
    return shifted if begins_with_zero and decimals else [Fraction(int(plain)), *shifted]
