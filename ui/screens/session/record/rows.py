"""What a row of the late changes shows; values in, texts out."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from reviewer_app.domain.ids import natural_key
from reviewer_app.domain.meeting_record import LateChange, LateKind
from reviewer_app.domain.scheme import Scheme
from reviewer_app.i18n import Translator
from reviewer_app.words.late_changes import late_kind_name, late_reason, late_value
from reviewer_app.words.times import time_on_paper
from ui.models.table import TableColumn
from ui.text import or_dash


@dataclass(frozen=True, slots=True)
class LateRow:
    """A late change in words."""

    change: LateChange
    reviewer: str
    what: str
    before: str
    after: str
    reason: str
    confirmed: str


def late_row(
    change: LateChange, names: Mapping[str, str], scheme: Scheme, _: Translator
) -> LateRow:
    """Say a change; `names` are the reviewers' by number."""
    return LateRow(
        change=change,
        reviewer=f"{change.reviewer} {names.get(change.reviewer, '')}".strip(),
        what=_what(change, scheme, _),
        before=late_value(change, change.before, _),
        after=late_value(change, change.after, _),
        reason=late_reason(change, _),
        confirmed=_(", ").join(names.get(one, one) for one in change.confirmed_by),
    )


def _what(change: LateChange, scheme: Scheme, _: Translator) -> str:
    match change.kind:
        case LateKind.SCORE | LateKind.COMPUTED:
            indicator = scheme.by_code.get(change.indicator)
            return f"{change.indicator} {indicator.name if indicator else ''}".strip()
        case LateKind.SHEET:
            return _("State of the sheet")
        case LateKind.STANDING:
            return _("Standing in the review")


def columns(_: Translator) -> tuple[TableColumn[LateRow], ...]:
    """Give the columns of the list."""
    return (
        TableColumn("entry", _("Entry"), _entry, sort=_sequence, is_number=True, width=64),
        TableColumn("time", _("Time"), _time, sort=_sequence, width=140),
        TableColumn("application", _("Application"), _application, sort=_number, width=160),
        TableColumn("reviewer", _("Reviewer"), _reviewer, width=104),
        TableColumn("what", _("What"), lambda row: row.what, width=136),
        TableColumn(
            "before", _("Formerly"), lambda row: row.before, sort=_from, is_number=True, width=88
        ),
        TableColumn("after", _("Then"), lambda row: row.after, sort=_to, is_number=True, width=88),
        TableColumn("actor", _("Changed by"), lambda row: row.change.actor, width=88),
        TableColumn("confirmed", _("Confirmed by"), _confirmed, width=120),
        TableColumn("reason", _("Why it was changed"), lambda row: row.reason, width=220),
    )


def kinds(_: Translator) -> tuple[tuple[str, str], ...]:
    """Give key and words of each kind, everything first."""
    every = ("", _("Every change"))
    return (every, *((kind.value, late_kind_name(kind, _)) for kind in LateKind))


def _from(row: LateRow) -> tuple[bool, Fraction, str]:
    return _by_value(row.change, row.change.before)


def _to(row: LateRow) -> tuple[bool, Fraction, str]:
    return _by_value(row.change, row.change.after)


def _by_value(change: LateChange, value: str) -> tuple[bool, Fraction, str]:
    """Order points by their value, before words."""
    is_points = change.kind in (LateKind.SCORE, LateKind.COMPUTED) and bool(value)
    return not is_points, Fraction(value) if is_points else Fraction(0), value


def _entry(row: LateRow) -> str:
    return str(row.change.sequence)


def _sequence(row: LateRow) -> int:
    return row.change.sequence


def _time(row: LateRow) -> str:
    return time_on_paper(row.change.at)


def _application(row: LateRow) -> str:
    return row.change.application


def _number(row: LateRow) -> object:
    return natural_key(row.change.application)


def _reviewer(row: LateRow) -> str:
    return or_dash(row.reviewer)


def _confirmed(row: LateRow) -> str:
    return or_dash(row.confirmed)
