"""What a row of the ranking shows: values of the results, figures and words, no widget."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from reviewer_app.domain.figure import (
    Axis,
    Dot,
    FactorBars,
    Radar,
    Scale,
    Series,
    Spread,
    SpreadRow,
    Strip,
)
from reviewer_app.domain.money import format_wan
from reviewer_app.domain.points import Points, format_points
from reviewer_app.domain.results import ApplicationResult, Dropped, ResultState
from reviewer_app.domain.scheme import Scheme
from reviewer_app.i18n import Translator
from reviewer_app.queries.results import Results
from reviewer_app.words.results import dropped_name, factor_name, state_name
from ui.text import MINUS

MOST_COMPARED = 4
"""So many applications lie on one radar."""


@dataclass(frozen=True, slots=True)
class ResultRow:
    """One application as the table shows it.

    `line` is what is written on the line above this row, empty without one.
    """

    result: ApplicationResult
    rank: str
    score: str
    spread: str
    state: str
    bars: FactorBars
    bars_text: str
    strip: Strip
    dots_text: str
    flags: int
    line: str

    @property
    def number(self) -> str:
        """The number of the application."""
        return self.result.number


def rows_of(shown: Results, _: Translator) -> tuple[ResultRow, ...]:
    """Make the rows in the order of the ranking."""
    ranking = shown.ranking
    scheme = ranking.scheme
    axes = axes_of(scheme, _)
    scale = scale_of(ranking.applications)
    flags = _flag_counts(shown)
    lines = line_texts(shown, _)
    return tuple(
        _row(result, scheme, axes, scale, flags.get(result.number, 0), lines.get(place, ""), _)
        for place, result in enumerate(ranking.applications)
    )


def _row(
    result: ApplicationResult,
    scheme: Scheme,
    axes: tuple[Axis, ...],
    scale: Scale,
    flags: int,
    line: str,
    _: Translator,
) -> ResultRow:
    places = scheme.rules.places
    bars = FactorBars(axes, tuple(result.factors[factor.code] for factor in scheme.factors))
    dots = dots_of(result)
    return ResultRow(
        result=result,
        rank=MINUS if result.rank is None else str(result.rank),
        score=points_or_dash(result.score, places),
        spread=points_or_dash(range_of(result), places),
        state=state_text(result, scheme.rules.pass_total, _),
        bars=bars,
        bars_text=bars_text(bars, places),
        strip=Strip(scale, dots, result.score),
        dots_text=dots_text(result, places, _),
        flags=flags,
        line=line,
    )


def axes_of(scheme: Scheme, _: Translator) -> tuple[Axis, ...]:
    """Give an axis for each factor: its code, name and the most points it can have."""
    return tuple(
        Axis(f"{factor.code} {factor_name(factor, _)}", factor.maximum) for factor in scheme.factors
    )


def scale_of(results: Iterable[ApplicationResult]) -> Scale:
    """Give whole tens around every sheet total and score, the same for all rows."""
    values = [row.total for item in results for row in item.reviewers if row.total is not None]
    values += [item.score for item in results if item.score is not None]
    if not values:
        return Scale(Fraction(0), Fraction(100))
    low, high = min(values) // 10 * 10, -(-max(values) // 10) * 10
    return Scale(Fraction(low), Fraction(max(high, low + 10)))


def dots_of(result: ApplicationResult) -> tuple[Dot, ...]:
    """Give a dot for each counted sheet, hollow where trimming left it out."""
    return tuple(
        Dot(row.number, row.total, row.dropped is not Dropped.NO)
        for row in result.reviewers
        if row.total is not None
    )


def range_of(result: ApplicationResult) -> Points | None:
    """Give highest less lowest sheet total, None below two sheets."""
    totals = [row.total for row in result.reviewers if row.total is not None]
    return max(totals) - min(totals) if len(totals) > 1 else None


def state_text(result: ApplicationResult, line: Points | None, _: Translator) -> str:
    """Say the state in words, with what is special about a rank; `line` is the pass line."""
    if result.state is not ResultState.RANKED:
        return state_name(result.state, _)
    words = []
    if result.passes is False:
        below = line is not None and result.score is not None and result.score < line
        words.append(_("below the pass line") if below else _("below a factor's pass line"))
    if result.tie is not None and result.tie.shared:
        words.append(_("shared rank"))
    return _(", ").join(words) or state_name(result.state, _)


def bars_text(bars: FactorBars, places: int) -> str:
    """Say the bars as numbers: "A 12.40/15.00"."""
    return "  ".join(
        f"{axis.name.partition(' ')[0]} {points_or_dash(value, places)}"
        f"/{format_points(axis.maximum, places)}"
        for axis, value in zip(bars.axes, bars.values, strict=True)
    )


def dots_text(result: ApplicationResult, places: int, _: Translator) -> str:
    """Say the dots as numbers: "R1 86.50  R5 91.00 (highest, left out)"."""
    parts = []
    for row in result.reviewers:
        if row.total is not None:
            text = f"{row.number} {format_points(row.total, places)}"
            mark = dropped_name(row.dropped, _)
            parts.append(_("{value} ({mark})").format(value=text, mark=mark) if mark else text)
    return "  ".join(parts)


def short_number(number: str) -> str:
    """Give the end of a number, by which those of one batch differ.

    >>> short_number("XMHYMX-2026-021"), short_number("P1")
    ('…26-021', 'P1')
    """
    return number if len(number) <= 8 else "…" + number[-6:]


def points_or_dash(value: Points | None, places: int) -> str:
    """Write points, or a dash where there are none."""
    return MINUS if value is None else format_points(value, places)


def _flag_counts(shown: Results) -> Mapping[str, int]:
    counts: dict[str, int] = {}
    for sheet in shown.flags.sheets:
        number = sheet.deviation.application
        counts[number] = counts.get(number, 0) + 1
    return counts


def line_texts(shown: Results, _: Translator) -> dict[int, str]:
    """Say which lines run above which place of the ranking: pass line, budget line.

    A line below the last ranked application stands above the first without a rank, or
    nowhere when there is none.
    """
    ranked = [row for row in shown.ranking.applications if row.state is ResultState.RANKED]
    found: dict[int, list[str]] = {}
    line = shown.ranking.scheme.rules.pass_total
    if line is not None and ranked:
        place = sum(1 for row in ranked if row.score is not None and row.score >= line)
        text = _("pass line {points}").format(
            points=format_points(line, shown.ranking.scheme.rules.places)
        )
        found.setdefault(place, []).append(text)
    if shown.fits is not None and shown.budget_fen is not None and ranked:
        text = _("the budget of {amount} (10,000 yuan) reaches to here")
        found.setdefault(shown.fits, []).append(text.format(amount=format_wan(shown.budget_fen)))
    return {place: "  ·  ".join(texts) for place, texts in found.items()}


def radar_of(results: Iterable[ApplicationResult], scheme: Scheme, _: Translator) -> Radar:
    """Make the radar of some applications; the caller takes no more than four."""
    series = tuple(
        Series(item.number, tuple(item.factors[factor.code] for factor in scheme.factors))
        for item in results
    )
    return Radar(axes_of(scheme, _), series)


def by_reviewer(shown: Results) -> Spread:
    """Make a strip for each reviewer: what each gave over all applications."""
    given: dict[str, list[Dot]] = {}
    names: dict[str, str] = {}
    for item in shown.ranking.applications:
        for row in item.reviewers:
            names[row.number] = row.name
            if row.total is not None:
                given.setdefault(row.number, []).append(Dot(item.number, row.total))
    rows = tuple(
        SpreadRow(f"{number} {name}", tuple(given.get(number, ())), _mean(given.get(number, ())))
        for number, name in names.items()
    )
    return Spread(scale_of(shown.ranking.applications), rows)


def by_rank(shown: Results) -> Spread:
    """Make a strip for each ranked application, best first, with the pass line."""
    rows = tuple(
        SpreadRow(f"{item.rank}  {short_number(item.number)}", dots_of(item), item.score)
        for item in shown.ranking.applications
        if item.state is ResultState.RANKED
    )
    line = shown.ranking.scheme.rules.pass_total
    return Spread(scale_of(shown.ranking.applications), rows, line)


def _mean(dots: Iterable[Dot]) -> Points | None:
    values = [dot.value for dot in dots]
    return sum(values, Fraction(0)) / len(values) if values else None
