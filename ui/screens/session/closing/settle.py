"""Settling the results: what is frozen by it, and every version there is."""

from functools import partial

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from reviewer_app.domain.closing import Snapshot
from reviewer_app.domain.session import SessionPhase
from reviewer_app.queries.signing import Settled, settled
from reviewer_app.words.late_changes import in_groups
from reviewer_app.words.times import time_on_paper
from reviewer_app.workflow.close_session import settle_results, take_up_again
from reviewer_app.workspace import Workspace
from ui.desk import Desk, Task
from ui.dialogs.confirm import ConfirmDialog
from ui.dialogs.reason import ReasonDialog
from ui.jobs import Progress
from ui.place import Screen
from ui.screens.session.closing.gate import WATCHED
from ui.theme.theme import scaled
from ui.widgets.flow import flow_row
from ui.widgets.labels import button, label
from ui.widgets.replacing import Replacing
from ui.widgets.scrolling import scrolled


class SettlePart(Screen):
    """One button while the gate is open, then the versions with their digests."""

    watches = WATCHED | {"result_snapshot", "reconvening"}

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        _ = self.translate
        self._typed = ""
        self._reason: ReasonDialog | None = None
        self._told = label("", "secondary", wrap=True)
        self.settle = button(_("&Settle the results…"), self._ask, kind="primary", name="stamp")
        self.settle.setObjectName("settle_results")
        self.again = button(_("Take the results up again…"), self._ask_again, name="rotate-ccw")
        self.again.setObjectName("take_up_again")
        self._versions = Replacing()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(scaled(12))
        whole.addWidget(label(_("Settled results"), "page"))
        whole.addWidget(self._told)
        whole.addWidget(flow_row(scaled(8), self.settle, self.again))
        whole.addWidget(scrolled(self._versions), 1)

    def look_again(self) -> None:
        found = self.desk.look(settled)
        self._told.setText(self._standing(found))
        self.settle.setVisible(found.phase is SessionPhase.FINAL)
        self.settle.setEnabled(found.may_settle and not found.open_lines)
        self.again.setVisible(found.may_take_up)
        self._versions.put(self._table(found))

    def _standing(self, found: Settled) -> str:
        _ = self.translate
        match found.phase:
            case SessionPhase.SIGNED:
                return _(
                    "Version {version} is settled: sheets and opinions are locked, the documents"
                    " can be signed. What comes to light now is mended by taking the results up"
                    " again."
                ).format(version=len(found.versions))
            case SessionPhase.CLOSED:
                return _("Version {version} is closed and sealed.").format(
                    version=len(found.versions)
                )
            case SessionPhase.FINAL if found.open_lines:
                text = _.plural(
                    "{count} line of the gate is still open.",
                    "{count} lines of the gate are still open.",
                    found.open_lines,
                )
                return text.format(count=found.open_lines)
            case SessionPhase.FINAL:
                return _(
                    "The gate is open. Settling verifies the whole file, keeps the results as the"
                    " next version with its digest, and locks sheets and opinions."
                )
            case _:
                return _("Results are settled after the final deliberation.")

    def _table(self, found: Settled) -> QWidget:
        _ = self.translate
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setHorizontalSpacing(scaled(16))
        grid.setVerticalSpacing(scaled(8))
        grid.setContentsMargins(0, 0, 0, 0)
        for place, version in enumerate(reversed(found.versions)):
            self._put(grid, 3 * place, version, is_current=place == 0)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(3 * len(found.versions) + 1, 1)
        return inside

    def _put(self, grid: QGridLayout, row: int, version: Snapshot, *, is_current: bool) -> None:
        _ = self.translate
        title = _("Version {version}").format(version=version.version)
        grid.addWidget(label(title, "section" if is_current else "secondary"), row, 0)
        told = _("settled by {name} at {time}, from journal entry {sequence}").format(
            name=version.closed_by,
            time=time_on_paper(version.closed_at),
            sequence=version.sequence,
        )
        grid.addWidget(label(told, "secondary", wrap=True), row, 1)
        grid.addWidget(label(_("Digest"), "faint"), row + 1, 0)
        grid.addWidget(label(in_groups(version.digest), wrap=True), row + 1, 1)
        grid.addWidget(label(_("Chain head"), "faint"), row + 2, 0)
        grid.addWidget(label(in_groups(version.head), "secondary", wrap=True), row + 2, 1)

    def _ask(self) -> None:
        _ = self.translate
        lines = (
            _("The whole file is verified first; if anything is wrong, nothing is settled."),
            _("Results become the next version with a digest; every sheet and opinion is locked."),
            _("The documents to sign are issued with their codes."),
            _("Scores change no more, unless the results are taken up again with a reason."),
        )
        title = _("Settle the results for signature?")
        ask = ConfirmDialog(self, title, lines, do=_("Settle"), leave=_("Not yet"))
        ask.given.connect(self._settle)
        ask.open()

    def _settle(self) -> None:
        _ = self.translate
        title = _("Verifying the file and settling the results")
        self.desk.work(Task(title, _settle, self._settled))

    def _settled(self, made: Snapshot) -> None:
        _ = self.translate
        text = _("Version {version} is settled. Digest {digest}")
        self.said.emit(text.format(version=made.version, digest=in_groups(made.digest)[:19]))

    def _ask_again(self) -> None:
        _ = self.translate
        lines = (
            _("The version stays; signatures under it hold no longer."),
            _("Sheets stay locked; scores change under the log, opinions are open again."),
            _("What was accepted at the gate is looked at anew."),
        )
        self._reason = ReasonDialog(
            self,
            _("Take the results up again"),
            lines,
            ask=_("Why they are taken up again"),
            do=_("Take up again"),
            leave=_("Leave them settled"),
        )
        self._reason.put(self._typed)
        self._reason.given.connect(self._take_up)
        self._reason.rejected.connect(self._keep)
        self._reason.open()

    def _take_up(self, reason: str) -> None:
        self._typed = ""
        self.desk.do(partial(take_up_again, reason=reason))

    def _keep(self) -> None:
        assert self._reason is not None
        self._typed = self._reason.typed()


def _settle(workspace: Workspace, progress: Progress) -> Snapshot:
    progress.tell(0, 0)
    return settle_results(workspace)
