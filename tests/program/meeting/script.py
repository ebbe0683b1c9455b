"""The parts of the meeting, as the people in the room do them."""

import time
from collections.abc import Callable, Mapping

from tests.program.meeting import deliberation, desk, ending, morning, plan
from tests.program.meeting.hand import Hand
from tests.program.meeting.scoring import score
from tests.program.meeting.seats import go_to, sign_in, sign_out, turn_to

_NAMES = {member.number: member.name for member in plan.PANEL}
_SHEETS = len(plan.NUMBERS) - 1
"""One application was withdrawn."""


def hold_morning(hand: Hand) -> None:
    """From the first arrival until the power goes while the third member types."""
    sign_in(hand, plan.STAFF.name)
    morning.prepare(hand)
    desk.hear_all(hand)
    sign_out(hand)
    for number in ("R1", "R2", "R3"):
        score_all(hand, number)


def hold_rest(hand: Hand) -> None:
    """The program is started again; the meeting goes on where it was, to the seal."""
    sign_in(hand, plan.STAFF.name)
    go_to(hand, "session")
    turn_to(hand, "会场")
    running = hand.read("current_item").split()[0]
    hand.tell(f"resumed {running} {time.process_time():.2f}")
    sign_out(hand)
    score_all(hand, "R3", done=10)
    for number in ("R4", "R5", "R6", "R7"):
        score_all(hand, number)
    decide(hand)


def score_all(hand: Hand, number: str, done: int = 0) -> None:
    """A member scores every application that is open to them."""
    sign_in(hand, _NAMES[number])
    recused = number == plan.RECUSED[1]
    score(hand, number, _SHEETS - done - recused)
    sign_out(hand)


def decide(hand: Hand) -> None:
    """Disclosure, reasons, changes, and what the leader confirms."""
    sign_in(hand, plan.STAFF.name)
    go_to(hand, "session")
    hand.press("next_phase")
    hand.agree()
    deliberation.disclose_all(hand)
    deliberation.strike(hand)
    sign_out(hand)
    for number, deed in (
        (plan.KEPT[1], deliberation.keep),
        (plan.SLIPPED[1], deliberation.change),
        (plan.LEADER, deliberation.confirm),
    ):
        sign_in(hand, _NAMES[number])
        deed(hand)
        sign_out(hand)
    conclude(hand)


def conclude(hand: Hand) -> None:
    """Opinions and the vote, the last phase, the gate, signatures and the seal."""
    sign_in(hand, plan.STAFF.name)
    ending.write_opinions(hand)
    ending.vote(hand)
    hand.press("next_phase")
    hand.agree()
    ending.settle_and_seal(hand)
    sign_out(hand)


PARTS: Mapping[str, Callable[[Hand], None]] = {"morning": hold_morning, "rest": hold_rest}
