"""Make a rehearsal of a batch: a new file with its scheme, applications and panel, no score.

The list of experts comes too, so that the draw can be rehearsed; attachments are left out.

It has ids of its own and is marked in its first entry, so that nothing of it can ever be
taken for the batch it is made from.
"""

import hashlib
import shutil
from dataclasses import dataclass, replace
from pathlib import Path

from reviewer_app.domain.application import Application, DetailRow, Standing
from reviewer_app.domain.batch_setup import PINS
from reviewer_app.domain.checks import InputCheck
from reviewer_app.domain.drawing import ListedExpert
from reviewer_app.domain.grounds import RaisedBy, grounds_in
from reviewer_app.domain.person import Actor, Person, Reviewer
from reviewer_app.domain.plans import ImportKind, ImportPlan, Payload
from reviewer_app.domain.projector import PROJECTOR_ORDER, PROJECTOR_RANKING
from reviewer_app.domain.rules.rights import View
from reviewer_app.domain.scheme import Scheme
from reviewer_app.domain.sheet import SheetState
from reviewer_app.queries.new_place import require_new_place
from reviewer_app.storage import applications, batch, checks, experts, people, recusals, sheets
from reviewer_app.storage.batch_settings import load_settings
from reviewer_app.storage.checks import Retyping
from reviewer_app.workflow.add_person import add_person
from reviewer_app.workflow.apply_import import apply_import
from reviewer_app.workflow.change_setting import change_settings
from reviewer_app.workflow.change_standing import change_standing
from reviewer_app.workflow.new_workspace import new_workspace
from reviewer_app.workflow.set_aside import recuse
from reviewer_app.workspace import Surroundings, Workspace

_UNFINISHED = ".rehearsal-building"
_MOST = 1000
_NOT_TAKEN = frozenset({PINS, PROJECTOR_ORDER, PROJECTOR_RANKING})
"""Settings a rehearsal begins without: nobody is kept out, nothing is released."""


@dataclass(frozen=True, slots=True)
class RehearsalOrder:
    """Where the rehearsal is kept, its title, and under which name data is read twice."""

    path: Path
    title: str
    checker: str


@dataclass(frozen=True, slots=True)
class _Recused:
    application: str
    reviewer: str
    words: str
    grounds: str
    raised_by: RaisedBy


@dataclass(frozen=True, slots=True)
class _Taken:
    """What a rehearsal takes over from its batch."""

    scheme: Scheme
    settings: dict[str, str]
    applications: tuple[Application, ...]
    details: tuple[DetailRow, ...]
    reviewers: tuple[Reviewer, ...]
    assignments: frozenset[tuple[str, str]] | None
    staff: tuple[Person, ...]
    recused: tuple[_Recused, ...]
    experts: tuple[ListedExpert, ...]


def rehearsal_place(workspace: Workspace, mark: str) -> Path:
    """Give a free place beside the batch whose name bears `mark`."""
    path = workspace.store.path
    free = (
        path.with_name(f"{path.stem}-{mark}{count if count > 1 else ''}{path.suffix}")
        for count in range(1, _MOST)
    )
    return next(place for place in free if not place.exists())


def make_rehearsal(workspace: Workspace, order: RehearsalOrder) -> Path:
    """Make the file aside and put it in place when it is complete; the batch is only read.

    Raises:
        NotAllowed: not for this role.
        FileExists, UnsafePlace, FileMissing, NotWritable: nothing was written.
    """
    workspace.require_view(View.SETUP)
    require_new_place(order.path)
    taken = _taken(workspace)
    unfinished = order.path.parent / _UNFINISHED
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir()
    try:
        _build(unfinished / order.path.name, order, taken, workspace.surroundings)
        (unfinished / order.path.name).rename(order.path)
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
    return order.path


