"""The objective scores of an application: formula, data, and the page of the proof."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QComboBox, QWidget

from reviewer_app.domain.application import Computed
from reviewer_app.domain.attachment import Attachment
from reviewer_app.domain.points import format_points
from reviewer_app.domain.scheme import Indicator, IndicatorKind, Scheme
from reviewer_app.i18n import Translator
from reviewer_app.queries.application import ApplicationPage, Proof
from reviewer_app.words.computation import formula_on_paper, input_on_paper, short_labels
from reviewer_app.workflow.set_evidence import set_evidence
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

_NO_PROOF = Proof("", "", "")


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """A computed indicator; `data` are its inputs with their values, a line each."""

    indicator: Indicator
    score: str
    data: str
    formula: str
    proof: Proof


def score_columns(_: Translator) -> tuple[TableColumn[ScoreRow], ...]:
    """Give the columns of the computed scores."""
    return (
        TableColumn(
            "indicator",
            _("Indicator"),
            lambda row: f"{row.indicator.code} {_name(row.indicator, _)}",
            width=210,
        ),
        TableColumn(
            "score",
            _("Score"),
            lambda row: or_dash(row.score),
            is_number=True,
            role=lambda row: "text" if row.score else "attention",
            width=76,
        ),
        TableColumn(
            "maximum",
            _("Maximum"),
            lambda row: format_points(row.indicator.maximum, 0),
            is_number=True,
            width=70,
        ),
        TableColumn("data", _("Data used"), lambda row: row.data, width=320),
        TableColumn(
            "proof",
            _("Proof"),
            lambda row: or_dash(_proof_text(row.proof)),
            icon=lambda row: "paperclip" if row.proof.attachment else "",
            width=180,
        ),
        TableColumn("formula", _("Formula"), lambda row: row.formula, width=420),
    )


def score_rows(page: ApplicationPage, _: Translator) -> Sequence[ScoreRow]:
    """Give the rows in the order of the sheet."""
    return [
        ScoreRow(
            indicator=row,
            score=_score(row, page.computed.get(row.code)),
            data=_data(page.scheme, page.computed.get(row.code), _),
            formula=formula_on_paper(row.formula, page.scheme),
            proof=page.proofs.get(row.code, _NO_PROOF),
        )
        for row in page.scheme.indicators()
        if row.formula is not None
    ]


def _name(indicator: Indicator, _: Translator) -> str:
    name = indicator.name if _.language == "zh_CN" else indicator.name_en or indicator.name
    if indicator.kind is IndicatorKind.ASSISTED:
        return _("{indicator} (suggestion)").format(indicator=name)
    return name


def _score(indicator: Indicator, computed: Computed | None) -> str:
    if computed is None or computed.value is None:
        return ""
    return format_points(computed.value, indicator.places)


def _data(scheme: Scheme, computed: Computed | None, _: Translator) -> str:
    labels = short_labels(scheme)
    found = computed.inputs if computed is not None else {}
    return " · ".join(
        f"{labels[key]} {input_on_paper(scheme.input_by_key[key], value, _)}"
        for key, value in found.items()
        if key in labels
    )


def _proof_text(proof: Proof) -> str:
    return f"{proof.title} {proof.page}".strip()


class ScorePanel(Panel):
    """Computed scores; the proof of the chosen one is recorded and seen beside."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        _ = self.translate
        self._model = TableModel(score_columns(_), self)
        self._table = table(self, self._model, _("Computed scores"))
        self._which = label(_("Choose an indicator to say where its proof stands."), "secondary")
        self._file: QComboBox = choice(_("Attachment"), ())
        self._place = line(_("Page"), _("page, e.g. 12"), width=140)
        self._record = button(_("Record the place"), self._write, name="link")
        self._see = button(_("See the page"), self._show_proof, name="eye")
        column = column_of(self)
        column.addWidget(self._table, 1)
        column.addWidget(self._which)
        column.addLayout(row_of(self._file, self._place, self._record, self._see))
        self._table.row_chosen.connect(self._chosen)
        self._table.row_opened.connect(self._opened)

    def show_again(self, page: ApplicationPage) -> None:
        _ = self.translate
        rows = score_rows(page, _)
        self._offer_files(page.attachments)
        show_rows(self._table, self._model, rows, lambda a, b: a.indicator.code == b.indicator.code)
        self._offer(chosen_row(self._table, self._model))

    def _offer_files(self, files: Sequence[Attachment]) -> None:
        _ = self.translate
        chosen = str(self._file.currentData() or "")
        self._file.clear()
        self._file.addItem(_("(paper only)"), "")
        for item in files:
            self._file.addItem(item.title, item.uuid)
        choose(self._file, chosen)

    def _chosen(self, row: ScoreRow) -> None:
        self._offer(row)

    def _opened(self, row: ScoreRow) -> None:
        self._offer(row)
        self._show_proof()

    def _offer(self, row: ScoreRow | None) -> None:
        for part in (self._file, self._place, self._record):
            part.setEnabled(row is not None)
        self._see.setEnabled(row is not None and bool(row.proof.attachment))
        if row is not None:
            self._which.setText(f"{row.indicator.code}  {row.formula}")
            self._which.setToolTip(row.formula)
            choose(self._file, row.proof.attachment)
            self._place.put(row.proof.page)

    def _write(self) -> None:
        row = chosen_row(self._table, self._model)
        if row is not None:
            self.do(
                set_evidence,
                indicator=row.indicator.code,
                attachment=str(self._file.currentData() or ""),
                page=self._place.text(),
            )

    def _show_proof(self) -> None:
        row = chosen_row(self._table, self._model)
        if row is not None and row.proof.attachment:
            self.pages_wanted.emit(row.proof.attachment, first_page(row.proof.page))


def first_page(text: str) -> int:
    """Give the first number in what was written for a page, 1 without one.

    >>> first_page("第12-14页"), first_page("")
    (12, 1)
    """
    digits = "".join(sign if sign in "0123456789" else " " for sign in text).split()
    return int(digits[0]) if digits else 1
