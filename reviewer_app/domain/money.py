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


_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_PLACES = ("仟", "佰", "拾", "")
_GROUPS = ("", "万", "亿", "万亿")


def in_capitals(fen: int) -> str:
    """Write an amount in the characters of cheques and receipts (大写), up to 9999 万亿 yuan.

    >>> in_capitals(855_000_000), in_capitals(100_040_005), in_capitals(30)
    ('捌佰伍拾伍万元整', '壹佰万零肆佰元零伍分', '叁角整')
    """
    if fen < 0:
        return f"负{in_capitals(-fen)}"
    yuan, rest = divmod(fen, 100)
    jiao, cents = divmod(rest, 10)
    whole = f"{_whole(yuan)}元" if yuan or not rest else ""
    if not rest:
        return f"{whole}整"
    tens = f"{_DIGITS[jiao]}角" if jiao else "零" if yuan else ""
    return f"{whole}{tens}" + (f"{_DIGITS[cents]}分" if cents else "整")


def _whole(yuan: int) -> str:
    """Write whole yuan in groups of four digits; a gap of zeros is said once."""
    if not yuan:
        return _DIGITS[0]
    text, gap = "", False
    for group in range(len(_GROUPS) - 1, -1, -1):
        part = yuan // 10_000**group % 10_000
        digits = f"{part:04}"
        for place, digit in enumerate(digits):
            if digit == "0":
                gap = bool(text)
                continue
            text += (_DIGITS[0] if gap else "") + _DIGITS[int(digit)] + _PLACES[place]
            gap = False
        if part:
            text += _GROUPS[group]
    return text
