"""Role × verb × phase: the reviewed table, and a core that really refuses."""

from collections.abc import Iterator
from typing import NoReturn

import pytest

from reviewer_app.domain.errors import NotAllowed
from reviewer_app.domain.person import Actor, Role
from reviewer_app.domain.rules.rights import DEEDS, View
from reviewer_app.domain.session import SessionPhase
from reviewer_app.domain.session_errors import LockedOvernight, NoSession, NotNow
from reviewer_app.workspace import Workspace
from tests.builders import a_workspace, as_person
from tests.domain.rules.rights_table import LETTERS, REVIEWED
from tests.storage.files import a_deed

COLUMNS = ("none", *(phase.value for phase in SessionPhase))


def reviewed() -> dict[str, dict[str, str]]:
    """Read the committed table: verb or view -> phase -> letters."""
    rows = [line.split() for line in REVIEWED.read_text(encoding="utf-8").splitlines()[4:]]
    return {
        row[0]: dict(zip(COLUMNS, row[1:], strict=True))
        for row in rows
        if row and not row[0].startswith("[")
    }


@pytest.fixture(scope="module")
def batch(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    workspace = a_workspace(tmp_path_factory.mktemp("phases") / "w.review", reviewers=1)
    yield workspace
    workspace.store.close()


@pytest.fixture(params=COLUMNS)
def phase(batch: Workspace, request: pytest.FixtureRequest) -> str:
    """The batch in a phase, set past all verbs."""
    with batch.store.write(a_deed()):
        batch.store.change("DELETE FROM session")
        if request.param != "none":
            batch.store.change(
                "INSERT INTO session VALUES (1, '', '', 'one_round', 'paper', ?, 10, 10, 5)",
                (request.param,),
            )
    return str(request.param)


def refusal(act: object, *given: object, **named: object) -> type[Exception] | None:
    """Call, and name what was refused."""
    try:
        assert callable(act)
        act(*given, **named)
    except (NotAllowed, NotNow, NoSession) as refused:
        return type(refused)
    return None


@pytest.mark.parametrize("role", Role)
def test_the_core_refuses_every_verb_that_the_table_refuses(
    batch: Workspace, phase: str, role: Role
) -> None:
    person = as_person(batch, Actor("某人", role, "R1"))
    rows, letter = reviewed(), LETTERS[role]

    for verb in DEEDS:
        letters = rows[verb][phase]
        own, other = (refusal(person.require, verb, reviewer=one) for one in ("R1", "R2"))
        assert (own is None) == (letter in letters or letter.lower() in letters), verb
        assert (other is None) == (letter in letters), verb


class Enough(Exception):
    """Ends a transaction that was let in, before anything is written."""


def enough() -> NoReturn:
    raise Enough


def let_in(person: Workspace, verb: str, reviewer: str) -> bool:
    """Open the very transaction of a verb and take it back at once."""
    try:
        with person.write(verb, reviewer=reviewer):
            enough()
    except Enough:
        return True
    except (NotAllowed, NotNow, NoSession):
        return False


@pytest.mark.parametrize("role", Role)
def test_no_transaction_begins_that_the_table_refuses(
    batch: Workspace, phase: str, role: Role
) -> None:
    person = as_person(batch, Actor("某人", role, "R1"))
    rows, letter, before = reviewed(), LETTERS[role], batch.store.head()

    for verb in DEEDS:
        letters = rows[verb][phase]
        assert let_in(person, verb, "R2") == (letter in letters), verb
        assert let_in(person, verb, "R1") == (letter in letters or letter.lower() in letters), verb

    assert batch.store.head() == before


@pytest.mark.parametrize("role", Role)
def test_the_core_refuses_every_view_that_the_table_refuses(
    batch: Workspace, phase: str, role: Role
) -> None:
    person = as_person(batch, Actor("某人", role, "R1"))
    rows, letter = reviewed(), LETTERS[role]

    for view in View:
        letters = rows[view.value][phase]
        own, other = (refusal(person.require_view, view, reviewer=one) for one in ("R1", "R2"))
        assert (own is None) == (letter in letters or letter.lower() in letters), view
        assert (other is None) == (letter in letters), view


@pytest.mark.parametrize("phase", ["scoring"], indirect=True)
def test_a_refused_verb_writes_nothing(batch: Workspace, phase: str) -> None:
    before = batch.store.head()

    with pytest.raises(NotNow) as refused, batch.write("adopt_scheme"):
        batch.store.change("DELETE FROM score")

    assert (refused.value.deed, refused.value.phase) == ("adopt_scheme", "scoring")
    assert batch.store.head() == before


def test_nobody_sees_a_number_of_somebody_else_while_scores_are_given() -> None:
    rows = reviewed()

    assert rows["results"]["scoring"] == rows["disclosed"]["scoring"] == "-"
    assert rows["sheets"]["scoring"] == "rl"


@pytest.mark.parametrize("phase", ["scoring"], indirect=True)
def test_a_night_locks_every_verb_but_the_morning_check(batch: Workspace, phase: str) -> None:
    with batch.store.write(a_deed()):
        batch.store.change("INSERT INTO session_day VALUES ('2026-12-01', '09:00', '17:30')")
        batch.store.change(
            "INSERT INTO evening_lock VALUES ('2026-12-01', 1, ?, '王', '', '', '', '')",
            ("0" * 64,),
        )

    with pytest.raises(LockedOvernight):
        batch.require("give_score")
    assert batch.may("check_morning")

    with batch.store.write(a_deed()):
        batch.store.change("DELETE FROM evening_lock")
        batch.store.change("DELETE FROM session_day")
