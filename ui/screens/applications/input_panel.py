"""The verified data of an application: values, where they come from, corrections."""

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from reviewer_app.domain.scheme import SchemeInput
from reviewer_app.i18n import Translator
from reviewer_app.queries.application import ApplicationPage
from reviewer_app.words.computation import input_on_paper
from reviewer_app.workflow.correct_input import correct_input
from ui.desk import Desk
from ui.models.table import TableColumn, TableModel
from ui.screens.applications.panel import (
    Panel,
    chosen_row,
    column_of,
    line,
    row_of,
    show_rows,
    table,
)
from ui.text import or_dash
from ui.widgets.labels import button, label


@dataclass(frozen=True, slots=True)
class InputRow:
    """One input with its value and where that comes from."""

    input: SchemeInput
    value: str
    origin: str


def input_columns(_: Translator) -> tuple[TableColumn[InputRow], ...]:
    """Give the columns of the inputs."""
    return (
        TableColumn("input", _("Verified data"), lambda row: row.input.label, width=420),
        TableColumn(
            "value",
            _("Value"),
            lambda row: input_on_paper(row.input, row.value, _) if row.value else or_dash(""),
            is_number=True,
            role=lambda row: "text" if row.value else "attention",
            width=220,
        ),
        TableColumn("origin", _("From"), lambda row: origin_name(row.origin, _), width=160),
    )


def origin_name(origin: str, _: Translator) -> str:
    """Say where a value comes from."""
    if origin == "details":
        return _("detail table")
    return _("entered") if origin else _("missing")


class InputPanel(Panel):
    """Values; one that was entered is corrected with a reason."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        _ = self.translate
        self._model = TableModel(input_columns(_), self)
        self._table = table(self, self._model, _("Verified data"))
        self._which = label(_("Choose a value to correct it."), "secondary", wrap=True)
        self._value = line(_("New value"), width=180)
        self._reason = line(_("Reason"), _("Reason of the correction"))
        self._correct = button(_("Correct"), self._write, name="pencil")
        column = column_of(self)
        column.addWidget(self._table, 1)
        column.addWidget(self._which)
        column.addLayout(row_of(self._value, self._reason, self._correct, stretch=False))
        self._table.row_chosen.connect(self._chosen)
        self._offer(row=None)

    def show_again(self, page: ApplicationPage) -> None:
        metrics = page.application.metrics
        rows = [
            InputRow(item, metrics.get(item.key, ""), page.origins.get(item.key, ""))
            for item in page.scheme.inputs
        ]
        show_rows(self._table, self._model, rows, lambda a, b: a.input.key == b.input.key)
        self._offer(chosen_row(self._table, self._model))

    def _chosen(self, row: InputRow) -> None:
        self._offer(row)

    def _offer(self, row: InputRow | None) -> None:
        _ = self.translate
        may = row is not None and row.origin != "details"
        for part in (self._value, self._reason, self._correct):
            part.setEnabled(may)
        if row is None:
            return
        text = _("Derived from the detail table: count rows or strike them off there.")
        self._which.setText(row.input.label if may else text)

    def _write(self) -> None:
        row = chosen_row(self._table, self._model)
        if row is None:
            return
        typed, reason = self._value.text(), self._reason.text()
        if self.do(correct_input, name=row.input.key, typed=typed, reason=reason):
            self._value.take()
            self._reason.take()
