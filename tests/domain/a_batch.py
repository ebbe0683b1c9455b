"""Builders for the tests of the official result: say only what matters."""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from typing import Any

from reviewer_app.domain.application import Computed, Standing
from reviewer_app.domain.points import parse_decimal, to_hundredths
from reviewer_app.domain.results import ApplicationResult, Candidate, SheetScores
from reviewer_app.domain.rules.ranking import rank
from reviewer_app.domain.scheme import Scheme
from reviewer_app.domain.scheme_reading import scheme_from
from reviewer_app.domain.sheet import SheetState
from tests.domain.vector_schemes import a_document, judged_factor

STATES = {state.value for state in SheetState}


def a_scheme(*factors: dict[str, Any], **rules: Any) -> Scheme:
    """Build a scheme; without factors one judged indicator A1 of 100 points."""
    return scheme_from(a_document(factors or (judged_factor("A"),), **rules))


def two_factors(**rules: Any) -> Scheme:
    """Build a scheme of A1 and B1, judged, 50 points each."""
    return a_scheme(judged_factor("A", "50"), judged_factor("B", "50"), **rules)


def a_sheet(reviewer: str, *cells: str, state: str = "submitted") -> SheetScores:
    """Build a sheet: scores of A1, B1, … in this order, or one word of a state."""
    if cells and cells[0] in STATES:
        return SheetScores(reviewer, reviewer, SheetState(cells[0]), {})
    scores = {
        f"{code}1": int(to_hundredths(parse_decimal(cell)))
        for code, cell in zip("ABCDE", cells, strict=False)
    }
    return SheetScores(reviewer, reviewer, SheetState(state), scores)


def an_application(
    number: str,
    *sheets: SheetScores,
    computed: Mapping[str, Computed] | None = None,
    requested_fen: int | None = None,
    standing: Standing = Standing.ACTIVE,
) -> Candidate:
    """Build an application with its sheets."""
    return Candidate(
        number, f"项目 {number}", "", "", "", requested_fen, standing, computed or {}, sheets
    )


def scored(number: str, *totals: str, requested_fen: int | None = None) -> Candidate:
    """Build an application of one indicator A1 with a sheet for each total or state."""
    sheets = [a_sheet(f"R{index}", cell) for index, cell in enumerate(totals, 1)]
    return an_application(number, *sheets, requested_fen=requested_fen)


def value(text: str, formula: str = "x") -> Computed:
    """Build a computed score."""
    return Computed(Fraction(text), formula, {"x": text})


def only(scheme: Scheme, candidate: Candidate) -> ApplicationResult:
    """Rank one application alone."""
    return rank(scheme, [candidate])[0]


def by_number(scheme: Scheme, *candidates: Candidate) -> dict[str, ApplicationResult]:
    """Rank and give the results by application number."""
    return {result.number: result for result in rank(scheme, candidates)}


def withdrawn(candidate: Candidate) -> Candidate:
    """Give the application as withdrawn."""
    return replace(candidate, standing=Standing.WITHDRAWN)
