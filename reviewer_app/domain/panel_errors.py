"""Refusals around the panel and its paper sheets; `words.panel` makes the sentences."""

from dataclasses import dataclass

from reviewer_app.domain.errors import BadInput, Refused


class NumberTaken(Refused):
    """A new reviewer needs a number of their own."""

    def __init__(self, number: str) -> None:
        super().__init__(number)
        self.number = number


class NumberMissing(BadInput):
    """A reviewer is named by a number everywhere."""


class SheetsBegun(Refused):
    """Sheets somebody worked on cannot be taken away; `pairs` are (application, reviewer)."""

    def __init__(self, pairs: tuple[tuple[str, str], ...]) -> None:
        super().__init__(pairs)
        self.pairs = pairs


class SubstituteSits(Refused):
    """A substitute must not sit on the same applications already."""

    def __init__(self, number: str) -> None:
        super().__init__(number)
        self.number = number


class SubstituteMissing(BadInput):
    """The way chosen needs somebody who takes over."""


class SamePerson(Refused):
    """Who typed a paper sheet first must not type it a second time."""

    def __init__(self, application: str, reviewer: str, name: str) -> None:
        super().__init__(application, reviewer, name)
        self.application = application
        self.reviewer = reviewer
        self.name = name


class EntryTaken(Refused):
    """Somebody else began this entry of the sheet; `name` says who."""

    def __init__(self, application: str, reviewer: str, name: str) -> None:
        super().__init__(application, reviewer, name)
        self.application = application
        self.reviewer = reviewer
        self.name = name


class FirstEntryOpen(Refused):
    """A second entry begins when the first is complete."""

    def __init__(self, application: str, reviewer: str) -> None:
        super().__init__(application, reviewer)
        self.application = application
        self.reviewer = reviewer


class ScoredOnScreen(Refused):
    """The reviewer works on this sheet at a PC already; paper must not cross it."""

    def __init__(self, application: str, reviewer: str) -> None:
        super().__init__(application, reviewer)
        self.application = application
        self.reviewer = reviewer


class EntriesDiffer(Refused):
    """The two entries of a paper sheet are not complete or not equal yet."""

    def __init__(self, application: str, reviewer: str, count: int) -> None:
        super().__init__(application, reviewer, count)
        self.application = application
        self.reviewer = reviewer
        self.count = count


@dataclass(frozen=True, slots=True)
class BadCell:
    """A cell that is no score: its sheet and indicator, what was found, what it may be."""

    application: str
    reviewer: str
    indicator: str
    found: str
    maximum: str
    step: str


class BadCells(BadInput):
    """Some cells of a block are no scores, so nothing of it was written."""

    def __init__(self, cells: tuple[BadCell, ...]) -> None:
        super().__init__(cells)
        self.cells = cells


class BlockTooWide(BadInput):
    """A pasted block reaches beyond the table, or its lines differ in length."""

    def __init__(self, found: str, room: str) -> None:
        super().__init__(found, room)
        self.found = found
        self.room = room
