"""The agenda at the left of the desk: what was, what runs, what comes; one item is chosen."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHeaderView, QMenu, QPushButton, QVBoxLayout, QWidget

from reviewer_app.domain.agenda import ItemState
from reviewer_app.i18n import Translator
from reviewer_app.queries.session_desk import DeskRow, SessionDesk
from reviewer_app.words.agenda import item_state_name
from ui.models.table import TableColumn, TableModel
from ui.screens.session.room.rows import agenda_text, headline, planned_time, real_time, state_icon
from ui.theme.theme import scaled
from ui.widgets.flow import flow_row
from ui.widgets.labels import button, label
from ui.widgets.table_view import TableView

_TWO_LINES = 52
_SIGN = 48
"""Room for the sign before a word and the space around them."""
_ITEM, _STATE = 1, 2
"""The column that takes the room the others leave, and the one as wide as its words."""


class AgendaPanel(QWidget):
    """Items with planned and real times; buttons act on the chosen one.

    Signals:
        calling, dropping, withdrawing, disclosing: the user wants it of an item (`DeskRow`).
        moving: what has not begun shall be planned anew.
    """

    calling = Signal(object)
    dropping = Signal(object)
    withdrawing = Signal(object)
    disclosing = Signal(object)
    moving = Signal()

    def __init__(self, translate: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.translate = _ = translate
        self._desk: SessionDesk | None = None
        self._build_table()
        self._build_buttons()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(8))
        column.addWidget(label(_("Agenda of the meeting"), "section"))
        column.addWidget(self._view, 1)
        column.addWidget(flow_row(scaled(8), self._call_up, self._open, self._more))

    def show_desk(self, desk: SessionDesk) -> None:
        """Show the agenda; the chosen item stays chosen, else what runs or comes is."""
        chosen = self.chosen()
        is_same = self._desk is not None and self._desk.rows == desk.rows
        self._desk = desk
        if is_same:  # a timer that is paused moves no row
            self._offer()
            return
        self._model.show(desk.rows)
        kept = chosen.item.key if chosen is not None else 0
        if desk.about is not None and not any(row.item.key == kept for row in desk.rows):
            kept = desk.about.item.key
        self.choose(kept)

    def choose(self, key: int) -> None:
        """Make an item the chosen one."""
        self._view.choose_row(self._model.index_where(lambda row: row.item.key == key))
        self._offer()

    def choose_application(self, number: str) -> None:
        """Make the item of an application the chosen one."""
        found = self._model.index_where(lambda row: row.item.application == number)
        self._view.choose_row(found)
        self._offer()

    def chosen(self) -> DeskRow | None:
        """Give the chosen item."""
        index = self._view.currentIndex()
        return self._model.row_at(index) if index.isValid() else None

    def _build_table(self) -> None:
        _ = self.translate
        self._model = TableModel(
            (
                TableColumn[DeskRow](
                    "time", _("Time"), self._times, width=104, role=self._role, optional=False
                ),
                TableColumn[DeskRow](
                    "item", _("Item"), self._name, width=144, role=self._role,
                    tip=self._headline, optional=False,
                ),
                TableColumn[DeskRow](
                    "state", _("Progress"), self._state, width=100, icon=self._icon,
                    role=self._role, optional=False,
                ),
            ),
            self,
        )  # fmt: skip
        self._view = TableView(self._model, _("Agenda of the meeting"), row_height=_TWO_LINES)
        self._view.setObjectName("agenda")
        self._view.setSortingEnabled(False)
        self._view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self._view.horizontalHeader()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(_ITEM, QHeaderView.ResizeMode.Stretch)
        self._view.setColumnWidth(_STATE, self._width_of_states())
        self._view.setMinimumWidth(scaled(340))
        self._view.row_chosen.connect(self._offer)
        self._view.row_opened.connect(self._call)

    def _build_buttons(self) -> None:
        _ = self.translate
        tip = _("Begin this item now (Enter)")
        self._call_up = button(_("Call up"), self._call, name="play", tip=tip)
        self._call_up.setObjectName("call_item")
        self._open = button(_("Disclose…"), self._disclose, name="eye")
        self._open.setObjectName("disclose_item")
        self._more = QPushButton(_("More about the item"))
        self._more.setObjectName("more_item")
        self._more.setProperty("opens", "menu")
        menu = QMenu(self._more)
        self._drop_it = self._entry(menu, "drop_item", _("Take out…"), self._drop)
        self._withdraw_it = self._entry(menu, "withdraw_item", _("Withdrawn…"), self._withdraw)
        self._move = self._entry(menu, "move_agenda", _("Plan the rest anew"), self.moving.emit)
        self._more.setMenu(menu)

    def _entry(self, menu: QMenu, name: str, text: str, act: Callable[[], object]) -> QAction:
        made = menu.addAction(text)
        made.setObjectName(name)
        made.triggered.connect(act)
        return made

    def _offer(self) -> None:
        """Offer what can be done with the chosen item."""
        row, desk = self.chosen(), self._desk
        if desk is None:
            return
        rights = desk.rights
        state = row.item.state if row is not None else ItemState.DROPPED
        is_open = state in (ItemState.PLANNED, ItemState.CURRENT)
        is_application = row is not None and bool(row.item.application)
        may_call = rights.lead and row is not None and state is not ItemState.CURRENT
        self._call_up.setEnabled(may_call)
        self._drop_it.setEnabled(rights.lead and is_open)
        is_in = is_application and state is not ItemState.DROPPED
        self._withdraw_it.setEnabled(rights.withdraw and is_in)
        self._move.setEnabled(rights.lead and desk.following is not None)
        self._open.setVisible(rights.disclose)
        self._open.setEnabled(row is not None and is_application and not row.is_disclosed)
        self._call_up.setVisible(rights.lead)
        self._more.setVisible(rights.lead or rights.withdraw)

    def _width_of_states(self) -> int:
        """Give the width of the longest word, without asking 300 rows for theirs."""
        metrics = self._view.fontMetrics()
        words = [item_state_name(state, self.translate) for state in ItemState]
        return max(metrics.horizontalAdvance(word) for word in words) + scaled(_SIGN)

    def _times(self, row: DeskRow) -> str:
        real = real_time(row.item)
        several = self._desk is not None and len(self._desk.session.plan.days) > 1
        planned = planned_time(row.item, with_day=several)
        return f"{planned}\n{real}" if real else planned

    def _name(self, row: DeskRow) -> str:
        return agenda_text(row, self.translate)

    def _headline(self, row: DeskRow) -> str:
        return headline(row, self.translate)

    def _state(self, row: DeskRow) -> str:
        _ = self.translate
        word = item_state_name(row.item.state, _)
        disclosed = _("lies open")
        return f"{word}\n{disclosed}" if row.is_disclosed else word

    def _icon(self, row: DeskRow) -> str:
        return state_icon(row.item.state)

    def _role(self, row: DeskRow) -> str:
        match row.item.state:
            case ItemState.CURRENT:
                return "accent"
            case ItemState.PLANNED:
                return "text"
            case _:
                return "faint"

    def _call(self) -> None:
        self._tell(self.calling)

    def _drop(self) -> None:
        self._tell(self.dropping)

    def _withdraw(self) -> None:
        self._tell(self.withdrawing)

    def _disclose(self) -> None:
        self._tell(self.disclosing)

    def _tell(self, signal: SignalInstance) -> None:
        row = self.chosen()
        if row is not None:
            signal.emit(row)
