"""Exact points: scores in hundredths, totals as rationals, one HALF_UP rounding.

No float enters or leaves this module.
"""

import re
from fractions import Fraction
from functools import cache
from typing import NewType

Points = Fraction
"""Exact points; the scale is the scheme's (0 to 100 by default)."""

Hundredths = NewType("Hundredths", int)
"""A stored score: whole hundredths of a point."""

_DECIMAL = re.compile(r"-?[0-9]{1,18}(\.[0-9]{1,18})?")
_RATIO = re.compile(r"-?[0-9]{1,18}/[0-9]{1,18}")


def parse_decimal(text: str) -> Fraction:
    """Read plain ASCII decimal digits with an optional sign and point.

    Raises:
        ValueError: anything else (exponents, underscores, spaces, other digits).
    """
    if not _DECIMAL.fullmatch(text):
        raise ValueError(text)
    return Fraction(text)


def parse_exact(text: str) -> Fraction:
    """Read a decimal or a fraction "4/3", as schemes and derived inputs write them.

    Raises:
        ValueError: neither of the two, or a zero denominator.
    """
    if _RATIO.fullmatch(text):
        upper, lower = text.split("/")
        if int(lower) == 0:
            raise ValueError(text)
        return Fraction(int(upper), int(lower))
    return parse_decimal(text)


def format_exact(value: Fraction) -> str:
    """Write a rational so that `parse_exact` gives it back: a decimal if it is one.

    >>> format_exact(Fraction(57, 20)), format_exact(Fraction(1, 3))
    ('2.85', '1/3')
    """
    lower = value.denominator
    for prime in (2, 5):
        while lower % prime == 0:
            lower //= prime
    if lower != 1:
        return f"{value.numerator}/{value.denominator}"
    places = 0
    while (value * 10**places).denominator != 1:
        places += 1
    return format_points(value, places)


def half_up(value: Fraction, places: int) -> Fraction:
    """Round to `places` decimals, halves away from zero.

    Source: stats.md 3.1.

    >>> half_up(Fraction(689, 8), 2)
    Fraction(8613, 100)
    """
    return Fraction(scaled_half_up(value, places), 10**places)


def scaled_half_up(value: Fraction, places: int) -> int:
    """Round like `half_up` and give the whole number of 10**-places."""
    upper: int = value.numerator * 10**places
    lower = value.denominator
    whole: int = (2 * abs(upper) + lower) // (2 * lower)
    return whole if upper >= 0 else -whole


def format_points(value: Fraction, places: int) -> str:
    """Write with exactly `places` decimals, rounded HALF_UP.

    >>> format_points(Fraction(17, 3), 2), format_points(Fraction(-1, 1000), 2)
    ('5.67', '0.00')
    """
    scaled = scaled_half_up(value, places)
    sign = "-" if scaled < 0 else ""
    digits = str(abs(scaled)).rjust(places + 1, "0")
    if places == 0:
        return sign + digits
    return f"{sign}{digits[:-places]}.{digits[-places:]}"


def to_hundredths(value: Fraction) -> Hundredths:
    """Give the stored form of a score.

    Raises:
        ValueError: the value is no whole number of hundredths.
    """
    scaled = value * 100
    if scaled.denominator != 1:
        raise ValueError(value)
    return Hundredths(scaled.numerator)


def from_hundredths(value: int) -> Points:
    """Give the points of a stored score."""
    return Fraction(value, 100)


@cache
def decimals_of(step: Fraction) -> int:
    """Count the decimals that writing multiples of `step` needs (0 to 2).

    >>> decimals_of(Fraction(1, 10)), decimals_of(Fraction(1, 4))
    (1, 2)
    """
    places = 0
    while (step * 10**places).denominator != 1 and places < 2:
        places += 1
    return places
