"""Report 05: the formal check of each application, a page each (形式审查表).

Source: domain.md 6.1, 5; 2.2.
"""

from reviewer_app.domain.checks import (
    FORMAL_ITEMS,
    FormalLine,
    FormalResult,
    Supplement,
    formal_conclusion,
)
from reviewer_app.domain.document import (
    Block,
    Column,
    ColumnKind,
    Document,
    Fact,
    Facts,
    Orientation,
    Row,
    Signatures,
    Table,
)
from reviewer_app.domain.results import ApplicationResult
from reviewer_app.i18n import Translator
from reviewer_app.reports.facts import ReportFacts
from reviewer_app.reports.forms import BLANK, boxes, by_hand, case_head, case_name, listed, pages
from reviewer_app.reports.parts import date_words, document, text_cell
from reviewer_app.words.checks import formal_item, formal_result_name
from reviewer_app.words.reports import DASH

_CONCLUSIONS = (FormalResult.PASSED, FormalResult.SUPPLEMENT, FormalResult.FAILED)


def build(facts: ReportFacts) -> Document:
    """Make the formal checks, applications in order of their numbers."""
    _ = facts.translator
    identity = ("05", "formal-check", _("Form of the formal check"))
    forms = ((case_name(result), _form(result, facts)) for result in facts.chosen)
    nothing = _("There are no applications in this batch.")
    return document(facts, identity, Orientation.PORTRAIT, pages(forms, nothing))


def _form(result: ApplicationResult, facts: ReportFacts) -> tuple[Block, ...]:
    _ = facts.translator
    lines = facts.checks.formal.get(result.number, ())
    supplement = facts.checks.supplements.get(result.number)
    return (
        case_head(result, facts),
        _table(lines, _),
        _outcome(lines, supplement, _),
        Signatures("", (_("Checker"), _("Second checker")), date_words(_)),
    )


def _table(lines: tuple[FormalLine, ...], _: Translator) -> Table:
    found = {line.item: line for line in lines}
    columns = (
        Column(_("Line no."), ColumnKind.CODE, 28),
        Column(_("What is checked"), ColumnKind.TEXT, 210),
        Column(_("Finding"), ColumnKind.CODE, 92),
        Column(_("Remarks"), ColumnKind.TEXT, 110),
    )
    return Table(columns, tuple(_row(item, found.get(item), _) for item in FORMAL_ITEMS))


def _row(item: int, line: FormalLine | None, _: Translator) -> Row:
    text = formal_item(item, _)
    if line is None:
        return by_hand(str(item), text, _open_result(_), BLANK)
    return Row((str(item), text, formal_result_name(line.result, _), text_cell(line.remark)))


def _open_result(_: Translator) -> str:
    names = [formal_result_name(result, _) for result in FormalResult]
    return f"{boxes(names[:2])}\n{boxes(names[2:])}"


def _outcome(lines: tuple[FormalLine, ...], supplement: Supplement | None, _: Translator) -> Facts:
    """Give conclusion, dates of a supplement and who checked, blank where it is open."""
    conclusion = formal_conclusion(lines)
    names = [formal_result_name(result, _) for result in _CONCLUSIONS]
    chosen = formal_result_name(conclusion, _) if conclusion else ""
    dates = _supplement_dates(supplement, conclusion)
    return Facts(
        (
            Fact(_("Conclusion"), boxes(names, chosen)),
            Fact(_("Checked on"), listed((line.checked_on for line in lines), _)),
            Fact(_("Supplement asked for on"), dates[0]),
            Fact(_("Checked by"), listed((line.checked_by for line in lines), _)),
            Fact(_("Supplement due on"), dates[1]),
            Fact(_("Checked again by"), listed((line.rechecked_by for line in lines), _)),
            Fact(_("Supplement received on"), dates[2]),
            Fact(_("What was asked for"), supplement.remark if supplement else dates[0]),
        )
    )


def _supplement_dates(
    supplement: Supplement | None, conclusion: FormalResult | None
) -> tuple[str, str, str]:
    if supplement is not None:
        return supplement.notified_on, supplement.due_on, supplement.received_on
    blank = DASH if conclusion is FormalResult.PASSED else BLANK
    return blank, blank, blank
