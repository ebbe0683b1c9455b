"""The ranking as the JSON that scripts rely on.

Source: contract.md 4. Changing a key here is a breaking change.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from reviewer_app.domain.application import Computed
from reviewer_app.domain.points import Points, decimals_of, format_points, from_hundredths
from reviewer_app.domain.results import ApplicationResult, Ranking, ReviewerResult, Tie
from reviewer_app.domain.scheme import RoundStage, Scheme
from reviewer_app.i18n import Translator
from reviewer_app.queries.cycles import no_search_for_cycles
from reviewer_app.words.method import describe_method
from reviewer_app.words.results import why_sentence

Json = dict[str, object]

Columns = Sequence[tuple[str, int]]
"""The indicators on the sheet, each with the decimals its scores are written with."""


def ranking_document(ranking: Ranking, _: Translator) -> Json:
    """Give the whole ranking, ready for `json.dumps`; only sentences depend on `_`."""
    scheme = ranking.scheme
    columns = [(row.code, decimals_of(row.step)) for row in scheme.on_sheet]
    with no_search_for_cycles():
        applications = [_application(scheme, columns, result, _) for result in ranking.applications]
    return {
        "batch": ranking.batch,
        "scheme": {"key": scheme.key, "digest": scheme.digest, "frozen": ranking.frozen},
        "method": _method(scheme, _),
        "applications": applications,
    }


def _method(scheme: Scheme, _: Translator) -> Json:
    rules = scheme.rules
    stages = rules.round_at | {RoundStage.FINAL}
    return {
        "combine": rules.combine.value,
        "trim_level": rules.trim_level.value,
        "round_at": [stage.value for stage in RoundStage if stage in stages],
        "places": rules.places,
        "quorum": rules.quorum,
        "in_words": describe_method(scheme, _),
    }


def _application(
    scheme: Scheme, columns: Columns, result: ApplicationResult, _: Translator
) -> Json:
    places = scheme.rules.places
    return {
        "number": result.number,
        "name": result.name,
        "rank": result.rank,
        "score": _text(result.score, places),
        "provisional": _text(result.provisional, places),
        "applied": str(result.applied),
        "untrimmed_mean": _text(result.untrimmed_mean, places),
        "median": _text(result.median, places),
        "factors": _texts(result.factors, places),
        "factor_points": _texts(result.factor_points, places),
        "sheets": result.sheets,
        "counted": result.counted,
        "kept": result.kept,
        "state": result.state.value,
        "why": [why_sentence(why, scheme, _) for why in result.why],
        "tie": _tie(result.tie),
        "passes": result.passes,
        "objective": _objective(scheme, result.computed),
        "reviewers": [_reviewer(reviewer, columns, places) for reviewer in result.reviewers],
    }


def _tie(tie: Tie | None) -> Json | None:
    if tie is None:
        return None
    return {"with": [*tie.others], "decided_by": tie.decided_by, "shared": [*tie.shared]}


def _objective(scheme: Scheme, computed: Mapping[str, Computed]) -> Json:
    return {
        code: {
            "score": _text(item.value, scheme.by_code[code].places),
            "formula": item.formula,
            "inputs": dict(item.inputs),
        }
        for code, item in computed.items()
        if not scheme.by_code[code].is_on_sheet
    }


def _reviewer(reviewer: ReviewerResult, columns: Columns, places: int) -> Json:
    return {
        "number": reviewer.number,
        "total": _text(reviewer.total, places),
        "state": reviewer.state.value,
        "dropped": reviewer.dropped.value,
        "dropped_in": {code: mark.value for code, mark in reviewer.dropped_in.items()},
        "scores": {
            code: _score_text(reviewer.scores[code], decimals)
            for code, decimals in columns
            if code in reviewer.scores
        },
    }


def _texts(values: Mapping[str, Points | None], places: int) -> Json:
    return {code: _text(value, places) for code, value in values.items()}


def _text(value: Points | None, places: int) -> str | None:
    return None if value is None else _points_text(value.numerator, value.denominator, places)


@lru_cache(maxsize=65536)
def _points_text(upper: int, lower: int, places: int) -> str:
    """Write a value that many others share; whole numbers are found faster than fractions."""
    return format_points(Points(upper, lower), places)


@lru_cache(maxsize=8192)
def _score_text(score: int, decimals: int) -> str:
    value = from_hundredths(score)
    return format_points(value, max(decimals, decimals_of(value)))
