"""The written answers to sheets far from the others."""

from reviewer_app.domain.deviation import OutlierDecision, OutlierReview
from reviewer_app.storage.store import Store


def load_reviews(store: Store) -> dict[tuple[str, str], OutlierReview]:
    """Read the answers by application number and reviewer number."""
    rows = store.rows(
        "SELECT a.number, p.number, o.decision, o.statement, o.decided_by"
        " FROM outlier_review AS o JOIN sheet AS s ON s.id = o.sheet_id"
        " JOIN application AS a ON a.id = s.application_id"
        " JOIN person AS p ON p.id = s.reviewer_id"
    )
    return {
        (application, reviewer): OutlierReview(OutlierDecision(decision), statement, by)
        for application, reviewer, decision, statement, by in rows
    }


def write_review(store: Store, sheet: int, review: OutlierReview) -> None:
    """Write or replace the answer to one sheet."""
    values = (review.decision.value, review.statement, review.decided_by)
    if store.row("SELECT 1 FROM outlier_review WHERE sheet_id = ?", (sheet,)) is None:
        store.change(
            "INSERT INTO outlier_review (sheet_id, decision, statement, decided_by)"
            " VALUES (?, ?, ?, ?)",
            (sheet, *values),
        )
    else:
        store.change(
            "UPDATE outlier_review SET decision = ?, statement = ?, decided_by = ?"
            " WHERE sheet_id = ?",
            (*values, sheet),
        )
