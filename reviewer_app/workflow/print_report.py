"""Give a document to the printer, from a workspace that has just passed `verify`."""

import hashlib

from reviewer_app.domain.errors import VerifyFailed
from reviewer_app.domain.report_errors import MissingGlyphs
from reviewer_app.domain.report_list import Preview
from reviewer_app.domain.rules.rights import View
from reviewer_app.queries.report import ReportOrder, prepare
from reviewer_app.queries.report_list import preview_of
from reviewer_app.queries.verification import verification
from reviewer_app.storage.exports import Export, log_export
from reviewer_app.workspace import Workspace

PRINTED = "printed"


def print_report(
    workspace: Workspace, key: str, order: ReportOrder, *, allow_missing: bool = False
) -> Preview:
    """Make the pages and note in the export log that they were printed.

    Raises:
        VerifyFailed, MissingGlyphs, ReviewerError: nothing is printed.
    """
    workspace.require_view(View.REPORTS)
    outcome = verification(workspace)
    if not outcome.passed:
        raise VerifyFailed(workspace.store.path, len(outcome.findings))
    document = prepare(workspace, key, order, outcome)
    shown = preview_of(document, allow_missing=allow_missing)
    if not shown.pdf:
        raise MissingGlyphs(shown.missing)
    log_export(
        workspace.store,
        Export(
            at=workspace.stamp(),
            actor=workspace.actor.name,
            file=PRINTED,
            code=document.code,
            sha256=hashlib.sha256(shown.pdf).hexdigest(),
            note=" ".join(f"{glyph.character} {glyph.code}" for glyph in shown.missing),
        ),
    )
    return shown
