"""When a PIN is good enough, and how long one waits after a wrong one.

Nothing is ever destroyed or locked for good: who tries offline is held by the hash, who
tries at the keyboard by the wait.

Source: reliability.md 3.3, 1 and 5.
"""

import unicodedata
from itertools import pairwise

SHORTEST = 6
_LONGEST_WAIT = 60


def seconds_to_wait(failures: int) -> int:
    """Give how long to wait after so many wrong tries in a row: 1, 2, 4 ... 60.

    >>> [seconds_to_wait(count) for count in (0, 1, 2, 6, 7, 500)]
    [0, 1, 2, 32, 60, 60]
    """
    return 0 if failures <= 0 else min(2 ** min(failures - 1, 10), _LONGEST_WAIT)


def is_good_pin(pin: str) -> bool:
    """Say whether a PIN has six signs and more than one repeated or counted up.

    >>> [is_good_pin(pin) for pin in ("12345", "111111", "123456", "380274", "海上生明月")]
    [False, False, False, True, False]
    """
    text = unicodedata.normalize("NFKC", pin)
    steps = {ord(after) - ord(before) for before, after in pairwise(text)}
    return len(text) >= SHORTEST and steps not in ({0}, {1}, {-1})
