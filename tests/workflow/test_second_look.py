"""The second look at an input: blind, another person's, void when the value changes."""

from fractions import Fraction
from pathlib import Path

import pytest

from reviewer_app.domain.check_errors import NotAValue, SamePerson
from reviewer_app.domain.person import Actor, Role
from reviewer_app.domain.second_look import SecondLook
from reviewer_app.queries.application import LookRow, application_page, second_looks
from reviewer_app.workflow.correct_input import correct_input
from reviewer_app.workflow.undo import undo
from reviewer_app.workflow.verify_inputs import verify_inputs
from reviewer_app.workspace import Workspace
from tests.builders import a_workspace, as_person

LIN = Actor("林干事", Role.SECRETARY)


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """P1 has 4 users, brought in by 王干事."""
    return a_workspace(tmp_path / "batch.review")


def users(workspace: Workspace) -> LookRow:
    return second_looks(workspace, "P1")[0]


def test_the_second_person_does_not_see_the_value(workspace: Workspace) -> None:
    row = users(as_person(workspace, LIN))

    assert (row.look, row.value) == (SecondLook.OPEN, "")


def test_who_brought_the_value_in_is_told_that_another_one_looks(workspace: Workspace) -> None:
    assert users(workspace).look is SecondLook.OWN
    with pytest.raises(SamePerson):
        verify_inputs(workspace, application="P1", typed={"users": "4"})


def test_the_same_value_typed_in_wide_digits_is_verified(workspace: Workspace) -> None:
    verify_inputs(as_person(workspace, LIN), application="P1", typed={"users": "４"})

    row = users(workspace)
    assert (row.look, row.value, row.by) == (SecondLook.VERIFIED, "4", "林干事")


def test_a_wrong_retype_shows_nothing_until_it_is_typed_twice(workspace: Workspace) -> None:
    lin = as_person(workspace, LIN)
    verify_inputs(lin, application="P1", typed={"users": "5"})
    once = users(lin)
    verify_inputs(lin, application="P1", typed={"users": "6"})
    twice = users(lin)

    assert (once.look, once.value, once.typed) == (SecondLook.AGAIN, "", "")
    assert (twice.look, twice.value, twice.typed) == (SecondLook.DIFFERS, "4", "6")


def test_a_changed_value_voids_the_second_look(workspace: Workspace) -> None:
    verify_inputs(as_person(workspace, LIN), application="P1", typed={"users": "4"})

    correct_input(workspace, application="P1", name="users", typed="5", reason="合同少计一份")

    assert users(as_person(workspace, LIN)).look is SecondLook.OPEN
    assert application_page(workspace, "P1").objective == Fraction(5)


def test_who_put_a_value_back_brought_it_in_too(workspace: Workspace) -> None:
    lin = as_person(workspace, LIN)
    correct_input(lin, application="P1", name="users", typed="5", reason="合同少计一份")
    undo(lin, lin.store.head()[0])

    assert users(lin).look is SecondLook.OWN


def test_words_are_no_count(workspace: Workspace) -> None:
    before = workspace.store.head()

    with pytest.raises(NotAValue):
        verify_inputs(as_person(workspace, LIN), application="P1", typed={"users": "四"})

    assert workspace.store.head() == before
