"""People in the order of official lists, by the bundled table of surnames."""

from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources

from reviewer_app.domain.person import Reviewer
from reviewer_app.domain.stroke_order import stroke_key, strokes_from


@cache
def surname_strokes() -> Mapping[str, tuple[int, int]]:
    """Read the bundled table."""
    path = resources.files("resources") / "names" / "surname-strokes.txt"
    return strokes_from(path.read_text("utf-8"))


def by_strokes(reviewers: Iterable[Reviewer]) -> tuple[Reviewer, ...]:
    """Order reviewers by the strokes of their surnames."""
    return tuple(sorted(reviewers, key=lambda person: stroke_key(person.name, surname_strokes())))


def official_order(reviewers: Iterable[Reviewer]) -> tuple[Reviewer, ...]:
    """Order a panel as official lists do: the leader, then the others by strokes."""
    return tuple(sorted(by_strokes(reviewers), key=lambda person: not person.leader))
