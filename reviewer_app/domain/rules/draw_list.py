"""Who of the list cannot be drawn, and why; who is decided about by people.

Source: domain.md 2.5 (recusal grounds; staff of the supervising department).
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from reviewer_app.domain.application import Application
from reviewer_app.domain.drawing import ListedExpert, Listing
from reviewer_app.domain.rules.hints import Meeting, core_of, find_hints


class Bar(StrEnum):
    """What keeps an expert from being drawn."""

    APPLICANT = "applicant"
    FORMER = "former"
    BUREAU = "bureau"
    SEATED = "seated"
    BY_HAND = "by_hand"


@dataclass(frozen=True, slots=True)
class ShutOut:
    """Why an expert cannot be drawn: `found` is an organisation, a number or a reason."""

    bar: Bar
    found: str = ""
    applications: tuple[str, ...] = ()


def shut_out(
    experts: Iterable[ListedExpert],
    applications: Sequence[Application],
    *,
    bureau: str,
    seated: Mapping[str, str],
) -> dict[str, ShutOut]:
    """Give those who cannot be drawn by number, each with the first bar that holds.

    An own organisation, now or in the last three years, that applies or takes part; the
    bureau's own people; who sits on the panel by an earlier draw (`seated`: expert to
    member). Whom somebody let in with a reason is barred by nothing but the seat.
    """
    listed = tuple(experts)
    own = _own_organisations(listed, applications)
    found = ((one.person.number, _bar_of(one, own, bureau, seated)) for one in listed)
    return {number: bar for number, bar in found if bar is not None}


def _bar_of(
    one: ListedExpert,
    own: Mapping[str, ShutOut],
    bureau: str,
    seated: Mapping[str, str],
) -> ShutOut | None:
    number, unit = one.person.number, core_of(one.person.organisation)
    if number in seated:
        return ShutOut(Bar.SEATED, seated[number])
    match one.listing:
        case Listing.LET_IN:
            return None
        case Listing.SHUT_OUT:
            return ShutOut(Bar.BY_HAND, one.reason)
        case Listing.BY_RULE if unit and unit == core_of(bureau):
            return ShutOut(Bar.BUREAU, one.person.organisation)
        case Listing.BY_RULE:
            return own.get(number)


def _own_organisations(
    listed: Collection[ListedExpert], applications: Sequence[Application]
) -> dict[str, ShutOut]:
    """Find own organisations among applicants and members; a present one goes first."""
    hints = find_hints((one.person for one in listed), applications, {})
    near = [one for one in hints if one.meeting in (Meeting.APPLICANT, Meeting.FURTHER)]
    found: dict[str, ShutOut] = {}
    for hint in sorted(near, key=lambda one: one.is_former):
        before = found.get(hint.reviewer)
        bar = Bar.FORMER if hint.is_former else Bar.APPLICANT
        if before is None:
            found[hint.reviewer] = ShutOut(bar, hint.organisation, (hint.application,))
        elif before.found == hint.organisation and hint.application not in before.applications:
            numbers = (*before.applications, hint.application)
            found[hint.reviewer] = ShutOut(before.bar, before.found, numbers)
    return found
