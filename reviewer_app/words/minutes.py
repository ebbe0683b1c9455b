"""The record of a meeting as the sentences of its minutes, in the order things happened."""

from collections.abc import Iterator, Mapping

from reviewer_app.domain.deliberation import LoggedChange, PanelVote
from reviewer_app.domain.deviation import OutlierDecision
from reviewer_app.domain.drawing import Answer, DrawMethod, DrawPurpose, from_list
from reviewer_app.domain.meeting_record import MeetingRecord
from reviewer_app.domain.points import Points, format_exact, format_points
from reviewer_app.domain.room import Attendance, Guest, Leave, Visit
from reviewer_app.domain.session import Half
from reviewer_app.i18n import N_, Translator
from reviewer_app.words.deeds import deed_name
from reviewer_app.words.errors import state_word
from reviewer_app.words.reports import DASH
from reviewer_app.words.room import guest_kind_name
from reviewer_app.words.score_change import change_reason_name

_TOLD = ("choose_leader", "back_to_preparation", "take_up_again", "reconvene")
"""Steps whose reasons are told; the phases themselves are the frame of the minutes."""

_ANSWERS = {
    Answer.ACCEPTED: N_("Come: {names}."),
    Answer.REFUSED: N_("Do not come: {names}."),
    Answer.DRAWN: N_("Have not answered: {names}."),
}


def minute_points(
    record: MeetingRecord, names: Mapping[str, str], places: int, _: Translator
) -> tuple[str, ...]:
    """Tell the meeting; `names` are the members by number, `places` the scheme's decimals."""
    return (
        *_panel(record, _),
        *_presence(record, _),
        *_guests(record, _),
        *_order(record, _),
        *_steps(record, _),
        *_asides(record, _),
        *(_leave(leave, _) for leave in record.room.leaves),
        *_recesses(record, _),
        *_results(record, places, _),
        *_kept(record, names, _),
        *(_change(change, names, _) for change in record.decisions.changes),
        *(_vote(vote, _) for vote in record.decisions.votes),
        *dissent_sentences(record, _),
        *_end(record, _),
    )


def clock(at: str) -> str:
    """Write the hour of an ISO time, as it was in the room.

    >>> clock("2026-12-01T09:05:07.120+08:00"), clock("")
    ('09:05', '')
    """
    return at[11:16]


def _day(day: str, _: Translator) -> str:
    """Write a date within a sentence."""
    year, month, number = (int(part) for part in day.split("-"))
    return _("{year}-{month:02}-{day:02}").format(year=year, month=month, day=number)


def half_name(half: Half, _: Translator) -> str:
    """Name a half-day."""
    return _("morning") if half is Half.MORNING else _("afternoon")


def _presence(record: MeetingRecord, _: Translator) -> Iterator[str]:
    rows: dict[tuple[str, Half], list[Attendance]] = {}
    for row in record.room.attendance:
        rows.setdefault((row.day, row.half), []).append(row)
    for (day, half), found in rows.items():
        who = _(", ").join(_stay(row, _) for row in found)
        text = _("Present on {day}, {half}: {who}.")
        yield text.format(day=_day(day, _), half=half_name(half, _), who=who)


def _stay(row: Attendance, _: Translator) -> str:
    return stay_words(row.person.name, row, _)


def stay_words(name: str, row: Attendance | Visit, _: Translator) -> str:
    """Say from when to when somebody was there; a time typed later says so, and why."""
    if row.left_at:
        text = _("{name} ({came} to {went})")
        said = text.format(name=name, came=clock(row.arrived_at), went=clock(row.left_at))
    else:
        said = _("{name} (from {came})").format(name=name, came=clock(row.arrived_at))
    typed = _(" [time typed later: {reason}]").format(reason=row.typed) if row.typed else ""
    return said + typed


