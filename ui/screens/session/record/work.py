"""The long work of the list of late changes: values in, values out."""

from dataclasses import dataclass
from pathlib import Path

from reviewer_app.domain.document import Edition
from reviewer_app.domain.history import Move
from reviewer_app.domain.verification import Verification
from reviewer_app.i18n import Translator
from reviewer_app.queries.comparison import comparison
from reviewer_app.queries.report import ReportOrder
from reviewer_app.queries.supervisor import late_changes
from reviewer_app.queries.verification import verification
from reviewer_app.workflow.write_reports import write_reports
from reviewer_app.workspace import Workspace
from ui.jobs import Progress

REPORT = "score-changes"


@dataclass(frozen=True, slots=True)
class Verified:
    """What verify found, how many late changes there are, and when it was."""

    outcome: Verification
    changes: int
    at: str


def verify(workspace: Workspace, progress: Progress) -> Verified:
    """Verify the whole file, and count what the list must hold."""
    progress.tell(0, 0)
    outcome = verification(workspace)
    return Verified(outcome, len(late_changes(workspace)), workspace.stamp())


def compare(
    first: int, _: Translator, workspace: Workspace, progress: Progress
) -> tuple[Move, ...]:
    """Compare the ranking after an entry with that of now."""
    progress.tell(0, 0)
    return comparison(workspace, first, 0, _)


def export(folder: Path, _: Translator, workspace: Workspace, progress: Progress) -> list[Path]:
    """Write the log of changed scores as PDF and workbook."""
    progress.tell(0, 2)
    order = ReportOrder(Edition.INTERNAL, _)
    files = [(REPORT, form) for form in ("pdf", "xlsx")]
    return [written.path for written in write_reports(workspace, files, folder, order)]
