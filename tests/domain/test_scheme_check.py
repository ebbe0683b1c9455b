"""`scheme check`: every problem with its place (contract.md 1 and 2)."""

import json
import tomllib
from collections.abc import Callable
from importlib import resources
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer_app.domain.scheme_check import check
from reviewer_app.domain.scheme_problem import SchemeFault as Fault
from reviewer_app.domain.scheme_problem import SchemeProblem
from reviewer_app.domain.scheme_reading import canonical, digest, scheme_from, scheme_from_json

Edit = Callable[[dict[str, Any]], object]


def a_document() -> dict[str, Any]:
    path = resources.files("resources") / "schemes" / "measure-5.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


def problems_after(edit: Edit) -> list[tuple[Fault, str]]:
    document = a_document()
    edit(document)
    return [(problem.fault, "/".join(problem.place)) for problem in check(document)]


def row(document: dict[str, Any], code: str) -> dict[str, Any]:
    rows = (row for factor in document["factor"] for row in factor["indicator"])
    return next(row for row in rows if row["code"] == code)


def entry(document: dict[str, Any], key: str) -> dict[str, Any]:
    return next(item for item in document["input"] if item["key"] == key)


CASES: tuple[tuple[Edit, Fault, str], ...] = (
    (lambda d: d["rules"].update(step=0.1), Fault.FLOAT, "rules/step"),
    (lambda d: d.update(extra={"deep": [1.5]}), Fault.FLOAT, "extra/deep/#1"),
    (lambda d: d["rules"].update(stepp="0.1"), Fault.UNKNOWN_KEY, "rules/stepp"),
    (lambda d: row(d, "B1").update(formulae="1"), Fault.UNKNOWN_KEY, "B/B1/formulae"),
    (lambda d: d.pop("title"), Fault.MISSING_KEY, "title"),
    (lambda d: d["rules"].pop("quorum"), Fault.MISSING_KEY, "rules/quorum"),
    (lambda d: d["rules"].pop("trim_from"), Fault.MISSING_KEY, "rules/trim_from"),
    (lambda d: row(d, "A1").pop("formula"), Fault.MISSING_KEY, "A/A1/formula"),
    (lambda d: row(d, "B1").pop("formula"), Fault.MISSING_KEY, "B/B1/formula"),
    (lambda d: entry(d, "test_kind").pop("values"), Fault.MISSING_KEY, "input/test_kind/values"),
    (lambda d: d["funding"].pop("ratio"), Fault.MISSING_KEY, "funding/ratio"),
    (lambda d: d["rules"].update(quorum=True), Fault.WRONG_TYPE, "rules/quorum"),
    (lambda d: d["rules"].update(quorum="3"), Fault.WRONG_TYPE, "rules/quorum"),
    (lambda d: d["rules"].update(total=100), Fault.WRONG_TYPE, "rules/total"),
    (lambda d: d.update(factor={}), Fault.WRONG_TYPE, "factor"),
    (lambda d: d["rules"].update(total="1e2"), Fault.NOT_DECIMAL, "rules/total"),
    (lambda d: row(d, "A1").update(max="６"), Fault.NOT_DECIMAL, "A/A1/max"),
    (lambda d: row(d, "A1").update(weight="1/0"), Fault.NOT_EXACT, "A/A1/weight"),
    (lambda d: d["rules"].update(places=13), Fault.OUT_OF_BOUNDS, "rules/places"),
    (lambda d: d["rules"].update(places=-1), Fault.OUT_OF_BOUNDS, "rules/places"),
    (lambda d: d["rules"].update(quorum=0), Fault.OUT_OF_BOUNDS, "rules/quorum"),
    (lambda d: d["rules"].update(trim_from=2), Fault.OUT_OF_BOUNDS, "rules/trim_from"),
    (lambda d: d["rules"].update(quorum_share="0"), Fault.OUT_OF_BOUNDS, "rules/quorum_share"),
    (lambda d: d["rules"].update(quorum_share="1.1"), Fault.OUT_OF_BOUNDS, "rules/quorum_share"),
    (lambda d: d["rules"].update(pass_total="101"), Fault.OUT_OF_BOUNDS, "rules/pass_total"),
    (
        lambda d: d["rules"].update(pass_factor={"B": "30.01"}),
        Fault.OUT_OF_BOUNDS,
        "rules/pass_factor/B",
    ),
    (lambda d: row(d, "B1").update(tolerance="2"), Fault.OUT_OF_BOUNDS, "B/B1/tolerance"),
    (lambda d: d["rules"].update(combine="average"), Fault.UNKNOWN_WORD, "rules/combine"),
    (lambda d: d["rules"].update(tie_break=["Z"]), Fault.UNKNOWN_WORD, "rules/tie_break"),
    (
        lambda d: d["rules"].update(pass_factor={"Z": "1"}),
        Fault.UNKNOWN_WORD,
        "rules/pass_factor/Z",
    ),
    (lambda d: d["funding"].update(rule="first"), Fault.UNKNOWN_WORD, "funding/rule"),
    (lambda d: d.update(key=" "), Fault.BLANK, "key"),
    (lambda d: d.update(key="a "), Fault.STRAY_SPACE, "key"),
    (lambda d: d.update(title="a\x07"), Fault.CONTROL_SIGN, "title"),
    (lambda d: d.update(title="长" * 201), Fault.TOO_LONG, "title"),
    (lambda d: row(d, "B2").update(level=[]), Fault.EMPTY_LIST, "B/B2/level"),
    (
        lambda d: entry(d, "releases").update(key="Releases"),
        Fault.BAD_INPUT_KEY,
        "input/Releases/key",
    ),
    (lambda d: entry(d, "releases").update(key="min"), Fault.RESERVED, "input/min/key"),
    (lambda d: entry(d, "releases").update(label="负责人"), Fault.RESERVED, "input/releases/label"),
    (lambda d: d["factor"][2].update(code="median"), Fault.RESERVED, "median/code"),
    (lambda d: row(d, "B2").update(code="得分"), Fault.RESERVED, "B/得分/code"),
    (lambda d: row(d, "B2").update(code="A1"), Fault.DUPLICATE, "B/A1/code"),
    (lambda d: d["factor"][2].update(code="a"), Fault.DUPLICATE, "a/code"),
    (
        lambda d: entry(d, "releases").update(label="测评 方式"),
        Fault.DUPLICATE,
        "input/releases/label",
    ),
    (lambda d: d["rules"].update(tie_break=["B", "B"]), Fault.DUPLICATE, "rules/tie_break"),
    (lambda d: d["rules"].update(step="0.025"), Fault.NOT_HUNDREDTHS, "rules/step"),
    (lambda d: row(d, "B2").update(step="0"), Fault.NOT_HUNDREDTHS, "B/B2/step"),
    (lambda d: row(d, "B2").update(step="0.3"), Fault.NOT_ON_STEP, "B/B2/max"),
    (
        lambda d: row(d, "B2")["level"][0].update({"from": "7.25"}),
        Fault.NOT_ON_STEP,
        "B/B2/level/优/from",
    ),
    (lambda d: row(d, "B2").update(max="9"), Fault.WRONG_TOTAL, "rules/total"),
    (
        lambda d: row(d, "B2")["level"][1].update({"from": "7.2"}),
        Fault.NOT_FALLING,
        "B/B2/level/良/from",
    ),
    (lambda d: row(d, "B2")["level"].pop(), Fault.LOWEST_NOT_ZERO, "B/B2/level/中/from"),
    (lambda d: row(d, "B2").update(formula="1"), Fault.NOT_FOR_KIND, "B/B2/formula"),
    (lambda d: row(d, "B2").update(tolerance="0.2"), Fault.NOT_FOR_KIND, "B/B2/tolerance"),
    (
        lambda d: row(d, "A1").update(level=[{"name": "x", "from": "0"}]),
        Fault.NOT_FOR_KIND,
        "A/A1/level",
    ),
    (lambda d: entry(d, "test_kind").update(min="0"), Fault.NOT_FOR_KIND, "input/test_kind/min"),
    (
        lambda d: entry(d, "releases").update(values={"a": "1"}),
        Fault.NOT_FOR_KIND,
        "input/releases/values",
    ),
    (lambda d: d["funding"].update(eligible="test_kind"), Fault.NOT_FOR_KIND, "funding/eligible"),
    (lambda d: row(d, "A1").update(formula="1 +"), Fault.FORMULA, "A/A1/formula"),
    (lambda d: row(d, "C3").update(formula="relases"), Fault.UNKNOWN_INPUT, "C/C3/formula"),
    (lambda d: d["funding"].update(eligible="money"), Fault.UNKNOWN_INPUT, "funding/eligible"),
    (lambda d: row(d, "C3").update(formula="if(releases, 1, 0)"), Fault.NOT_A_FLAG, "C/C3/formula"),
    (
        lambda d: entry(d, "satisfaction").update(min="101"),
        Fault.MIN_ABOVE_MAX,
        "input/satisfaction/min",
    ),
    (
        lambda d: entry(d, "releases").update(default="0.5"),
        Fault.BAD_DEFAULT,
        "input/releases/default",
    ),
    (
        lambda d: entry(d, "test_kind").update(default="?"),
        Fault.BAD_DEFAULT,
        "input/test_kind/default",
    ),
    (
        lambda d: d["rules"].update(round_at=["sheet", "factor"]),
        Fault.ROUNDING_CLASH,
        "rules/round_at",
    ),
    (
        lambda d: d["rules"].update(round_at=["sheet"], trim_level="factor"),
        Fault.ROUNDING_CLASH,
        "rules/round_at",
    ),
    (
        lambda d: d["rules"].update(round_at=["weighted"], combine="median"),
        Fault.ROUNDING_CLASH,
        "rules/round_at",
    ),
    (lambda d: d["funding"].update(stages=["40", "30"]), Fault.STAGES_SUM, "funding/stages"),
    (
        lambda d: d["funding"]["tier"].reverse(),
        Fault.NOT_FALLING,
        "funding/tier/B/from",
    ),
)


