"""The page before the meeting: its steps at the left, the chosen one at the right."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from reviewer_app.domain.preparation import Preparing
from reviewer_app.queries.preparation import preparation
from reviewer_app.workflow.session_steps import back_to_preparation, open_scoring
from ui.desk import Desk
from ui.dialogs.consequence import ConsequenceDialog
from ui.dialogs.reason import ReasonDialog
from ui.place import Destination, Screen
from ui.screens.session.before.foot import Foot
from ui.screens.session.before.step_list import StepList
from ui.screens.session.before.steps import steps_of


class BeforePage(Screen):
    """What is settled before anybody scores, step by step; its end is the opening."""

    watches = frozenset(
        {
            *("session", "session_day", "attendance", "statement", "person", "draw"),
            *("draw_pick", "agenda_item", "evening_lock", "sheet", "guest"),
        }
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._steps = {step.key: step for step in steps_of(desk.actor.role)}
        self._made: dict[Preparing, Screen] = {}
        self._list = StepList(tuple(self._steps.values()), self.translate)
        self._stack = QStackedWidget()
        self._foot = Foot(self.translate)
        self._lay_out()
        self._list.chosen.connect(self.show_step)
        self._foot.opening.connect(self._ask_to_open)
        self._foot.going_back.connect(self._ask_back)
        self.show_step(desk.look(preparation).first_open)

    @property
    def panel(self) -> Screen:
        """The panel that is seen."""
        found = self._stack.currentWidget()
        assert isinstance(found, Screen)
        return found

    def show_step(self, key: Preparing) -> None:
        """Turn to a step; half-typed input of the one before keeps it."""
        here = self._stack.currentWidget()
        if isinstance(here, Screen) and here is not self._made.get(key) and not here.may_leave():
            return
        self._list.set_current(key)
        self._stack.setCurrentWidget(self._made.get(key) or self._new_panel(key))

    def show_subject(self, subject: str, part: str) -> None:
        """Turn to the step named `subject`; other subjects are nobody's here."""
        if subject in self._steps:
            self.show_step(Preparing(subject))
            if part:
                self.panel.show_subject(part, "")

    def look_again(self) -> None:
        found = self.desk.look(preparation)
        self._list.show_marks(found)
        self._foot.show_standing(found)

    def may_leave(self) -> bool:
        return self.panel.may_leave()

    def _lay_out(self) -> None:
        columns = QHBoxLayout()
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(0)
        columns.addWidget(self._list)
        columns.addWidget(self._stack, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(columns, 1)
        whole.addWidget(self._foot)

    def _new_panel(self, key: Preparing) -> Screen:
        panel = self._steps[key].make(self.desk)
        panel.going.connect(self.going)
        panel.said.connect(self.said)
        panel.wanted.connect(self.wanted)
        self._made[key] = panel
        self._stack.addWidget(panel)
        return panel

    def _ask_to_open(self) -> None:
        """Ask once: the opening is a lasting deed."""
        if not self.panel.may_leave():
            return
        _ = self.translate
        lines = (
            _("Each member scores alone; nobody sees a score of anybody else."),
            _("The panel and the imported data stay as they are from now on."),
            _("Once a sheet has been submitted there is no way back to the preparation."),
        )
        dialog = ConsequenceDialog(
            self, _("Open the scoring?"), lines, do=_("Open the scoring"), leave=_("Not yet")
        )
        dialog.agreed.connect(self._open)
        dialog.open()

    def _open(self) -> None:
        _ = self.translate
        if self.desk.do(open_scoring):
            self.said.emit(_("The members score from now on."))
            self.going.emit(Destination("session", "room"))

    def _ask_back(self) -> None:
        _ = self.translate
        dialog = ReasonDialog(
            self,
            _("Back to the preparation"),
            (_("Nobody scores until the scoring is opened again; the reason stays on record."),),
            ask=_("Reason"),
            do=_("Go back to the preparation"),
            leave=_("Go on scoring"),
        )
        dialog.given.connect(self._go_back)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _go_back(self, reason: str) -> None:
        self.desk.do(partial(back_to_preparation, reason=reason))
