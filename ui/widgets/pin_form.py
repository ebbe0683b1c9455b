"""A PIN is typed here: large and masked, with the sentence of what was wrong."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from reviewer_app.domain.errors import ReviewerError
from reviewer_app.i18n import Translator
from ui.theme.theme import FIGURE, font, scaled
from ui.widgets.labels import button
from ui.widgets.refusal_notice import RefusalNotice

_LONGEST = 64
_WIDTH = 320


def pin_field(name: str) -> QLineEdit:
    """Make a large masked field; a PIN is digits, or a phrase."""
    made = QLineEdit()
    made.setEchoMode(QLineEdit.EchoMode.Password)
    made.setMaxLength(_LONGEST)
    made.setAccessibleName(name)
    made.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
    made.setFont(font(FIGURE, bold=True))
    made.setFixedWidth(scaled(_WIDTH))
    return made


class PinForm(QWidget):
    """One field, one button, one sentence.

    Signals:
        given: what was typed (str); it is not kept here.
    """

    given = Signal(str)

    def __init__(self, deed: str, translate: Translator, parent: QWidget | None = None) -> None:
        """`deed` are the words on the button."""
        super().__init__(parent)
        _ = self.translate = translate
        self._deed = deed
        self._field = pin_field(_("PIN"))
        self._field.returnPressed.connect(self._pressed)
        self._give = button(deed, self._pressed, kind="primary", name="log-in")
        self._give.setMinimumHeight(self._field.sizeHint().height())
        self._notice = RefusalNotice(translate)
        self._notice.over.connect(self._allow)
        self._lay_out()
        self.setFocusProxy(self._field)

    def text(self) -> str:
        """Give the sentence that is shown, empty if none."""
        return self._notice.text()

    def set_busy(self, told: str = "") -> None:
        """Take no further PIN while one is looked at; `told` says so where it takes long."""
        _ = self.translate
        self._field.setReadOnly(True)
        self._give.setEnabled(False)
        self._give.setText(_("One moment…"))
        if told:
            self._notice.say(told, "attention")

    def refuse(self, refusal: ReviewerError) -> None:
        """Say what was wrong; the PIN is typed anew."""
        self._field.clear()
        self._field.setReadOnly(False)
        self._notice.refuse(refusal)
        self._give.setText(self._deed)
        self._give.setEnabled(not self._notice.is_waiting)
        self._field.setFocus()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(scaled(12))
        row.addWidget(self._field)
        row.addWidget(self._give)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(12))
        column.addLayout(row)
        column.addWidget(self._notice)

    def _pressed(self) -> None:
        if self._give.isEnabled() and self._field.text():
            self.given.emit(self._field.text())

    def _allow(self) -> None:
        self._give.setEnabled(True)
