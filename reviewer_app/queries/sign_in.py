"""How one signs in to the batch: whether PINs are demanded, and who has set one."""

from dataclasses import dataclass

from reviewer_app.domain.batch_setup import PINS, PINS_DEMANDED
from reviewer_app.domain.person import Person
from reviewer_app.domain.rules.rights import View
from reviewer_app.queries.people import people_of_batch
from reviewer_app.storage.batch_settings import load_settings
from reviewer_app.storage.people import person_key
from reviewer_app.storage.pins import load_pin
from reviewer_app.workspace import Workspace


@dataclass(frozen=True, slots=True)
class PinState:
    """Somebody of the batch, and whether a PIN is kept."""

    person: Person
    has_pin: bool


@dataclass(frozen=True, slots=True)
class SignInRules:
    """What holds for everybody, and what who asks may change of it."""

    is_demanded: bool
    people: tuple[PinState, ...]
    may_change: bool
    may_reset: bool


def sign_in_rules(workspace: Workspace) -> SignInRules:
    """Give how one signs in, as those see it who set up the batch."""
    workspace.require_view(View.SETUP)
    return SignInRules(
        is_demanded=load_settings(workspace.store).get(PINS) == PINS_DEMANDED,
        people=tuple(_state(workspace, person) for person in people_of_batch(workspace)),
        may_change=workspace.may("change_setting"),
        may_reset=workspace.may("reset_pin"),
    )


def _state(workspace: Workspace, person: Person) -> PinState:
    key = person_key(workspace.store, person.actor)
    return PinState(person, key is not None and load_pin(workspace.store, key) is not None)
