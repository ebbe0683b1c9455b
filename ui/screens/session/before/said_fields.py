"""What is said aloud before a draw: the seed, who said it, why it is drawn again."""

from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from reviewer_app.domain.drawing import Said
from reviewer_app.i18n import Translator
from ui.theme.theme import scaled
from ui.widgets.labels import label


class SaidFields(QWidget):
    """Three fields under their words; the reason is there for a further attempt only."""

    def __init__(self, translate: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.translate = _ = translate
        self._seed = QLineEdit()
        self._seed.setObjectName("seed")
        self._seed.setPlaceholderText(_("e.g. the eyes of six dice"))
        self._supervisor = QComboBox()
        self._supervisor.setObjectName("supervisor")
        self._supervisor.setEditable(True)
        self._reason = QLineEdit()
        self._reason.setObjectName("draw_reason")
        self._seed_word = label(_("Seed said by the supervisor"), "secondary")
        self._supervisor_word = label(_("Supervisor who stands by"), "secondary")
        self._reason_word = label(_("Why it is drawn again"), "secondary")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(4))
        for word, field in self._pairs():
            field.setAccessibleName(word.text())
            column.addWidget(word)
            column.addWidget(field)

    def show_state(self, supervisors: tuple[str, ...], *, again: bool, may: bool) -> None:
        """Offer the supervisors of the batch; what was typed stays."""
        if not self._supervisor.count():
            self._supervisor.addItems(supervisors)
        self._reason_word.setVisible(again)
        self._reason.setVisible(again)
        for _word, field in self._pairs():
            field.setEnabled(may)

    def ask_seed(self, *, wanted: bool) -> None:
        """Ask for a seed, or for none where lots are drawn by hand."""
        self._seed_word.setVisible(wanted)
        self._seed.setVisible(wanted)

    def said(self) -> Said:
        """Give what was typed; what is not asked for is empty."""
        return Said(
            seed="" if self._seed.isHidden() else self._seed.text().strip(),
            supervisor=self._supervisor.currentText().strip(),
            reason="" if self._reason.isHidden() else self._reason.text().strip(),
        )

    def forget(self) -> None:
        """Empty what belongs to one attempt."""
        self._seed.clear()
        self._reason.clear()

    def _pairs(self) -> tuple[tuple[QLabel, QWidget], ...]:
        return (
            (self._seed_word, self._seed),
            (self._supervisor_word, self._supervisor),
            (self._reason_word, self._reason),
        )
