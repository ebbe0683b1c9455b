"""The documents of a review: numbers, keys, formats, and who builds them."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from reviewer_app.domain.document import Document, Edition
from reviewer_app.domain.report_errors import (
    NoPublicEdition,
    NoSuchFormat,
    NotByApplication,
    NotInThisVersion,
    UnknownReport,
)
from reviewer_app.reports import (
    agenda,
    archive_list,
    attendance,
    blank_sheets,
    closing_sheet,
    composite,
    consistency,
    credit_check,
    data_confirmation,
    draw,
    emergency,
    feedback,
    fees,
    formal_check,
    funding,
    minutes,
    objections,
    objective_scores,
    opinions,
    outlier_review,
    pledge,
    publicity,
    rank_explanation,
    ranking,
    recusals,
    refusal_notice,
    result_notice,
    rubric,
    score_changes,
    score_sheets,
    stage_review,
    supplement_notice,
    tally,
    task_book,
    work_report,
)
from reviewer_app.reports.facts import Need, ReportFacts


@dataclass(frozen=True, slots=True)
class Report:
    """One document.

    `has_public` says whether there is an edition without reviewers; `needs` is what it
    is made from besides the ranking; `by_application` that it can be had for one alone.
    """

    number: str
    key: str
    formats: tuple[str, ...]
    build: Callable[[ReportFacts], Document] | None = None
    has_public: bool = False
    needs: frozenset[Need] = frozenset()
    by_application: bool = False

    @property
    def shows_results(self) -> bool:
        """Whether scores or ranks of the panel stand in it."""
        return self.number not in _WITHOUT_RESULTS

    def file_name(self, edition: Edition, extension: str, application: str = "") -> str:
        """Name the file: NN-key[-public][-application].ext."""
        public = "-public" if edition is Edition.PUBLIC else ""
        single = f"-{_UNSAFE.sub('_', application)}" if application else ""
        return f"{self.number}-{self.key}{public}{single}.{extension}"


_UNSAFE = re.compile(r"[^\w-]+")
"""What an application number may hold and a file name may not."""

_WITHOUT_RESULTS = frozenset(
    {
        *("01", "02", "03", "04", "05", "06", "07", "08", "18", "20", "22", "23"),
        *("25", "26", "27", "31", "32", "33", "34", "35"),
    }
)
"""Papers that may be printed while scores are given; a new one may not, unless it is named."""

_PDF = ("pdf",)
_SHEET = ("pdf", "xlsx")
_WORD = ("pdf", "docx")
_APPLICATIONS = frozenset({Need.APPLICATIONS})
_SESSION = frozenset({Need.SESSION})
_PRESENT = frozenset({Need.PEOPLE, Need.SESSION})
_PLEDGED = frozenset({Need.RECUSALS, Need.SESSION})
_LOG = frozenset({Need.CHANGES, Need.SESSION})
_CHECKS = frozenset({Need.APPLICATIONS, Need.CHECKS})
_OUTLIERS = frozenset({Need.APPLICATIONS, Need.OUTLIERS})
_WORK = frozenset({Need.CHECKS, Need.OUTLIERS, Need.CHANGES, Need.SESSION})
_DATA = frozenset({Need.APPLICATIONS, Need.DATA})

REPORTS: tuple[Report, ...] = (
    Report("01", "attendance", _PDF, attendance.build, needs=_PRESENT),
    Report("02", "pledge", _PDF, pledge.build, needs=_PLEDGED),
    Report("03", "recusals", _PDF, recusals.build, needs=frozenset({Need.RECUSALS})),
    Report("04", "draw", _PDF, draw.build, needs=_SESSION),
    Report("05", "formal-check", _PDF, formal_check.build, needs=_CHECKS, by_application=True),
    Report("06", "credit-check", _PDF, credit_check.build, needs=_CHECKS, by_application=True),
    Report(
        "07", "objective-scores", _SHEET, objective_scores.build, needs=_DATA, by_application=True
    ),
    Report("08", "agenda", _SHEET, agenda.build, has_public=True, needs=_SESSION),
    Report("09", "score-sheets", _SHEET, score_sheets.build),
    Report("10", "composite", _SHEET, composite.build, by_application=True),
    Report("11", "ranking", _SHEET, ranking.build, has_public=True),
    Report("12", "outlier-review", _PDF, outlier_review.build, needs=_OUTLIERS),
    Report("13", "score-changes", _SHEET, score_changes.build, needs=_LOG),
    Report("14", "opinions", _WORD, opinions.build, needs=_SESSION, by_application=True),
    Report("15", "minutes", _WORD, minutes.build, needs=_SESSION),
    Report("16", "work-report", _WORD, work_report.build, needs=_WORK),
    Report("17", "publicity", _WORD, publicity.build, has_public=True),
    Report("18", "objections", _PDF, objections.build),
    Report("19", "funding", _SHEET, funding.build, needs=_APPLICATIONS),
    Report("20", "task-book", _PDF, task_book.build, needs=_APPLICATIONS, by_application=True),
    Report(
        "21", "stage-review", _PDF, stage_review.build, needs=_APPLICATIONS, by_application=True
    ),
    Report("22", "fees", _PDF, fees.build, needs=_SESSION),
    Report("23", "archive-list", _SHEET, archive_list.build, needs=frozenset({Need.ATTACHMENTS})),
    Report("24", "consistency", _SHEET, consistency.build),
    Report(
        "25",
        "supplement-notice",
        _WORD,
        supplement_notice.build,
        needs=_CHECKS,
        by_application=True,
    ),
    Report("26", "refusal-notice", _WORD, refusal_notice.build, needs=_CHECKS, by_application=True),
    Report(
        "27",
        "data-confirmation",
        _PDF,
        data_confirmation.build,
        needs=_APPLICATIONS,
        by_application=True,
    ),
    Report("28", "result-notice", _WORD, result_notice.build, by_application=True),
    Report(
        "29",
        "rank-explanation",
        _PDF,
        rank_explanation.build,
        needs=_APPLICATIONS,
        by_application=True,
    ),
    Report("30", "feedback", _WORD, feedback.build, by_application=True),
    Report("31", "closing-sheet", _PDF, closing_sheet.build, needs=_SESSION),
    Report("32", "rubric", _PDF, rubric.build),
    Report("33", "blank-sheets", _PDF, blank_sheets.build),
    Report("34", "tally", _PDF, tally.build),
    Report("35", "emergency", _PDF, emergency.build, needs=_SESSION),
)
"""Source: contract.md 1."""


def report(key: str) -> Report:
    """Find a report by its key or its number.

    Raises:
        UnknownReport: there is none.
    """
    for row in REPORTS:
        if key in (row.key, row.number):
            return row
    raise UnknownReport(key, tuple(row.key for row in REPORTS))


def made_now() -> tuple[Report, ...]:
    """Give the reports this version makes, in order of their numbers."""
    return tuple(row for row in REPORTS if row.build is not None)


def _not_made(row: Report) -> NotInThisVersion:
    return NotInThisVersion(row.key, row.number, tuple(made.number for made in made_now()))


def check_format(key: str, extension: str) -> None:
    """Say whether a report is made in a format.

    Raises:
        UnknownReport: there is no such report.
        NoSuchFormat: there is, but not in this format.
    """
    row = report(key)
    if extension not in row.formats:
        raise NoSuchFormat(row.key, extension, row.formats)


def check_by_application(key: str) -> None:
    """Say whether a report can be had for one application alone.

    Raises:
        NotByApplication: it is one paper for the whole batch.
    """
    if not report(key).by_application:
        keys = tuple(row.key for row in REPORTS if row.by_application)
        raise NotByApplication(key, keys)


def made(key: str, edition: Edition) -> Report:
    """Find a report that this version makes in the edition.

    Raises:
        UnknownReport, NotInThisVersion, NoPublicEdition: it does not.
    """
    row = report(key)
    if row.build is None:
        raise _not_made(row)
    if edition is Edition.PUBLIC and not row.has_public:
        raise NoPublicEdition(row.key, row.number)
    return row


def build(key: str, facts: ReportFacts) -> Document:
    """Make a report as a document.

    Raises:
        UnknownReport: there is no such report.
        NotInThisVersion: this version does not make it yet.
        NoPublicEdition: the public edition was asked of one that shows reviewers.
        NotVerified: the consistency report without the outcome of verify.
    """
    row = report(key)
    if row.build is None:
        raise _not_made(row)
    if facts.is_public and not row.has_public:
        raise NoPublicEdition(row.key, row.number)
    return row.build(facts)
