"""The second look at a value: retyped blind, compared, void when the value changes.

Source: house.md 4 (the second person's verification is a flag); domain.md 2.4.
"""

from reviewer_app.domain.checks import InputCheck
from reviewer_app.domain.points import format_exact, half_up
from reviewer_app.domain.rules.scoring import input_value
from reviewer_app.domain.scheme import InputKind, SchemeInput
from reviewer_app.domain.second_look import SecondLook

ATTEMPTS = 2
"""So often a value is typed before both readings are shown side by side."""

_FEWEST_PLACES = 2


def second_look(
    value: str, check: InputCheck | None, attempts: int, *, is_author: bool
) -> SecondLook:
    """Say where the second look at `value` stands; a look at an earlier value is void."""
    if not value:
        return SecondLook.MISSING
    valid = check is not None and check.value == value
    if valid and check is not None and check.confirms(value):
        return SecondLook.VERIFIED
    if valid and attempts >= ATTEMPTS:
        return SecondLook.DIFFERS
    if is_author:
        return SecondLook.OWN
    return SecondLook.AGAIN if valid else SecondLook.OPEN


def is_same_reading(item: SchemeInput, stored: str, typed: str) -> bool:
    """Whether two texts are one value of an input.

    A share or mean without end (1/3) is the same as what a person types of it, rounded
    to at least two places.

    >>> share = SchemeInput("r", "r", "", InputKind.SHARE, (), None, None, None)
    >>> is_same_reading(share, "1/3", "0.33"), is_same_reading(share, "1/3", "0.3")
    (True, False)
    """
    left, right = input_value(item, stored), input_value(item, typed)
    if left == right:
        return True
    if item.kind in (InputKind.FLAG, InputKind.CHOICE) or "/" not in format_exact(left):
        return False
    places = len(typed.partition(".")[2])
    return places >= _FEWEST_PLACES and half_up(left, places) == right
