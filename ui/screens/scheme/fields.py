"""One editor for each kind of field, made from the table of shapes the checks use too."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from reviewer_app.domain.scheme_shape import Field, Shape
from reviewer_app.i18n import Translator
from reviewer_app.words.scheme_fields import choice_name
from ui.theme.theme import scaled

_BETWEEN = "、"


class FieldEditor(QWidget):
    """Shows one value of a scheme document and says when the user has changed it.

    Signals:
        edited: the new value as the document holds it, None for an empty field.
    """

    edited = Signal(object)

    def __init__(self, field: Field, name: str, translate: Translator) -> None:
        super().__init__()
        self.field = field
        self.translate = translate
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self.build(name)

    def build(self, name: str) -> None:
        """Make the widgets."""
        raise NotImplementedError

    def show_value(self, value: Any) -> None:  # noqa: ANN401 - whatever the document holds
        """Show a value without being heard."""
        raise NotImplementedError

    def is_busy(self) -> bool:
        """Whether the user is typing here, so that it must not be filled."""
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus)


class LineEditor(FieldEditor):
    """A line: text, a number as text, a whole number, a list or pairs with 、 between."""

    def build(self, name: str) -> None:
        self._line = QLineEdit()
        self._line.setAccessibleName(name)
        self._line.editingFinished.connect(self._finished)
        self._row.addWidget(self._line)
        self._shown = ""

    def show_value(self, value: Any) -> None:  # noqa: ANN401
        self._shown = _as_line(value)
        if not self.is_busy():
            self._line.setText(self._shown)

    def _finished(self) -> None:
        text = self._line.text().strip()
        if text != self._shown:
            self._shown = text
            self.edited.emit(_from_line(self.field.shape, text))


class TextEditor(FieldEditor):
    """Several lines of text; kept when the field is left."""

    def build(self, name: str) -> None:
        self._text = _Text()
        self._text.setAccessibleName(name)
        self._text.setFixedHeight(scaled(84))
        self._text.setTabChangesFocus(True)
        self._text.left.connect(self._finished)
        self._row.addWidget(self._text)
        self._shown = ""

    def show_value(self, value: Any) -> None:  # noqa: ANN401
        self._shown = value or ""
        if not self.is_busy():
            self._text.setPlainText(self._shown)

    def _finished(self) -> None:
        text = self._text.toPlainText().strip()
        if text != self._shown:
            self._shown = text
            self.edited.emit(text or None)


class _Text(QPlainTextEdit):
    left = Signal()

    def focusOutEvent(self, event: Any) -> None:  # noqa: ANN401 - Qt's own type is wider
        super().focusOutEvent(event)
        self.left.emit()


class WordEditor(FieldEditor):
    """One of the allowed words."""

    def build(self, name: str) -> None:
        self._box = QComboBox()
        self._box.setAccessibleName(name)
        if not self.field.required:
            self._box.addItem("—", None)
        for word in self.field.words:
            self._box.addItem(choice_name(word, self.translate), str(word))
        self._box.activated.connect(self._chosen)
        self._row.addWidget(self._box)
        self._row.addStretch(1)

    def show_value(self, value: Any) -> None:  # noqa: ANN401
        self._box.setCurrentIndex(max(self._box.findData(value), 0))

    def _chosen(self) -> None:
        self.edited.emit(self._box.currentData())


class WordsEditor(FieldEditor):
    """Some of the allowed words, as boxes to tick."""

    def build(self, name: str) -> None:
        self._boxes: dict[str, QCheckBox] = {}
        for word in self.field.words:
            box = QCheckBox(choice_name(word, self.translate))
            box.setAccessibleName(f"{name}: {box.text()}")
            box.clicked.connect(self._clicked)
            self._boxes[str(word)] = box
            self._row.addWidget(box)
        self._row.addStretch(1)

    def show_value(self, value: Any) -> None:  # noqa: ANN401
        for word, box in self._boxes.items():
            box.setChecked(word in (value or ()))

    def _clicked(self) -> None:
        self.edited.emit([word for word, box in self._boxes.items() if box.isChecked()] or None)


def editor_for(field: Field, name: str, translate: Translator) -> FieldEditor:
    """Make the editor of a field."""
    match field.shape:
        case Shape.TEXT:
            return TextEditor(field, name, translate)
        case Shape.WORD:
            return WordEditor(field, name, translate)
        case Shape.WORDS if field.words:
            return WordsEditor(field, name, translate)
        case _:
            return LineEditor(field, name, translate)


def _as_line(value: object) -> str:
    match value:
        case None:
            return ""
        case dict():
            return _BETWEEN.join(f"{word}={number}" for word, number in value.items())
        case list():
            return _BETWEEN.join(str(item) for item in value)
        case _:
            return str(value)


def _from_line(shape: Shape, text: str) -> object:
    """Read a line as the document holds it; what cannot be read stays text for the checks."""
    if not text:
        return None
    match shape:
        case Shape.WHOLE:
            return int(text) if text.isascii() and text.isdigit() else text
        case Shape.WORDS | Shape.DECIMALS:
            return _items(text)
        case Shape.PAIRS:
            pairs = (item.partition("=") for item in _items(text.replace("＝", "=")))
            return {word.strip(): number.strip() for word, _, number in pairs}
        case _:
            return text


def _items(text: str) -> Sequence[str]:
    for other in ("，", ",", "；", ";", "\n"):
        text = text.replace(other, _BETWEEN)
    return [item.strip() for item in text.split(_BETWEEN) if item.strip()]
