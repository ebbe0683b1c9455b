"""The shape of a scheme document: which keys stand where and what each may hold.

One table of fields; the checks that need several values at once are in `scheme_check`.
The Excel form of a scheme follows the same table.

Source: contract.md 2.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto

from reviewer_app.domain.scheme import (
    Combine,
    IndicatorKind,
    InputKind,
    RoundStage,
    TrimLevel,
    TrimScope,
)

MOST_PLACES = 12
MOST_SHEETS = 1000
LONGEST_LINE = 200
LONGEST_TEXT = 5000


class Shape(Enum):
    """What a field holds. Numbers are written as text, whole counts as TOML integers."""

    LINE = auto()
    TEXT = auto()
    DECIMAL = auto()
    EXACT = auto()
    WHOLE = auto()
    WORD = auto()
    WORDS = auto()
    DECIMALS = auto()
    PAIRS = auto()
    TABLE = auto()
    TABLES = auto()


@dataclass(frozen=True, slots=True)
class Field:
    """One key of a table.

    `words` are the allowed ones (empty: any), `least` and
    `greatest` bound a whole number, `table` names the shape of what is inside.
    """

    shape: Shape
    required: bool = False
    words: tuple[str, ...] = ()
    least: int = 0
    greatest: int = 1_000_000
    table: str = ""


def _one_of(*words: str, required: bool = False) -> Field:
    return Field(Shape.WORD, required=required, words=words)


_LINE = Field(Shape.LINE, required=True)
_OPTIONAL_LINE = Field(Shape.TEXT)
_TEXT = Field(Shape.TEXT)
_DECIMAL = Field(Shape.DECIMAL)
_NEEDED_DECIMAL = Field(Shape.DECIMAL, required=True)
_EXACT = Field(Shape.EXACT)

SHAPES: Mapping[str, Mapping[str, Field]] = {
    "scheme": {
        "key": _LINE,
        "title": _LINE,
        "title_en": _OPTIONAL_LINE,
        "source": _TEXT,
        "notice": _TEXT,
        "rules": Field(Shape.TABLE, required=True, table="rules"),
        "input": Field(Shape.TABLES, table="input"),
        "factor": Field(Shape.TABLES, required=True, table="factor"),
        "funding": Field(Shape.TABLE, table="funding"),
    },
    "rules": {
        "total": _DECIMAL,
        "step": _DECIMAL,
        "places": Field(Shape.WHOLE, greatest=MOST_PLACES),
        "combine": _one_of(*Combine),
        "trim_from": Field(Shape.WHOLE, least=3, greatest=MOST_SHEETS),
        "trim_scope": _one_of(*TrimScope),
        "trim_level": _one_of(*TrimLevel),
        "quorum": Field(Shape.WHOLE, least=1, greatest=MOST_SHEETS),
        "quorum_share": _EXACT,
        "round_at": Field(Shape.WORDS, words=tuple(RoundStage)),
        "tie_break": Field(Shape.WORDS),
        "pass_total": _DECIMAL,
        "pass_factor": Field(Shape.PAIRS),
    },
    "input": {
        "key": _LINE,
        "label": _LINE,
        "unit": _OPTIONAL_LINE,
        "kind": _one_of(*InputKind, required=True),
        "values": Field(Shape.PAIRS),
        "default": Field(Shape.LINE),
        "min": _DECIMAL,
        "max": _DECIMAL,
    },
    "factor": {
        "code": _LINE,
        "name": _LINE,
        "name_en": _OPTIONAL_LINE,
        "weight": _EXACT,
        "indicator": Field(Shape.TABLES, required=True, table="indicator"),
    },
    "indicator": {
        "code": _LINE,
        "name": _LINE,
        "name_en": _OPTIONAL_LINE,
        "kind": _one_of(*IndicatorKind, required=True),
        "max": _NEEDED_DECIMAL,
        "step": _DECIMAL,
        "places": Field(Shape.WHOLE, greatest=MOST_PLACES),
        "weight": _EXACT,
        "tolerance": _EXACT,
        "formula": _TEXT,
        "level": Field(Shape.TABLES, table="level"),
    },
    "level": {"name": _LINE, "from": _NEEDED_DECIMAL, "text": _TEXT},
    "funding": {
        "amount": _one_of("entitlement", "requested", required=True),
        "ratio": _EXACT,
        "eligible": Field(Shape.LINE),
        "rule": _one_of("stop", "skip", "part", "pro_rata", required=True),
        "part_from": _EXACT,
        "exclusive_by": _one_of("", "project", "applicant"),
        "overlap": _one_of("none", "no_double", "top_up", "deduct_provincial"),
        "money_step": _DECIMAL,
        "withheld": _one_of("deferred", "forfeited"),
        "stages": Field(Shape.DECIMALS),
        "tier": Field(Shape.TABLES, table="tier"),
        "cap": Field(Shape.TABLES, table="cap"),
    },
    "tier": {
        "code": _LINE,
        "from": _NEEDED_DECIMAL,
        "cap": _NEEDED_DECIMAL,
        "quota": Field(Shape.WHOLE),
    },
    "cap": {"field": _LINE, "value": _LINE, "max": Field(Shape.WHOLE, required=True)},
}
