"""After disclosure: a score kept with its reason, one changed and confirmed by two."""

from reviewer_app.domain.points import format_exact
from tests.program.meeting import plan
from tests.program.meeting.hand import Hand
from tests.program.meeting.seats import go_to, turn_to

KEEPING = "The model was not shown to us in operation; my scores stand."
SLIP = "A slip of the pen: 5.0 was meant."


def disclose_all(hand: Hand) -> None:
    """The secretary lays every sheet open."""
    go_to(hand, "session")
    turn_to(hand, "评议")
    hand.press("disclose_all")
    hand.agree()
    hand.tell("disclosed")


def strike(hand: Hand) -> None:
    """The late member's sheets on what they did not hear are set aside."""
    for number in plan.MISSED:
        open_application(hand, number)
        hand.choose_cell("sheets", "总分", plan.LATE)
        hand.press("set_aside")
        hand.write("statement_text", "Was not in the room when it was heard.")
        hand.agree()
    hand.tell("struck")


def keep(hand: Hand) -> None:
    """The member far from the others says why and stays."""
    number, reviewer = plan.KEPT
    open_application(hand, number)
    hand.choose_cell("sheets", "总分", reviewer)
    hand.press("keep_score")
    hand.write("statement_text", KEEPING)
    hand.agree()
    hand.tell(f"kept {number}")


def change(hand: Hand) -> None:
    """The member who slipped changes the one score under the log."""
    number, _reviewer, _indicator, _slip, meant = plan.SLIPPED
    open_application(hand, number)
    hand.choose_cell("sheets", plan.SLIPPED[2], plan.SLIPPED[1])
    hand.press("change_score")
    hand.write("new_score", format_exact(meant))
    hand.press("reason_07")
    hand.write("explanation", SLIP)
    hand.agree()
    hand.tell(f"changed {number}")


def confirm(hand: Hand) -> None:
    """The leader confirms what was changed."""
    go_to(hand, "session")
    turn_to(hand, "评议")
    hand.press("confirm_changes")
    hand.agree()
    hand.tell("confirmed")


def open_application(hand: Hand, number: str) -> None:
    """Choose an application in the list at the left."""
    go_to(hand, "session")
    turn_to(hand, "评议")
    hand.choose_row("applications", number.removeprefix("XM-2026-"))
