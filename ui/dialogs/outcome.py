"""What a long look found, in words: the outcome of verify, what moved between two moments."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QScrollArea, QVBoxLayout, QWidget

from reviewer_app.domain.history import Move
from reviewer_app.domain.points import format_points
from reviewer_app.domain.verification import Verification
from reviewer_app.i18n import Translator
from reviewer_app.words.verification import finding_sentence, outcome_sentence
from ui.text import or_dash
from ui.theme.theme import scaled
from ui.widgets.labels import button, label

_BARE, _LINE = 140, 60
"""Height of the dialog without lines, and of a line that goes on in a second one."""


class Outcome(QDialog):
    """A heading and lines, beside the work."""

    def __init__(
        self, title: str, lines: Sequence[str], translate: Translator, parent: QWidget
    ) -> None:
        super().__init__(parent)
        _ = translate
        self.setWindowTitle(title)
        self.resize(scaled(640), scaled(min(480, _BARE + _LINE * len(lines))))
        inside = QWidget()
        rows = QVBoxLayout(inside)
        rows.setSpacing(scaled(8))
        for line in lines:
            told = label(line, wrap=True)
            told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            rows.addWidget(told)
        rows.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inside)
        column = QVBoxLayout(self)
        column.addWidget(label(title, "section", wrap=True))
        column.addWidget(area, 1)
        leave = button(_("Close"), self.accept)
        column.addWidget(leave, alignment=Qt.AlignmentFlag.AlignRight)

    @classmethod
    def tell(
        cls, title: str, lines: Sequence[str], translate: Translator, parent: QWidget
    ) -> "Outcome":
        """Show it; the work goes on."""
        made = cls(title, lines, translate, parent)
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        made.show()
        return made


def verification_lines(outcome: Verification, _: Translator) -> list[str]:
    """Say what verify found: the outcome first, then each finding."""
    return [outcome_sentence(outcome, _), *(finding_sentence(item, _) for item in outcome.findings)]


def move_lines(moves: Sequence[Move], places: int, _: Translator) -> list[str]:
    """Say who moved: "2026-014 …: rank 3 → 1, score 82.00 → 84.60 (R03 80.00 → 88.00)"."""
    if not moves:
        return [_("Nothing moved in the ranking.")]
    text = _("{number} {name}: rank {ranks}, score {scores} ({causes})")
    return [
        text.format(
            number=move.number,
            name=move.name,
            ranks=f"{_rank(move.rank_before)} → {_rank(move.rank_after)}",
            scores=" → ".join(
                or_dash("" if score is None else format_points(score, places))
                for score in (move.score_before, move.score_after)
            ),
            causes=_("; ").join(move.causes),
        )
        for move in moves
    ]


def _rank(rank: int | None) -> str:
    return or_dash("" if rank is None else str(rank))
