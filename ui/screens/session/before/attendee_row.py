"""One person or guest on the attendance: a mark, who it is, the times, arrived or left."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from reviewer_app.i18n import Translator
from ui.theme.theme import pixmap, scaled
from ui.widgets.labels import button, label

_SIGNS = {
    "here": ("circle-check", "good"),
    "gone": ("log-out", "secondary"),
    "away": ("circle", "faint"),
}


@dataclass(frozen=True, slots=True)
class AttendeeLine:
    """What a row says: `sign` is here, gone or away, `word` the same in words.

    `may_come` and `may_go` tell which stamp is offered, `may_type` whether times are typed.
    """

    key: str
    name: str
    told: str
    sign: str
    word: str
    times: str
    may_come: bool = False
    may_go: bool = False
    may_type: bool = False


class AttendeeRow(QFrame):
    """A row that is kept while its line changes, so that the focus stays where it is.

    Signals:
        came, went, typing: the key of the row.
    """

    came = Signal(str)
    went = Signal(str)
    typing = Signal(str)

    def __init__(self, key: str, translate: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.translate = _ = translate
        self._key = key
        self.setProperty("surface", "row")
        self.setObjectName(f"attendee_{key}")
        self._sign, self._word = QLabel(), label("", "secondary")
        self._name, self._times = label(""), label("", "secondary")
        self._told = label("", "faint", wrap=True)
        self._word.setMinimumWidth(scaled(56))
        self._come = self._button("arrive", _("Arrived"), self._tell_came, "log-in")
        self._go = self._button("leave", _("Left"), self._tell_went, "log-out")
        self._type = self._button("times", "", self._tell_typing, "clock", "quiet")
        self._type.setToolTip(_("Times…"))
        self._lay_out()

    def show_line(self, line: AttendeeLine) -> None:
        """Show how somebody stands; the focus moves from a stamp to the one after it."""
        had_focus = self._come.hasFocus() or self._go.hasFocus()
        self._sign.setPixmap(pixmap(*_SIGNS[line.sign], 20))
        for part, text in (
            (self._word, line.word),
            (self._name, line.name),
            (self._told, line.told),
            (self._times, line.times),
        ):
            part.setText(text)
        self.setAccessibleName(f"{line.name}, {line.word}, {line.times}")
        for made, offered in (
            (self._come, line.may_come),
            (self._go, line.may_go),
            (self._type, line.may_type),
        ):
            made.setVisible(offered)
            made.setAccessibleName(f"{made.text() or made.toolTip()}: {line.name}")
        if had_focus:
            (self._go if line.may_go else self._come).setFocus()

    def _button(
        self, name: str, words: str, act: Callable[[], None], icon: str, kind: str = ""
    ) -> QPushButton:
        made = button(words, act, kind=kind, name=icon)
        made.setObjectName(f"{name}_{self._key}")
        made.hide()
        return made

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(scaled(16))
        first.addWidget(self._name)
        first.addWidget(self._times)
        first.addStretch(1)
        who = QVBoxLayout()
        who.setSpacing(0)
        who.addLayout(first)
        who.addWidget(self._told)
        row = QHBoxLayout(self)
        row.setContentsMargins(scaled(8), scaled(4), scaled(8), scaled(4))
        row.setSpacing(scaled(12))
        row.addWidget(self._sign)
        row.addWidget(self._word)
        row.addLayout(who, 1)
        row.addWidget(self._type)
        row.addWidget(self._come)
        row.addWidget(self._go)

    def _tell_came(self) -> None:
        self.came.emit(self._key)

    def _tell_went(self) -> None:
        self.went.emit(self._key)

    def _tell_typing(self) -> None:
        self.typing.emit(self._key)