def _taken(workspace: Workspace) -> _Taken:
    store = workspace.store
    everyone = batch.load_batch(store).everyone
    settings = load_settings(store)
    return _Taken(
        scheme=workspace.scheme(),
        settings={key: value for key, value in settings.items() if key not in _NOT_TAKEN},
        applications=tuple(applications.load_applications(store).values()),
        details=tuple(row for rows in applications.load_details(store).values() for row in rows),
        reviewers=tuple(people.load_reviewers(store).values()),
        assignments=None if everyone else people.load_assignments(store),
        staff=tuple(one for one in people.load_people(store) if not one.number),
        recused=_recused(workspace),
        experts=tuple(experts.load_experts(store).values()),
    )


def _recused(workspace: Workspace) -> tuple[_Recused, ...]:
    """A rehearsal shows nobody an application the person is recused from."""
    store = workspace.store
    numbers = {key: number for number, key in applications.application_keys(store).items()}
    reviewers = {key: number for number, key in people.reviewer_keys(store).items()}
    known = recusals.all_recusals(store)
    unknown = ("", RaisedBy.OTHER)
    return tuple(
        _Recused(
            numbers[sheet.application],
            reviewers[sheet.reviewer],
            sheet.reason,
            *known.get((sheet.application, sheet.reviewer), unknown),
        )
        for sheet in sheets.all_sheets(store)
        if sheet.state is SheetState.RECUSED
    )


def _build(path: Path, order: RehearsalOrder, taken: _Taken, surroundings: Surroundings) -> None:
    made = new_workspace(path, order.title, taken.scheme, surroundings, rehearsal=True)
    try:
        if taken.settings:
            change_settings(made, taken.settings)
        _take_people(made, taken)
        _take_applications(made, taken, path.name)
        _check(made, order.checker)
        for one in taken.recused:
            recuse(
                made,
                application=one.application,
                reviewer=one.reviewer,
                ground=one.words,
                grounds=grounds_in(one.grounds),
                raised_by=one.raised_by,
            )
    finally:
        made.close()


def _take_people(made: Workspace, taken: _Taken) -> None:
    known = {(one.name, one.role) for one in people.load_people(made.store)}
    for person in taken.staff:
        if (person.name, person.role) not in known:
            add_person(made, name=person.name, role=person.role, organisation=person.organisation)
    reviewers = Payload(reviewers=taken.reviewers)
    apply_import(made, _plan(ImportKind.REVIEWERS, reviewers, made.store.path.name))
    _take_experts(made, taken.experts)


def _take_experts(made: Workspace, taken: tuple[ListedExpert, ...]) -> None:
    """Write the list as part of what comes in: there is no meeting yet in which it is kept."""
    if not taken:
        return
    with made.write("import_reviewers", made.store.path.name):
        experts.write_experts(made.store, [one.person for one in taken])
        for one in taken:
            experts.set_listing(made.store, one.person.number, one.listing, one.reason)


def _take_applications(made: Workspace, taken: _Taken, name: str) -> None:
    found = Payload(applications=taken.applications, details=taken.details)
    apply_import(made, _plan(ImportKind.APPLICATIONS, found, name))
    if taken.assignments is not None:
        pairs = Payload(assignments=taken.assignments)
        apply_import(made, _plan(ImportKind.ASSIGNMENTS, pairs, name))
    stored = applications.load_applications(made.store, with_metrics=False)
    for one in taken.applications:
        if one.standing is not stored[one.number].standing:
            change_standing(
                made, application=one.number, standing=one.standing, reason=one.standing_reason
            )


def _check(made: Workspace, checker: str) -> None:
    """Let every value be read twice: what a rehearsal trains is the meeting."""
    at = made.stamp()
    actor = Actor(checker, made.actor.role)
    second = replace(made, surroundings=replace(made.surroundings, actor=actor))
    active = applications.load_applications(made.store).values()
    keys = applications.application_keys(made.store)
    with second.write("verify_inputs"):
        for one in active:
            for name, value in one.metrics.items() if one.standing is Standing.ACTIVE else ():
                check = InputCheck(value, value, checker, at)
                checks.write_retyping(made.store, keys[one.number], name, Retyping(check, 1))


def _plan(kind: ImportKind, payload: Payload, name: str) -> ImportPlan:
    digest = hashlib.sha256(repr(payload).encode()).hexdigest()
    return ImportPlan(kind, name, digest, (), (), (), (), (), (), payload)
