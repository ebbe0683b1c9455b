"""People and roles."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a person may be in a review (domain.md 3)."""

    ADMINISTRATOR = "administrator"
    SECRETARY = "secretary"
    REVIEWER = "reviewer"
    LEADER = "leader"
    SUPERVISOR = "supervisor"
    BUREAU_LEADER = "bureau_leader"
    OBSERVER = "observer"


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts: the name that goes into the journal, and the role it is done in.

    `number` is a reviewer's own, which says what is "own" for the rights table; empty for
    everybody else.
    """

    name: str
    role: Role
    number: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of the batch who may sign in; `number` is empty but for reviewers."""

    name: str
    role: Role
    number: str = ""
    organisation: str = ""

    @property
    def actor(self) -> Actor:
        """This person as the one who acts."""
        return Actor(self.name, self.role, self.number)


@dataclass(frozen=True, slots=True)
class Reviewer:
    """A member of the panel; `former_organisations` are those of the last three years."""

    number: str
    name: str
    organisation: str = ""
    title: str = ""
    speciality: str = ""
    leader: bool = False
    former_organisations: tuple[str, ...] = ()
