"""The end of the meeting: opinions, the vote on equal scores, signatures, the seal."""

from PySide6.QtWidgets import QWidget

from tests.program.meeting import plan
from tests.program.meeting.deliberation import open_application
from tests.program.meeting.hand import Hand
from tests.program.meeting.seats import go_to, turn_to


def write_opinions(hand: Hand) -> None:
    """The secretary drafts every opinion from the scores and writes what is recommended."""
    for number in plan.NUMBERS:
        if number == plan.WITHDRAWN:
            continue
        open_application(hand, number)
        hand.turn_to("parts", "意见")
        hand.press("draft_opinion")
        hand.press("recommend_recommended")
    hand.tell("opinions written")


def vote(hand: Hand) -> None:
    """The panel puts the second of two equals first."""
    open_application(hand, plan.TIED[0])
    hand.turn_to("parts", "表决")
    hand.press("tie_down")
    hand.write("vote_yes", "5")
    hand.write("vote_no", "2")
    hand.press("record_vote")
    hand.agree()
    hand.tell("voted")


def settle_and_seal(hand: Hand) -> None:
    """Through the gate: results settled, every member signs on paper, the seal."""
    go_to(hand, "session")
    turn_to(hand, "签字与封存")
    hand.press("step_settle")
    hand.press("settle_results")
    hand.agree()
    hand.tell("settled")
    hand.press("step_sign")
    for document in plan.SIGNED:
        hand.press(f"tick_all_{document}")
    hand.press("note_signatures")
    hand.agree()
    hand.tell("signed")
    hand.press("step_seal")
    hand.press("close_session")
    hand.agree()
    hand.find("read_sheet", QWidget)
    hand.tell("sealed")
