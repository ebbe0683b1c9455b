"""The agenda before the meeting: made from the order, arranged, planned anew when late."""

from functools import partial

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from reviewer_app.domain.agenda import ItemKind, ItemState, Titles
from reviewer_app.queries.agenda_desk import AgendaDesk, agenda_desk
from reviewer_app.workflow.arrange_agenda import (
    change_item,
    insert_item,
    move_item,
    order_applications,
    put_item,
    remove_item,
)
from reviewer_app.workflow.keep_agenda import (
    agenda_as_drawn,
    drop_item,
    make_agenda,
    move_agenda,
)
from reviewer_app.workspace import Workspace
from ui.desk import Desk
from ui.dialogs.reason import ReasonDialog
from ui.place import Destination, Screen
from ui.screens.session.before.agenda_item import AgendaItemDialog
from ui.screens.session.before.agenda_rows import (
    exits_sentence,
    headline,
    offer_sentence,
    warnings,
)
from ui.screens.session.before.agenda_table import AgendaTable
from ui.screens.session.before.panel_column import scrolled_column
from ui.theme.theme import scaled
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow import flow_row
from ui.widgets.labels import button, label
from ui.widgets.notice import Notice

_NO_SESSION, _NO_AGENDA, _AGENDA = 0, 1, 2


