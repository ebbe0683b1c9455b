"""Who is in the meeting: people of the batch and guests, day by day."""

from dataclasses import dataclass

from reviewer_app.domain.application import Application, Standing
from reviewer_app.domain.ids import natural_key
from reviewer_app.domain.person import Person, Role
from reviewer_app.domain.room import Attendance, Visit
from reviewer_app.domain.rules.rights import View
from reviewer_app.queries.session import present_members, session_of
from reviewer_app.storage import applications, guests, people, room
from reviewer_app.storage.store import Store
from reviewer_app.workspace import Workspace

_ORDER = (
    *(Role.LEADER, Role.REVIEWER, Role.SECRETARY, Role.SUPERVISOR),
    *(Role.BUREAU_LEADER, Role.OBSERVER, Role.ADMINISTRATOR),
)


@dataclass(frozen=True, slots=True)
class Attendee:
    """Somebody of the batch with every stay, oldest first."""

    person: Person
    stays: tuple[Attendance, ...]

    @property
    def is_here(self) -> bool:
        """Whether the last arrival has no departure yet."""
        return any(not stay.left_at for stay in self.stays)


@dataclass(frozen=True, slots=True)
class AttendanceView:
    """The days of the session, who came when; `here` members of the panel against `quorum`."""

    days: tuple[str, ...]
    today: str
    people: tuple[Attendee, ...]
    visits: tuple[Visit, ...]
    applications: tuple[Application, ...]
    here: int
    members: int
    quorum: int
    may_note: bool


def attendance(workspace: Workspace) -> AttendanceView:
    """Give who is and was in the meeting.

    Raises:
        NoSession, NotAllowed: there is none, or not for this role.
    """
    workspace.require_view(View.SETUP)
    store = workspace.store
    days = tuple(day.day for day in session_of(workspace).plan.days)
    return AttendanceView(
        days=days,
        today=workspace.surroundings.now().date().isoformat(),
        people=_people(store),
        visits=guests.load_visits(store),
        applications=_in_review(store),
        here=len(present_members(store)),
        members=len(people.load_reviewers(store)),
        quorum=workspace.scheme().rules.quorum,
        may_note=workspace.may("mark_arrival"),
    )


def _people(store: Store) -> tuple[Attendee, ...]:
    stays: dict[tuple[str, str], list[Attendance]] = {}
    for row in room.load_attendance(store):
        stays.setdefault((row.person.name, row.person.number), []).append(row)
    found = sorted(
        people.load_people(store),
        key=lambda one: (_ORDER.index(one.role), natural_key(one.number), one.name),
    )
    return tuple(Attendee(one, tuple(stays.get((one.name, one.number), ()))) for one in found)


def _in_review(store: Store) -> tuple[Application, ...]:
    found = applications.load_applications(store, with_metrics=False).values()
    active = [one for one in found if one.standing is Standing.ACTIVE]
    return tuple(sorted(active, key=lambda one: natural_key(one.number)))
