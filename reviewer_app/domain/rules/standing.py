"""Where an application stands: which of its sheets count, its state, and why.

Nothing here looks at the value of a score.

Source: contract.md 2, Result, and 4, `state` and `why`.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from reviewer_app.domain.application import Computed, Standing
from reviewer_app.domain.ids import natural_key
from reviewer_app.domain.results import Candidate, ResultState, SheetScores, Why, WhyKind
from reviewer_app.domain.rules.measure import Measure, row_of
from reviewer_app.domain.scheme import Rules

_number_order = lru_cache(maxsize=4096)(natural_key)


@dataclass(frozen=True, slots=True)
class Attendance:
    """The sheets of one application in the order of their reviewers' numbers.

    `rows` holds one row of scores for each sheet, None where it does not count.
    """

    sheets: tuple[SheetScores, ...]
    rows: tuple[tuple[int, ...] | None, ...]
    counted: int
    state: ResultState
    why: tuple[Why, ...]


def attendance_of(measure: Measure, candidate: Candidate) -> Attendance:
    """Count the sheets of one application and say where it stands."""
    sheets = tuple(sorted(candidate.sheets, key=_reviewer_order))
    rows = tuple([counted_row(measure, sheet) for sheet in sheets])
    counted = len(rows) - rows.count(None)
    state, why = _state(measure, candidate, sheets, rows)
    return Attendance(sheets, rows, counted, state, why)


def counted_row(measure: Measure, sheet: SheetScores) -> tuple[int, ...] | None:
    """Give the scores of a sheet that counts: submitted or locked, no score missing.

    A submitted sheet lacks a score only where a later scheme voided it; it waits for
    its reviewer like a draft, for half a sheet is no sheet.
    """
    return row_of(measure, sheet.scores) if sheet.state.counts else None


def _reviewer_order(sheet: SheetScores) -> tuple[tuple[int, int, str], ...]:
    return _number_order(sheet.reviewer)


def _state(
    measure: Measure,
    candidate: Candidate,
    sheets: Sequence[SheetScores],
    rows: Sequence[tuple[int, ...] | None],
) -> tuple[ResultState, tuple[Why, ...]]:
    if candidate.standing is Standing.WITHDRAWN:
        return ResultState.WITHDRAWN, (Why(WhyKind.WITHDRAWN),)
    if candidate.standing is Standing.INELIGIBLE:
        return ResultState.INELIGIBLE, (Why(WhyKind.INELIGIBLE),)
    needs_sheets = bool(measure.columns)
    missing = [*_open_sheets(sheets, rows)] if needs_sheets else []
    missing += _missing_values(measure, candidate.computed)
    if missing:
        return ResultState.PENDING, tuple(missing)
    lacking = tuple(_lacking_quorum(measure.rules, rows)) if needs_sheets else ()
    return (ResultState.BELOW_QUORUM if lacking else ResultState.RANKED), lacking


def _open_sheets(
    sheets: Sequence[SheetScores], rows: Sequence[tuple[int, ...] | None]
) -> Iterator[Why]:
    waiting = [
        sheet.reviewer
        for sheet, row in zip(sheets, rows, strict=True)
        if row is None and (sheet.state.is_open or sheet.state.counts)
    ]
    if waiting:
        yield Why(WhyKind.SHEETS_OPEN, subject=", ".join(waiting), found=str(len(waiting)))


def _missing_values(measure: Measure, computed: Mapping[str, Computed]) -> Iterator[Why]:
    for code in measure.formulas:
        item = computed[code]
        if item.value is None:
            data = ", ".join(f"{key}={value}" for key, value in item.inputs.items())
            yield Why(WhyKind(item.trouble), code, item.trouble_detail, item.formula, data)


def _lacking_quorum(rules: Rules, rows: Sequence[tuple[int, ...] | None]) -> Iterator[Why]:
    counted = len(rows) - rows.count(None)
    least = max(rules.quorum, 1)
    if counted < least:
        yield Why(WhyKind.TOO_FEW_SHEETS, found=str(counted), expected=str(least))
    share = rules.quorum_share
    if share is not None and rows and Fraction(counted, len(rows)) < share:
        found = f"{counted}/{len(rows)}"
        expected = f"{share.numerator}/{share.denominator}"
        yield Why(WhyKind.TOO_SMALL_SHARE, found=found, expected=expected)
