"""Refusals of the meeting; `words.session_errors` makes the sentences."""

from reviewer_app.domain.errors import BadInput, Refused


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


class NoDays(BadInput):
    """A session needs days: each once, ending after it begins."""


class NoTimeAtAll(BadInput):
    """Report, questions and scoring would have no minute together."""


class NotASessionDay(Refused):
    """Today is no day of the session; `day` is today."""

    def __init__(self, day: str) -> None:
        super().__init__(day)
        self.day = day


class NotARehearsal(Refused):
    """Invented scores are for a rehearsal only."""


class TimeAhead(BadInput):
    """A typed time that has not come yet; `at` is it, as the clock shows it."""

    def __init__(self, at: str) -> None:
        super().__init__(at)
        self.at = at


class TimesCross(BadInput):
    """Somebody cannot leave before the arrival, or be in the room twice at a time."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class GuestUnclear(BadInput):
    """A guest has a name, and a presenter the application that is presented."""


class SeedMissing(BadInput):
    """A draw needs a seed and the supervisor who said it."""


class NobodyToDraw(BadInput):
    """No seats were asked for, or nobody of these kinds may be drawn."""


class NobodyToSeat(Refused):
    """Nobody of the present draw comes who does not sit on the panel already."""


class SitsAlready(Refused):
    """A drawn expert who sits on the panel answers no more; `number` is the member's."""

    def __init__(self, number: str) -> None:
        super().__init__(number)
        self.number = number


class StillOnPanel(Refused):
    """Members who would leave the panel left a trace on it; `numbers` are theirs."""

    def __init__(self, numbers: tuple[str, ...]) -> None:
        super().__init__(numbers)
        self.numbers = numbers


class NothingToPrint(BadInput):
    """No paper of the kit was chosen that may be printed now."""


class LotsWrong(BadInput):
    """The typed lots are not the applications, each once; `numbers` are the wrong ones."""

    def __init__(self, numbers: tuple[str, ...]) -> None:
        super().__init__(numbers)
        self.numbers = numbers


class OutOfRoom(Refused):
    """A member is out of the room for this application and gives it no score."""

    def __init__(self, reviewer: str, application: str) -> None:
        super().__init__(reviewer, application)
        self.reviewer = reviewer
        self.application = application


class NotCounted(Refused):
    """Only a submitted score is changed under the log."""

    def __init__(self, reviewer: str, application: str) -> None:
        super().__init__(reviewer, application)
        self.reviewer = reviewer
        self.application = application


class ChangeStands(Refused):
    """A change is taken back while it waits, and the latest of its score first."""

    def __init__(self, reviewer: str, indicator: str) -> None:
        super().__init__(reviewer, indicator)
        self.reviewer = reviewer
        self.indicator = indicator


class NoSuchChange(BadInput):
    """There is no change of this key in the log."""


class WasPresent(Refused):
    """Only the sheet of a member who was out of the room is set aside after disclosure."""

    def __init__(self, reviewer: str, application: str) -> None:
        super().__init__(reviewer, application)
        self.reviewer = reviewer
        self.application = application


class OnlyErrors(Refused):
    """Scores are decided anew in the last deliberation of two rounds only."""


class TooManyBallots(BadInput):
    """More ballots than members who may vote, or fewer than the quorum."""

    def __init__(self, found: int, least: int, most: int) -> None:
        super().__init__(found, least, most)
        self.found = found
        self.least = least
        self.most = most


class NothingOpen(Refused):
    """A line of the closing gate has nothing open that could be accepted."""


class NotIssued(Refused):
    """No paper of this document was issued for signature; `document` is its number."""

    def __init__(self, document: str) -> None:
        super().__init__(document)
        self.document = document


class NotAScan(BadInput):
    """A file is no PDF, JPEG or PNG that can be opened, whatever its ending says."""

    def __init__(self, name: str, most: int) -> None:
        super().__init__(name, most)
        self.name = name
        self.most = most


class SignedAlready(Refused):
    """This person has signed this document."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class HeadMistyped(BadInput):
    """What was typed is not the digest of the evening's last entry."""


class NightChanged(Refused):
    """Something was written between evening and morning."""

    def __init__(self, evening: int, morning: int) -> None:
        super().__init__(evening, morning)
        self.evening = evening
        self.morning = morning


class NotDisclosed(Refused):
    """The sheets of this application do not lie open yet."""

    def __init__(self, application: str) -> None:
        super().__init__(application)
        self.application = application


class KeptAway(Refused):
    """A member recused from an application does not see its sheets, disclosed or not."""

    def __init__(self, application: str) -> None:
        super().__init__(application)
        self.application = application
