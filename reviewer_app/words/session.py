"""Words of the meeting: its phases and what it waits for."""

from reviewer_app.domain.deliberation import Recommendation
from reviewer_app.domain.session import Condition, SessionPhase, SessionWay, Signing
from reviewer_app.i18n import N_, Translator

_PHASES = {
    SessionPhase.PREPARATION: N_("preparation"),
    SessionPhase.SCORING: N_("individual scoring"),
    SessionPhase.DISCLOSURE: N_("disclosure"),
    SessionPhase.FINAL: N_("final deliberation"),
    SessionPhase.SIGNED: N_("signing"),
    SessionPhase.CLOSED: N_("closed and sealed"),
}

_CONDITIONS = {
    Condition.LEADER: N_("the panel has no leader."),
    Condition.STATEMENTS: N_("pledge or recusal statement missing:"),
    Condition.NAMED: N_("conflict stated, recusal not recorded yet:"),
    Condition.QUORUM: N_("too few members are present."),
    Condition.SHEETS: N_("sheets not submitted:"),
    Condition.SCORED: N_("sheets were submitted already:"),
    Condition.DISCLOSED: N_("applications not disclosed:"),
    Condition.CONFIRMED: N_("changed scores not confirmed:"),
    Condition.GATE: N_("open lines of the closing gate:"),
    Condition.SIGNATURES: N_("signatures missing:"),
    Condition.PAPERS: N_("documents that read otherwise since they were issued:"),
}


def phase_name(phase: SessionPhase, _: Translator) -> str:
    """Name a phase of the session."""
    return _(_PHASES[phase])


def condition_name(condition: str, _: Translator) -> str:
    """Say what the session waits for."""
    return _(_CONDITIONS[Condition(condition)])


_RECOMMENDATIONS = {
    Recommendation.RECOMMENDED: N_("recommended"),
    Recommendation.REVISED: N_("recommended after revision"),
    Recommendation.NOT_RECOMMENDED: N_("not recommended"),
}


def recommendation_name(recommendation: Recommendation, _: Translator) -> str:
    """Say what the panel recommends, "" while it is open."""
    word = _RECOMMENDATIONS.get(recommendation)
    return _(word) if word else ""


def way_of_signing(way: Signing, _: Translator) -> str:
    """Say how somebody signed."""
    return _("by hand on paper") if way is Signing.PAPER else _("by PIN")


_SESSION_WAYS = {
    SessionWay.ONE_ROUND: (
        N_("One round"),
        N_("After disclosure only errors are mended, each with its reason on record."),
    ),
    SessionWay.TWO_ROUNDS: (
        N_("Two rounds"),
        N_(
            "After the discussion each member may decide anew; first and final score both stay on"
            " record."
        ),
    ),
}

_SIGNINGS = {
    Signing.PAPER: (
        N_("By hand on the printed papers"),
        N_("Who has signed is noted here; the scans are attached afterwards."),
    ),
    Signing.PIN: (
        N_("By PIN on the screen"),
        N_("Each member confirms with the own PIN; every member needs one."),
    ),
}


def session_way_name(way: SessionWay, _: Translator) -> str:
    """Name one of the ways of scoring."""
    return _(_SESSION_WAYS[way][0])


def session_way_sentence(way: SessionWay, _: Translator) -> str:
    """Say what a way of scoring means."""
    return _(_SESSION_WAYS[way][1])


def signing_name(way: Signing, _: Translator) -> str:
    """Name one of the ways of signing, to choose it."""
    return _(_SIGNINGS[way][0])


def signing_sentence(way: Signing, _: Translator) -> str:
    """Say what a way of signing means."""
    return _(_SIGNINGS[way][1])
