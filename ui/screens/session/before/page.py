"""The page before the meeting: its steps at the left, the chosen one at the right."""

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from reviewer_app.domain.preparation import Preparing
from reviewer_app.queries.preparation import preparation
from ui.desk import Desk
from ui.place import Screen
from ui.screens.session.before.step_list import StepList
from ui.screens.session.before.steps import steps_of


class BeforePage(Screen):
    """What is settled before anybody scores, step by step."""

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
        self._lay_out()
        self._list.chosen.connect(self.show_step)
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
            self.panel.show_subject(part, "")

    def look_again(self) -> None:
        self._list.show_marks(self.desk.look(preparation))

    def may_leave(self) -> bool:
        return self.panel.may_leave()

    def _lay_out(self) -> None:
        columns = QHBoxLayout(self)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(0)
        columns.addWidget(self._list)
        columns.addWidget(self._stack, 1)

    def _new_panel(self, key: Preparing) -> Screen:
        panel = self._steps[key].make(self.desk)
        panel.going.connect(self.going)
        panel.said.connect(self.said)
        panel.wanted.connect(self.wanted)
        self._made[key] = panel
        self._stack.addWidget(panel)
        return panel
