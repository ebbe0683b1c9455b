"""The pages of the meeting, in the order of its day, and who has which."""

from dataclasses import dataclass
from importlib import import_module

from reviewer_app.domain.person import Role
from reviewer_app.i18n import N_
from ui.desk import Desk
from ui.place import Screen

_STAFF, _SUPERVISOR, _BUREAU = Role.SECRETARY, Role.SUPERVISOR, Role.BUREAU_LEADER
_PANEL = frozenset({Role.REVIEWER, Role.LEADER})


@dataclass(frozen=True, slots=True)
class SessionPage:
    """A page; its module is imported when it is shown first."""

    key: str
    title: str
    roles: frozenset[Role]

    def make(self, desk: Desk) -> Screen:
        """Make the widget of the page at a desk."""
        module = import_module(f"ui.screens.session.{self.key}.page")
        made = getattr(module, f"{self.key.capitalize()}Page")(desk)
        assert isinstance(made, Screen)
        return made


PAGES = (
    SessionPage("before", N_("Before the meeting"), frozenset({_STAFF, _SUPERVISOR})),
    SessionPage("room", N_("Session desk"), frozenset({_STAFF, _SUPERVISOR, _BUREAU})),
    SessionPage("review", N_("Deliberation"), _PANEL | {_STAFF, _SUPERVISOR}),
    SessionPage("closing", N_("Sign and close"), _PANEL | {_STAFF, _SUPERVISOR, _BUREAU}),
    SessionPage("record", N_("Late changes"), frozenset({_STAFF, _SUPERVISOR})),
)


def pages_of(role: Role) -> tuple[SessionPage, ...]:
    """Give the pages a role has."""
    return tuple(page for page in PAGES if role in page.roles)
