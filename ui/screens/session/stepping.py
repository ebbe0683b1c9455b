"""The steps from phase to phase: what keeps one back, and the one question before it."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from reviewer_app.i18n import N_
from reviewer_app.queries.session_step import NextStep
from reviewer_app.workflow.session_steps import (
    back_to_preparation,
    open_disclosure,
    open_final,
    open_scoring,
)
from reviewer_app.workspace import Workspace
from ui.desk import Desk
from ui.dialogs.confirm import ConfirmDialog
from ui.dialogs.reason import ReasonDialog
from ui.screens.session.strip import LED_TO, wait_lines

_VERBS: Mapping[str, Callable[[Workspace], None]] = {
    "open_scoring": open_scoring,
    "open_disclosure": open_disclosure,
    "open_final": open_final,
}

_QUESTIONS = {
    "open_scoring": N_("Open the scoring?"),
    "open_disclosure": N_("End the scoring and begin disclosure?"),
    "open_final": N_("Begin the final deliberation?"),
}

_DOES = {
    "open_scoring": N_("Open the scoring"),
    "open_disclosure": N_("End the scoring"),
    "open_final": N_("Begin the deliberation"),
}

_CONSEQUENCES = {
    "open_scoring": (
        N_("Members score, each alone; nobody sees a number of somebody else's, staff included."),
        N_("Applications, panel and assignments cannot be imported or changed any more."),
        N_("Back to preparation only while no sheet is in, and with a reason."),
    ),
    "open_disclosure": (
        N_("No sheet can be given in or taken back any more."),
        N_("A score changes only with a reason, confirmed by reviewer and leader."),
        N_("This cannot be taken back."),
    ),
    "open_final": (
        N_("No further application can be disclosed; all of them are."),
        N_("In two rounds members may now decide anew; in one round only errors are mended."),
        N_("This cannot be taken back."),
    ),
}


class PhaseSteps(QObject):
    """Leads the meeting on, for the strip above its pages.

    Signals:
        leading: the step has a page of its own (its key).
    """

    leading = Signal(str)

    def __init__(self, desk: Desk, place: QWidget) -> None:
        super().__init__(place)
        self._desk = desk
        self._place = place
        self._verb: Callable[[Workspace], None] = open_scoring

    def ask(self, step: NextStep) -> None:
        """Ask before a step, say what it waits for, or lead to its page."""
        _ = self._desk.translate
        if step.verb in LED_TO:
            self.leading.emit(LED_TO[step.verb])
        elif step.waits:
            lines = wait_lines(step.waits, _)
            title, leave = _("The next step has to wait"), _("Close")
            self._open(ConfirmDialog(self._place, title, lines, do="", leave=leave))
        elif step.verb in _VERBS:
            self._ask_step(step.verb)

    def ask_back(self) -> None:
        """Ask why the meeting goes back to its preparation."""
        _ = self._desk.translate
        dialog = ReasonDialog(
            self._place,
            _("Go back to preparation?"),
            (_("Scoring is closed until it is opened again; drafts stay."),),
            ask=_("Reason, for the record"),
            do=_("Go back"),
            leave=_("Leave as it is"),
        )
        dialog.given.connect(self._go_back)
        self._open(dialog)

    def _ask_step(self, verb: str) -> None:
        _ = self._desk.translate
        lines = [_(line) for line in _CONSEQUENCES[verb]]
        title, do = _(_QUESTIONS[verb]), _(_DOES[verb])
        dialog = ConfirmDialog(self._place, title, lines, do=do, leave=_("Leave as it is"))
        self._verb = _VERBS[verb]
        dialog.given.connect(self._do)
        self._open(dialog)

    def _open(self, dialog: ConfirmDialog | ReasonDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _do(self) -> None:
        self._desk.do(self._verb)

    def _go_back(self, reason: str) -> None:
        self._desk.do(partial(back_to_preparation, reason=reason))