def _guests(record: MeetingRecord, _: Translator) -> Iterator[str]:
    days: dict[tuple[str, Half], list[Visit]] = {}
    for visit in record.room.visits:
        days.setdefault((visit.day, visit.half), []).append(visit)
    for (day, half), visits in days.items():
        who = _(", ").join(stay_words(guest_words(visit.guest, _), visit, _) for visit in visits)
        text = _("Guests on {day}, {half}: {who}.")
        yield text.format(day=_day(day, _), half=half_name(half, _), who=who)


def guest_words(guest: Guest, _: Translator) -> str:
    """Name a guest with what the guest came for: kind or application, organisation."""
    came_for = guest.application or guest_kind_name(guest.kind, _)
    return " ".join(part for part in (came_for, guest.organisation, guest.name) if part)


def _panel(record: MeetingRecord, _: Translator) -> Iterator[str]:
    """Tell every attempt at the panel: who was drawn, who comes, who does not and why."""
    for draw in record.draws:
        if draw.purpose is not DrawPurpose.PANEL:
            continue
        names = {one.number: one.name or one.number for one in map(from_list, draw.pool)}
        text = _("Panel drawn, attempt {attempt} (seed {seed}, supervised by {name}).")
        said = [text.format(attempt=draw.attempt, seed=draw.seed, name=draw.supervisor)]
        if draw.reason:
            said.append(_("Drawn again because: {reason}.").format(reason=draw.reason))
        for answer, words in _ANSWERS.items():
            picks = [pick for pick in draw.picks if pick.answer is answer]
            told = [_answered(names[pick.subject], pick.note, _) for pick in picks]
            if told:
                said.append(_(words).format(names=_(", ").join(told)))
        yield ("" if _.language == "zh_CN" else " ").join(said)


def _answered(name: str, note: str, _: Translator) -> str:
    return _("{name} ({note})").format(name=name, note=note) if note else name


def _order(record: MeetingRecord, _: Translator) -> Iterator[str]:
    for draw in record.draws:
        if draw.purpose is not DrawPurpose.ORDER:
            continue
        order = _(", ").join(pick.subject for pick in draw.picks)
        by_lots = draw.method is DrawMethod.LOTS
        how = _("by lot on the spot") if by_lots else _("seed {seed}").format(seed=draw.seed)
        text = _("Order of defences, attempt {attempt} ({how}, supervised by {name}): {order}.")
        yield text.format(attempt=draw.attempt, how=how, name=draw.supervisor, order=order)


def _steps(record: MeetingRecord, _: Translator) -> Iterator[str]:
    for event in record.events:
        if event.verb in _TOLD:
            text = _("{time} {deed}: {reason} (noted by {actor}).")
            yield text.format(
                time=clock(event.at),
                deed=deed_name(event.verb, _),
                reason=event.reason or DASH,
                actor=event.actor,
            )


def _asides(record: MeetingRecord, _: Translator) -> Iterator[str]:
    for row in record.room.set_aside:
        text = _("{time} {name}, application {application}: {state}; {reason}.")
        yield text.format(
            time=clock(row.at),
            name=row.name,
            application=row.application,
            state=state_word(row.state, _),
            reason=row.reason or DASH,
        )
    for move in record.standings:
        text = _("{time} application {application}: {standing}; {reason}.")
        yield text.format(
            time=clock(move.at),
            application=move.application,
            standing=_standing(move.standing, _),
            reason=move.reason or DASH,
        )


def _standing(standing: str, _: Translator) -> str:
    words = {"withdrawn": _("withdrawn"), "ineligible": _("ineligible")}
    return words.get(standing, _("taken into the review again"))


def _leave(leave: Leave, _: Translator) -> str:
    facts = {
        "name": leave.person.name,
        "application": leave.application,
        "left": clock(leave.left_at),
    }
    if not leave.returned_at:
        return _("{name} left the room for {application} at {left}.").format(**facts)
    text = _("{name} left the room for {application} at {left} and came back at {back}.")
    return text.format(**facts, back=clock(leave.returned_at))


