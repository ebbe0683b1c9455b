"""What was submitted with one application, as its reviewer reads it beside the form.

Telephone numbers and names of contact persons are not part of it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from reviewer_app.domain.application import Application, DetailKind, DetailRow
from reviewer_app.domain.details import fed_inputs
from reviewer_app.domain.errors import NotAssigned
from reviewer_app.domain.formula import parse
from reviewer_app.domain.own_work import DetailTable, Fact, Material, Section
from reviewer_app.domain.rules.rights import View
from reviewer_app.domain.scheme import Factor, Indicator, Scheme
from reviewer_app.domain.sheet import SheetState
from reviewer_app.queries.finding import find_application, find_reviewer
from reviewer_app.queries.own_sheet import fact_of
from reviewer_app.storage.one_application import details_of, load_one
from reviewer_app.storage.own_work import work_on
from reviewer_app.workspace import Workspace

_PERSONAL = frozenset({"contact"})


def own_material(workspace: Workspace, application: str, reviewer: str) -> Material | None:
    """Give the material of an assigned application, None while its reviewer is recused.

    Raises:
        NotAllowed: not one's own.
        UnknownNumber, NotAssigned: there is no such sheet.
    """
    workspace.require_view(View.SHEETS, reviewer=reviewer)
    store = workspace.store
    key = find_application(store, application)
    work = work_on(store, key, find_reviewer(store, reviewer))
    if work is None:
        raise NotAssigned(reviewer, application)
    if work.state == SheetState.RECUSED.value:
        return None
    found = replace(load_one(store, key), contact="")
    tables = details_of(store, key, application)
    return Material(found, tuple(_sections(workspace.scheme(), found, tables)))


def _sections(
    scheme: Scheme,
    application: Application,
    tables: Mapping[DetailKind, tuple[DetailRow, ...]],
) -> Iterator[Section]:
    homes = {kind: _home_of(scheme, kind) for kind in tables}
    used: set[str] = set()
    for factor in scheme.factors:
        facts = tuple(
            (row, tuple(_facts(scheme, application, keys)))
            for row in factor.indicators
            for keys in [_inputs_of(row)]
        )
        used.update(fact.key for _, found in facts for fact in found)
        own = tuple(_table(kind, tables[kind]) for kind in tables if homes[kind] == factor.code)
        yield Section(factor, facts, own)
    rest = tuple(key for key in application.metrics if key not in used)
    homeless = tuple(_table(kind, tables[kind]) for kind in tables if not homes[kind])
    if rest or homeless:
        facts_left = tuple(_facts(scheme, application, rest))
        yield Section(None, ((None, facts_left),), homeless)


def _inputs_of(row: Indicator) -> tuple[str, ...]:
    return tuple(sorted(parse(row.formula).names)) if row.formula is not None else ()


def _facts(scheme: Scheme, application: Application, keys: tuple[str, ...]) -> Iterator[Fact]:
    order = {item.key: place for place, item in enumerate(scheme.inputs)}
    for key in sorted(keys, key=lambda name: order.get(name, len(order))):
        yield fact_of(scheme, key, application.metrics.get(key, ""))


def _home_of(scheme: Scheme, kind: DetailKind) -> str:
    """Give the factor that uses most inputs this kind feeds, empty where none does."""
    fed = set(fed_inputs(kind))
    uses = {factor.code: _uses(factor, fed) for factor in scheme.factors}
    best = max(uses, key=lambda code: uses[code])
    return best if uses[best] else ""


def _uses(factor: Factor, fed: set[str]) -> int:
    return sum(len(fed & set(_inputs_of(row))) for row in factor.indicators)


def _table(kind: DetailKind, rows: tuple[DetailRow, ...]) -> DetailTable:
    shown = (
        replace(row, fields={k: v for k, v in row.fields.items() if k not in _PERSONAL})
        for row in rows
    )
    return DetailTable(kind, tuple(shown))
