"""Write everything to print before a meeting into one folder, with one file for the printer."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path

from reviewer_app.domain.kit import MERGED, KitFile, KitWritten
from reviewer_app.domain.report_errors import ReportNotWritten
from reviewer_app.domain.rules.rights import View
from reviewer_app.domain.session_errors import NothingToPrint
from reviewer_app.queries.kit import kit_lines
from reviewer_app.queries.report import ReportOrder
from reviewer_app.workflow.write_reports import Written, write_reports
from reviewer_app.workspace import Workspace


@dataclass(frozen=True, slots=True)
class KitOrder:
    """What is wanted: keys of papers, the folder, one file for the printer or none.

    `for_both_sides` begins every paper on a sheet of its own; `allow_missing` prints boxes
    for characters no font has.
    """

    keys: Collection[str]
    folder: Path
    order: ReportOrder
    merged: bool = True
    for_both_sides: bool = True
    allow_missing: bool = False


def write_kit(
    workspace: Workspace,
    wanted: KitOrder,
    tell: Callable[[int, int, str], None] = lambda _done, _all, _name: None,
) -> KitWritten:
    """Write the chosen papers that may be printed now, in the order of their numbers.

    Each file is atomic; where the work is stopped those written before stay whole, and
    there is no file for the printer.

    Raises:
        NotAllowed: not for this role.
        NothingToPrint: nothing was chosen that may be printed now.
        ReportNotWritten: the folder cannot be made, or a file not written.
        VerifyFailed: the workspace is not what its journal says; nothing is written.
        ReviewerError: the leaves of `reports`.
    """
    from reviewer_app.reports.pdf_pages import count_pages

    keys = _chosen(workspace, wanted)
    _make_room(wanted.folder)
    total = len(keys) + wanted.merged
    done: list[Written] = []

    def count(written: Written) -> None:
        done.append(written)
        tell(len(done), total, written.path.name)

    tell(0, total, "")
    files = [(key, "pdf") for key in keys]
    boxed = wanted.allow_missing
    write_reports(workspace, files, wanted.folder, wanted.order, allow_missing=boxed, tell=count)
    written = tuple(KitFile(one.path, count_pages(one.path)) for one in done)
    whole = _merged(written, wanted) if wanted.merged else None
    if whole is not None:
        tell(total, total, MERGED)
    boxes = " ".join(one.missing for one in done if one.missing)
    return KitWritten(wanted.folder, written, whole, boxes)


def _chosen(workspace: Workspace, wanted: KitOrder) -> list[str]:
    workspace.require_view(View.REPORTS)
    keys = [one.key for one in kit_lines(workspace) if one.is_open and one.key in wanted.keys]
    if not keys:
        raise NothingToPrint
    return keys


def _make_room(folder: Path) -> None:
    """Make the folder; a file for the printer of earlier papers does not stay in it."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / MERGED).unlink(missing_ok=True)
    except OSError as error:
        raise ReportNotWritten(folder, error.strerror or str(error)) from error


def _merged(written: tuple[KitFile, ...], wanted: KitOrder) -> KitFile:
    from reviewer_app.reports.pdf_merge import merge_pdfs

    target = wanted.folder / MERGED
    paths = [one.path for one in written]
    return KitFile(target, merge_pdfs(paths, target, for_both_sides=wanted.for_both_sides))
