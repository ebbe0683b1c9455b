"""The sheets of a disclosed application side by side: spread, flags, what was changed.

Open to the panel from disclosure on, and to nobody before.
"""

from dataclasses import dataclass

from reviewer_app.domain.deliberation import LoggedChange, Opinion
from reviewer_app.domain.deviation import Deviation, OutlierReview
from reviewer_app.domain.points import Points
from reviewer_app.domain.results import ApplicationResult, ReviewerResult
from reviewer_app.domain.rules.deviation import flagged
from reviewer_app.domain.rules.rights import View
from reviewer_app.domain.scheme import Scheme
from reviewer_app.domain.session_errors import NotDisclosed
from reviewer_app.queries.finding import find_application
from reviewer_app.queries.ranking import ranking
from reviewer_app.storage import deliberation
from reviewer_app.storage.outliers import load_reviews
from reviewer_app.workspace import Workspace


@dataclass(frozen=True, slots=True)
class OpenSheet:
    """One sheet as it lies open; `deviation` is set where it is far from the others."""

    result: ReviewerResult
    deviation: Deviation | None
    review: OutlierReview | None
    changes: tuple[LoggedChange, ...]


@dataclass(frozen=True, slots=True)
class DisclosedApplication:
    """One application with its sheets; `lowest` and `highest` are totals, None without any."""

    scheme: Scheme
    result: ApplicationResult
    sheets: tuple[OpenSheet, ...]
    lowest: Points | None
    highest: Points | None
    opinion: Opinion | None
    disclosed_at: str

    @property
    def spread(self) -> Points | None:
        """How far the highest total is from the lowest."""
        if self.lowest is None or self.highest is None:
            return None
        return self.highest - self.lowest


def disclosed_application(workspace: Workspace, number: str) -> DisclosedApplication:
    """Give the open sheets of one application.

    Raises:
        NotAllowed, NotNow, NotDisclosed: not for this role, not in this phase, not yet.
        UnknownNumber: there is no such application.
    """
    workspace.require_view(View.DISCLOSED)
    store = workspace.store
    find_application(store, number)
    at = deliberation.disclosed(store).get(number)
    if at is None:
        raise NotDisclosed(number)
    ranked = ranking(workspace)
    result = next(item for item in ranked.applications if item.number == number)
    far = {
        one.reviewer: one
        for one in flagged(ranked.scheme, ranked.applications)
        if one.application == number
    }
    totals = [sheet.total for sheet in result.reviewers if sheet.total is not None]
    return DisclosedApplication(
        scheme=ranked.scheme,
        result=result,
        sheets=tuple(_open_sheet(workspace, result, one, far) for one in result.reviewers),
        lowest=min(totals, default=None),
        highest=max(totals, default=None),
        opinion=deliberation.load_opinions(store).get(number),
        disclosed_at=at,
    )


def _open_sheet(
    workspace: Workspace,
    result: ApplicationResult,
    sheet: ReviewerResult,
    far: dict[str, Deviation],
) -> OpenSheet:
    store = workspace.store
    return OpenSheet(
        result=sheet,
        deviation=far.get(sheet.number),
        review=load_reviews(store).get((result.number, sheet.number)),
        changes=tuple(
            change
            for change in deliberation.load_changes(store)
            if (change.application, change.reviewer) == (result.number, sheet.number)
        ),
    )
