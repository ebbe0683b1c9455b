"""The second look: another person types each value again, without seeing it."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from reviewer_app.domain.scheme import InputKind, SchemeInput
from reviewer_app.domain.second_look import SecondLook
from reviewer_app.i18n import Translator
from reviewer_app.queries.application import ApplicationPage, LookRow, second_looks
from reviewer_app.words.computation import input_on_paper
from reviewer_app.workflow.verify_inputs import verify_inputs
from ui.desk import Desk
from ui.screens.applications.panel import Panel, column_of
from ui.theme.theme import pixmap, scaled
from ui.widgets.labels import label, restyle

_SIGNS = {
    SecondLook.OPEN: ("circle", "faint"),
    SecondLook.AGAIN: ("triangle-alert", "attention"),
    SecondLook.DIFFERS: ("circle-x", "wrong"),
    SecondLook.VERIFIED: ("circle-check", "good"),
    SecondLook.OWN: ("user", "locked"),
    SecondLook.MISSING: ("minus", "faint"),
}
_TO_TYPE = (SecondLook.OPEN, SecondLook.AGAIN, SecondLook.DIFFERS)


def look_text(row: LookRow, _: Translator) -> str:
    """Say where the second look at an input stands, values only where they may be seen."""
    value = input_on_paper(row.input, row.value, _) if row.value else ""
    match row.look:
        case SecondLook.OPEN:
            return _("to be typed")
        case SecondLook.AGAIN:
            return _("not what was entered: look at the paper and type it again")
        case SecondLook.DIFFERS:
            typed = input_on_paper(row.input, row.typed, _)
            text = _("entered {value}, read {typed} by {by}: settle it and correct the value")
            return text.format(value=value, typed=typed, by=row.by)
        case SecondLook.VERIFIED:
            return _("{value}, verified by {by}").format(value=value, by=row.by)
        case SecondLook.OWN:
            return _("{value}, entered by yourself: another person verifies it").format(value=value)
        case SecondLook.MISSING:
            return _("no value yet")


class _Line:
    """The widgets of one input."""

    def __init__(self, item: SchemeInput, panel: "LookPanel", _: Translator) -> None:
        self.item = item
        self.name = label(f"{item.label}", wrap=True)
        self.field = _field(item, _)
        self.field.setObjectName(item.key)
        self.field.setFixedWidth(scaled(180))
        self.field.setAccessibleName(_("{input}, typed again").format(input=item.label))
        self.sign, self.told = QLabel(), label("", wrap=True)
        match self.field:
            case QLineEdit():
                self.field.returnPressed.connect(panel.typed)
            case QComboBox():
                self.field.activated.connect(panel.typed)

    def show(self, row: LookRow, _: Translator) -> None:
        """Show where the look stands; the field is there only while it is asked for."""
        icon_name, meaning = _SIGNS[row.look]
        self.sign.setPixmap(pixmap(icon_name, meaning, 20))
        text = look_text(row, _)
        self.told.setText(text)
        self.told.setProperty("meaning", meaning)
        restyle(self.told)
        self.field.setEnabled(row.look in _TO_TYPE)
        self.field.setAccessibleDescription(text)
        if row.look not in _TO_TYPE:
            self.empty()

    def empty(self) -> None:
        """Forget what was typed."""
        match self.field:
            case QLineEdit():
                self.field.clear()
            case QComboBox():
                self.field.setCurrentIndex(0)

    def text(self) -> str:
        """Give what was typed or chosen."""
        match self.field:
            case QComboBox():
                return str(self.field.currentData() or "")
            case QLineEdit():
                return self.field.text().strip()


def _field(item: SchemeInput, _: Translator) -> QLineEdit | QComboBox:
    """Make the field of an input: what is chosen is chosen blind as well."""
    words: list[tuple[str, str]]
    match item.kind:
        case InputKind.FLAG:
            words = [("1", _("yes")), ("0", _("no"))]
        case InputKind.CHOICE:
            words = [(word, word) for word, _value in item.values]
        case InputKind.NUMBER | InputKind.COUNT | InputKind.SHARE:
            typed = QLineEdit()
            typed.setPlaceholderText(item.unit or _("type, Enter"))
            return typed
    box = QComboBox()
    box.addItem(_("Choose…"), "")
    for value, text in words:
        box.addItem(text, value)
    return box


class LookPanel(Panel):
    """A line for each input; Enter compares it at once and goes to the next."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._lines: dict[str, _Line] = {}
        self._shown = ""
        self._head = label("", "secondary", wrap=True)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(scaled(16))
        self._grid.setVerticalSpacing(scaled(8))
        self._grid.setColumnStretch(0, 2)
        self._grid.setColumnStretch(3, 3)
        holder, area = QWidget(), QScrollArea()
        inside = QVBoxLayout(holder)
        inside.addLayout(self._grid)
        inside.addStretch(1)
        area.setWidgetResizable(True)
        area.setWidget(holder)
        column = column_of(self)
        column.addWidget(self._head)
        column.addWidget(area, 1)

    def show_again(self, page: ApplicationPage) -> None:
        _ = self.translate
        rows = self.desk.look(partial(second_looks, number=self.number))
        if tuple(self._lines) != tuple(row.input.key for row in rows):
            self._make_lines(page)
        if self._shown != self.number:
            self._shown = self.number
            for made in self._lines.values():
                made.empty()
        for row in rows:
            self._lines[row.input.key].show(row, _)
        done = sum(row.look is SecondLook.VERIFIED for row in rows)
        there = sum(row.look is not SecondLook.MISSING for row in rows)
        text = _(
            "Type each value from the paper, without looking at what was entered. Verified:"
            " {done} of {there}."
        )
        self._head.setText(text.format(done=done, there=there))

    def typed(self) -> None:
        """Compare the line whose field was left with Enter."""
        key = self.sender().objectName()
        made = self._lines[key]
        text = made.text()
        if text and self.do(verify_inputs, typed={key: text}):
            made.empty()
            self._to_next(key)

    def _make_lines(self, page: ApplicationPage) -> None:
        while self._grid.count():
            self._grid.takeAt(0).widget().deleteLater()
        self._lines = {item.key: _Line(item, self, self.translate) for item in page.scheme.inputs}
        for place, made in enumerate(self._lines.values()):
            middle = Qt.AlignmentFlag.AlignVCenter
            for column, part in enumerate((made.name, made.field, made.sign, made.told)):
                self._grid.addWidget(part, place, column, middle)

    def _to_next(self, key: str) -> None:
        """Go on: the same line when it is asked for again, else the next open one."""
        keys = list(self._lines)
        after = keys[keys.index(key) :] + keys[: keys.index(key)]
        for other in after:
            if self._lines[other].field.isEnabled():
                self._lines[other].field.setFocus()
                return
