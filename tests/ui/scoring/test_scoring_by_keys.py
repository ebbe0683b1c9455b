"""A reviewer scores with keys alone, and nothing becomes a score by accident."""

from fractions import Fraction

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reviewer_app.domain.own_work import Stand
from reviewer_app.queries.own_queue import own_queue
from reviewer_app.queries.own_sheet import own_sheet
from reviewer_app.workflow.give_score import give_score
from tests.ui.scoring.conftest import Reviewer

FIRST, SECOND, THIRD = (f"XM-2026-{place:05d}" for place in (1, 2, 3))
SHEET = ("15", "64", "71", "48", "33", "35", "26", "17", "42", "39", "25")
"""A value with one decimal for each of the eleven rows of measure-5, the point left out."""
SCORES = [150, 640, 710, 480, 330, 350, 260, 170, 420, 390, 250]
CTRL, ENTER = Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_Return


def scores(reviewer: Reviewer, application: str = FIRST) -> list[int | None]:
    return [row.score for row in own_sheet(reviewer.workspace, application, "R1").rows]


def stand(reviewer: Reviewer, application: str = FIRST) -> Stand:
    found = {row.number: row.stand for row in own_queue(reviewer.workspace, "R1")}
    return found[application]


def test_a_sheet_costs_its_digits_and_one_key_a_row(reviewer: Reviewer) -> None:
    for value in SHEET:
        reviewer.press(value, ENTER)

    assert scores(reviewer) == SCORES
    assert reviewer.pressed == sum(len(value) for value in SHEET) + len(SHEET)


def test_seven_point_two_is_four_keys(reviewer: Reviewer) -> None:
    reviewer.press(Qt.Key.Key_Down, "7.2", ENTER)

    assert scores(reviewer)[1] == 720
    assert reviewer.pressed == 1 + 4


def test_a_level_is_an_offer_until_enter(reviewer: Reviewer) -> None:
    reviewer.press("W")
    assert reviewer.typed(0) == "1.7"
    assert scores(reviewer)[0] is None

    reviewer.press(Qt.Key.Key_Down)
    assert (reviewer.typed(0), scores(reviewer)[0]) == ("", None)

    reviewer.press(Qt.Key.Key_Up, "W", ENTER)
    assert scores(reviewer)[0] == 170


def test_typed_digits_are_a_score_also_when_the_row_is_left(reviewer: Reviewer) -> None:
    reviewer.press("18", Qt.Key.Key_Down)
    reviewer.press("71", Qt.Key.Key_Tab)

    assert scores(reviewer)[:2] == [180, 710]


def test_arrows_change_the_value_by_one_step(reviewer: Reviewer) -> None:
    reviewer.press("15", ENTER, Qt.Key.Key_Up, Qt.Key.Key_Right, Qt.Key.Key_Right, ENTER)

    assert scores(reviewer)[0] == 170


def test_an_untouched_row_has_no_score(reviewer: Reviewer) -> None:
    reviewer.press(ENTER, ENTER, Qt.Key.Key_Right, ENTER)

    assert scores(reviewer) == [None] * 11


def test_what_is_no_score_stays_in_sight_and_is_not_stored(reviewer: Reviewer) -> None:
    reviewer.press("99", ENTER, "J")

    assert reviewer.typed(0) == "99"
    assert scores(reviewer)[0] is None
    reviewer.press(Qt.Key.Key_Escape)
    assert reviewer.typed(0) == ""


@pytest.mark.parametrize("typed", ["７．１", "7。1", "７１"])
def test_full_width_digits_are_taken(reviewer: Reviewer, typed: str) -> None:
    reviewer.press(Qt.Key.Key_Down)
    field = reviewer.place.form.rows[1].field
    field.insert(typed)
    field.textEdited.emit(typed)
    reviewer.press(ENTER)

    assert scores(reviewer)[1] == 710


def test_input_methods_are_off_in_the_number_field(reviewer: Reviewer) -> None:
    field = reviewer.place.form.rows[0].field

    assert not field.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


def test_j_k_and_n_go_through_the_queue(reviewer: Reviewer) -> None:
    seen = []
    for key in "JJKN":
        reviewer.press(key)
        seen.append(reviewer.place.queue.model.row_at(reviewer.place.queue.view.currentIndex()))

    assert [row.number for row in seen] == [SECOND, THIRD, SECOND, THIRD]


def test_a_skipped_application_comes_back_last(reviewer: Reviewer) -> None:
    reviewer.press("S", "N", "N")

    current = reviewer.place.queue.model.row_at(reviewer.place.queue.view.currentIndex())
    assert current.number == SECOND
    assert own_queue(reviewer.workspace, "R1")[0].is_skipped


def test_a_total_is_repainted_with_each_score(reviewer: Reviewer) -> None:
    before = own_sheet(reviewer.workspace, FIRST, "R1").total.total

    reviewer.press("15", ENTER)

    total = own_sheet(reviewer.workspace, FIRST, "R1").total.total
    assert total - before == Fraction(3, 2)
    head = reviewer.place.form.head.total_text()
    assert head == f"{float(total):.2f}"


