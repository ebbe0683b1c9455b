"""What the steps before the meeting show: values to words, nothing of widgets."""

from reviewer_app.domain.composition import Composition
from reviewer_app.domain.person import Person
from reviewer_app.domain.room import Attendance, Statement, Visit
from reviewer_app.domain.session import SessionDay, SessionPlan
from reviewer_app.i18n import Translator
from reviewer_app.queries.attendance import AttendanceView, Attendee
from reviewer_app.queries.composition import PanelView
from reviewer_app.queries.statements import MemberStatements, StatementsView
from reviewer_app.words.deeds import role_name
from reviewer_app.words.minutes import clock
from reviewer_app.words.room import guest_kind_name, statement_name, statement_way_name
from ui.dialogs.stay_times import StayTimes
from ui.screens.session.before.attendee_row import AttendeeLine
from ui.screens.session.before.statement_row import StatementLine
from ui.text import MINUS


def default_plan(today: str) -> SessionPlan:
    """Give the plan a form begins with: one day, today, with the usual times."""
    return SessionPlan((SessionDay(today),))


def minutes_of(plan: SessionPlan) -> int:
    """Count the minutes that all days have together.

    >>> minutes_of(SessionPlan((SessionDay("2026-12-01", "09:00", "17:30"),)))
    510
    """
    return sum(_at(day.ends) - _at(day.begins) for day in plan.days if day.ends > day.begins)


def time_sentence(plan: SessionPlan, applications: int, _: Translator) -> str:
    """Say what the applications need and what the days have, breaks not counted."""
    needed, there = applications * plan.lengths.total, minutes_of(plan)
    text = _(
        "{count} applications of {each} minutes need {needed}; the days have {there}, breaks and"
        " opening included."
    )
    said = text.format(
        count=applications,
        each=plan.lengths.total,
        needed=_hours(needed, _),
        there=_hours(there, _),
    )
    if needed <= there:
        return said
    return said + " " + _("That is too little: add a day or shorten the steps.")


def _at(clock: str) -> int:
    hours, minutes = clock.split(":")
    return 60 * int(hours) + int(minutes)


