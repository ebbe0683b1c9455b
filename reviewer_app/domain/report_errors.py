"""What can keep a report from being written; `words.reports` makes the sentences."""

from dataclasses import dataclass
from pathlib import Path

from reviewer_app.domain.errors import BadInput, Refused, WorldFailed


@dataclass(frozen=True, slots=True)
class MissingGlyph:
    """A character that no embedded font has, and the text it stands in."""

    character: str
    where: str

    @property
    def code(self) -> str:
        """Its code point as U+20BB7."""
        return f"U+{ord(self.character):04X}"


class UnknownReport(BadInput):
    """There is no report of this key."""

    def __init__(self, key: str, known: tuple[str, ...]) -> None:
        super().__init__(key)
        self.key = key
        self.known = known


class NotInThisVersion(Refused):
    """The report is known but this version cannot make it yet."""

    def __init__(self, key: str, number: str, made: tuple[str, ...]) -> None:
        super().__init__(key)
        self.key = key
        self.number = number
        self.made = made


class NoPublicEdition(Refused):
    """The report names reviewers or their scores, so there is no public one."""

    def __init__(self, key: str, number: str) -> None:
        super().__init__(key)
        self.key = key
        self.number = number


class NoSuchFormat(BadInput):
    """The report is not made in this format."""

    def __init__(self, key: str, asked: str, formats: tuple[str, ...]) -> None:
        super().__init__(key, asked)
        self.key = key
        self.asked = asked
        self.formats = formats


class NotByApplication(BadInput):
    """One application was asked for of a paper for the whole batch; `known` are those by one."""

    def __init__(self, key: str, known: tuple[str, ...]) -> None:
        super().__init__(key)
        self.key = key
        self.known = known


class NotVerified(Refused):
    """The consistency report needs the outcome of a verification."""


class MissingGlyphs(Refused):
    """Characters that no embedded font has: the report would lose them."""

    def __init__(self, glyphs: tuple[MissingGlyph, ...]) -> None:
        super().__init__(glyphs)
        self.glyphs = glyphs


class UnknownText(BadInput):
    """There is no text of the papers by this name."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class UnknownPlaces(BadInput):
    """The bureau's wording asks for places that its text does not have; `known` are its own."""

    def __init__(self, name: str, places: tuple[str, ...], known: tuple[str, ...]) -> None:
        super().__init__(name, places)
        self.name = name
        self.places = places
        self.known = known


class ReviewerRecognisable(Refused):
    """A comment in a letter to an applicant points to a reviewer."""

    def __init__(self, application: str, text: str, found: tuple[str, ...]) -> None:
        super().__init__(application)
        self.application = application
        self.text = text
        self.found = found


class ReportDiffers(WorldFailed):
    """The written file does not read back as what was meant; it was removed."""

    def __init__(self, path: Path, expected: str, found: str) -> None:
        super().__init__(path, expected, found)
        self.path = path
        self.expected = expected
        self.found = found


class ReportNotWritten(WorldFailed):
    """Disk full, folder read-only and the like; an older file is whole."""

    def __init__(self, path: Path, cause: str) -> None:
        super().__init__(path, cause)
        self.path = path
        self.cause = cause


class ReportInUse(WorldFailed):
    """Another program holds the old file."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


class WritingEnded(WorldFailed):
    """The process that was writing this file was ended from outside."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


class BadCode(BadInput):
    """What was typed is no foot code of a document."""

    def __init__(self, found: str) -> None:
        super().__init__(found)
        self.found = found


class UnknownCode(Refused):
    """This workspace never gave a document of the code."""

    def __init__(self, key: str, sequence: int, digest: str) -> None:
        super().__init__(key, sequence, digest)
        self.key = key
        self.sequence = sequence
        self.digest = digest
