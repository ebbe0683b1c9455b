"""A typed code offers the signed scans that hang on it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from reviewer_app.storage.signing import load_papers
from reviewer_app.workflow.close_session import settle_results
from reviewer_app.workflow.sign import attach_scan
from tests.session.meeting import to_final
from tests.session.test_signing import a_picture
from ui.desk import Desk
from ui.dialogs.pages import PagesDialog
from ui.dialogs.scans import ScansDialog
from ui.screens.reports.screen import Reports
from ui.screens.reports.signed import SignedScans


def test_a_typed_code_offers_its_signed_scans(
    qtbot: QtBot, tmp_path: Path, desk_for: Callable[..., Desk]
) -> None:
    meeting = to_final(tmp_path / "w.review")
    settle_results(meeting.staff)
    attach_scan(meeting.staff, "11", a_picture(tmp_path))
    codes = {one.document: one.code for one in load_papers(meeting.staff.store)}
    place = Reports(desk_for(meeting.staff, meeting.staff.actor, "en"))
    qtbot.addWidget(place)
    place.show()
    place.resize(1180, 620)

    signed = recalled(qtbot, place, codes["11"])
    assert signed.text() == "1 signed scan is attached to this code."
    button = signed.findChild(QPushButton, "see_scans")
    assert button is not None
    button.click()
    listed = place.window().findChild(ScansDialog)
    assert listed is not None
    see = listed.findChild(QPushButton, "see_scan_0")
    assert see is not None
    see.click()
    assert place.window().findChild(PagesDialog) is not None
    listed.accept()

    assert recalled(qtbot, place, codes["14"]).text() == ""
    place.hide()


def recalled(qtbot: QtBot, place: Reports, code: str) -> SignedScans:
    field = next(
        one
        for one in place.findChildren(QLineEdit)
        if one.accessibleName() == "Code at the foot of a page"
    )
    field.setText(code)
    field.returnPressed.emit()
    qtbot.waitUntil(lambda: place.shown_code() == code, timeout=20000)
    found = place.findChild(SignedScans)
    assert found is not None
    return found
