"""Before anybody scores: the meeting is set up, who comes is stamped, the order is drawn."""

from tests.program.meeting import plan
from tests.program.meeting.hand import Hand
from tests.program.meeting.seats import go_to, turn_to


def prepare(hand: Hand) -> None:
    """Go through the steps of the preparation as they stand in the list."""
    go_to(hand, "session")
    set_up(hand)
    for member in plan.PANEL:
        if member.number != plan.LATE:
            arrive(hand, member.number)
    arrive(hand, plan.SUPERVISOR.name)
    for member in plan.PANEL:
        if member.number != plan.LATE:
            state(hand, member.number)
    choose_leader(hand)
    draw(hand)
    hand.press("next_phase")
    hand.agree()
    hand.tell("scoring opened")


def set_up(hand: Hand) -> None:
    """Today, one day, one round, signatures on paper."""
    hand.press("step_setup")
    hand.write("place", "A3 meeting room")
    hand.write("host", "Lin")
    hand.press("begin_session")
    hand.agree()
    hand.tell("set up")


def arrive(hand: Hand, key: str) -> None:
    """Stamp that somebody is here."""
    hand.press("step_people")
    hand.press(f"arrive_{key}")


def state(hand: Hand, number: str) -> None:
    """Note that pledge and recusal statement are signed on paper."""
    hand.press("step_statements")
    hand.press(f"signed_{number}")


def choose_leader(hand: Hand) -> None:
    """The members vote for who leads them."""
    hand.press("step_leader")
    hand.choose("leader_choice", plan.LEADER)
    hand.press("leader_by_vote")
    hand.press("choose_leader")
    hand.tell(f"led by {plan.LEADER}")


def draw(hand: Hand) -> None:
    """Draw the order of defences by a seed, and make the agenda from it."""
    hand.press("step_order")
    hand.write("seed", plan.SEED)
    hand.press("draw_order")
    hand.agree()
    hand.press("step_agenda")
    hand.press_words("编排议程")
    hand.tell("drawn")


def come_late(hand: Hand) -> None:
    """The seventh member states what the others have stated, and is let in to score."""
    turn_to(hand, "会前准备")
    state(hand, plan.LATE)
    turn_to(hand, "会场")
