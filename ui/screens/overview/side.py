"""Beside the gate: figures of the batch, its dates, how far each reviewer is."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from reviewer_app.domain.gate import DueDate, Overview, Progress
from reviewer_app.i18n import Translator
from ui.screens.overview.rows import due_line, progress_words
from ui.theme.theme import pixmap, scaled
from ui.widgets.labels import button, frame, label
from ui.widgets.replacing import Replacing


class Side(Replacing):
    """Three cards.

    Signals:
        dates_wanted: the user wants to settle dates.
    """

    dates_wanted = Signal()

    def __init__(self, translate: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.translate = translate

    def show_batch(self, shown: Overview) -> None:
        """Show the figures, dates and progress of now."""
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(12))
        column.addWidget(self._figures(shown))
        column.addWidget(self._dates(shown.dates, may_mend=shown.may_mend))
        column.addWidget(self._progress(shown.progress))
        column.addStretch(1)
        self.put(inside)

    def _figures(self, shown: Overview) -> QWidget:
        _ = self.translate
        row = QHBoxLayout()
        row.setSpacing(scaled(24))
        submitted = sum(one.submitted for one in shown.progress)
        expected = sum(one.expected for one in shown.progress)
        sheets = _("{count} of {all}").format(count=submitted, all=expected)
        for figure, words in (
            (str(shown.applications), _("applications")),
            (str(len(shown.progress)), _("reviewers")),
            (sheets, _("sheets in")),
        ):
            pair = QVBoxLayout()
            pair.setSpacing(0)
            pair.addWidget(label(figure, "page"))
            pair.addWidget(label(words, "faint"))
            row.addLayout(pair)
        row.addStretch(1)
        return frame("raised", row)

    def _dates(self, dates: Sequence[DueDate], *, may_mend: bool) -> QWidget:
        _ = self.translate
        column = QVBoxLayout()
        head = QHBoxLayout()
        head.addWidget(label(_("Dates"), "section"), 1)
        if may_mend:
            head.addWidget(
                button(_("Set dates…"), self.dates_wanted.emit, kind="quiet", name="calendar")
            )
        column.addLayout(head)
        if not dates:
            column.addWidget(label(_("No date is settled yet."), "faint"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(scaled(8))
        grid.setColumnStretch(2, 1)
        for place, due in enumerate(dates):
            line = due_line(due, _)
            grid.addWidget(_picture(line.icon, line.meaning or "faint"), place, 0)
            grid.addWidget(label(line.title), place, 1)
            when = label(line.word, "" if line.meaning else "secondary", wrap=True)
            when.setProperty("meaning", line.meaning)
            when.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(when, place, 2)
        column.addLayout(grid)
        return frame("raised", column)

    def _progress(self, rows: Sequence[Progress]) -> QWidget:
        _ = self.translate
        column = QVBoxLayout()
        column.addWidget(label(_("Progress by reviewer"), "section"))
        if not rows:
            column.addWidget(label(_("Reviewers stand here once they are imported."), "faint"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(scaled(8))
        grid.setVerticalSpacing(scaled(6))
        grid.setColumnStretch(1, 1)
        for place, row in enumerate(rows):
            name = f"{row.number}  {row.name}"
            grid.addWidget(label(name), place, 0)
            grid.addWidget(_bar(row, name), place, 1)
            grid.addWidget(label(progress_words(row, _), "faint"), place, 2)
            if row.is_done:
                grid.addWidget(_picture("circle-check", "good"), place, 3)
        column.addLayout(grid)
        return frame("raised", column)


def _bar(row: Progress, name: str) -> QProgressBar:
    bar = QProgressBar()
    bar.setRange(0, max(1, row.expected))
    bar.setValue(row.submitted if row.expected else 1)
    bar.setTextVisible(False)
    bar.setProperty("kind", "thin")
    bar.setAccessibleName(name)
    bar.setMinimumWidth(scaled(60))
    return bar


def _picture(name: str, role: str) -> QLabel:
    made = QLabel()
    made.setPixmap(pixmap(name, role, 20))
    return made
