"""Take somebody who is no reviewer into the batch: staff, supervisor, leader, observer."""

from reviewer_app.domain.errors import NameMissing, NothingChanged
from reviewer_app.domain.person import Person, Role
from reviewer_app.queries.people import people_of_batch
from reviewer_app.storage import people
from reviewer_app.workspace import Workspace


def add_person(workspace: Workspace, *, name: str, role: Role, organisation: str = "") -> Person:
    """Write the person, who may then sign in.

    Raises:
        NameMissing: the name is empty.
        NothingChanged: somebody of this name and role is there already.
    """
    person = Person(name.strip(), role, organisation=organisation.strip())
    if not person.name:
        raise NameMissing
    known = {(other.name, other.role) for other in people_of_batch(workspace)}
    if (person.name, person.role) in known:
        raise NothingChanged("add_person")
    with workspace.write("add_person"):
        people.insert_person(workspace.store, person, workspace.new_id())
    return person