def _recesses(record: MeetingRecord, _: Translator) -> Iterator[str]:
    for row in record.room.recesses:
        text = _("Adjourned from {began} to {ended}: {reason}.")
        yield text.format(
            began=clock(row.began_at), ended=clock(row.ended_at) or DASH, reason=row.reason
        )


def _results(record: MeetingRecord, places: int, _: Translator) -> Iterator[str]:
    def shown(value: Points | None) -> str:
        return DASH if value is None else format_points(value, places)

    parts = [
        _("{application} {before} / {after}").format(
            application=row.application, before=shown(row.preliminary), after=shown(row.final)
        )
        for row in record.outcomes
    ]
    if parts:
        text = _("Scores when disclosure began / final: {scores}.")
        yield text.format(scores=_("; ").join(parts))


def _kept(record: MeetingRecord, names: Mapping[str, str], _: Translator) -> Iterator[str]:
    """Tell who stays with a sheet that is far from the others, and why."""
    text = _("{reviewer} keeps the scores of {application}, far from the others: {statement}")
    for (application, reviewer), answer in sorted(record.decisions.answers.items()):
        if answer.decision is OutlierDecision.KEPT:
            yield text.format(
                reviewer=names.get(reviewer, reviewer),
                application=application,
                statement=answer.statement,
            )


def _change(change: LoggedChange, names: Mapping[str, str], _: Translator) -> str:
    text = _(
        "{time} {name} changed {indicator} of {application} from {before} to {after}: {code}"
        " {reason}, {explanation}. Confirmed by the leader: {leader}."
    )
    told = text.format(
        time=clock(change.changed_at),
        name=names.get(change.reviewer, change.reviewer),
        indicator=change.indicator,
        application=change.application,
        before=format_exact(change.before),
        after=format_exact(change.after),
        code=change.reason.value,
        reason=change_reason_name(change.reason, _),
        explanation=change.explanation,
        leader=change.leader or DASH,
    )
    return " ".join((told, *_answers(change, _)))


def _answers(change: LoggedChange, _: Translator) -> Iterator[str]:
    """Tell that a change was taken back, and what the supervisor remarked."""
    if change.taken_back_at:
        yield _("Taken back at {time} by {name}: {reason}.").format(
            time=clock(change.taken_back_at),
            name=change.taken_back_by,
            reason=change.taken_back_why,
        )
    if change.note:
        yield _("Remark of the supervisor {name}: {text}.").format(
            name=change.supervisor, text=change.note
        )


def _vote(vote: PanelVote, _: Translator) -> str:
    text = _("Vote “{question}”: {yes} for, {no} against, {abstained} abstained; {outcome}.")
    return text.format(
        question=vote.question,
        yes=vote.ballots.yes,
        no=vote.ballots.no,
        abstained=vote.ballots.abstained,
        outcome=_("carried") if vote.carried else _("not carried"),
    )


def dissent_sentences(record: MeetingRecord, _: Translator) -> Iterator[str]:
    """Tell what members held against the panel's opinion."""
    for dissent in record.decisions.dissents:
        text = _("Different opinion of {name} on {subject}: {text}")
        subject = dissent.application or _("the review as a whole")
        yield text.format(name=dissent.name, subject=subject, text=dissent.text)


def _end(record: MeetingRecord, _: Translator) -> Iterator[str]:
    for override in record.closing.overrides:
        text = _("Accepted with a reason by {signer}: {reason}")
        yield text.format(signer=override.signer, reason=override.reason)
    for snapshot in record.closing.snapshots:
        text = _("Results of version {version} were settled at {time}, digest {digest}.")
        yield text.format(
            version=snapshot.version, time=clock(snapshot.closed_at), digest=snapshot.digest[:12]
        )
    for night in record.closing.nights:
        text = _("Locked on the evening of {day}; checked in the morning by {name}.")
        yield text.format(day=_day(night.day, _), name=night.checked_by or DASH)
