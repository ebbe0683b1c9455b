"""Credit queries: source, day, result, file number; old ones are said."""

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from reviewer_app.domain.checks import CREDIT_SOURCES, CreditLine, CreditResult
from reviewer_app.i18n import Translator
from reviewer_app.queries.application import ApplicationPage
from reviewer_app.words.checks import credit_result_name, credit_source
from reviewer_app.workflow.record_credit import correct_credit, fill_credit, record_credit
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
    today,
)
from ui.widgets.labels import button, label

_SIGNS = {
    CreditResult.CLEAR: ("circle-check", "good"),
    CreditResult.NOTED: ("triangle-alert", "attention"),
    CreditResult.VETO: ("circle-x", "wrong"),
}


@dataclass(frozen=True, slots=True)
class CreditRow:
    """One query with the key that corrects it, and whether it is too old."""

    key: int
    line: CreditLine
    is_old: bool


def credit_columns(_: Translator) -> tuple[TableColumn[CreditRow], ...]:
    """Give the columns of the queries."""
    return (
        TableColumn("source", _("Source"), lambda row: row.line.source, width=250),
        TableColumn(
            "queried_on",
            _("Queried on"),
            lambda row: day_text(row, _),
            sort=lambda row: row.line.queried_on,
            role=lambda row: "attention" if row.is_old else "text",
            icon=lambda row: "clock" if row.is_old else "",
            width=180,
        ),
        TableColumn(
            "result",
            _("What it says"),
            lambda row: credit_result_name(row.line.result, _),
            role=lambda row: _SIGNS[row.line.result][1],
            icon=lambda row: _SIGNS[row.line.result][0],
            width=140,
        ),
        TableColumn("remark", _("Remark"), lambda row: row.line.remark, width=200),
        TableColumn("file", _("File no."), lambda row: row.line.file_number, width=130),
        TableColumn("by", _("Checked by"), lambda row: row.line.checked_by, width=100),
    )


def day_text(row: CreditRow, _: Translator) -> str:
    """Say the day of a query, and that it is too old."""
    if row.is_old:
        return _("{day}, too old").format(day=row.line.queried_on)
    return row.line.queried_on


class CreditPanel(Panel):
    """The queries so far; one more, a correction, or the same day for all sources."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        _ = self.translate
        self._model = TableModel(credit_columns(_), self)
        self._table = table(self, self._model, _("Credit queries"))
        self._head = label("", "secondary", wrap=True)
        sources = [credit_source(source, _) for source in CREDIT_SOURCES]
        self._source = choice(_("Source"), [(name, name) for name in sources])
        self._source.setEditable(True)
        self._day = line(_("Queried on"), "2026-03-01", width=130)
        self._day.setText(today())
        results = [(item.value, credit_result_name(item, _)) for item in CreditResult]
        self._result = choice(_("What it says"), results)
        self._remark = line(_("Remark"))
        self._file = line(_("File no."), width=140)
        self._add = button(_("Record"), self._record, name="plus")
        self._mend = button(_("Correct the chosen"), self._correct, name="pencil")
        self._fill = button(
            _("No record in all other sources, same day"), self._fill_down, name="list-checks"
        )
        column = column_of(self)
        column.addWidget(self._head)
        column.addWidget(self._table, 1)
        column.addLayout(row_of(self._source, self._day, self._result, self._file))
        column.addLayout(row_of(self._remark, stretch=False))
        column.addLayout(row_of(self._add, self._mend, self._fill))
        self._table.row_chosen.connect(self._chosen)

    def show_again(self, page: ApplicationPage) -> None:
        _ = self.translate
        rows = [CreditRow(key, item, key in page.old_queries) for key, item in page.credit.items()]
        show_rows(self._table, self._model, rows, lambda a, b: a.key == b.key)
        text = _("A query is relied on for {days} days; older ones are to be made again.")
        self._head.setText(text.format(days=page.credit_days))
        self._mend.setEnabled(chosen_row(self._table, self._model) is not None)

    def _chosen(self, row: CreditRow) -> None:
        self._source.setCurrentText(row.line.source)
        self._day.setText(row.line.queried_on)
        choose(self._result, row.line.result.value)
        self._remark.setText(row.line.remark)
        self._file.setText(row.line.file_number)
        self._mend.setEnabled(True)

    def _line(self) -> CreditLine:
        return CreditLine(
            source=self._source.currentText().strip(),
            queried_on=self._day.text().strip(),
            result=CreditResult(self._result.currentData()),
            remark=self._remark.text().strip(),
            file_number=self._file.text().strip(),
        )

    def _record(self) -> None:
        numbers, item = (self.number,), self._line()
        if self.desk.do(lambda batch: record_credit(batch, applications=numbers, line=item)):
            self._remark.take()
            self._file.take()
            self._source.setCurrentIndex((self._source.currentIndex() + 1) % self._source.count())

    def _correct(self) -> None:
        row = chosen_row(self._table, self._model)
        if row is not None:
            self.do(correct_credit, row=row.key, line=self._line())

    def _fill_down(self) -> None:
        _ = self.translate
        sources = tuple(credit_source(source, _) for source in CREDIT_SOURCES)
        self.do(fill_credit, sources=sources, queried_on=self._day.text().strip())
