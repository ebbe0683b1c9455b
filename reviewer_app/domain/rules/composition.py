"""Look at the composition of a panel and say what customary advice it meets.

Source: domain.md 2.5: five or more, odd; several specialities; nobody of an applicant.
"""

from collections import Counter
from collections.abc import Sequence

from reviewer_app.domain.composition import Advice, AdviceLine, Composition
from reviewer_app.domain.person import Reviewer
from reviewer_app.domain.rules.hints import Hint

_FEWEST = 5
_SPECIALITIES = 3


def composition(panel: Sequence[Reviewer], hints: Sequence[Hint]) -> Composition:
    """Look at a panel; `hints` are those somebody still has to look at."""
    kinds = Counter(one.speciality.strip() for one in panel)
    units = Counter(one.organisation.strip() for one in panel)
    names = {one.number: one.name for one in panel}
    return Composition(
        members=len(panel),
        specialities=tuple(sorted(kinds.items(), key=_most_first)),
        lines=(
            AdviceLine(Advice.FIVE, len(panel) >= _FEWEST),
            AdviceLine(Advice.ODD, len(panel) % 2 == 1),
            _mix(panel, kinds),
            _units(units),
            _hints(hints, names),
        ),
    )


def _mix(panel: Sequence[Reviewer], kinds: Counter[str]) -> AdviceLine:
    """Several specialities, none of more than half of the panel, none left open."""
    unnamed = tuple(one.name for one in panel if not one.speciality.strip())
    heavy = tuple(kind for kind, count in kinds.items() if kind and 2 * count > len(panel))
    holds = not unnamed and not heavy and len(kinds) >= _SPECIALITIES
    return AdviceLine(Advice.MIX, holds, unnamed or heavy)


def _units(units: Counter[str]) -> AdviceLine:
    several = tuple(unit for unit, count in units.items() if unit and count > 1)
    return AdviceLine(Advice.UNITS, not several, several)


def _hints(hints: Sequence[Hint], names: dict[str, str]) -> AdviceLine:
    found = dict.fromkeys(
        f"{names.get(hint.reviewer, hint.reviewer)} {hint.application}" for hint in hints
    )
    return AdviceLine(Advice.HINTS, not found, tuple(found))


def _most_first(item: tuple[str, int]) -> tuple[int, str]:
    return -item[1], item[0]
