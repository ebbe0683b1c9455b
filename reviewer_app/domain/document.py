"""A report as values: what stands on paper and in the workbook, and its digest.

Making one is `reports.<name>.build`; painting one is `reports.pdf` and `reports.excel`.
"""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, fields
from enum import StrEnum
from fractions import Fraction
from functools import cache, cached_property

from reviewer_app.domain.figure import Figure

CODE_DIGITS = 12


class Orientation(StrEnum):
    """How the A4 sheet lies."""

    PORTRAIT = "portrait"
    LANDSCAPE = "landscape"


class Style(StrEnum):
    """What kind of paper it is: a form with tables, or an official paper (公文)."""

    FORM = "form"
    OFFICIAL = "official"


class Edition(StrEnum):
    """Who may read it: the public edition has no reviewers and no single scores."""

    INTERNAL = "internal"
    PUBLIC = "public"


class ColumnKind(StrEnum):
    """What a column holds; decides alignment on paper and the format in a workbook."""

    TEXT = "text"
    CODE = "code"
    POINTS = "points"
    COUNT = "count"
    RANK = "rank"


class RowKind(StrEnum):
    """How a row is set: grey marks what the system computed, by hand has room to write."""

    NORMAL = "normal"
    GROUP = "group"
    GREY = "grey"
    SUBTOTAL = "subtotal"
    TOTAL = "total"
    BY_HAND = "by_hand"


@dataclass(frozen=True, slots=True)
class Number:
    """A number as printed: plain decimal digits, and a mark that stands beside it."""

    text: str
    mark: str = ""

    @property
    def places(self) -> int:
        """How many decimals are printed."""
        return len(self.text.partition(".")[2])


Cell = str | Number
"""A cell is text or a number; an absent value is the text "—"."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table.

    `width` is its share beside the others, `group` a heading over several, `grey` the
    tint of what the system computed.
    """

    title: str
    kind: ColumnKind
    width: int
    group: str = ""
    grey: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row: one cell a column; a GROUP row has a single cell that spans all."""

    cells: tuple[Cell, ...]
    kind: RowKind = RowKind.NORMAL


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading within the document, level 1 or 2."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph of body text; line breaks in it are kept."""

    text: str


@dataclass(frozen=True, slots=True)
class Note:
    """A small line beneath what it explains."""

    text: str


@dataclass(frozen=True, slots=True)
class Fact:
    """One labelled value in the head of a form."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Facts:
    """The head of a form, `per_row` facts beside each other."""

    facts: tuple[Fact, ...]
    per_row: int = 2


@dataclass(frozen=True, slots=True)
class Table:
    """A ruled table whose header repeats on every page."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]

    def is_written_in(self, column: int) -> bool:
        """Whether a column has blanks to fill in by hand."""
        return any(row.kind is RowKind.BY_HAND and not row.cells[column] for row in self.rows)


@dataclass(frozen=True, slots=True)
class Signatures:
    """Lines to sign, three beside each other; `date` is the word that asks for one."""

    statement: str
    places: tuple[str, ...]
    date: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A figure over the width of the text, so many points high.

    On paper only: a workbook has the numbers it is made from.
    """

    figure: Figure
    height: int


@dataclass(frozen=True, slots=True)
class SealSpace:
    """Room for a seal over the unit's name and a date."""

    label: str
    date: str


@dataclass(frozen=True, slots=True)
class Addressee:
    """To whom a letter is: a line of its own at the left margin."""

    text: str


@dataclass(frozen=True, slots=True)
class Lead:
    """A paragraph that begins with its own heading."""

    head: str
    text: str


@dataclass(frozen=True, slots=True)
class HandLines:
    """So many ruled lines to write on by hand."""

    count: int


@dataclass(frozen=True, slots=True)
class Annex:
    """A new page that begins an annex: its label at the top left, then its own title."""

    label: str
    title: str


@dataclass(frozen=True, slots=True)
class Section:
    """A new page, and a new sheet of a workbook named `name`."""

    name: str


@dataclass(frozen=True, slots=True)
class PageBreak:
    """A new page in the same section."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What the form that begins here is about: in the outline, and above its later pages."""

    name: str


Block = (
    Heading
    | Text
    | Lead
    | Note
    | Addressee
    | Facts
    | Table
    | Signatures
    | SealSpace
    | Chart
    | HandLines
    | Annex
    | Section
    | PageBreak
    | Subject
)


@dataclass(frozen=True, slots=True)
class PageWords:
    """The few words the painters themselves put on a page, in the document's language.

    `page` has {page} and {pages}; `continued` marks the rest of a split text; `missing`
    has {characters} for those to be written in by hand. `mark` stands on every page of
    what counts for nothing; it is empty on real papers.
    """

    page: str
    continued: str
    missing: str
    mark: str = ""


@dataclass(frozen=True)
class Document:
    """A whole report, made at the journal's `sequence`.

    `printed` and `software` say when and by what; they are not part of the digest, so
    that the same state gives the same code whenever it is printed. Nor is the style, which
    follows from the key.
    """

    key: str
    number: str
    title: str
    subtitle: str
    edition: Edition
    language: str
    orientation: Orientation
    blocks: tuple[Block, ...]
    sequence: int
    words: PageWords
    printed: str = ""
    software: str = ""
    style: Style = Style.FORM

    @cached_property
    def code(self) -> str:
        """The foot of every page: key, journal sequence, 12 hex digits of the digest.

        Source: house.md 5, Report.
        """
        key = self.key if self.edition is Edition.INTERNAL else f"{self.key}-public"
        return f"{self.number}-{key} · {self.sequence} · {digest(self)[:CODE_DIGITS]}"

    def tables(self) -> Iterator[Table]:
        """Every table in order."""
        for block in self.blocks:
            if isinstance(block, Table):
                yield block


_NOT_IN_DIGEST = frozenset({"printed", "software", "words", "style"})


def digest(document: Document) -> str:
    """Give the SHA-256 of the document's values as canonical JSON."""
    found = hashlib.sha256()
    for piece in _canonical(document):
        found.update(piece.encode("utf-8", "surrogatepass"))
    return found.hexdigest()


def _canonical(document: Document) -> Iterator[str]:
    """Give the JSON block by block: that of a large batch would fill the memory."""
    names = sorted(field.name for field in fields(document) if field.name not in _NOT_IN_DIGEST)
    for name in names:
        yield ("{" if name == names[0] else ",") + _encode(name) + ":"
        if name != "blocks":
            yield _encode(getattr(document, name))
            continue
        for place, block in enumerate(document.blocks):
            yield ("," if place else "[") + _encode(block)
        yield "]" if document.blocks else "[]"
    yield "}"


def _plain(value: object) -> dict[str, object]:
    """Turn a dataclass into what JSON knows; its name is kept as "is"."""
    if isinstance(value, Fraction):
        return {"is": "Fraction", "value": f"{value.numerator}/{value.denominator}"}
    kind: type = type(value)
    return {"is": kind.__name__, **{name: getattr(value, name) for name in _names_of(kind)}}


_encode = json.JSONEncoder(
    sort_keys=True, separators=(",", ":"), ensure_ascii=False, default=_plain
).encode


@cache
def _names_of(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))
