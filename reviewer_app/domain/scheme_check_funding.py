"""What is wrong with the funding part of a scheme document.

Source: contract.md 2, [funding].
"""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from reviewer_app.domain.points import format_exact
from reviewer_app.domain.scheme_fields import Problems, place_of
from reviewer_app.domain.scheme_problem import SchemeFault, SchemeProblem
from reviewer_app.domain.scheme_values import number, table_at, tables_at, text_at


def check_funding(document: Mapping[str, Any]) -> Problems:
    """Find what several fields of the funding part say against each other."""
    funding = table_at(document, "funding")
    if not funding:
        return
    yield from _check_entitlement(document, funding)
    yield from _check_shares(funding)
    yield from _check_stages(funding)
    yield from _check_tiers(document, funding)


def _check_entitlement(document: Mapping[str, Any], funding: Mapping[str, Any]) -> Problems:
    if funding.get("amount") == "entitlement":
        for key in ("ratio", "eligible"):
            if key not in funding:
                yield SchemeProblem(SchemeFault.MISSING_KEY, ("funding", key), expected=key)
    kinds = {text_at(row, "key"): row.get("kind") for row in tables_at(document, "input")}
    name = text_at(funding, "eligible")
    place = ("funding", "eligible")
    if name and name not in kinds:
        yield SchemeProblem(SchemeFault.UNKNOWN_INPUT, place, name)
    elif name and kinds[name] not in ("number", "count"):
        yield SchemeProblem(SchemeFault.NOT_FOR_KIND, place, str(kinds[name]), "number, count")


def _check_shares(funding: Mapping[str, Any]) -> Problems:
    ratio = number(funding, "ratio")
    if ratio is not None and not 0 < ratio <= 1:
        place = ("funding", "ratio")
        yield SchemeProblem(SchemeFault.OUT_OF_BOUNDS, place, str(funding["ratio"]), "0..1")
    least = number(funding, "part_from")
    if least is not None and not 0 <= least <= 1:
        place = ("funding", "part_from")
        yield SchemeProblem(SchemeFault.OUT_OF_BOUNDS, place, str(funding["part_from"]), "0..1")
    step = number(funding, "money_step")
    if step is not None and (step < 1 or step.denominator != 1):
        place = ("funding", "money_step")
        found = str(funding["money_step"])
        yield SchemeProblem(SchemeFault.OUT_OF_BOUNDS, place, found, "1, 2, 3 ...")


def _check_stages(funding: Mapping[str, Any]) -> Problems:
    stages = funding.get("stages")
    if not isinstance(stages, list):
        return
    shares = [number({"share": text}, "share") for text in stages]
    known = [share for share in shares if share is not None]
    if len(known) < len(shares):
        return
    if any(share <= 0 for share in known):
        place = ("funding", "stages")
        yield SchemeProblem(SchemeFault.OUT_OF_BOUNDS, place, ", ".join(stages), "> 0")
    total = sum(known, Fraction(0))
    if total != 100:
        place = ("funding", "stages")
        yield SchemeProblem(SchemeFault.STAGES_SUM, place, format_exact(total), "100")


def _check_tiers(document: Mapping[str, Any], funding: Mapping[str, Any]) -> Problems:
    total = number(table_at(document, "rules"), "total", "100")
    before: Fraction | None = None
    codes: set[str] = set()
    for index, tier in enumerate(tables_at(funding, "tier")):
        place = place_of("tier", ("funding",), tier, index)
        lower, cap = number(tier, "from"), number(tier, "cap")
        if lower is not None:
            found = str(tier["from"])
            if before is not None and lower >= before:
                expected = format_exact(before)
                yield SchemeProblem(SchemeFault.NOT_FALLING, (*place, "from"), found, expected)
            if lower < 0 or (total is not None and lower > total):
                bounds = f"0..{format_exact(total)}" if total is not None else ">= 0"
                yield SchemeProblem(SchemeFault.OUT_OF_BOUNDS, (*place, "from"), found, bounds)
            before = lower
        if cap is not None and cap < 0:
            found = str(tier["cap"])
            yield SchemeProblem(SchemeFault.OUT_OF_BOUNDS, (*place, "cap"), found, ">= 0")
        code = text_at(tier, "code")
        if code and code in codes:
            yield SchemeProblem(SchemeFault.DUPLICATE, (*place, "code"), code)
        codes.add(code)
