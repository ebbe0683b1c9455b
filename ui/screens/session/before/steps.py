"""The steps before the meeting, in the order of the work; each is a panel of its own."""

from dataclasses import dataclass
from importlib import import_module

from reviewer_app.domain.person import Role
from reviewer_app.domain.preparation import Preparing
from reviewer_app.i18n import N_
from ui.desk import Desk
from ui.place import Screen

_BOTH = frozenset({Role.SECRETARY, Role.SUPERVISOR})


@dataclass(frozen=True, slots=True)
class BeforeStep:
    """A step; its module is imported when it is shown first."""

    key: Preparing
    title: str
    roles: frozenset[Role] = _BOTH

    def make(self, desk: Desk) -> Screen:
        """Make the panel of the step at a desk."""
        module = import_module(f"ui.screens.session.before.{self.key}")
        made = getattr(module, f"{self.key.capitalize()}Panel")(desk)
        assert isinstance(made, Screen)
        return made


STEPS = (
    BeforeStep(Preparing.SETUP, N_("Days and ways of the meeting")),
    BeforeStep(Preparing.DRAW, N_("Draw of the panel")),
    BeforeStep(Preparing.PEOPLE, N_("Who is here")),
    BeforeStep(Preparing.STATEMENTS, N_("Pledge and recusal statements")),
    BeforeStep(Preparing.LEADER, N_("Composition and leader")),
    BeforeStep(Preparing.ORDER, N_("Order of the defences")),
    BeforeStep(Preparing.AGENDA, N_("Agenda with times")),
    BeforeStep(Preparing.KIT, N_("Papers beforehand")),
)


def steps_of(role: Role) -> tuple[BeforeStep, ...]:
    """Give the steps a role has."""
    return tuple(step for step in STEPS if role in step.roles)
