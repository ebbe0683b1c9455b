"""Refusals around results and their history as sentences."""

from reviewer_app.domain import result_errors as r
from reviewer_app.domain.errors import ReviewerError
from reviewer_app.i18n import N_

PLAIN: dict[type[ReviewerError], str] = {
    r.NotFlagged: N_(
        "The sheet of reviewer {reviewer} for application {application} is not far from the"
        " others; it needs no reason."
    ),
    r.StatementTooShort: N_(
        "The reason has {found} characters; at least {expected} are needed. Write what was seen,"
        " so that a reader of the record understands it."
    ),
    r.BadAmount: N_("“{found}” is no amount: write digits with a point, like 3000.00."),
    r.ThePastStays: N_(
        "This is the batch as it was at {at}; nothing can be changed there. Go back to now first."
    ),
}
