"""Write what an import plan holds: one transaction, one entry, one undo."""

from collections.abc import Mapping
from dataclasses import replace

from reviewer_app.domain.application import Application, DetailKind, DetailRow
from reviewer_app.domain.details import fed_inputs
from reviewer_app.domain.errors import PlanHasProblems
from reviewer_app.domain.plans import ImportPlan, Payload
from reviewer_app.domain.rules.scoring import compute
from reviewer_app.domain.scheme import Scheme
from reviewer_app.domain.sheet import SheetState
from reviewer_app.storage import applications, batch, people, sheets
from reviewer_app.workspace import Workspace, back_up_before


def apply_import(workspace: Workspace, plan: ImportPlan, *, skip_bad: bool = False) -> None:
    """Write the good rows of a plan; objective scores are computed with them.

    A plan that changes nothing makes no entry.

    Raises:
        PlanHasProblems: there are problems and `skip_bad` was not asked for.
    """
    if plan.problems and not skip_bad:
        raise PlanHasProblems(len(plan.problems))
    if plan.payload == Payload():
        return
    back_up_before(workspace)
    reason = f"{plan.file} sha256:{plan.digest}"
    with workspace.write(f"import_{plan.kind.value}", reason):
        _write_applications(workspace, plan.payload)
        people.write_reviewers(workspace.store, plan.payload.reviewers, workspace.new_id)
        _write_assignments(workspace, plan.payload)
        _write_details(workspace, plan.payload)
        _write_metrics(workspace, plan.payload)
        _write_sheets(workspace, plan.payload)


def _write_applications(workspace: Workspace, payload: Payload) -> None:
    if not payload.applications:
        return
    store = workspace.store
    known = applications.application_keys(store)
    present = applications.load_applications(store)
    new = [item for item in payload.applications if item.number not in known]
    applications.insert_applications(store, ((workspace.new_id(), item) for item in new))
    keys = applications.application_keys(store)
    scheme = workspace.scheme()
    applications.insert_metrics(store, ((keys[item.number], item.metrics) for item in new))
    applications.insert_computed(
        store,
        ((keys[item.number], compute(scheme, item.metrics)) for item in new),
        workspace.actor.name,
    )
    for item in payload.applications:
        if item.number in known:
            _update(workspace, scheme, keys[item.number], present[item.number], item)


def _update(
    workspace: Workspace, scheme: Scheme, key: int, before: Application, after: Application
) -> None:
    kept = replace(after, standing=before.standing, standing_reason=before.standing_reason)
    if replace(kept, metrics=before.metrics) != before:
        applications.update_application(workspace.store, key, kept)
    if after.metrics != before.metrics:
        applications.write_metrics(workspace.store, key, after.metrics, "import")
        _compute_again(workspace, scheme, key, {**before.metrics, **after.metrics})


def _compute_again(
    workspace: Workspace, scheme: Scheme, key: int, metrics: Mapping[str, str]
) -> None:
    computed = compute(scheme, metrics)
    applications.write_computed(workspace.store, key, computed, workspace.actor.name)


def _write_metrics(workspace: Workspace, payload: Payload) -> None:
    if not payload.metrics:
        return
    store = workspace.store
    keys = applications.application_keys(store)
    present = applications.load_applications(store)
    scheme = workspace.scheme()
    origin = "details" if payload.details else "import"
    fed: dict[str, set[str]] = {}
    for row in payload.details:
        fed.setdefault(row.application, set()).update(fed_inputs(row.kind))
    for number, values in payload.metrics.items():
        before = present[number].metrics
        gone = (fed.get(number, set()) - values.keys()) & before.keys()
        applications.delete_metrics(store, keys[number], gone)
        applications.write_metrics(store, keys[number], values, origin)
        kept = {name: text for name, text in before.items() if name not in gone}
        _compute_again(workspace, scheme, keys[number], {**kept, **values})


def _write_assignments(workspace: Workspace, payload: Payload) -> None:
    if payload.assignments is None:
        return
    store = workspace.store
    rows, columns = applications.application_keys(store), people.reviewer_keys(store)
    pairs = frozenset((rows[number], columns[person]) for number, person in payload.assignments)
    batch.set_listed(store)
    people.write_assignments(store, pairs, workspace.new_id)


def _write_details(workspace: Workspace, payload: Payload) -> None:
    keys = applications.application_keys(workspace.store) if payload.details else {}
    groups: dict[tuple[str, DetailKind], list[DetailRow]] = {}
    for row in payload.details:
        by = row.decided_by or ("" if row.counted else workspace.actor.name)
        groups.setdefault((row.application, row.kind), []).append(replace(row, decided_by=by))
    for (number, kind), rows in groups.items():
        applications.replace_details(workspace.store, keys[number], kind, rows)


def _write_sheets(workspace: Workspace, payload: Payload) -> None:
    if not (payload.scores or payload.states or payload.submissions):
        return
    store = workspace.store
    keys = _SheetKeys(workspace)
    if payload.scores:
        batch.freeze_scheme(store, workspace.stamp())
    fresh: list[tuple[int, str, int]] = []
    for item in payload.scores:
        key, is_new = keys.find(item.application, item.reviewer)
        if item.value is not None and is_new:
            fresh.append((key, item.indicator, item.value))
        elif item.value is not None:
            sheets.write_score(store, key, item.indicator, item.value)
        if item.comment:
            sheets.write_comment(store, key, item.indicator, item.comment)
    sheets.insert_scores(store, fresh)
    for state in payload.states:
        key, _ = keys.find(state.application, state.reviewer)
        sheets.set_state(store, key, state.state, state.reason)
    for pair in payload.submissions:
        key, _ = keys.find(*pair)
        sheets.set_state(store, key, SheetState.SUBMITTED, "")


class _SheetKeys:
    """Finds the sheet of a pair, opening it at the first touch."""

    def __init__(self, workspace: Workspace) -> None:
        store = workspace.store
        self._workspace = workspace
        self._rows = applications.application_keys(store)
        self._columns = people.reviewer_keys(store)
        self._known = {
            (sheet.application, sheet.reviewer): sheet.key for sheet in sheets.all_sheets(store)
        }
        self._fresh: dict[tuple[int, int], int] = {}

    def find(self, application: str, reviewer: str) -> tuple[int, bool]:
        """Give the row key, and whether the sheet is new in this import."""
        pair = (self._rows[application], self._columns[reviewer])
        if pair in self._known:
            return self._known[pair], False
        if pair not in self._fresh:
            self._fresh[pair] = sheets.open_sheet(
                self._workspace.store, *pair, self._workspace.new_id()
            )
        return self._fresh[pair], True