class AgendaPanel(Screen):
    """Items in their order with times; what is wrong with them above, what can be done below."""

    watches = frozenset(
        {"agenda_item", "session", "session_day", "draw", "application", "sheet", "person"}
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._found: AgendaDesk | None = None
        self._may = False
        self._asked = 0
        self._build()
        self._build_deeds()
        self._lay_out()
        self._table.row_chosen.connect(self._offer)
        self._table.row_opened.connect(self._change)
        self._table.shifted.connect(self._shift)
        self._table.dropped.connect(self._put)
        self._notice.acted.connect(self._take_offer)

    def look_again(self) -> None:
        if self.desk.look(_has_no_session):
            self._pages.setCurrentIndex(_NO_SESSION)
            return
        found = self._found = self.desk.look(agenda_desk)
        self._may = self.desk.look(_may_arrange)
        chosen = self._table.chosen()
        key = chosen.row.item.key if chosen is not None else 0
        self._table.items.show(found.lines)
        keys = [line.row.item.key for line in found.lines]
        if key in keys:
            self._table.choose_row(self._table.items.index(keys.index(key), 0))
        self._pages.setCurrentIndex(_AGENDA if found.lines else _NO_AGENDA)
        self._say(found)
        self._offer()

    def _build(self) -> None:
        _ = self.translate
        self._table = AgendaTable(_)
        self._notice = Notice()
        self._notice.setObjectName("agenda_notice")
        self._warned = Notice()
        self._warned.setObjectName("agenda_warning")
        self._told = label("", "secondary", wrap=True)
        self._told.setObjectName("agenda_exits")
        step = (_("Make the agenda"), self._make)
        text = _(
            "The agenda is made from the order of the defences: opening, a pause each ninety"
            " minutes, noon, and the discussion at the end. Everything can be moved afterwards."
        )
        self._empty = EmptyState("calendar", text, step)

    def _build_deeds(self) -> None:
        _ = self.translate
        self._again = button(_("&Make anew from the order"), self._make, name="refresh-cw")
        self._up = button(_("&Up"), self._move_up, name="arrow-up", tip=_("Alt+Up"))
        self._down = button(_("&Down"), self._move_down, name="arrow-down", tip=_("Alt+Down"))
        self._insert = button(_("&Put in…"), self._ask_item, name="plus")
        self._edit = button(_("Chan&ge…"), self._change, name="pencil")
        self._out = button(_("&Take out…"), self._take_out, name="trash-2")
        self._late = button(_("Plan anew from &now"), self._plan_anew, name="clock")
        self._print = button(_("Order on paper"), self._to_paper, name="printer")
        names = (
            *("make_agenda", "move_up", "move_down", "insert_item", "change_item"),
            *("take_out", "move_agenda", "print_agenda"),
        )
        for made, name in zip(self._deeds(), names, strict=True):
            made.setObjectName(name)

    def _deeds(self) -> tuple[QWidget, ...]:
        return (
            *(self._again, self._up, self._down, self._insert, self._edit, self._out),
            *(self._late, self._print),
        )

    def _lay_out(self) -> None:
        _ = self.translate
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(8))
        column.addWidget(self._warned)
        column.addWidget(self._notice)
        self._table.setMinimumHeight(scaled(200))
        column.addWidget(self._table, 1)
        column.addWidget(self._told)
        column.addWidget(flow_row(scaled(4), *self._deeds()))
        self._pages = QStackedWidget()
        self._pages.addWidget(EmptyState("calendar", _("Set up the meeting first.")))
        self._pages.addWidget(self._empty)
        self._pages.addWidget(inside)
        scrolled_column(self).addWidget(self._pages)

    def _say(self, found: AgendaDesk) -> None:
        _ = self.translate
        said = warnings(found, _)
        self._warned.hide()
        if said:
            self._warned.say(" ".join(said), "attention")
        self._notice.hide()
        if found.offer is not None and self._may:
            self._notice.say(offer_sentence(found, _), "good", _("Take this order"), "offer")
        self._told.setText(exits_sentence(found, _))

    def _offer(self) -> None:
        line, found = self._table.chosen(), self._found
        planned = [
            one.row.item.key
            for one in (found.lines if found else ())
            if one.row.item.state is ItemState.PLANNED
        ]
        key = line.row.item.key if line is not None else 0
        is_planned = self._may and key in planned
        self._up.setEnabled(is_planned and planned[0] != key)
        self._down.setEnabled(is_planned and planned[-1] != key)
        self._edit.setEnabled(is_planned)
        self._out.setEnabled(is_planned)
        self._insert.setEnabled(self._may)
        self._again.setEnabled(self._may)
        self._late.setEnabled(self._may and bool(found and found.is_late))

    def _make(self) -> None:
        _ = self.translate
        titles = Titles(
            opening=_("Discipline, policy and scoring standard"),
            pause=_("Tea break"),
            noon=_("Lunch"),
            discussion=_("Deliberation and signing"),
        )
        self.desk.do(partial(_make, titles=titles))

    def _shift(self, by: int) -> None:
        line = self._table.chosen()
        if line is not None and (self._up if by < 0 else self._down).isEnabled():
            self.desk.do(partial(move_item, key=line.row.item.key, by=by))

    def _move_up(self) -> None:
        self._shift(-1)

    def _move_down(self) -> None:
        self._shift(1)

    def _put(self, what: tuple[int, int]) -> None:
        """Put a dragged item before the row it was let go on."""
        key, row = what
        assert self._found is not None
        keys = [
            line.row.item.key if line.row.item.state is ItemState.PLANNED else 0
            for line in self._found.lines
        ]
        before = sum(bool(one) and one != key for one in keys[:row])
        at = [one for one in keys if one].index(key)
        if before != at:
            self.desk.do(partial(put_item, key=key, place=before))

    def _ask_item(self) -> None:
        dialog = AgendaItemDialog(self, self.translate)
        dialog.given.connect(self._put_in)
        dialog.open()

    def _put_in(self, what: tuple[ItemKind, str, int]) -> None:
        kind, title, minutes = what
        line = self._table.chosen()
        is_planned = line is not None and line.row.item.state is ItemState.PLANNED
        after = line.row.item.key if line is not None and is_planned else 0
        self.desk.do(partial(insert_item, kind=kind, title=title, minutes=minutes, after=after))

    def _change(self) -> None:
        line = self._table.chosen()
        if line is None or not self._edit.isEnabled():
            return
        self._asked = line.row.item.key
        dialog = AgendaItemDialog(self, self.translate, line.row.item)
        dialog.given.connect(self._write_change)
        dialog.open()

    def _write_change(self, what: tuple[ItemKind, str, int]) -> None:
        _kind, title, minutes = what
        self.desk.do(partial(change_item, key=self._asked, title=title, minutes=minutes))

    def _take_out(self) -> None:
        """Take a pause out at once; an application is dropped with a reason."""
        _ = self.translate
        line = self._table.chosen()
        if line is None:
            return
        self._asked = line.row.item.key
        if line.row.item.kind is not ItemKind.APPLICATION:
            self.desk.do(partial(remove_item, key=self._asked))
            return
        dialog = ReasonDialog(
            self,
            _("Take {item} off the agenda").format(item=headline(line, _)),
            [
                _("It stays on the agenda as dropped, with the reason in the minutes."),
                _("Its standing in the review is changed in the place of applications."),
            ],
            ask=_("Reason"),
            do=_("Take off"),
            leave=_("Leave it"),
        )
        dialog.given.connect(self._drop)
        dialog.open()

    def _drop(self, reason: str) -> None:
        self.desk.do(partial(drop_item, key=self._asked, reason=reason))

    def _plan_anew(self) -> None:
        self.desk.do(move_agenda)

    def _take_offer(self, _name: str) -> None:
        assert self._found is not None
        assert self._found.offer is not None
        self.desk.do(partial(order_applications, order=self._found.offer.order))

    def _to_paper(self) -> None:
        self.going.emit(Destination("reports", "agenda"))


def _make(workspace: Workspace, titles: Titles) -> None:
    make_agenda(workspace, agenda_as_drawn(workspace, titles))


def _has_no_session(workspace: Workspace) -> bool:
    return workspace.moment.phase is None


def _may_arrange(workspace: Workspace) -> bool:
    return workspace.may("make_agenda")
