"""Applications (申报项目), their inputs and the detail rows behind the inputs."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from reviewer_app.domain.points import Points


class Standing(StrEnum):
    """Whether an application still takes part."""

    ACTIVE = "active"
    WITHDRAWN = "withdrawn"
    INELIGIBLE = "ineligible"


class DetailKind(StrEnum):
    """The detail tables behind the sums (domain.md 4.1 G-J)."""

    USERS = "users"
    COSTS = "costs"
    INTELLECTUAL_PROPERTY = "intellectual_property"
    RELEASES = "releases"
    TEAM = "team"


@dataclass(frozen=True, slots=True)
class Application:
    """What was submitted, and by whom. `requested_fen` is whole fen.

    `metrics` maps input keys to exact text: a decimal, or "p/q" where it was derived
    from detail rows; a choice keeps its word, a flag is "1" or "0".
    """

    number: str
    name: str
    applicant: str
    credit_code: str = ""
    industry: str = ""
    office: str = ""
    requested_fen: int | None = None
    contact: str = ""
    extra: Mapping[str, str] = field(default_factory=dict)
    metrics: Mapping[str, str] = field(default_factory=dict)
    standing: Standing = Standing.ACTIVE
    standing_reason: str = ""


@dataclass(frozen=True, slots=True)
class DetailRow:
    """One row of a detail table: counted, or struck off with a reason and by whom.

    `line` counts from 1 within application and kind; `fields` holds the kind's columns
    as exact text (see `domain.details`).
    """

    application: str
    kind: DetailKind
    line: int
    fields: Mapping[str, str]
    counted: bool
    reason: str = ""
    decided_by: str = ""


@dataclass(frozen=True, slots=True)
class Computed:
    """An objective score or an assisted suggestion of one application.

    `value` is None where it cannot be computed; then `trouble` names why (one of
    "missing_input", "division_by_zero", "out_of_range") and `trouble_detail` the input
    or the value found. `inputs` holds the values used, as exact text.
    """

    value: Points | None
    formula: str
    inputs: Mapping[str, str]
    trouble: str = ""
    trouble_detail: str = ""
