"""The unified social credit code (统一社会信用代码, GB 32100-2015) and its check signs.

Source: domain.md 4.3.
"""

import unicodedata
from enum import StrEnum

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
"""The 31 signs: no I, O, S, V, Z."""

LENGTH = 18
OLD_LENGTH = 15
_WEIGHTS = tuple(pow(3, place, 31) for place in range(17))
_BODY_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)
_DIGITS = "0123456789"


class CreditVerdict(StrEnum):
    """What a normalised code is."""

    VALID = "valid"
    WRONG_SIGN = "wrong_sign"
    WRONG_CHECK = "wrong_check"
    WRONG_LENGTH = "wrong_length"
    OLD_NUMBER = "old_number"


def normalise(text: str) -> str:
    """Make a code comparable: half width, upper case, no spaces or hyphens.

    >>> normalise(" ９１１１００００-600037341l ")
    '91110000600037341L'
    """
    folded = unicodedata.normalize("NFKC", text).upper()
    return "".join(sign for sign in folded if not sign.isspace() and sign not in "-‐‑–—\u200b")


def judge(code: str) -> CreditVerdict:
    """Tell whether a normalised code can be right.

    An old 15-digit registration number is no error, it only cannot be checked.
    """
    if len(code) == OLD_LENGTH and all(sign in _DIGITS for sign in code):
        return CreditVerdict.OLD_NUMBER
    if len(code) != LENGTH:
        return CreditVerdict.WRONG_LENGTH
    if any(sign not in ALPHABET for sign in code) or any(c not in _DIGITS for c in code[2:8]):
        return CreditVerdict.WRONG_SIGN
    if code[-1] != check_sign(code):
        return CreditVerdict.WRONG_CHECK
    return CreditVerdict.VALID


def check_sign(code: str) -> str:
    """Compute the 18th sign from the first 17.

    >>> check_sign("91110000600037341")
    'L'
    """
    total = sum(
        ALPHABET.index(sign) * weight for sign, weight in zip(code[:17], _WEIGHTS, strict=True)
    )
    return ALPHABET[(31 - total % 31) % 31]


def body_check_sign(code: str) -> str:
    """Compute the check sign of the organisation code inside: the sign at position 17.

    Letters count from A = 10, I O S V Z included, as in the older standard (GB 11714).

    >>> body_check_sign("91110000600037341L")
    '1'
    """
    values = (int(sign, 36) for sign in code[8:16])
    rest = (
        11 - sum(value * weight for value, weight in zip(values, _BODY_WEIGHTS, strict=True)) % 11
    )
    return {10: "X", 11: "0"}.get(rest, str(rest))


def has_right_body(code: str) -> bool:
    """Whether the organisation code inside a valid code has its own check sign."""
    return code[16] == body_check_sign(code)
