"""The order of the defences before the meeting: drawn by a seed, or by lots in the room."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from reviewer_app.domain.projector import PROJECTOR_ORDER, RELEASED
from reviewer_app.queries.order_desk import OrderDesk, lots_in_order, order_desk
from reviewer_app.workflow.change_setting import change_setting
from reviewer_app.workflow.draw_lots import draw_order, type_lots
from reviewer_app.workspace import Workspace
from ui.desk import Desk
from ui.dialogs.confirm import ConfirmDialog
from ui.models.table import TableModel
from ui.place import Destination, Screen
from ui.screens.session.before.lot_fields import LotFields
from ui.screens.session.before.order_form import OrderForm
from ui.screens.session.before.order_rows import order_columns
from ui.screens.session.before.panel_column import scrolled_column
from ui.theme.theme import scaled
from ui.widgets.empty_state import EmptyState
from ui.widgets.scrolling import scrolled
from ui.widgets.table_view import TableView


class OrderPanel(Screen):
    """At the left the order that holds, or the lots while they are typed; at the right how."""

    watches = frozenset({"draw", "application", "batch_setting", "person", "session"})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._found: OrderDesk | None = None
        self._build()
        self._lay_out()
        self._form.drawing.connect(self._ask)
        self._form.way_changed.connect(self._show_left)
        self._form.releasing.connect(self._release)
        self._form.printing.connect(self._to_paper)
        self._lots.changed.connect(self._offer)

    def look_again(self) -> None:
        if self.desk.look(_has_no_session):
            self._pages.setCurrentIndex(0)
            return
        self._pages.setCurrentIndex(1)
        found = self._found = self.desk.look(order_desk)
        may = self.desk.look(_may_draw)
        self._model.show(sorted(found.lines, key=lambda line: line.lot))
        self._lots.show_lines(found.lines, may=may)
        self._form.show_desk(found, may_draw=may, may_release=self.desk.look(_may_release))
        self._show_left()

    def _build(self) -> None:
        _ = self.translate
        self._model = TableModel(order_columns(_), self)
        self._table = TableView(self._model, _("Order of the defences"))
        self._table.setObjectName("order_table")
        self._lots = LotFields(_)
        self._form = OrderForm(_)

    def _lay_out(self) -> None:
        _ = self.translate
        self._left = QStackedWidget()
        self._left.addWidget(self._table)
        self._left.setMinimumSize(scaled(320), scaled(260))
        self._left.addWidget(scrolled(self._lots))
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(scaled(16))
        row.addWidget(self._left, 1)
        side = scrolled(self._form)
        side.setFixedWidth(scaled(340))
        row.addWidget(side)
        self._pages = QStackedWidget()
        self._pages.addWidget(EmptyState("gavel", _("Set up the meeting first.")))
        self._pages.addWidget(both)
        scrolled_column(self).addWidget(self._pages)

    def _show_left(self) -> None:
        self._left.setCurrentIndex(1 if self._form.is_by_hand() else 0)
        self._offer()

    def _offer(self) -> None:
        self._form.allow(ready=not (self._form.is_by_hand() and self._lots.faults()))

    def _ask(self) -> None:
        _ = self.translate
        said, by_hand = self._form.said(), self._form.is_by_hand()
        lots = _("Lots drawn in the room, {name} stands by.")
        how = lots if by_hand else _("Seed {seed}, said by {name}.")
        lines = [
            how.format(seed=said.seed or "—", name=said.supervisor or "—"),
            _("The attempt is counted and printed. It is not undone; another needs a reason."),
            _("The projector does not show the order before it is released."),
        ]
        title = _("Write these lots down?") if by_hand else _("Draw the order now?")
        do = _("Write down") if by_hand else _("Draw")
        dialog = ConfirmDialog(self, title, lines, do=do, leave=_("Do not draw yet"))
        dialog.given.connect(self._draw)
        dialog.open()

    def _draw(self) -> None:
        said = self._form.said()
        name, reason = said.supervisor, said.reason
        if self._form.is_by_hand():
            lots = lots_in_order(self._lots.typed())
            done = self.desk.do(partial(type_lots, lots=lots, supervisor=name, reason=reason))
        else:
            done = self.desk.do(partial(draw_order, seed=said.seed, supervisor=name, reason=reason))
        if done:
            self._form.forget_said()
            self._lots.forget()
            self._show_left()

    def _release(self) -> None:
        assert self._found is not None
        value = "" if self._found.is_released else RELEASED
        self.desk.do(partial(change_setting, key=PROJECTOR_ORDER, value=value))

    def _to_paper(self) -> None:
        self.going.emit(Destination("reports", "agenda"))


def _has_no_session(workspace: Workspace) -> bool:
    return workspace.moment.phase is None


def _may_draw(workspace: Workspace) -> bool:
    return workspace.may("draw_order")


def _may_release(workspace: Workspace) -> bool:
    return workspace.may("change_setting")
