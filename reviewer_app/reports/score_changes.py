"""Report 13: every score changed after a submission (评分修改记录表).

Source: domain.md 6.1, 13; 2.8.
"""

from fractions import Fraction

from reviewer_app.domain.deliberation import LoggedChange
from reviewer_app.domain.document import (
    Cell,
    Column,
    ColumnKind,
    Document,
    Note,
    Number,
    Orientation,
    Row,
    Signatures,
    Table,
)
from reviewer_app.domain.points import decimals_of, format_points
from reviewer_app.domain.score_change import ScoreChange, code_and_text
from reviewer_app.i18n import Translator
from reviewer_app.reports.facts import ReportFacts
from reviewer_app.reports.forms import BLANK, by_hand, empty_rows
from reviewer_app.reports.parts import date_words, document, indicator_name
from reviewer_app.words.reports import DASH
from reviewer_app.words.score_change import change_reasons
from reviewer_app.words.times import time_on_paper

_EMPTY = 6
"""Rows to write in where nothing was changed in the program."""

_DIGITS = 12


def build(facts: ReportFacts) -> Document:
    """Make the log, oldest change first."""
    _ = facts.translator
    identity = ("13", "score-changes", _("Log of changed scores"))
    columns = _columns(_)
    rows = tuple(_row(at, change, facts) for at, change in enumerate(facts.changes, 1))
    count = _.plural("{count} change", "{count} changes", len(rows)).format(count=len(rows))
    notes = _(
        "Up to journal entry {sequence} the program holds: {changes} of a submitted score."
        " The digest is that of the journal's entry, by which the change can be found."
    ).format(sequence=facts.ranking.sequence, changes=count)
    return document(
        facts,
        identity,
        Orientation.LANDSCAPE,
        (
            Table(columns, rows or empty_rows(_EMPTY, len(columns))),
            Note(notes),
            Note(_("Reasons: {reasons}.").format(reasons=change_reasons(_))),
            Signatures("", (_("Leader"), _("Supervisor"), _("Secretary")), date_words(_)),
        ),
    )


def _columns(_: Translator) -> tuple[Column, ...]:
    return (
        Column(_("Line no."), ColumnKind.CODE, 28),
        Column(_("Time"), ColumnKind.CODE, 60),
        Column(_("Reviewer"), ColumnKind.CODE, 50),
        Column(_("No."), ColumnKind.CODE, 84),
        Column(_("Indicator"), ColumnKind.TEXT, 84),
        Column(_("Before"), ColumnKind.POINTS, 38),
        Column(_("After"), ColumnKind.POINTS, 38),
        Column(_("Reason code"), ColumnKind.CODE, 36),
        Column(_("Explanation"), ColumnKind.TEXT, 84),
        Column(_("Digest"), ColumnKind.CODE, 72),
        Column(_("by the reviewer"), ColumnKind.CODE, 56, _("Confirmed (signature)")),
        Column(_("by the leader"), ColumnKind.CODE, 56, _("Confirmed (signature)")),
        Column(_("Remark of the supervisor"), ColumnKind.TEXT, 68, _("Confirmed (signature)")),
    )


def _row(at: int, change: ScoreChange, facts: ReportFacts) -> Row:
    _ = facts.translator
    names = {reviewer.number: reviewer.name for reviewer in facts.reviewers}
    code, text = code_and_text(change.reason)
    return by_hand(
        str(at),
        time_on_paper(change.at),
        names.get(change.reviewer, _("all (computed)")),
        change.application,
        _indicator(change.indicator, facts),
        _points(change.before, change.indicator, facts),
        _points(change.after, change.indicator, facts),
        code.value if code else BLANK,
        text or BLANK,
        change.digest[:_DIGITS],
        *_confirmed(change, facts),
    )


def _confirmed(change: ScoreChange, facts: ReportFacts) -> tuple[str, str, str]:
    """Give when reviewer and leader confirmed in the program, and the supervisor's remark.

    What was not done there is a blank to sign.
    """
    wanted = (change.application, change.reviewer, change.indicator, change.before, change.after)
    for row in facts.record.decisions.changes if facts.record else ():
        if (row.application, row.reviewer, row.indicator, row.before, row.after) == wanted:
            return (
                time_on_paper(row.reviewer_confirmed_at),
                _by_leader(row, facts.translator),
                f"{row.supervisor} {time_on_paper(row.noted_at)} {row.note}".strip(),
            )
    return BLANK, BLANK, BLANK


def _by_leader(row: LoggedChange, _: Translator) -> str:
    """Name who confirmed for the panel, or who took the change back."""
    if row.taken_back_at:
        text = _("taken back: {name} {time}")
        return text.format(name=row.taken_back_by, time=time_on_paper(row.taken_back_at))
    return f"{row.leader} {time_on_paper(row.leader_confirmed_at)}".strip()


def _indicator(code: str, facts: ReportFacts) -> str:
    indicator = facts.ranking.scheme.by_code.get(code)
    return f"{code} {indicator_name(indicator, facts)}" if indicator else code


def _points(value: Fraction | None, code: str, facts: ReportFacts) -> Cell:
    """Write with the decimals of the indicator; two for one that is no longer there."""
    if value is None:
        return DASH
    indicator = facts.ranking.scheme.by_code.get(code)
    if indicator is None:
        return Number(format_points(value, 2))
    places = decimals_of(indicator.step) if indicator.is_on_sheet else indicator.places
    return Number(format_points(value, places))
