"""Take a reviewer into the panel by hand, or correct what is known of one."""

from dataclasses import replace

from reviewer_app.domain.errors import NameMissing, NothingChanged, UnknownNumber
from reviewer_app.domain.panel_errors import NumberMissing, NumberTaken
from reviewer_app.domain.person import Reviewer
from reviewer_app.storage import people
from reviewer_app.workspace import Workspace


def add_reviewer(workspace: Workspace, reviewer: Reviewer) -> None:
    """Write a new reviewer; while everyone has everything they have it at once.

    Raises:
        NumberMissing, NameMissing, NumberTaken: nothing was written.
    """
    tidy = tidied(reviewer)
    if tidy.number in people.reviewer_keys(workspace.store):
        raise NumberTaken(tidy.number)
    with workspace.write("add_reviewer"):
        people.write_reviewers(workspace.store, [tidy], workspace.new_id)


def change_reviewer(workspace: Workspace, reviewer: Reviewer) -> None:
    """Write all fields of a known reviewer; the number names them and stays.

    Raises:
        UnknownNumber, NameMissing, NothingChanged: nothing was written.
    """
    tidy = tidied(reviewer)
    known = people.load_reviewers(workspace.store)
    if tidy.number not in known:
        raise UnknownNumber("reviewer", tidy.number)
    if known[tidy.number] == tidy:
        raise NothingChanged("change_reviewer")
    with workspace.write("change_reviewer"):
        people.write_reviewers(workspace.store, [tidy], workspace.new_id)


def tidied(reviewer: Reviewer) -> Reviewer:
    """Give the reviewer without blanks around the texts.

    Raises:
        NumberMissing, NameMissing: what every paper needs is empty.
    """
    former = (name.strip() for name in reviewer.former_organisations)
    tidy = replace(
        reviewer,
        number=reviewer.number.strip(),
        name=reviewer.name.strip(),
        organisation=reviewer.organisation.strip(),
        title=reviewer.title.strip(),
        speciality=reviewer.speciality.strip(),
        former_organisations=tuple(name for name in former if name),
    )
    if not tidy.number:
        raise NumberMissing
    if not tidy.name:
        raise NameMissing
    return tidy
