"""Words of the closing gate and of a panel's composition."""

from reviewer_app.domain.closing import ClosingLine
from reviewer_app.domain.drawing import CompositionFault
from reviewer_app.i18n import N_, Translator

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


def composition_fault(fault: CompositionFault, _: Translator) -> str:
    """Say what a panel lacks by the customary rules."""
    return _(_FAULTS[fault])