def test_a_sheet_is_checked_then_submitted_then_taken_back(reviewer: Reviewer) -> None:
    for value in SHEET:
        reviewer.press(value, ENTER)
    comment_where_due(reviewer)

    reviewer.chord(ENTER, CTRL)
    assert stand(reviewer) is Stand.COMPLETE
    reviewer.chord(ENTER, CTRL)
    assert stand(reviewer) is Stand.SUBMITTED
    reviewer.place.open_application(FIRST)
    reviewer.place.form.head.taking_back.emit()

    assert stand(reviewer) is Stand.COMPLETE


def comment_where_due(reviewer: Reviewer) -> None:
    for row in own_sheet(reviewer.workspace, FIRST, "R1").rows:
        if row.is_far:
            reviewer.place.form.go_to_indicator(row.indicator.code)
            reviewer.press("c", "reason", Qt.Key.Key_Escape)


def test_an_unfinished_sheet_is_not_submitted(reviewer: Reviewer) -> None:
    reviewer.press("15", ENTER)

    reviewer.chord(ENTER, CTRL)
    reviewer.chord(ENTER, CTRL)

    assert stand(reviewer) is Stand.BEGUN
    assert "B2" in reviewer.place.check.text()


def test_own_deeds_are_undone_and_done_again(reviewer: Reviewer) -> None:
    reviewer.press("15", ENTER, "71", ENTER)
    shift = Qt.KeyboardModifier.ShiftModifier

    reviewer.chord(Qt.Key.Key_Z, CTRL)
    assert scores(reviewer)[:2] == [150, None]
    reviewer.chord(Qt.Key.Key_Z, CTRL)
    assert scores(reviewer)[:2] == [None, None]
    reviewer.chord(Qt.Key.Key_Z, CTRL | shift)
    assert scores(reviewer)[:2] == [150, None]
    assert reviewer.typed(0) == "1.5"


def test_an_abstention_names_its_reason(reviewer: Reviewer) -> None:
    reviewer.press("A")
    reviewer.press("knows the team", ENTER, ENTER)

    assert stand(reviewer) is Stand.ABSTAINED
    assert stand(reviewer, SECOND) is Stand.NEW


def test_a_digit_goes_into_the_form_from_wherever_the_focus_is(reviewer: Reviewer) -> None:
    reviewer.place.queue.view.setFocus()

    reviewer.press("1", "5", ENTER)

    assert scores(reviewer)[0] == 150


def test_each_row_is_spoken_with_application_score_maximum_and_state(reviewer: Reviewer) -> None:
    give_score(
        reviewer.workspace,
        application=FIRST,
        reviewer="R1",
        indicator="B2",
        value=Fraction(36, 5),
    )
    reviewer.place.look_again()

    names = [made.field.accessibleName() for made in reviewer.place.form.rows]
    assert names[2] == "申报项目 1，技术创新性，7.2 分，满分 8，已保存"
    assert names[0] == "申报项目 1，投入合理性与匹配，未评分，满分 2"


def test_the_focus_is_in_the_form_after_sign_in(reviewer: Reviewer) -> None:
    assert QApplication.focusWidget() is reviewer.place.form.rows[0].field


def test_digits_replace_a_score_that_stands(reviewer: Reviewer) -> None:
    reviewer.press("15", ENTER, Qt.Key.Key_Up)
    reviewer.place.form.rows[0].field.deselect()

    reviewer.press("18", ENTER)

    assert scores(reviewer)[0] == 180


def test_an_emptied_field_and_enter_open_the_row_again(reviewer: Reviewer) -> None:
    reviewer.press("15", ENTER, Qt.Key.Key_Up, Qt.Key.Key_Backspace, ENTER)

    assert scores(reviewer)[0] is None


def test_an_emptied_field_that_is_left_keeps_its_score(reviewer: Reviewer) -> None:
    reviewer.press("15", ENTER, Qt.Key.Key_Up, Qt.Key.Key_Backspace, Qt.Key.Key_Down)

    assert (reviewer.typed(0), scores(reviewer)[0]) == ("1.5", 150)


def test_typed_digits_are_a_score_also_when_the_mouse_goes_elsewhere(reviewer: Reviewer) -> None:
    reviewer.press("18")

    QTest.mouseClick(reviewer.place.form.rows[2].field, Qt.MouseButton.LeftButton)

    assert scores(reviewer)[0] == 180


def test_letters_typed_by_mistake_do_not_abstain(reviewer: Reviewer) -> None:
    """A opens the reason, what follows is typed into it; one Enter is not enough."""
    reviewer.press("a", "b", "c", ENTER)

    assert stand(reviewer) is not Stand.ABSTAINED
    reviewer.press(ENTER)
    assert stand(reviewer) is Stand.ABSTAINED
