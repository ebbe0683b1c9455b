"""Ask for a few sentences; what is half typed is told, so that it can be kept."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from reviewer_app.i18n import Translator
from ui.theme.theme import scaled
from ui.widgets.labels import button, label
from ui.widgets.line_list import LineList
from ui.widgets.scrolling import resize_within_screen
from ui.widgets.typing_field import TypingField


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked: the title, what the deed means, the field's name, the deed's button."""

    title: str
    lines: Sequence[str]
    field: str
    do: str
    shortest: int = 1


class StatementDialog(QDialog):
    """A field of several lines with its count; too short a text cannot be given.

    Signals:
        given: the text (str).
        typing: the text so far (str), also when it is left without being given.
    """

    given = Signal(str)
    typing = Signal(str)

    def __init__(self, parent: QWidget, asked: Asked, typed: str, translate: Translator) -> None:
        super().__init__(parent)
        self.translate = _ = translate
        self._asked = asked
        self.setObjectName("statement")
        self.setWindowTitle(asked.title)
        resize_within_screen(self, 680, 360)
        self._text = TypingField(asked.field)
        self._text.setObjectName("statement_text")
        self._text.setPlaceholderText(asked.field)
        self._text.put(typed)
        self._count = label("", "faint")
        self._do = button(asked.do, self._give, kind="primary")
        self._do.setObjectName("confirm")
        self._leave = button(_("Not now"), self.reject)
        self._leave.setObjectName("cancel")
        self._lay_out()
        self._text.typing.connect(self.typing)
        self._text.textChanged.connect(self._offer)
        self._text.escaped.connect(self.reject)
        self._offer()
        self._text.setFocus()
        self.finished.connect(self.deleteLater)

    def reject(self) -> None:
        self._text.finish()
        self.typing.emit(self._text.toPlainText())
        super().reject()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(*(scaled(24),) * 4)
        column.setSpacing(scaled(12))
        column.addWidget(label(self._asked.title, "section", wrap=True))
        if self._asked.lines:
            column.addWidget(LineList(self._asked.lines))
        column.addWidget(self._text, 1)
        row = QHBoxLayout()
        row.addWidget(self._count)
        row.addStretch(1)
        row.addWidget(self._leave)
        row.addWidget(self._do)
        column.addLayout(row)

    def _offer(self) -> None:
        _ = self.translate
        length = len(self._text.toPlainText().strip())
        text = _("{count} characters, at least {least}")
        self._count.setText(text.format(count=length, least=self._asked.shortest))
        self._do.setEnabled(length >= self._asked.shortest)

    def _give(self) -> None:
        self._text.finish()
        text = self._text.toPlainText().strip()
        self.accept()
        self.given.emit(text)
