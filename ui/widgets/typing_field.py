"""A field for longer text: kept while it is typed, whole when it is left.

The last word an input method composed is part of the text before it is given out.
"""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

_KEEP_AFTER = 700
"""Milliseconds: what is typed is kept within a second, also in a stream of words."""


class TypingField(QPlainTextEdit):
    """Plain text of a few lines.

    Signals:
        typing: the text so far, at most once in a while (str).
        written: the text, when it was changed and the field is left (str).
        escaped: Escape; the text is given out first.
    """

    typing = Signal(str)
    written = Signal(str)
    escaped = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stored = ""
        self._composing = ""
        self._is_filling = False
        self._keep = QTimer(self, singleShot=True, interval=_KEEP_AFTER)
        self._keep.timeout.connect(self._tell_typing)
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.textChanged.connect(self._changed)

    def put(self, stored: str, typed: str | None = None) -> None:
        """Show the stored text, or what was half typed over it."""
        self._stored = stored
        self._keep.stop()
        self._is_filling = True
        self.setPlainText(stored if typed is None else typed)
        self._is_filling = False

    def finish(self) -> None:
        """Give out what was typed; the word being composed counts."""
        QGuiApplication.inputMethod().commit()
        if self._composing:
            word = QInputMethodEvent()
            word.setCommitString(self._composing)
            self.inputMethodEvent(word)
        self._keep.stop()
        text = self.toPlainText().strip()
        if text != self._stored:
            self._stored = text
            self.written.emit(text)

    @property
    def is_changed(self) -> bool:
        """Whether it holds what was not given out yet."""
        return bool(self._composing) or self.toPlainText().strip() != self._stored

    def event(self, event: QEvent) -> bool:
        is_override = event.type() is QEvent.Type.ShortcutOverride
        if is_override and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composing = event.preeditString()
        super().inputMethodEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.finish()
            self.escaped.emit()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.finish()
        super().focusOutEvent(event)

    def _changed(self) -> None:
        if not self._is_filling and not self._keep.isActive():
            self._keep.start()

    def _tell_typing(self) -> None:
        self.typing.emit(self.toPlainText())
