"""The papers issued for signature: their codes, their substance, their pages."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from reviewer_app.domain.closing import IssuedPaper
from reviewer_app.domain.document import Document, Edition, digest
from reviewer_app.domain.errors import UnknownNumber
from reviewer_app.domain.meeting_record import MeetingRecord
from reviewer_app.domain.report_list import Preview
from reviewer_app.domain.rules.rights import View
from reviewer_app.i18n import DEFAULT_LANGUAGE, translator
from reviewer_app.queries.report import ReportOrder, facts_as_they_were, report_facts
from reviewer_app.queries.report_check import parse_code
from reviewer_app.queries.report_list import preview_of
from reviewer_app.reports import catalogue
from reviewer_app.reports.facts import Need, ReportFacts
from reviewer_app.storage import closing, signing
from reviewer_app.workspace import Workspace

CLOSING_SHEET = "31"
"""Issued when the results are closed; it carries the chain head of that moment."""


@dataclass(frozen=True, slots=True)
class Issue:
    """A document as it would be issued now."""

    code: str
    digest: str


def issues_now(workspace: Workspace, documents: Collection[str]) -> Mapping[str, Issue]:
    """Give each document's foot code and the digest of its substance, as of now.

    Substance is what is signed: not the state of the journal, not who is in the room or
    was there, not the other signatures and the nights between.
    """
    facts = report_facts(workspace, _order(), None, _needs(documents))
    plain = _substance(facts)
    return {
        number: Issue(
            catalogue.build(catalogue.report(number).key, facts).code,
            digest(catalogue.build(catalogue.report(number).key, plain)),
        )
        for number in documents
    }


def changed_papers(workspace: Workspace) -> tuple[str, ...]:
    """Name the documents of the version that stands which read otherwise than when issued.

    Raises:
        NotAllowed: not for this role.
    """
    workspace.require_view(View.SIGNING)
    store = workspace.store
    standing = signing.standing_papers(store, len(closing.load_snapshots(store)))
    standing.pop(CLOSING_SHEET, None)
    if not standing:
        return ()
    now = issues_now(workspace, standing.keys())
    return tuple(number for number in standing if now[number].digest != standing[number].digest)


def paper_document(workspace: Workspace, paper: IssuedPaper) -> Document:
    """Build a paper as it was issued.

    Raises:
        UnknownNumber: the file no longer gives the document of this code.
    """
    workspace.require_view(View.SIGNING)
    key = catalogue.report(paper.document).key
    sequence = parse_code(paper.code).sequence
    facts = facts_as_they_were(workspace, sequence, _order(), None, _needs((paper.document,)))
    document = catalogue.build(key, facts)
    if document.code != paper.code:
        raise UnknownNumber("paper", paper.code)
    return document


def paper_pages(workspace: Workspace, paper: IssuedPaper) -> Preview:
    """Give the pages of a paper as it was issued, to be read before it is signed."""
    return preview_of(paper_document(workspace, paper), allow_missing=True)


def _order() -> ReportOrder:
    """Papers that are signed are the bureau's: internal, in its language."""
    return ReportOrder(Edition.INTERNAL, translator(DEFAULT_LANGUAGE))


def _needs(documents: Collection[str]) -> frozenset[Need]:
    return frozenset[Need]().union(*(catalogue.report(number).needs for number in documents))


def _substance(facts: ReportFacts) -> ReportFacts:
    record = None if facts.record is None else _lasting(facts.record)
    return replace(facts, ranking=replace(facts.ranking, sequence=0, head=""), record=record)


def _lasting(record: MeetingRecord) -> MeetingRecord:
    """Leave out what goes on while papers are signed."""
    return replace(
        record,
        events=(),
        room=replace(record.room, attendance=(), leaves=(), recesses=()),
        closing=replace(record.closing, signatures=(), nights=()),
    )
