"""Who sits at the PC: a name, a PIN, and the way to the places."""

from PySide6.QtCore import Qt

from tests.program.meeting.hand import Hand


def pin_of(name: str) -> str:
    """Give the PIN somebody has chosen, the same each time."""
    return f"{sum(map(ord, name)) % 900_000 + 100_000}"


def sign_in(hand: Hand, name: str) -> None:
    """Choose a name and type the PIN; who comes for the first time chooses it."""
    hand.press_words(name)
    hand.breathe(50)
    first = hand.sees_words("保存并登录")
    for _time in range(2 if first else 1):
        hand.keys(pin_of(name))
        hand.key(Qt.Key.Key_Return)
    hand.wait(lambda: hand.sees_words("退出登录"), f"{name} to be signed in")
    hand.tell(f"signed in {name}")


def sign_out(hand: Hand) -> None:
    """Hand the PC to somebody else."""
    hand.press_words("退出登录")
    hand.wait(lambda: not hand.sees_words("退出登录"), "the names")


def go_to(hand: Hand, place: str) -> None:
    """Go to a place of the list at the left."""
    hand.press(place)


def turn_to(hand: Hand, words: str) -> None:
    """Turn to a page of the meeting."""
    hand.turn_to("session_pages", words)
