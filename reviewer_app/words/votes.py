"""Words of the panel's votes."""

from reviewer_app.domain.deliberation import Ballots, PanelVote, VoteKind
from reviewer_app.i18n import N_, Translator

_KINDS = {
    VoteKind.LEADER: N_("election of the leader"),
    VoteKind.RECOMMENDATION: N_("recommendation"),
    VoteKind.TIE: N_("order of equal scores"),
    VoteKind.TIME: N_("more time"),
    VoteKind.OTHER: N_("something else"),
}


def vote_kind_name(kind: VoteKind, _: Translator) -> str:
    """Name what is voted on."""
    return _(_KINDS[kind])


def outcome_of(ballots: Ballots, _: Translator) -> str:
    """Say how a vote ends: "5 for, 1 against, 1 abstained: carried"."""
    outcome = _("carried") if ballots.carried else _("not carried")
    return _("{yes} for, {no} against, {abstained} abstained: {outcome}").format(
        yes=ballots.yes, no=ballots.no, abstained=ballots.abstained, outcome=outcome
    )


def vote_line(vote: PanelVote, _: Translator) -> str:
    """Tell a vote in a line: when, on what, how it ended."""
    return _("{time} {kind}: {question} — {outcome}").format(
        time=vote.held_at[11:16],
        kind=vote_kind_name(vote.kind, _),
        question=vote.question,
        outcome=outcome_of(vote.ballots, _),
    )
