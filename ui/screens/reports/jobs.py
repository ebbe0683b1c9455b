"""The long work of this place: values in, values out."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from reviewer_app.domain.report_errors import MissingGlyph, MissingGlyphs
from reviewer_app.domain.report_list import Preview
from reviewer_app.i18n import Translator
from reviewer_app.queries.report import ReportOrder
from reviewer_app.queries.report_check import Recalled, parse_code, recall
from reviewer_app.queries.report_list import preview
from reviewer_app.workflow.print_report import print_report
from reviewer_app.workflow.write_reports import Written, write_reports
from reviewer_app.workspace import Workspace
from ui.jobs import Progress, Stopped


@dataclass(frozen=True, slots=True)
class Paper:
    """A document as it is ordered: `allow_missing` prints boxes for what no font has."""

    key: str
    order: ReportOrder
    allow_missing: bool = False


@dataclass(frozen=True, slots=True)
class Export:
    """Files to be written: (key, format) pairs into a folder."""

    files: Sequence[tuple[str, str]]
    folder: Path
    order: ReportOrder
    allow_missing: bool = False


@dataclass(frozen=True, slots=True)
class Exported:
    """What came of an export: whole files, whatever stopped it."""

    export: Export
    written: int
    boxes: str = ""
    missing: tuple[MissingGlyph, ...] = ()


def make_preview(paper: Paper, workspace: Workspace, _progress: Progress) -> Preview:
    """Make the pages of a document."""
    return preview(workspace, paper.key, paper.order, allow_missing=paper.allow_missing)


def make_print(paper: Paper, workspace: Workspace, _progress: Progress) -> Preview:
    """Make the pages that go to the printer."""
    return print_report(workspace, paper.key, paper.order, allow_missing=paper.allow_missing)


def make_recall(text: str, _: Translator, workspace: Workspace, _progress: Progress) -> Recalled:
    """Find the document of a code somebody typed, and what touches it since."""
    return recall(workspace, parse_code(text), _)


def make_export(export: Export, workspace: Workspace, progress: Progress) -> Exported:
    """Write the files; after a stop what is under way is finished, and no other begun."""
    done: list[Written] = []

    def tell(written: Written) -> None:
        done.append(written)
        progress.tell(len(done), len(export.files), written.path.name)

    missing: tuple[MissingGlyph, ...] = ()
    with suppress(Stopped):
        progress.tell(0, len(export.files))
        try:
            write_reports(
                workspace,
                export.files,
                export.folder,
                export.order,
                allow_missing=export.allow_missing,
                tell=tell,
            )
        except MissingGlyphs as refused:
            missing = refused.glyphs
    boxes = " ".join(written.missing for written in done if written.missing)
    return Exported(export, len(done), boxes, missing)
