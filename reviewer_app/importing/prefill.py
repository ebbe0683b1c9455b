"""What a batch knows already, as the rows of a template."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import TypeVar

from reviewer_app.domain.application import Application, DetailKind, DetailRow
from reviewer_app.domain.ids import natural_key
from reviewer_app.domain.money import wan_from_fen
from reviewer_app.domain.person import Reviewer
from reviewer_app.domain.plans import ImportKind, Present
from reviewer_app.domain.points import format_exact
from reviewer_app.domain.scheme import InputKind
from reviewer_app.domain.sheet import SheetState
from reviewer_app.importing.columns import COMMENT_PREFIX, Column, ColumnKind

Values = Sequence[str]
_Item = TypeVar("_Item")


def values_of(
    kind: ImportKind, columns: Sequence[Column], present: Present | None
) -> Iterator[Values]:
    """Give the rows of a kind in the order of their numbers; none without a batch."""
    if present is None:
        return iter(())
    match kind:
        case ImportKind.APPLICATIONS | ImportKind.METRICS:
            found = _in_order(present.applications)
            return ([_application_text(column, item) for column in columns] for item in found)
        case ImportKind.REVIEWERS:
            people = _in_order(present.reviewers)
            return ([_reviewer_text(column, item) for column in columns] for item in people)
        case ImportKind.ASSIGNMENTS:
            pairs = _pairs(present)
            return ([_pair_text(column, pair, present) for column in columns] for pair in pairs)
        case ImportKind.SCORES:
            pairs = _open_pairs(present)
            return ([_score_text(column, pair, present) for column in columns] for pair in pairs)
        case ImportKind.DETAILS:
            return iter(())


def detail_values(
    kind: DetailKind, columns: Sequence[Column], present: Present | None
) -> Iterator[Values]:
    """Give the rows of a detail table."""
    if present is None:
        return
    for number in sorted(present.applications, key=natural_key):
        for row in present.details.get((number, kind), ()):
            yield [_detail_text(column, row) for column in columns]


def _in_order(items: Mapping[str, _Item]) -> list[_Item]:
    return [items[number] for number in sorted(items, key=natural_key)]


def _pairs(present: Present) -> Iterator[tuple[str, str]]:
    """Give the assigned pairs, reviewer by reviewer."""
    numbers = sorted(present.applications, key=natural_key)
    for reviewer in sorted(present.reviewers, key=natural_key):
        for number in numbers:
            if present.is_assigned(number, reviewer):
                yield number, reviewer


def _open_pairs(present: Present) -> Iterator[tuple[str, str]]:
    """Give the pairs whose sheet may still be filled."""
    for pair in _pairs(present):
        if present.sheets.get(pair, SheetState.PENDING).is_open:
            yield pair


def _yes_no(text: str) -> str:
    return {"1": "是", "0": "否"}.get(text, text)


def _application_text(column: Column, found: Application) -> str:
    if column.input is not None:
        text = found.metrics.get(column.input.key, "")
        return _yes_no(text) if column.input.kind is InputKind.FLAG else text
    if column.key == "requested":
        fen = found.requested_fen
        return "" if fen is None else format_exact(wan_from_fen(fen))
    if column.key == "shown_application":
        return found.name
    return str(getattr(found, column.key))


def _reviewer_text(column: Column, found: Reviewer) -> str:
    if column.key == "leader":
        return "是" if found.leader else "否"
    if column.key == "former_organisations":
        return "；".join(found.former_organisations)
    return str(getattr(found, column.key))


def _pair_text(column: Column, pair: tuple[str, str], present: Present) -> str:
    number, reviewer = pair
    known = {
        "application": number,
        "shown_application": present.applications[number].name,
        "reviewer": reviewer,
        "shown_reviewer": present.reviewers[reviewer].name,
    }
    return known.get(column.key, "")


def _score_text(column: Column, pair: tuple[str, str], present: Present) -> str:
    if column.indicator is not None:
        value = present.scores.get((*pair, column.key))
        return "" if value is None else format_exact(Fraction(value, 100))
    if column.key.startswith(COMMENT_PREFIX):
        return present.comments.get((*pair, column.key.removeprefix(COMMENT_PREFIX)), "")
    return _pair_text(column, pair, present)


def _detail_text(column: Column, row: DetailRow) -> str:
    known = {
        "application": row.application,
        "counted": "是" if row.counted else "否",
        "counted_reason": row.reason,
    }
    text = known.get(column.key, row.fields.get(column.key, ""))
    return _yes_no(text) if column.kind is ColumnKind.FLAG else text
