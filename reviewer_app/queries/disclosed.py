"""The sheets of a disclosed application side by side: spread, flags, what was changed.

Open to the panel from disclosure on, and to nobody before; never to a member who is
recused from it. Members see each other by number, as they sat: names are for staff and
supervisor.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from reviewer_app.domain.deliberation import LoggedChange, Opinion
from reviewer_app.domain.deviation import Deviation, OutlierReview, Pattern
from reviewer_app.domain.person import Actor, Role
from reviewer_app.domain.points import Points
from reviewer_app.domain.results import ApplicationResult, Ranking, ReviewerResult
from reviewer_app.domain.rules.closing import scored_while_out
from reviewer_app.domain.rules.deviation import flagged, patterns
from reviewer_app.domain.rules.paper import objective_differing
from reviewer_app.domain.rules.rights import View
from reviewer_app.domain.rules.unusual import is_equal_throughout
from reviewer_app.domain.scheme import Scheme
from reviewer_app.domain.session_errors import KeptAway, NotDisclosed
from reviewer_app.queries.finding import find_application
from reviewer_app.queries.ranking import ranking
from reviewer_app.storage import agenda, applications, deliberation, paper, people, room, sheets
from reviewer_app.storage.deliberation import recused
from reviewer_app.storage.outliers import load_reviews
from reviewer_app.storage.store import Store
from reviewer_app.workspace import Workspace

_BY_NUMBER = (Role.REVIEWER, Role.LEADER)
"""Who sees the members of the panel without their names."""


@dataclass(frozen=True, slots=True)
class OpenSheet:
    """One sheet as it lies open, with everything that asks for a second look.

    `deviation` is set where it is far from the others, `is_equal` where every score is the
    same share of its maximum, `pattern` where all sheets of the reviewer say the same;
    `paper_differs` names the objective rows of which the paper sheet has another value;
    `was_out` tells of a counted sheet whose reviewer was not in the room.
    """

    result: ReviewerResult
    deviation: Deviation | None
    review: OutlierReview | None
    changes: tuple[LoggedChange, ...]
    comments: Mapping[str, str]
    reason: str = ""
    is_equal: bool = False
    pattern: Pattern | None = None
    paper_differs: tuple[str, ...] = ()
    was_out: bool = False

    @property
    def has_open_flag(self) -> bool:
        """Whether somebody must still answer: no reason is written, or one who was out scored."""
        return self.was_out or (self.deviation is not None and self.review is None)

    def changes_of(self, indicator: str) -> tuple[LoggedChange, ...]:
        """Give the changes of one score, oldest first."""
        return tuple(change for change in self.changes if change.indicator == indicator)


@dataclass(frozen=True, slots=True)
class DisclosedApplication:
    """One application with its sheets; `lowest` and `highest` are totals, None without any."""

    scheme: Scheme
    result: ApplicationResult
    sheets: tuple[OpenSheet, ...]
    lowest: Points | None
    highest: Points | None
    opinion: Opinion | None
    disclosed_at: str

    @property
    def spread(self) -> Points | None:
        """How far the highest total is from the lowest."""
        if self.lowest is None or self.highest is None:
            return None
        return self.highest - self.lowest

    @property
    def changes(self) -> tuple[LoggedChange, ...]:
        """Every change on its sheets, oldest first."""
        found = [change for sheet in self.sheets for change in sheet.changes]
        return tuple(sorted(found, key=lambda change: change.key))


def disclosed_application(workspace: Workspace, number: str) -> DisclosedApplication:
    """Give the open sheets of one application.

    Raises:
        NotAllowed, NotNow, NotDisclosed: not for this role, not in this phase, not yet.
        KeptAway: who looks is recused from it.
        UnknownNumber: there is no such application.
    """
    workspace.require_view(View.DISCLOSED)
    find_application(workspace.store, number)
    if number in kept_from(workspace):
        raise KeptAway(number)
    table = Table.laid(workspace)
    if number not in table.disclosed:
        raise NotDisclosed(number)
    result = next(item for item in table.ranking.applications if item.number == number)
    return table.show(result)


def kept_from(workspace: Workspace) -> frozenset[str]:
    """Give the applications whose sheets are not for who looks: recused from them."""
    return recused_from(workspace.store, workspace.actor.number)


def recused_from(store: Store, reviewer: str) -> frozenset[str]:
    """Give the applications a member is recused from; none where there is no such member."""
    return frozenset(number for number, one in recused(store) if one == reviewer)


def leader_of(store: Store) -> str:
    """Give the number of the panel's leader, empty while there is none."""
    members = people.load_reviewers(store).values()
    return next((one.number for one in members if one.leader), "")


def confirms_as_leader(actor: Actor, change: LoggedChange) -> bool:
    """Whether somebody stands behind a change as the leader, or in the leader's place.

    Nobody gives both confirmations: of the leader's own sheet the supervisor gives this one.
    """
    match actor.role:
        case Role.LEADER:
            return not change.by_supervisor
        case Role.SUPERVISOR:
            return change.by_supervisor
        case _:
            return False


