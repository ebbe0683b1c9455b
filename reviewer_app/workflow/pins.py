"""A person's PIN: set it, prove it, have it taken away."""

from datetime import datetime

from reviewer_app.domain.batch_setup import PINS, PINS_DEMANDED
from reviewer_app.domain.errors import ReasonMissing
from reviewer_app.domain.person import Actor
from reviewer_app.domain.pin_errors import (
    ListClosed,
    NoPin,
    NotInBatch,
    PinAltered,
    PinTooPlain,
    PinWaits,
    WrongPin,
)
from reviewer_app.domain.rules.pins import SHORTEST, is_good_pin, seconds_to_wait
from reviewer_app.domain.rules.rights import Reach, reach_of_deed
from reviewer_app.exchange.pins import hash_pin, is_pin
from reviewer_app.storage import pins
from reviewer_app.storage.batch_settings import load_settings
from reviewer_app.storage.people import load_people, person_key
from reviewer_app.storage.pins import KeptPin
from reviewer_app.workspace import Workspace


def set_pin(workspace: Workspace, pin: str, *, present: str = "") -> None:
    """Set or change the PIN of who acts; a change needs the `present` one.

    Raises:
        PinTooPlain, NotInBatch: nothing was written.
        WrongPin, PinWaits, PinAltered: the present one was not proved.
    """
    actor = workspace.actor
    key = _key(workspace, actor)
    if pins.load_pin(workspace.store, key) is not None:
        check_pin(workspace, actor, present)
    if not is_good_pin(pin):
        raise PinTooPlain(SHORTEST)
    kept = hash_pin(pin)
    with workspace.write("set_pin", reviewer=actor.number):
        pins.write_pin(workspace.store, key, kept)


def check_pin(workspace: Workspace, actor: Actor, pin: str) -> None:
    """Prove that who signs in, or signs, knows the PIN.

    A right one forgets the wrong tries. In a file that may only be read tries are not
    counted: there is nothing to be done in it.

    Raises:
        NoPin: none was set. PinAltered: the hash was put there past this program.
        WrongPin, PinWaits: the wait grows with each wrong try and never ends for good.
    """
    key = _key(workspace, actor)
    kept = pins.load_pin(workspace.store, key)
    if kept is None:
        raise NoPin(actor.name)
    if not kept.is_sealed:
        raise PinAltered(actor.name)
    left = _seconds_left(workspace, kept)
    if left:
        raise PinWaits(left)
    if not is_pin(pin, kept.hash):
        failures = kept.failures + 1
        pins.note_tries(workspace.store, key, failures, workspace.stamp())
        raise WrongPin(seconds_to_wait(failures))
    if kept.failures:
        pins.note_tries(workspace.store, key, 0, "")


def require_sign_in(workspace: Workspace, actor: Actor, pin: str = "") -> None:
    """Let somebody sign in: who has a PIN proves it, who has none may unless one is demanded.

    Raises:
        NoPin: the batch demands one; the person sets it first.
        WrongPin, PinWaits, PinAltered, NotInBatch: as `check_pin`.
    """
    if has_pin(workspace, actor):
        check_pin(workspace, actor, pin)
    elif pins_are_demanded(workspace):
        raise NoPin(actor.name)


def reset_pin(workspace: Workspace, person: Actor, reason: str) -> None:
    """Take away a forgotten PIN; the person sets a new one at the next sign-in.

    Raises:
        ReasonMissing, NotInBatch, NoPin: nothing was written.
    """
    if not reason.strip():
        raise ReasonMissing("reset_pin")
    key = _key(workspace, person)
    if pins.load_pin(workspace.store, key) is None:
        raise NoPin(person.name)
    with workspace.write("reset_pin", reason.strip()):
        pins.remove_pin(workspace.store, key)


def pins_are_demanded(workspace: Workspace) -> bool:
    """Say whether nobody signs in to this batch without a PIN."""
    return load_settings(workspace.store).get(PINS) == PINS_DEMANDED


def takes_staff(workspace: Workspace) -> bool:
    """Say whether staff may enter themselves at the sign-in page.

    Where PINs are demanded they may not, once somebody is there who can enter them.
    """
    found = load_people(workspace.store)
    has_host = any(reach_of_deed("add_person", person.role) is Reach.ALL for person in found)
    return not (pins_are_demanded(workspace) and has_host)


def require_open_list(workspace: Workspace) -> None:
    """Refuse somebody who is not in the list and wants to enter themselves.

    Raises:
        ListClosed: nothing was written.
    """
    if not takes_staff(workspace):
        raise ListClosed


def has_pin(workspace: Workspace, person: Actor) -> bool:
    """Say whether somebody of the batch has set a PIN."""
    key = person_key(workspace.store, person)
    return key is not None and pins.load_pin(workspace.store, key) is not None


def _key(workspace: Workspace, actor: Actor) -> int:
    key = person_key(workspace.store, actor)
    if key is None:
        raise NotInBatch(actor.name)
    return key


def _seconds_left(workspace: Workspace, kept: KeptPin) -> int:
    """Give the rest of the wait; a clock that was set back never makes it longer."""
    wait = seconds_to_wait(kept.failures)
    if not wait or not kept.failed_at:
        return 0
    since = workspace.surroundings.now() - datetime.fromisoformat(kept.failed_at)
    return min(wait, max(0, wait - int(since.total_seconds())))
