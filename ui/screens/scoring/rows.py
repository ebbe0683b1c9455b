"""What the scoring place says of values: states, scores, totals, names for screen readers."""

from collections.abc import Sequence
from datetime import datetime
from fractions import Fraction
from typing import assert_never

from reviewer_app.domain.own_work import (
    Computation,
    Fact,
    LevelChoice,
    OwnRow,
    OwnSheet,
    OwnStatistics,
    Question,
    QueueRow,
    ScoreChange,
    Stand,
    Suggestion,
    Unusual,
)
from reviewer_app.domain.points import decimals_of, format_exact, format_points, from_hundredths
from reviewer_app.domain.results import WhyKind
from reviewer_app.domain.scheme import Factor, Indicator
from reviewer_app.i18n import N_, Translator
from reviewer_app.words.deeds import deed_name
from ui.text import MINUS, day_and_clock, or_dash, short_number

_STANDS = {
    Stand.NEW: (N_("not begun"), "circle", "secondary"),
    Stand.BEGUN: (N_("begun"), "circle-dot", "attention"),
    Stand.COMPLETE: (N_("all scored"), "circle-check", "accent"),
    Stand.SUBMITTED: (N_("submitted"), "file-check", "good"),
    Stand.LOCKED: (N_("locked"), "lock", "locked"),
    Stand.RECUSED: (N_("recused"), "circle-slash", "locked"),
    Stand.ABSTAINED: (N_("abstained"), "circle-slash", "locked"),
    Stand.ABSENT: (N_("absent"), "circle-slash", "locked"),
    Stand.OUT: (N_("takes no part"), "minus", "faint"),
}
_QUESTIONS = {
    Question.ZERO: N_("0 was typed: is it a zero, and not a row left open?"),
    Question.EXTREME: N_("{score} of {maximum} without a comment: is it meant so?"),
    Question.ALL_EQUAL: N_("All scores are the same share of their maximum: are they meant so?"),
}
_TROUBLES = {
    WhyKind.MISSING_INPUT: N_("cannot be computed: {detail} is missing"),
    WhyKind.DIVISION_BY_ZERO: N_("cannot be computed: division by zero ({detail})"),
    WhyKind.OUT_OF_RANGE: N_("cannot be computed: {detail} is out of range"),
}
_SPACE = "\N{THREE-PER-EM SPACE}"


def stand_word(row: QueueRow, _: Translator) -> str:
    """Say how far a sheet is: "begun 3/11", "skipped"."""
    if row.is_skipped:
        return _("skipped for now")
    word = _(_STANDS[row.stand][0])
    return f"{word} {row.scored}/{row.of}" if row.stand is Stand.BEGUN else word


def stand_icon(row: QueueRow) -> str:
    """Name the icon of a state."""
    return "skip-forward" if row.is_skipped else _STANDS[row.stand][1]


def stand_role(row: QueueRow) -> str:
    """Name the colour of a state."""
    return "attention" if row.is_skipped else _STANDS[row.stand][2]


def total_text(row: QueueRow, places: int) -> str:
    """Write the reviewer's own total, a dash before the first score."""
    return MINUS if row.total is None else format_points(row.total, places)


def score_text(row: Indicator, score: int | None) -> str:
    """Write a score with the decimals of its step, nothing where there is none."""
    if score is None:
        return ""
    return format_points(from_hundredths(score), decimals_of(row.step))


def points_text(row: Indicator, points: Fraction) -> str:
    """Write points with the decimals of the step."""
    return format_points(points, decimals_of(row.step))


def row_name(part: Factor | Indicator, _: Translator) -> str:
    """Name a factor or indicator in the language, in Chinese where it has no other."""
    return part.name_en if _.language == "en" and part.name_en else part.name


def range_text(row: Indicator, level: LevelChoice) -> str:
    """Write the range of a level: "6.0–7.1"."""
    return f"{points_text(row, level.lower)}–{points_text(row, level.upper)}"


def spoken(sheet: OwnSheet, row: OwnRow, _: Translator) -> str:
    """Say a row as a screen reader shall: application, indicator, score, maximum, saved."""
    if row.score is None:
        text = _("Application {number}, {indicator}, not scored, at most {maximum}")
    else:
        text = _("Application {number}, {indicator}, {score} points, at most {maximum}, saved")
    return text.format(
        number=short_number(sheet.number).lstrip("0") or sheet.number,
        indicator=row_name(row.indicator, _),
        score=score_text(row.indicator, row.score),
        maximum=format_exact(row.indicator.maximum),
    )


def suggestion_text(row: OwnRow, suggestion: Suggestion, _: Translator) -> str:
    """Say what is suggested and how far one may go without a reason."""
    if suggestion.offered is None:
        return _("No suggestion: {why}.").format(why=trouble_text(suggestion.computation, _))
    value = score_text(row.indicator, suggestion.offered)
    if suggestion.lower is None or suggestion.upper is None:
        return _("Suggested: {value}.").format(value=value)
    text = _("Suggested: {value}. Outside {lower} to {upper} a reason is needed.")
    lower, upper = format_points(suggestion.lower, 2), format_points(suggestion.upper, 2)
    return text.format(value=value, lower=lower, upper=upper)


