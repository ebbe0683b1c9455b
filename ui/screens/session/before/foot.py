"""The foot of the page: what the opening of the scoring waits for, and its button."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from reviewer_app.domain.preparation import Preparation
from reviewer_app.domain.session import SessionPhase
from reviewer_app.i18n import Translator
from reviewer_app.words.preparation import waiting_sentence
from ui.theme.theme import pixmap, scaled
from ui.widgets.labels import button, label


class Foot(QFrame):
    """One sentence of where the preparation stands, and the step that ends or reopens it.

    Signals:
        opening: the user wants to open the scoring.
        going_back: the user wants to go back to the preparation.
    """

    opening = Signal()
    going_back = Signal()

    def __init__(self, translate: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.translate = _ = translate
        self.setProperty("surface", "foot")
        self._sign = QLabel()
        self._text = label("", wrap=True)
        self._text.setObjectName("waits_for")
        self._open = button(_("Open the scoring"), self.opening.emit, kind="primary", name="play")
        self._open.setObjectName("open_scoring")
        self._back = button(_("Back to the preparation…"), self.going_back.emit, name="undo-2")
        self._back.setObjectName("back_to_preparation")
        row = QHBoxLayout(self)
        row.setContentsMargins(scaled(16), scaled(8), scaled(16), scaled(8))
        row.setSpacing(scaled(12))
        row.addWidget(self._sign)
        row.addWidget(self._text, 1)
        row.addWidget(self._back)
        row.addWidget(self._open)

    def show_standing(self, found: Preparation) -> None:
        """Show where the preparation stands."""
        phase = found.moment.phase
        self.setVisible(phase is not None)
        is_ready = not found.waits
        prepares = phase is SessionPhase.PREPARATION
        self._open.setVisible(prepares and found.may_open)
        self._open.setEnabled(is_ready)
        self._back.setVisible(found.may_go_back)
        self._text.setText(self._sentence(found))
        sign = ("circle-check", "good") if is_ready or not prepares else ("hourglass", "attention")
        self._sign.setPixmap(pixmap(*sign, 20))

    def _sentence(self, found: Preparation) -> str:
        _ = self.translate
        if found.moment.phase is not SessionPhase.PREPARATION:
            return _("The scoring was opened; arrivals, statements and days go on here.")
        if not found.waits:
            return _("Everything holds: the scoring can be opened.")
        waits = (waiting_sentence(what, names, _) for what, names in found.waits)
        return _("The opening waits for this: {what}").format(what="  ".join(waits))
