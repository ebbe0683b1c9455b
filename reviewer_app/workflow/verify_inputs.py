"""A second person types inputs again without seeing them; the readings are compared."""

from collections.abc import Mapping

from reviewer_app.domain.check_errors import NotAValue, NoValue, SamePerson
from reviewer_app.domain.checks import InputCheck
from reviewer_app.domain.errors import NothingChanged
from reviewer_app.domain.rules.retyping import is_same_reading
from reviewer_app.domain.scheme import SchemeInput
from reviewer_app.importing.typed_values import typed_value
from reviewer_app.queries.finding import find_application, find_input
from reviewer_app.storage import checks
from reviewer_app.storage.applications import load_application
from reviewer_app.storage.checks import Retyping
from reviewer_app.workspace import Workspace


def verify_inputs(workspace: Workspace, *, application: str, typed: Mapping[str, str]) -> None:
    """Write what was typed of each input (by key), and whether it is what stands there.

    Raises:
        SamePerson: who brought a value in does not look at it a second time.
        NoValue, NotAValue: an input without value, or a text that is none.
        NothingChanged: nothing was typed.
    """
    if not typed:
        raise NothingChanged("verify_inputs")
    store, scheme = workspace.store, workspace.scheme()
    key = find_application(store, application)
    metrics = load_application(store, key).metrics
    earlier, authors = checks.retypings_of(store, key), checks.metric_authors(store, key)
    found: dict[str, Retyping] = {}
    for name, text in typed.items():
        item, value = find_input(scheme, name), metrics.get(name, "")
        if not value:
            raise NoValue(item.label)
        if workspace.actor.name in authors.get(name, frozenset()):
            raise SamePerson(workspace.actor.name)
        found[name] = _retyping(workspace, item, (value, text), earlier.get(name))
    with workspace.write("verify_inputs"):
        for name, retyping in found.items():
            checks.write_retyping(store, key, name, retyping)


def _retyping(
    workspace: Workspace, item: SchemeInput, texts: tuple[str, str], earlier: Retyping | None
) -> Retyping:
    """Compare two readings; an equal one is written as the value it confirms."""
    value, text = texts
    read = typed_value(item, text)
    if read is None:
        raise NotAValue(item.label, text)
    same = is_same_reading(item, value, read)
    attempts = 1
    if earlier is not None and earlier.check.value == value:
        attempts = earlier.attempts + 1
    check = InputCheck(value, value if same else read, workspace.actor.name, workspace.stamp())
    return Retyping(check, attempts)
