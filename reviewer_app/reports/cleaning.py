"""User text made fit for paper and workbooks: nothing invisible, nothing illegal."""

import unicodedata
from functools import lru_cache

_DROPPED = frozenset({"Cc", "Cf", "Cs"})
_KEPT = frozenset("\n\t")
_SELECTORS = frozenset((*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)))


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
    text = clean(text)
    if text.isascii():
        return text.replace("\t", " ")
    return "".join(
        " " if sign in "\t\xa0" else sign for sign in text if ord(sign) not in _SELECTORS
    )


def _is_legal(sign: str) -> bool:
    return unicodedata.category(sign) not in _DROPPED and ord(sign) & 0xFFFE != 0xFFFE
