"""Words of the changes after submission: what was changed, and from what to what."""

from reviewer_app.domain.application import Standing
from reviewer_app.domain.meeting_record import LateChange, LateKind
from reviewer_app.domain.score_change import code_and_text
from reviewer_app.domain.verification import Verification
from reviewer_app.i18n import N_, Translator
from reviewer_app.words.applications import standing_name
from reviewer_app.words.errors import state_word
from reviewer_app.words.reports import DASH
from reviewer_app.words.score_change import change_reason_name
from reviewer_app.words.verification import finding_sentence

_KINDS = {
    LateKind.SCORE: N_("Scores of reviewers"),
    LateKind.COMPUTED: N_("Objective scores"),
    LateKind.SHEET: N_("States of sheets"),
    LateKind.STANDING: N_("Applications in or out"),
}
_GROUP = 4


def late_kind_name(kind: LateKind, _: Translator) -> str:
    """Name a kind of late change."""
    return _(_KINDS[kind])


def late_value(change: LateChange, value: str, _: Translator) -> str:
    """Say a value before or after a change: points, or a state in words."""
    match change.kind:
        case LateKind.SHEET if value:
            return state_word(value, _)
        case LateKind.STANDING if value:
            return standing_name(Standing(value), _)
        case _:
            return value or DASH


def late_reason(change: LateChange, _: Translator) -> str:
    """Say why: the reason of the closed list in words, then what was written besides."""
    code, text = code_and_text(change.reason)
    if code is None:
        return text or DASH
    return f"{code.value} {change_reason_name(code, _)} {text}".strip()


def in_groups(digest: str) -> str:
    """Write a digest so that it can be read aloud.

    >>> in_groups("0123456789abcdef")
    '0123 4567 89ab cdef'
    """
    return " ".join(digest[at : at + _GROUP] for at in range(0, len(digest), _GROUP))


def completeness(outcome: Verification, changes: int, at: str, _: Translator) -> str:
    """Say in a sentence whether the list of late changes can be trusted to be whole."""
    if outcome.passed:
        text = _(
            "Verified at {time}: none is missing. {entries} journal entries form an unbroken"
            " chain and every row is what the journal says; they hold {count} changes after"
            " submission. Chain head {head}"
        )
        return text.format(
            time=at, entries=outcome.entries, count=changes, head=in_groups(outcome.head)
        )
    text = _("Verified at {time}: the list cannot be trusted. {findings}")
    findings = " ".join(finding_sentence(item, _) for item in outcome.findings)
    return text.format(time=at, findings=findings)
