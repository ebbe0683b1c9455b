"""The form of one part of a scheme: its fields, and the rows inside it."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QGridLayout, QVBoxLayout, QWidget

from reviewer_app.domain.scheme_editing import Path, value_at
from reviewer_app.domain.scheme_shape import SHAPES, Shape
from reviewer_app.i18n import Translator
from reviewer_app.words.scheme_fields import field_name
from ui.screens.scheme.fields import FieldEditor, editor_for
from ui.theme.theme import scaled
from ui.widgets.labels import button, frame, label

_NESTED = (Shape.TABLE, Shape.TABLES)
_INSIDE = {"indicator": ("level",), "funding": ("tier", "cap")}
"""Lists of rows that are edited within the form of their owner."""


class PartForm(QWidget):
    """Fields of one table and small tables of the rows inside it.

    Signals:
        edited: path and new value of one field.
        row_wanted: path of a list that shall get a row.
        row_unwanted: path of a list and the place of the row to take out.
    """

    edited = Signal(object, object)
    row_wanted = Signal(object)
    row_unwanted = Signal(object, int)

    def __init__(self, table: str, path: Path, translate: Translator) -> None:
        super().__init__()
        self.table, self.path = table, path
        self.translate = translate
        self._editors: dict[Path, FieldEditor] = {}
        self._rows: dict[str, int] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(scaled(12))
        self._column.addWidget(frame("raised", self._fields()))
        self._column.addStretch(1)
        self._inner: dict[str, QWidget] = {}

    def show_document(self, document: Mapping[str, Any]) -> None:
        """Show the values of this part; a field that is being typed in is left alone."""
        for name in _INSIDE.get(self.table, ()):
            rows = value_at(document, (*self.path, name)) or ()
            if self._rows.get(name) != len(rows):
                self._rows[name] = len(rows)
                self._rebuild(name, len(rows))
        for path, editor in self._editors.items():
            editor.show_value(value_at(document, path))

    def _fields(self) -> QFormLayout:
        form = QFormLayout()
        form.setVerticalSpacing(scaled(8))
        form.setHorizontalSpacing(scaled(16))
        for key, field in SHAPES[self.table].items():
            if field.shape in _NESTED:
                continue
            name = field_name(self.table, key, self.translate)
            form.addRow(name, self._editor(self.table, key, (*self.path, key)))
        return form

    def _rebuild(self, name: str, count: int) -> None:
        """Make the small table of inner rows anew; the rows before it are gone."""
        _ = self.translate
        old = self._inner.pop(name, None)
        start: Path = (*self.path, name)
        if old is not None:
            self._column.removeWidget(old)
            old.deleteLater()
            for path in [path for path in self._editors if path[: len(start)] == start]:
                del self._editors[path]
        grid = QGridLayout()
        keys = [key for key, field in SHAPES[name].items() if field.shape not in _NESTED]
        for column, key in enumerate(keys):
            grid.addWidget(label(field_name(name, key, _), "secondary"), 0, column)
        for row in range(count):
            for column, key in enumerate(keys):
                grid.addWidget(self._editor(name, key, (*start, row, key)), row + 1, column)
            away = button("", self._row_clicked, kind="quiet", name="trash-2")
            away.setToolTip(_("Take this row out"))
            away.setAccessibleName(_("Take row {row} out").format(row=row + 1))
            away.setProperty("row", (name, row))
            grid.addWidget(away, row + 1, len(keys))
        more = button(_("Add a row"), self._add_clicked, kind="quiet", name="plus")
        more.setProperty("list", name)
        grid.addWidget(more, count + 1, 0)
        grid.setColumnStretch(len(keys) - 1, 1)
        made = frame("raised", grid)
        self._inner[name] = made
        self._column.insertWidget(self._column.count() - 1, made)

    def _editor(self, table: str, key: str, path: Path) -> FieldEditor:
        field = SHAPES[table][key]
        made = editor_for(field, field_name(table, key, self.translate), self.translate)
        made.setProperty("path", path)
        made.edited.connect(self._edited)
        self._editors[path] = made
        return made

    def _edited(self, value: object) -> None:
        self.edited.emit(tuple(self.sender().property("path")), value)

    def _row_clicked(self) -> None:
        name, row = self.sender().property("row")
        self.row_unwanted.emit((*self.path, name), row)

    def _add_clicked(self) -> None:
        self.row_wanted.emit((*self.path, self.sender().property("list")))

    def editors(self) -> Sequence[FieldEditor]:
        """Give the editors in their order."""
        return tuple(self._editors.values())
