"""Other support of the applicant, and what a person decided about it."""

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from reviewer_app.domain.checks import Overlap, SameContent, SupportLevel
from reviewer_app.domain.money import format_wan
from reviewer_app.i18n import Translator
from reviewer_app.queries.application import ApplicationPage
from reviewer_app.words.checks import same_content_name, support_level_name
from reviewer_app.workflow.record_overlap import (
    OverlapForm,
    correct_overlap,
    record_overlap,
)
from ui.desk import Desk
from ui.models.table import TableColumn, TableModel
from ui.screens.applications.panel import (
    Panel,
    choice,
    choose,
    chosen_row,
    column_of,
    line,
    row_of,
    show_rows,
    table,
)
from ui.text import or_dash
from ui.widgets.labels import button, label

_SIGNS = {
    SameContent.OPEN: ("circle-question-mark", "attention"),
    SameContent.YES: ("circle-x", "wrong"),
    SameContent.PARTLY: ("triangle-alert", "attention"),
    SameContent.NO: ("circle-check", "good"),
}


@dataclass(frozen=True, slots=True)
class OverlapRow:
    """One support with the key that corrects it."""

    key: int
    overlap: Overlap


def overlap_columns(_: Translator) -> tuple[TableColumn[OverlapRow], ...]:
    """Give the columns of the other support."""
    return (
        TableColumn(
            "level",
            _("Level of support"),
            lambda row: support_level_name(row.overlap.level, _),
            width=80,
        ),
        TableColumn("scheme", _("Support"), lambda row: row.overlap.scheme, width=230),
        TableColumn("year", _("Year"), lambda row: row.overlap.year, width=70),
        TableColumn(
            "amount",
            _("Amount (10,000 yuan)"),
            lambda row: _wan(row.overlap),
            sort=lambda row: row.overlap.amount_fen or 0,
            is_number=True,
            width=140,
        ),
        TableColumn(
            "same",
            _("Same content?"),
            lambda row: same_content_name(row.overlap.same_content, _),
            role=lambda row: _SIGNS[row.overlap.same_content][1],
            icon=lambda row: _SIGNS[row.overlap.same_content][0],
            width=130,
        ),
        TableColumn("decision", _("Decision"), lambda row: row.overlap.decision, width=200),
        TableColumn("by", _("Decided by"), lambda row: row.overlap.decided_by, width=100),
        TableColumn("evidence", _("Evidence"), lambda row: row.overlap.evidence, width=160),
    )


def _wan(overlap: Overlap) -> str:
    fen = overlap.amount_fen
    return or_dash("" if fen is None else format_wan(fen))


class OverlapPanel(Panel):
    """What other support is known; whether it is the same content a person decides."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        _ = self.translate
        self._model = TableModel(overlap_columns(_), self)
        self._table = table(self, self._model, _("Other support"))
        self._level = choice(
            _("Level of support"),
            [(item.value, support_level_name(item, _)) for item in SupportLevel],
        )
        self._scheme = line(_("Support"), _("Name of the scheme or project"))
        self._year = line(_("Year"), width=90)
        self._amount = line(_("Amount (10,000 yuan)"), width=170)
        self._evidence = line(_("Evidence"))
        same = [(item.value, same_content_name(item, _)) for item in SameContent]
        self._same = choice(_("Same content?"), same)
        choose(self._same, SameContent.OPEN.value)
        self._decision = line(_("Decision"), _("Decision and its reason"))
        self._add = button(_("Record"), self._record, name="plus")
        self._mend = button(_("Correct the chosen"), self._correct, name="pencil")
        column = column_of(self)
        told = _("A match is a flag for a human decision; nothing is deducted by itself.")
        column.addWidget(label(told, "secondary", wrap=True))
        column.addWidget(self._table, 1)
        first = row_of(self._level, self._scheme, self._year, self._amount, stretch=False)
        column.addLayout(first)
        second = row_of(self._evidence, self._same, self._decision, stretch=False)
        column.addLayout(second)
        column.addLayout(row_of(self._add, self._mend))
        self._table.row_chosen.connect(self._chosen)

    def show_again(self, page: ApplicationPage) -> None:
        rows = [OverlapRow(key, item) for key, item in page.overlaps.items()]
        show_rows(self._table, self._model, rows, lambda a, b: a.key == b.key)
        self._mend.setEnabled(chosen_row(self._table, self._model) is not None)

    def _chosen(self, row: OverlapRow) -> None:
        overlap = row.overlap
        choose(self._level, overlap.level.value)
        self._scheme.setText(overlap.scheme)
        self._year.setText(overlap.year)
        fen = overlap.amount_fen
        self._amount.setText("" if fen is None else format_wan(fen))
        self._evidence.setText(overlap.evidence)
        choose(self._same, overlap.same_content.value)
        self._decision.setText(overlap.decision)
        self._mend.setEnabled(True)

    def _form(self) -> OverlapForm:
        return OverlapForm(
            level=SupportLevel(self._level.currentData()),
            scheme=self._scheme.text(),
            year=self._year.text(),
            same_content=SameContent(self._same.currentData()),
            amount=self._amount.text(),
            evidence=self._evidence.text(),
            decision=self._decision.text(),
        )

    def _record(self) -> None:
        if self.do(record_overlap, overlap=self._form()):
            for field in (
                self._scheme,
                self._year,
                self._amount,
                self._evidence,
                self._decision,
            ):
                field.take()
            choose(self._same, SameContent.OPEN.value)

    def _correct(self) -> None:
        row = chosen_row(self._table, self._model)
        if row is not None:
            self.do(correct_overlap, row=row.key, overlap=self._form())
