"""The list of experts to draw from: how it comes in, and who may be drawn."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from reviewer_app.domain.drawing import Listing
from reviewer_app.i18n import Translator
from reviewer_app.queries.expert_draw import DrawDesk, DrawLine
from ui.models.table import TableModel
from ui.screens.session.before.draw_rows import list_columns
from ui.theme.theme import scaled
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow import flow_row
from ui.widgets.labels import button, label
from ui.widgets.table_view import TableView


class DrawList(QWidget):
    """Every expert of the list, one a row, with why one cannot be drawn.

    Signals:
        importing: a workbook is to be read.
        taking_panel: the reviewers of the batch are to be the list.
        clearing: the list is to be emptied.
        deciding: (row, `Listing`) about one expert.
    """

    importing = Signal()
    taking_panel = Signal()
    clearing = Signal()
    deciding = Signal(object)

    def __init__(self, translate: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.translate = translate
        self._row: DrawLine | None = None
        self._build()
        self._lay_out()
        self._table.row_chosen.connect(self._choose)

    def show_desk(self, desk: DrawDesk, *, may_change: bool) -> None:
        """Show the list, keeping the chosen row."""
        _ = self.translate
        kept = self._row.listed.person.number if self._row is not None else ""
        self._may_change = may_change
        self._model.show(desk.lines)
        self._row = None
        self._table.choose_row(self._model.index_where(_NumberIs(kept)))
        self._stack.setCurrentIndex(1 if desk.lines else 0)
        barred = sum(line.barred is not None for line in desk.lines)
        told = _("{all} on the list, {able} may be drawn, {barred} shut out")
        counts = {"all": len(desk.lines), "able": len(desk.lines) - barred, "barred": barred}
        self._told.setText(told.format(**counts) if desk.lines else "")
        self._offer()

    def _build(self) -> None:
        _ = self.translate
        self._may_change = False
        self._model = TableModel(list_columns(_), self)
        self._table = TableView(self._model, _("Experts to draw from"))
        self._table.setObjectName("expert_list")
        self._told = label("", "secondary")
        self._told.setObjectName("expert_count")
        self._empty = EmptyState(
            "users",
            _(
                "The list of experts to draw from comes here: a workbook with the columns of"
                " the reviewers (number, name, organisation, title, speciality), or the"
                " reviewers of this batch."
            ),
        )
        self._import = button(_("&Import a list…"), self.importing.emit, name="download")
        self._panel = button(_("Take the batch's reviewers"), self.taking_panel.emit, name="users")
        self._out = button(_("&Shut out…"), self._shut_out, name="circle-slash")
        self._in = button(_("&Let in…"), self._let_in, name="circle-check")
        self._rule = button(_("Leave it to the rules"), self._by_rule, name="rotate-ccw")
        self._clear = button(_("Empty the list"), self.clearing.emit, name="trash-2")
        names = ("import_list", "take_panel", "shut_out", "let_in", "by_rule", "clear_list")
        for made, name in zip(self._deeds(), names, strict=True):
            made.setObjectName(name)

    def _deeds(self) -> tuple[QWidget, ...]:
        return (self._import, self._panel, self._out, self._in, self._rule, self._clear)

    def _lay_out(self) -> None:
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._table)
        self._table.setMinimumHeight(scaled(180))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(8))
        column.addWidget(flow_row(scaled(4), *self._deeds()))
        column.addWidget(self._stack, 1)
        column.addWidget(self._told)

    def _choose(self, row: DrawLine) -> None:
        self._row = row
        self._offer()

    def _offer(self) -> None:
        row = self._row
        listing = row.listed.listing if row is not None else None
        self._import.setEnabled(self._may_change)
        self._panel.setEnabled(self._may_change)
        self._clear.setEnabled(self._may_change and bool(self._model.shown()))
        can = self._may_change and row is not None
        self._out.setEnabled(can and row is not None and row.barred is None)
        self._in.setEnabled(can and row is not None and row.barred is not None)
        self._rule.setEnabled(can and listing is not Listing.BY_RULE)

    def _shut_out(self) -> None:
        self.deciding.emit((self._row, Listing.SHUT_OUT))

    def _let_in(self) -> None:
        self.deciding.emit((self._row, Listing.LET_IN))

    def _by_rule(self) -> None:
        self.deciding.emit((self._row, Listing.BY_RULE))


class _NumberIs:
    """Finds the row of an expert again."""

    def __init__(self, number: str) -> None:
        self._number = number

    def __call__(self, row: DrawLine) -> bool:
        return row.listed.person.number == self._number
