"""One reviewer's own sheet of one application, ready to be scored."""

from collections.abc import Iterator, Mapping

from reviewer_app.domain.application import Computed
from reviewer_app.domain.errors import NotAssigned
from reviewer_app.domain.own_work import (
    Computation,
    Fact,
    LevelChoice,
    ObjectiveRow,
    OwnRow,
    OwnSheet,
    SheetTotal,
    Stand,
    Suggestion,
)
from reviewer_app.domain.points import Points
from reviewer_app.domain.rules.own_total import sheet_total
from reviewer_app.domain.rules.rights import View
from reviewer_app.domain.rules.scoring import level_middle, level_of, needs_reason, take_over
from reviewer_app.domain.scheme import Indicator, InputKind, Scheme
from reviewer_app.queries.finding import find_application, find_reviewer
from reviewer_app.queries.own_queue import measure_in_force, stand_of
from reviewer_app.storage.one_application import computed_of, evidence_of
from reviewer_app.storage.own_work import WorkRow, half_typed_of, note_of, work_on
from reviewer_app.storage.suggestions import comments_of
from reviewer_app.workspace import Workspace


def own_sheet(workspace: Workspace, application: str, reviewer: str) -> OwnSheet:
    """Give a sheet with its rows; a recused one without anything of the application.

    Raises:
        NotAllowed: not one's own.
        UnknownNumber, NotAssigned: there is no such sheet.
    """
    workspace.require_view(View.SHEETS, reviewer=reviewer)
    store = workspace.store
    key, person = find_application(store, application), find_reviewer(store, reviewer)
    work = work_on(store, key, person)
    if work is None:
        raise NotAssigned(reviewer, application)
    scheme, measure = workspace.scheme(), measure_in_force(workspace)
    stand = stand_of(measure, work)
    if stand is Stand.RECUSED:
        return _sheet_without_content(work, stand)
    computed, comments = computed_of(store, key), _comments(workspace, work)
    evidence = evidence_of(store, key)
    return OwnSheet(
        number=work.number,
        name=work.name,
        stand=stand,
        reason=work.reason,
        is_skipped=work.is_skipped and stand.is_open,
        rows=tuple(_rows(scheme, work, computed, comments, evidence)),
        objective=tuple(_objective(scheme, computed, evidence)),
        total=sheet_total(measure, computed, work.scores),
        note=note_of(store, work.sheet) if work.sheet is not None else "",
        half_typed=half_typed_of(store, key, person),
    )


def _sheet_without_content(work: WorkRow, stand: Stand) -> OwnSheet:
    zero = Points(0)
    return OwnSheet(
        number=work.number,
        name=work.name,
        stand=stand,
        reason=work.reason,
        is_skipped=False,
        rows=(),
        objective=(),
        total=SheetTotal(zero, zero, zero, 0, 0, is_whole=True),
        note="",
        half_typed=(),
    )


def _comments(workspace: Workspace, work: WorkRow) -> Mapping[str, str]:
    return comments_of(workspace.store, work.sheet) if work.sheet is not None else {}


def _rows(
    scheme: Scheme,
    work: WorkRow,
    computed: Mapping[str, Computed],
    comments: Mapping[str, str],
    evidence: Mapping[str, str],
) -> Iterator[OwnRow]:
    for factor in scheme.factors:
        for row in factor.indicators:
            if not row.is_on_sheet:
                continue
            score = work.scores.get(row.code)
            item = computed.get(row.code)
            level = level_of(row, score) if score is not None else None
            yield OwnRow(
                factor=factor,
                indicator=row,
                levels=level_choices(row),
                score=score,
                level=level.name if level else "",
                comment=comments.get(row.code, ""),
                suggestion=_suggestion(scheme, row, item, evidence) if item else None,
                is_far=_is_far(row, item, score),
            )


def _is_far(row: Indicator, item: Computed | None, score: int | None) -> bool:
    if item is None or item.value is None or score is None:
        return False
    return needs_reason(row, item.value, score)


def level_choices(row: Indicator) -> tuple[LevelChoice, ...]:
    """Give the levels of an indicator as they are offered, highest first."""
    uppers = (row.maximum, *(level.lower - row.step for level in row.levels))
    return tuple(
        LevelChoice(level.name, level.text, level.lower, upper, level_middle(row, level))
        for level, upper in zip(row.levels, uppers, strict=False)
    )


def _suggestion(
    scheme: Scheme, row: Indicator, item: Computed, evidence: Mapping[str, str]
) -> Suggestion:
    computation = computation_of(scheme, row, item, evidence)
    if item.value is None:
        return Suggestion(computation, None, None, None)
    offered = take_over(row, item.value)
    if row.tolerance is None:
        return Suggestion(computation, offered, None, None)
    width = row.tolerance * row.maximum
    lower, upper = max(item.value - width, Points(0)), min(item.value + width, row.maximum)
    return Suggestion(computation, offered, lower, upper)


def computation_of(
    scheme: Scheme, row: Indicator, item: Computed, evidence: Mapping[str, str]
) -> Computation:
    """Give a computed value with its inputs by name and where the evidence stands."""
    facts = tuple(fact_of(scheme, key, text) for key, text in item.inputs.items())
    return Computation(
        value=item.value,
        formula=item.formula,
        facts=facts,
        trouble=item.trouble,
        trouble_detail=item.trouble_detail,
        evidence=evidence.get(row.code, ""),
    )


def fact_of(scheme: Scheme, key: str, text: str) -> Fact:
    """Give an input with its label and unit."""
    item = scheme.input_by_key.get(key)
    if item is None:
        return Fact(key, key, text, "")
    return Fact(key, item.label, text, item.unit, item.kind is InputKind.FLAG)


def _objective(
    scheme: Scheme, computed: Mapping[str, Computed], evidence: Mapping[str, str]
) -> Iterator[ObjectiveRow]:
    for factor in scheme.factors:
        for row in factor.indicators:
            item = computed.get(row.code)
            if not row.is_on_sheet and item is not None:
                yield ObjectiveRow(factor, row, computation_of(scheme, row, item, evidence))
