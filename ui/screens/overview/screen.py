"""The overview place: the gate of checks that is also the menu, dates, progress."""

from functools import partial

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from reviewer_app.domain.batch_setup import SCHEME_CONFIRMED
from reviewer_app.domain.gate import CheckKey
from reviewer_app.domain.gate import Overview as Standing
from reviewer_app.domain.verification import Verification
from reviewer_app.queries.batch import batch_settings, scheme_in_force, today
from reviewer_app.queries.overview import overview
from reviewer_app.queries.verification import verification
from reviewer_app.words.verification import outcome_sentence
from reviewer_app.workflow.change_setting import change_setting
from reviewer_app.workspace import Workspace
from ui.desk import Desk, Task
from ui.dialogs.batch_setup import BatchSetup
from ui.dialogs.scheme_confirm import SchemeConfirm
from ui.jobs import Progress
from ui.place import Destination, Screen
from ui.screens.overview.gate_list import GateList
from ui.screens.overview.next_step import NextStep
from ui.screens.overview.rows import destination, leads
from ui.screens.overview.side import Side
from ui.theme.theme import scaled

_NARROW = 820
"""Below so many pixels at 100 % the side stands beneath the checks."""


class Overview(Screen):
    """Where the batch stands: the next step first, then every check, one click away."""

    watches = frozenset(
        {
            *("batch_setting", "scheme_version", "application", "metric", "metric_check"),
            *("objective_score", "formal_check", "supplement", "credit_check", "person"),
            *("assignment", "sheet", "score", "comment", "recusal", "dismissed_hint"),
            *("paper_sheet", "outlier_review", "tie_vote", "detail"),
        }
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._verified: int | None = None
        self._setup: BatchSetup | None = None
        self._next = NextStep(self.translate)
        self._next.hide()
        self._gate = GateList(self.translate)
        self._side = Side(self.translate)
        self._lay_out()
        self._next.wanted.connect(self._mend)
        self._gate.wanted.connect(self._mend)
        self._side.dates_wanted.connect(self._settle_dates)

    def look_again(self) -> None:
        if self._setup is not None:
            self._setup.show_values(self.desk.look(batch_settings))
        query = partial(_standing, self._verified)
        self.desk.work(Task("", query, self._show, quiet=True))

    def _show(self, standing: Standing) -> None:
        self._shown = standing
        first = self._shown.next
        may_mend = self._shown.may_mend
        leads_on = first is not None and leads(first, may_mend=may_mend)
        self._next.show_check(first, leads=leads_on)
        self._next.show()
        self._gate.show_checks(self._shown.parts, may_mend=may_mend)
        self._side.show_batch(self._shown)

    @property
    def shown(self) -> Standing:
        """What the place shows now."""
        return self._shown

    def resizeEvent(self, event: QResizeEvent) -> None:
        ways = QBoxLayout.Direction
        is_narrow = event.size().width() < scaled(_NARROW)
        self._columns.setDirection(ways.TopToBottom if is_narrow else ways.LeftToRight)
        super().resizeEvent(event)

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(scaled(12))
        left.addWidget(self._next)
        left.addWidget(self._gate, 1)
        inside = QWidget()
        self._columns = QHBoxLayout(inside)
        self._columns.setContentsMargins(*(scaled(16),) * 4)
        self._columns.setSpacing(scaled(16))
        self._columns.addLayout(left, 3)
        self._columns.addWidget(self._side, 2)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)

    def _mend(self, name: str) -> None:
        key = CheckKey(name)
        match key:
            case CheckKey.BUREAU | CheckKey.QUESTIONS:
                self._settle(key.value)
            case CheckKey.SCHEME:
                self._confirm_scheme()
            case CheckKey.VERIFY:
                self._verify()
            case _:
                check = next(check for check in self._shown.checks if check.key is key)
                self.going.emit(destination(check))

    def _settle(self, part: str) -> None:
        values, day = self.desk.look(batch_settings), self.desk.look(today)
        self._setup = BatchSetup(values, part, self.translate, day, self)
        self._setup.edited.connect(self._keep)
        self._setup.finished.connect(self._settled)
        self._setup.open()

    def _settle_dates(self) -> None:
        self._settle("dates")

    def _settled(self) -> None:
        if self._setup is not None:
            self._setup.deleteLater()
        self._setup = None

    def _keep(self, key: str, value: str) -> None:
        self.desk.do(partial(change_setting, key=key, value=value))

    def _confirm_scheme(self) -> None:
        dialog = SchemeConfirm(self.desk.look(scheme_in_force), self.translate, self)
        dialog.confirmed.connect(self._confirmed)
        dialog.editing.connect(self._edit_scheme)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _confirmed(self) -> None:
        digest = self.desk.look(scheme_in_force).digest
        self._keep(SCHEME_CONFIRMED, digest)

    def _edit_scheme(self) -> None:
        self.going.emit(Destination("scheme"))

    def _verify(self) -> None:
        _ = self.translate
        self.desk.work(Task(_("Verify"), _verify_now, self._tell_outcome))

    def _tell_outcome(self, outcome: tuple[int, Verification]) -> None:
        sequence, found = outcome
        if found.passed:
            self._verified = sequence
            self.said.emit(outcome_sentence(found, self.translate))
        else:
            self.going.emit(Destination("history", "verify"))
        self.look_again()


def _verify_now(workspace: Workspace, _progress: Progress) -> tuple[int, Verification]:
    return workspace.store.head()[0], verification(workspace)


def _standing(verified_at: int | None, workspace: Workspace, _progress: Progress) -> Standing:
    return overview(workspace, verified_at)
