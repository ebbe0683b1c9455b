"""Report 01: who was at the meeting (评审会签到表).

Source: domain.md 6.1, 1.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from reviewer_app.domain.document import (
    Block,
    Column,
    ColumnKind,
    Document,
    Fact,
    Facts,
    Heading,
    Note,
    Orientation,
    PageBreak,
    Row,
    Table,
)
from reviewer_app.domain.person import Role
from reviewer_app.domain.results import ApplicationResult
from reviewer_app.domain.room import Attendance as Stayed
from reviewer_app.domain.room import GuestKind, Visit
from reviewer_app.i18n import Translator
from reviewer_app.reports.facts import ReportFacts
from reviewer_app.reports.forms import BLANK, by_hand, listed, presenting
from reviewer_app.reports.meeting import held_at, held_on
from reviewer_app.reports.parts import document
from reviewer_app.words.name_order import by_strokes
from reviewer_app.words.numerals import heading
from reviewer_app.words.times import time_on_paper

_SPARE = 2
_STAFF = 5
_SUPERVISORS = 2
_GUESTS = 3
"""So many rows at least for people the batch does not name."""

Line = tuple[str, str, str]
"""Name, organisation, title or post; "" where it is written in."""


@dataclass(frozen=True, slots=True)
class Attendance:
    """What a meeting records; `arrived` maps a name to the time of signing in.

    `visits` are the guests; `has_typed` says that a time was typed later than it was.
    """

    held_on: str = ""
    place: str = ""
    arrived: Mapping[str, str] = field(default_factory=dict)
    visits: tuple[Visit, ...] = ()
    has_typed: bool = False


def build(facts: ReportFacts) -> Document:
    """Make the list with room to sign."""
    record = facts.record
    if record is None:
        return attendance(facts, Attendance())
    arrived: dict[str, str] = {}
    for row in record.room.attendance:
        arrived.setdefault(row.person.name, _arrival(row, facts.translator))
    visits = record.room.visits
    stays: tuple[Stayed | Visit, ...] = (*record.room.attendance, *visits)
    has_typed = any(row.typed for row in stays)
    session = Attendance(held_on(facts), held_at(facts), arrived, visits, has_typed)
    return attendance(facts, session)


def _arrival(row: Stayed | Visit, _: Translator) -> str:
    at = time_on_paper(row.arrived_at)
    return _("{time} (typed later)").format(time=at) if row.typed else at


def attendance(facts: ReportFacts, session: Attendance) -> Document:
    """Make the list from its values."""
    _ = facts.translator
    identity = ("01", "attendance", _("Attendance of the review meeting"))
    blocks = tuple(_blocks(facts, session))
    return document(facts, identity, Orientation.PORTRAIT, blocks)


def _blocks(facts: ReportFacts, session: Attendance) -> Iterator[Block]:
    _ = facts.translator
    yield _head(session, _)
    panel = [(one.name, one.organisation, one.title) for one in by_strokes(facts.reviewers)]
    staff = _people(facts, Role.SECRETARY, Role.BUREAU_LEADER, Role.OBSERVER)
    supervisors = _people(facts, Role.SUPERVISOR)
    parts = (
        (_("Reviewers"), panel, len(panel) + _SPARE),
        (_("Staff present"), staff, max(_STAFF, len(staff) + _SPARE)),
        (_("Supervisors present"), supervisors, max(_SUPERVISORS, len(supervisors))),
    )
    for number, (name, lines, rows) in enumerate(parts, 1):
        yield Heading(heading(number, name, _), 2)
        yield _table(lines, rows, session, _)
    yield PageBreak()
    yield _head(session, _)
    yield Heading(heading(len(parts) + 1, _("Presenters of the applicants"), _), 2)
    yield _presenters(facts, session)
    yield Heading(heading(len(parts) + 2, _("Observers and other guests"), _), 2)
    yield _guests(session, _)
    if session.has_typed:
        yield Note(_("Typed later: the time was not stamped when it was; the minutes say why."))


def _head(session: Attendance, _: Translator) -> Facts:
    return Facts((Fact(_("Time"), session.held_on), Fact(_("Meeting place"), session.place)))


def _people(facts: ReportFacts, *roles: Role) -> list[Line]:
    return [(one.name, one.organisation, BLANK) for one in facts.people if one.role in roles]


def _guests(session: Attendance, _: Translator) -> Table:
    found = [one for one in session.visits if one.guest.kind is not GuestKind.PRESENTER]
    lines = [(one.guest.name, one.guest.organisation, one.guest.post) for one in found]
    came = {one.guest.name: _arrival(one, _) for one in reversed(found)}
    rows = max(_GUESTS, len(found))
    return _table(lines, rows, replace(session, arrived=came), _)


def _table(lines: Sequence[Line], rows: int, session: Attendance, _: Translator) -> Table:
    columns = (
        Column(_("Line no."), ColumnKind.CODE, 26),
        Column(_("Name"), ColumnKind.CODE, 58),
        Column(_("Organisation"), ColumnKind.TEXT, 118),
        Column(_("Title and post"), ColumnKind.CODE, 68),
        Column(_("Phone"), ColumnKind.CODE, 80),
        Column(_("Signed in at"), ColumnKind.CODE, 52),
        Column(_("Signature"), ColumnKind.CODE, 76),
    )
    filled = [*lines, *[(BLANK, BLANK, BLANK)] * (rows - len(lines))]
    return Table(
        columns,
        tuple(
            by_hand(str(at), *line, BLANK, session.arrived.get(line[0], BLANK), BLANK)
            for at, line in enumerate(filled, 1)
        ),
    )


def _presenters(facts: ReportFacts, session: Attendance) -> Table:
    _ = facts.translator
    columns = (
        Column(_("Line no."), ColumnKind.CODE, 24),
        Column(_("No."), ColumnKind.CODE, 80),
        Column(_("Applicant"), ColumnKind.TEXT, 160),
        Column(_("Presenter"), ColumnKind.CODE, 52),
        Column(_("Post held"), ColumnKind.CODE, 42),
        Column(_("Phone"), ColumnKind.CODE, 70),
        Column(_("Signed in at"), ColumnKind.CODE, 44),
        Column(_("Signature"), ColumnKind.CODE, 60),
    )
    rows = enumerate(presenting(facts), 1)
    return Table(columns, tuple(_presenter(at, result, session, _) for at, result in rows))


def _presenter(at: int, result: ApplicationResult, session: Attendance, _: Translator) -> Row:
    """One row for an application; several who present it share it."""
    found = [one for one in session.visits if one.guest.application == result.number]
    names = listed((one.guest.name for one in found), _)
    posts = listed((one.guest.post for one in found), _)
    came = _arrival(found[0], _) if found else BLANK
    cells = (result.number, result.applicant, names, posts, BLANK, came, BLANK)
    return by_hand(str(at), *cells)