def _hours(minutes: int, _: Translator) -> str:
    return _("{hours} h {minutes} min").format(hours=minutes // 60, minutes=minutes % 60)


def attendee_line(
    found: Attendee, day: str, *, may_stamp: bool, may_type: bool, _: Translator
) -> AttendeeLine:
    """Say how somebody of the batch stands on a day."""
    there = [stay for stay in found.stays if stay.day == day]
    left_open = [stay for stay in found.stays if not stay.left_at and stay.day < day]
    sign = "here" if found.is_here else "gone" if there else "away"
    person = found.person
    told = (person.number, role_name(person.role, _), person.organisation)
    return AttendeeLine(
        key=key_of(person),
        name=person.name,
        told="  ".join(part for part in told if part),
        sign=sign,
        word=_sign_word(sign, _),
        times="  ".join(_times(stay, day, _) for stay in (*left_open, *there)),
        may_come=may_stamp and not found.is_here,
        may_go=may_stamp and found.is_here,
        may_type=may_type,
    )


def guest_line(
    visit: Visit, day: str, *, may_stamp: bool, may_type: bool, _: Translator
) -> AttendeeLine:
    """Say how a guest stands."""
    is_here = not visit.left_at
    guest = visit.guest
    told = (guest.application or guest_kind_name(guest.kind, _), guest.organisation, guest.post)
    sign = "here" if is_here else "gone"
    return AttendeeLine(
        key=f"guest_{visit.key}",
        name=guest.name,
        told="  ".join(part for part in told if part),
        sign=sign,
        word=_sign_word(sign, _),
        times=_times(visit, day, _),
        may_go=may_stamp and is_here,
        may_type=may_type,
    )


def times_of_visit(visit: Visit) -> StayTimes:
    """Give the times of a guest, to be typed anew."""
    return StayTimes(visit.key, visit.day, clock(visit.arrived_at), clock(visit.left_at))


def times_of(found: Attendee, day: str) -> tuple[StayTimes, ...]:
    """Give the stays whose times can be typed on a day: one nobody noted, then the noted."""
    noted = tuple(
        StayTimes(one.key, one.day, clock(one.arrived_at), clock(one.left_at))
        for one in found.stays
        if one.day == day or (one.day < day and not one.left_at)
    )
    return (StayTimes(0, day, "09:00"), *noted)


def key_of(person: Person) -> str:
    """Name the row of somebody: by number, or by name where there is none."""
    return person.number or person.name


def summary_sentence(view: AttendanceView, _: Translator) -> str:
    """Say how many members are here, and how many are needed."""
    text = _("{here} of {members} members are here; at least {quorum} are needed.")
    return text.format(here=view.here, members=view.members, quorum=view.quorum)


def _sign_word(sign: str, _: Translator) -> str:
    match sign:
        case "here":
            return _("present")
        case "gone":
            return _("has left")
        case _:
            return _("not yet")


def _times(stay: Attendance | Visit, day: str, _: Translator) -> str:
    came = clock(stay.arrived_at) if stay.day == day else f"{stay.day} {clock(stay.arrived_at)}"
    left = clock(stay.left_at) or "…"
    typed = _(" (typed later)") if stay.typed else ""
    return f"{came} – {left}{typed}"


def statement_line(found: MemberStatements, *, may_record: bool, _: Translator) -> StatementLine:
    """Say what a member has stated, and what waits."""
    member = found.member
    sign = "done" if found.is_done else "open" if found.is_here else "away"
    word = {"done": _("both made"), "open": _("not made"), "away": _("not here yet")}[sign]
    told = (member.number, member.organisation, "" if found.is_here else _("not in the room"))
    parts = [_made(one, _) for one in (found.pledge, found.recusal) if one is not None]
    if found.unrecused:
        text = _("named, recusal not recorded yet: {numbers}")
        parts.append(text.format(numbers=_(", ").join(found.unrecused)))
    return StatementLine(
        key=member.number,
        name=member.name,
        told="  ".join(part for part in told if part),
        sign=sign,
        word=word,
        made=_("; ").join(parts),
        may_record=may_record,
        has_pin=found.has_pin,
        may_recuse=bool(found.unrecused),
    )


def missing_sentence(view: StatementsView, _: Translator) -> str:
    """Say by name who is here and must still state something."""
    missing = [one.member.name for one in view.members if one.is_here and not one.is_done]
    if missing:
        return _("Missing from those who are here: {names}").format(names=_(", ").join(missing))
    if not any(one.is_here for one in view.members):
        return _("Nobody of the panel is in the room yet.")
    return _("Everybody who is here has made both statements.")


def _made(statement: Statement, _: Translator) -> str:
    text = _("{statement} {way} {time}")
    said = text.format(
        statement=statement_name(statement.kind, _),
        way=statement_way_name(statement.way, _),
        time=f"{statement.made_at[:10]} {clock(statement.made_at)}",
    )
    return f"{said} ({statement.conflicts})" if statement.conflicts else said


def leader_sentence(view: PanelView, _: Translator) -> str:
    """Say who leads the panel, since when and how that was chosen."""
    if view.leader is None:
        return _("Nobody leads the panel yet.")
    if view.choice is None:
        return _("{name} leads the panel, as the list of reviewers says.").format(
            name=view.leader.name
        )
    text = _("{name} leads the panel: {how} (noted {time} by {actor}).")
    return text.format(
        name=view.leader.name,
        how=view.choice.how or MINUS,
        time=f"{view.choice.at[:10]} {clock(view.choice.at)}",
        actor=view.choice.actor,
    )


def specialities_sentence(found: Composition, _: Translator) -> str:
    """Say how many members there are of each speciality."""
    kinds = _(", ").join(f"{kind or MINUS} {count}" for kind, count in found.specialities)
    return _("{count} members: {kinds}").format(count=found.members, kinds=kinds)
