"""Write reports from a workspace that has just passed `verify`."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from reviewer_app.domain.errors import VerifyFailed
from reviewer_app.i18n import Translator
from reviewer_app.queries.finding import find_application
from reviewer_app.queries.report import ReportOrder, report_facts, require_shown
from reviewer_app.queries.verification import verification
from reviewer_app.reports import catalogue
from reviewer_app.reports.facts import Need
from reviewer_app.reports.set_writing import Finished, Paper, SetWriter, workers_for, write_set
from reviewer_app.storage.exports import Export, log_export
from reviewer_app.words.reports import fonts_note
from reviewer_app.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Written:
    """One file that was written, read back and compared.

    `code` stands at its foot. `missing` lists characters printed as boxes, with their code
    points; `replaced` the office fonts that are not installed here, each with what stands
    for it.
    """

    path: Path
    code: str
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

    A large batch is written by several processes: `tell` then hears of the files in the
    order in which they are done. Where it raises, nothing further is begun.

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
    written: dict[Paper, Written] = {}

    def done(paper: Paper, finished: Finished) -> None:
        written[paper] = _told(paper, finished)
        _log(workspace, written[paper], order.translator)
        tell(written[paper])

    papers = tuple(_paper(key, form, to, order) for key, form in files)
    writer = SetWriter(facts, allow_missing=allow_missing)
    write_set(writer, papers, done, workers_for(facts, len(papers)))
    return tuple(written[paper] for paper in papers)


def _paper(key: str, form: str, to: Path, order: ReportOrder) -> Paper:
    name = catalogue.report(key).file_name(order.edition, form, order.application)
    return Paper(key, to / name)


def _told(paper: Paper, finished: Finished) -> Written:
    note = " ".join(f"{glyph.character} {glyph.code}" for glyph in finished.missing)
    return Written(paper.path, finished.code, note, finished.replaced)


def _log(workspace: Workspace, done: Written, _: Translator) -> None:
    with done.path.open("rb") as source:
        sha = hashlib.file_digest(source, "sha256").hexdigest()
    log_export(
        workspace.store,
        Export(
            at=workspace.stamp(),
            actor=workspace.actor.name,
            file=done.path.name,
            code=done.code,
            sha256=sha,
            note="; ".join(filter(None, (done.missing, fonts_note(done.replaced, _)))),
        ),
    )
