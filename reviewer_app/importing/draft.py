"""What one kind of rows would do: the part of a plan its module makes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from reviewer_app.domain.plans import Change, Payload, Present
from reviewer_app.domain.points import parse_exact
from reviewer_app.domain.problem_kinds import ProblemKind
from reviewer_app.importing.columns import INPUT_PREFIX
from reviewer_app.importing.findings import Findings
from reviewer_app.importing.headers import Placed


@dataclass(slots=True)
class Draft:
    """Lines of the preview and the rows to write."""

    new: list[Change] = field(default_factory=list)
    changed: list[Change] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    kept: list[Change] = field(default_factory=list)
    payload: Payload = field(default_factory=Payload)

    def count_row(self, subject: str, changes: Iterable[Change]) -> bool:
        """Add what a known row changes; tell whether it changes anything."""
        lines = list(changes)
        self.changed += lines
        if not lines:
            self.unchanged.append(subject)
        return bool(lines)


def scored_applications(present: Present) -> frozenset[str]:
    """Give the applications with a sheet that counts already."""
    return frozenset(number for (number, _), state in present.sheets.items() if state.counts)


def is_same(before: str, after: str) -> bool:
    """Whether two stored texts mean the same value.

    >>> is_same("0.50", "1/2"), is_same("有", "无")
    (True, False)
    """
    if before == after:
        return True
    numbers: list[Fraction] = []
    for text in (before, after):
        try:
            numbers.append(parse_exact(text))
        except ValueError:
            return False
    return numbers[0] == numbers[1]


def metric_values(values: Mapping[str, str]) -> dict[str, str]:
    """Give the filled inputs of a row by input key."""
    start = len(INPUT_PREFIX)
    return {
        key[start:]: text for key, text in values.items() if text and key[:start] == INPUT_PREFIX
    }


def note_empty(findings: Findings, row: int, placed: Placed, stored: str, subject: str) -> None:
    """Say that an empty cell leaves what is stored."""
    findings.note(
        ProblemKind.EMPTY_KEEPS, row, placed.place, found=stored, facts={"subject": subject}
    )
