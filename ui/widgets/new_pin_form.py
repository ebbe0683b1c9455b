"""A new PIN is typed here, twice, after the present one where there is one."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from reviewer_app.domain.errors import ReviewerError
from reviewer_app.i18n import Translator
from ui.theme.theme import scaled
from ui.widgets.labels import button, label
from ui.widgets.pin_form import pin_field
from ui.widgets.refusal_notice import RefusalNotice


class NewPinForm(QWidget):
    """Two or three masked fields, a button, a sentence.

    Signals:
        given: the new PIN, and the present one, empty where there is none (str, str).
    """

    given = Signal(str, str)

    def __init__(
        self, deed: str, translate: Translator, *, has_pin: bool, parent: QWidget | None = None
    ) -> None:
        """`deed` are the words on the button; who `has_pin` proves it first."""
        super().__init__(parent)
        self.translate = translate
        self._deed = deed
        self._build(has_pin=has_pin)
        self._lay_out()
        self.setFocusProxy(self._fields[0])

    def text(self) -> str:
        """Give the sentence that is shown, empty if none."""
        return self._notice.text()

    def set_busy(self) -> None:
        """Take no other PIN while one is being kept."""
        _ = self.translate
        self._give.setEnabled(False)
        self._give.setText(_("One moment…"))

    def refuse(self, refusal: ReviewerError) -> None:
        """Say what was wrong; everything is typed anew."""
        for field in self._fields:
            field.clear()
        self._notice.refuse(refusal)
        self._give.setText(self._deed)
        self._give.setEnabled(not self._notice.is_waiting)
        self._fields[0].setFocus()

    def _build(self, *, has_pin: bool) -> None:
        _ = self.translate
        names = (_("Present PIN"), _("New PIN"), _("New PIN once more"))
        self._fields = [pin_field(name) for name in (names if has_pin else names[1:])]
        for field in self._fields:
            field.returnPressed.connect(self._entered)
        self._give = button(self._deed, self._pressed, kind="primary", name="check")
        self._give.setAutoDefault(False)  # in a dialog Enter would press it from any field
        self._notice = RefusalNotice(_)
        self._notice.over.connect(self._allow)

    def _lay_out(self) -> None:
        _ = self.translate
        grid = QGridLayout()
        grid.setHorizontalSpacing(scaled(16))
        grid.setVerticalSpacing(scaled(12))
        for row, field in enumerate(self._fields):
            told = label(field.accessibleName())
            told.setBuddy(field)
            grid.addWidget(told, row, 0)
            grid.addWidget(field, row, 1)
        grid.addWidget(self._give, len(self._fields), 1, Qt.AlignmentFlag.AlignLeft)
        grid.setColumnStretch(2, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(12))
        column.addWidget(
            label(
                _("At least six signs: digits, or a phrase you can keep in mind."),
                "secondary",
                wrap=True,
            )
        )
        column.addLayout(grid)
        column.addWidget(self._notice)

    def _entered(self) -> None:
        """Enter goes on to the next field, and gives the PIN from the last."""
        field = self.sender()
        assert isinstance(field, QLineEdit)
        place = self._fields.index(field)
        if place + 1 < len(self._fields):
            self._fields[place + 1].setFocus()
        else:
            self._pressed()

    def _pressed(self) -> None:
        if not self._give.isEnabled():
            return
        *before, new, again = (field.text() for field in self._fields)
        if new != again:
            self._say_unlike()
        elif new:
            self.given.emit(new, before[0] if before else "")

    def _say_unlike(self) -> None:
        _ = self.translate
        for field in self._fields[-2:]:
            field.clear()
        self._notice.say(_("The two are not alike. Type the new PIN twice anew."), "wrong")
        self._fields[-2].setFocus()

    def _allow(self) -> None:
        self._give.setEnabled(True)
