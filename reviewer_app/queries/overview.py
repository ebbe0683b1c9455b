"""Where the batch stands: checks, dates, and how far each reviewer is."""

from collections import defaultdict

from reviewer_app.domain.gate import Overview, Progress
from reviewer_app.domain.ids import natural_key
from reviewer_app.domain.rules.gate import due_dates, gate
from reviewer_app.domain.rules.rights import View
from reviewer_app.domain.sheet import SheetState
from reviewer_app.queries.gate_facts import gate_facts
from reviewer_app.storage import batch, gate_counts, people
from reviewer_app.storage.batch_settings import load_settings
from reviewer_app.workspace import Workspace


def overview(workspace: Workspace, verified_at: int | None = None) -> Overview:
    """Say where the batch stands.

    Args:
        verified_at: the journal sequence at which `verify` passed here, None for not yet.
    """
    workspace.require_view(View.PROGRESS)
    settings = load_settings(workspace.store)
    now = workspace.surroundings.now()
    progress = reviewer_progress(workspace)
    facts = gate_facts(workspace, progress, verified_at)
    return Overview(
        checks=gate(facts),
        dates=due_dates(settings, now.date()),
        progress=progress,
        applications=facts.applications,
        may_mend=workspace.may("import_applications"),
    )


def reviewer_progress(workspace: Workspace) -> tuple[Progress, ...]:
    """Say how many sheets of each reviewer are in, by number."""
    workspace.require_view(View.PROGRESS)
    store = workspace.store
    counts: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    everyone = batch.load_batch(store).everyone
    for row in gate_counts.sheet_counts(store, everyone=everyone):
        counts[row.reviewer][row.state] = row.count
    members = people.load_reviewers(store)
    return tuple(
        _progress(number, members[number].name, counts[number])
        for number in sorted(members, key=natural_key)
    )


def _progress(number: str, name: str, states: dict[str, int]) -> Progress:
    aside = sum(
        states[state.value]
        for state in (SheetState.RECUSED, SheetState.ABSTAINED, SheetState.ABSENT)
    )
    return Progress(
        number=number,
        name=name,
        expected=states["assigned"] - aside,
        submitted=states[SheetState.SUBMITTED.value] + states[SheetState.LOCKED.value],
        begun=states[SheetState.DRAFT.value],
        aside=aside,
    )
