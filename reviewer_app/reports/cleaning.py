"""User text made fit for paper and workbooks: nothing invisible, nothing illegal."""

import re
import unicodedata
from functools import lru_cache

_DROPPED = frozenset({"Cc", "Cf", "Cs"})
_KEPT = frozenset("\n\t")
_SELECTORS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")


@lru_cache(maxsize=100_000)
def clean(text: str) -> str:
    """Drop control and format signs, lone surrogates and non-characters.

    Line breaks and tabs stay; CR LF and CR become LF.

    Source: reliability.md 5.4.
    """
    if text.isprintable():
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(sign for sign in text if sign in _KEPT or _is_legal(sign))


def printable(text: str) -> str:
    """Clean, and further give tabs as spaces and drop signs that only pick a variant."""
    text = clean(text).replace("\t", " ")
    if text.isascii():
        return text
    return _SELECTORS.sub("", text.replace("\xa0", " "))


def _is_legal(sign: str) -> bool:
    return unicodedata.category(sign) not in _DROPPED and ord(sign) & 0xFFFE != 0xFFFE
