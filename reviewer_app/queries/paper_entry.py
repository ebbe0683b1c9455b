"""Paper sheets as who types them may see them: the own entry, and where two differ.

The second entry is blind: values of the first leave this module only where a complete
second entry differs from them.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from reviewer_app.domain.application import Computed, Standing
from reviewer_app.domain.ids import natural_key
from reviewer_app.domain.points import Points
from reviewer_app.domain.rules.paper import (
    Sums,
    Typed,
    differing,
    is_complete,
    objective_differing,
    sums_of,
    total_agrees,
)
from reviewer_app.domain.rules.rights import View
from reviewer_app.domain.rules.scoring import unexplained
from reviewer_app.domain.scheme import Indicator, Scheme
from reviewer_app.domain.sheet import SheetState
from reviewer_app.storage import applications, batch, paper, people, sheets
from reviewer_app.storage.suggestions import comments_of, suggestions_of
from reviewer_app.workspace import Workspace

FIRST, SECOND = 1, 2


class PaperState(StrEnum):
    """How far a paper sheet is."""

    EMPTY = "empty"
    FIRST = "first"
    WAITING = "waiting"
    SECOND = "second"
    DIFFERENT = "different"
    UNEXPLAINED = "unexplained"
    AGREED = "agreed"
    SUBMITTED = "submitted"
    ON_SCREEN = "on_screen"
    ASIDE = "aside"

    @property
    def takes_values(self) -> bool:
        """Whether cells of the sheet may still be typed."""
        return self not in (PaperState.SUBMITTED, PaperState.ON_SCREEN, PaperState.ASIDE)


@dataclass(frozen=True, slots=True)
class PaperLine:
    """One sheet in the grid.

    `typed` is the entry of who looks, empty where somebody else types it; `total` is what
    stands on the paper, in hundredths; `agrees` is None while there is nothing to compare.
    """

    application: str
    name: str
    applicant: str
    reviewer: str
    reviewer_name: str
    state: PaperState
    sheet_state: SheetState
    typed: Typed
    sums: Sums
    total: int | None
    total_note: str
    agrees: bool | None
    first_by: str
    second_by: str
    is_own: bool

    @property
    def pair(self) -> tuple[str, str]:
        """Numbers of application and reviewer."""
        return self.application, self.reviewer


class MismatchKind(StrEnum):
    """What does not agree on a sheet that was typed twice."""

    ENTRIES = "entries"
    TOTAL = "total"
    REASON = "reason"
    OBJECTIVE = "objective"


@dataclass(frozen=True, slots=True)
class Mismatch:
    """What somebody has to look up on the paper; values are in hundredths.

    Of the entries both values are given; of the total the sum and what is written; of an
    objective score the computed one and what is written; `REASON` is a score far from its
    suggestion whose reason was not typed. `indicator` is empty for the total.
    """

    kind: MismatchKind
    application: str
    reviewer: str
    indicator: str
    first: int | None
    second: int | None

    @property
    def holds_back(self) -> bool:
        """Whether the sheet is not submitted before it is settled."""
        return self.kind is not MismatchKind.OBJECTIVE


@dataclass(frozen=True, slots=True)
class PaperTable:
    """The sheets of one reviewer or of one application, and every open mismatch of the batch."""

    scheme: Scheme
    columns: tuple[Indicator, ...]
    lines: tuple[PaperLine, ...]
    mismatches: tuple[Mismatch, ...]


def paper_table(
    workspace: Workspace, entry: int, *, reviewer: str = "", application: str = ""
) -> PaperTable:
    """Give the sheets of one pile: of a reviewer, of an application, or all."""
    workspace.require_view(View.PAPER)
    scheme = workspace.scheme()
    lines: list[PaperLine] = []
    mismatches: list[Mismatch] = []
    for found, is_of_pile in _sheets(workspace, scheme, application, reviewer):
        mismatches += _mismatches(scheme, found)
        if is_of_pile:
            lines.append(_line(workspace, scheme, entry, found))
    return PaperTable(scheme, tuple(scheme.indicators()), tuple(lines), tuple(mismatches))


Piles = tuple[tuple[str, str], ...]
"""Number and name of each pile, in order."""


def paper_piles(workspace: Workspace) -> tuple[Piles, Piles]:
    """Give the piles that sheets may lie in: by reviewer, and by application."""
    workspace.require_view(View.PAPER)
    store = workspace.store
    panel = people.load_reviewers(store)
    items = applications.load_applications(store, with_metrics=False).values()
    return (
        tuple((number, panel[number].name) for number in sorted(panel, key=natural_key)),
        tuple((item.number, item.name) for item in items if item.standing is Standing.ACTIVE),
    )


@dataclass(frozen=True, slots=True)
class _Sheet:
    """An assigned sheet with all that is stored of it."""

    application: str
    name: str
    applicant: str
    reviewer: str
    reviewer_name: str
    state: SheetState
    row: paper.PaperRow | None
    entries: Mapping[int, Typed]
    computed: Mapping[str, Computed]
    is_scored: bool
    silent: tuple[str, ...]


_NOTHING: Mapping[int, Typed] = {FIRST: {}, SECOND: {}}


def _sheets(
    workspace: Workspace, scheme: Scheme, application: str, reviewer: str
) -> Iterator[tuple[_Sheet, bool]]:
    """Give the sheets of a pile, and of the others those that somebody typed."""
    store = workspace.store
    keys, columns = applications.application_keys(store), people.reviewer_keys(store)
    panel = people.load_reviewers(store)
    order = sorted(panel, key=natural_key)
    stored = {(row.application, row.reviewer): row for row in sheets.all_sheets(store)}
    papers, entries = paper.all_papers(store), paper.all_entries(store)
    scored, computed = sheets.all_scores(store), applications.load_computed(store)
    assigned = None if batch.load_batch(store).everyone else people.load_assignments(store)
    for number, item in applications.load_applications(store, with_metrics=False).items():
        for person in order if item.standing is Standing.ACTIVE else ():
            row = stored.get((keys[number], columns[person]))
            key = row.key if row else 0
            is_of_pile = application in ("", number) and reviewer in ("", person)
            is_assigned = assigned is None or (number, person) in assigned
            if not is_assigned or not (is_of_pile or key in papers):
                continue
            found = _Sheet(
                application=number,
                name=item.name,
                applicant=item.applicant,
                reviewer=person,
                reviewer_name=panel[person].name,
                state=row.state if row else SheetState.PENDING,
                row=papers.get(key),
                entries=entries.get(key, _NOTHING),
                computed=computed.get(keys[number], {}),
                is_scored=key in scored,
                silent=_silent(workspace, scheme, row, entries.get(key, _NOTHING)),
            )
            yield found, is_of_pile


def _silent(
    workspace: Workspace, scheme: Scheme, row: sheets.SheetRow | None, entries: Mapping[int, Typed]
) -> tuple[str, ...]:
    """Give the rows whose reason is still to be typed, once both entries are there."""
    if row is None or not entries[SECOND]:
        return ()
    store = workspace.store
    comments = comments_of(store, row.key)
    suggested = suggestions_of(store, row.application)
    return unexplained(scheme, suggested, entries[FIRST], comments)


def _line(workspace: Workspace, scheme: Scheme, entry: int, found: _Sheet) -> PaperLine:
    row, name = found.row, workspace.actor.name
    first_by, second_by = (row.first_by, row.second_by) if row else ("", "")
    by = first_by if entry == FIRST else second_by
    is_own = by in ("", name) and (entry == FIRST or first_by != name)
    typed = found.entries[entry] if is_own else {}
    sums = sums_of(scheme, typed, found.computed)
    total = row.total if row else None
    is_compared = total is not None and is_complete(scheme, typed)
    return PaperLine(
        application=found.application,
        name=found.name,
        applicant=found.applicant,
        reviewer=found.reviewer,
        reviewer_name=found.reviewer_name,
        state=_state(scheme, found),
        sheet_state=found.state,
        typed=typed,
        sums=sums,
        total=total,
        total_note=row.total_note if row else "",
        agrees=total_agrees(scheme, sums, total) if is_compared and total is not None else None,
        first_by=first_by,
        second_by=second_by,
        is_own=is_own,
    )


def _state(scheme: Scheme, found: _Sheet) -> PaperState:
    if found.state.counts:
        return PaperState.SUBMITTED if found.row else PaperState.ON_SCREEN
    if not found.state.is_open:
        return PaperState.ASIDE
    if found.is_scored:
        return PaperState.ON_SCREEN
    first, second = found.entries[FIRST], found.entries[SECOND]
    if not is_complete(scheme, first):
        return PaperState.FIRST if found.row else PaperState.EMPTY
    if not is_complete(scheme, second):
        return PaperState.SECOND if second else PaperState.WAITING
    kinds = {item.kind for item in _mismatches(scheme, found)}
    if kinds & {MismatchKind.ENTRIES, MismatchKind.TOTAL}:
        return PaperState.DIFFERENT
    return PaperState.UNEXPLAINED if MismatchKind.REASON in kinds else PaperState.AGREED


def _mismatches(scheme: Scheme, found: _Sheet) -> Iterator[Mismatch]:
    """Give what differs on a sheet both persons have typed and nobody has submitted."""
    first, second = found.entries[FIRST], found.entries[SECOND]
    is_open = found.row is not None and found.state.is_open and not found.is_scored
    if found.row is None or not is_open or not is_complete(scheme, second):
        return
    place = (found.application, found.reviewer)
    for code in differing(scheme, first, second):
        yield Mismatch(MismatchKind.ENTRIES, *place, code, first.get(code), second.get(code))
    sums = sums_of(scheme, first, found.computed)
    total = found.row.total
    if total is not None and not found.row.total_note and not total_agrees(scheme, sums, total):
        yield Mismatch(MismatchKind.TOTAL, *place, "", _hundredths(_nearer(sums, total)), total)
    for code in found.silent:
        yield Mismatch(MismatchKind.REASON, *place, code, first.get(code), second.get(code))
    for code in objective_differing(scheme, {**second, **first}, found.computed):
        value = found.computed[code].value
        typed = first.get(code, second.get(code))
        computed = None if value is None else _hundredths(value)
        yield Mismatch(MismatchKind.OBJECTIVE, *place, code, computed, typed)


def _nearer(sums: Sums, total: int) -> Points:
    """Give the sum the writer most likely meant, with or without the objective part."""
    if sums.whole is None:
        return sums.judged
    return min((sums.judged, sums.whole), key=lambda value: abs(value * 100 - total))


def _hundredths(value: Points) -> int:
    return int(value * 100 + Points(1, 2))
