"""Where the meeting stands: its phases in a row, and the step that leads on."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from reviewer_app.domain.session import Condition, Moment, SessionPhase
from reviewer_app.i18n import N_, Translator
from reviewer_app.queries.session_step import NextStep, Waits
from reviewer_app.words.session import condition_name, phase_name
from ui.theme.theme import scaled
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.flow import flow_row
from ui.widgets.labels import button, label, restyle

_ORDER = tuple(SessionPhase)

STEP_WORDS = {
    "begin_session": N_("Set up the meeting…"),
    "open_scoring": N_("Open the scoring…"),
    "open_disclosure": N_("End scoring, disclose…"),
    "open_final": N_("Begin the final deliberation…"),
    "settle_results": N_("Settle and sign…"),
    "close_session": N_("Close and seal…"),
}


LED_TO = {"begin_session": "before", "settle_results": "closing", "close_session": "closing"}
"""Steps that have a page of their own, by its key."""


class PhaseStrip(QWidget):
    """The phases in order; what is done has a check mark, the present one a frame of colour.

    Signals:
        stepping: the next step is wanted (`NextStep`).
        going_back: scoring shall go back to preparation.
    """

    stepping = Signal(object)
    going_back = Signal()

    def __init__(self, translate: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.translate = _ = translate
        self._step_shown: NextStep | None = None
        self._words = {phase: label("") for phase in _ORDER}
        self._back = button(_("Back to preparation…"), self.going_back.emit, kind="quiet")
        self._back.setObjectName("back_to_preparation")
        self._step = button("", self._pressed, kind="primary")
        self._step.setObjectName("next_phase")
        self._waits = ElidedLabel("secondary")
        self._waits.setObjectName("step_waits")
        parts: list[QWidget] = []
        for word in self._words.values():
            word.setMargin(scaled(4))
            parts += [label("›", "faint"), word]
        row = QHBoxLayout()
        row.setSpacing(scaled(8))
        row.addWidget(flow_row(scaled(4), *parts[1:]), 1)
        row.addWidget(self._back)
        row.addWidget(self._step)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(4))
        column.addLayout(row)
        column.addWidget(self._waits)

    def show_step(self, step: NextStep) -> None:
        """Mark the phases before, at and after the present one, and offer the next step."""
        _ = self.translate
        self._step_shown = step
        self._mark_phases(step.moment)
        self._step.setVisible(step.may and step.verb in STEP_WORDS)
        self._step.setText(_(STEP_WORDS.get(step.verb, "")))
        # Where the step has a page of its own, the deed's own button there is the primary one.
        self._step.setProperty("kind", "" if step.verb in LED_TO else "primary")
        restyle(self._step)
        self._back.setVisible(step.may_go_back)
        lines = wait_lines(step.waits, _)
        text = _("Waits for: {what}").format(what="  ".join(lines))
        self._waits.show_text(text if lines else "")
        self._waits.setVisible(bool(lines) and step.may)
        self._step.setToolTip("\n".join(lines))

    def _mark_phases(self, moment: Moment) -> None:
        _ = self.translate
        at = -1 if moment.phase is None else _ORDER.index(moment.phase)
        for place, (phase, word) in enumerate(self._words.items()):
            name = phase_name(phase, _)
            word.setText(f"✓ {name}" if place < at else name)
            self._mark(word, "good" if place == at else "", "" if place == at else "secondary")
        self.setAccessibleName(phase_name(moment.phase, _) if moment.phase else "")

    @staticmethod
    def _mark(word: QLabel, meaning: str, look: str) -> None:
        word.setProperty("pill", meaning)
        word.setProperty("look", look)
        restyle(word)

    def _pressed(self) -> None:
        assert self._step_shown is not None
        self.stepping.emit(self._step_shown)


def wait_lines(waits: Waits, _: Translator) -> list[str]:
    """Say what a step waits for, each condition with all the names it is about."""
    return [_wait_line(condition, names, _) for condition, names in waits]


def _wait_line(condition: Condition, names: tuple[str, ...], _: Translator) -> str:
    told = _(", ").join(filter(None, names))
    return f"{condition_name(condition, _)} {told}".strip()
