"""Where the meeting stands: its phases in a row."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from reviewer_app.domain.session import Moment, SessionPhase
from reviewer_app.i18n import Translator
from reviewer_app.words.session import phase_name
from ui.theme.theme import scaled
from ui.widgets.labels import label, restyle

_ORDER = tuple(SessionPhase)


class PhaseStrip(QWidget):
    """The phases in order; what is done has a check mark, the present one a frame of colour."""

    def __init__(self, translate: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.translate = translate
        self._words = {phase: label("") for phase in _ORDER}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(scaled(8))
        for place, word in enumerate(self._words.values()):
            if place:
                row.addWidget(label("›", "faint"))
            row.addWidget(word)
        row.addStretch(1)

    def show_moment(self, moment: Moment) -> None:
        """Mark the phases before, at and after the present one."""
        _ = self.translate
        at = -1 if moment.phase is None else _ORDER.index(moment.phase)
        for place, (phase, word) in enumerate(self._words.items()):
            name = phase_name(phase, _)
            word.setText(f"✓ {name}" if place < at else name)
            self._mark(word, "good" if place == at else "", "" if place == at else "secondary")
        self.setAccessibleName(phase_name(moment.phase, _) if moment.phase else "")

    @staticmethod
    def _mark(word: QLabel, meaning: str, look: str) -> None:
        word.setProperty("pill", meaning)
        word.setProperty("look", look)
        restyle(word)
