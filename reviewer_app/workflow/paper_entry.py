"""Type paper sheets twice, by two persons; what is typed is no score yet.

`workflow.submit_paper` makes scores of two equal entries.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from reviewer_app.domain.errors import NothingChanged, ReasonMissing, ScoreOutOfRange, SheetClosed
from reviewer_app.domain.panel_errors import (
    BadCell,
    BadCells,
    EntriesDiffer,
    EntryTaken,
    FirstEntryOpen,
    SamePerson,
    ScoredOnScreen,
)
from reviewer_app.domain.points import format_exact, to_hundredths
from reviewer_app.domain.rules.paper import is_complete
from reviewer_app.domain.rules.scoring import is_valid_score
from reviewer_app.domain.scheme import Indicator
from reviewer_app.domain.sheet import SheetState
from reviewer_app.domain.typed_score import typed_points
from reviewer_app.domain.written_score import written_number
from reviewer_app.queries.finding import find_pair
from reviewer_app.storage import paper, sheets
from reviewer_app.workspace import Workspace

FIRST, SECOND = 1, 2

Pair = tuple[str, str]
"""Numbers of application and reviewer."""


@dataclass(frozen=True, slots=True)
class TypedCell:
    """One cell as typed or pasted; an empty text empties it."""

    application: str
    reviewer: str
    indicator: str
    text: str


def type_paper_score(workspace: Workspace, *, entry: int, cell: TypedCell) -> None:
    """Write one typed cell; digits above the maximum get their point.

    Raises:
        BadCells: the text is no score of the indicator.
        SamePerson, EntryTaken, FirstEntryOpen, ScoredOnScreen, SheetClosed, NotAssigned:
            nothing was written.
    """
    row = workspace.scheme().by_code[cell.indicator]
    value = _typed(row, cell.text)
    _write(workspace, "type_paper_score", entry, [(cell, value)])


def paste_paper_scores(workspace: Workspace, *, entry: int, cells: Sequence[TypedCell]) -> None:
    """Write a whole block, or nothing of it.

    Raises:
        BadCells: names every cell that is no score.
    """
    block = [(cell, written_number(cell.text)) for cell in cells]
    _write(workspace, "paste_paper_scores", entry, block)


def write_paper_total(workspace: Workspace, *, application: str, reviewer: str, text: str) -> None:
    """Write the total that stands on the paper; an empty text takes it away."""
    key = _begun(workspace, (application, reviewer))
    total = None
    if text.strip():
        value = written_number(text)
        if value is None or (value * 100).denominator != 1:
            raise BadCells((_bad_total(workspace, application, reviewer, text),))
        total = to_hundredths(value)
    found = paper.find_paper(workspace.store, key)
    assert found is not None, "a begun paper sheet is stored"
    if (found.total, found.total_note) == (total, ""):
        return
    with workspace.write("write_paper_total"):
        paper.set_total(workspace.store, key, total, "")


def accept_paper_total(
    workspace: Workspace, *, application: str, reviewer: str, reason: str
) -> None:
    """Say why the total on the paper is another than the sum: the reviewer added wrongly."""
    if not reason.strip():
        raise ReasonMissing("accept_paper_total")
    key = _begun(workspace, (application, reviewer))
    found = paper.find_paper(workspace.store, key)
    if found is None or found.total is None:
        raise NothingChanged("accept_paper_total")
    with workspace.write("accept_paper_total", reason.strip()):
        paper.set_total(workspace.store, key, found.total, reason.strip())


def settle_paper_score(
    workspace: Workspace, *, application: str, reviewer: str, indicator: str, text: str
) -> None:
    """Write into both entries what somebody read again from the paper.

    The journal's reason keeps who had typed what.

    Raises:
        EntriesDiffer: the second entry is not complete yet, so there is nothing to settle.
    """
    row = workspace.scheme().by_code[indicator]
    cell = TypedCell(application, reviewer, indicator, text)
    value = _checked(row, cell, _typed(row, text))
    if isinstance(value, BadCell):
        raise BadCells((value,))
    store, key = workspace.store, _begun(workspace, (application, reviewer))
    found, entries = paper.find_paper(store, key), paper.entries_of(store, key)
    if found is None or not is_complete(workspace.scheme(), entries[SECOND]):
        raise EntriesDiffer(application, reviewer, 0)
    before = tuple(_hundredths_text(entries[entry].get(indicator)) for entry in (FIRST, SECOND))
    reason = f"1 {found.first_by}: {before[0]} · 2 {found.second_by}: {before[1]}"
    with workspace.write("settle_paper_score", reason):
        for entry in (FIRST, SECOND):
            _write_value(workspace, key, entry, indicator, value)


def require_paper(workspace: Workspace, pair: Pair) -> sheets.SheetRow | None:
    """Give the sheet of a pair, None while there is none, if paper may still make it.

    Raises:
        ScoredOnScreen: the reviewer gave scores at a PC.
        SheetClosed: submitted, recused, abstained or absent.
    """
    application, reviewer = pair
    sheet = sheets.find_sheet(workspace.store, *find_pair(workspace.store, *pair))
    if sheet is None:
        return None
    if not sheet.state.is_open:
        raise SheetClosed(reviewer, application, sheet.state.value)
    if sheets.scores_of(workspace.store, sheet.key):
        raise ScoredOnScreen(application, reviewer)
    return sheet


def _begun(workspace: Workspace, pair: Pair) -> int:
    sheet = require_paper(workspace, pair)
    if sheet is None or paper.find_paper(workspace.store, sheet.key) is None:
        raise FirstEntryOpen(*pair)
    return sheet.key


def _write(
    workspace: Workspace,
    verb: str,
    entry: int,
    block: Sequence[tuple[TypedCell, Fraction | None]],
) -> None:
    scheme = workspace.scheme()
    values: dict[Pair, dict[str, int | None]] = {}
    bad: list[BadCell] = []
    for cell, read in block:
        value = _checked(scheme.by_code[cell.indicator], cell, read)
        if isinstance(value, BadCell):
            bad.append(value)
        else:
            values.setdefault((cell.application, cell.reviewer), {})[cell.indicator] = value
    if bad:
        raise BadCells(tuple(bad))
    for pair in values:
        _require_entry(workspace, pair, entry)
    if not any(_changes(workspace, pair, entry, typed) for pair, typed in values.items()):
        return
    with workspace.write(verb):
        for pair, typed in values.items():
            key = _opened(workspace, pair, entry)
            for code, value in typed.items():
                _write_value(workspace, key, entry, code, value)


def _typed(row: Indicator, text: str) -> Fraction | None:
    """Read one typed cell; a point left out is put in, a Chinese numeral understood."""
    try:
        return typed_points(text, row)
    except ScoreOutOfRange:
        return written_number(text)


def _checked(row: Indicator, cell: TypedCell, value: Fraction | None) -> int | BadCell | None:
    """Give the hundredths of a cell, None for an empty one, or what is wrong with it."""
    if not cell.text.strip():
        return None
    if value is not None and 0 <= value <= row.maximum and (value * 100).denominator == 1:
        hundredths = to_hundredths(value)
        if not row.is_on_sheet or is_valid_score(row, hundredths):
            return hundredths
    return BadCell(
        cell.application,
        cell.reviewer,
        row.code,
        cell.text.strip(),
        format_exact(row.maximum),
        format_exact(row.step) if row.is_on_sheet else "0.01",
    )


def _bad_total(workspace: Workspace, application: str, reviewer: str, text: str) -> BadCell:
    most = format_exact(workspace.scheme().rules.total)
    return BadCell(application, reviewer, "", text.strip(), most, "0.01")


def _require_entry(workspace: Workspace, pair: Pair, entry: int) -> None:
    sheet = require_paper(workspace, pair)
    found = paper.find_paper(workspace.store, sheet.key) if sheet is not None else None
    name = workspace.actor.name
    if entry == FIRST:
        if found is not None and found.first_by != name:
            raise EntryTaken(*pair, found.first_by)
        return
    if sheet is None or found is None:
        raise FirstEntryOpen(*pair)
    if found.first_by == name:
        raise SamePerson(*pair, name)
    if not is_complete(workspace.scheme(), paper.entries_of(workspace.store, sheet.key)[FIRST]):
        raise FirstEntryOpen(*pair)
    if found.second_by not in ("", name):
        raise EntryTaken(*pair, found.second_by)


def _changes(workspace: Workspace, pair: Pair, entry: int, typed: Mapping[str, int | None]) -> bool:
    sheet = require_paper(workspace, pair)
    if sheet is None:
        return any(value is not None for value in typed.values())
    present = paper.entries_of(workspace.store, sheet.key)[entry]
    return any(present.get(code) != value for code, value in typed.items())


def _opened(workspace: Workspace, pair: Pair, entry: int) -> int:
    """Give the sheet's key with this entry begun; its reviewer did nothing, so it is pending."""
    store, name = workspace.store, workspace.actor.name
    keys = find_pair(store, *pair)
    sheet = sheets.find_sheet(store, *keys)
    if sheet is None:
        key = sheets.open_sheet(store, *keys, workspace.new_id())
        sheets.set_state(store, key, SheetState.PENDING, "")
    else:
        key = sheet.key
    found = paper.find_paper(store, key)
    if found is None:
        paper.open_paper(store, key, name)
    elif entry == SECOND and not found.second_by:
        paper.set_second(store, key, name)
    return key


def _write_value(workspace: Workspace, key: int, entry: int, code: str, value: int | None) -> None:
    if value is None:
        paper.delete_paper_score(workspace.store, key, entry, code)
    else:
        paper.write_paper_score(workspace.store, key, entry, code, value)


def _hundredths_text(value: int | None) -> str:
    return "–" if value is None else format_exact(Fraction(value, 100))
