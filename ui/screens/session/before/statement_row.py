"""One member and the two statements: what is made, and the ways to make it."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from reviewer_app.i18n import Translator
from ui.theme.theme import pixmap, scaled
from ui.widgets.flow import flow_row
from ui.widgets.labels import button, label

_SIGNS = {
    "done": ("circle-check", "good"),
    "open": ("circle-dot", "attention"),
    "away": ("circle", "faint"),
}


@dataclass(frozen=True, slots=True)
class StatementLine:
    """What a row says: `sign` is done, open or away, `word` the same in words.

    `may_record` offers the ways, `has_pin` that on the screen; `may_recuse` says that an
    application named as a conflict waits for its recusal.
    """

    key: str
    name: str
    told: str
    sign: str
    word: str
    made: str
    may_record: bool
    has_pin: bool
    may_recuse: bool


class StatementRow(QFrame):
    """A row that is kept while its line changes.

    Signals:
        signed, naming, confirming, recusing: the number of the member.
    """

    signed = Signal(str)
    naming = Signal(str)
    confirming = Signal(str)
    recusing = Signal(str)

    def __init__(self, key: str, translate: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.translate = _ = translate
        self._key = key
        self.setProperty("surface", "row")
        self.setObjectName(f"statements_{key}")
        self._sign, self._word = QLabel(), label("", "secondary")
        self._word.setMinimumWidth(scaled(72))
        self._name, self._told = label(""), label("", "faint", wrap=True)
        self._made = label("", "secondary", wrap=True)
        self._signed = button(_("Both signed, no conflict"), self._tell_signed, name="check")
        self._naming = button(_("Conflict named…"), self._tell_naming)
        self._confirm = button(_("On the screen by PIN…"), self._tell_confirming, name="keyboard")
        self._recuse = button(_("Record the recusal…"), self._tell_recusing, name="circle-slash")
        for made, name in (
            (self._signed, "signed"),
            (self._naming, "conflict"),
            (self._confirm, "on_screen"),
            (self._recuse, "recuse"),
        ):
            made.setObjectName(f"{name}_{key}")
        self._lay_out()

    def show_line(self, line: StatementLine) -> None:
        """Show what a member has stated."""
        self._sign.setPixmap(pixmap(*_SIGNS[line.sign], 20))
        for part, text in (
            (self._word, line.word),
            (self._name, line.name),
            (self._told, line.told),
            (self._made, line.made),
        ):
            part.setText(text)
        self._made.setVisible(bool(line.made))
        self.setAccessibleName(f"{line.name}, {line.word}, {line.made}")
        is_open = line.may_record and line.sign != "done"
        self._signed.setVisible(is_open and not line.may_recuse)
        self._naming.setVisible(line.may_record)
        self._confirm.setVisible(is_open and line.has_pin and not line.may_recuse)
        self._recuse.setVisible(line.may_record and line.may_recuse)
        for made in (self._signed, self._naming, self._confirm, self._recuse):
            made.setAccessibleName(f"{made.text()}: {line.name}")

    def _lay_out(self) -> None:
        who = QVBoxLayout()
        who.setSpacing(scaled(2))
        who.addWidget(self._name)
        who.addWidget(self._told)
        who.addWidget(self._made)
        ways = (self._recuse, self._signed, self._naming, self._confirm)
        who.addWidget(flow_row(scaled(8), *ways))
        row = QHBoxLayout(self)
        row.setContentsMargins(scaled(8), scaled(8), scaled(8), scaled(8))
        row.setSpacing(scaled(12))
        row.addWidget(self._sign)
        row.addWidget(self._word)
        row.addLayout(who, 1)

    def _tell_signed(self) -> None:
        self.signed.emit(self._key)

    def _tell_naming(self) -> None:
        self.naming.emit(self._key)

    def _tell_confirming(self) -> None:
        self.confirming.emit(self._key)

    def _tell_recusing(self) -> None:
        self.recusing.emit(self._key)
