"""What the submission of one sheet is checked against: suggestions and comments."""

from reviewer_app.domain.points import Points, parse_exact
from reviewer_app.storage.store import Store


def suggestions_of(store: Store, application: int) -> dict[str, Points]:
    """Read the computed values of one application by indicator; only those there are."""
    rows = store.rows(
        "SELECT indicator, value FROM objective_score"
        " WHERE application_id = ? AND value IS NOT NULL",
        (application,),
    )
    return {code: parse_exact(value) for code, value in rows}


def comments_of(store: Store, sheet: int) -> dict[str, str]:
    """Read the comments on one sheet by indicator."""
    rows = store.rows("SELECT indicator, text FROM comment WHERE sheet_id = ?", (sheet,))
    return dict(rows)
