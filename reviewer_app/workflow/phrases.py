"""The reviewer's own bank of phrases for comments."""

from reviewer_app.domain.errors import NothingChanged, ReasonMissing
from reviewer_app.queries.finding import find_reviewer
from reviewer_app.storage import own_work
from reviewer_app.workspace import Workspace


def add_phrase(workspace: Workspace, *, reviewer: str, text: str) -> None:
    """Add a phrase.

    Raises:
        ReasonMissing: it is empty.
        NothingChanged: it is in the bank already.
    """
    store, phrase = workspace.store, " ".join(text.split())
    person = find_reviewer(store, reviewer)
    if not phrase:
        raise ReasonMissing("add_phrase")
    if phrase in own_work.phrases_of(store, person):
        raise NothingChanged("add_phrase")
    with workspace.write("add_phrase", reviewer=reviewer):
        own_work.insert_phrase(store, person, phrase)


def remove_phrase(workspace: Workspace, *, reviewer: str, text: str) -> None:
    """Take a phrase out of the bank.

    Raises:
        NothingChanged: it is not in it.
    """
    store = workspace.store
    person = find_reviewer(store, reviewer)
    if text not in own_work.phrases_of(store, person):
        raise NothingChanged("remove_phrase")
    with workspace.write("remove_phrase", reviewer=reviewer):
        own_work.delete_phrase(store, person, text)
