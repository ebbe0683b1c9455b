"""The panel: reviewers, what each is assigned to, recusals, and hints to look at."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from reviewer_app.domain.application import Application
from reviewer_app.domain.grounds import RaisedBy
from reviewer_app.domain.ids import natural_key
from reviewer_app.domain.person import Person, Reviewer
from reviewer_app.domain.rules.hints import Hint, find_hints
from reviewer_app.domain.rules.rights import View
from reviewer_app.domain.sheet import SheetState
from reviewer_app.storage import applications, batch, people, recusals, sheets
from reviewer_app.workspace import Workspace

Pair = tuple[str, str]
"""Numbers of application and reviewer."""


@dataclass(frozen=True, slots=True)
class PanelCell:
    """One sheet of the matrix; `grounds` and `raised_by` are of a recusal."""

    state: SheetState
    reason: str = ""
    grounds: str = ""
    raised_by: RaisedBy | None = None


@dataclass(frozen=True, slots=True)
class PanelApplication:
    """A row of the matrix."""

    number: str
    name: str
    applicant: str


@dataclass(frozen=True, slots=True)
class PanelReviewer:
    """A reviewer with the count of sheets in each state; those not assigned are in none."""

    reviewer: Reviewer
    sheets: Mapping[SheetState, int]
    hints: int

    @property
    def assigned(self) -> int:
        """How many applications the reviewer has."""
        return sum(self.sheets.values())


@dataclass(frozen=True, slots=True)
class PanelHint:
    """A hint; one that was dismissed says why and by whom."""

    hint: Hint
    application_name: str
    reviewer_name: str
    is_recused: bool
    reason: str = ""
    dismissed_by: str = ""

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to look."""
        return not self.is_recused and not self.reason


@dataclass(frozen=True, slots=True)
class Panel:
    """Everything the reviewers place shows; `cells` has only assigned pairs."""

    everyone: bool
    applications: tuple[PanelApplication, ...]
    reviewers: tuple[PanelReviewer, ...]
    staff: tuple[Person, ...]
    cells: Mapping[Pair, PanelCell]
    hints: tuple[PanelHint, ...]


def panel(workspace: Workspace) -> Panel:
    """Give the panel as it stands; no score and no total is in it."""
    workspace.require_view(View.REVIEWERS)
    store = workspace.store
    found = applications.load_applications(store, with_metrics=False)
    members = people.load_reviewers(store)
    order = sorted(members, key=natural_key)
    cells = _cells(workspace, tuple(found), tuple(order))
    hints = _hints(workspace, found, members, cells)
    waiting = Counter(item.hint.reviewer for item in hints if item.is_open)
    counts = {number: Counter[SheetState]() for number in order}
    for (_, reviewer), cell in cells.items():
        counts[reviewer][cell.state] += 1
    return Panel(
        everyone=batch.load_batch(store).everyone,
        applications=tuple(
            PanelApplication(item.number, item.name, item.applicant) for item in found.values()
        ),
        reviewers=tuple(
            PanelReviewer(members[number], counts[number], waiting[number]) for number in order
        ),
        staff=tuple(person for person in people.load_people(store) if not person.number),
        cells=cells,
        hints=hints,
    )


def open_hints(workspace: Workspace) -> tuple[Hint, ...]:
    """Give the hints somebody still has to look at, to say how many there are."""
    workspace.require_view(View.PROGRESS)
    store = workspace.store
    found = applications.load_applications(store, with_metrics=False)
    members = people.load_reviewers(store)
    cells = _cells(workspace, tuple(found), tuple(members))
    hints = _hints(workspace, found, members, cells)
    return tuple(item.hint for item in hints if item.is_open)


def _cells(
    workspace: Workspace, rows: tuple[str, ...], columns: tuple[str, ...]
) -> Mapping[Pair, PanelCell]:
    store = workspace.store
    if batch.load_batch(store).everyone:
        assigned = {(row, column) for row in rows for column in columns}
    else:
        assigned = set(people.load_assignments(store))
    cells = dict.fromkeys(assigned, PanelCell(SheetState.PENDING))
    numbers = {key: number for number, key in applications.application_keys(store).items()}
    reviewers = {key: number for number, key in people.reviewer_keys(store).items()}
    grounds = recusals.all_recusals(store)
    for sheet in sheets.all_sheets(store):
        pair = (numbers[sheet.application], reviewers[sheet.reviewer])
        if pair in assigned:
            ground, raised_by = grounds.get((sheet.application, sheet.reviewer), ("", None))
            cells[pair] = PanelCell(sheet.state, sheet.reason, ground, raised_by)
    return cells


def _hints(
    workspace: Workspace,
    found: Mapping[str, Application],
    members: Mapping[str, Reviewer],
    cells: Mapping[Pair, PanelCell],
) -> tuple[PanelHint, ...]:
    store = workspace.store
    rows, columns = applications.application_keys(store), people.reviewer_keys(store)
    dismissed = recusals.all_dismissals(store)
    shown = []
    for hint in find_hints(members.values(), found.values(), applications.load_details(store)):
        cell = cells.get((hint.application, hint.reviewer))
        if cell is None:
            continue
        key = (rows[hint.application], columns[hint.reviewer], hint.key)
        dismissal = dismissed.get(key)
        shown.append(
            PanelHint(
                hint=hint,
                application_name=found[hint.application].name,
                reviewer_name=members[hint.reviewer].name,
                is_recused=cell.state is SheetState.RECUSED,
                reason=dismissal.reason if dismissal else "",
                dismissed_by=dismissal.dismissed_by if dismissal else "",
            )
        )
    return tuple(shown)
