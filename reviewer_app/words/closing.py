"""Words of the closing gate and of a panel's composition."""

from reviewer_app.domain.closing import ClosingCheck, ClosingLine, Override
from reviewer_app.domain.drawing import CompositionFault
from reviewer_app.i18n import N_, Translator
from reviewer_app.words.times import time_on_paper

_LINES = {
    ClosingLine.LEADER: N_("The panel has one leader"),
    ClosingLine.STATEMENTS: N_("Pledge and recusal statement of every member"),
    ClosingLine.QUORUM: N_("Enough sheets for every application"),
    ClosingLine.SHEETS: N_("Every sheet submitted"),
    ClosingLine.WAS_OUT: N_("No score of a member who was out"),
    ClosingLine.STILL_OUT: N_("Everybody noted as back in the room"),
    ClosingLine.DISCLOSED: N_("Every application disclosed"),
    ClosingLine.OUTLIERS: N_("Every unusual score answered"),
    ClosingLine.CONFIRMED: N_("Every changed score confirmed"),
    ClosingLine.INPUTS: N_("Every input read by a second person"),
    ClosingLine.PAPER: N_("Paper sheets typed twice"),
    ClosingLine.RESULTS: N_("Every application has a result"),
    ClosingLine.TIES: N_("Equal scores decided"),
    ClosingLine.OPINIONS: N_("An opinion on every application"),
    ClosingLine.RECOMMENDATIONS: N_("A recommendation on every application"),
}

_OPEN = {
    ClosingLine.LEADER: (
        N_("Nobody, or more than one, is marked as leader of the panel."),
        N_("Nobody, or more than one, is marked as leader of the panel."),
    ),
    ClosingLine.STATEMENTS: (
        N_("{count} member whose sheets count has not stated pledge and recusals."),
        N_("{count} members whose sheets count have not stated pledge and recusals."),
    ),
    ClosingLine.QUORUM: (
        N_("{count} application has fewer counted sheets than the quorum."),
        N_("{count} applications have fewer counted sheets than the quorum."),
    ),
    ClosingLine.SHEETS: (
        N_("{count} sheet is not submitted."),
        N_("{count} sheets are not submitted."),
    ),
    ClosingLine.WAS_OUT: (
        N_("{count} sheet counts of a member who was not in the room for it."),
        N_("{count} sheets count of members who were not in the room for them."),
    ),
    ClosingLine.STILL_OUT: (
        N_("{count} member left the room and is not noted as back."),
        N_("{count} members left the room and are not noted as back."),
    ),
    ClosingLine.DISCLOSED: (
        N_("{count} application is not disclosed."),
        N_("{count} applications are not disclosed."),
    ),
    ClosingLine.OUTLIERS: (
        N_("{count} score far from the others has neither a reason nor a change."),
        N_("{count} scores far from the others have neither a reason nor a change."),
    ),
    ClosingLine.CONFIRMED: (
        N_("{count} application has changed scores that reviewer or leader must confirm."),
        N_("{count} applications have changed scores that reviewer or leader must confirm."),
    ),
    ClosingLine.INPUTS: (
        N_("{count} figure was not read by a second person as it stands."),
        N_("{count} figures were not read by a second person as they stand."),
    ),
    ClosingLine.PAPER: (
        N_("{count} sheet on paper waits for its second entry."),
        N_("{count} sheets on paper wait for their second entry."),
    ),
    ClosingLine.RESULTS: (
        N_("{count} application has no result yet."),
        N_("{count} applications have no result yet."),
    ),
    ClosingLine.TIES: (
        N_("{count} application shares its rank; a vote of the panel decides."),
        N_("{count} applications share their rank; a vote of the panel decides."),
    ),
    ClosingLine.OPINIONS: (
        N_("{count} application has no opinion of the panel."),
        N_("{count} applications have no opinion of the panel."),
    ),
    ClosingLine.RECOMMENDATIONS: (
        N_("{count} application has no recommendation yet."),
        N_("{count} applications have no recommendation yet."),
    ),
}

_FAULTS = {
    CompositionFault.TOO_SMALL: N_("The panel has fewer than five members."),
    CompositionFault.EVEN: N_("The number of members is even."),
    CompositionFault.TOO_FEW_TECHNICAL: N_(
        "Fewer than two thirds of the members are technical or economic experts."
    ),
    CompositionFault.ONE_UNIT: N_("All members come from one organisation."),
}


def closing_line_name(line: ClosingLine, _: Translator) -> str:
    """Say what a line of the gate asks for."""
    return _(_LINES[line])


def closing_sentence(check: ClosingCheck, _: Translator) -> str:
    """Say what is open on a line, or that nothing is."""
    count = len(check.names)
    if not count:
        return _("Nothing is open.")
    one, many = _OPEN[check.line]
    return _(one if count == 1 else many).format(count=count)


def override_sentence(override: Override, _: Translator) -> str:
    """Say who accepted an open line, when and why."""
    text = _("Accepted by {name} at {time}: {reason}")
    at = time_on_paper(override.signed_at)
    return text.format(name=override.signer, time=at, reason=override.reason)


_AFTER = (
    N_("Names and descriptions of applications may be mended; the entry alone is the record."),
    N_("Documents may be printed, exported and archived, and scans of signed papers attached."),
    N_("Scores, data, opinions and signatures stand; nobody changes them, staff included."),
    N_("They are opened only by reconvening: bureau leader, supervisor and a paper decision."),
    N_("Results after that are the next version, with a digest and signatures of their own."),
)


def after_closing(_: Translator) -> tuple[str, ...]:
    """Say the law of corrections once results are closed (house.md 5)."""
    return tuple(_(line) for line in _AFTER)


def composition_fault(fault: CompositionFault, _: Translator) -> str:
    """Say what a panel lacks by the customary rules."""
    return _(_FAULTS[fault])
