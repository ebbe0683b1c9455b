"""The secretary leads the meeting from the session desk."""

from tests.program.meeting import plan
from tests.program.meeting.hand import Hand
from tests.program.meeting.morning import come_late
from tests.program.meeting.seats import go_to, turn_to

_LATE_AT = 3
"""The late member comes while so many-th an application is heard."""


def hear_all(hand: Hand) -> None:
    """Call up every application in the order of the agenda; each has its incident or none."""
    go_to(hand, "session")
    turn_to(hand, "会场")
    heard: list[str] = []
    while len(heard) < len(plan.NUMBERS):
        hand.press("begin_item")
        if not hand.sees("step_report"):
            continue  # the opening, a break, the noon
        heard.append(hand.read("current_item").split()[0])
        if len(heard) == _LATE_AT:
            arrive_late(hand)
        hear(hand, heard[-1])


def hear(hand: Hand, number: str) -> None:
    """Report, questions, scoring; what happens with this application happens here."""
    hand.press("step_report")
    if number == plan.RECUSED[0]:
        recuse(hand)
    hand.press("next_step")
    hand.press("next_step")
    if number == plan.WITHDRAWN:
        withdraw(hand)
    if number == plan.RECUSED[0]:
        hand.press(f"stamp_{plan.RECUSED[1]}")  # is back
    hand.tell(f"heard {number}")


def arrive_late(hand: Hand) -> None:
    """The seventh member comes while the third application is heard."""
    hand.press(f"stamp_{plan.LATE}")
    come_late(hand)
    hand.tell(f"arrived {plan.LATE}")


def recuse(hand: Hand) -> None:
    """A member declares an interest, leaves the room, and comes back for the next."""
    _, reviewer = plan.RECUSED
    hand.press(f"more_{reviewer}")
    hand.choose_action("回避此项目…")
    hand.press("ground_1")
    hand.press("confirm")
    hand.press(f"call_left_room_{reviewer}")
    hand.tell(f"left {reviewer}")


def withdraw(hand: Hand) -> None:
    """The applicant withdraws in the room."""
    hand.press("more_item")
    hand.choose_action("撤回")
    hand.write("reason", "The applicant withdraws in the room.")
    hand.press("confirm")
