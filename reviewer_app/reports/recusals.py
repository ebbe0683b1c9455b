"""Report 03: the register of recusals (回避情况登记表).

Source: domain.md 6.1, 3; 2.5.
"""

from reviewer_app.domain.document import (
    Column,
    ColumnKind,
    Document,
    Note,
    Orientation,
    Row,
    Signatures,
    Table,
)
from reviewer_app.domain.grounds import Ground, RecusalCase
from reviewer_app.i18n import Translator
from reviewer_app.reports.facts import ReportFacts
from reviewer_app.reports.forms import BLANK, by_hand, empty_rows
from reviewer_app.reports.parts import date_words, document, text_cell
from reviewer_app.words.grounds import ground_text, grounds_on_paper, raised_by_name
from reviewer_app.words.times import time_on_paper

_EMPTY = 5
"""So many rows are left for what is declared at the meeting."""


def build(facts: ReportFacts) -> Document:
    """Make the register: what is recorded, then rows to write in."""
    _ = facts.translator
    identity = ("03", "recusals", _("Register of recusals"))
    rows = [_row(at, case, facts) for at, case in enumerate(facts.recusals, 1)]
    columns = _columns(_)
    return document(
        facts,
        identity,
        Orientation.LANDSCAPE,
        (
            Table(columns, (*rows, *empty_rows(_EMPTY, len(columns), len(rows) + 1))),
            Note(_("Grounds: {grounds}.").format(grounds=_grounds(_))),
            Signatures("", (_("Secretary"), _("Supervisor")), date_words(_)),
        ),
    )


def _columns(_: Translator) -> tuple[Column, ...]:
    return (
        Column(_("Line no."), ColumnKind.CODE, 28),
        Column(_("No."), ColumnKind.CODE, 84),
        Column(_("Application name"), ColumnKind.TEXT, 120),
        Column(_("Applicant"), ColumnKind.TEXT, 100),
        Column(_("Reviewer"), ColumnKind.CODE, 56),
        Column(_("Ground (number)"), ColumnKind.TEXT, 112),
        Column(_("Raised by"), ColumnKind.CODE, 56),
        Column(_("How it was handled"), ColumnKind.TEXT, 86),
        Column(_("Time"), ColumnKind.CODE, 62),
        Column(_("Reviewer's signature"), ColumnKind.CODE, 70),
    )


def _row(at: int, case: RecusalCase, facts: ReportFacts) -> Row:
    _ = facts.translator
    names = {reviewer.number: reviewer.name for reviewer in facts.reviewers}
    result = next(row for row in facts.ranking.applications if row.number == case.application)
    return by_hand(
        str(at),
        case.application,
        result.name,
        result.applicant,
        names[case.reviewer],
        "\n".join(filter(None, (grounds_on_paper(case.grounds, _), case.said))),
        raised_by_name(case.raised_by, _),
        _outcome(case, _),
        text_cell(time_on_paper(case.at)),
        BLANK,
    )


def _outcome(case: RecusalCase, _: Translator) -> str:
    if case.dismissed:
        return _("no recusal: {reason}").format(reason=case.dismissed)
    return _("recused; neither sees nor scores it")


def _grounds(_: Translator) -> str:
    return _("; ").join(f"{ground.number} {ground_text(ground, _)}" for ground in Ground)