def waits_for(change: LoggedChange, actor: Actor) -> bool:
    """Whether a change waits for the confirmation of somebody."""
    own = change.reviewer == actor.number and not change.reviewer_confirmed_at
    led = confirms_as_leader(actor, change) and not change.leader_confirmed_at
    return change.waits and (own or led)


Pair = tuple[str, str]
"""Numbers of application and reviewer."""


@dataclass(frozen=True, slots=True)
class Table:
    """Everything that lies on the table, read once for any number of applications."""

    ranking: Ranking
    disclosed: Mapping[str, str]
    opinions: Mapping[str, Opinion]
    changes: tuple[LoggedChange, ...]
    far: Mapping[Pair, Deviation]
    reviews: Mapping[Pair, OutlierReview]
    patterns: Mapping[str, Pattern]
    out: frozenset[Pair]
    written: "_Written"
    masks: Mapping[str, str] | None

    @classmethod
    def laid(cls, workspace: Workspace) -> "Table":
        """Read it; `masks` gives the number for each name where names are not for who looks."""
        store, ranked = workspace.store, ranking(workspace)
        scheme, items = ranked.scheme, ranked.applications
        members = people.load_reviewers(store)
        by_number = workspace.actor.role in _BY_NUMBER
        return cls(
            ranking=ranked,
            disclosed=deliberation.disclosed(store),
            opinions=deliberation.load_opinions(store),
            changes=deliberation.load_changes(store),
            far={(one.application, one.reviewer): one for one in flagged(scheme, items)},
            reviews=load_reviews(store),
            patterns={one.reviewer: one for one in patterns(scheme, items)},
            out=was_out(store, ranked),
            written=_Written.read(store),
            masks={one.name: one.number for one in members.values()} if by_number else None,
        )

    def show(self, result: ApplicationResult) -> DisclosedApplication:
        """Give one application with its sheets."""
        if self.masks is not None:
            nameless = tuple(replace(sheet, name="") for sheet in result.reviewers)
            result = replace(result, reviewers=nameless)
        totals = [sheet.total for sheet in result.reviewers if sheet.total is not None]
        return DisclosedApplication(
            scheme=self.ranking.scheme,
            result=result,
            sheets=tuple(self._sheet(result, one) for one in result.reviewers),
            lowest=min(totals, default=None),
            highest=max(totals, default=None),
            opinion=self.opinions.get(result.number),
            disclosed_at=self.disclosed[result.number],
        )

    def _sheet(self, result: ApplicationResult, sheet: ReviewerResult) -> OpenSheet:
        scheme, pair = self.ranking.scheme, (result.number, sheet.number)
        found, review = self.written.of(pair), self.reviews.get(pair)
        return OpenSheet(
            result=sheet,
            deviation=self.far.get(pair),
            review=review and replace(review, decided_by=self._who(review.decided_by)),
            changes=tuple(
                self._nameless(change)
                for change in self.changes
                if (change.application, change.reviewer) == pair
            ),
            comments=found.comments if sheet.state.counts else {},
            reason=found.reason,
            is_equal=sheet.state.counts and is_equal_throughout(scheme, sheet.scores),
            pattern=self.patterns.get(sheet.number) if sheet.state.counts else None,
            paper_differs=objective_differing(scheme, found.typed, result.computed),
            was_out=pair in self.out,
        )

    def _nameless(self, change: LoggedChange) -> LoggedChange:
        return replace(
            change,
            changed_by=self._who(change.changed_by),
            leader=self._who(change.leader),
            taken_back_by=self._who(change.taken_back_by),
        )

    def _who(self, name: str) -> str:
        """Give the number of a member in the place of the name, where names are not shown."""
        return name if self.masks is None else self.masks.get(name, name)


@dataclass(frozen=True, slots=True)
class _OnSheet:
    """What stands on a sheet beside its scores; `typed` are the values of a paper sheet."""

    reason: str
    comments: Mapping[str, str]
    typed: Mapping[str, int]


_BLANK = _OnSheet("", {}, {})


@dataclass(frozen=True, slots=True)
class _Written:
    """Comments, reasons and paper values of every touched sheet."""

    sheets: Mapping[Pair, _OnSheet]

    def of(self, pair: Pair) -> _OnSheet:
        return self.sheets.get(pair, _BLANK)

    @classmethod
    def read(cls, store: Store) -> "_Written":
        numbers = {key: number for number, key in applications.application_keys(store).items()}
        members = {key: number for number, key in people.reviewer_keys(store).items()}
        comments, entries = sheets.all_comments(store), paper.all_entries(store)
        found = {}
        for row in sheets.all_sheets(store):
            typed = {
                code: value
                for _, values in sorted(entries.get(row.key, {}).items(), reverse=True)
                for code, value in values.items()
            }
            pair = numbers[row.application], members[row.reviewer]
            found[pair] = _OnSheet(row.reason, comments.get(row.key, {}), typed)
        return cls(found)


def was_out(store: Store, ranked: Ranking) -> frozenset[Pair]:
    """Find the counted sheets of members who were not in the room for the application."""
    counted = [
        (item.number, sheet.number)
        for item in ranked.applications
        for sheet in item.reviewers
        if sheet.total is not None
    ]
    rows = room.load_attendance(store), room.load_leaves(store)
    return frozenset(scored_while_out(agenda.load_agenda(store), *rows, counted))
