"""What a recusal, an absence or a withdrawal changes is known before it is made."""

from fractions import Fraction

import pytest

from reviewer_app.domain.application import Standing
from reviewer_app.domain.errors import NotAssigned, UnknownNumber
from reviewer_app.domain.results import ResultState
from reviewer_app.domain.rules.recusal import SheetChange, StandingChange, consequence
from reviewer_app.domain.sheet import SheetState
from tests.domain.a_batch import a_scheme, scored

TRIMMED = {"combine": "trimmed_mean", "trim_from": 5, "quorum": 3}
FIVE = ("80", "81", "82", "83", "100")
RECUSE_R5 = SheetChange("P1", "R5", SheetState.RECUSED)


def test_a_recusal_puts_the_application_on_the_mean() -> None:
    """Of five: (81 + 82 + 83) / 3 = 82; of the four left: 81.50."""
    batch = [scored("P1", *FIVE), scored("P2", "81.8", "81.8", "81.8", "81.8", "81.8")]
    effect = consequence(a_scheme(**TRIMMED), batch, RECUSE_R5).touched

    assert (effect.before.applied, effect.after.applied) == ("trimmed_mean", "mean")
    assert (effect.before.score, effect.after.score) == (Fraction(82), Fraction("81.50"))
    assert (effect.before.rank, effect.after.rank) == (1, 2)
    assert (effect.before.counted, effect.after.counted, effect.after.sheets) == (5, 4, 5)
    assert effect.changes_method


def test_by_itself_it_touches_no_other() -> None:
    batch = [scored("P1", *FIVE), scored("P2", *FIVE)]

    assert consequence(a_scheme(**TRIMMED), batch, RECUSE_R5).others == ()


def test_in_a_group_the_others_change_their_method_too() -> None:
    batch = [scored("P1", *FIVE), scored("P2", *FIVE), scored("P3", *FIVE[:3], "pending")]
    found = consequence(a_scheme(**TRIMMED, trim_scope="group"), batch, RECUSE_R5)

    assert [effect.number for effect in found.others] == ["P2"]
    other = found.others[0]
    assert (other.before.applied, other.after.applied) == ("trimmed_mean", "mean")
    assert (other.before.score, other.after.score) == (Fraction(82), Fraction("85.20"))


def test_an_absence_below_the_quorum_costs_the_rank() -> None:
    change = SheetChange("P1", "R3", SheetState.ABSENT)
    effect = consequence(a_scheme(quorum=3), [scored("P1", "80", "81", "82")], change).touched

    assert effect.changes_state
    assert (effect.before.rank, effect.after.rank) == (1, None)
    assert effect.after.state is ResultState.BELOW_QUORUM
    assert effect.after.provisional == Fraction("80.50")


def test_calling_the_last_open_sheet_absent_gives_a_rank() -> None:
    change = SheetChange("P1", "R2", SheetState.ABSENT)
    effect = consequence(a_scheme(), [scored("P1", "80", "pending")], change).touched

    assert (effect.before.state, effect.after.state) == ("pending", "ranked")


def test_withdrawing_the_short_panel_gives_the_group_its_trimming_back() -> None:
    batch = [scored("P1", *FIVE[:4], "recused"), scored("P2", *FIVE)]
    change = StandingChange("P1", Standing.WITHDRAWN)
    found = consequence(a_scheme(**TRIMMED, trim_scope="group"), batch, change)

    assert found.touched.after.state is ResultState.WITHDRAWN
    assert [(one.number, one.after.applied) for one in found.others] == [("P2", "trimmed_mean")]


def test_nothing_is_changed_by_asking() -> None:
    batch = [scored("P1", *FIVE)]
    consequence(a_scheme(**TRIMMED), batch, RECUSE_R5)

    assert batch == [scored("P1", *FIVE)]


def test_an_unknown_application_is_refused() -> None:
    with pytest.raises(UnknownNumber):
        consequence(a_scheme(), [scored("P2", "80")], RECUSE_R5)


def test_a_reviewer_without_a_sheet_is_refused() -> None:
    with pytest.raises(NotAssigned):
        consequence(a_scheme(), [scored("P1", "80")], RECUSE_R5)
