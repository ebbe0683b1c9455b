"""Documents are seen as they are printed, and written as they were seen."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from reviewer_app.domain.application import Application, Standing
from reviewer_app.domain.document import Edition
from reviewer_app.domain.person import Actor, Role
from reviewer_app.i18n import translator
from reviewer_app.queries.report import ReportOrder, prepare
from reviewer_app.reports import set_writing
from reviewer_app.reports.pdf_read import pdf_text
from reviewer_app.storage.exports import exports_of
from reviewer_app.workflow.change_setting import change_setting
from reviewer_app.workflow.change_standing import change_standing
from reviewer_app.workspace import Workspace
from tests.builders import a_workspace, score_sheet
from ui import messages
from ui.desk import Desk
from ui.jobs import Stopped
from ui.screens.reports.bar import Wanted
from ui.screens.reports.catalogue import Catalogue
from ui.screens.reports.jobs import Export, make_export
from ui.screens.reports.screen import Reports
from ui.widgets.notice import Notice
from ui.widgets.page_view import PageView

WANG = Actor("王干事", Role.SECRETARY)
NOWHERE = "\U000e0fff"
"""A character no font has."""

DeskMaker = Callable[..., Desk]


@pytest.fixture
def scored(workspace: Workspace) -> Workspace:
    for application in ("P1", "P2"):
        for reviewer in ("R1", "R2", "R3"):
            score_sheet(workspace, application, reviewer, "30", "30")
    return workspace


@pytest.fixture
def place(qtbot: QtBot, scored: Workspace, desk_for: DeskMaker) -> Iterator[Reports]:
    made = shown(qtbot, desk_for(scored, WANG))
    yield made
    made.hide()


def shown(qtbot: QtBot, desk: Desk) -> Reports:
    made = Reports(desk)
    qtbot.addWidget(made)
    made.resize(1180, 620)
    made.show()
    return made


def see(qtbot: QtBot, place: Reports, key: str) -> None:
    place.show_subject(key, "")
    qtbot.waitUntil(lambda: place.shown_code().partition("-")[2].startswith(key))


def export(place: Reports, wanted: Wanted) -> None:
    for action in place.findChildren(QAction):
        if action.data() == wanted:
            action.trigger()


def notice(place: Reports) -> Notice:
    found = place.findChild(Notice)
    assert isinstance(found, Notice)
    return found


def code_field(place: Reports) -> QLineEdit:
    fields = place.findChildren(QLineEdit)
    return next(field for field in fields if field.accessibleName() == "页脚编码")


def pages(place: Reports) -> PageView:
    found = place.findChild(PageView)
    assert isinstance(found, PageView)
    return found


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    made = tmp_path / "文书"
    monkeypatch.setattr(messages, "choose_folder", lambda *_args: made)
    return made


def test_the_pages_of_a_chosen_document_are_seen(
    qtbot: QtBot, place: Reports, scored: Workspace
) -> None:
    see(qtbot, place, "ranking")

    order = ReportOrder(Edition.INTERNAL, translator("zh_CN"))
    assert place.shown_code() == prepare(scored, "ranking", order).code
    assert (pages(place).page, pages(place).count) == (1, 1)
    assert pages(place).image.width() > 200


def test_an_export_writes_what_was_seen(qtbot: QtBot, place: Reports, folder: Path) -> None:
    see(qtbot, place, "ranking")
    code = place.shown_code()

    export(place, Wanted("pdf", everything=False))
    qtbot.waitUntil(lambda: bool(notice(place).text()))

    written = folder / "11-ranking.pdf"
    assert [path.name for path in folder.iterdir()] == ["11-ranking.pdf"]
    assert code in " ".join(pdf_text(written).split())
    assert "1 个文件已写出 1 个" in notice(place).text()


def test_everything_is_written_in_one_format(qtbot: QtBot, place: Reports, folder: Path) -> None:
    export(place, Wanted("xlsx", everything=True))
    qtbot.waitUntil(lambda: bool(notice(place).text()))

    names = {path.name for path in folder.iterdir()}
    assert {"09-score-sheets.xlsx", "11-ranking.xlsx", "24-consistency.xlsx"} <= names
    assert {path.suffix for path in folder.iterdir()} == {".xlsx"}


class StopsAfterOne:
    """Progress of a user who cancels while the second file is being written."""

    def tell(self, done: int, total: int, what: str = "") -> None:
        if done:
            raise Stopped


def test_a_cancel_leaves_whole_files_only(scored: Workspace, tmp_path: Path) -> None:
    files = [("ranking", "pdf"), ("composite", "pdf"), ("ranking", "xlsx")]
    order = ReportOrder(Edition.INTERNAL, translator("zh_CN"))
    wanted = Export(files, tmp_path / "to", order)

    done = make_export(wanted, scored, StopsAfterOne())  # type: ignore[arg-type]
    scored.close()

    assert done.written == 1
    assert [path.name for path in (tmp_path / "to").iterdir()] == ["11-ranking.pdf"]


def test_a_cancel_of_several_processes_counts_what_they_were_at(
    scored: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(set_writing, "_WORTH_IT", 0)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    files = [(key, "pdf") for key in ("ranking", "composite", "opinions", "agenda", "draw")]
    order = ReportOrder(Edition.INTERNAL, translator("zh_CN"))
    wanted = Export(files, tmp_path / "to", order)

    done = make_export(wanted, scored, StopsAfterOne())  # type: ignore[arg-type]
    logged = [export.file for export in exports_of(scored.store)]
    scored.close()

    names = sorted(path.name for path in (tmp_path / "to").iterdir())
    assert done.written == len(names) <= 2
    assert sorted(logged) == names


def test_the_public_edition_is_offered_only_where_there_is_one(
    qtbot: QtBot, place: Reports
) -> None:
    see(qtbot, place, "composite")
    edition = place.findChild(QComboBox)
    assert isinstance(edition, QComboBox)
    assert not edition.isEnabled()

    see(qtbot, place, "ranking")

    assert edition.isEnabled()


def test_a_character_without_a_glyph_is_named_and_printed_as_a_box_on_demand(
    qtbot: QtBot, tmp_path: Path, desk_for: DeskMaker
) -> None:
    strange = Application(
        number="P1", name=f"项目{NOWHERE}", applicant="虚构单位", metrics={"users": "4"}
    )
    made = a_workspace(tmp_path / "s.review", applications=(strange,))
    place = shown(qtbot, desk_for(made, WANG))
    place.show_subject("ranking", "")
    qtbot.waitUntil(lambda: "U+E0FFF" in notice(place).text())
    assert place.shown_code() == ""

    notice(place).press()

    qtbot.waitUntil(lambda: place.shown_code().startswith("11-ranking"))


def test_the_code_of_a_page_shows_the_document_as_it_was(
    qtbot: QtBot, place: Reports, scored: Workspace
) -> None:
    see(qtbot, place, "ranking")
    code = place.shown_code()
    score_sheet_again(scored)
    place.look_again()
    qtbot.waitUntil(lambda: place.shown_code() not in ("", code))

    line = code_field(place)
    qtbot.keyClicks(line, code.replace(" · ", " "))
    qtbot.keyClick(line, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: place.shown_code() == code)
    assert "现在的内容已不同" in notice(place).text()


def score_sheet_again(workspace: Workspace) -> None:
    """Take P2 out, so that the ranking is another one."""
    change_standing(workspace, application="P2", standing=Standing.WITHDRAWN, reason="撤回")


def test_a_code_of_no_document_is_refused_in_words(qtbot: QtBot, place: Reports) -> None:
    line = code_field(place)
    qtbot.keyClicks(line, "11-ranking 1 000000000000")
    with qtbot.waitSignal(place.desk.refused) as refused:
        qtbot.keyClick(line, Qt.Key.Key_Return)

    assert type(refused.args[0]).__name__ == "UnknownCode"


def test_a_change_elsewhere_shows_the_pages_anew(
    qtbot: QtBot, place: Reports, scored: Workspace
) -> None:
    see(qtbot, place, "ranking")
    code = place.shown_code()

    place.desk.do(lambda batch: change_setting(batch, "bureau.name", "某市工信局"))

    qtbot.waitUntil(lambda: place.shown_code() not in ("", code))


def test_page_keys_turn_and_zoom(qtbot: QtBot, place: Reports) -> None:
    see(qtbot, place, "score-sheets")
    view = pages(place)
    assert view.count > 1
    wide = view.image.width()

    place.activateWindow()
    paper = view.focusProxy()
    assert paper is not None
    paper.setFocus()
    qtbot.waitUntil(paper.hasFocus)

    qtbot.keyClick(paper, Qt.Key.Key_PageDown)
    qtbot.keyClick(paper, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)

    assert view.page == 2
    assert view.image.width() > wide


def test_a_place_that_is_left_asks_nothing_more(qtbot: QtBot, place: Reports) -> None:
    place.show_subject("ranking", "")

    place.hide()
    qtbot.wait(400)

    assert place.shown_code() == ""


def test_the_catalogue_stays_sound_while_it_is_filled_anew(qtbot: QtBot, place: Reports) -> None:
    tree = place.findChild(Catalogue)
    assert isinstance(tree, Catalogue)
    tester = QAbstractItemModelTester(
        tree.model(), QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    see(qtbot, place, "ranking")

    place.look_again()

    assert tree.current_key() == "ranking"
    del tester


def test_a_paper_of_one_application_is_seen_alone(qtbot: QtBot, place: Reports) -> None:
    see(qtbot, place, "rank-explanation")
    every = place.shown_code()
    boxes = place.findChildren(QComboBox)
    choice = next(box for box in boxes if box.findData("P2") >= 0)

    choice.setFocus()
    qtbot.keyClick(choice, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: place.shown_code().startswith("29") and place.shown_code() != every)
