"""Why this rank: the numbers of every sheet, and the way from them to the place."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from reviewer_app.domain.points import format_points
from reviewer_app.domain.results import Dropped, ReviewerResult
from reviewer_app.i18n import Translator
from reviewer_app.words.explanation import Part
from reviewer_app.words.results import dropped_name, sheet_state_name
from ui.screens.results.rows import ResultRow
from ui.theme.theme import scaled
from ui.widgets.labels import frame, label

_IN_A_ROW = 3


class WhyPanel(QScrollArea):
    """One application from its sheets to its rank, as one would write it on paper."""

    def __init__(self, translate: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.translate = _ = translate
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(_("Why this rank"))
        self.show_nothing()

    def show_nothing(self) -> None:
        """Say what will be seen here."""
        _ = self.translate
        column = self._begin()
        text = _("Choose an application to see how its place came about.")
        column.addWidget(label(text, "faint", wrap=True))
        column.addStretch(1)

    def show_row(self, row: ResultRow, parts: Sequence[Part], places: int) -> None:
        """Show one application with its explanation."""
        column = self._begin()
        column.addLayout(self._head(row))
        if row.result.reviewers:
            column.addWidget(self._sheets(row.result.reviewers, places))
        for part in parts:
            column.addWidget(label(part.heading, "section"))
            for line in part.lines:
                column.addWidget(_line(line))
        column.addStretch(1)

    def text(self) -> str:
        """Give all that is written here, line by line."""
        return "\n".join(found.text() for found in self.widget().findChildren(QLabel))

    def _begin(self) -> QVBoxLayout:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(scaled(12), scaled(8), scaled(12), scaled(8))
        column.setSpacing(scaled(8))
        self.setWidget(inside)
        return column

    def _head(self, row: ResultRow) -> QHBoxLayout:
        _ = self.translate
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(label(row.number, "secondary"))
        names.addWidget(label(row.result.name, "section", wrap=True))
        names.addWidget(label(row.result.applicant, "faint", wrap=True))
        head = QHBoxLayout()
        head.addLayout(names, 1)
        figures = QVBoxLayout()
        figures.setSpacing(0)
        score = label(row.score, "figure")
        score.setAlignment(Qt.AlignmentFlag.AlignRight)
        score.setAccessibleName(_("Score"))
        figures.addWidget(score)
        place = row.state if row.result.rank is None else _("rank {rank}").format(rank=row.rank)
        told = label(place, "secondary")
        told.setAlignment(Qt.AlignmentFlag.AlignRight)
        figures.addWidget(told)
        head.addLayout(figures)
        return head

    def _sheets(self, reviewers: Sequence[ReviewerResult], places: int) -> QWidget:
        """Set the totals of the sheets in a row, with a word on what does not count."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(scaled(16))
        for place, reviewer in enumerate(reviewers):
            cell = QVBoxLayout()
            cell.setSpacing(0)
            cell.addWidget(label(f"{reviewer.number} {reviewer.name}", "faint"))
            cell.addWidget(_total(reviewer, places))
            cell.addWidget(label(self._remark(reviewer), "faint", wrap=True))
            cell.addStretch(1)
            grid.addLayout(cell, place // _IN_A_ROW, place % _IN_A_ROW)
        return frame("sunken", grid)

    def _remark(self, reviewer: ReviewerResult) -> str:
        if reviewer.total is None:
            return sheet_state_name(reviewer.state, self.translate)
        return dropped_name(reviewer.dropped, self.translate)


def _total(reviewer: ReviewerResult, places: int) -> QLabel:
    text = "–" if reviewer.total is None else format_points(reviewer.total, places)
    made = label(text, "section")
    if reviewer.dropped is not Dropped.NO:
        font = made.font()
        font.setStrikeOut(True)
        made.setFont(font)
    return made


def _line(text: str) -> QLabel:
    made = label(text, wrap=True)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made
