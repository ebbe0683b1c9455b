"""A credit query for many applications is asked beside the work, not in its way."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reviewer_app.domain.checks import CreditLine
from reviewer_app.i18n import translator
from ui.dialogs.credit_query import CreditQuery


def test_only_an_agreed_query_is_given(qtbot: QtBot) -> None:
    place = QWidget()
    qtbot.addWidget(place)
    given: list[CreditLine] = []
    for answer in ("reject", "accept"):
        dialog = CreditQuery(place, translator("en"), 2, "2026-12-01")
        dialog.given.connect(given.append)
        dialog.open()
        getattr(dialog, answer)()

    assert [line.queried_on for line in given] == ["2026-12-01"]
