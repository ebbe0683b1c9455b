"""Report 35: blank forms for a meeting that goes on by hand (应急空白表).

Source: domain.md section 8 (paper fallback), 2.6 to 2.9.
"""

from collections.abc import Iterator

from reviewer_app.domain.deliberation import Recommendation
from reviewer_app.domain.document import (
    Block,
    Column,
    ColumnKind,
    Document,
    Fact,
    Facts,
    HandLines,
    Heading,
    Note,
    Orientation,
    PageBreak,
    Signatures,
    Table,
    Text,
)
from reviewer_app.i18n import Translator
from reviewer_app.reports.facts import ReportFacts
from reviewer_app.reports.forms import BLANK, boxes, empty_rows
from reviewer_app.reports.meeting import held_at, held_on
from reviewer_app.reports.parts import date_words, document
from reviewer_app.words.numerals import heading
from reviewer_app.words.score_change import change_reasons
from reviewer_app.words.session import recommendation_name

_ROWS = 21
_LINES = 5


def build(facts: ReportFacts) -> Document:
    """Make the forms: what to do, the course, leaving, changes, far scores, votes, opinion."""
    _ = facts.translator
    identity = ("35", "emergency", _("Emergency forms for work by hand"))
    return document(facts, identity, Orientation.PORTRAIT, tuple(_blocks(facts)))


def _blocks(facts: ReportFacts) -> Iterator[Block]:
    _ = facts.translator
    yield Facts((Fact(_("Time"), held_on(facts)), Fact(_("Meeting place"), held_at(facts))))
    yield Heading(heading(1, _("What to do when the PC fails"), _), 2)
    yield Text("\n".join(f"{at}. {step}" for at, step in enumerate(_steps(_), 1)))
    forms = (
        (_("Course of the meeting"), _course(_)),
        (_("Members who leave the room"), _leaving(_)),
        (_("Changes of scores"), _changes(_)),
        (_("Scores far from the others"), _far(_)),
        (_("Votes taken"), _votes(_)),
    )
    for at, (name, table) in enumerate(forms, 2):
        yield PageBreak()
        yield Heading(heading(at, name, _), 2)
        yield table
        if at == 4:
            yield Note(_("Reasons: {reasons}.").format(reasons=change_reasons(_)))
        yield Signatures("", (_("Secretary"), _("Leader"), _("Supervisor")), date_words(_))
    yield PageBreak()
    yield from _opinion(len(forms) + 2, _)


def _steps(_: Translator) -> tuple[str, ...]:
    return (
        _("The host says that the meeting rests; the supervisor notes the time."),
        _(
            "Try another PC first: install the program, open the newest backup, compare the"
            " last entry with the last printed paper."
        ),
        _(
            "Otherwise go on by hand: members score on the blank score sheets (33), nobody"
            " shows a sheet before all of an application are handed in."
        ),
        _("Write the course of the meeting, leaving, changes and votes into these forms."),
        _(
            "Compute results on the tally sheet (34) by two people apart; the panel signs the"
            " tally sheet."
        ),
        _(
            "When a PC works again, two people type the paper sheets in, each once; the results"
            " must agree with the tally sheet. The papers are kept with the archive."
        ),
    )


def _course(_: Translator) -> Table:
    columns = (
        Column(_("Order"), ColumnKind.CODE, 36),
        Column(_("No."), ColumnKind.CODE, 96),
        Column(_("Begins"), ColumnKind.CODE, 60),
        Column(_("Ends"), ColumnKind.CODE, 60),
        Column(_("Sheets handed in"), ColumnKind.COUNT, 60),
        Column(_("Remark"), ColumnKind.TEXT, 170),
    )
    return Table(columns, empty_rows(_ROWS, len(columns), 1))


def _leaving(_: Translator) -> Table:
    columns = (
        Column(_("No."), ColumnKind.CODE, 96),
        Column(_("Name"), ColumnKind.CODE, 80),
        Column(_("Reason"), ColumnKind.TEXT, 120),
        Column(_("Left at"), ColumnKind.CODE, 60),
        Column(_("Returned at"), ColumnKind.CODE, 60),
        Column(_("Signature"), ColumnKind.CODE, 80),
    )
    return Table(columns, empty_rows(_ROWS, len(columns)))


def _changes(_: Translator) -> Table:
    columns = (
        Column(_("No."), ColumnKind.CODE, 90),
        Column(_("Reviewer"), ColumnKind.CODE, 56),
        Column(_("Indicator"), ColumnKind.CODE, 48),
        Column(_("Before"), ColumnKind.POINTS, 40),
        Column(_("After"), ColumnKind.POINTS, 40),
        Column(_("Reason code"), ColumnKind.CODE, 40),
        Column(_("Explanation"), ColumnKind.TEXT, 110),
        Column(_("by the reviewer"), ColumnKind.CODE, 60, _("Confirmed (signature)")),
        Column(_("by the leader"), ColumnKind.CODE, 60, _("Confirmed (signature)")),
    )
    return Table(columns, empty_rows(_ROWS, len(columns)))


def _far(_: Translator) -> Table:
    columns = (
        Column(_("No."), ColumnKind.CODE, 90),
        Column(_("Reviewer"), ColumnKind.CODE, 60),
        Column(_("Own total"), ColumnKind.POINTS, 56),
        Column(_("Mean of the others"), ColumnKind.POINTS, 60),
        Column(_("Difference"), ColumnKind.POINTS, 56),
        Column(_("Kept because, or changed"), ColumnKind.TEXT, 140),
        Column(_("Signature"), ColumnKind.CODE, 70),
    )
    return Table(columns, empty_rows(_ROWS, len(columns)))


def _votes(_: Translator) -> Table:
    columns = (
        Column(_("Question voted on"), ColumnKind.TEXT, 190),
        Column(_("Present"), ColumnKind.COUNT, 44),
        Column(_("Yes"), ColumnKind.COUNT, 44),
        Column(_("No"), ColumnKind.COUNT, 44),
        Column(_("Abstentions"), ColumnKind.COUNT, 44),
        Column(_("Outcome"), ColumnKind.CODE, 70),
    )
    return Table(columns, empty_rows(_ROWS, len(columns)))


def _opinion(at: int, _: Translator) -> Iterator[Block]:
    yield Heading(heading(at, _("Opinion of the panel (copy as often as needed)"), _), 2)
    choices = boxes(recommendation_name(one, _) for one in Recommendation if one.value)
    yield Facts(
        (
            Fact(_("No."), BLANK),
            Fact(_("Applicant"), BLANK),
            Fact(_("Application name"), BLANK),
            Fact(_("Result"), BLANK),
        )
    )
    for name in (_("What was heard and read"), _("Strengths"), _("Problems and advice")):
        yield Text(name)
        yield HandLines(_LINES)
    yield Text(choices)
    yield Signatures("", (_("Leader"), *(_("Member"),) * 5), date_words(_))
