"""Everything that is wrong with a scheme document, all at once.

Single fields are checked in `scheme_fields`, funding in `scheme_check_funding`; here is
what needs several values: codes, sums, levels, formulas, rounding.

Source: contract.md 2.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Any

from reviewer_app.domain.formula import Formula, FormulaError, parse
from reviewer_app.domain.formula_parsing import FUNCTIONS
from reviewer_app.domain.points import format_exact, parse_decimal
from reviewer_app.domain.scheme import (
    TIE_MEDIAN,
    TIE_REQUESTED,
    TIE_UNTRIMMED_MEAN,
    TIE_VOTE,
)
from reviewer_app.domain.scheme_check_funding import check_funding
from reviewer_app.domain.scheme_fields import Place, Problems, check_table, place_of
from reviewer_app.domain.scheme_problem import SchemeFault, SchemeProblem
from reviewer_app.domain.scheme_reading import DEFAULT_STEP
from reviewer_app.domain.scheme_values import number, table_at, tables_at, text_at

TIE_STEPS = (TIE_UNTRIMMED_MEAN, TIE_MEDIAN, TIE_REQUESTED, TIE_VOTE)

APPLICATION_HEADERS = frozenset(
    [
        "项目编号",
        "number",
        "项目名称",
        "name",
        "申报单位",
        "applicant",
        "统一社会信用代码",
        "credit_code",
        "所属行业",
        "industry",
        "受理单位",
        "office",
        "申请金额",
        "申请金额(万元)",
        "requested",
        "负责人",
        "contact",
    ]
)
"""Columns of the applications workbook: no input may bear their names."""

SCORE_HEADERS = frozenset(
    [
        "项目编号",
        "application",
        "专家编号",
        "reviewer",
        "指标",
        "indicator",
        "得分",
        "score",
        "意见",
        "comment",
        "状态",
        "status",
    ]
)
"""Columns of the scores workbook: no indicator code may be one of them."""

_INPUT_KEY = re.compile(r"[a-z][a-z0-9_]*")
_NUMERIC = ("number", "count", "share")


def check(document: Mapping[str, Any]) -> tuple[SchemeProblem, ...]:
    """Find every problem of a document; `scheme_from` takes it if there is none.

    Beyond the contract's words: the total is the literal sum of weight times maximum,
    negative weights included; an indicator's own weight is not negative (deductions are
    a factor of their own); the maximum of what reviewers score lies on a whole step, or
    it could never be given; no list of tables is empty (leave the key out).
    """
    return (
        *check_table("scheme", document, ()),
        *_check_rules(document),
        *_check_inputs(document),
        *_check_codes(document),
        *_check_total(document),
        *_check_indicators(document),
        *check_funding(document),
    )


def is_scored(indicator: Mapping[str, Any]) -> bool:
    """Whether reviewers score this indicator."""
    return indicator.get("kind") in ("assisted", "judged")


def comparable(name: str) -> str:
    """Give the form under which two column names count as the same."""
    return "".join(unicodedata.normalize("NFKC", name).split()).casefold()


def _indicators(document: Mapping[str, Any]) -> Iterable[tuple[Place, Mapping[str, Any]]]:
    for index, factor in enumerate(tables_at(document, "factor")):
        place = place_of("factor", (), factor, index)
        for row, indicator in enumerate(tables_at(factor, "indicator")):
            yield place_of("indicator", place, indicator, row), indicator


def _duplicates(names: Iterable[tuple[str, Place]]) -> Problems:
    seen: set[str] = set()
    for name, place in names:
        if comparable(name) in seen:
            yield SchemeProblem(SchemeFault.DUPLICATE, place, name)
        seen.add(comparable(name))


def _check_rules(document: Mapping[str, Any]) -> Problems:
    rules = table_at(document, "rules")
    codes = [text_at(factor, "code") for factor in tables_at(document, "factor")]
    needed = ["step", "combine", "quorum"] if _has_sheets(document) else []
    if needed and rules.get("combine") == "trimmed_mean":
        needed.append("trim_from")
    for key in needed:
        if key not in rules and "rules" in document:
            yield SchemeProblem(SchemeFault.MISSING_KEY, ("rules", key), expected=key)
    steps = rules.get("tie_break")
    for step in steps if isinstance(steps, list) else ():
        if isinstance(step, str) and step not in (*codes, *TIE_STEPS):
            known = ", ".join([*filter(None, codes), *TIE_STEPS])
            place = ("rules", "tie_break")
            yield SchemeProblem(SchemeFault.UNKNOWN_WORD, place, step, known)
    share = number(rules, "quorum_share")
    if share is not None and not 0 < share <= 1:
        place = ("rules", "quorum_share")
        yield SchemeProblem(SchemeFault.OUT_OF_BOUNDS, place, str(rules["quorum_share"]), "0..1")
    yield from _check_step(rules, ("rules",))
    yield from _check_rounding(rules)
    yield from _check_pass_lines(document, rules)


def _has_sheets(document: Mapping[str, Any]) -> bool:
    return any(is_scored(indicator) for _, indicator in _indicators(document))


def _check_step(table: Mapping[str, Any], place: Place) -> Problems:
    step = number(table, "step")
    if step is not None and (step <= 0 or (step * 100).denominator != 1):
        found = str(table["step"])
        yield SchemeProblem(SchemeFault.NOT_HUNDREDTHS, (*place, "step"), found, "0.01")


def _check_rounding(rules: Mapping[str, Any]) -> Problems:
    stages = rules.get("round_at")
    names = (
        {stage for stage in stages if isinstance(stage, str)} if isinstance(stages, list) else set()
    )
    place = ("rules", "round_at")
    below = names & {"factor", "weighted"}
    level = rules.get("trim_level", "total")
    if "sheet" in names and below:
        yield SchemeProblem(SchemeFault.ROUNDING_CLASH, place, "sheet", ", ".join(sorted(below)))
    if "sheet" in names and level != "total":
        yield SchemeProblem(SchemeFault.ROUNDING_CLASH, place, "sheet", f"trim_level = {level}")
    if below and rules.get("combine") == "median" and level == "total":
        found = ", ".join(sorted(below))
        yield SchemeProblem(SchemeFault.ROUNDING_CLASH, place, found, "median, total")


def _check_pass_lines(document: Mapping[str, Any], rules: Mapping[str, Any]) -> Problems:
    total = number(rules, "total", "100")
    line = number(rules, "pass_total")
    if line is not None and total is not None and not 0 <= line <= total:
        bounds = f"0..{format_exact(total)}"
        found = str(rules["pass_total"])
        yield SchemeProblem(SchemeFault.OUT_OF_BOUNDS, ("rules", "pass_total"), found, bounds)
    factors = {text_at(row, "code"): row for row in tables_at(document, "factor")}
    for code, text in table_at(rules, "pass_factor").items():
        place = ("rules", "pass_factor", code)
        if code not in factors:
            known = ", ".join(name for name in factors if name)
            yield SchemeProblem(SchemeFault.UNKNOWN_WORD, place, code, known)
            continue
        greatest = _reachable(factors[code])
        value = number({"line": text}, "line")
        if value is not None and greatest is not None and not 0 <= value <= greatest:
            bounds = f"0..{format_exact(greatest)}"
            yield SchemeProblem(SchemeFault.OUT_OF_BOUNDS, place, str(text), bounds)


def _reachable(factor: Mapping[str, Any]) -> Fraction | None:
    """Give weight times maximum summed over a factor, None while a number is unreadable."""
    total = Fraction(0)
    weight = number(factor, "weight", "1")
    for row in tables_at(factor, "indicator"):
        share, maximum = number(row, "weight", "1"), number(row, "max")
        if weight is None or share is None or maximum is None:
            return None
        total += weight * share * maximum
    return total


def _check_total(document: Mapping[str, Any]) -> Problems:
    expected = number(table_at(document, "rules"), "total", "100")
    parts = [_reachable(factor) for factor in tables_at(document, "factor")]
    known = [part for part in parts if part is not None]
    if expected is None or not parts or len(known) < len(parts):
        return
    found = sum(known, Fraction(0))
    if found != expected:
        place = ("rules", "total")
        yield SchemeProblem(
            SchemeFault.WRONG_TOTAL, place, format_exact(found), format_exact(expected)
        )


def _check_codes(document: Mapping[str, Any]) -> Problems:
    factors = [
        (text_at(row, "code"), place_of("factor", (), row, index))
        for index, row in enumerate(tables_at(document, "factor"))
    ]
    indicators = [(text_at(row, "code"), place) for place, row in _indicators(document)]
    yield from _duplicates((code, (*place, "code")) for code, place in factors if code)
    yield from _duplicates((code, (*place, "code")) for code, place in indicators if code)
    for code, place in factors:
        if code in TIE_STEPS:
            yield SchemeProblem(SchemeFault.RESERVED, (*place, "code"), code)
    owners = {comparable(code): code for code, _ in factors if code}
    for code, place in indicators:
        if comparable(code) in SCORE_HEADERS:
            yield SchemeProblem(SchemeFault.RESERVED, (*place, "code"), code)
        if owners.get(comparable(code), place[0]) != place[0]:
            yield SchemeProblem(SchemeFault.DUPLICATE, (*place, "code"), code)


def _check_inputs(document: Mapping[str, Any]) -> Problems:
    rows = [
        (row, place_of("input", (), row, index))
        for index, row in enumerate(tables_at(document, "input"))
    ]
    named: list[tuple[str, Place]] = []
    for row, place in rows:
        key, label = text_at(row, "key"), text_at(row, "label")
        named += [(key, (*place, "key"))] if key else []
        if label and comparable(label) != comparable(key):
            named.append((label, (*place, "label")))
        if key and not _INPUT_KEY.fullmatch(key):
            yield SchemeProblem(SchemeFault.BAD_INPUT_KEY, (*place, "key"), key)
        if key in FUNCTIONS:
            yield SchemeProblem(SchemeFault.RESERVED, (*place, "key"), key)
        yield from _check_one_input(row, place)
    for name, place in named:
        if comparable(name) in APPLICATION_HEADERS:
            yield SchemeProblem(SchemeFault.RESERVED, place, name)
    yield from _duplicates(named)


def _check_one_input(row: Mapping[str, Any], place: Place) -> Problems:
    kind = row.get("kind")
    if kind == "choice" and "values" not in row:
        yield SchemeProblem(SchemeFault.MISSING_KEY, (*place, "values"), expected="values")
    if "values" in row and kind != "choice":
        yield SchemeProblem(SchemeFault.NOT_FOR_KIND, (*place, "values"), str(kind), "choice")
    for key in ("min", "max"):
        if key in row and kind not in _NUMERIC:
            expected = ", ".join(_NUMERIC)
            yield SchemeProblem(SchemeFault.NOT_FOR_KIND, (*place, key), str(kind), expected)
    low, high = number(row, "min"), number(row, "max")
    if low is not None and high is not None and low > high:
        yield SchemeProblem(SchemeFault.MIN_ABOVE_MAX, (*place, "min"), row["min"], row["max"])
    default = text_at(row, "default")
    if default and not _is_value(row, default):
        yield SchemeProblem(SchemeFault.BAD_DEFAULT, (*place, "default"), default, str(kind))


def _is_value(row: Mapping[str, Any], text: str) -> bool:
    kind = row.get("kind")
    if kind == "choice":
        return text in table_at(row, "values")
    if kind == "flag":
        return text in ("1", "0", "是", "否")
    try:
        value = parse_decimal(text)
    except ValueError:
        return kind not in _NUMERIC
    low, high = number(row, "min"), number(row, "max")
    fits = (low is None or value >= low) and (high is None or value <= high)
    if kind == "count":
        return fits and value >= 0 and value.denominator == 1
    return fits and (kind != "share" or 0 <= value <= 1)


def _check_indicators(document: Mapping[str, Any]) -> Problems:
    inputs = {text_at(row, "key"): str(row.get("kind")) for row in tables_at(document, "input")}
    default_step = number(table_at(document, "rules"), "step", DEFAULT_STEP)
    for place, row in _indicators(document):
        yield from _check_kind(row, place)
        yield from _check_numbers(row, place)
        yield from _check_step(row, place)
        step = number(row, "step") if "step" in row else default_step
        if is_scored(row) and step is not None and step > 0:
            yield from _check_levels(row, place, step)
        source = row.get("formula")
        if isinstance(source, str):
            yield from _check_formula(source, (*place, "formula"), inputs)


def _check_kind(row: Mapping[str, Any], place: Place) -> Problems:
    kind = row.get("kind")
    allowed = {
        "formula": ("objective", "assisted"),
        "tolerance": ("assisted",),
        "level": ("assisted", "judged"),
    }
    for key, kinds in allowed.items():
        if key in row and kind in ("objective", "assisted", "judged") and kind not in kinds:
            expected = ", ".join(kinds)
            yield SchemeProblem(SchemeFault.NOT_FOR_KIND, (*place, key), str(kind), expected)
    if kind in ("objective", "assisted") and "formula" not in row:
        yield SchemeProblem(SchemeFault.MISSING_KEY, (*place, "formula"), expected="formula")


def _check_numbers(row: Mapping[str, Any], place: Place) -> Problems:
    maximum = number(row, "max")
    if maximum is not None and maximum <= 0:
        yield SchemeProblem(SchemeFault.OUT_OF_BOUNDS, (*place, "max"), row["max"], "> 0")
    weight = number(row, "weight", "1")
    if weight is not None and weight < 0:
        yield SchemeProblem(SchemeFault.OUT_OF_BOUNDS, (*place, "weight"), row["weight"], ">= 0")
    tolerance = number(row, "tolerance")
    if tolerance is not None and not 0 <= tolerance <= 1:
        place = (*place, "tolerance")
        yield SchemeProblem(SchemeFault.OUT_OF_BOUNDS, place, row["tolerance"], "0..1")


def _check_levels(row: Mapping[str, Any], place: Place, step: Fraction) -> Problems:
    maximum = number(row, "max")
    if maximum is not None and (maximum / step).denominator != 1:
        shown = format_exact(step)
        yield SchemeProblem(SchemeFault.NOT_ON_STEP, (*place, "max"), row["max"], shown)
    before: Fraction | None = None
    levels = tables_at(row, "level")
    for index, level in enumerate(levels):
        inside = (*place_of("level", place, level, index), "from")
        lower = number(level, "from")
        if lower is None:
            continue
        found = str(level["from"])
        if (lower / step).denominator != 1:
            yield SchemeProblem(SchemeFault.NOT_ON_STEP, inside, found, format_exact(step))
        if before is not None and lower >= before:
            yield SchemeProblem(SchemeFault.NOT_FALLING, inside, found, format_exact(before))
        if lower < 0 or (maximum is not None and lower > maximum):
            yield SchemeProblem(SchemeFault.OUT_OF_BOUNDS, inside, found, f"0..{row.get('max')}")
        if index == len(levels) - 1 and lower != 0:
            yield SchemeProblem(SchemeFault.LOWEST_NOT_ZERO, inside, found, "0")
        before = lower
    names = [(text_at(level, "name"), (*place, "level")) for level in levels]
    yield from _duplicates((name, where) for name, where in names if name)


def _check_formula(source: str, place: Place, inputs: Mapping[str, str]) -> Problems:
    try:
        formula: Formula = parse(source)
    except FormulaError as error:
        yield SchemeProblem(SchemeFault.FORMULA, place, source, formula=error)
        return
    for name in formula.names:
        if name not in inputs:
            position = str(formula.position_of(name) + 1)
            yield SchemeProblem(SchemeFault.UNKNOWN_INPUT, place, name, position)
    for name in formula.flags:
        if inputs.get(name, "flag") != "flag":
            yield SchemeProblem(SchemeFault.NOT_A_FLAG, place, name, inputs[name])
