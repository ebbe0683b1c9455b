"""Text as it comes from files: escapes decoded, invisible signs found and removed."""

import re
import unicodedata

GREATEST_TEXT = 32_767
"""UTF-16 units a cell may hold in every spreadsheet program."""

_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_UNWANTED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff"
    "\ud800-\udfff\ufffe\uffff\ufff9-\ufffb]"
)
_INVISIBLE = re.compile("[\u00ad\u034f\u061c\u115f\u1160\u180e\u200b-\u200d\u3164]")
_SPACES = re.compile(r"\s+")


def decode_escapes(text: str) -> str:
    r"""Decode the `_xHHHH_` escapes of spreadsheet strings, pairs of surrogates joined.

    >>> decode_escapes("a_x000D_b"), decode_escapes("_x005F_x0041_")
    ('a\rb', '_x0041_')
    """
    if "_x" not in text:
        return text
    decoded = _ESCAPE.sub(lambda match: chr(int(match[1], 16)), text)
    units = decoded.encode("utf-16-le", "surrogatepass")
    return units.decode("utf-16-le", "surrogatepass")


def clean_text(text: str) -> str:
    r"""Remove control, bidirectional and impossible characters; trim the ends.

    Line ends become a newline; nothing else of the text changes. What Python calls
    printable has none of the unwanted characters.

    >>> clean_text(" 海\u202e峡\x00 ")
    '海峡'
    """
    if text.isprintable():
        return text.strip()
    return _UNWANTED.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip()


def clean_line(text: str) -> str:
    """Clean like `clean_text` and put everything on one line."""
    if text.isprintable():
        return text.strip()
    cleaned = clean_text(text)
    return cleaned if cleaned.isprintable() else _SPACES.sub(" ", cleaned)


def clean_key(text: str) -> str:
    """Clean a number that identifies something: NFKC, nothing invisible, single spaces.

    >>> clean_key("ＡＰＰ－００１\u200b "), clean_key("R 2")
    ('APP-001', 'R 2')
    """
    if text.isascii() and text.isprintable():
        return _SPACES.sub(" ", text.strip())
    folded = unicodedata.normalize("NFKC", _INVISIBLE.sub("", clean_text(text)))
    return _SPACES.sub(" ", _INVISIBLE.sub("", folded)).strip()


def utf16_length(text: str) -> int:
    """Count UTF-16 units, as spreadsheets do."""
    return len(text) + sum(1 for sign in text if sign > "\uffff")
