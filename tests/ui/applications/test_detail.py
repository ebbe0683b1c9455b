"""One application on the screen: what is done is seen at once, and can be undone."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from reviewer_app.domain.application import DetailKind, DetailRow, Standing
from reviewer_app.domain.checks import CreditLine, CreditResult, FormalResult
from reviewer_app.domain.person import Actor, Role
from reviewer_app.domain.plans import ImportKind, Payload
from reviewer_app.domain.scheme import Scheme
from reviewer_app.domain.scheme_reading import scheme_from
from reviewer_app.i18n import translator
from reviewer_app.queries.application import application_page
from reviewer_app.workflow.add_attachments import add_attachments
from reviewer_app.workflow.apply_import import apply_import
from reviewer_app.workflow.undo import undo
from reviewer_app.workspace import Workspace
from tests.builders import a_plan, a_scheme_document, a_workspace, an_application
from ui.desk import Desk
from ui.models.table import TableModel
from ui.screens.applications import credit_panel, data_panel
from ui.screens.applications.credit_panel import CreditRow, credit_columns
from ui.screens.applications.data_panel import DataPanel
from ui.screens.applications.detail_panel import DetailPanel, detail_columns
from ui.screens.applications.file_panel import FilePanel, file_columns
from ui.screens.applications.form_panel import FormPanel
from ui.screens.applications.input_panel import InputPanel, input_columns
from ui.screens.applications.look_panel import LookPanel
from ui.screens.applications.overlap_panel import overlap_columns
from ui.screens.applications.score_panel import score_columns, score_rows
from ui.screens.applications.screen import Applications
from ui.widgets.page_view import PageView

WANG = Actor("王干事", Role.SECRETARY)
LIN = Actor("林干事", Role.SECRETARY)


def user_scheme() -> Scheme:
    """The small scheme whose input is the number of independent users of the details."""
    document = a_scheme_document()
    document["input"] = [{"key": "independent_users", "label": "落地用户数", "kind": "count"}]
    factor = document["factor"][0]  # type: ignore[index]
    factor["indicator"][0]["formula"] = "min(independent_users, 10)"
    return scheme_from(document)


def a_user(line: int) -> DetailRow:
    fields = {"user": f"用户{line}", "related": "0", "contract_amount": "7391"}
    return DetailRow("P1", DetailKind.USERS, line, fields, counted=True)


@pytest.fixture
def batch(tmp_path: Path) -> Workspace:
    """P1 with three users, imported by 王干事: 3 points of 10."""
    found = a_workspace(
        tmp_path / "w.review",
        applications=(an_application("P1", users=None), an_application("P2", users=None)),
        scheme=user_scheme(),
    )
    payload = Payload(
        details=tuple(a_user(line) for line in (1, 2, 3)),
        metrics={"P1": {"independent_users": "3"}},
    )
    apply_import(found, a_plan(ImportKind.DETAILS, payload))
    return found


Opener = Callable[..., Applications]


@pytest.fixture
def opened(qtbot: QtBot, batch: Workspace, desk_for: Callable[..., Desk]) -> Opener:
    """Show P1 at a panel, to a person."""

    def show(part: str, actor: Actor = WANG) -> Applications:
        place = Applications(desk_for(batch, actor))
        qtbot.addWidget(place)
        place.resize(1180, 640)
        with qtbot.waitActive(place):
            place.show()
            place.activateWindow()
        place.show_subject("P1", part)
        return place

    return show


def objective(place: Applications) -> str:
    return place._detail._objective.text()


def test_a_struck_row_changes_the_score_at_once_and_undo_brings_it_back(
    qtbot: QtBot, opened: Opener
) -> None:
    place = opened("details")
    panel = place.findChildren(DetailPanel)[0]
    assert objective(place) == "客观分 3.00 / 10"

    panel._view().selectRow(1)
    qtbot.keyClicks(panel._reason, "related")
    qtbot.keyClick(panel._reason, Qt.Key.Key_Return)

    assert objective(place) == "客观分 2.00 / 10"
    assert panel._models[DetailKind.USERS].data(panel._models[DetailKind.USERS].index(1, 1)) == (
        "剔除：related（王干事）"
    )
    panel._view().setFocus()
    qtbot.keyClick(panel._view(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert objective(place) == "客观分 3.00 / 10"


def every_text(panel: QWidget) -> str:
    labels = [made.text() + made.toolTip() for made in panel.findChildren(QLabel)]
    fields = [
        f"{made.text()} {made.placeholderText()} {made.accessibleDescription()}"
        for made in panel.findChildren(QLineEdit)
    ]
    return "\n".join((*labels, *fields))


def test_a_wrong_retype_never_shows_the_right_value_before_both_are_typed(
    qtbot: QtBot, batch: Workspace, opened: Opener
) -> None:
    place = opened("verify", LIN)
    panel = place.findChildren(LookPanel)[0]
    field = panel.findChildren(QLineEdit, "independent_users")[0]

    seen = [every_text(panel)]
    for typed in ("8", "9"):
        qtbot.keyClicks(field, typed)
        qtbot.keyClick(field, Qt.Key.Key_Return)
        seen.append(every_text(panel))

    before, once, twice = seen
    assert "3" not in before
    assert "3" not in once
    assert "再输一次" in once
    assert "原录入 3" in twice
    assert "复核为 9" in twice


def test_the_right_value_is_verified_by_enter(qtbot: QtBot, opened: Opener) -> None:
    place = opened("verify", LIN)
    panel = place.findChildren(LookPanel)[0]
    field = panel.findChildren(QLineEdit, "independent_users")[0]

    qtbot.keyClicks(field, "3")
    qtbot.keyClick(field, Qt.Key.Key_Return)

    assert "林干事 已复核" in every_text(panel)
    assert not field.isEnabled()


def test_the_own_value_is_for_somebody_else(opened: Opener) -> None:
    place = opened("verify", WANG)
    panel = place.findChildren(LookPanel)[0]

    assert not panel.findChildren(QLineEdit, "independent_users")[0].isEnabled()
    assert "须他人复核" in every_text(panel)


def test_a_page_is_seen_beside_the_form(
    qtbot: QtBot, batch: Workspace, opened: Opener, tmp_path: Path
) -> None:
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(tmp_path / "合同.pdf"), pagesize=(200, 100))
    canvas.rect(0, 0, 200, 100, fill=1)
    canvas.save()
    add_attachments(batch, application="P1", files=(tmp_path / "合同.pdf",))
    place = opened("files")
    panel, view = place.findChildren(FilePanel)[0], place.findChildren(PageView)[0]

    panel._table.selectRow(0)
    with qtbot.waitSignal(view.drawn, timeout=5000) as told:
        qtbot.mouseClick(panel._see, Qt.MouseButton.LeftButton)

    picture = view.image
    middle = picture.pixelColor(picture.width() // 2, picture.height() // 2)
    assert told.args == [1]
    assert panel.isVisible()
    assert view.isVisible()
    assert middle.lightness() == 0


def test_a_swapped_file_is_refused_and_not_shown(
    qtbot: QtBot, batch: Workspace, opened: Opener, tmp_path: Path
) -> None:
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(tmp_path / "合同.pdf"))
    canvas.drawString(20, 50, "page")
    canvas.save()
    add_attachments(batch, application="P1", files=(tmp_path / "合同.pdf",))
    (kept,) = batch.store.path.with_suffix(".files").iterdir()
    kept.chmod(0o600)
    kept.write_bytes(kept.read_bytes() + b"%")
    place = opened("files")
    panel = place.findChildren(FilePanel)[0]
    panel._table.selectRow(0)

    with qtbot.waitSignal(place.desk.refused):
        qtbot.mouseClick(panel._see, Qt.MouseButton.LeftButton)

    assert not place.findChildren(PageView)[0].isVisible()


def test_dropped_files_are_kept(
    qtbot: QtBot, batch: Workspace, opened: Opener, tmp_path: Path
) -> None:
    place = opened("files")
    file = tmp_path / "说明.txt"
    file.write_text("无页", encoding="utf-8")

    with qtbot.waitSignal(place.desk.changed):
        place.findChildren(FilePanel)[0].add_files((file,))

    assert [item.title for item in application_page(batch, "P1").attachments] == ["说明"]


def test_all_pass_and_the_exception_asks_why(
    qtbot: QtBot, batch: Workspace, opened: Opener
) -> None:
    place = opened("formal")
    panel = place.findChildren(FormPanel)[0]

    qtbot.mouseClick(panel._pass, Qt.MouseButton.LeftButton)
    line = panel._lines[8]
    qtbot.mouseClick(line.results[FormalResult.FAILED], Qt.MouseButton.LeftButton)
    unwritten = {row.result for row in application_page(batch, "P1").formal}
    qtbot.keyClicks(line.remark, "no audit")
    qtbot.keyClick(line.remark, Qt.Key.Key_Return)

    page = application_page(batch, "P1")
    assert unwritten == {FormalResult.PASSED}
    assert {row.item: row.remark for row in page.formal if row.result is FormalResult.FAILED} == {
        8: "no audit"
    }
    assert panel._conclusion.text() == "不通过"


def test_a_field_is_written_when_it_is_left(qtbot: QtBot, batch: Workspace, opened: Opener) -> None:
    place = opened("description")
    field = next(
        made
        for made in place.findChildren(DataPanel)[0].findChildren(QLineEdit)
        if made.property("field") == "contact"
    )

    field.setFocus()
    qtbot.keyClicks(field, "Chen 0592")
    assert place.may_leave()

    assert application_page(batch, "P1").application.contact == "Chen 0592"


def test_a_withdrawal_shows_what_follows_before_it_is_done(
    qtbot: QtBot, batch: Workspace, opened: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []

    def refuse(*_: object, detail: str = "", **_more: object) -> bool:
        told.append(detail)
        return False

    monkeypatch.setattr(data_panel, "ask", refuse)
    place = opened("description")
    panel = place.findChildren(DataPanel)[0]
    before = batch.store.head()

    qtbot.keyClicks(panel._reason, "asked for it")
    qtbot.mouseClick(panel._standings[Standing.WITHDRAWN], Qt.MouseButton.LeftButton)

    assert "P1" in told[0]
    assert batch.store.head() == before


def test_a_credit_query_is_recorded_and_the_rest_filled_down(
    qtbot: QtBot, batch: Workspace, opened: Opener
) -> None:
    place = opened("credit")
    panel = place.findChildren(credit_panel.CreditPanel)[0]
    panel._day.setText("2026-11-20")

    qtbot.mouseClick(panel._add, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(panel._fill, Qt.MouseButton.LeftButton)

    lines = application_page(batch, "P1").credit.values()
    assert len({line.source for line in lines}) == len(lines) == 7
    assert {line.queried_on for line in lines} == {"2026-11-20"}


def test_next_goes_along_the_list(qtbot: QtBot, opened: Opener) -> None:
    place = opened("description")

    qtbot.mouseClick(place._detail._after, Qt.MouseButton.LeftButton)

    assert place._detail.number == "P2"


def test_every_model_keeps_qt_s_rules(batch: Workspace) -> None:
    _ = translator("zh_CN")
    page = application_page(batch, "P1")
    line = CreditLine("信用中国", "2026-11-20", CreditResult.CLEAR)
    models: list[tuple[TableModel[Any], Sequence[object]]] = [
        (TableModel(detail_columns(DetailKind.USERS, _)), page.details[DetailKind.USERS]),
        (TableModel(credit_columns(_)), (CreditRow(1, line, is_old=True),)),
        (TableModel(file_columns(_)), page.attachments),
        (TableModel(input_columns(_)), ()),
        (TableModel(overlap_columns(_)), ()),
        (TableModel(score_columns(_)), score_rows(page, _)),
    ]
    for model, rows in models:
        tester = QAbstractItemModelTester(
            model, QAbstractItemModelTester.FailureReportingMode.Fatal
        )
        model.show(rows)
        model.sort(0, Qt.SortOrder.DescendingOrder)
        model.search("用户1")
        assert tester.model() is model


def test_an_application_that_is_gone_leads_back_to_the_list(
    qtbot: QtBot, batch: Workspace, opened: Opener
) -> None:
    place = opened("description")
    more = (an_application("P9", users=None),)
    plan = a_plan(ImportKind.APPLICATIONS, Payload(applications=more))
    place.desk.do(lambda workspace: apply_import(workspace, plan))
    place.show_subject("P9", "")

    place.desk.do(lambda workspace: undo(workspace, workspace.store.head()[0]))

    assert place._pages.currentWidget() is place._list
    assert place._list.numbers() == ("P1", "P2")


def test_another_value_is_written_with_its_reason(
    qtbot: QtBot, batch: Workspace, opened: Opener
) -> None:
    place = opened("data")
    panel = place.findChildren(InputPanel)[0]

    panel._table.selectRow(0)

    assert not panel._value.isEnabled(), "it is derived from the detail rows"
    assert "明细表" in panel._which.text()
