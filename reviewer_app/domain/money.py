"""Money: whole fen in the program, yuan or wan yuan (万元) on paper."""

from fractions import Fraction
from typing import NewType

from reviewer_app.domain.points import format_points

Fen = NewType("Fen", int)

FEN_PER_WAN = 1_000_000


def fen_from_wan(wan: Fraction) -> Fen:
    """Convert 万元 to fen.

    Raises:
        ValueError: the amount is no whole number of fen.
    """
    fen = wan * FEN_PER_WAN
    if fen.denominator != 1:
        raise ValueError(wan)
    return Fen(fen.numerator)


def wan_from_fen(fen: int) -> Fraction:
    """Give the amount in 万元, exact."""
    return Fraction(fen, FEN_PER_WAN)


def format_wan(fen: int) -> str:
    """Write an amount in 万元 with two decimals, more where the fen need them.

    >>> format_wan(855_000_000), format_wan(1)
    ('855.00', '0.000001')
    """
    wan = wan_from_fen(fen)
    places = 2
    while (wan * 10**places).denominator != 1:
        places += 1
    return format_points(wan, places)
