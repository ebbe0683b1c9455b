"""What is asked about a sheet before it is submitted: advice, never a refusal.

Source: domain.md 2.7 and 8; peers.md 6.1.
"""

from collections.abc import Iterator, Mapping

from reviewer_app.domain.own_work import Question, Unusual
from reviewer_app.domain.points import from_hundredths
from reviewer_app.domain.rules.scoring import level_of, take_over
from reviewer_app.domain.scheme import Indicator, Scheme

_FEW = 3
"""A sheet of fewer rows says nothing by being the same all over."""


def unusual(
    scheme: Scheme, scores: Mapping[str, int], comments: Mapping[str, str]
) -> tuple[Unusual, ...]:
    """Give what is unusual on a sheet: rows in their order, the sheet itself last.

    A typed zero is always asked about; full marks or the lowest level only without a
    comment; a sheet when all its scores are the same share of their maximum.
    """
    return (*_rows(scheme, scores, comments), *_sheet(scheme, scores))


def _rows(
    scheme: Scheme, scores: Mapping[str, int], comments: Mapping[str, str]
) -> Iterator[Unusual]:
    for row in scheme.on_sheet:
        score = scores.get(row.code)
        if score is None:
            continue
        if score == 0:
            yield Unusual(row.code, Question.ZERO, score)
        elif _is_extreme(row, score) and not comments.get(row.code, "").strip():
            yield Unusual(row.code, Question.EXTREME, score)


def _is_extreme(row: Indicator, score: int) -> bool:
    if from_hundredths(score) == row.maximum:
        return True
    return bool(row.levels) and level_of(row, score) == row.levels[-1]


def _sheet(scheme: Scheme, scores: Mapping[str, int]) -> Iterator[Unusual]:
    if is_equal_throughout(scheme, scores):
        yield Unusual("", Question.ALL_EQUAL, sum(scores[row.code] for row in scheme.on_sheet))


def is_equal_throughout(scheme: Scheme, scores: Mapping[str, int]) -> bool:
    """Whether a whole sheet gives every row the same share of its maximum."""
    rows = scheme.on_sheet
    if len(rows) < _FEW or any(row.code not in scores for row in rows):
        return False
    share = from_hundredths(scores[rows[0].code]) / rows[0].maximum
    return all(take_over(row, share * row.maximum) == scores[row.code] for row in rows)
