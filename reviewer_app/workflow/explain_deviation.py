"""Write why a sheet far from the others stands; the sheet itself stays untouched."""

from reviewer_app.domain.deviation import OutlierDecision, OutlierReview
from reviewer_app.domain.errors import NothingChanged
from reviewer_app.domain.result_errors import NotFlagged, StatementTooShort
from reviewer_app.domain.rules.deviation import flagged
from reviewer_app.queries.finding import find_pair
from reviewer_app.queries.ranking import ranking
from reviewer_app.storage.outliers import load_reviews, write_review
from reviewer_app.storage.sheets import find_sheet
from reviewer_app.workspace import Workspace

_SHORTEST = 10
"""Source: domain.md 2.7, Consequence."""


def explain_deviation(
    workspace: Workspace,
    *,
    application: str,
    reviewer: str,
    statement: str,
    decision: OutlierDecision = OutlierDecision.KEPT,
) -> None:
    """Write the reviewer's answer to the hint.

    Raises:
        UnknownNumber, NotAssigned, NotFlagged, StatementTooShort, NothingChanged: nothing
            was written.
    """
    store = workspace.store
    sheet = find_sheet(store, *find_pair(store, application, reviewer))
    now = ranking(workspace)
    far = {(item.application, item.reviewer) for item in flagged(now.scheme, now.applications)}
    if sheet is None or (application, reviewer) not in far:
        raise NotFlagged(reviewer, application)
    text = statement.strip()
    if len(text) < _SHORTEST:
        raise StatementTooShort(len(text), _SHORTEST)
    review = OutlierReview(decision, text, workspace.actor.name)
    if load_reviews(store).get((application, reviewer)) == review:
        raise NothingChanged("explain_deviation")
    with workspace.write("explain_deviation", reviewer=reviewer):
        write_review(store, sheet.key, review)
