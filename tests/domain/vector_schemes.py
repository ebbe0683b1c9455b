"""Published and synthetic cases as a scheme document and the rows of the workbooks.

Each case says what `rank --json` must give, by settings alone. A test of the program can
write `document` as TOML, `applications`, `assignments` and `sheets` as workbooks, and run
the real commands; `ranked` takes the short way through the domain.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

from reviewer_app.domain.application import Standing
from reviewer_app.domain.money import fen_from_wan
from reviewer_app.domain.points import format_points, parse_decimal, to_hundredths
from reviewer_app.domain.results import ApplicationResult, Candidate, SheetScores
from reviewer_app.domain.rules.ranking import rank
from reviewer_app.domain.rules.scoring import compute
from reviewer_app.domain.scheme_reading import scheme_from
from reviewer_app.domain.sheet import SheetState

VECTORS = Path(__file__).parent / "vectors"
Table = dict[str, Any]


@dataclass(frozen=True, slots=True)
class VectorSheet:
    """One sheet: indicator code -> score as typed, or the word of its state."""

    application: str
    reviewer: str
    scores: Mapping[str, str]
    state: str = "submitted"


@dataclass(frozen=True, slots=True)
class VectorCase:
    """One case. `applications` rows hold number, requested (万元) and input keys;
    `expected` maps application numbers to some keys of the JSON with their values.
    """

    name: str
    document: Table
    applications: tuple[Mapping[str, str], ...]
    sheets: tuple[VectorSheet, ...]
    expected: Mapping[str, Mapping[str, object]]

    @property
    def assignments(self) -> tuple[tuple[str, str], ...]:
        """The (application, reviewer) pairs: a sheet exists only where one is assigned."""
        return tuple((sheet.application, sheet.reviewer) for sheet in self.sheets)


def vector(name: str) -> Any:
    """Read a case's facts."""
    return json.loads((VECTORS / f"{name}.json").read_text(encoding="utf-8"))


def ranked(case: VectorCase) -> tuple[ApplicationResult, ...]:
    """Rank a case through the domain."""
    return rank(scheme_from(case.document), candidates_of(case))


def candidates_of(case: VectorCase) -> list[Candidate]:
    """Build what the ranking needs from the rows of a case."""
    scheme = scheme_from(case.document)
    keys = {item.key for item in scheme.inputs}
    return [
        Candidate(
            number=row["number"],
            name=f"项目 {row['number']}",
            applicant="",
            industry="",
            office="",
            requested_fen=fen_from_wan(Fraction(row["requested"])) if "requested" in row else None,
            standing=Standing.ACTIVE,
            computed=compute(scheme, {key: row[key] for key in row.keys() & keys}),
            sheets=tuple(
                _sheet_scores(sheet) for sheet in case.sheets if sheet.application == row["number"]
            ),
        )
        for row in case.applications
    ]


def _sheet_scores(sheet: VectorSheet) -> SheetScores:
    scores = {code: to_hundredths(parse_decimal(text)) for code, text in sheet.scores.items()}
    return SheetScores(sheet.reviewer, sheet.reviewer, SheetState(sheet.state), scores)


def a_document(
    factors: Sequence[Table], *, total: str = "100", inputs: Sequence[Table] = (), **rules: object
) -> Table:
    """Build a scheme document; the rules say only what matters."""
    step = {"step": "0.01"} if any("formula" not in f["indicator"][0] for f in factors) else {}
    document: Table = {
        "key": "vector",
        "title": "测试向量",
        "source": "tests/domain/vectors",
        "rules": {"total": total, **step, "places": 2, "combine": "mean", "quorum": 1, **rules},
        "factor": list(factors),
    }
    if inputs:
        document["input"] = list(inputs)
    return document


def judged_factor(code: str, maximum: str = "100", weight: str = "1") -> Table:
    """Build a factor that is one judged indicator, e.g. A with A1."""
    row = {"code": f"{code}1", "name": f"指标 {code}1", "kind": "judged", "max": maximum}
    return {"code": code, "name": f"要素 {code}", "weight": weight, "indicator": [row]}


def input_factor(
    code: str, formula: str, maximum: str = "100", *, places: int = 2, weight: str = "1"
) -> Table:
    """Build a factor that is one objective indicator."""
    row = {
        "code": f"{code}1",
        "name": f"指标 {code}1",
        "kind": "objective",
        "max": maximum,
        "places": places,
        "formula": formula,
    }
    return {"code": code, "name": f"要素 {code}", "weight": weight, "indicator": [row]}


def an_input(key: str, **more: str) -> Table:
    """Build an input that is a number."""
    return {"key": key, "label": key, "kind": "number", **more}


def numbered(values: Iterable[object], letter: str) -> list[tuple[str, Any]]:
    """Number things from 1: P1, P2 …"""
    return [(f"{letter}{index}", value) for index, value in enumerate(values, 1)]


def panel_case(
    name: str,
    document: Table,
    rows: Mapping[str, Sequence[object]],
    expected: Mapping[str, Mapping[str, object]],
) -> VectorCase:
    """Build a case of one judged indicator A1: application -> one cell a reviewer.

    A cell is a score or the word of a state.
    """
    states = {state.value for state in SheetState}
    sheets = []
    for number, cells in rows.items():
        for reviewer, cell in numbered(cells, "R"):
            if cell in states:
                sheets.append(VectorSheet(number, reviewer, {}, str(cell)))
            else:
                sheets.append(VectorSheet(number, reviewer, {"A1": str(cell)}))
    applications = tuple({"number": number} for number in rows)
    return VectorCase(name, document, applications, tuple(sheets), expected)


def fixed(value: object, places: int = 2) -> str:
    """Write a value of a vector as the JSON writes it, from its exact decimal text."""
    return format_points(Fraction(str(value)), places)


def found(application: Mapping[str, Any], key: str) -> object:
    """Give what an application of the JSON says for a key of `VectorCase.expected`.

    Beside the keys of the JSON: "dropped" (reviewer -> low or high), "decided_by",
    "objective CODE" and "sum of A to E" (the printed factors added).
    """
    if key == "dropped":
        reviewers = application["reviewers"]
        return {row["number"]: row["dropped"] for row in reviewers if row["dropped"] != "no"}
    if key == "decided_by":
        return application["tie"]["decided_by"]
    if key.startswith("objective "):
        return application["objective"][key.removeprefix("objective ")]["score"]
    if key == "sum of A to E":
        return fixed(sum(Fraction(application["factors"][code]) for code in "ABCDE"))
    if key == "factor_points":
        return {code: text for code, text in application[key].items() if code != "F"}
    return application[key]
