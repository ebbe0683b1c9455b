"""PINs: slow to try, kept as a hash only, a growing wait and never a dead end."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from reviewer_app.domain.batch_setup import PINS, PINS_DEMANDED
from reviewer_app.domain.errors import NotAllowed
from reviewer_app.domain.person import Actor, Role
from reviewer_app.domain.pin_errors import (
    ListClosed,
    NoPin,
    PinAltered,
    PinTooPlain,
    PinWaits,
    WrongPin,
)
from reviewer_app.domain.verification import FindingKind
from reviewer_app.exchange.pins import hash_pin, is_pin
from reviewer_app.queries.sign_in import sign_in_rules
from reviewer_app.queries.verification import verification
from reviewer_app.workflow.add_person import add_person
from reviewer_app.workflow.change_setting import change_setting
from reviewer_app.workflow.pins import (
    check_pin,
    has_pin,
    pins_are_demanded,
    require_open_list,
    require_sign_in,
    reset_pin,
    set_pin,
    takes_staff,
)
from reviewer_app.workspace import Workspace
from tests.builders import a_workspace, as_person

R1 = Actor("专家1", Role.REVIEWER, "R1")
R2 = Actor("专家2", Role.REVIEWER, "R2")
ADMIN = Actor("管理员", Role.ADMINISTRATOR)


class Clock:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.now = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def workspace(tmp_path: Path, clock: Clock) -> Iterator[Workspace]:
    """A batch whose R1 has the PIN 380274."""
    made = a_workspace(tmp_path / "w.review")
    made = replace(made, surroundings=replace(made.surroundings, now=lambda: clock.now))
    set_pin(as_person(made, R1), "380274")
    yield made
    made.store.close()


def test_a_pin_is_kept_as_an_argon2id_hash_of_64_mib() -> None:
    kept = hash_pin("380274")

    assert kept.startswith("$argon2id$v=19$m=65536,t=3,p=1$")
    assert "380274" not in kept
    assert is_pin("３８０２７４", kept)
    assert not is_pin("380275", kept)


def test_neither_pin_nor_hash_stands_in_the_journal(workspace: Workspace) -> None:
    [kept] = workspace.store.rows("SELECT hash FROM pin")
    images = [
        change.after or ""
        for entry in workspace.store.entries()
        for change in workspace.store.changes_of(entry.seq)
    ]

    assert workspace.store.entries()[-1].verb == "set_pin"
    assert not [text for text in images if "380274" in text or "argon2" in text]
    assert kept[0].startswith("$argon2id$")
    assert verification(workspace).passed


def test_the_right_pin_opens(workspace: Workspace) -> None:
    check_pin(workspace, R1, "380274")

    assert has_pin(workspace, R1)


def test_each_wrong_pin_doubles_the_wait(workspace: Workspace, clock: Clock) -> None:
    waits = []
    for _ in range(3):
        with pytest.raises(WrongPin) as wrong:
            check_pin(workspace, R1, "000000")
        waits.append(wrong.value.seconds)
        clock.now += timedelta(seconds=60)

    assert waits == [1, 2, 4]
    check_pin(workspace, R1, "380274")
    with pytest.raises(WrongPin) as again:
        check_pin(workspace, R1, "000000")
    assert again.value.seconds == 1, "a right PIN forgets the wrong ones"


def test_a_try_before_the_wait_is_over_is_not_heard(workspace: Workspace, clock: Clock) -> None:
    with pytest.raises(WrongPin):
        check_pin(workspace, R1, "000000")

    with pytest.raises(PinWaits):
        check_pin(workspace, R1, "380274")
    clock.now += timedelta(seconds=1)
    check_pin(workspace, R1, "380274")


def test_a_clock_set_back_makes_no_wait_longer(workspace: Workspace, clock: Clock) -> None:
    with pytest.raises(WrongPin):
        check_pin(workspace, R1, "000000")
    clock.now -= timedelta(days=365)

    with pytest.raises(PinWaits) as waits:
        check_pin(workspace, R1, "380274")

    assert waits.value.seconds == 1


def test_a_hash_from_another_program_is_noticed(workspace: Workspace) -> None:
    forged = hash_pin("111222")
    workspace.store.log_outside_journal("UPDATE pin SET hash = ?", (forged,))

    with pytest.raises(PinAltered):
        check_pin(workspace, R1, "111222")
    [finding] = verification(workspace).findings
    assert (finding.kind, finding.place) == (FindingKind.PIN_ALTERED, "专家1")


def test_a_changed_pin_needs_the_present_one(workspace: Workspace, clock: Clock) -> None:
    own = as_person(workspace, R1)
    with pytest.raises(WrongPin):
        set_pin(own, "907131")
    clock.now += timedelta(seconds=1)

    set_pin(own, "907131", present="380274")

    check_pin(workspace, R1, "907131")


@pytest.mark.parametrize("pin", ["12345", "777777", "654321"])
def test_a_pin_that_anybody_guesses_is_refused(workspace: Workspace, pin: str) -> None:
    with pytest.raises(PinTooPlain):
        set_pin(as_person(workspace, R1), pin, present="380274")


def test_the_administrator_takes_a_forgotten_pin_away_with_a_reason(workspace: Workspace) -> None:
    with pytest.raises(NotAllowed):
        reset_pin(workspace, R1, "忘记")

    reset_pin(as_person(workspace, ADMIN), R1, "本人忘记口令,已当面核实")

    assert workspace.store.entries()[-1].reason == "本人忘记口令,已当面核实"
    with pytest.raises(NoPin):
        check_pin(workspace, R1, "380274")


def test_a_batch_demands_pins_when_it_says_so(workspace: Workspace) -> None:
    assert not pins_are_demanded(workspace)

    require_sign_in(workspace, R2)

    change_setting(workspace, PINS, PINS_DEMANDED)

    assert pins_are_demanded(workspace)
    with pytest.raises(NoPin):
        require_sign_in(workspace, R2)


def test_who_has_a_pin_is_asked_for_it_also_where_none_is_demanded(workspace: Workspace) -> None:
    with pytest.raises(WrongPin):
        require_sign_in(workspace, R1)


def test_staff_have_pins_too(workspace: Workspace) -> None:
    person = add_person(workspace, name="林干事", role=Role.SECRETARY)

    set_pin(as_person(workspace, person.actor), "山海相逢的夜晚")

    check_pin(workspace, person.actor, "山海相逢的夜晚")


def test_where_pins_are_demanded_staff_are_entered_by_staff(workspace: Workspace) -> None:
    change_setting(workspace, PINS, PINS_DEMANDED)
    assert takes_staff(workspace), "else nobody could ever enter anybody"

    add_person(workspace, name="林干事", role=Role.SECRETARY)

    with pytest.raises(ListClosed):
        require_open_list(workspace)


def test_who_sets_up_sees_who_has_a_pin_and_a_reviewer_does_not(workspace: Workspace) -> None:
    rules = sign_in_rules(as_person(workspace, ADMIN))

    assert [state.person.number for state in rules.people if state.has_pin] == ["R1"]
    assert rules.may_reset
    with pytest.raises(NotAllowed):
        sign_in_rules(as_person(workspace, R1))
