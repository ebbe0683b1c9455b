"""After the name the PIN: of who has one, or a first one of who needs one."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reviewer_app.domain.errors import ReviewerError
from reviewer_app.domain.person import Person
from reviewer_app.i18n import Translator
from reviewer_app.words.deeds import role_name
from ui.theme.theme import scaled
from ui.widgets.card import small_card
from ui.widgets.labels import button, label
from ui.widgets.new_pin_form import NewPinForm
from ui.widgets.pin_form import PinForm

_WIDTH = 720


class PinPage(QWidget):
    """Who signs in, and the PIN.

    Signals:
        proved: the PIN as typed (str).
        chosen: a first PIN (str).
        left: back to the names.
    """

    proved = Signal(str)
    chosen = Signal(str)
    left = Signal()

    def __init__(
        self,
        person: Person,
        translate: Translator,
        *,
        has_pin: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        _ = self.translate = translate
        self._form: PinForm | NewPinForm
        if has_pin:
            self._form = PinForm(_("Sign in"), _)
            self._form.given.connect(self._proved)
        else:
            self._form = NewPinForm(_("Keep it and sign in"), _, has_pin=False)
            self._form.given.connect(self._chosen)
        self._lay_out(person, has_pin=has_pin)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self).activated.connect(self.left)
        self.setFocusProxy(self._form)

    def text(self) -> str:
        """Give the sentence that is shown, empty if none."""
        return self._form.text()

    def refuse(self, refusal: ReviewerError) -> None:
        """Say what was wrong."""
        self._form.refuse(refusal)

    def _lay_out(self, person: Person, *, has_pin: bool) -> None:
        _ = self.translate
        column = QVBoxLayout()
        column.setSpacing(scaled(16))
        column.addWidget(label(f"{person.number}  {person.name}".strip(), "page"))
        column.addWidget(label(role_name(person.role, _), "secondary"))
        told = (
            _("Type your PIN. If you have forgotten it, the administrator can take it away.")
            if has_pin
            else _("Everybody signs in with a PIN here. Choose yours; nobody else sees it.")
        )
        column.addWidget(label(told, wrap=True))
        column.addWidget(self._form)
        column.addSpacing(scaled(24))
        back = button(_("Other names (Esc)"), self.left.emit, kind="quiet", name="chevron-left")
        column.addWidget(back, alignment=Qt.AlignmentFlag.AlignLeft)
        QVBoxLayout(self).addWidget(small_card(column, _WIDTH))

    def _proved(self, pin: str) -> None:
        self._form.set_busy()
        self.proved.emit(pin)

    def _chosen(self, pin: str, _present: str) -> None:
        self._form.set_busy()
        self.chosen.emit(pin)