@pytest.mark.parametrize(("edit", "fault", "place"), CASES)
def test_each_mistake_is_named_with_its_place(edit: Edit, fault: Fault, place: str) -> None:
    assert (fault, place) in problems_after(edit)


def test_a_single_mistake_is_a_single_problem() -> None:
    assert problems_after(lambda d: d["rules"].update(combine="average")) == [
        (Fault.UNKNOWN_WORD, "rules/combine")
    ]


def test_a_mistyped_key_is_answered_with_the_nearest() -> None:
    document = a_document()
    document["rules"]["quorun"] = 3

    (problem,) = check(document)

    assert problem == SchemeProblem(Fault.UNKNOWN_KEY, ("rules", "quorun"), "quorun", "quorum")


def test_all_problems_are_named_at_once() -> None:
    def spoil(document: dict[str, Any]) -> None:
        document["rules"]["combine"] = "average"
        row(document, "A1")["formula"] = "unknown + 1"
        row(document, "B2")["level"][0]["from"] = "9"

    assert {fault for fault, _ in problems_after(spoil)} == {
        Fault.UNKNOWN_WORD,
        Fault.UNKNOWN_INPUT,
        Fault.OUT_OF_BOUNDS,
    }


@pytest.mark.parametrize(
    "edit",
    [
        lambda d: d["rules"].update(round_at=["factor", "weighted", "final"]),
        lambda d: d["rules"].update(round_at=["factor"], combine="median", trim_level="factor"),
        lambda d: d["rules"].update(tie_break=["median", "requested_asc"]),
        lambda d: d["rules"].update(round_at=[]),
        lambda d: row(d, "B2").pop("level"),
        lambda d: d.pop("funding"),
        lambda d: d["rules"].pop("total"),
    ],
)
def test_what_the_contract_allows_is_no_problem(edit: Edit) -> None:
    assert problems_after(edit) == []


