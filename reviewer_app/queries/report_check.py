"""Is a file the document of its code, and what changed since it was printed?"""

import hashlib
import re
import unicodedata
from dataclasses import dataclass, replace
from pathlib import Path

from reviewer_app.domain.closing import Scan
from reviewer_app.domain.document import CODE_DIGITS, Document, Edition, digest
from reviewer_app.domain.errors import NoCode, ReviewerError, VerifyFailed
from reviewer_app.domain.report_check import Code, ReportCheck, Touched
from reviewer_app.domain.report_errors import BadCode, UnknownCode
from reviewer_app.domain.report_list import Preview
from reviewer_app.domain.results import Ranking
from reviewer_app.domain.rules.rights import View
from reviewer_app.domain.verification import Verification
from reviewer_app.i18n import LANGUAGES, Translator, translator
from reviewer_app.queries.report import ReportOrder, facts_as_they_were
from reviewer_app.queries.report_list import preview_of
from reviewer_app.queries.report_touched import touched_since
from reviewer_app.queries.verification import verification, verification_as_it_was
from reviewer_app.reports import catalogue
from reviewer_app.reports.facts import ReportFacts
from reviewer_app.reports.reading_back import carries, text_of
from reviewer_app.storage.exports import exports_of
from reviewer_app.storage.signing import load_scans
from reviewer_app.workspace import Workspace

_CODE = re.compile(
    rf"(\d\d)-([a-z]+(?:-[a-z]+)*?)(-public)?\s*·\s*(\d+)\s*·\s*([0-9a-f]{{{CODE_DIGITS}}})"
)

_TYPED = re.compile(
    r"\d\d-([a-z]+(?:-[a-z]+)*?)(-public)?[\s·.,:;/|・•-]+(\d+)[\s·.,:;/|・•-]+([0-9a-f]{12})"
)
"""As somebody types it from a page."""


@dataclass(frozen=True, slots=True)
class Recalled:
    """A document as it was, the time of its journal entry, and what happened since.

    `scans` are the signed ones of this very code, for who may see them.
    """

    shown: Preview
    at: str
    entries_since: int
    since: Touched
    scans: tuple[Scan, ...] = ()


def read_code(file: Path) -> Code:
    """Find the foot code in a PDF or workbook.

    Raises:
        NoCode: there is none.
    """
    found = _CODE.search(text_of(file))
    if found is None:
        raise NoCode(file)
    edition = Edition.PUBLIC if found[3] else Edition.INTERNAL
    return Code(found[2], edition, int(found[4]), found[5])


def parse_code(text: str) -> Code:
    """Read a foot code as somebody types it: any spaces, points or dashes between its parts.

    Raises:
        BadCode: it is none.
    """
    found = _TYPED.fullmatch(unicodedata.normalize("NFKC", text).strip().lower())
    if found is None:
        raise BadCode(text)
    edition = Edition.PUBLIC if found[2] else Edition.INTERNAL
    return Code(found[1], edition, int(found[3]), found[4])


def recall(workspace: Workspace, code: Code, _: Translator) -> Recalled:
    """Give the document of a code as it was, and say what touches it since.

    Raises:
        UnknownCode: this workspace never gave a document of the code.
        VerifyFailed: the workspace is not what its journal says, so nothing is sure.
    """
    workspace.require_view(View.REPORTS)
    last = workspace.store.head()[0]
    outcome = verification(workspace)
    if not outcome.passed:
        raise VerifyFailed(workspace.store.path, len(outcome.findings))
    then = None
    if 1 <= code.sequence <= last:
        then = _document_then(workspace, code, outcome)
    if then is None:
        raise UnknownCode(code.key, code.sequence, code.digest)
    shown = preview_of(then.document, allow_missing=True)
    return Recalled(
        shown=shown,
        at=workspace.store.entries(code.sequence)[0].at,
        entries_since=last - code.sequence,
        since=touched_since(workspace, code, then.order, outcome, _),
        scans=_scans_of(workspace, shown.code),
    )


def _scans_of(workspace: Workspace, code: str) -> tuple[Scan, ...]:
    if not workspace.sees(View.SIGNING):
        return ()
    return tuple(scan for scan in load_scans(workspace.store) if scan.code == code)


def check_report(workspace: Workspace, file: Path, code: Code, _: Translator) -> ReportCheck:
    """Rebuild the document as it was at its sequence and compare."""
    last = workspace.store.head()[0]
    outcome = verification(workspace)
    then = None
    if 1 <= code.sequence <= last and outcome.passed:
        then = _document_then(workspace, code, outcome)
    with file.open("rb") as source:
        sha = hashlib.file_digest(source, "sha256").hexdigest()
    return ReportCheck(
        code=code,
        is_known=then is not None,
        is_same_file=any(item.sha256 == sha for item in exports_of(workspace.store)),
        holds_values=then is not None and carries(file, then.document, then.check),
        entries_since=max(0, last - code.sequence),
        since=touched_since(workspace, code, then.order, outcome, _) if then else Touched(),
    )


@dataclass(frozen=True, slots=True)
class _Then:
    document: Document
    check: tuple[Ranking, Translator]
    order: ReportOrder


def _orders(code: Code) -> tuple[ReportOrder, ...]:
    return tuple(
        ReportOrder(code.edition, translator(language), single_sheets=single)
        for single in (False, True)
        for language in LANGUAGES
    )


def _document_then(workspace: Workspace, code: Code, outcome: Verification) -> _Then | None:
    """Find the language and form in which the workspace gave this code."""
    past = verification_as_it_was(workspace, code.sequence, outcome)
    try:
        needs = catalogue.report(code.key).needs
    except ReviewerError:
        return None
    for order in _orders(code):
        facts = facts_as_they_were(workspace, code.sequence, order, past, needs)
        found = _with_code(code, facts)
        if found is not None:
            application, document = found
            meant = replace(order, application=application)
            return _Then(document, (facts.ranking, order.translator), meant)
    return None


def _with_code(code: Code, facts: ReportFacts) -> tuple[str, Document] | None:
    """Find the document of a code: that of all applications, or of which single one."""
    by_application = catalogue.report(code.key).by_application
    numbers = [result.number for result in facts.ranking.applications] if by_application else []
    for number in ("", *numbers):
        try:
            document = catalogue.build(code.key, replace(facts, only=number))
        except ReviewerError:
            continue
        if digest(document).startswith(code.digest):
            return number, document
    return None
