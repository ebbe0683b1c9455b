"""The field of one score: digits are typed, everything else is a command of the place."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.theme.theme import scaled
from ui.widgets.labels import restyle

_TYPED = frozenset("0123456789.０１２３４５６７８９。．，,")
_EDITING = frozenset({Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Home, Qt.Key.Key_End})
_WAYS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_KEYS = QKeySequence.StandardKey
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ScoreField(QLineEdit):
    """A narrow field at the right of a row. Input methods are off in it.

    Signals:
        accepted: Enter.
        moved: -1 or 1: the row above or below is wanted (arrows, Tab).
        stepped: -1 or 1: a step less or more.
        restored: Escape.
        entered: it has the focus.
        left: it has lost the focus.
    """

    accepted = Signal()
    moved = Signal(int)
    stepped = Signal(int)
    restored = Signal()
    entered = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.is_last = False
        self.is_first = False
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setFixedWidth(scaled(84))
        self.setMaxLength(12)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)

    def put(self, text: str) -> None:
        """Show a text, the stored score, as it stands."""
        self.setText(text)
        self.mark("")

    def mark(self, state: str) -> None:
        """Show what the text is: "" stored, "typed", "offered" or "wrong"."""
        if self.property("entry") != state:
            self.setProperty("entry", state)
            restyle(self)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            is_ours = event.key() == Qt.Key.Key_Escape or _is_typing(event)
            event.setAccepted(is_ours)
            return event.isAccepted()
        return super().event(event)

    def setReadOnly(self, is_closed: bool) -> None:  # noqa: FBT001 - Qt's own
        super().setReadOnly(is_closed)
        # Qt switches input methods on again here.
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and key in _ENTER:
            self.accepted.emit()
        elif plain and key in _WAYS:
            self.moved.emit(_WAYS[key])
        elif plain and key in _STEPS:
            self.stepped.emit(_STEPS[key])
        elif plain and key == Qt.Key.Key_Escape:
            self.restored.emit()
        elif _is_typing(event):
            if not self.property("entry"):
                self.selectAll()
            super().keyPressEvent(event)
        else:
            event.ignore()

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 - Qt's own
        if (forward and self.is_last) or (not forward and self.is_first):
            return super().focusNextPrevChild(forward)
        self.moved.emit(1 if forward else -1)
        return True

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.selectAll()
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


def _is_typing(event: QKeyEvent) -> bool:
    if any(event.matches(known) for known in (_KEYS.Copy, _KEYS.Paste, _KEYS.Cut)):
        return True
    return Qt.Key(event.key()) in _EDITING or (event.text() in _TYPED and event.text() != "")
