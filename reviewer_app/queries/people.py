"""Who may sign in."""

from reviewer_app.domain.ids import natural_key
from reviewer_app.domain.person import Person, Role
from reviewer_app.storage import people
from reviewer_app.workspace import Workspace

_ORDER = tuple(Role)


def people_of_batch(workspace: Workspace) -> tuple[Person, ...]:
    """Give everybody of the batch: staff by role, then reviewers by number.

    Names and roles are no secret in the room: the list stands on the sign-in page.
    """
    found = people.load_people(workspace.store)
    return tuple(
        sorted(
            found,
            key=lambda person: (
                bool(person.number),
                natural_key(person.number),
                _ORDER.index(person.role),
                person.name,
            ),
        )
    )
