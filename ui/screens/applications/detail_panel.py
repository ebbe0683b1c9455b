"""The rows behind the sums: counted, or struck off with a reason and by whom."""

from functools import partial

from PySide6.QtWidgets import QTabWidget, QWidget

from reviewer_app.domain.application import DetailKind, DetailRow
from reviewer_app.domain.details import (
    DETAIL_COLUMNS,
    DETAIL_TITLES,
    DetailColumn,
    DetailType,
    fed_inputs,
)
from reviewer_app.i18n import Translator
from reviewer_app.queries.application import ApplicationPage
from reviewer_app.words.computation import input_on_paper, short_labels
from reviewer_app.workflow.strike_detail import count_detail, strike_detail
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
from ui.widgets.labels import button, label
from ui.widgets.table_view import TableView

_NUMBERS = (DetailType.NUMBER, DetailType.COUNT, DetailType.MONEY)


def detail_columns(kind: DetailKind, _: Translator) -> tuple[TableColumn[DetailRow], ...]:
    """Give the columns of a detail table; whether a row counts stands first."""
    return (
        TableColumn(
            "line", _("Line"), lambda row: str(row.line), sort=lambda row: row.line, width=56
        ),
        TableColumn(
            "counted",
            _("Counted"),
            lambda row: counted_text(row, _),
            sort=lambda row: row.counted,
            role=lambda row: "good" if row.counted else "wrong",
            icon=lambda row: "circle-check" if row.counted else "circle-slash",
            width=150,
        ),
        *(_column(column, _) for column in DETAIL_COLUMNS[kind]),
    )


def counted_text(row: DetailRow, _: Translator) -> str:
    """Say whether a row counts, else why not and who said so."""
    if row.counted:
        return _("counted")
    text = _("struck off: {reason} ({by})")
    return text.format(reason=row.reason, by=row.decided_by or "-")


def _column(column: DetailColumn, _: Translator) -> TableColumn[DetailRow]:
    return TableColumn(
        column.key,
        column.header if _.language == "zh_CN" else column.header_en.replace("_", " "),
        partial(_shown, column, _),
        is_number=column.type in _NUMBERS,
        role=lambda row: "text" if row.counted else "faint",
        width=110 if column.type in _NUMBERS else 140,
    )


def _shown(column: DetailColumn, _: Translator, row: DetailRow) -> str:
    text = row.fields.get(column.key, "")
    if column.type is DetailType.FLAG and text:
        return _("yes") if text in ("1", "是") else _("no")
    return text


def _is_same_line(left: DetailRow, right: DetailRow) -> bool:
    return left.line == right.line


class DetailPanel(Panel):
    """A table a kind; what is struck off stays to be seen."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        _ = self.translate
        self._models = {kind: TableModel(detail_columns(kind, _), self) for kind in DetailKind}
        self._tables = {
            kind: table(self, model, self._title(kind)) for kind, model in self._models.items()
        }
        self._tabs = QTabWidget()
        for kind, view in self._tables.items():
            self._tabs.addTab(view, self._title(kind))
            view.row_chosen.connect(self._chosen)
        self._feeds = label("", "secondary", wrap=True)
        self._reason = line(_("Reason"), _("Reason why the row does not count"))
        self._strike = button(_("Strike off"), self._strike_row, name="circle-slash")
        self._count = button(_("Count again"), self._count_row, name="circle-check")
        column = column_of(self)
        column.addWidget(self._tabs, 1)
        column.addWidget(self._feeds)
        column.addLayout(row_of(self._reason, self._strike, self._count, stretch=False))
        self._tabs.currentChanged.connect(self._offer)
        self._reason.returnPressed.connect(self._strike_row)

    def show_again(self, page: ApplicationPage) -> None:
        for place, (kind, view) in enumerate(self._tables.items()):
            rows = page.details.get(kind, ())
            show_rows(view, self._models[kind], rows, _is_same_line)
            counted = sum(row.counted for row in rows)
            self._tabs.setTabText(place, f"{self._title(kind)} {counted}/{len(rows)}")
        self._offer()

    def _title(self, kind: DetailKind) -> str:
        zh, en = DETAIL_TITLES[kind]
        return zh if self.translate.language == "zh_CN" else en

    def _kind(self) -> DetailKind:
        return tuple(self._tables)[self._tabs.currentIndex()]

    def _view(self) -> TableView:
        return self._tables[self._kind()]

    def _row(self) -> DetailRow | None:
        return chosen_row(self._view(), self._models[self._kind()])

    def _chosen(self, _row: DetailRow) -> None:
        self._offer()

    def _offer(self) -> None:
        row = self._row()
        self._strike.setEnabled(row is not None and row.counted)
        self._count.setEnabled(row is not None and not row.counted)
        self._reason.setEnabled(row is not None and row.counted)
        if self.page is None:
            return
        _, scheme = self.translate, self.page.scheme
        labels, metrics = short_labels(scheme), self.page.application.metrics
        fed = [
            f"{labels[key]} {input_on_paper(scheme.input_by_key[key], metrics[key], _)}"
            for key in fed_inputs(self._kind())
            if key in labels and metrics.get(key)
        ]
        self._feeds.setText(_("Feeds: {inputs}").format(inputs=" · ".join(fed)) if fed else "")

    def _strike_row(self) -> None:
        row = self._row()
        if row is None:
            return
        place = {"kind": row.kind, "line": row.line}
        if self.do(strike_detail, reason=self._reason.text(), **place):
            self._reason.take()
            self._view().setFocus()
        else:
            self._reason.setFocus()

    def _count_row(self) -> None:
        row = self._row()
        if row is not None:
            self.do(count_detail, kind=row.kind, line=row.line)
