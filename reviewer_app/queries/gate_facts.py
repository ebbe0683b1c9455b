"""The facts of the gate, counted; which of them are open is `domain.rules.gate`."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from reviewer_app.domain.batch_setup import CREDIT_DAYS, SCHEME_CONFIRMED
from reviewer_app.domain.checks import FORMAL_ITEMS
from reviewer_app.domain.gate import Progress
from reviewer_app.domain.grounds import grounds_in
from reviewer_app.domain.results import Ranking
from reviewer_app.domain.rules.checking import VALID_DAYS
from reviewer_app.domain.rules.deviation import flagged
from reviewer_app.domain.rules.gate import GateFacts, Open, open_questions, total_open
from reviewer_app.queries.panel import open_hints
from reviewer_app.queries.ranking import ranking
from reviewer_app.storage import batch, gate_counts, people
from reviewer_app.storage.batch_settings import load_settings
from reviewer_app.storage.exports import exports_of
from reviewer_app.storage.gate_counts import Counted
from reviewer_app.storage.outliers import load_reviews
from reviewer_app.workspace import Workspace

_RANKING = "11-ranking"


def gate_facts(
    workspace: Workspace, progress: Sequence[Progress], verified_at: int | None
) -> GateFacts:
    """Count what is open; what only finished sheets can tell is read when all are in."""
    facts = _counts(workspace, _set_up(workspace), progress)
    facts = _with_paper_trail(workspace, facts, verified_at)
    if not facts.is_scored:
        return facts
    result = ranking(workspace)
    return replace(facts, ties=_ties(result), outliers=_outliers(workspace, result))


def _set_up(workspace: Workspace) -> GateFacts:
    settings = load_settings(workspace.store)
    scheme = workspace.scheme()
    return GateFacts(
        quorum=scheme.rules.quorum,
        needs_sheets=scheme.needs_sheets,
        bureau_named=bool(settings.get("bureau.name")),
        scheme_confirmed=settings.get(SCHEME_CONFIRMED) == scheme.digest,
        scheme_frozen=bool(batch.current_scheme(workspace.store).frozen_at),
        questions=open_questions(settings),
    )


def _counts(workspace: Workspace, facts: GateFacts, progress: Sequence[Progress]) -> GateFacts:
    store = workspace.store
    members = people.load_reviewers(store).values()
    return replace(
        facts,
        applications=gate_counts.active_applications(store),
        reviewers=len(progress),
        leaders=sum(member.leader for member in members),
        formal=_open(gate_counts.open_formal(store, len(FORMAL_ITEMS))),
        formal_failed=_open(gate_counts.failed_but_in(store)),
        supplements=_open(gate_counts.open_supplements(store)),
        inputs=_open(gate_counts.missing_inputs(store)),
        metrics=_open(gate_counts.unverified_metrics(store)),
        metric_count=gate_counts.metric_count(store),
        credit=_open(gate_counts.stale_credit(store, _fresh_since(workspace))),
        hints=_of([hint.application for hint in open_hints(workspace)]),
        recusals=_without_ground(workspace),
        sheets=Open(total_open(progress), _first_late(progress)),
        sheet_count=sum(row.expected for row in progress),
        paper=_open(gate_counts.half_typed_paper(store)),
    )


def _with_paper_trail(workspace: Workspace, facts: GateFacts, verified_at: int | None) -> GateFacts:
    """Add at which entry the batch was verified and the ranking printed last.

    Nothing is printed of a batch that does not pass `verify`.
    """
    printed = _exports(workspace)
    verified = [*printed.values(), *([] if verified_at is None else [verified_at])]
    return replace(
        facts,
        sequence=workspace.store.head()[0],
        verified_at=max(verified, default=None),
        printed_at=printed.get(_RANKING),
    )


def _exports(workspace: Workspace) -> dict[str, int]:
    """Give the journal sequence of the last export of each report."""
    found = {}
    for export in exports_of(workspace.store):
        name, sequence, _ = export.code.split(" · ")
        found[name] = int(sequence)
    return found


def _ties(result: Ranking) -> Open:
    return _of(
        [
            item.number
            for item in result.applications
            if item.tie is not None and item.tie.shared and item.passes is not False
        ]
    )


def _outliers(workspace: Workspace, result: Ranking) -> Open:
    explained = load_reviews(workspace.store).keys()
    return _of(
        [
            sheet.application
            for sheet in flagged(result.scheme, result.applications)
            if (sheet.application, sheet.reviewer) not in explained
        ]
    )


def _without_ground(workspace: Workspace) -> Open:
    """Count recusals whose ground is free text: the register asks for one of the list."""
    recused = gate_counts.recused_grounds(workspace.store)
    return _of([number for number, grounds in recused if not grounds_in(grounds)])


def _of(numbers: Sequence[str]) -> Open:
    return Open(len(numbers), numbers[0]) if numbers else Open()


def _fresh_since(workspace: Workspace) -> str:
    settings = load_settings(workspace.store)
    days = int(settings.get(CREDIT_DAYS, VALID_DAYS))
    return (workspace.surroundings.now().date() - timedelta(days=days)).isoformat()


def _first_late(progress: Sequence[Progress]) -> str:
    return next((row.number for row in progress if not row.is_done), "")


def _open(counted: Counted) -> Open:
    return Open(counted.count, counted.first)
