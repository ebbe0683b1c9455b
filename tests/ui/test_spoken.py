"""Whoever cannot see the screen is told what each control is."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from reviewer_app.settings import Look
from reviewer_app.workflow.build_sample import build_sample
from tests.builders import some_surroundings
from tests.ui.gallery import SHOWN, Variant, picture, shell_on

FIELDS = (
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
)
PLAIN = Variant("spoken", "zh_CN", Look.LIGHT, (1366, 700))


def unnamed(window: QWidget) -> Iterator[str]:
    """Name the controls that the keys reach and that have nothing to be called by."""
    for made in window.findChildren(QWidget):
        if not made.isVisible() or made.focusPolicy() == Qt.FocusPolicy.NoFocus:
            continue
        if isinstance(made, QAbstractButton):
            told = made.text() or made.accessibleName() or made.toolTip()
        elif isinstance(made, FIELDS) and not isinstance(made, QScrollBar):
            owner = made.parent()
            is_part = isinstance(owner, QAbstractSpinBox | QComboBox)
            told = "part of another" if is_part else made.accessibleName()
        else:
            continue
        if not told.strip():
            yield f"{type(made).__name__} in {type(made.parent()).__name__} {made.objectName()}"


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_sample(tmp_path_factory.mktemp("spoken") / "sample", some_surroundings())


def test_every_control_of_every_place_has_a_name(qtbot: QtBot, sample: Path) -> None:
    silent: dict[str, list[str]] = {}

    with shell_on(sample, PLAIN) as shell:
        for place in (*SHOWN[1:], SHOWN[0]):
            picture(shell, place)
            silent[place] = list(unnamed(shell.window))

    assert {place: found for place, found in silent.items() if found} == {}
