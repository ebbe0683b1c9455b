"""The first step before the meeting: its days and ways, set up once and changed later."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reviewer_app.domain.session import SessionDay
from reviewer_app.queries.batch import batch_title
from reviewer_app.queries.session_plan import session_plan
from reviewer_app.workflow.make_rehearsal import (
    RehearsalOrder,
    make_rehearsal,
    rehearsal_place,
)
from reviewer_app.workflow.session_steps import (
    begin_session,
    change_meeting,
    plan_days,
    settle_ways,
)
from reviewer_app.workspace import Workspace
from ui.desk import Desk, Task
from ui.dialogs.confirm import ConfirmDialog
from ui.jobs import Progress
from ui.place import OtherBatch, Screen
from ui.screens.session.before.setup_form import SetupForm
from ui.theme.theme import scaled
from ui.widgets.labels import button, label
from ui.widgets.scrolling import scrolled


class SetupPanel(Screen):
    """The form; before there is a meeting one button sets it up, afterwards all is kept at once."""

    watches = frozenset({"session", "session_day", "attendance", "agenda_item", "application"})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        _ = self.translate
        self._stands = self._was_shown = False
        self._told = label("", "secondary", wrap=True)
        self._form = SetupForm(self.translate)
        self._begin = button(_("Set up the meeting"), self._ask, kind="primary", name="check")
        self._begin.setObjectName("begin_session")
        self._rehearse = button(_("Rehearse this meeting…"), self._ask_rehearsal, name="play")
        self._rehearse.setObjectName("rehearse")
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(scaled(24), scaled(16), scaled(24), scaled(16))
        column.setSpacing(scaled(12))
        column.addWidget(label(_("Days and ways of the meeting"), "section"))
        column.addWidget(self._told)
        column.addWidget(self._form)
        foot = QHBoxLayout()
        foot.addWidget(self._rehearse)
        foot.addStretch(1)
        foot.addWidget(self._begin)
        column.addLayout(foot)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        self._area = scrolled(inside)
        whole.addWidget(self._area)
        self._form.days_edited.connect(self._plan_days)
        self._form.meeting_edited.connect(self._change_meeting)
        self._form.ways_edited.connect(self._settle_ways)

    def look_again(self) -> None:
        _ = self.translate
        found = self.desk.look(session_plan)
        self._stands = found.plan is not None
        if self._stands or not self._was_shown:
            self._form.show_plan(found)
        self._was_shown = True
        self._begin.setVisible(found.may_begin)
        self._rehearse.setVisible(found.may_rehearse)
        self._told.setText(
            _("Every change here is kept at once.")
            if self._stands
            else _("A batch has one meeting. It may last several days.")
        )

    def show_subject(self, subject: str, part: str) -> None:  # noqa: ARG002 - as all places
        self._area.verticalScrollBar().setValue(0)
        self._form.setFocus()

    def may_leave(self) -> bool:
        self._form.finish()
        return True

    def _ask(self) -> None:
        """Ask once: that a meeting was set up is not undone."""
        _ = self.translate
        self._form.finish()
        if not self._form.is_sensible():
            return
        days = self._form.plan().days
        told = [f"{day.day} {day.begins}–{day.ends}" for day in days]
        past = [day.day for day in days if day.day < self.desk.look(session_plan).today]
        lines = (
            _("Days of the meeting: {days}").format(days=_("; ").join(told)),
            *(_("{day} is past already.").format(day=day) for day in past),
            _("The batch has this one meeting; setting it up is not undone."),
            _("Days, place, chair and minutes can be changed at any time."),
            _("Rounds and way of signing can be changed until the scoring is opened."),
        )
        dialog = ConfirmDialog(
            self, _("Set up the meeting?"), lines, do=_("Set it up"), leave=_("Look again")
        )
        dialog.given.connect(self._set_up)
        dialog.open()

    def _set_up(self) -> None:
        _ = self.translate
        if self.desk.do(partial(begin_session, plan=self._form.plan())):
            self.said.emit(_("The meeting is set up. Next: who is here."))

    def _ask_rehearsal(self) -> None:
        """Say what a rehearsal is before one is made."""
        _ = self.translate
        place = self.desk.look(partial(rehearsal_place, mark=_("rehearsal")))
        lines = (
            _("It takes over scheme, applications, panel, list of experts and recusals."),
            _("No score comes along, and no attachment: their pages cannot be opened in it."),
            _("It is a file of its own for good: {name}.").format(name=place.name),
            _("Every page of it says that it counts for nothing; nothing of it enters this batch."),
            _("Members whom nobody plays can be given invented scores."),
        )
        dialog = ConfirmDialog(
            self, _("Rehearse this meeting?"), lines, do=_("Make the rehearsal"), leave=_("Not now")
        )
        dialog.given.connect(partial(self._make_rehearsal, place))
        dialog.open()

    def _make_rehearsal(self, place: Path) -> None:
        _ = self.translate
        title = _("{title} (rehearsal)").format(title=self.desk.look(batch_title))
        order = RehearsalOrder(place, title, _("Second reader of the rehearsal"))
        self.desk.work(Task(_("Making the rehearsal"), partial(_made, order), self._open_rehearsal))

    def _open_rehearsal(self, place: Path) -> None:
        self.wanted.emit(OtherBatch(place))

    def _plan_days(self, days: tuple[SessionDay, ...]) -> None:
        if self._stands and not self.desk.do(partial(plan_days, days=days)):
            self.look_again()

    def _change_meeting(self) -> None:
        plan = self._form.plan()
        stored = self.desk.look(session_plan).plan
        now = (plan.place, plan.host, plan.lengths)
        if stored is None or now == (stored.place, stored.host, stored.lengths):
            return
        deed = partial(change_meeting, place=plan.place, host=plan.host, lengths=plan.lengths)
        if not self.desk.do(deed):
            self.look_again()

    def _settle_ways(self) -> None:
        plan = self._form.plan()
        if self._stands and not self.desk.do(
            partial(settle_ways, way=plan.way, signing=plan.signing)
        ):
            self.look_again()


def _made(order: RehearsalOrder, workspace: Workspace, _progress: Progress) -> Path:
    return make_rehearsal(workspace, order)
