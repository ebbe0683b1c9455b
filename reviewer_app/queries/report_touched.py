"""Which later entries touch a document: those after which it reads otherwise."""

from collections.abc import Callable
from dataclasses import replace

from reviewer_app.domain.document import digest
from reviewer_app.domain.errors import NotAllowed, ReviewerError
from reviewer_app.domain.report_check import Code, Touched
from reviewer_app.domain.verification import Verification
from reviewer_app.i18n import Translator
from reviewer_app.queries.journal import journal_rows
from reviewer_app.queries.report import ReportOrder, facts_as_they_were, require_shown
from reviewer_app.queries.verification import verification_as_it_was
from reviewer_app.reports import catalogue
from reviewer_app.workspace import Workspace

MOST = 12
"""So many entries are told; more are only said to be there."""

_LOOKS = 80
"""So many times the document is made anew: each takes a moment in a large batch."""

Reading = Callable[[int], str]


def touched_since(
    workspace: Workspace, code: Code, order: ReportOrder, outcome: Verification, _: Translator
) -> Touched:
    """Give the entries since a document was made that change what it says.

    Who may not read the journal is told only that there are some.

    Raises:
        NotNow: it would show results while scores are given.
    """
    require_shown(workspace, (code.key,))
    last = workspace.store.head()[0]
    found, is_whole = entries_touching(
        lambda sequence: _reading(workspace, code, order, (sequence, outcome)), code.sequence, last
    )
    try:
        rows = journal_rows(workspace, found, _)
    except NotAllowed:
        rows = ()
    return Touched(rows, bool(found) or not is_whole, is_whole and len(rows) == len(found))


def entries_touching(reading: Reading, first: int, last: int) -> tuple[list[int], bool]:
    """Find the entries after `first` that change a reading, and whether these are all.

    Halves that read alike at both ends are passed over, so what was changed and changed
    back within one may stay untold.

    >>> entries_touching(lambda at: "a" if at < 7 else "b", 1, 100)
    ([7], True)
    """
    known: dict[int, str] = {}

    def read(at: int) -> str:
        if at not in known:
            known[at] = reading(at)
        return known[at]

    found: list[int] = []
    spans = [(first, last)]
    while spans:
        low, high = spans.pop()
        if low >= high or read(low) == read(high):
            continue
        if len(found) == MOST or len(known) >= _LOOKS:
            return found, False
        if high - low == 1:
            found.append(high)
        else:
            middle = (low + high) // 2
            spans += [(middle, high), (low, middle)]
    return found, True


def _reading(
    workspace: Workspace, code: Code, order: ReportOrder, at: tuple[int, Verification]
) -> str:
    """Give what the document said after an entry, without the state of the journal itself."""
    sequence, outcome = at
    row = catalogue.report(code.key)
    past = None
    if row.key == "consistency":
        past = verification_as_it_was(workspace, sequence, outcome)
    facts = facts_as_they_were(workspace, sequence, order, past, row.needs)
    still = replace(facts, ranking=replace(facts.ranking, sequence=0, head=""))
    try:
        return digest(catalogue.build(row.key, still))
    except ReviewerError:
        return ""
