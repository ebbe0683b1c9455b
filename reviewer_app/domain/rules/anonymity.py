"""Would a text let an applicant recognise a reviewer?

It looks for names, numbers and organisations of the panel and for single scores. It
cannot see style; people read a letter before it goes out.

Source: domain.md 2.6 and 2.10.
"""

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from reviewer_app.domain.person import Reviewer
from reviewer_app.domain.points import Points

_NUMBER = re.compile(r"(?<![\d.])(\d+(?:\.\d+)?)(?![\d.])\s*(分|points?\b)?", re.IGNORECASE)
_SHORTEST_NAME = 2


class TraceKind(StrEnum):
    """By what a reviewer could be recognised."""

    NAME = "name"
    NUMBER = "number"
    ORGANISATION = "organisation"
    SCORE = "score"


@dataclass(frozen=True, slots=True)
class Trace:
    """What was found in a text, as it stands in the reviewer's data or in the text."""

    kind: TraceKind
    found: str


def traces(text: str, panel: Iterable[Reviewer], scores: Collection[Points]) -> tuple[Trace, ...]:
    """Find what points to somebody of the panel; `scores` are single scores and totals.

    A number counts as a score where it has decimals or stands before "points".
    """
    plain = _plain(text)
    found = [trace for person in panel for trace in _of_person(plain, person)]
    return (*found, *_scores_in(plain, frozenset(scores)))


def _plain(text: str) -> str:
    """Fold widths and cases and drop spaces within, so that no spelling hides a name."""
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


def _of_person(plain: str, person: Reviewer) -> Iterator[Trace]:
    if len(_plain(person.name)) >= _SHORTEST_NAME and _plain(person.name) in plain:
        yield Trace(TraceKind.NAME, person.name)
    number = re.escape(_plain(person.number))
    if number and re.search(rf"(?<![a-z0-9]){number}(?![a-z0-9])", plain):
        yield Trace(TraceKind.NUMBER, person.number)
    for unit in dict.fromkeys((person.organisation, *person.former_organisations)):
        if len(_plain(unit)) >= _SHORTEST_NAME and _plain(unit) in plain:
            yield Trace(TraceKind.ORGANISATION, unit)


def _scores_in(plain: str, scores: frozenset[Points]) -> Iterator[Trace]:
    for match in _NUMBER.finditer(plain):
        says_points = "." in match[1] or match[2]
        if says_points and Points(match[1]) in scores:
            yield Trace(TraceKind.SCORE, match[1])
