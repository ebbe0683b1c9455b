"""Many reports of one state, in this process or shared out to several.

The state travels to the workers as values; they know no workspace.
"""

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from reviewer_app.domain.document import Document
from reviewer_app.domain.report_errors import MissingGlyph, WritingEnded
from reviewer_app.processes import WorkerLost, spread
from reviewer_app.reports import catalogue
from reviewer_app.reports.facts import ReportFacts
from reviewer_app.reports.writing import remove_aside, replaced_fonts, write_report

WORKERS = 2
_WORTH_IT = 4_000
"""So many applications times files take twice as long as a worker takes to get going."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A report to be written; the ending of the path is its format."""

    key: str
    path: Path


@dataclass(frozen=True, slots=True)
class Finished:
    """What is known of a written report: its code, boxes, and fonts that were not here."""

    code: str
    missing: tuple[MissingGlyph, ...]
    replaced: tuple[tuple[str, str], ...]


class SetWriter:
    """Writes reports of one state; the last document is kept for its other formats."""

    def __init__(self, facts: ReportFacts, *, allow_missing: bool = False) -> None:
        self._facts = facts
        self._allow_missing = allow_missing
        self._last: tuple[str, Document] | None = None

    def write(self, paper: Paper) -> Finished:
        """Write one report, read back and compared.

        Raises:
            ReviewerError: the leaves of `reports`; an older file is whole.
        """
        document = self._document(paper.key)
        written = write_report(
            document,
            paper.path,
            check=(self._facts.ranking, self._facts.translator),
            allow_missing=self._allow_missing,
        )
        replaced = replaced_fonts(document, paper.path.suffix)
        return Finished(document.code, written.missing, replaced)

    def _document(self, key: str) -> Document:
        if self._last is None or self._last[0] != key:
            self._last = None  # no two documents of a large batch at a time
            self._last = (key, catalogue.build(key, self._facts))
        return self._last[1]


def workers_for(facts: ReportFacts, files: int) -> int:
    """Say how many processes shall write so many files; a small batch stays in this one."""
    if len(facts.ranking.applications) * files < _WORTH_IT:
        return 1
    return min(WORKERS, files, os.cpu_count() or 1)


def write_set(
    writer: SetWriter,
    papers: Sequence[Paper],
    done: Callable[[Paper, Finished], None],
    workers: int,
) -> None:
    """Write every report; `done` hears of each when it stands, in whatever order.

    Raises:
        WritingEnded: a worker was ended from outside; what stands is whole.
        ReviewerError: the leaves of `reports`, or what `done` raised.
    """
    if workers == 1:
        for paper in papers:
            done(paper, writer.write(paper))
        return
    try:
        spread(writer.write, papers, done, workers)
    except WorkerLost as lost:
        for paper in papers:  # the other worker may have been ended too
            remove_aside(paper.path)
        raise WritingEnded(papers[lost.place].path) from lost
