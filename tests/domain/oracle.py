"""The official result once more, as a plain reading of the contract.

Line by line in fractions, with no thought of speed and nothing taken from the rules
but the values they work on. It knows factors A, C, D and so on by their codes only.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from statistics import median

from reviewer_app.domain.results import Candidate, SheetScores
from reviewer_app.domain.scheme import Rules, Scheme

Column = list[Fraction]


@dataclass
class Told:
    """What the oracle says of one application."""

    score: Fraction | None
    applied: str
    factors: dict[str, Fraction]
    untrimmed: Fraction | None
    middle: Fraction | None


def oracle(scheme: Scheme, batch: Sequence[Candidate]) -> dict[str, Told]:
    """Tell every application of a batch; the score is None where it is not ranked."""
    counted = {one.number: [s for s in one.sheets if s.state == "submitted"] for one in batch}
    stands = {one.number: is_ranked(scheme.rules, one) for one in batch}
    shortest = min([len(counted[name]) for name in counted if stands[name]], default=99)
    told = {}
    for one in batch:
        sheets = sorted(counted[one.number], key=lambda sheet: int(sheet.reviewer[1:]))
        short = len(sheets) if scheme.rules.trim_scope == "application" else shortest
        told[one.number] = tell(scheme, one, sheets, min(short, len(sheets)))
        if not stands[one.number]:
            told[one.number].score = None
    return told


def is_ranked(rules: Rules, one: Candidate) -> bool:
    states = [sheet.state.value for sheet in one.sheets]
    if "pending" in states:
        return False
    count = states.count("submitted")
    return count >= rules.quorum and count >= (rules.quorum_share or 0) * len(states)


def tell(scheme: Scheme, one: Candidate, sheets: Sequence[SheetScores], short: int) -> Told:
    rules, places = scheme.rules, scheme.rules.places
    how = rules.combine.value
    if how == "trimmed_mean" and short < rules.trim_from:
        how = "mean"
    if not sheets:
        return Told(None, how, {}, None, None)
    columns = {row.code: column_of(row.code, one, sheets) for row in scheme.indicators()}
    weight = {factor.code: factor.weight for factor in scheme.factors}
    by_factor = {
        factor.code: weigh_columns(scheme, factor.code, columns) for factor in scheme.factors
    }
    totals = [
        sum((weight[code] * values[i] for code, values in by_factor.items()), Fraction(0))
        for i in range(len(sheets))
    ]
    if "sheet" in rules.round_at:
        totals = [rounded(total, places) for total in totals]
    panel = panel_points(scheme, columns, by_factor, totals, how)
    if "factor" in rules.round_at:
        panel = {code: rounded(value, places) for code, value in panel.items()}
    weighed = {code: weight[code] * value for code, value in panel.items()}
    if "weighted" in rules.round_at:
        weighed = {code: rounded(value, places) for code, value in weighed.items()}
    score = sum(weighed.values(), Fraction(0))
    if rules.trim_level == "total" and not {"factor", "weighted"} & set(rules.round_at):
        score = combined(totals, how)
    return Told(
        rounded(score, places),
        how,
        {code: rounded(value, places) for code, value in weighed.items()},
        rounded(combined(totals, "mean"), places),
        rounded(combined(totals, "median"), places),
    )


def column_of(code: str, one: Candidate, sheets: Sequence[SheetScores]) -> Column:
    if all(code in sheet.scores for sheet in sheets):
        return [Fraction(sheet.scores[code], 100) for sheet in sheets]
    value = one.computed[code].value
    assert value is not None
    return [value for _ in sheets]


def weigh_columns(scheme: Scheme, code: str, columns: Mapping[str, Column]) -> Column:
    """Give the points of one factor on each sheet."""
    rows = next(factor.indicators for factor in scheme.factors if factor.code == code)
    sheets = range(len(columns[rows[0].code]))
    return [sum((r.weight * columns[r.code][i] for r in rows), Fraction(0)) for i in sheets]


def panel_points(
    scheme: Scheme,
    columns: Mapping[str, Column],
    by_factor: Mapping[str, Column],
    totals: Column,
    how: str,
) -> dict[str, Fraction]:
    """Give each factor's points over the panel, before the weight."""
    level = scheme.rules.trim_level.value
    if level == "indicator":
        single = {code: [combined(column, how)] for code, column in columns.items()}
        return {code: weigh_columns(scheme, code, single)[0] for code in by_factor}
    if level == "factor" or how == "median":
        return {code: combined(values, how) for code, values in by_factor.items()}
    kept = list(range(len(totals)))
    if how == "trimmed_mean":
        kept.remove(min(kept, key=lambda i: (totals[i], i)))
        kept.remove(max(kept, key=lambda i: (totals[i], i)))
    return {code: combined([values[i] for i in kept], "mean") for code, values in by_factor.items()}


def combined(values: Column, how: str) -> Fraction:
    if how == "median":
        return median(values)
    kept = sorted(values)[1:-1] if how == "trimmed_mean" else values
    return sum(kept, Fraction(0)) / len(kept)


def rounded(value: Fraction, places: int) -> Fraction:
    """Halves go away from zero."""
    units = int(abs(value) * 10**places + Fraction(1, 2))
    return Fraction(units if value >= 0 else -units, 10**places)
