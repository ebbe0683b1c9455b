"""Words of the agenda and its timer: kinds of items, how far they are, the timed steps."""

from reviewer_app.domain.agenda import AgendaItem, ItemKind, ItemState, Step
from reviewer_app.i18n import N_, Translator

_STEPS = {
    Step.REPORT: N_("Presentation"),
    Step.QUESTIONS: N_("Questions"),
    Step.SCORING: N_("Scoring time"),
}

_STATES = {
    ItemState.PLANNED: N_("planned"),
    ItemState.CURRENT: N_("running"),
    ItemState.DONE: N_("finished"),
    ItemState.DROPPED: N_("dropped"),
}

_KINDS = {
    ItemKind.OPENING: N_("Opening"),
    ItemKind.APPLICATION: N_("Application"),
    ItemKind.PAUSE: N_("Pause"),
    ItemKind.DISCUSSION: N_("Discussion"),
}


def step_name(step: Step, _: Translator) -> str:
    """Name a timed step of an application."""
    return _(_STEPS[step])


def item_state_name(state: ItemState, _: Translator) -> str:
    """Say how far an item of the agenda is."""
    return _(_STATES[state])


def kind_name(kind: ItemKind, _: Translator) -> str:
    """Name a kind of items."""
    return _(_KINDS[kind])


def item_name(item: AgendaItem, _: Translator) -> str:
    """Name an item without an application: its title, else its kind."""
    return item.title or _(_KINDS[item.kind])
