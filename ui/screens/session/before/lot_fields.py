"""Lots drawn by hand in the room: a field for each application, its fault beside it."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from reviewer_app.i18n import Translator
from reviewer_app.queries.order_desk import LotFault, OrderLine, faults_of_typed
from ui.screens.session.before.order_rows import fault_word
from ui.theme.theme import scaled
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.labels import label, restyle


class LotField(QLineEdit):
    """One lot; Enter goes on to the next."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text() in ("\r", "\n"):
            self.focusNextChild()
            return
        super().keyPressEvent(event)


class LotFields(QWidget):
    """A row for each application by number; what is typed stays until the lots are written.

    Signals:
        changed: a lot was typed; the widget says whether all of them are right.
    """

    changed = Signal()

    def __init__(self, translate: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.translate = translate
        self._fields: dict[str, LotField] = {}
        self._faults: dict[str, QLabel] = {}
        self._grid = QGridLayout(self)
        self._grid.setHorizontalSpacing(scaled(12))
        self._grid.setVerticalSpacing(scaled(4))
        self._grid.setColumnStretch(1, 1)

    def show_lines(self, lines: tuple[OrderLine, ...], *, may: bool) -> None:
        """Show a field for each application; other applications make other fields."""
        if tuple(self._fields) != tuple(line.number for line in lines):
            self._make(lines)
        for field in self._fields.values():
            field.setEnabled(may)
        self._judge()

    def typed(self) -> dict[str, str]:
        """Give what is typed, by application."""
        return {number: field.text().strip() for number, field in self._fields.items()}

    def faults(self) -> dict[str, LotFault]:
        """Give what is wrong, by application."""
        return faults_of_typed(self.typed())

    def forget(self) -> None:
        """Empty every field."""
        for field in self._fields.values():
            field.clear()
        self._judge()

    def _make(self, lines: tuple[OrderLine, ...]) -> None:
        _, kept = self.translate, self.typed()
        for child in self.findChildren(QWidget):
            child.hide()
            child.deleteLater()
        self._fields, self._faults = {}, {}
        for row, line in enumerate(lines):
            field = LotField(kept.get(line.number, ""))
            field.setObjectName(f"lot_{line.number}")
            field.setAccessibleName(_("Lot of {number}").format(number=line.number))
            field.setFixedWidth(scaled(72))
            field.textEdited.connect(self._judge)
            fault = label("", "secondary")
            fault.setMinimumWidth(scaled(100))
            self._grid.addWidget(label(line.number), row, 0)
            named = ElidedLabel()
            named.show_text(f"{line.name}　{line.applicant}")
            self._grid.addWidget(named, row, 1)
            self._grid.addWidget(field, row, 2)
            self._grid.addWidget(fault, row, 3)
            self._fields[line.number], self._faults[line.number] = field, fault
        self._grid.setRowStretch(len(lines), 1)

    def _judge(self) -> None:
        """Say each fault beside its line; what is merely not typed yet is no alarm."""
        found, count = self.faults(), len(self._fields)
        for number, told in self._faults.items():
            fault = found.get(number)
            told.setText(fault_word(fault, count, self.translate) if fault else "✓")
            is_wrong = fault not in (None, LotFault.MISSING)
            told.setProperty("meaning", "wrong" if is_wrong else "")
            self._fields[number].setProperty("wrong", is_wrong)
            restyle(told)
            restyle(self._fields[number])
        self.changed.emit()
