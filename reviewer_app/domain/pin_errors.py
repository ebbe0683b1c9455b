"""Refusals around PINs; `words.pin_errors` makes the sentences."""

from reviewer_app.domain.errors import BadInput, Refused, WorldFailed


class PinTooPlain(BadInput):
    """A new PIN is too short, one sign repeated, or counted up."""

    def __init__(self, shortest: int) -> None:
        super().__init__(shortest)
        self.shortest = shortest


class WrongPin(Refused):
    """Not this person's PIN; the next try is heard after `seconds`."""

    def __init__(self, seconds: int) -> None:
        super().__init__(seconds)
        self.seconds = seconds


class PinWaits(Refused):
    """A try came too early after a wrong one; nothing was compared."""

    def __init__(self, seconds: int) -> None:
        super().__init__(seconds)
        self.seconds = seconds


class NoPin(Refused):
    """This person has no PIN yet."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class PinAltered(WorldFailed):
    """The kept hash is not the one whose digest stands in the journal."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class NotInBatch(Refused):
    """Who acts is not among the people of the batch."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class ListClosed(Refused):
    """Where PINs are demanded nobody enters themselves into the list."""
