"""Every control of the steps has a name for scripts and a name to be spoken."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QScrollBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from reviewer_app.workflow.expert_list import list_panel
from reviewer_app.workflow.keep_agenda import agenda_as_drawn, make_agenda
from tests.session.meeting import a_meeting
from tests.ui.waiting import settle
from ui.desk import Desk
from ui.place import Screen
from ui.screens.session.before.agenda import AgendaPanel
from ui.screens.session.before.draw import DrawPanel
from ui.screens.session.before.kit import KitPanel
from ui.screens.session.before.order import OrderPanel

Make = Callable[..., Desk]
CONTROLS = (QAbstractButton, QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit)


def controls(panel: Screen) -> list[QWidget]:
    """Give what a user meets: not the parts other controls are made of."""
    found = [one for one in panel.findChildren(QWidget) if isinstance(one, CONTROLS)]
    parts = (QAbstractSpinBox, QComboBox, QAbstractItemView, QHeaderView, QScrollBar)
    return [one for one in found if not isinstance(one.parentWidget(), parts) and one.isVisible()]


def spoken(control: QWidget) -> str:
    text = control.text() if isinstance(control, QAbstractButton) else ""
    return control.accessibleName() or text


@pytest.mark.parametrize("kind", [DrawPanel, OrderPanel, AgendaPanel, KitPanel])
def test_every_control_is_named(
    kind: type[Screen], qtbot: QtBot, tmp_path: Path, desk_for: Make
) -> None:
    made = a_meeting(tmp_path / "w.review")
    list_panel(made.staff)
    make_agenda(made.staff, agenda_as_drawn(made.staff))
    panel = kind(desk_for(made.staff, made.staff.actor))
    qtbot.addWidget(panel)
    panel.resize(1000, 600)
    panel.show()
    settle(panel)

    found = controls(panel)

    assert found
    assert [one for one in found if not spoken(one)] == []
    assert [spoken(one) for one in found if not one.objectName()] == []
