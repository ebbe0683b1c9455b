"""The scheme as its editor shows it: the draft, its problems, what adopting it would do."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from reviewer_app.domain.points import parse_exact
from reviewer_app.domain.rules.corrections import SchemeChange, scheme_change
from reviewer_app.domain.rules.rights import View
from reviewer_app.domain.scheme import Scheme
from reviewer_app.domain.scheme_check import check
from reviewer_app.domain.scheme_editing import sum_of_maxima
from reviewer_app.domain.scheme_problem import SchemeProblem
from reviewer_app.domain.scheme_reading import scheme_from
from reviewer_app.storage.batch import current_scheme
from reviewer_app.storage.batch_settings import load_settings
from reviewer_app.storage.sheets import scored_indicators
from reviewer_app.workspace import Workspace

DRAFT = "scheme.draft"
"""The setting that keeps a scheme half edited."""


@dataclass(frozen=True, slots=True)
class SchemeDraft:
    """What is edited. `scheme` and `change` are None while there are problems.

    `total` is weight times maximum over all indicators (None: a number is unreadable),
    `wanted` what it must be; `voided` counts stored scores that adopting would void.
    """

    document: Mapping[str, Any]
    is_draft: bool
    is_frozen: bool
    problems: tuple[SchemeProblem, ...]
    total: Fraction | None
    wanted: Fraction
    scheme: Scheme | None
    change: SchemeChange | None
    voided: int


def scheme_draft(workspace: Workspace) -> SchemeDraft:
    """Read the draft, or the scheme in force where nothing was edited."""
    workspace.require_view(View.SETUP)
    present = current_scheme(workspace.store)
    kept = load_settings(workspace.store).get(DRAFT, "")
    document: dict[str, Any] = json.loads(kept or present.document)
    problems = check(document)
    scheme = None if problems else scheme_from(document)
    change = scheme_change(workspace.scheme(), scheme) if scheme else None
    stored = scored_indicators(workspace.store)
    return SchemeDraft(
        document=document,
        is_draft=bool(kept) and kept != present.document,
        is_frozen=bool(present.frozen_at),
        problems=problems,
        total=sum_of_maxima(document),
        wanted=_wanted(document),
        scheme=scheme,
        change=change,
        voided=sum(stored.get(code, 0) for code in change.voided) if change else 0,
    )


def _wanted(document: Mapping[str, Any]) -> Fraction:
    try:
        return parse_exact(str(document.get("rules", {}).get("total", "100")))
    except ValueError:
        return Fraction(100)
