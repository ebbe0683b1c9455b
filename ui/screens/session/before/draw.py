"""The draw of the panel before the meeting: list, seats, seed, answers, seats taken."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from reviewer_app.domain.drawing import Listing
from reviewer_app.domain.plans import ImportKind
from reviewer_app.queries.expert_draw import (
    OTHER_KINDS,
    DrawDesk,
    DrawLine,
    draw_desk,
    planned_list,
)
from reviewer_app.workflow.change_setting import change_setting
from reviewer_app.workflow.draw_lots import answer_draw
from reviewer_app.workflow.expert_list import clear_list, decide_expert, list_panel, take_list
from reviewer_app.workflow.seat_panel import draw_from_list, seat_panel
from reviewer_app.workspace import Workspace
from ui.desk import Desk
from ui.dialogs.confirm import ConfirmDialog
from ui.dialogs.import_panel import ImportPanel, Target
from ui.dialogs.reason import ReasonDialog
from ui.messages import choose_file
from ui.place import Destination, Screen
from ui.screens.session.before.draw_form import DrawForm
from ui.screens.session.before.draw_list import DrawList
from ui.screens.session.before.draw_result import DrawResult
from ui.screens.session.before.draw_rows import PickRow
from ui.screens.session.before.panel_column import scrolled_column
from ui.theme.theme import scaled
from ui.widgets.empty_state import EmptyState
from ui.widgets.scrolling import scrolled

_LIST, _DRAWN = 0, 1


class DrawPanel(Screen):
    """Two pages: the list with what is said before a draw, and what was drawn."""

    watches = frozenset(
        {"expert", "draw", "draw_pick", "person", "application", "batch_setting", "session"}
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._found: DrawDesk | None = None
        self._deciding: tuple[DrawLine, Listing] | None = None
        self._declining: PickRow | None = None
        self._build()
        self._lay_out()
        self._connect()

    def look_again(self) -> None:
        if self.desk.look(_has_no_session):
            self._whole.setCurrentIndex(0)
            return
        self._whole.setCurrentIndex(1)
        is_first = self._found is None
        found = self._found = self.desk.look(draw_desk)
        may = self.desk.look(_rights)
        self._list.show_desk(found, may_change=may["list_experts"])
        self._form.show_desk(found, may_draw=may["draw_panel"], may_settle=may["change_setting"])
        self._result.show_desk(found, may_answer=may["answer_draw"], may_seat=may["seat_panel"])
        if is_first and found.draws:
            self._tabs.setCurrentIndex(_DRAWN)

    def _build(self) -> None:
        _ = self.translate
        self._tabs = QTabBar()
        self._tabs.setObjectName("draw_pages")
        self._tabs.setAccessibleName(_("Pages of the draw"))
        self._tabs.setExpanding(False)
        self._tabs.setDrawBase(False)
        self._tabs.addTab(_("List and seats"))
        self._tabs.addTab(_("What was drawn"))
        self._list = DrawList(_)
        self._form = DrawForm(_)
        self._result = DrawResult(_)
        self._import = ImportPanel(self.desk, Target(planned_list, take_list))

    def _lay_out(self) -> None:
        _ = self.translate
        before = QWidget()
        row = QHBoxLayout(before)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(scaled(16))
        row.addWidget(self._list, 1)
        side = scrolled(self._form)
        side.setFixedWidth(scaled(380))
        row.addWidget(side)
        self._pages = QStackedWidget()
        self._file = scrolled(self._import)
        for page in (before, self._result, self._file):
            self._pages.addWidget(page)
        both = QWidget()
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._tabs)
        column.addWidget(self._pages, 1)
        self._whole = QStackedWidget()
        self._whole.addWidget(EmptyState("users", _("Set up the meeting first.")))
        self._whole.addWidget(both)
        scrolled_column(self).addWidget(self._whole)

    def _connect(self) -> None:
        self._tabs.currentChanged.connect(self._turn)
        self._list.importing.connect(self._choose_file)
        self._list.taking_panel.connect(self._take_panel)
        self._list.clearing.connect(self._clear)
        self._list.deciding.connect(self._decide)
        self._form.drawing.connect(self._ask_draw)
        self._form.technical_changed.connect(self._settle_technical)
        self._result.coming.connect(self._comes)
        self._result.declining.connect(self._ask_decline)
        self._result.seating.connect(self._seat)
        self._result.printing.connect(self._to_paper)
        self._import.closed.connect(self._back_to_list)
        self._import.imported.connect(self.said)

    def _turn(self, at: int) -> None:
        self._pages.setCurrentIndex(at)

    def _choose_file(self) -> None:
        _ = self.translate
        path = choose_file(self, _("List of experts"), _("Tables (*.xlsx *.csv)"))
        if path is not None:
            self.import_list(path)

    def import_list(self, path: Path) -> None:
        """Show what a workbook would put on the list."""
        self._pages.setCurrentWidget(self._file)
        self._import.begin(ImportKind.REVIEWERS, path)

    def _back_to_list(self) -> None:
        self._tabs.setCurrentIndex(_LIST)
        self._pages.setCurrentIndex(_LIST)

    def _take_panel(self) -> None:
        self.desk.do(list_panel)

    def _clear(self) -> None:
        self.desk.do(clear_list)

    def _decide(self, what: tuple[DrawLine, Listing]) -> None:
        _ = self.translate
        self._deciding = what
        line, listing = what
        if listing is Listing.BY_RULE:
            self._write_decision("")
            return
        name = line.listed.person.name
        out = listing is Listing.SHUT_OUT
        title = _("Shut {name} out of the draw") if out else _("Let {name} be drawn")
        dialog = ReasonDialog(
            self,
            title.format(name=name),
            [_("The reason is printed in the record of the draw.")],
            ask=_("Reason"),
            do=_("Shut out") if out else _("Let in"),
            leave=_("Leave it"),
        )
        dialog.given.connect(self._write_decision)
        dialog.open()

    def _write_decision(self, reason: str) -> None:
        assert self._deciding is not None
        line, listing = self._deciding
        number = line.listed.person.number
        self.desk.do(partial(decide_expert, number=number, listing=listing, reason=reason))

    def _ask_draw(self) -> None:
        _ = self.translate
        wanted = _("; ").join(
            f"{one.seat or _('(no speciality)')}: {one.count}"
            for one in self._form.seats()
            if one.count
        )
        said = self._form.said()
        lines = [
            _("Drawn for: {seats}").format(seats=wanted or _("no seats")),
            _("Seed {seed}, said by {name}.").format(
                seed=said.seed or "—", name=said.supervisor or "—"
            ),
            _("The attempt is counted and printed. It is not undone; another needs a reason."),
        ]
        dialog = ConfirmDialog(
            self, _("Draw the panel now?"), lines, do=_("Draw"), leave=_("Do not draw yet")
        )
        dialog.given.connect(self._draw)
        dialog.open()

    def _draw(self) -> None:
        verb = partial(
            draw_from_list,
            seats=self._form.seats(),
            said=self._form.said(),
            translate=self.translate,
        )
        if self.desk.do(verb):
            self._form.forget_said()
            self._tabs.setCurrentIndex(_DRAWN)

    def _settle_technical(self, others: str) -> None:
        self.desk.do(partial(change_setting, key=OTHER_KINDS, value=others))

    def _comes(self, row: PickRow) -> None:
        self._answer(row, comes=True, note="")

    def _ask_decline(self, row: PickRow) -> None:
        _ = self.translate
        self._declining = row
        dialog = ReasonDialog(
            self,
            _("{name} does not come").format(name=row.name),
            [_("The next substitute for the same speciality is called; the reason is printed.")],
            ask=_("Reason of the refusal"),
            do=_("Note and call the next"),
            leave=_("Leave it"),
        )
        dialog.given.connect(self._decline)
        dialog.open()

    def _decline(self, reason: str) -> None:
        assert self._declining is not None
        self._answer(self._declining, comes=False, note=reason)

    def _answer(self, row: PickRow, *, comes: bool, note: str) -> None:
        assert self._found is not None
        assert self._found.present is not None
        attempt, place = self._found.present.attempt, row.pick.place
        self.desk.do(partial(answer_draw, attempt=attempt, place=place, comes=comes, note=note))

    def _seat(self) -> None:
        _ = self.translate
        if self.desk.do(seat_panel):
            self.said.emit(_("Those who come sit on the panel now; it can be undone."))

    def _to_paper(self) -> None:
        self.going.emit(Destination("reports", "draw"))


def _has_no_session(workspace: Workspace) -> bool:
    return workspace.moment.phase is None


def _rights(workspace: Workspace) -> dict[str, bool]:
    verbs = ("list_experts", "draw_panel", "answer_draw", "seat_panel", "change_setting")
    return {verb: workspace.may(verb) for verb in verbs}
