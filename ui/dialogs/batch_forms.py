"""The forms in which a batch is set up; the wizard and the overview show the same ones.

Each says at once what the user changed; who keeps it is not known here.
"""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDateEdit,
    QGridLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from reviewer_app.domain.batch_setup import (
    BUREAU,
    QUESTIONS,
    WAY_OF_WORKING,
    Deadline,
    WayOfWorking,
    question_key,
)
from reviewer_app.i18n import Translator
from reviewer_app.words.batch_setup import bureau_label, question_text, way_name, way_sentence
from reviewer_app.words.gate import deadline_name
from ui.theme.theme import scaled
from ui.widgets.labels import label
from ui.widgets.line_field import LineField


class TextForm(QWidget):
    """Fields of text, one beneath the other.

    Signals:
        edited: the key of a field and its new text, when the user has finished it.
    """

    edited = Signal(str, str)

    def __init__(
        self, fields: Mapping[str, str], hint: str = "", parent: QWidget | None = None
    ) -> None:
        """`fields` maps the key of each field to its label."""
        super().__init__(parent)
        self._fields: dict[str, LineField] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, scaled(8), 0)
        column.setSpacing(scaled(4))
        for key, words in fields.items():
            field = LineField(words)
            field.setObjectName(key)
            field.setPlaceholderText(hint)
            field.written.connect(self._written)
            told = label(words, wrap=True)
            told.setBuddy(field)
            column.addWidget(told)
            column.addWidget(field)
            column.addSpacing(scaled(8))
            self._fields[key] = field
        column.addStretch(1)

    def show_values(self, values: Mapping[str, str]) -> None:
        """Fill the fields; one the user is typing in is left alone."""
        for key, field in self._fields.items():
            if not field.hasFocus():
                field.put(values.get(key, ""))

    def finish(self) -> None:
        """Tell what is half typed."""
        for field in self._fields.values():
            field.finish()

    def _written(self, text: str) -> None:
        self.edited.emit(self.sender().objectName(), text)


def bureau_form(translate: Translator) -> TextForm:
    """Make the form of the bureau that stands on the papers."""
    return TextForm({key: bureau_label(key, translate) for key in BUREAU})


def questions_form(translate: Translator) -> TextForm:
    """Make the checklist of open questions, each with room for its answer."""
    _ = translate
    fields = {question_key(number): f"{number}. {question_text(number, _)}" for number in QUESTIONS}
    return TextForm(fields, _("What was decided, or leave it open"))


class WayForm(QWidget):
    """How the panel works: one of three.

    Signals:
        edited: the key of the setting and the way chosen.
    """

    edited = Signal(str, str)

    def __init__(self, translate: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices: dict[str, QRadioButton] = {}
        column = QVBoxLayout(self)
        for way in WayOfWorking:
            choice = QRadioButton(way_name(way, translate))
            choice.setObjectName(way.value)
            choice.clicked.connect(self._chosen)
            told = label(way_sentence(way, translate), "secondary", wrap=True)
            told.setContentsMargins(scaled(28), 0, 0, scaled(8))
            column.addWidget(choice)
            column.addWidget(told)
            self._choices[way.value] = choice
        column.addStretch(1)

    def show_values(self, values: Mapping[str, str]) -> None:
        """Mark the way that was chosen."""
        chosen = self._choices.get(values.get(WAY_OF_WORKING, ""))
        if chosen is not None:
            chosen.setChecked(True)

    def _chosen(self) -> None:
        self.edited.emit(WAY_OF_WORKING, self.sender().objectName())


class DatesForm(QWidget):
    """The dates of the batch; one without a tick is not settled.

    Signals:
        edited: the key of a date and the day as 2026-11-24, empty when it was taken away.
    """

    edited = Signal(str, str)

    def __init__(self, translate: Translator, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = translate
        self._rows: dict[str, tuple[QCheckBox, QDateEdit]] = {}
        grid = QGridLayout(self)
        grid.setVerticalSpacing(scaled(12))
        grid.setColumnStretch(2, 1)
        for place, deadline in enumerate(Deadline):
            words = deadline_name(deadline, _)
            tick = QCheckBox(words)
            tick.setObjectName(deadline.value)
            day = QDateEdit(QDate(today.year, today.month, today.day))
            day.setObjectName(deadline.value)
            day.setAccessibleName(words)
            day.setCalendarPopup(True)
            day.setDisplayFormat(_("yyyy-MM-dd"))
            day.setEnabled(False)
            tick.clicked.connect(self._told)
            day.dateChanged.connect(self._told)
            grid.addWidget(tick, place, 0)
            grid.addWidget(day, place, 1)
            self._rows[deadline.value] = (tick, day)
        grid.setRowStretch(len(self._rows), 1)

    def show_values(self, values: Mapping[str, str]) -> None:
        """Show the settled dates."""
        for key, (tick, day) in self._rows.items():
            text = values.get(key, "")
            tick.setChecked(bool(text))
            day.setEnabled(bool(text))
            if text:
                day.blockSignals(True)
                day.setDate(QDate.fromString(text, "yyyy-MM-dd"))
                day.blockSignals(False)

    def _told(self) -> None:
        key = self.sender().objectName()
        tick, day = self._rows[key]
        day.setEnabled(tick.isChecked())
        text = day.date().toString("yyyy-MM-dd") if tick.isChecked() else ""
        self.edited.emit(key, text)
