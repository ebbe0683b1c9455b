"""What the work report tells besides scores, as far as it is recorded."""

from dataclasses import dataclass
from fractions import Fraction

from reviewer_app.domain.checks import FormalResult, formal_conclusion
from reviewer_app.domain.deviation import OutlierDecision
from reviewer_app.domain.drawing import DrawMethod, DrawPurpose
from reviewer_app.domain.meeting_record import MeetingRecord
from reviewer_app.domain.points import format_exact
from reviewer_app.domain.score_change import ScoreChange, code_and_text
from reviewer_app.reports.facts import ReportFacts
from reviewer_app.reports.meeting import held_at, held_on
from reviewer_app.reports.papers import date_on_paper
from reviewer_app.words.minutes import dissent_sentences
from reviewer_app.words.reports import DASH
from reviewer_app.words.score_change import change_reason_name

_LISTED = 10
"""More changes than these are only counted: their record is an annex."""


@dataclass(frozen=True, slots=True)
class WorkReport:
    """What is recorded besides scores; "" is a blank or lines to write on."""

    held_on: str = ""
    place: str = ""
    supplements: str = ""
    draw: str = ""
    changes: str = ""
    dissent: str = ""
    dated: str = ""


def recorded(facts: ReportFacts) -> WorkReport:
    """Read the checks, the log of changes and the meeting."""
    record = facts.record
    return WorkReport(
        held_on=held_on(facts),
        place=held_at(facts),
        supplements=_supplements(facts),
        draw=_draw(facts, record) if record else "",
        changes=_changes(facts),
        dissent=_dissent(facts, record) if record else "",
    )


def _text(facts: ReportFacts, name: str, /, **places: str) -> str:
    return facts.text(f"work-report.{name}", **places)


def _supplements(facts: ReportFacts) -> str:
    """Count the conclusions of the formal check; nothing before the first."""
    checks = facts.checks
    found = [formal_conclusion(lines) for lines in checks.formal.values()]
    if not any(found) and not checks.supplements:
        return ""
    came = sum(bool(one.received_on) for one in checks.supplements.values())
    return _text(
        facts,
        "supplements_recorded",
        passed=str(found.count(FormalResult.PASSED)),
        failed=str(found.count(FormalResult.FAILED)),
        asked=str(len(checks.supplements)),
        came=str(came),
        missing=str(len(checks.supplements) - came),
    )


def _draw(facts: ReportFacts, record: MeetingRecord) -> str:
    """Tell the last attempt to draw the panel."""
    attempts = [draw for draw in record.draws if draw.purpose is DrawPurpose.PANEL]
    if not attempts:
        return ""
    last = attempts[-1]
    by_lots = last.method is DrawMethod.LOTS
    return _text(
        facts,
        "draw_recorded",
        date=date_on_paper(facts, last.at[:10]),
        how=_text(facts, "by_lots") if by_lots else _text(facts, "by_seed", seed=last.seed),
        attempt=str(last.attempt),
        supervisor=last.supervisor,
    )


def _changes(facts: ReportFacts) -> str:
    """Count reviews and changes, and tell the changes where they are few; "" before a session."""
    if facts.record is None and not facts.outlier_reviews and not facts.changes:
        return ""
    decided = [review.decision for review in facts.outlier_reviews.values()]
    counts = _text(
        facts,
        "changes_recorded",
        reviewed=str(len(decided)),
        kept=str(decided.count(OutlierDecision.KEPT)),
        revised=str(decided.count(OutlierDecision.CHANGED)),
        changes=str(len(facts.changes)),
    )
    told = facts.changes if len(facts.changes) <= _LISTED else ()
    return "\n".join((counts, *(_change(facts, change) for change in told)))


def _change(facts: ReportFacts, change: ScoreChange) -> str:
    _ = facts.translator
    names = {one.number: one.name for one in facts.reviewers}
    reason, text = code_and_text(change.reason)
    said = [change_reason_name(reason, _)] if reason else []
    return _text(
        facts,
        "change_recorded",
        name=names.get(change.reviewer, change.reviewer) or change.actor,
        application=change.application,
        indicator=change.indicator,
        before=_points(change.before),
        after=_points(change.after),
        reason=_("; ").join([*said, *filter(None, (text,))]),
    )


def _points(value: Fraction | None) -> str:
    return DASH if value is None else format_exact(value)


def _dissent(facts: ReportFacts, record: MeetingRecord) -> str:
    """Tell what members held against it; that nobody did, once results are settled."""
    sentences = tuple(dissent_sentences(record, facts.translator))
    if sentences:
        return "\n".join(sentences)
    return _text(facts, "dissent_none") if record.closing.snapshots else ""
