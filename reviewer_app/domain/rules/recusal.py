"""What a recusal, an absence or a withdrawal does to the result, shown before it is made.

Source: contract.md 2, Result (trim_scope, quorum); domain.md 2.5 and 2.7.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reviewer_app.domain.application import Standing
from reviewer_app.domain.errors import NotAssigned, UnknownNumber
from reviewer_app.domain.points import Points
from reviewer_app.domain.results import ApplicationResult, Candidate, ResultState, Why
from reviewer_app.domain.rules.ranking import rank
from reviewer_app.domain.scheme import Scheme
from reviewer_app.domain.sheet import SheetState


@dataclass(frozen=True, slots=True)
class SheetChange:
    """One reviewer's sheet takes another state: recused, abstained, absent, or back."""

    application: str
    reviewer: str
    state: SheetState


@dataclass(frozen=True, slots=True)
class StandingChange:
    """An application is withdrawn, found ineligible, or taken back in."""

    application: str
    standing: Standing


Change = SheetChange | StandingChange


@dataclass(frozen=True, slots=True)
class Position:
    """What a change may move: where one application stands at one time."""

    applied: str
    counted: int
    sheets: int
    state: ResultState
    why: tuple[Why, ...]
    score: Points | None
    provisional: Points | None
    rank: int | None


@dataclass(frozen=True, slots=True)
class Effect:
    """One application before and after."""

    number: str
    name: str
    before: Position
    after: Position

    @property
    def changes_method(self) -> bool:
        """Whether its sheets are combined in another way."""
        return self.before.applied != self.after.applied

    @property
    def changes_state(self) -> bool:
        """Whether it gains or loses its place, the quorum above all."""
        return self.before.state is not self.after.state


@dataclass(frozen=True, slots=True)
class Consequence:
    """The application touched, and the others whose method changes with it.

    `others` is filled only with trim_scope `group`, in order of the ranking before.
    """

    change: Change
    touched: Effect
    others: tuple[Effect, ...]


def consequence(
    scheme: Scheme,
    candidates: Sequence[Candidate],
    change: Change,
    votes: Sequence[Sequence[str]] = (),
) -> Consequence:
    """Compare the ranking as it is with the one after the change; nothing is changed.

    Raises:
        UnknownNumber: the batch has no such application.
        NotAssigned: the reviewer has no sheet of it.
    """
    changed = tuple(changed_candidates(candidates, change))
    before = rank(scheme, candidates, votes)
    after = {result.number: result for result in rank(scheme, changed, votes)}
    effects = [effect_of(result, after[result.number]) for result in before]
    return Consequence(
        change=change,
        touched=next(effect for effect in effects if effect.number == change.application),
        others=tuple(
            effect
            for effect in effects
            if effect.changes_method and effect.number != change.application
        ),
    )


def changed_candidates(candidates: Sequence[Candidate], change: Change) -> Iterator[Candidate]:
    """Give the candidates as they would be after the change."""
    if all(candidate.number != change.application for candidate in candidates):
        raise UnknownNumber("application", change.application)
    for candidate in candidates:
        if candidate.number == change.application:
            yield _changed(candidate, change)
        else:
            yield candidate


def _changed(candidate: Candidate, change: Change) -> Candidate:
    if isinstance(change, StandingChange):
        return replace(candidate, standing=change.standing)
    if all(sheet.reviewer != change.reviewer for sheet in candidate.sheets):
        raise NotAssigned(change.reviewer, change.application)
    sheets = tuple(
        replace(sheet, state=change.state) if sheet.reviewer == change.reviewer else sheet
        for sheet in candidate.sheets
    )
    return replace(candidate, sheets=sheets)


def effect_of(before: ApplicationResult, after: ApplicationResult) -> Effect:
    """Compare where one application stands before and after."""
    return Effect(before.number, before.name, _position(before), _position(after))


def _position(result: ApplicationResult) -> Position:
    return Position(
        applied=result.applied,
        counted=result.counted,
        sheets=result.sheets,
        state=result.state,
        why=result.why,
        score=result.score,
        provisional=result.provisional,
        rank=result.rank,
    )
