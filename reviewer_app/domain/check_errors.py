"""Failures of checks, second looks and attachments; sentences in `words.errors`."""

from pathlib import Path

from reviewer_app.domain.errors import BadInput, Refused, WorldFailed


class SamePerson(Refused):
    """A second look is another person's; `who` did the first."""

    def __init__(self, who: str) -> None:
        super().__init__(who)
        self.who = who


class NoValue(Refused):
    """There is no value yet that could be looked at a second time."""

    def __init__(self, label: str) -> None:
        super().__init__(label)
        self.label = label


class NotAValue(BadInput):
    """What was typed is no value of this input."""

    def __init__(self, label: str, found: str) -> None:
        super().__init__(label, found)
        self.label = label
        self.found = found


class NotADay(BadInput):
    """What was typed is no date like 2026-03-01."""

    def __init__(self, found: str) -> None:
        super().__init__(found)
        self.found = found


class NotAnAmount(BadInput):
    """What was typed is no amount of money."""

    def __init__(self, found: str) -> None:
        super().__init__(found)
        self.found = found


class ComesFromDetails(Refused):
    """The input is derived from detail rows; they are counted or struck off instead."""

    def __init__(self, label: str) -> None:
        super().__init__(label)
        self.label = label


class RemarkMissing(BadInput):
    """A line of the formal check that did not pass needs a remark."""

    def __init__(self, item: int) -> None:
        super().__init__(item)
        self.item = item


class LinesOpen(Refused):
    """A formal check with open lines cannot be checked a second time."""

    def __init__(self, count: int) -> None:
        super().__init__(count)
        self.count = count


class AttachmentMissing(WorldFailed):
    """The file of an attachment is not where it was kept."""

    def __init__(self, title: str, path: Path) -> None:
        super().__init__(title, path)
        self.title = title
        self.path = path


class AttachmentChanged(WorldFailed):
    """The bytes of an attachment are not those that were added."""

    def __init__(self, title: str, path: Path) -> None:
        super().__init__(title, path)
        self.title = title
        self.path = path


class PagesUnreadable(BadInput):
    """A file cannot be shown page by page."""

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self.title = title


class NoProgram(WorldFailed):
    """The system has no program that opens the file."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path
