"""Pieces of the forms that people fill in: heads, boxes to tick, room for a hand.

What is recorded is printed; what is not is a clean blank, never a dash.
"""

from collections.abc import Iterable, Sequence

from reviewer_app.domain.document import (
    Block,
    Cell,
    Fact,
    Facts,
    Note,
    PageBreak,
    Row,
    RowKind,
    Subject,
)
from reviewer_app.domain.results import ApplicationResult, ResultState
from reviewer_app.i18n import Translator
from reviewer_app.reports.facts import ReportFacts
from reviewer_app.reports.parts import text_cell

BLANK = ""
TICKED_BOX, OPEN_BOX = "■", "□"


def presenting(facts: ReportFacts) -> tuple[ApplicationResult, ...]:
    """Give the applications that take part, in order of their numbers."""
    gone = (ResultState.WITHDRAWN, ResultState.INELIGIBLE)
    return tuple(result for result in facts.chosen if result.state not in gone)


def supported(facts: ReportFacts) -> tuple[ApplicationResult, ...]:
    """Give the applications that reach the pass lines, best first; `only` may pick one."""
    return tuple(
        result
        for result in facts.ranking.applications
        if result.rank is not None and result.passes and facts.only in ("", result.number)
    )


def pages(forms: Iterable[tuple[str, Sequence[Block]]], nothing: str) -> list[Block]:
    """Put forms on pages of their own, each with what it is about; else one page that says so."""
    blocks: list[Block] = []
    for subject, form in forms:
        blocks += [PageBreak()] if blocks else []
        blocks += [Subject(subject), *form]
    return blocks or [Note(nothing)]


def case_name(result: ApplicationResult) -> str:
    """Name an application in outlines and above later pages."""
    return f"{result.number} {result.name}"


def case_head(result: ApplicationResult, facts: ReportFacts, *more: Fact) -> Facts:
    """Give the head of a paper about one application."""
    _ = facts.translator
    application = facts.applications.get(result.number)
    code = application.credit_code if application else ""
    return Facts(
        (
            Fact(_("No."), result.number),
            Fact(_("Application name"), result.name),
            Fact(_("Applicant"), result.applicant),
            Fact(_("Unified credit code"), text_cell(code)),
            Fact(_("Industry"), text_cell(result.industry)),
            Fact(_("Handling unit"), text_cell(result.office)),
            *more,
        )
    )


def boxes(names: Iterable[str], chosen: str = "", between: str = "　") -> str:
    """Give the choices with a box before each, that of the chosen one filled.

    >>> boxes(["是", "否"], "否")
    '□是　■否'
    """
    return between.join(f"{TICKED_BOX if name == chosen else OPEN_BOX}{name}" for name in names)


def by_hand(*cells: Cell) -> Row:
    """Give a row with room to write in its empty cells."""
    return Row(cells, RowKind.BY_HAND)


def empty_rows(count: int, columns: int, first: int = 0) -> tuple[Row, ...]:
    """Give rows to fill in; with `first` they are numbered from there on."""
    numbers = [str(first + place) if first else BLANK for place in range(count)]
    return tuple(by_hand(number, *[BLANK] * (columns - 1)) for number in numbers)


def listed(names: Iterable[str], _: Translator) -> str:
    """Join different names that are not empty, in order of first mention."""
    return _(", ").join(dict.fromkeys(filter(None, names)))


def space(lines: int) -> str:
    """Give a value of so many empty lines: a box to write in."""
    return "\n" * (lines - 1)
