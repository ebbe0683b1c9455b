"""Sheets far from the others and reviewers who tell nothing apart: to look at again."""

from dataclasses import dataclass
from fractions import Fraction

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reviewer_app.domain.deviation import Pattern, PatternKind
from reviewer_app.domain.points import format_points
from reviewer_app.i18n import Translator
from reviewer_app.queries.deviations import FlaggedSheet
from reviewer_app.queries.results import Results
from ui.models.table import TableColumn, TableModel
from ui.screens.results.rows import short_number
from ui.theme.theme import ROW, scaled
from ui.widgets.labels import button, label
from ui.widgets.table_view import TableView


@dataclass(frozen=True, slots=True)
class FlagRow:
    """A flagged sheet as the list shows it."""

    sheet: FlaggedSheet
    number: str
    name: str
    share: str
    own: str
    others: str
    reason: str


def flag_rows(shown: Results, _: Translator) -> tuple[FlagRow, ...]:
    """Make the rows; deviations are signed per cent with two decimals."""
    names = {row.number: row.name for item in shown.ranking.applications for row in item.reviewers}
    return tuple(_row(sheet, names, shown, _) for sheet in shown.flags.sheets)


def _row(sheet: FlaggedSheet, names: dict[str, str], shown: Results, _: Translator) -> FlagRow:
    found, places = sheet.deviation, shown.ranking.scheme.rules.places
    return FlagRow(
        sheet=sheet,
        number=short_number(found.application),
        name=f"{found.reviewer} {names.get(found.reviewer, '')}".strip(),
        share=per_cent(found.share),
        own=format_points(found.own, places),
        others=format_points(found.others, places),
        reason=_("reason missing") if sheet.review is None else sheet.review.statement,
    )


def per_cent(share: Fraction | None) -> str:
    """Write a share as signed per cent: "−27.63 %"; a dash where there is none.

    >>> per_cent(Fraction(-1, 4)), per_cent(Fraction(1, 8))
    ('−25.00 %', '+12.50 %')
    """
    if share is None:
        return "–"
    sign = "−" if share < 0 else "+"
    return f"{sign}{format_points(abs(share) * 100, 2)} %"


def pattern_text(pattern: Pattern, places: int, _: Translator) -> str:
    """Say what is unusual in all sheets of a reviewer."""
    if pattern.kind is PatternKind.MAXIMUM:
        text = _("Reviewer {reviewer} gave all {count} applications the maximum, {points}.")
    else:
        text = _("Reviewer {reviewer} gave all {count} applications the same {points}.")
    points = format_points(pattern.value, places)
    return text.format(reviewer=pattern.reviewer, count=pattern.sheets, points=points)


class SecondLook(QWidget):
    """The list of flagged sheets, each with its reason, and the unusual reviewers beneath.

    Signals:
        application_chosen: the number of the application a flag is about.
        reason_wanted: the user wants to write the reason of a sheet (`FlaggedSheet`).
    """

    application_chosen = Signal(str)
    reason_wanted = Signal(object)

    def __init__(self, translate: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.translate = translate
        _ = translate
        self._told = label("", "secondary", wrap=True)
        self.model = TableModel[FlagRow](self._columns(), self)
        self.table = TableView(self.model, _("Sheets far from the others"), row_height=ROW)
        self._write = button(_("Write the reason…"), self._write_clicked, name="pencil")
        self._patterns = label("", wrap=True)
        self._lay_out()
        self.table.row_chosen.connect(self._chosen)
        self.table.row_opened.connect(self._opened)

    def show_results(self, shown: Results) -> None:
        """Show the flags of these results."""
        _ = self.translate
        rows = flag_rows(shown, _)
        self.model.show(rows)
        self.table.setVisible(bool(rows))
        self._write.setVisible(bool(rows) and shown.can_explain)
        self._write.setEnabled(False)
        if not rows:
            text = _("No sheet is more than 20 % from the mean of the others.")
        else:
            text = _(
                "Judged and assisted part, more than 20 % from the mean of the others. Nothing is"
                " left out because of it: the reviewer keeps the score with a reason, or changes"
                " it."
            )
        self._told.setText(text)
        places = shown.ranking.scheme.rules.places
        lines = [pattern_text(pattern, places, _) for pattern in shown.flags.patterns]
        self._patterns.setText("\n".join(lines))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(8), scaled(8), scaled(8), scaled(8))
        column.addWidget(self._told)
        column.addWidget(self.table, 1)
        foot = QHBoxLayout()
        foot.addWidget(self._write)
        foot.addStretch(1)
        column.addLayout(foot)
        column.addWidget(self._patterns)
        column.addStretch(0)

    def _columns(self) -> list[TableColumn[FlagRow]]:
        _ = self.translate
        return [
            TableColumn("number", _("No."), lambda row: row.number, width=84),
            TableColumn("reviewer", _("Reviewer"), lambda row: row.name, width=96),
            TableColumn(
                "share",
                _("Deviation"),
                lambda row: row.share,
                sort=lambda row: row.sheet.deviation.share or Fraction(0),
                is_number=True,
                width=88,
                tip=lambda row: f"{row.own} / {row.others}",
            ),
            TableColumn(
                "reason",
                _("Reason"),
                lambda row: row.reason,
                role=lambda row: "attention" if row.sheet.review is None else "text",
                icon=lambda row: "triangle-alert" if row.sheet.review is None else "",
                width=90,
            ),
        ]

    def _chosen(self, row: FlagRow) -> None:
        self._write.setEnabled(True)
        self.application_chosen.emit(row.sheet.deviation.application)

    def _opened(self, row: FlagRow) -> None:
        if not self._write.isHidden():
            self.reason_wanted.emit(row.sheet)

    def _write_clicked(self) -> None:
        self._opened(self.model.row_at(self.table.currentIndex()))
