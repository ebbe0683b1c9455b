"""What a row of the overview shows, and where it leads."""

from reviewer_app.domain.gate import Check, CheckKey, CheckState, DueDate, Nearness, Progress
from reviewer_app.i18n import Translator
from reviewer_app.words.gate import (
    check_sentence,
    check_title,
    deadline_name,
    deed_of,
    due_sentence,
    state_name,
)
from ui.place import Destination
from ui.widgets.check_row import CheckLine

_LOOKS = {
    CheckState.DONE: ("circle-check", "good"),
    CheckState.TO_DO: ("circle-alert", "wrong"),
    CheckState.ATTENTION: ("triangle-alert", "attention"),
    CheckState.NOT_YET: ("circle", ""),
}

_NEAR = {
    Nearness.PAST: ("circle-alert", "wrong"),
    Nearness.TODAY: ("bell", "attention"),
    Nearness.NEAR: ("bell", "attention"),
    Nearness.LATER: ("calendar", ""),
}

HERE = frozenset({CheckKey.BUREAU, CheckKey.SCHEME, CheckKey.QUESTIONS, CheckKey.VERIFY})
"""Checks that are mended in this place."""

_PLACES = {
    CheckKey.APPLICATIONS: ("applications", ""),
    CheckKey.FORMAL: ("applications", "formal"),
    CheckKey.FORMAL_FAILED: ("applications", "formal"),
    CheckKey.SUPPLEMENTS: ("applications", "formal"),
    CheckKey.INPUTS: ("applications", "data"),
    CheckKey.METRICS: ("applications", "verify"),
    CheckKey.CREDIT: ("applications", "credit"),
    CheckKey.REVIEWERS: ("reviewers", ""),
    CheckKey.LEADER: ("reviewers", ""),
    CheckKey.HINTS: ("reviewers", "hints"),
    CheckKey.RECUSALS: ("reviewers", "recusals"),
    CheckKey.SHEETS: ("entry", ""),
    CheckKey.PAPER: ("entry", ""),
    CheckKey.OUTLIERS: ("results", "deviations"),
    CheckKey.TIES: ("results", ""),
    CheckKey.REPORTS: ("reports", ""),
}

_WATCHED = frozenset({"results", "reports"})
"""Places that those who only watch have too."""


def destination(check: Check) -> Destination | None:
    """Say where a check is mended, None for this very place."""
    if check.key in HERE:
        return None
    place, part = _PLACES[check.key]
    subject = "ranking" if check.key is CheckKey.REPORTS else check.subject
    return Destination(place, subject, part)


def leads(check: Check, *, may_mend: bool) -> bool:
    """Whether a click does something for who looks."""
    where = destination(check)
    if may_mend:
        return check.state is not CheckState.NOT_YET
    return check.key is CheckKey.VERIFY or (where is not None and where.place in _WATCHED)


def check_line(check: Check, translate: Translator, *, may_mend: bool) -> CheckLine:
    """Give the row of a check; one that is done or not due says only its name."""
    icon, meaning = _LOOKS[check.state]
    return CheckLine(
        key=check.key.value,
        icon=icon,
        meaning=meaning,
        title=check_title(check.key, translate),
        word=state_name(check.state, translate),
        text=check_sentence(check, translate) if check.is_open else "",
        deed=deed_of(check.key, translate),
        leads=leads(check, may_mend=may_mend),
    )


def due_line(due: DueDate, translate: Translator) -> CheckLine:
    """Give the row of a date."""
    icon, meaning = _NEAR[due.nearness]
    return CheckLine(
        key=due.deadline.value,
        icon=icon,
        meaning=meaning,
        title=deadline_name(due.deadline, translate),
        word=due_sentence(due, translate),
    )


def progress_words(row: Progress, translate: Translator) -> str:
    """Say how far a reviewer is: "18 of 24 sheets, 1 begun, 2 set aside"."""
    _ = translate
    parts = [_("{in_} of {all} in").format(in_=row.submitted, all=row.expected)]
    if row.begun:
        parts.append(_("{count} begun").format(count=row.begun))
    if row.aside:
        parts.append(_("{count} set aside").format(count=row.aside))
    return _(" · ").join(parts)
