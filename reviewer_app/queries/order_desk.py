"""The order of the defences: what is drawn, by whom, and lots as they are typed in."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from reviewer_app.domain.drawing import Draw, DrawPurpose
from reviewer_app.domain.person import Role
from reviewer_app.domain.projector import PROJECTOR_ORDER, RELEASED
from reviewer_app.domain.rules.rights import View
from reviewer_app.queries.session import active_numbers, session_of
from reviewer_app.storage import applications, draws, people
from reviewer_app.storage.batch_settings import load_settings
from reviewer_app.workspace import Workspace


@dataclass(frozen=True, slots=True)
class OrderLine:
    """One application in the review; `lot` is its place in the drawn order, 0 without one."""

    number: str
    name: str
    applicant: str
    lot: int


@dataclass(frozen=True, slots=True)
class OrderDesk:
    """The applications by number, every attempt at their order, and whether it is released."""

    lines: tuple[OrderLine, ...]
    draws: tuple[Draw, ...]
    supervisors: tuple[str, ...]
    is_released: bool

    @property
    def present(self) -> Draw | None:
        """The attempt that holds."""
        return self.draws[-1] if self.draws else None


class LotFault(StrEnum):
    """What is wrong with a typed lot."""

    MISSING = "missing"
    NO_NUMBER = "no_number"
    OUTSIDE = "outside"
    TWICE = "twice"


def order_desk(workspace: Workspace) -> OrderDesk:
    """Give the order as it stands.

    Raises:
        NoSession, NotAllowed: there is none, or not for this role.
    """
    workspace.require_view(View.SESSION)
    session_of(workspace)
    store = workspace.store
    made = tuple(one for one in draws.load_draws(store) if one.purpose is DrawPurpose.ORDER)
    lots = {pick.subject: pick.place for pick in made[-1].picks} if made else {}
    known = applications.load_applications(store, with_metrics=False)
    return OrderDesk(
        lines=tuple(
            OrderLine(one, known[one].name, known[one].applicant, lots.get(one, 0))
            for one in active_numbers(store)
        ),
        draws=made,
        supervisors=tuple(
            one.name for one in people.load_people(store) if one.role is Role.SUPERVISOR
        ),
        is_released=load_settings(store).get(PROJECTOR_ORDER) == RELEASED,
    )


def faults_of_typed(typed: Mapping[str, str]) -> dict[str, LotFault]:
    """Say what is wrong with lots typed by application, each a whole number from 1 on.

    >>> faults_of_typed({"P1": "1", "P2": "1", "P3": "9"})["P3"]
    <LotFault.OUTSIDE: 'outside'>
    """
    texts = {number: text.strip() for number, text in typed.items()}
    values = [text.lstrip("0") for text in texts.values()]
    found: dict[str, LotFault] = {}
    for number, text in texts.items():
        if not text:
            found[number] = LotFault.MISSING
        elif not (text.isascii() and text.isdigit()):
            found[number] = LotFault.NO_NUMBER
        elif not 1 <= int(text) <= len(texts):
            found[number] = LotFault.OUTSIDE
        elif values.count(text.lstrip("0")) > 1:
            found[number] = LotFault.TWICE
    return found


def lots_in_order(typed: Mapping[str, str]) -> tuple[str, ...]:
    """Give the applications in the order of their typed lots, which have no fault."""
    return tuple(sorted(typed, key=lambda number: int(typed[number])))
