"""Refusals of the meeting; `words.session_errors` makes the sentences."""

from reviewer_app.domain.errors import Refused


class NotNow(Refused):
    """The role may do or see it, but not in this phase of the session.

    `deed` is the verb or view, `phase` a `SessionPhase` value.
    """

    def __init__(self, deed: str, phase: str) -> None:
        super().__init__(deed, phase)
        self.deed = deed
        self.phase = phase


class LockedOvernight(Refused):
    """The batch was locked in the evening of `day` and not checked in the morning."""

    def __init__(self, day: str) -> None:
        super().__init__(day)
        self.day = day


class NoSession(Refused):
    """There is no session in this batch."""


class SessionStands(Refused):
    """A batch has one session, and it was begun already."""


class StaysOnRecord(Refused):
    """What was done cannot be undone, only followed by another deed; `verb` is what."""

    def __init__(self, verb: str) -> None:
        super().__init__(verb)
        self.verb = verb


class StepNotReady(Refused):
    """The session cannot go on: `condition` is a `Condition` value, `names` who or what."""

    def __init__(self, condition: str, names: tuple[str, ...]) -> None:
        super().__init__(condition, names)
        self.condition = condition
        self.names = names
