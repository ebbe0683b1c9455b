"""The form of the meeting: days, place, minutes, rounds, signing; each choice explained."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from reviewer_app.domain.session import Lengths, SessionPlan, SessionWay, Signing
from reviewer_app.i18n import Translator
from reviewer_app.queries.session_plan import PlanView
from reviewer_app.words.session import (
    session_way_name,
    session_way_sentence,
    signing_name,
    signing_sentence,
)
from ui.screens.session.before.days import DayRows
from ui.screens.session.before.rows import default_plan, time_sentence
from ui.theme.theme import scaled
from ui.widgets.calm import CalmNumber
from ui.widgets.flow import flow_row
from ui.widgets.labels import frame, label
from ui.widgets.line_field import LineField

_LONGEST = 240


class SetupForm(QWidget):
    """Fields of the plan; who keeps what was changed is not known here.

    Signals:
        days_edited: the days (tuple of `SessionDay`).
        meeting_edited: place, host or minutes were changed.
        ways_edited: rounds or way of signing were changed.
    """

    days_edited = Signal(object)
    meeting_edited = Signal()
    ways_edited = Signal()

    def __init__(self, translate: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.translate = _ = translate
        self._applications = 0
        self._days = DayRows(translate)
        self._place, self._host = LineField(_("Meeting place")), LineField(_("Chaired by"))
        self._place.setObjectName("place")
        self._host.setObjectName("host")
        self._minutes = {
            "report": CalmNumber(_("Minutes of report"), 0, _LONGEST),
            "questions": CalmNumber(_("Minutes of questions"), 0, _LONGEST),
            "scoring": CalmNumber(_("Minutes of scoring"), 0, _LONGEST),
        }
        self._time = label("", "secondary", wrap=True)
        self._time.setObjectName("time_needed")
        self._ways = _Choice(
            {way: (session_way_name(way, _), session_way_sentence(way, _)) for way in SessionWay}
        )
        self._signing = _Choice(
            {way: (signing_name(way, _), signing_sentence(way, _)) for way in Signing}
        )
        self._lay_out()
        self._connect()
        self.setFocusProxy(self._days)

    def plan(self) -> SessionPlan:
        """Give the plan as it reads now."""
        return SessionPlan(
            self._days.days(),
            self._place.text().strip(),
            self._host.text().strip(),
            SessionWay(self._ways.chosen()),
            Signing(self._signing.chosen()),
            Lengths(**{name: field.value() for name, field in self._minutes.items()}),
        )

    def is_sensible(self) -> bool:
        """Whether a meeting can be set up like this."""
        return not self._days.trouble() and bool(self.plan().lengths.total)

    def finish(self) -> None:
        """Tell what is half typed."""
        for field in (self._place, self._host):
            field.finish()

    def show_plan(self, found: PlanView) -> None:
        """Show the plan, or the defaults of one; what may not be changed is read only."""
        plan = found.plan or default_plan(found.today)
        may_change = found.may_begin or found.may_change
        self._applications = found.applications
        self._days.show_days(plan.days, found.days_in_use, may_change=may_change)
        self._place.put(plan.place)
        self._host.put(plan.host)
        for name, field in self._minutes.items():
            field.setValue(getattr(plan.lengths, name))
        for part in (self._place, self._host, *self._minutes.values()):
            part.setEnabled(may_change)
        self._ways.choose(plan.way, may_change=found.may_begin or found.may_settle)
        self._signing.choose(plan.signing, may_change=found.may_begin or found.may_settle)
        self._tell_time()

    def _lay_out(self) -> None:
        _ = self.translate
        where = QFormLayout()
        where.setSpacing(scaled(8))
        where.addRow(_("Meeting place"), self._place)
        where.addRow(_("Chaired by"), self._host)
        fields: list[QWidget] = []
        for name, words in (
            ("report", _("Report")),
            ("questions", _("Questions")),
            ("scoring", _("Scoring in the room")),
        ):
            self._minutes[name].setObjectName(f"minutes_{name}")
            fields += [label(words, "secondary"), self._minutes[name]]
        times = QVBoxLayout()
        times.setSpacing(scaled(8))
        times.addWidget(flow_row(scaled(8), *fields))
        times.addWidget(self._time)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(12))
        whole = QVBoxLayout()
        whole.addWidget(self._days)
        later = _("can be changed at any time until the meeting is closed")
        fixed = _("can be changed until the scoring is opened")
        for title, told, inside in (
            (_("Days"), later, whole),
            (_("Venue"), later, where),
            (_("Minutes for each application"), later, times),
            (_("Rounds of scoring"), fixed, self._ways.layout_of()),
            (_("Signatures"), fixed, self._signing.layout_of()),
        ):
            column.addWidget(_part(title, told, inside))

    def _connect(self) -> None:
        self._days.edited.connect(self.days_edited)
        for field in (self._place, self._host):
            field.written.connect(self._meeting_edited)
        for number in self._minutes.values():
            number.editingFinished.connect(self._meeting_edited)
        self._ways.edited.connect(self.ways_edited)
        self._signing.edited.connect(self.ways_edited)
        self._days.edited.connect(self._tell_time)

    def _meeting_edited(self) -> None:
        self._tell_time()
        self.meeting_edited.emit()

    def _tell_time(self) -> None:
        self._time.setText(time_sentence(self.plan(), self._applications, self.translate))


class _Choice(QWidget):
    """Two or more ways, each with a sentence of what it means."""

    edited = Signal()

    def __init__(self, ways: dict[SessionWay, tuple[str, str]] | dict[Signing, tuple[str, str]]):
        super().__init__()
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QRadioButton] = {}
        self._column = QVBoxLayout()
        self._column.setSpacing(scaled(4))
        for way, (name, sentence) in ways.items():
            made = QRadioButton(name)
            made.setObjectName(f"way_{way.value}")
            made.setAccessibleDescription(sentence)
            told = label(sentence, "secondary", wrap=True)
            told.setContentsMargins(scaled(28), 0, 0, scaled(4))
            self._group.addButton(made)
            self._buttons[way.value] = made
            self._column.addWidget(made, alignment=Qt.AlignmentFlag.AlignLeft)
            self._column.addWidget(told)
        self._group.buttonClicked.connect(self.edited)

    def layout_of(self) -> QVBoxLayout:
        """Give the rows, to be put into a frame."""
        return self._column

    def choose(self, way: SessionWay | Signing, *, may_change: bool) -> None:
        """Show what is chosen."""
        self._buttons[way.value].setChecked(True)
        for made in self._buttons.values():
            made.setEnabled(may_change)

    def chosen(self) -> str:
        """Give the value of the chosen way."""
        return next(value for value, made in self._buttons.items() if made.isChecked())


def _part(title: str, told: str, inside: QVBoxLayout | QFormLayout) -> QFrame:
    """A framed part: its title, until when it can be changed, its fields."""
    head = QHBoxLayout()
    head.addWidget(label(title))
    until = label(told, "faint", wrap=True)
    until.setAlignment(Qt.AlignmentFlag.AlignRight)
    head.addWidget(until, 1)
    column = QVBoxLayout()
    column.setSpacing(scaled(8))
    column.addLayout(head)
    column.addLayout(inside)
    return frame("raised", column)
