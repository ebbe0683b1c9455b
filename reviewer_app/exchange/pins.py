"""PINs as argon2id hashes: slow to try, parameters kept with the hash.

Source: reliability.md 3 (64 MiB, three passes).
"""

import unicodedata

_PASSES = 3
_BYTES = 64 * 1024 * 1024


def _plain(pin: str) -> bytes:
    """Give a PIN as it was meant: wide digits of an input method are digits."""
    return unicodedata.normalize("NFKC", pin).encode("utf-8")


def hash_pin(pin: str) -> str:
    """Give the hash to keep, with its own salt."""
    from nacl.pwhash import argon2id

    return argon2id.str(_plain(pin), opslimit=_PASSES, memlimit=_BYTES).decode("ascii")


def is_pin(pin: str, kept: str) -> bool:
    """Say whether this is the PIN of a kept hash."""
    from nacl.exceptions import InvalidkeyError
    from nacl.pwhash import argon2id

    try:
        return bool(argon2id.verify(kept.encode("ascii"), _plain(pin)))
    except InvalidkeyError:
        return False
