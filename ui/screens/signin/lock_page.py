"""The locked window: who sits here goes on by the PIN, somebody else signs in."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from reviewer_app.domain.errors import ReviewerError
from reviewer_app.domain.person import Person
from reviewer_app.i18n import Translator
from reviewer_app.words.deeds import role_name
from ui.theme.theme import pixmap, scaled
from ui.widgets.card import small_card
from ui.widgets.labels import button, label
from ui.widgets.pin_form import PinForm

_WIDTH = 720


class LockPage(QWidget):
    """Nothing of the batch is readable here but who locked it.

    Signals:
        proved: the PIN as typed, empty where none is kept (str).
        left: somebody else wants to sign in.
    """

    proved = Signal(str)
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
        self.setAutoFillBackground(True)
        self._running = label("", "secondary", wrap=True)
        self._running.hide()
        self._other = button(_("&Somebody else"), self.left.emit, kind="quiet", name="users")
        self._form = PinForm(_("Go on"), _)
        self._form.given.connect(self._given)
        words = _("Go on as {name}").format(name=person.name)
        self._name = button(words, self._go_on, kind="primary", name="lock-open")
        self._name.setMinimumHeight(scaled(64))
        self._lay_out(person)
        (self._name if has_pin else self._form).hide()
        self.setFocusProxy(self._form if has_pin else self._name)

    def text(self) -> str:
        """Give the sentence that is shown, empty if none."""
        return self._form.text()

    def refuse(self, refusal: ReviewerError) -> None:
        """Say what was wrong."""
        self._form.refuse(refusal)

    def tell_job(self, told: tuple[int, int, str]) -> None:
        """Say how far the running work is, not on what it works."""
        _ = self.translate
        done, total, _what = told
        text = _("Work is running and goes on: {done} of {total}.")
        plain = _("Work is running and goes on.")
        self._running.setText(text.format(done=done, total=total) if total else plain)
        self._running.show()
        self._other.setEnabled(False)

    def job_ended(self) -> None:
        """The running work is over."""
        self._running.hide()
        self._other.setEnabled(True)

    def _lay_out(self, person: Person) -> None:
        _ = self.translate
        column = QVBoxLayout()
        column.setSpacing(scaled(16))
        head = QHBoxLayout()
        head.setSpacing(scaled(12))
        picture = QLabel()
        picture.setPixmap(pixmap("lock", "accent", 24))
        head.addWidget(picture)
        head.addWidget(label(_("The window is locked"), "page"), 1)
        column.addLayout(head)
        role = role_name(person.role, _)
        who = f"{person.number}  {person.name}".strip()
        column.addWidget(label(_("{name}, {role}").format(name=who, role=role), "section"))
        column.addWidget(
            label(_("Everything is as it was left. A word half typed is still there."), wrap=True)
        )
        column.addWidget(self._running)
        column.addWidget(self._form)
        column.addWidget(self._name, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(scaled(24))
        column.addWidget(self._other, alignment=Qt.AlignmentFlag.AlignLeft)
        QVBoxLayout(self).addWidget(small_card(column, _WIDTH))

    def _given(self, pin: str) -> None:
        _ = self.translate
        is_running = self._running.isVisible()
        self._form.set_busy(_("The running work ends first.") if is_running else "")
        self.proved.emit(pin)

    def _go_on(self) -> None:
        self.proved.emit("")
