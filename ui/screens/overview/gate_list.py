"""The checks of the gate, by the parts of the review; each row leads where it is mended."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from reviewer_app.domain.gate import Check, Phase
from reviewer_app.i18n import Translator
from reviewer_app.words.gate import phase_name
from ui.screens.overview.rows import check_line
from ui.theme.theme import scaled
from ui.widgets.check_row import CheckRow
from ui.widgets.labels import frame, label, pill
from ui.widgets.replacing import Replacing


class GateList(Replacing):
    """A card for each part of the review.

    Signals:
        wanted: the key of the check that was clicked.
    """

    wanted = Signal(str)

    def __init__(self, translate: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.translate = translate

    def show_checks(
        self, parts: Sequence[tuple[Phase, Sequence[Check]]], *, may_mend: bool
    ) -> None:
        """Show the checks; the focus stays where it was."""
        focused = self._focused()
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(12))
        for phase, checks in parts:
            column.addWidget(self._card(phase, checks, may_mend=may_mend))
        column.addStretch(1)
        self.put(inside)
        again = self.findChild(CheckRow, focused) if focused else None
        if again is not None:
            again.setFocus()

    def _card(self, phase: Phase, checks: Sequence[Check], *, may_mend: bool) -> QFrame:
        _ = self.translate
        column = QVBoxLayout()
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(scaled(12), scaled(8), scaled(12), scaled(8))
        head.addWidget(label(phase_name(phase, _), "section"), 1)
        left = sum(check.is_open for check in checks)
        if left:
            text = _.plural("{count} open", "{count} open", left).format(count=left)
            head.addWidget(pill(text, "attention"))
        column.addLayout(head)
        for check in checks:
            row = CheckRow(check_line(check, _, may_mend=may_mend))
            row.clicked.connect(self._clicked)
            column.addWidget(row)
        card = frame("raised", column)
        column.setContentsMargins(1, 0, 1, 1)
        return card

    def _clicked(self) -> None:
        self.wanted.emit(self.sender().objectName())

    def _focused(self) -> str:
        here = self.focusWidget()
        return here.objectName() if isinstance(here, CheckRow) else ""
