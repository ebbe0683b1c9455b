"""The draw of the panel: the list, who is shut out, every attempt, what came of the last."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from reviewer_app.domain.application import Standing
from reviewer_app.domain.bureau import bureau_from
from reviewer_app.domain.drawing import (
    Answer,
    CompositionFault,
    Draw,
    DrawPurpose,
    Expert,
    ListedExpert,
    Pick,
)
from reviewer_app.domain.person import Reviewer, Role
from reviewer_app.domain.plans import ImportKind, ImportPlan
from reviewer_app.domain.rules.draw import composition_faults, key_of
from reviewer_app.domain.rules.draw_list import ShutOut, shut_out
from reviewer_app.domain.rules.rights import View
from reviewer_app.queries.import_preview import ImportChoices
from reviewer_app.queries.present import present
from reviewer_app.storage import applications, draws, experts, people
from reviewer_app.storage.batch_settings import load_settings
from reviewer_app.workspace import Workspace

OTHER_KINDS = "draw.other_kinds"
"""Setting: the specialities that are neither technical nor economic, one a line."""


@dataclass(frozen=True, slots=True)
class DrawLine:
    """An expert of the list; `barred` says why they cannot be drawn."""

    listed: ListedExpert
    barred: ShutOut | None


@dataclass(frozen=True, slots=True)
class SeatKind:
    """A speciality of the list: how many could be drawn, whether it counts as technical."""

    name: str
    able: int
    is_technical: bool


@dataclass(frozen=True, slots=True)
class DrawDesk:
    """Everything the draw shows.

    `draws` are the attempts at a panel, oldest first; the last one holds. `members` are
    those who said they come, or the panel once it is seated, and `faults` what it lacks.
    """

    lines: tuple[DrawLine, ...]
    kinds: tuple[SeatKind, ...]
    draws: tuple[Draw, ...]
    supervisors: tuple[str, ...]
    members: tuple[Expert, ...]
    faults: tuple[CompositionFault, ...]

    @property
    def present(self) -> Draw | None:
        """The attempt that holds."""
        return self.draws[-1] if self.draws else None

    @property
    def is_seated(self) -> bool:
        """Whether somebody of the attempt that holds sits on the panel."""
        return self.present is not None and any(one.seated_as for one in self.present.picks)

    def by_number(self, number: str) -> Reviewer | None:
        """Give an expert of the list."""
        found = (line.listed.person for line in self.lines)
        return next((one for one in found if one.number == number), None)


def draw_desk(workspace: Workspace) -> DrawDesk:
    """Give the list and the draws as they stand.

    Raises:
        NotAllowed: not for this role.
    """
    workspace.require_view(View.REVIEWERS)
    store = workspace.store
    barred = barred_experts(workspace)
    listed = experts.load_experts(store)
    lines = tuple(DrawLine(one, barred.get(number)) for number, one in listed.items())
    made = tuple(draw for draw in draws.load_draws(store) if draw.purpose is DrawPurpose.PANEL)
    kinds = _kinds(lines, load_settings(store).get(OTHER_KINDS, ""))
    members = _members(workspace, made, listed)
    technical = [kind.name for kind in kinds if kind.is_technical]
    return DrawDesk(
        lines=lines,
        kinds=kinds,
        draws=made,
        supervisors=tuple(
            one.name for one in people.load_people(store) if one.role is Role.SUPERVISOR
        ),
        members=members,
        faults=composition_faults(members, technical) if members else (),
    )


def digest_of(draw: Draw, pick: Pick) -> str:
    """Give the first signs of the digest a place was drawn by, as the record prints them."""
    return key_of(draw.seed, draw.attempt, pick.subject)[:8]


def barred_experts(workspace: Workspace) -> dict[str, ShutOut]:
    """Give who of the list cannot be drawn, by number."""
    store = workspace.store
    found = applications.load_applications(store, with_metrics=False).values()
    seated = {
        pick.subject: pick.seated_as
        for draw in draws.load_draws(store)
        for pick in draw.picks
        if pick.seated_as
    }
    return shut_out(
        experts.load_experts(store).values(),
        [one for one in found if one.standing is Standing.ACTIVE],
        bureau=bureau_from(load_settings(store)).name,
        seated=seated,
    )


def planned_list(
    workspace: Workspace,
    path: Path,
    kind: ImportKind,
    choices: ImportChoices,
    tell: Callable[[int], None],
) -> ImportPlan:
    """Plan a workbook of reviewers for the list; nothing is written.

    Raises:
        NotAllowed: who may not import does not plan it either.
        FileMissing, FileUnreadable: the file.
    """
    from reviewer_app.importing.plan import ImportOptions, plan_import

    workspace.require("list_experts")
    listed = experts.load_experts(workspace.store)
    known = replace(
        present(workspace), reviewers={number: one.person for number, one in listed.items()}
    )
    options = ImportOptions(
        sheet=choices.sheet,
        header_map=choices.columns,
        units=choices.units,
        fill_merged=choices.fill_merged,
    )
    return plan_import(path, kind, known, options, tell)


def as_expert(person: Reviewer, barred: str = "") -> Expert:
    """Give a person of the list as one who may be drawn for a seat of their speciality."""
    return Expert(
        person.number, person.name, person.speciality, person.organisation, person.title, barred
    )


def _kinds(lines: tuple[DrawLine, ...], others: str) -> tuple[SeatKind, ...]:
    names = dict.fromkeys(line.listed.person.speciality for line in lines)
    return tuple(
        SeatKind(
            name,
            sum(line.barred is None and line.listed.person.speciality == name for line in lines),
            name not in others.splitlines(),
        )
        for name in names
    )


def _members(
    workspace: Workspace, made: tuple[Draw, ...], listed: dict[str, ListedExpert]
) -> tuple[Expert, ...]:
    """Give the panel as it would be: who sits, or who said so far that they come."""
    picks = made[-1].picks if made else ()
    if not made or any(pick.seated_as for pick in picks):
        members = people.load_reviewers(workspace.store).values()
        return tuple(as_expert(one) for one in members)
    return tuple(
        as_expert(listed[pick.subject].person)
        for pick in picks
        if pick.answer is Answer.ACCEPTED and pick.subject in listed
    )
