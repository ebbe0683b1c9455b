"""Typing into a cell as in a spreadsheet: Enter and arrows keep and move, Escape forgets."""

from enum import Enum

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.widgets.labels import restyle

Index = QModelIndex | QPersistentModelIndex


class Step(Enum):
    """Where to go from a cell; `NEXT` and `BACK` follow the way of typing."""

    NEXT = "next"
    BACK = "back"
    UP = "up"
    DOWN = "down"
    LEFT = "left"
    RIGHT = "right"


_STEPS = {
    Qt.Key.Key_Return: Step.NEXT,
    Qt.Key.Key_Enter: Step.NEXT,
    Qt.Key.Key_Tab: Step.RIGHT,
    Qt.Key.Key_Backtab: Step.LEFT,
    Qt.Key.Key_Up: Step.UP,
    Qt.Key.Key_Down: Step.DOWN,
    Qt.Key.Key_Left: Step.LEFT,
    Qt.Key.Key_Right: Step.RIGHT,
}


def step_of(event: QKeyEvent) -> Step | None:
    """Say where a key leads, None where it is for the text."""
    step = _STEPS.get(Qt.Key(event.key()))
    if step is Step.NEXT and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
        return Step.BACK
    return step


class CellDelegate(QStyledItemDelegate):
    """Makes the field of a cell. A text that is no score stays in it and is marked.

    Signals:
        stepped: a text was kept; where to go from its cell (`Step`).
    """

    stepped = Signal(object)

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._was_taken = True
        self.keeps_arrows = False
        """Whether Left and Right move within the text, as after F2."""

    def createEditor(
        self, parent: QWidget, _option: QStyleOptionViewItem, _index: Index
    ) -> QLineEdit:
        field = QLineEdit(parent)
        field.setAccessibleName(self._name)
        field.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        field.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        field.setProperty("cell", True)
        return field

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        assert isinstance(editor, QLineEdit)
        self._was_taken = model.setData(index, editor.text(), Qt.ItemDataRole.EditRole)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = step_of(event)
            within = self.keeps_arrows and step in (Step.LEFT, Step.RIGHT)
            within = within and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right)
            if step is not None and not within and isinstance(editor, QLineEdit):
                self._keep(editor, step)
                return True
        return super().eventFilter(editor, event)

    def _keep(self, editor: QLineEdit, step: Step) -> None:
        self.commitData.emit(editor)
        if not self._was_taken:
            editor.setProperty("wrong", True)
            restyle(editor)
            editor.selectAll()
            QApplication.beep()
            return
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)
        self.stepped.emit(step)
