"""Who has made which statement before scoring, and what was named as a conflict."""

from dataclasses import dataclass

from reviewer_app.domain.application import Application
from reviewer_app.domain.ids import natural_key
from reviewer_app.domain.person import Actor, Reviewer, Role
from reviewer_app.domain.room import Statement, StatementKind
from reviewer_app.domain.rules.rights import View
from reviewer_app.i18n import Translator
from reviewer_app.queries.conflicts import named_conflicts
from reviewer_app.queries.session import in_the_room, session_of
from reviewer_app.storage import applications, batch, people, pins, room
from reviewer_app.storage.batch_settings import load_settings
from reviewer_app.words.paper_texts import paper_text
from reviewer_app.workspace import Workspace


@dataclass(frozen=True, slots=True)
class MemberStatements:
    """A member's statements, None while one is missing.

    `unrecused` are applications named as a conflict that the member could still score.
    """

    member: Reviewer
    is_here: bool
    pledge: Statement | None
    recusal: Statement | None
    unrecused: tuple[str, ...]
    has_pin: bool

    @property
    def is_done(self) -> bool:
        """Whether both statements are made and nothing of them is open."""
        return self.pledge is not None and self.recusal is not None and not self.unrecused


@dataclass(frozen=True, slots=True)
class StatementsView:
    """Every member of the panel, and the applications a conflict may be about."""

    members: tuple[MemberStatements, ...]
    applications: tuple[Application, ...]
    may_record: bool


def statements(workspace: Workspace) -> StatementsView:
    """Give the statements of the panel.

    Raises:
        NoSession, NotAllowed: there is none, or not for this role.
    """
    workspace.require_view(View.SETUP)
    session_of(workspace)
    store = workspace.store
    found = applications.load_applications(store, with_metrics=False)
    order = sorted(found, key=natural_key)
    open_ones = named_conflicts(store, order)
    made = {(one.person.number, one.kind): one for one in room.load_statements(store)}
    here, members = in_the_room(store), people.load_reviewers(store)
    return StatementsView(
        members=tuple(
            MemberStatements(
                member=members[number],
                is_here=number in here,
                pledge=made.get((number, StatementKind.PLEDGE)),
                recusal=made.get((number, StatementKind.RECUSAL)),
                unrecused=open_ones.get(number, ()),
                has_pin=_has_pin(workspace, members[number]),
            )
            for number in sorted(members, key=natural_key)
        ),
        applications=tuple(found[number] for number in order),
        may_record=workspace.may("record_statement"),
    )


def pledge_words(workspace: Workspace, _: Translator) -> tuple[str, ...]:
    """Give what a member pledges, in the wording of the batch's papers."""
    workspace.require_view(View.SETUP)
    settings = load_settings(workspace.store)
    title = batch.load_batch(workspace.store).title
    return tuple(
        paper_text(name, _.language, settings, batch=title)
        for name in ("pledge.opening", "pledge.duties")
    )


def _has_pin(workspace: Workspace, member: Reviewer) -> bool:
    role = Role.LEADER if member.leader else Role.REVIEWER
    key = people.person_key(workspace.store, Actor(member.name, role, member.number))
    return key is not None and pins.load_pin(workspace.store, key) is not None
