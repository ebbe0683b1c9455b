"""Wait for what a place asks in the background."""

from ui.place import Screen


def settle(place: Screen) -> None:
    """Let quiet queries end: whoever looks at the store waits for them."""
    place.desk.look(lambda _: None)
