"""The results as a place of the window shows them: the ranking, its lines, its open ends.

Every number is one of `queries.ranking`; nothing is worked out a second time.
"""

from dataclasses import dataclass, replace

from reviewer_app.domain.results import ApplicationResult, Ranking, ResultState
from reviewer_app.domain.rules.rights import Reach, View
from reviewer_app.domain.scheme import TIE_VOTE
from reviewer_app.i18n import Translator
from reviewer_app.queries.deviations import Flags, flags_of
from reviewer_app.queries.explanation import explanation_in_parts
from reviewer_app.queries.ranking import ranking
from reviewer_app.storage.batch_settings import load_settings
from reviewer_app.words.explanation import Part
from reviewer_app.workspace import Workspace

BUDGET = "budget.fen"
"""The setting that holds the money there is for this batch, in whole fen."""

_NO_FLAGS = Flags((), ())


@dataclass(frozen=True, slots=True)
class Results:
    """What the place of results shows.

    `ranking` holds of each application only the sheets who acts may see. `fits` is how
    many ranked applications, best first, the budget pays what they ask for; None without
    a budget. `unasked` are ranked applications that name no amount. `ties` are groups
    of applications that share a rank, each in order of number.
    """

    ranking: Ranking
    flags: Flags
    shows_sheets: bool
    budget_fen: int | None
    fits: int | None
    unasked: int
    ties: tuple[tuple[str, ...], ...]
    can_vote: bool
    can_explain: bool
    can_budget: bool


def shows_sheets(workspace: Workspace) -> bool:
    """Whether who acts sees every sheet beside the results; a glance, without ranking.

    Raises:
        NotAllowed: no results at all for this role.
    """
    workspace.require_view(View.RESULTS)
    return workspace.sees(View.SHEETS) is Reach.ALL


def results(workspace: Workspace) -> Results:
    """Give the results as far as who acts may see them.

    Raises:
        NotAllowed: no results at all for this role.
    """
    sees_all = shows_sheets(workspace)
    whole = ranking(workspace)
    ranked = [item for item in whole.applications if item.state is ResultState.RANKED]
    budget = _budget(workspace)
    ties = _ties(ranked)
    return Results(
        ranking=whole if sees_all else _cut_down(whole, _own(workspace)),
        flags=flags_of(workspace, whole) if sees_all else _NO_FLAGS,
        shows_sheets=sees_all,
        budget_fen=budget,
        fits=None if budget is None else _fitting(ranked, budget),
        unasked=sum(1 for item in ranked if item.requested_fen is None),
        ties=ties,
        can_vote=workspace.may("record_vote") and TIE_VOTE in whole.scheme.rules.tie_break,
        can_explain=sees_all and workspace.may("explain_deviation"),
        can_budget=workspace.may("set_budget"),
    )


def why_this_rank(
    workspace: Workspace, shown: Results, number: str, _: Translator
) -> tuple[Part, ...]:
    """Explain the place of one application of the shown results.

    Raises:
        UnknownNumber: no such application.
    """
    workspace.require_view(View.RESULTS)
    whole = shown.ranking if shown.shows_sheets else ranking(workspace)
    return explanation_in_parts(whole, number, _, with_sheets=shown.shows_sheets)


def _own(workspace: Workspace) -> str:
    return workspace.actor.number if workspace.sees(View.SHEETS) is Reach.OWN else ""


def _cut_down(whole: Ranking, own: str) -> Ranking:
    """Leave of each application the sheet of one reviewer, or none."""
    applications = tuple(
        replace(item, reviewers=tuple(row for row in item.reviewers if own and row.number == own))
        for item in whole.applications
    )
    return replace(whole, applications=applications)


def _budget(workspace: Workspace) -> int | None:
    found = load_settings(workspace.store).get(BUDGET)
    return None if found is None else int(found)


def _fitting(ranked: list[ApplicationResult], budget: int) -> int:
    """Count the applications from the top whose amounts together stay within the budget."""
    left = budget
    for count, item in enumerate(ranked):
        left -= item.requested_fen or 0
        if left < 0:
            return count
    return len(ranked)


def _ties(ranked: list[ApplicationResult]) -> tuple[tuple[str, ...], ...]:
    groups: dict[int, list[str]] = {}
    for item in ranked:
        if item.rank is not None and item.tie is not None and item.tie.shared:
            groups.setdefault(item.rank, []).append(item.number)
    return tuple(tuple(group) for group in groups.values())
