"""The documents of a review: which there are, and each as it would be printed."""

from reviewer_app.domain.document import Document, Edition
from reviewer_app.domain.report_errors import NotVerified
from reviewer_app.domain.report_list import Preview, ReportLine, ReportPhase
from reviewer_app.domain.rules.rights import View
from reviewer_app.queries.report import ReportOrder, prepare
from reviewer_app.queries.verification import verification
from reviewer_app.reports import catalogue
from reviewer_app.storage.applications import load_applications
from reviewer_app.storage.exports import exports_of
from reviewer_app.workspace import Workspace

_PHASES = {
    ReportPhase.SCORING: ("09", "10", "12", "13"),
    ReportPhase.RESULT: ("11", "14", "15", "16", "17", "18", "28", "29", "30"),
    ReportPhase.MONEY: ("19", "20", "21", "22"),
    ReportPhase.KEEPING: ("23", "24", "31"),
}
"""By number; those not named here belong before the meeting."""


def report_list(workspace: Workspace) -> tuple[ReportLine, ...]:
    """Give the documents this version makes, in the order of their numbers."""
    workspace.require_view(View.REPORTS)
    now, _ = workspace.store.head()
    written = {}
    for export in exports_of(workspace.store):
        name, sequence, _digest = export.code.split(" · ")
        written[name.removesuffix("-public")] = (export.at, int(sequence) >= now)
    lines = []
    for row in catalogue.made_now():
        at, is_current = written.get(f"{row.number}-{row.key}", ("", False))
        lines.append(
            ReportLine(
                number=row.number,
                key=row.key,
                phase=_phase(row.number),
                formats=row.formats,
                has_public=row.has_public,
                by_application=row.by_application,
                written_at=at,
                is_current=is_current,
            )
        )
    return tuple(lines)


def application_names(workspace: Workspace) -> tuple[tuple[str, str], ...]:
    """Give number and name of every application, to choose the one a document is of."""
    workspace.require_view(View.REPORTS)
    found = load_applications(workspace.store, with_metrics=False)
    return tuple((number, item.name) for number, item in found.items())


def files_of(lines: tuple[ReportLine, ...], form: str, edition: Edition) -> list[tuple[str, str]]:
    """Give the (key, format) pairs to be written; an empty `form` is every format."""
    return [
        (line.key, extension)
        for line in lines
        if edition is Edition.INTERNAL or line.has_public
        for extension in line.formats
        if form in ("", extension)
    ]


def preview(
    workspace: Workspace, key: str, order: ReportOrder, *, allow_missing: bool = False
) -> Preview:
    """Give a document as it would be printed, from the same values an export has.

    Raises:
        BadInput, Refused: unknown report, no such edition.
    """
    workspace.require_view(View.REPORTS)
    return preview_of(_prepared(workspace, key, order), allow_missing=allow_missing)


def preview_of(document: Document, *, allow_missing: bool) -> Preview:
    """Draw a document, unless it has characters that no font has."""
    from reviewer_app.reports.fonts import missing_glyphs
    from reviewer_app.reports.pdf import pdf_bytes, texts

    missing = missing_glyphs(texts(document))
    pdf = b""
    if allow_missing or not missing:
        pdf = pdf_bytes(document, allow_missing=allow_missing)
    return Preview(document.key, document.title, document.code, pdf, missing)


def _prepared(workspace: Workspace, key: str, order: ReportOrder) -> Document:
    """Prepare a document; only one that tells of verify waits for it."""
    try:
        return prepare(workspace, key, order)
    except NotVerified:
        return prepare(workspace, key, order, verification(workspace))


def _phase(number: str) -> ReportPhase:
    found = (phase for phase, numbers in _PHASES.items() if number in numbers)
    return next(found, ReportPhase.BEFORE)