def test_a_deduction_lowers_the_total() -> None:
    """100 less a negative factor of 5: the literal sum of weight times maximum is 95."""
    document = a_document()
    deduction = {"code": "X1", "name": "扣分", "kind": "judged", "max": "5"}
    document["factor"].append(
        {"code": "X", "name": "扣分", "weight": "-1", "indicator": [deduction]}
    )
    document["rules"]["total"] = "95"

    assert check(document) == ()


def test_a_scheme_without_sheets_needs_no_rule_about_them() -> None:
    price = {"code": "P1", "name": "价格", "kind": "objective", "max": "20", "formula": "20"}
    document = {
        "key": "price",
        "title": "价格分",
        "rules": {"total": "20", "places": 2},
        "factor": [{"code": "P", "name": "价格", "indicator": [price]}],
    }

    assert check(document) == ()
    assert not scheme_from(document).needs_sheets


def test_the_digest_is_that_of_sorted_json_without_spaces() -> None:
    """echo -n '{"a":"方","b":1}' | sha256sum"""
    document = {"b": 1, "a": "方"}

    assert canonical(document) == '{"a":"方","b":1}'
    assert digest(document) == "5e4ad0ebedfc6a182055bd3b58484d06f532295284636824619c6f071cd74a4b"


def test_a_stored_document_gives_the_same_scheme() -> None:
    scheme = scheme_from(a_document())

    assert scheme_from_json(scheme.document) == scheme


TREES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=6,
)


@settings(max_examples=200)
@given(st.data())
def test_whatever_stands_anywhere_is_a_problem_and_never_a_crash(data: st.DataObject) -> None:
    document = json.loads(json.dumps(a_document()))
    table: Any = document
    while True:
        keys = list(table) if isinstance(table, dict) else list(range(len(table)))
        key = data.draw(st.sampled_from(keys))
        if not isinstance(table[key], dict | list) or not table[key] or data.draw(st.booleans()):
            break
        table = table[key]
    table[key] = data.draw(TREES)

    if not check(document):
        assert scheme_from(document).digest == digest(document)


def test_places_may_be_left_out_and_are_two() -> None:
    document = a_document()
    named = digest(document)
    del document["rules"]["places"]

    assert check(document) == ()
    scheme = scheme_from(document)
    assert (scheme.rules.places, scheme.by_code["A1"].places) == (2, 2)
    assert scheme.digest != named  # the digest is of the file as parsed, nothing added