def trouble_text(computation: Computation, _: Translator) -> str:
    """Say why there is no value."""
    labels = {fact.key: fact.label for fact in computation.facts}
    detail = labels.get(computation.trouble_detail, computation.trouble_detail)
    return _(_TROUBLES[WhyKind(computation.trouble)]).format(detail=detail)


def fact_text(fact: Fact, _: Translator) -> str:
    """Write an input with its unit, a dash where it is empty."""
    if fact.is_flag and fact.text:
        return _("yes") if fact.text in ("1", "是") else _("no")
    return f"{fact.text}{_SPACE}{fact.unit}".strip() if fact.text else MINUS


def why_lines(computation: Computation, _: Translator) -> tuple[str, ...]:
    """Say how a value came about: the inputs, the formula, where the evidence stands."""
    inputs = "; ".join(f"{fact.label} {fact_text(fact, _)}" for fact in computation.facts)
    lines = [_("Inputs: {inputs}").format(inputs=inputs or MINUS)]
    lines.append(_("Formula: {formula}").format(formula=computation.formula))
    if computation.evidence:
        lines.append(_("Evidence: {place}").format(place=computation.evidence))
    return tuple(lines)


def question_text(sheet: OwnSheet, item: Unusual, _: Translator) -> str:
    """Ask about what is unusual."""
    row = next((row.indicator for row in sheet.rows if row.indicator.code == item.indicator), None)
    if row is None:
        return _(_QUESTIONS[item.question])
    score, maximum = score_text(row, item.value), format_exact(row.maximum)
    text = _(_QUESTIONS[item.question]).format(score=score, maximum=maximum)
    name = f"{row.code} {row_name(row, _)}"
    return _("{row}: {question}").format(row=name, question=text)


def closed_text(sheet: OwnSheet, _: Translator) -> str:
    """Say why a sheet takes no scores, empty while it does."""
    match sheet.stand:
        case Stand.NEW | Stand.BEGUN | Stand.COMPLETE:
            return ""
        case Stand.SUBMITTED:
            return _("Submitted. You may take it back until the results are disclosed.")
        case Stand.LOCKED:
            return _("Locked: a change needs the panel leader and the staff.")
        case Stand.RECUSED:
            text = _("You are recused from this application: {reason}. It is not shown to you.")
            return text.format(reason=sheet.reason)
        case Stand.ABSTAINED:
            return _("You abstained: {reason}.").format(reason=sheet.reason)
        case Stand.ABSENT:
            return _("Noted as absent: {reason}.").format(reason=sheet.reason)
        case Stand.OUT:
            return _("This application takes no part in the review any more.")
        case _:
            assert_never(sheet.stand)


def statistics_text(found: OwnStatistics, places: int, _: Translator) -> str:
    """Say one's own mean and range, an invitation before the first complete sheet."""
    if found.mean is None or found.lowest is None or found.highest is None:
        return _("Your mean and range stand here once a sheet is complete.")
    return _("My mean {mean}, range {lowest}–{highest}, {count} sheets").format(
        mean=format_points(found.mean, places),
        lowest=format_points(found.lowest, places),
        highest=format_points(found.highest, places),
        count=found.count,
    )


def counts_text(rows: tuple[QueueRow, ...], _: Translator) -> str:
    """Say how many are left to do, submitted, set aside."""
    waiting = sum(row.stand.is_open for row in rows)
    handed_in = sum(row.stand in (Stand.SUBMITTED, Stand.LOCKED) for row in rows)
    text = _("To do {waiting}   Submitted {handed_in}   Set aside {aside}")
    aside = len(rows) - waiting - handed_in
    return text.format(waiting=waiting, handed_in=handed_in, aside=aside)


def history_lines(row: Indicator, found: Sequence[ScoreChange], _: Translator) -> tuple[str, ...]:
    """Say when a score was what: "2026-11-24 09:00:07   7.0 → 7.2   Score given"."""
    if not found:
        return (_("No score was given here yet."),)
    return tuple(_history_line(row, change, _) for change in found)


def _history_line(row: Indicator, change: ScoreChange, _: Translator) -> str:
    before, after = score_text(row, change.before), score_text(row, change.after)
    when = day_and_clock(datetime.fromisoformat(change.at))
    return f"{when}   {or_dash(before)} → {or_dash(after)}   {deed_name(change.verb, _)}"


def next_unscored(found: Sequence[QueueRow], here: str) -> str:
    """Give the next application with open rows after `here`, round the queue.

    Skipped ones come last; empty where all is scored.
    """
    place = next((at for at, row in enumerate(found) if row.number == here), -1)
    after = [*found[place + 1 :], *found[: max(place, 0)]]
    waiting = [row for row in after if row.stand in (Stand.NEW, Stand.BEGUN)]
    waiting.sort(key=_is_skipped)
    return waiting[0].number if waiting else ""


def _is_skipped(row: QueueRow) -> bool:
    return row.is_skipped
