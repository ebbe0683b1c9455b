"""Where a batch stands: each check a rule over counted facts.

Nothing here stops a deed; the gate tells people what is open.

Source: domain.md 2 and 14 (11); look.md, Language of the screen.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from reviewer_app.domain.batch_setup import QUESTIONS, Deadline, question_key
from reviewer_app.domain.gate import Check, CheckKey, CheckState, DueDate, Nearness, Progress

_NEAR = 3
"""Days before a date from which it is shown as near."""


@dataclass(frozen=True, slots=True)
class Open:
    """How many are open, and the number of the first one."""

    count: int = 0
    first: str = ""


@dataclass(frozen=True, slots=True)
class GateFacts:
    """What was counted. Applications are the active ones, sheets those assigned.

    `bureau_named`, `scheme_confirmed`, `scheme_frozen` are of the set-up; `questions` counts
    the open ones. `formal` are applications whose formal check has open lines,
    `formal_failed` those that failed and are still in; `supplements` those asked for more
    whose answer has not come; `inputs` those that lack an input; `metrics` inputs no second
    person confirmed; `credit` applications without a fresh credit check. `hints` are
    not handled, `recusals` recused sheets without a ground. `paper` are typed sheets
    without a second entry, `outliers` sheets to be explained, `ties` applications on a
    shared rank. `verified_at` and `printed_at` are journal sequences, None for never.
    """

    applications: int = 0
    reviewers: int = 0
    leaders: int = 0
    quorum: int = 1
    needs_sheets: bool = True
    bureau_named: bool = False
    scheme_confirmed: bool = False
    scheme_frozen: bool = False
    questions: int = len(QUESTIONS)
    formal: Open = Open()
    formal_failed: Open = Open()
    supplements: Open = Open()
    inputs: Open = Open()
    metrics: Open = Open()
    metric_count: int = 0
    credit: Open = Open()
    hints: Open = Open()
    recusals: Open = Open()
    sheets: Open = Open()
    sheet_count: int = 0
    paper: Open = Open()
    outliers: Open = Open()
    ties: Open = Open()
    sequence: int = 0
    verified_at: int | None = None
    printed_at: int | None = None

    @property
    def is_scored(self) -> bool:
        """Whether every expected sheet is in."""
        waits = self.needs_sheets and (self.reviewers == 0 or self.sheets.count > 0)
        return self.applications > 0 and not waits


def gate(facts: GateFacts) -> tuple[Check, ...]:
    """Give every check of the gate in order."""
    return (*_set_up(facts), *_intake(facts), *_panel(facts), *_scoring(facts), *_results(facts))


def open_questions(settings: Mapping[str, str]) -> int:
    """Count the questions nobody has answered."""
    return sum(not settings.get(question_key(number), "").strip() for number in QUESTIONS)


def due_dates(settings: Mapping[str, str], today: date) -> tuple[DueDate, ...]:
    """Give the dates that were settled, the earliest first."""
    found = []
    for deadline in Deadline:
        text = settings.get(deadline.value, "")
        if text:
            on = date.fromisoformat(text)
            days = (on - today).days
            found.append(DueDate(deadline, on, days, _nearness(days)))
    return tuple(sorted(found, key=lambda due: due.on))


def total_open(progress: Iterable[Progress]) -> int:
    """Count the expected sheets that are not in."""
    return sum(max(0, row.expected - row.submitted) for row in progress)


def _nearness(days: int) -> Nearness:
    if days < 0:
        return Nearness.PAST
    if days == 0:
        return Nearness.TODAY
    return Nearness.NEAR if days <= _NEAR else Nearness.LATER


def _set_up(facts: GateFacts) -> tuple[Check, ...]:
    scheme = CheckState.DONE if facts.scheme_confirmed else CheckState.TO_DO
    if facts.scheme_frozen and not facts.scheme_confirmed:
        scheme = CheckState.ATTENTION
    return (
        Check(CheckKey.BUREAU, CheckState.DONE if facts.bureau_named else CheckState.TO_DO),
        Check(CheckKey.SCHEME, scheme),
        _look(CheckKey.QUESTIONS, Open(facts.questions), len(QUESTIONS)),
    )


def _intake(facts: GateFacts) -> tuple[Check, ...]:
    total = facts.applications
    first = Check(CheckKey.APPLICATIONS, CheckState.DONE if total else CheckState.TO_DO, 0, total)
    checks = (
        _work(CheckKey.FORMAL, facts.formal, total),
        _look(CheckKey.FORMAL_FAILED, facts.formal_failed, total),
        _look(CheckKey.SUPPLEMENTS, facts.supplements, total),
        _work(CheckKey.INPUTS, facts.inputs, total),
        _work(CheckKey.METRICS, facts.metrics, facts.metric_count),
        _work(CheckKey.CREDIT, facts.credit, total),
    )
    return (first, *_in_turn(checks, come=total > 0))


def _panel(facts: GateFacts) -> tuple[Check, ...]:
    enough = facts.reviewers >= facts.quorum or not facts.needs_sheets
    reviewers = Check(
        CheckKey.REVIEWERS,
        CheckState.DONE if enough else CheckState.TO_DO,
        0 if enough else facts.quorum - facts.reviewers,
        facts.reviewers,
    )
    leader = CheckState.DONE if facts.leaders == 1 else CheckState.ATTENTION
    checks = (
        Check(CheckKey.LEADER, leader, facts.leaders),
        _look(CheckKey.HINTS, facts.hints),
        _look(CheckKey.RECUSALS, facts.recusals),
    )
    return (reviewers, *_in_turn(checks, come=facts.reviewers > 0))


def _scoring(facts: GateFacts) -> tuple[Check, ...]:
    checks = (
        _work(CheckKey.SHEETS, facts.sheets, facts.sheet_count),
        _work(CheckKey.PAPER, facts.paper),
    )
    come = facts.applications > 0 and (facts.reviewers > 0 or not facts.needs_sheets)
    return _in_turn(checks, come=come)


def _results(facts: GateFacts) -> tuple[Check, ...]:
    checks = (
        _look(CheckKey.OUTLIERS, facts.outliers, facts.sheet_count),
        _look(CheckKey.TIES, facts.ties),
        Check(CheckKey.VERIFY, _as_of(facts, facts.verified_at)),
        Check(CheckKey.REPORTS, _as_of(facts, facts.printed_at)),
    )
    return _in_turn(checks, come=facts.is_scored)


def _as_of(facts: GateFacts, at: int | None) -> CheckState:
    """Say whether what was done at an entry still holds."""
    if at is None:
        return CheckState.TO_DO
    return CheckState.DONE if at >= facts.sequence else CheckState.ATTENTION


def _work(key: CheckKey, left: Open, total: int = 0) -> Check:
    state = CheckState.TO_DO if left.count else CheckState.DONE
    return Check(key, state, left.count, total, left.first)


def _look(key: CheckKey, left: Open, total: int = 0) -> Check:
    state = CheckState.ATTENTION if left.count else CheckState.DONE
    return Check(key, state, left.count, total, left.first)


def _in_turn(checks: tuple[Check, ...], *, come: bool) -> tuple[Check, ...]:
    """Leave the checks as they are, or say of each that its turn has not come."""
    return checks if come else tuple(Check(check.key, CheckState.NOT_YET) for check in checks)
