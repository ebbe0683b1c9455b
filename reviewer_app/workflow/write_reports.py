"""Write reports from a workspace that has just passed `verify`."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from reviewer_app.domain.document import Document
from reviewer_app.domain.errors import VerifyFailed
from reviewer_app.i18n import Translator
from reviewer_app.queries.finding import find_application
from reviewer_app.queries.report import ReportOrder, report_facts, require_shown
from reviewer_app.queries.verification import verification
from reviewer_app.reports import catalogue
from reviewer_app.reports.facts import Need, ReportFacts
from reviewer_app.reports.writing import replaced_fonts, write_report
from reviewer_app.storage.exports import Export, log_export
from reviewer_app.words.reports import fonts_note
from reviewer_app.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Written:
    """One file that was written, read back and compared.

    `missing` lists characters printed as boxes, with their code points; `replaced` the
    office fonts that are not installed here, each with what stands for it.
    """

    path: Path
    document: Document
    missing: str
    replaced: tuple[tuple[str, str], ...] = ()


def write_reports(
    workspace: Workspace,
    files: Sequence[tuple[str, str]],
    to: Path,
    order: ReportOrder,
    *,
    allow_missing: bool = False,
    tell: Callable[[Written], None] = lambda _written: None,
) -> tuple[Written, ...]:
    """Write (key, format) files into a folder; each is atomic and read back.

    Raises:
        VerifyFailed: the workspace is not what its journal says; nothing is written.
        UnknownNumber: the application asked for is not there.
        NotNow: results were asked for while scores are given.
        ReviewerError: the leaves of `reports`; files written before stay whole.
    """
    if order.application:
        find_application(workspace.store, order.application)
    require_shown(workspace, [key for key, _ in files])
    outcome = verification(workspace)
    if not outcome.passed:
        raise VerifyFailed(workspace.store.path, len(outcome.findings))
    to.mkdir(parents=True, exist_ok=True)
    needs = frozenset[Need]().union(*(catalogue.report(key).needs for key, _ in files))
    facts = report_facts(workspace, order, outcome, needs)
    written: list[Written] = []
    documents: dict[str, Document] = {}
    for key, form in files:
        if key not in documents:
            documents[key] = catalogue.build(key, facts)
        name = catalogue.report(key).file_name(order.edition, form, order.application)
        done = _written(documents[key], to / name, facts, allow_missing=allow_missing)
        _log(workspace, done, order.translator)
        written.append(done)
        tell(done)
    return tuple(written)


def _written(document: Document, path: Path, facts: ReportFacts, *, allow_missing: bool) -> Written:
    check = (facts.ranking, facts.translator)
    result = write_report(document, path, check=check, allow_missing=allow_missing)
    note = " ".join(f"{glyph.character} {glyph.code}" for glyph in result.missing)
    return Written(path, document, note, replaced_fonts(document, path.suffix))


def _log(workspace: Workspace, done: Written, _: Translator) -> None:
    with done.path.open("rb") as source:
        sha = hashlib.file_digest(source, "sha256").hexdigest()
    log_export(
        workspace.store,
        Export(
            at=workspace.stamp(),
            actor=workspace.actor.name,
            file=done.path.name,
            code=done.document.code,
            sha256=sha,
            note="; ".join(filter(None, (done.missing, fonts_note(done.replaced, _)))),
        ),
    )
