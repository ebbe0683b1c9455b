"""What two persons typed differently, and one line to settle it from the paper."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from reviewer_app.i18n import Translator
from reviewer_app.queries.paper_entry import MismatchKind, PaperTable
from ui.models.table import TableColumn, TableModel
from ui.screens.entry.rows import Difference, differences
from ui.theme.theme import scaled
from ui.widgets.labels import button, frame, label
from ui.widgets.table_view import TableView


class DifferencePanel(QWidget):
    """A table of differences, hidden while there is none.

    Signals:
        settling: what was typed about a difference (`Mismatch`, text).
        sheet_chosen: the sheet of a difference (application, reviewer).
    """

    settling = Signal(object)
    sheet_chosen = Signal(object)

    def __init__(self, translate: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.translate = translate
        self._chosen: Difference | None = None
        self._build()
        self._lay_out()
        self._table.row_chosen.connect(self._choose)
        self._text.returnPressed.connect(self._settle)

    def show_table(self, table: PaperTable) -> None:
        """Show the open differences of the batch."""
        _ = self.translate
        rows = differences(table, _)
        held = len({item.mismatch.application + item.mismatch.reviewer for item in rows
                    if item.mismatch.holds_back})  # fmt: skip
        title = _("Look at the paper: {count} differences, {held} sheets held back")
        self._title.setText(title.format(count=len(rows), held=held))
        self._model.show(rows)
        self.setVisible(bool(rows))
        kept = self._model.index_where(self._is_chosen)
        self._table.choose_row(kept if kept.isValid() else self._model.index(0, 0))
        if not rows:
            self._choose(None)

    def _build(self) -> None:
        _ = self.translate
        self._title = label("", "section")
        columns = (
            TableColumn[Difference]("sheet", _("Sheet"), _sheet, width=190),
            TableColumn[Difference]("kind", _("What differs"), _kind, width=116, role=_role),
            TableColumn[Difference]("what", _("Indicator"), _what, width=130),
            TableColumn[Difference]("one", _("One"), _one, width=118),
            TableColumn[Difference]("other", _("Other"), _other, width=118),
        )
        self._model = TableModel(columns, self)
        self._table = TableView(self._model, _("Differences between paper and entries"))
        self._table.setMinimumHeight(scaled(100))
        self._told = label("", "secondary", wrap=True)
        self._text = QLineEdit()
        self._do = button("", self._settle)

    def _lay_out(self) -> None:
        deed = QVBoxLayout()
        deed.addWidget(self._told)
        deed.addStretch(1)
        deed.addWidget(self._text)
        deed.addWidget(self._do)
        body = QHBoxLayout()
        body.setSpacing(scaled(16))
        body.addWidget(self._table, 7)
        body.addLayout(deed, 4)
        column = QVBoxLayout()
        column.setContentsMargins(*(scaled(8),) * 4)
        column.addWidget(self._title)
        column.addLayout(body, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, scaled(8), 0, 0)
        whole.addWidget(frame("raised", column))

    def _is_chosen(self, row: Difference) -> bool:
        chosen = self._chosen
        return chosen is not None and row.mismatch == chosen.mismatch

    def _choose(self, row: Difference | None) -> None:
        _ = self.translate
        if row is None or not self._is_chosen(row):
            self._text.clear()
        self._chosen = row
        if row is None:
            return
        told, name, deed = _question(row.mismatch.kind, _)
        self._told.setText(told)
        self._text.setPlaceholderText(name)
        self._text.setAccessibleName(name)
        self._do.setText(deed)
        settles = row.mismatch.kind is not MismatchKind.OBJECTIVE
        self._text.setVisible(settles)
        self._do.setVisible(settles)
        self.sheet_chosen.emit((row.mismatch.application, row.mismatch.reviewer))

    def _settle(self) -> None:
        if self._chosen is not None and self._text.text().strip():
            self.settling.emit((self._chosen.mismatch, self._text.text()))


def _question(kind: MismatchKind, _: Translator) -> tuple[str, str, str]:
    """Say what to do about a kind of difference, what the field takes, what the button does."""
    match kind:
        case MismatchKind.ENTRIES:
            return (
                _("Look at the paper and type what stands there. It goes into both entries."),
                _("As on the paper"),
                _("Settle"),
            )
        case MismatchKind.TOTAL:
            return (
                _(
                    "If the total was typed wrongly, type it again in the grid. If the reviewer"
                    " added wrongly, say so here; the sum of the scores counts."
                ),
                _("Why the total on paper is another"),
                _("Explain the total"),
            )
        case MismatchKind.REASON:
            return (
                _("The score is far from its suggestion. Type the reason written on the paper."),
                _("Reason on the paper"),
                _("Write the reason"),
            )
        case MismatchKind.OBJECTIVE:
            return (
                _("Only compared: the computed score counts. Let the data be looked at."),
                "",
                "",
            )


def _sheet(row: Difference) -> str:
    return row.sheet


def _kind(row: Difference) -> str:
    return row.kind


def _what(row: Difference) -> str:
    return row.what


def _one(row: Difference) -> str:
    return row.one


def _other(row: Difference) -> str:
    return row.other


def _role(row: Difference) -> str:
    return "wrong" if row.mismatch.holds_back else "attention"
