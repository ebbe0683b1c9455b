"""A number as it is written on paper or in a workbook: full-width signs, Chinese digits.

Unlike `domain.typed_score` nothing is put in that is not written.
"""

import re
import unicodedata
from fractions import Fraction

_POINTS = str.maketrans("．。，、,·点點", "........")
_NUMERALS = str.maketrans("〇零一二三四五六七八九两", "001234567892")
_PLAIN = re.compile(r"[0-9]{1,9}(\.[0-9]{0,9})?|\.[0-9]{1,9}")
_TENS = re.compile(r"([一二三四五六七八九两]?)十([一二三四五六七八九]?)")


def written_number(text: str) -> Fraction | None:
    """Read a number as a person writes one, None where it is none.

    >>> [written_number(text) for text in ("７。２", "七点五", "十二分", "优")]
    [Fraction(36, 5), Fraction(15, 2), Fraction(12, 1), None]
    """
    bare = "".join(text.split()).removesuffix("分")
    bare = _TENS.sub(_tens, bare, count=1).translate(_NUMERALS).translate(_POINTS)
    bare = "".join(
        str(unicodedata.decimal(sign)) if unicodedata.decimal(sign, None) is not None else sign
        for sign in bare
    )
    if not _PLAIN.fullmatch(bare):
        return None
    return Fraction(bare.rstrip(".") if bare.endswith(".") else bare)


def _tens(found: re.Match[str]) -> str:
    return (found[1] or "一") + (found[2] or "零")
