"""The next step: one card, one sentence, one button."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from reviewer_app.domain.gate import Check
from reviewer_app.i18n import Translator
from reviewer_app.words.gate import check_sentence, check_title, deed_of
from ui.theme.theme import pixmap, scaled
from ui.widgets.labels import button, label


class NextStep(QFrame):
    """Says what to do next.

    Signals:
        wanted: the key of the check whose deed is wanted.
    """

    wanted = Signal(str)

    def __init__(self, translate: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.translate = translate
        self.setProperty("surface", "raised")
        self._key = ""
        self._icon = QLabel()
        self._title = label("", "section")
        self._text = label("", "secondary", wrap=True)
        self._deed = button("", self._clicked, kind="primary")
        words = QVBoxLayout()
        words.addWidget(self._title)
        words.addWidget(self._text)
        row = QHBoxLayout(self)
        row.setContentsMargins(*(scaled(16),) * 4)
        row.setSpacing(scaled(16))
        row.addWidget(self._icon, alignment=Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(self._deed, alignment=Qt.AlignmentFlag.AlignVCenter)

    def show_check(self, check: Check | None, *, leads: bool) -> None:
        """Show the first open check, or that nothing is open."""
        _ = self.translate
        icon = ("circle-check", "good") if check is None else ("flag", "accent")
        self._icon.setPixmap(pixmap(*icon, 32))
        self._deed.setVisible(check is not None and leads)
        if check is None:
            self._title.setText(_("Nothing is open"))
            self._text.setText(_("Every check is green. Print, sign and keep the papers."))
            return
        self._key = check.key.value
        self._title.setText(_("Next: {what}").format(what=check_title(check.key, _)))
        self._text.setText(check_sentence(check, _))
        self._deed.setText(deed_of(check.key, _))

    def _clicked(self) -> None:
        self.wanted.emit(self._key)
