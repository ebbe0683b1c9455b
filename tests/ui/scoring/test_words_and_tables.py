"""Comments, notes, phrases and the table of all own scores."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from reviewer_app.domain.own_work import HalfTyped, OwnSheet, Stand
from reviewer_app.domain.points import from_hundredths
from reviewer_app.domain.rules.scoring import take_over
from reviewer_app.queries.own_queue import OFF, OWN_STATISTICS, own_phrases, own_queue
from reviewer_app.queries.own_sheet import own_sheet
from reviewer_app.workflow.change_setting import change_setting
from reviewer_app.workflow.give_score import give_score, write_comment
from reviewer_app.workflow.keep_half_typed import keep_half_typed
from reviewer_app.workspace import Workspace
from tests.ui.scoring.conftest import Reviewer
from ui.screens.scoring.phrase_menu import PhraseMenu

FIRST, SECOND, THIRD = (f"XM-2026-{place:05d}" for place in (1, 2, 3))
ENTER = Qt.Key.Key_Return


def sheet(reviewer: Reviewer, application: str = FIRST) -> OwnSheet:
    return own_sheet(reviewer.workspace, application, "R1")


def test_a_comment_is_stored_when_it_is_left(reviewer: Reviewer) -> None:
    reviewer.press("c", "well founded", Qt.Key.Key_Escape)

    assert sheet(reviewer).rows[0].comment == "well founded"
    assert QApplication.focusWidget() is reviewer.place.form.rows[0].field


def test_letters_in_a_comment_are_no_commands(reviewer: Reviewer) -> None:
    reviewer.press("c", "jknsaqwer 12", "\t")

    assert sheet(reviewer).rows[0].comment == "jknsaqwer 12"
    assert [row.is_skipped for row in own_queue(reviewer.workspace, "R1")] == [False] * 3


def test_the_word_being_composed_is_part_of_the_comment(reviewer: Reviewer) -> None:
    reviewer.press("c")
    composing = QInputMethodEvent("充分", [])
    QApplication.sendEvent(reviewer.place.form.details.comment, composing)

    reviewer.place.next_application()

    assert sheet(reviewer).rows[0].comment == "充分"


def test_half_a_comment_is_kept_within_a_second(qtbot: QtBot, reviewer: Reviewer) -> None:
    reviewer.press("c", "half a tho")

    qtbot.waitUntil(lambda: bool(sheet(reviewer).half_typed), timeout=1000)

    assert sheet(reviewer).half_typed == (HalfTyped("A4", is_note=False, text="half a tho"),)
    assert sheet(reviewer).rows[0].comment == ""
    reviewer.press("ught", Qt.Key.Key_Escape)
    assert sheet(reviewer).half_typed == ()
    assert sheet(reviewer).rows[0].comment == "half a thought"


def test_text_a_power_cut_left_behind_is_back_in_its_field(
    workspace: Workspace, sit_down: Callable[[Workspace], Reviewer]
) -> None:
    typed = HalfTyped("A4", is_note=False, text="依据充")
    keep_half_typed(workspace, application=FIRST, reviewer="R1", typed=typed)

    reviewer = sit_down(workspace)

    assert reviewer.place.form.details.comment.toPlainText() == "依据充"
    reviewer.place.next_application()
    assert sheet(reviewer).rows[0].comment == "依据充"
    assert sheet(reviewer).half_typed == ()


def test_a_note_belongs_to_its_application(reviewer: Reviewer) -> None:
    reviewer.place.form.note.setFocus()
    reviewer.press("ask for the data source")

    reviewer.place.next_application()

    assert sheet(reviewer).note == "ask for the data source"
    assert sheet(reviewer, SECOND).note == ""
    assert reviewer.place.form.note.toPlainText() == ""


def test_a_phrase_is_remembered_and_put_in(qtbot: QtBot, reviewer: Reviewer) -> None:
    reviewer.press("c", "well founded")
    reviewer.place.phrases()
    menu(reviewer).remembered.emit("well founded")
    assert own_phrases(reviewer.workspace, "R1") == ("well founded",)
    reviewer.press(Qt.Key.Key_Escape, Qt.Key.Key_Escape, Qt.Key.Key_Down, "/")

    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    QTest.keyClicks(QApplication.activePopupWidget() or reviewer.window, "1")
    reviewer.place.may_leave()

    assert sheet(reviewer).rows[1].comment == "well founded"


def menu(reviewer: Reviewer) -> PhraseMenu:
    return reviewer.place.findChildren(PhraseMenu)[-1]


def test_a_score_typed_into_the_table_is_stored(qtbot: QtBot, reviewer: Reviewer) -> None:
    place = reviewer.place
    place.toggle_table()
    index = place.table.model_of_scores.index(1, 4)
    place.table.setCurrentIndex(index)
    reviewer.press("7")
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QLineEdit))

    reviewer.press("1", ENTER)

    qtbot.waitUntil(lambda: sheet(reviewer, SECOND).rows[1].score == 710)
    assert place.table.model_of_scores.index(1, 4).data() == "7.1"


def test_the_table_refuses_what_is_no_score(reviewer: Reviewer) -> None:
    refused: list[object] = []
    reviewer.place.desk.refused.connect(refused.append)
    model = reviewer.place.table.model_of_scores

    model.setData(model.index(1, 4), "99")

    assert len(refused) == 1
    assert sheet(reviewer, SECOND).rows[1].score is None


def test_recused_from_it_a_reviewer_is_shown_neither_rows_nor_material(
    workspace: Workspace, sit_down: Callable[[Workspace], Reviewer]
) -> None:
    from reviewer_app.workflow.set_aside import recuse

    recuse(workspace, application=FIRST, reviewer="R1", ground="同一单位")
    reviewer = sit_down(workspace)

    reviewer.place.open_application(FIRST)

    assert not reviewer.place.material.tabs.isVisible()
    assert not any(made.isVisible() for made in reviewer.place.form.rows)
    reviewer.press("15", ENTER)
    assert own_queue(reviewer.workspace, "R1")[0].scores == {}
    reviewer.press("J")
    current = reviewer.place.queue.model.row_at(reviewer.place.queue.view.currentIndex())
    assert current.number == SECOND


def test_on_a_small_screen_one_pane_is_seen_at_a_time(reviewer: Reviewer, qtbot: QtBot) -> None:
    reviewer.window.resize(1024, 640)
    panes = reviewer.place.panes
    qtbot.waitUntil(lambda: panes.is_narrow)

    assert (reviewer.place.material.isVisible(), reviewer.place.form.isVisible()) == (False, True)
    panes.read.click()
    assert (reviewer.place.material.isVisible(), reviewer.place.form.isVisible()) == (True, False)


def test_own_statistics_can_be_switched_off_for_the_batch(
    workspace: Workspace, sit_down: Callable[[Workspace], Reviewer]
) -> None:
    told = "评完一份后"
    before = texts(sit_down(workspace))
    change_setting(workspace, OWN_STATISTICS, OFF)

    after = texts(sit_down(workspace))

    assert [any(told in text for text in found) for found in (before, after)] == [True, False]


def texts(reviewer: Reviewer) -> list[str]:
    labels = reviewer.place.queue.findChildren(QLabel)
    return [made.text() for made in labels if made.isVisible()]


def test_all_finished_sheets_are_submitted_at_the_end(reviewer: Reviewer) -> None:
    for application in (FIRST, SECOND):
        for row in sheet(reviewer, application).rows:
            pair = {"application": application, "reviewer": "R1"}
            value = from_hundredths(take_over(row.indicator, row.indicator.maximum * 7 / 10))
            give_score(reviewer.workspace, **pair, indicator=row.indicator.code, value=value)
            if row.suggestion is not None:
                code = row.indicator.code
                write_comment(reviewer.workspace, **pair, indicator=code, text="理由")
    reviewer.place.look_again()

    reviewer.place.review_all()
    assert SECOND in reviewer.place.check.text()
    reviewer.chord(ENTER, Qt.KeyboardModifier.ControlModifier)

    stands = [row.stand for row in own_queue(reviewer.workspace, "R1")]
    assert stands == [Stand.SUBMITTED, Stand.SUBMITTED, Stand.NEW]


def test_the_history_of_a_score_is_one_click_away(reviewer: Reviewer) -> None:
    reviewer.press("15", ENTER, Qt.Key.Key_Up, "18", ENTER, Qt.Key.Key_Up)

    reviewer.place.form.details.history_wanted.emit()

    popup = QApplication.activePopupWidget()
    assert isinstance(popup, QMenu)
    lines = [action.text() for action in popup.actions()]
    assert ["1.5 → 1.8" in lines[0], "— → 1.5" in lines[1]] == [True, True]


def test_no_number_in_the_queue_is_cut(reviewer: Reviewer) -> None:
    view = reviewer.place.queue.view
    view.setColumnWidth(0, 10)

    reviewer.place.look_again()

    assert view.columnWidth(0) >= view.sizeHintForColumn(0)
