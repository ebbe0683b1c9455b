"""Enter or correct one input by hand; the scores it feeds are computed again.

A second person's look at the earlier value is void by this. Source: house.md 5, One law
of corrections (objective data: a reason, two persons, totals recomputed).
"""

from reviewer_app.domain.check_errors import ComesFromDetails, NotAValue
from reviewer_app.domain.errors import NothingChanged, ReasonMissing
from reviewer_app.domain.rules.scoring import compute, is_within
from reviewer_app.importing.typed_values import typed_value
from reviewer_app.queries.finding import find_application, find_input
from reviewer_app.storage import applications
from reviewer_app.workspace import Workspace


def correct_input(
    workspace: Workspace, *, application: str, name: str, typed: str, reason: str
) -> None:
    """Write one input of one application.

    Raises:
        NotAValue: what was typed is no value of the input, or outside its bounds.
        ComesFromDetails: the rows behind it are counted or struck off instead.
        ReasonMissing: a value that stands there is replaced only with a reason.
        NothingChanged: it is the value that stands there.
    """
    store, scheme = workspace.store, workspace.scheme()
    key = find_application(store, application)
    item = find_input(scheme, name)
    if applications.metric_origins(store, key).get(name) == "details":
        raise ComesFromDetails(item.label)
    value = typed_value(item, typed)
    if value is None or not is_within(item, value):
        raise NotAValue(item.label, typed)
    metrics = applications.load_application(store, key).metrics
    if metrics.get(name) == value:
        raise NothingChanged("correct_input")
    if metrics.get(name) and not reason.strip():
        raise ReasonMissing("correct_input")
    with workspace.write("correct_input", reason.strip()):
        applications.write_metrics(store, key, {name: value}, "import")
        computed = compute(scheme, {**metrics, name: value})
        applications.write_computed(store, key, computed, workspace.actor.name)
