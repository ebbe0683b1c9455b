"""Sheets far from the others, each with what was written about it."""

from dataclasses import dataclass

from reviewer_app.domain.deviation import Deviation, OutlierReview, Pattern
from reviewer_app.domain.results import Ranking
from reviewer_app.domain.rules.deviation import flagged, patterns
from reviewer_app.domain.rules.rights import View
from reviewer_app.storage.outliers import load_reviews
from reviewer_app.workspace import Workspace


@dataclass(frozen=True, slots=True)
class FlaggedSheet:
    """A flagged sheet; `review` is None while no reason was written."""

    deviation: Deviation
    review: OutlierReview | None


@dataclass(frozen=True, slots=True)
class Flags:
    """Everything that asks for a second look, in the order of the ranking."""

    sheets: tuple[FlaggedSheet, ...]
    patterns: tuple[Pattern, ...]

    @property
    def open(self) -> int:
        """How many flagged sheets wait for a reason."""
        return sum(1 for sheet in self.sheets if sheet.review is None)


def flags_of(workspace: Workspace, ranking: Ranking) -> Flags:
    """Look for sheets far from the others and for reviewers who tell nothing apart.

    Raises:
        NotAllowed: who acts may not see single sheets.
    """
    workspace.require_view(View.SHEETS)
    reviews = load_reviews(workspace.store)
    sheets = tuple(
        FlaggedSheet(found, reviews.get((found.application, found.reviewer)))
        for found in flagged(ranking.scheme, ranking.applications)
    )
    return Flags(sheets, patterns(ranking.scheme, ranking.applications))
