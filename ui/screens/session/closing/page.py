"""The page of signing and closing: its steps at the left, the chosen one beside them."""

from dataclasses import dataclass
from importlib import import_module

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from reviewer_app.domain.person import Role
from reviewer_app.domain.session import SessionPhase
from reviewer_app.i18n import N_
from reviewer_app.queries.session import moment_now
from ui.desk import Desk
from ui.place import Destination, Screen
from ui.screens.session.closing.steps import StepList
from ui.theme.theme import scaled
from ui.widgets.empty_state import EmptyState

_PANEL = frozenset({Role.REVIEWER, Role.LEADER})
_STAFF = frozenset({Role.SECRETARY, Role.SUPERVISOR, Role.BUREAU_LEADER})
_WATCH = frozenset({Role.SECRETARY, Role.SUPERVISOR})


@dataclass(frozen=True, slots=True)
class Step:
    """A step of closing; its module is imported when it is shown first."""

    key: str
    title: str
    icon: str
    name: str
    roles: frozenset[Role]


_STEPS = (
    Step("gate", N_("Closing gate"), "list-checks", "GatePart", _STAFF | {Role.LEADER}),
    Step("settle", N_("Settle the results"), "stamp", "SettlePart", _STAFF | {Role.LEADER}),
    Step("sign", N_("Signatures"), "pen-line", "SignPart", _STAFF | _PANEL),
    Step("seal", N_("Close and seal"), "lock", "SealPart", _STAFF),
    Step("night", N_("Over night"), "moon", "NightPart", _WATCH),
)
_STEP_IN = {
    SessionPhase.FINAL: "gate",
    SessionPhase.SIGNED: "sign",
    SessionPhase.CLOSED: "seal",
}


class ClosingPage(Screen):
    """From the closing gate to the seal."""

    watches = frozenset({"session", "evening_lock"})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        _ = self.translate
        self._parts: dict[str, Screen] = {}
        self._steps = {one.key: one for one in _STEPS if desk.actor.role in one.roles}
        steps = [(one.key, _(one.title), one.icon) for one in self._steps.values()]
        self._list = StepList(steps, _("Steps of closing"))
        self._stack = QStackedWidget()
        self._empty = EmptyState(
            "gavel",
            _("No meeting has been set up for this batch."),
            (_("Set up the meeting"), self._set_up),
        )
        self._work = QWidget()
        row = QHBoxLayout(self._work)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(scaled(16))
        row.addWidget(self._list)
        row.addWidget(self._stack, 1)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._work)
        self._pages.addWidget(self._empty)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, scaled(8))
        whole.addWidget(self._pages)
        self._list.chosen.connect(self.show_step)

    def look_again(self) -> None:
        moment = self.desk.look(moment_now)
        phase = moment.phase
        self._pages.setCurrentWidget(self._empty if phase is None else self._work)
        if phase is None:
            return
        if self._stack.count() == 0:
            self.show_step("night" if moment.locked else _STEP_IN.get(phase, "gate"))
        self._list.mark_done(_done(phase))

    def show_subject(self, subject: str, part: str) -> None:  # noqa: ARG002 - as all places
        if subject in self._steps:
            self.show_step(subject)

    def show_step(self, key: str) -> None:
        """Show a step; what is half typed in the one before is finished first."""
        here = self._stack.currentWidget()
        if isinstance(here, Screen) and not here.may_leave():
            self._list.set_current(next(one for one, made in self._parts.items() if made is here))
            return
        if key not in self._steps:
            key = next(iter(self._steps))
        if key not in self._parts:
            self._parts[key] = self._made(key)
        self._stack.setCurrentWidget(self._parts[key])
        self._list.set_current(key)

    def may_leave(self) -> bool:
        here = self._stack.currentWidget()
        return here.may_leave() if isinstance(here, Screen) else True

    def _made(self, key: str) -> Screen:
        module = import_module(f"ui.screens.session.closing.{key}")
        made = getattr(module, self._steps[key].name)(self.desk)
        assert isinstance(made, Screen)
        made.going.connect(self.going)
        made.said.connect(self.said)
        made.wanted.connect(self.wanted)
        self._stack.addWidget(made)
        return made

    def _set_up(self) -> None:
        self.going.emit(Destination("session", "before"))


def _done(phase: SessionPhase) -> frozenset[str]:
    """Give the steps that are behind in a phase."""
    match phase:
        case SessionPhase.SIGNED:
            return frozenset({"gate", "settle"})
        case SessionPhase.CLOSED:
            return frozenset({"gate", "settle", "sign", "seal"})
        case _:
            return frozenset()
