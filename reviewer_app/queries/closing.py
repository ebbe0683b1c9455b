"""The closing gate of a session, and who must sign."""

from collections.abc import Iterable

from reviewer_app.domain.closing import ClosingCheck, ClosingLine
from reviewer_app.domain.deliberation import Recommendation
from reviewer_app.domain.person import Reviewer
from reviewer_app.domain.results import Ranking, ResultState
from reviewer_app.domain.rules.closing import closing_gate, scored_while_out
from reviewer_app.domain.rules.deviation import flagged
from reviewer_app.domain.rules.rights import View
from reviewer_app.domain.scheme import Scheme
from reviewer_app.queries.ranking import ranking
from reviewer_app.queries.session import active_numbers, unconfirmed, undisclosed
from reviewer_app.storage import agenda, closing, deliberation, gate_counts, people, room, signing
from reviewer_app.storage.outliers import load_reviews
from reviewer_app.storage.store import Store
from reviewer_app.workspace import Workspace, not_now

_OUT = (ResultState.WITHDRAWN, ResultState.INELIGIBLE)

RANKING = "11"
"""The document every member signs."""


def closing_checks(workspace: Workspace) -> tuple[ClosingCheck, ...]:
    """Give the lines of the gate as they stand.

    Raises:
        NotAllowed: not for this role. NotNow: sheets do not lie open yet, and some lines
            would tell who scored how.
    """
    workspace.require_view(View.SESSION)
    moment = workspace.moment
    if moment.phase is not None and not moment.lies_open:
        raise not_now("settle_results", moment)
    result = ranking(workspace)
    found: dict[ClosingLine, tuple[str, ...]] = {
        **_of_people(workspace, result),
        **_of_scores(workspace, result),
        **_of_decisions(workspace, result),
    }
    return closing_gate(found, closing.load_overrides(workspace.store))


def _of_people(workspace: Workspace, result: Ranking) -> dict[ClosingLine, tuple[str, ...]]:
    store = workspace.store
    leaders = [one for one in people.load_reviewers(store).values() if one.leader]
    out = scored_while_out(
        agenda.load_agenda(store),
        room.load_attendance(store),
        room.load_leaves(store),
        counted_sheets(result),
    )
    return {
        ClosingLine.LEADER: () if len(leaders) == 1 else ("—",),
        ClosingLine.STATEMENTS: tuple(
            one.name
            for one in counted_members(store, result)
            if not room.has_stated(store, one.number)
        ),
        ClosingLine.WAS_OUT: tuple(f"{application} {one}" for application, one in out),
        ClosingLine.STILL_OUT: tuple(
            f"{leave.application} {leave.person.name}"
            for leave in room.load_leaves(store)
            if not leave.returned_at
        ),
    }


def _of_scores(workspace: Workspace, result: Ranking) -> dict[ClosingLine, tuple[str, ...]]:
    store = workspace.store
    explained = load_reviews(store).keys()
    far = flagged(result.scheme, result.applications)
    return {
        ClosingLine.SHEETS: tuple(
            f"{item.number} {sheet.number}"
            for item in result.applications
            if item.state not in _OUT
            for sheet in item.reviewers
            if sheet.state.is_open
        ),
        ClosingLine.DISCLOSED: undisclosed(workspace),
        ClosingLine.OUTLIERS: tuple(
            f"{one.application} {one.reviewer}"
            for one in far
            if (one.application, one.reviewer) not in explained
        ),
        ClosingLine.CONFIRMED: unconfirmed(workspace),
        ClosingLine.INPUTS: tuple(
            f"{number} {_label(result.scheme, name)}"
            for number, name in gate_counts.unverified_inputs(store)
        ),
        ClosingLine.PAPER: tuple(
            f"{application} {reviewer}"
            for application, reviewer in gate_counts.half_typed_sheets(store)
        ),
        ClosingLine.QUORUM: _in_state(result, ResultState.BELOW_QUORUM),
        ClosingLine.RESULTS: _in_state(result, ResultState.PENDING),
    }


def _of_decisions(workspace: Workspace, result: Ranking) -> dict[ClosingLine, tuple[str, ...]]:
    opinions = deliberation.load_opinions(workspace.store)
    active = active_numbers(workspace.store)
    decided = {
        number
        for number, opinion in opinions.items()
        if opinion.recommendation is not Recommendation.OPEN
    }
    return {
        ClosingLine.TIES: tuple(
            item.number
            for item in result.applications
            if item.tie is not None and item.tie.shared and item.passes is not False
        ),
        ClosingLine.OPINIONS: tuple(one for one in active if one not in opinions),
        ClosingLine.RECOMMENDATIONS: tuple(one for one in active if one not in decided),
    }


def _label(scheme: Scheme, name: str) -> str:
    """Name an input as people call it."""
    found = scheme.input_by_key.get(name)
    return found.label if found else name


def _in_state(result: Ranking, state: ResultState) -> tuple[str, ...]:
    return tuple(item.number for item in result.applications if item.state is state)


def counted_sheets(result: Ranking) -> Iterable[tuple[str, str]]:
    """Give application and reviewer of each sheet that counts."""
    for item in result.applications:
        for sheet in item.reviewers:
            if sheet.total is not None:
                yield item.number, sheet.number


def counted_members(store: Store, result: Ranking) -> tuple[Reviewer, ...]:
    """Give the members of whom a sheet counts, by number: they sign the ranking."""
    members = people.load_reviewers(store)
    return tuple(members[one] for one in sorted({one for _, one in counted_sheets(result)}))


def unsigned(workspace: Workspace) -> tuple[str, ...]:
    """Name the members who have not signed the ranking as it was last issued."""
    store = workspace.store
    paper = signing.standing_papers(store, len(closing.load_snapshots(store))).get(RANKING)
    signed = {
        row.number for row in signing.load_signatures(store) if paper and row.paper == paper.key
    }
    members = counted_members(store, ranking(workspace))
    return tuple(one.name for one in members if one.number not in signed)
