"""Refusals around PINs as sentences."""

from reviewer_app.domain import pin_errors as p
from reviewer_app.domain.errors import ReviewerError
from reviewer_app.i18n import N_

PLAIN: dict[type[ReviewerError], str] = {
    p.PinTooPlain: N_(
        "A PIN has at least {shortest} signs, not all the same and not simply counted up."
    ),
    p.WrongPin: N_("This is not the PIN. Try again in {seconds} s."),
    p.PinWaits: N_("After a wrong PIN there is a short wait: {seconds} s are left."),
    p.NoPin: N_("{name} has not set a PIN yet."),
    p.PinAltered: N_(
        "The PIN kept for {name} was altered past this program. Have the administrator take it"
        " away and set a new one; the journal shows both."
    ),
    p.NotInBatch: N_("{name} is not among the people of this batch. Add them first."),
    p.ListClosed: N_(
        "In this batch everybody signs in with a PIN: have the secretary enter you under"
        " Panel and recusals."
    ),
}
