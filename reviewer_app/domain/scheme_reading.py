"""A scheme document (what a TOML file or a stored JSON holds) -> Scheme.

`scheme_from` trusts its document; `scheme_check.check` is for documents from outside.
Writing a document as canonical JSON and its digest live here too.

Source: contract.md 2.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from fractions import Fraction
from functools import lru_cache
from typing import Any

from reviewer_app.domain.points import parse_decimal, parse_exact
from reviewer_app.domain.scheme import (
    Cap,
    Combine,
    Factor,
    Funding,
    Indicator,
    IndicatorKind,
    InputKind,
    Level,
    RoundStage,
    Rules,
    Scheme,
    SchemeInput,
    Tier,
    TrimLevel,
    TrimScope,
)

Document = Mapping[str, Any]
"""A scheme as TOML gives it: tables, lists, texts and whole numbers."""

DEFAULT_STEP = "0.01"
DEFAULT_PLACES = 2
DEFAULT_STAGES = ("100",)


def canonical(document: Document) -> str:
    """Write the document as JSON with sorted keys and no spaces, nothing added."""
    return json.dumps(document, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def digest(document: Document) -> str:
    """Give the SHA-256 of the canonical JSON in UTF-8, as 64 hex digits."""
    return hashlib.sha256(canonical(document).encode("utf-8")).hexdigest()


@lru_cache(maxsize=16)
def scheme_from_json(text: str) -> Scheme:
    """Build the scheme of a stored canonical document."""
    return scheme_from(json.loads(text))


def scheme_from(document: Document) -> Scheme:
    """Build the scheme of a document that `check` finds nothing wrong with.

    Words of a choice come by falling number, pass lines in the order of the factors,
    so that the order of keys in a file, which its digest ignores, changes nothing.
    """
    rules = document["rules"]
    step, places = str(rules.get("step", DEFAULT_STEP)), rules.get("places", DEFAULT_PLACES)
    factors = tuple(_factor(table, step, places) for table in document["factor"])
    funding = document.get("funding")
    return Scheme(
        key=document["key"],
        title=document["title"],
        title_en=document.get("title_en", ""),
        source=document.get("source", ""),
        notice=document.get("notice", ""),
        rules=_rules(rules, factors),
        inputs=tuple(_input(table) for table in document.get("input", ())),
        factors=factors,
        funding=None if funding is None else _funding(funding),
        document=canonical(document),
        digest=digest(document),
    )


def _optional(text: str | None) -> Fraction | None:
    return None if text is None else parse_exact(text)


def _rules(table: Document, factors: Sequence[Factor]) -> Rules:
    lines: Mapping[str, str] = table.get("pass_factor", {})
    return Rules(
        total=parse_decimal(table.get("total", "100")),
        step=parse_decimal(table.get("step", DEFAULT_STEP)),
        places=table.get("places", DEFAULT_PLACES),
        combine=Combine(table.get("combine", "mean")),
        trim_from=table.get("trim_from", 3),
        trim_scope=TrimScope(table.get("trim_scope", "application")),
        trim_level=TrimLevel(table.get("trim_level", "total")),
        quorum=table.get("quorum", 1),
        quorum_share=_optional(table.get("quorum_share")),
        round_at=frozenset(RoundStage(word) for word in table.get("round_at", ["final"])),
        tie_break=tuple(table.get("tie_break", ())),
        pass_total=_optional(table.get("pass_total")),
        pass_factor=tuple(
            (factor.code, parse_decimal(lines[factor.code]))
            for factor in factors
            if factor.code in lines
        ),
    )


def _input(table: Document) -> SchemeInput:
    values = [(word, parse_decimal(text)) for word, text in table.get("values", {}).items()]
    return SchemeInput(
        key=table["key"],
        label=table["label"],
        unit=table.get("unit", ""),
        kind=InputKind(table["kind"]),
        values=tuple(sorted(values, key=lambda pair: (-pair[1], pair[0]))),
        default=table.get("default"),
        minimum=_optional(table.get("min")),
        maximum=_optional(table.get("max")),
    )


def _factor(table: Document, step: str, places: int) -> Factor:
    return Factor(
        code=table["code"],
        name=table["name"],
        name_en=table.get("name_en", ""),
        weight=parse_exact(table.get("weight", "1")),
        indicators=tuple(_indicator(row, step, places) for row in table["indicator"]),
    )


def _indicator(table: Document, step: str, places: int) -> Indicator:
    return Indicator(
        code=table["code"],
        name=table["name"],
        name_en=table.get("name_en", ""),
        kind=IndicatorKind(table["kind"]),
        maximum=parse_decimal(table["max"]),
        step=parse_decimal(table.get("step", step)),
        places=table.get("places", places),
        weight=parse_exact(table.get("weight", "1")),
        tolerance=_optional(table.get("tolerance")),
        formula=table.get("formula"),
        levels=tuple(
            Level(level["name"], parse_decimal(level["from"]), level.get("text", ""))
            for level in table.get("level", ())
        ),
    )


def _funding(table: Document) -> Funding:
    return Funding(
        amount=table["amount"],
        ratio=_optional(table.get("ratio")),
        eligible=table.get("eligible"),
        rule=table["rule"],
        part_from=parse_exact(table.get("part_from", "0")),
        exclusive_by=table.get("exclusive_by", ""),
        overlap=table.get("overlap", "none"),
        money_step=int(table.get("money_step", "100")),
        withheld=table.get("withheld", "deferred"),
        stages=tuple(parse_decimal(text) for text in table.get("stages", DEFAULT_STAGES)),
        tiers=tuple(
            Tier(
                row["code"],
                parse_decimal(row["from"]),
                parse_decimal(row["cap"]),
                row.get("quota"),
            )
            for row in table.get("tier", ())
        ),
        caps=tuple(Cap(row["field"], row["value"], row["max"]) for row in table.get("cap", ())),
    )
