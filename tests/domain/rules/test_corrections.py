"""The law of corrections for schemes (house.md 5): what a later version voids."""

import json
import tomllib
from collections.abc import Callable
from importlib import resources
from typing import Any

import pytest

from reviewer_app.domain.rules.corrections import SchemeChange, scheme_change
from reviewer_app.domain.scheme_reading import scheme_from

Edit = Callable[[dict[str, Any]], None]


def a_document() -> dict[str, Any]:
    path = resources.files("resources") / "schemes" / "measure-5.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


def after(edit: Edit) -> SchemeChange:
    old = a_document()
    new = json.loads(json.dumps(old))
    edit(new)
    return scheme_change(scheme_from(old), scheme_from(new))


def an_indicator(document: dict[str, Any], code: str) -> dict[str, Any]:
    rows = (row for factor in document["factor"] for row in factor["indicator"])
    return next(row for row in rows if row["code"] == code)


def an_input(document: dict[str, Any], key: str) -> dict[str, Any]:
    return next(row for row in document["input"] if row["key"] == key)


def test_the_same_scheme_changes_nothing() -> None:
    change = after(lambda _: None)

    assert change.fields == ()
    assert change.is_wording_only
    assert not change.changes_results


@pytest.mark.parametrize(
    "edit",
    [
        lambda d: d.update(title="新标题"),
        lambda d: d.update(notice="已确认"),
        lambda d: d["factor"][0].update(name="投入"),
        lambda d: an_indicator(d, "B2").update(name="创新"),
        lambda d: an_indicator(d, "B2")["level"][0].update(text="另行说明"),
        lambda d: an_indicator(d, "B2")["level"][0].update(name="优秀"),
        lambda d: an_input(d, "verified_input").update(label="审定投入额"),
        lambda d: an_indicator(d, "C3").update(formula="min(3,0.75*releases)"),
    ],
)
def test_wording_voids_nothing(edit: Edit) -> None:
    change = after(edit)

    assert change.fields
    assert change.is_wording_only
    assert change.voided == ()
    assert not change.changes_results


@pytest.mark.parametrize(
    ("edit", "voided"),
    [
        (lambda d: an_indicator(d, "B2").update(step="0.5"), ("B2",)),
        (lambda d: an_indicator(d, "B2").update(max="9"), ("B2",)),
        (lambda d: an_indicator(d, "B2").update(weight="1/2"), ("B2",)),
        (lambda d: an_indicator(d, "B2")["level"][0].update({"from": "7.5"}), ("B2",)),
        (lambda d: an_indicator(d, "C3").update(formula="min(3, releases)"), ("C3",)),
        (lambda d: an_indicator(d, "B1").update(tolerance="0.3"), ("B1",)),
        (lambda d: an_input(d, "verified_input").update(unit="元"), ("A1", "A2")),
        (lambda d: an_input(d, "test_kind")["values"].update({"自测": "0.6"}), ("B1",)),
        (lambda d: an_input(d, "releases").update(default="1"), ("C3",)),
    ],
)
def test_a_changed_number_voids_only_its_indicators(edit: Edit, voided: tuple[str, ...]) -> None:
    change = after(edit)

    assert change.voided == voided
    assert change.changes_results
    assert not change.is_wording_only


@pytest.mark.parametrize(
    "edit",
    [
        lambda d: d["rules"].update(combine="median"),
        lambda d: d["rules"].update(trim_from=7),
        lambda d: d["rules"].update(pass_total="70"),
        lambda d: d["factor"][1].update(weight="4/3"),
        lambda d: d["rules"]["tie_break"].remove("vote"),
    ],
)
def test_a_rule_changes_results_and_voids_no_score(edit: Edit) -> None:
    change = after(edit)

    assert change.voided == ()
    assert change.changes_results
    assert not change.is_wording_only


def test_a_new_step_for_all_voids_what_reviewers_gave_under_it() -> None:
    change = after(lambda d: d["rules"].update(step="0.5"))

    assert "B2" in change.voided
    assert "B1" in change.voided


def test_more_decimals_leave_judged_scores_alone() -> None:
    change = after(lambda d: d["rules"].update(places=3))

    assert "B2" not in change.voided
    assert "A1" in change.voided


def test_funding_touches_no_score_and_no_result() -> None:
    change = after(lambda d: d["funding"].update(ratio="0.25"))

    assert change.voided == ()
    assert not change.changes_results
    assert not change.is_wording_only


def test_an_indicator_taken_out_voids_its_scores_and_a_new_one_has_none() -> None:
    def swap(document: dict[str, Any]) -> None:
        an_indicator(document, "D4").update(code="D5")

    change = after(swap)

    assert (change.removed, change.added, change.voided) == (("D4",), ("D5",), ("D4",))


def test_places_are_named_as_a_scheme_file_names_them() -> None:
    change = after(lambda d: an_indicator(d, "A4").update(max="3"))

    assert [field.place for field in change.fields] == [("A", "A4", "max")]
