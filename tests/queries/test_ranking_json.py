"""The JSON of `rank` is what contract.md 4 says, to the key and the digit."""

import json
from collections.abc import Sequence
from typing import Any

from reviewer_app.domain.application import Computed
from reviewer_app.domain.results import Candidate, Ranking
from reviewer_app.domain.rules.ranking import rank
from reviewer_app.domain.scheme import Scheme
from reviewer_app.i18n import translator
from reviewer_app.queries.ranking_json import ranking_document
from tests.domain.a_batch import a_scheme, a_sheet, an_application, scored, value
from tests.domain.vector_schemes import input_factor, judged_factor

APPLICATION_KEYS = [
    "number",
    "name",
    "rank",
    "score",
    "provisional",
    "applied",
    "untrimmed_mean",
    "median",
    "factors",
    "factor_points",
    "sheets",
    "counted",
    "kept",
    "state",
    "why",
    "tie",
    "passes",
    "objective",
    "reviewers",
]


def document_of(scheme: Scheme, batch: Sequence[Candidate], language: str = "en") -> Any:
    ranking = Ranking("第一批", scheme, True, rank(scheme, batch), 7, "ab")
    return json.loads(json.dumps(ranking_document(ranking, translator(language))))


def test_the_keys_stand_as_in_the_contract() -> None:
    document = document_of(a_scheme(), [scored("P1", "80")])

    assert list(document) == ["batch", "scheme", "method", "applications"]
    assert list(document["scheme"]) == ["key", "digest", "frozen"]
    assert list(document["method"]) == [
        "combine",
        "trim_level",
        "round_at",
        "places",
        "quorum",
        "in_words",
    ]
    assert list(document["applications"][0]) == APPLICATION_KEYS
    assert list(document["applications"][0]["reviewers"][0]) == [
        "number",
        "total",
        "state",
        "dropped",
        "dropped_in",
        "scores",
    ]


def test_the_method_is_that_of_the_scheme() -> None:
    scheme = a_scheme(round_at=["weighted", "factor"], quorum=2, places=1)
    method = document_of(scheme, [])["method"]

    assert method["round_at"] == ["factor", "weighted", "final"]
    assert (method["combine"], method["places"], method["quorum"]) == ("mean", 1, 2)
    assert method["in_words"]


def test_scores_are_strings_with_the_places_of_the_scheme() -> None:
    row = document_of(a_scheme(), [scored("P1", "80", "81", "81")])["applications"][0]

    assert (row["score"], row["provisional"], row["median"]) == ("80.67", "80.67", "81.00")
    assert row["factors"] == row["factor_points"] == {"A": "80.67"}
    assert row["reviewers"][0]["total"] == "80.00"


def test_a_score_is_written_with_the_decimals_of_its_step() -> None:
    row = document_of(a_scheme(step="0.5"), [scored("P1", "1.5", "2")])["applications"][0]

    assert [reviewer["scores"] for reviewer in row["reviewers"]] == [{"A1": "1.5"}, {"A1": "2.0"}]


def test_what_is_not_defined_is_null() -> None:
    row = document_of(a_scheme(), [scored("P1", "draft")])["applications"][0]

    nulls = ("rank", "score", "provisional", "untrimmed_mean", "median", "tie", "passes")
    assert {key: row[key] for key in nulls} == dict.fromkeys(nulls)
    assert row["factors"] == {"A": None}
    assert (row["reviewers"][0]["total"], row["reviewers"][0]["scores"]) == (None, {})
    assert row["why"] == ["Sheets not submitted yet: R1."]


def test_why_is_said_in_the_language_asked_for() -> None:
    row = document_of(a_scheme(), [scored("P1", "draft")], "zh_CN")["applications"][0]

    assert row["why"] == ["尚未提交的评分表：R1。"]


def test_a_tie_names_with_whom_and_what_decided() -> None:
    batch = [scored("P1", "80"), scored("P2", "80", requested_fen=1), scored("P3", "80")]
    rows = document_of(a_scheme(tie_break=["requested_asc"]), batch)["applications"]

    assert rows[0]["tie"] == {"with": ["P1", "P3"], "decided_by": "requested_asc", "shared": []}
    assert rows[1]["tie"] == {"with": ["P2", "P3"], "decided_by": None, "shared": ["P3"]}


def test_trimming_by_indicator_names_where() -> None:
    scheme = a_scheme(combine="trimmed_mean", trim_from=3, trim_level="indicator")
    row = document_of(scheme, [scored("P1", "70", "80", "90")])["applications"][0]

    assert [reviewer["dropped"] for reviewer in row["reviewers"]] == ["no", "no", "no"]
    assert row["reviewers"][2]["dropped_in"] == {"A1": "high"}
    assert (row["applied"], row["kept"]) == ("trimmed_mean", 3)


def test_only_objective_scores_stand_under_objective() -> None:
    factor = judged_factor("A", "70")
    factor["indicator"][0] |= {"kind": "assisted", "formula": "x"}
    scheme = a_scheme(input_factor("O", "x", "30", places=3), factor)
    computed = {"O1": value("5.125"), "A1": value("5")}
    application = an_application("P1", a_sheet("R1", "60"), computed=computed)
    row = document_of(scheme, [application])["applications"][0]

    assert row["objective"] == {"O1": {"score": "5.125", "formula": "x", "inputs": {"x": "5.125"}}}


def test_an_objective_score_that_cannot_be_computed_is_null() -> None:
    scheme = a_scheme(input_factor("O", "x / y"))
    trouble = Computed(None, "x / y", {"x": "1", "y": "0"}, "division_by_zero", "y")
    row = document_of(scheme, [an_application("P1", computed={"O1": trouble})])["applications"][0]

    assert row["objective"]["O1"]["score"] is None
    assert row["why"] == ["O1 指标 O1: x / y divides by zero (x=1, y=0)."]
    assert (row["applied"], row["state"]) == ("objective", "pending")
