"""Where the second person's look at a value stands; the rule is `rules.retyping`."""

from enum import StrEnum


class SecondLook(StrEnum):
    """Where the second look at one value stands, for the person who asks.

    OPEN: to be typed. AGAIN: typed otherwise once, the value is still hidden. DIFFERS:
    typed otherwise twice, both are shown. VERIFIED: typed alike. OWN: entered by the
    asking person, so another one looks. MISSING: there is no value.
    """

    OPEN = "open"
    AGAIN = "again"
    DIFFERS = "differs"
    VERIFIED = "verified"
    OWN = "own"
    MISSING = "missing"

    @property
    def shows_value(self) -> bool:
        """Whether the value may be seen while looks are taken."""
        return self not in (SecondLook.OPEN, SecondLook.AGAIN)
