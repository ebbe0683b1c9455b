"""How a panel is composed, as advice: rules of procurement by analogy, none of them law here.

Source: domain.md 2.5.
"""

from dataclasses import dataclass
from enum import StrEnum

COMPOSITION = "panel.composition"
COMPOSITION_OFF = "off"
"""What the batch setting `COMPOSITION` holds where nobody wants the advice."""


class Advice(StrEnum):
    """What is looked at."""

    FIVE = "five"
    ODD = "odd"
    MIX = "mix"
    UNITS = "units"
    HINTS = "hints"


@dataclass(frozen=True, slots=True)
class AdviceLine:
    """One advice; `names` say who or what it is about where it does not hold."""

    advice: Advice
    holds: bool
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Composition:
    """Size and specialities of the panel, and the advice on them."""

    members: int
    specialities: tuple[tuple[str, int], ...]
    lines: tuple[AdviceLine, ...]
