"""Set one's own PIN, or another one after the present."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from reviewer_app.domain.errors import ReviewerError
from reviewer_app.i18n import Translator
from ui.theme.theme import scaled
from ui.widgets.labels import button, label
from ui.widgets.new_pin_form import NewPinForm


class OwnPin(QDialog):
    """Stays open until the PIN is kept, or the user thinks better of it.

    Signals:
        given: the new PIN and the present one, empty where there is none (str, str).
    """

    given = Signal(str, str)

    def __init__(
        self, translate: Translator, *, has_pin: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        _ = translate
        self._is_busy = False
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = _("Change my PIN") if has_pin else _("Set my PIN")
        self.setWindowTitle(title)
        self._form = NewPinForm(_("Keep this PIN"), _, has_pin=has_pin)
        self._form.given.connect(self._given)
        leave = button(_("Cancel"), self.reject)
        leave.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(scaled(24),) * 4)
        column.setSpacing(scaled(12))
        column.addWidget(label(title, "section"))
        column.addWidget(self._form, 1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(leave)
        column.addLayout(foot)
        self._form.setFocus()

    def text(self) -> str:
        """Give the sentence that is shown, empty if none."""
        return self._form.text()

    def refuse(self, refusal: ReviewerError) -> None:
        """Say what was wrong."""
        self._is_busy = False
        self._form.refuse(refusal)

    def reject(self) -> None:
        if not self._is_busy:
            super().reject()

    def _given(self, pin: str, present: str) -> None:
        self._is_busy = True
        self._form.set_busy()
        self.given.emit(pin, present)
