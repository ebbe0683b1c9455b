"""Each check of the gate turns green by what it names, and waits for its turn."""

from dataclasses import replace
from datetime import date

import pytest

from reviewer_app.domain.batch_setup import Deadline
from reviewer_app.domain.gate import PHASES, Check, CheckKey, CheckState, Nearness, Overview
from reviewer_app.domain.rules.gate import GateFacts, Open, due_dates, gate, open_questions

DONE, TO_DO, LOOK, LATER = (
    CheckState.DONE,
    CheckState.TO_DO,
    CheckState.ATTENTION,
    CheckState.NOT_YET,
)

GREEN = GateFacts(
    applications=2,
    reviewers=3,
    leaders=1,
    quorum=3,
    bureau_named=True,
    scheme_confirmed=True,
    scheme_frozen=True,
    questions=0,
    metric_count=4,
    sheet_count=6,
    sequence=9,
    verified_at=9,
    printed_at=9,
)
"""A batch in which nothing is open."""


WAITING = (
    CheckKey.FORMAL,
    CheckKey.FORMAL_FAILED,
    CheckKey.SUPPLEMENTS,
    CheckKey.INPUTS,
    CheckKey.METRICS,
    CheckKey.CREDIT,
    CheckKey.LEADER,
    CheckKey.HINTS,
    CheckKey.RECUSALS,
    CheckKey.SHEETS,
    CheckKey.PAPER,
    CheckKey.OUTLIERS,
    CheckKey.TIES,
    CheckKey.VERIFY,
    CheckKey.REPORTS,
)
"""What waits in a batch that has only its scheme."""


def check(facts: GateFacts, key: CheckKey) -> Check:
    return next(found for found in gate(facts) if found.key is key)


def test_a_finished_batch_is_green_all_over() -> None:
    assert {found.state for found in gate(GREEN)} == {DONE}


def test_the_gate_has_every_check_once_in_the_order_of_the_review() -> None:
    keys = [found.key for found in gate(GateFacts())]

    assert keys == list(CheckKey) == [key for keys in PHASES.values() for key in keys]


@pytest.mark.parametrize(
    ("changed", "key", "state"),
    [
        ({"bureau_named": False}, CheckKey.BUREAU, TO_DO),
        ({"scheme_confirmed": False}, CheckKey.SCHEME, LOOK),
        ({"scheme_confirmed": False, "scheme_frozen": False}, CheckKey.SCHEME, TO_DO),
        ({"questions": 2}, CheckKey.QUESTIONS, LOOK),
        ({"applications": 0}, CheckKey.APPLICATIONS, TO_DO),
        ({"formal": Open(1, "P1")}, CheckKey.FORMAL, TO_DO),
        ({"formal_failed": Open(1, "P1")}, CheckKey.FORMAL_FAILED, LOOK),
        ({"supplements": Open(1, "P1")}, CheckKey.SUPPLEMENTS, LOOK),
        ({"inputs": Open(1, "P1")}, CheckKey.INPUTS, TO_DO),
        ({"metrics": Open(1, "P1")}, CheckKey.METRICS, TO_DO),
        ({"credit": Open(1, "P1")}, CheckKey.CREDIT, TO_DO),
        ({"reviewers": 2}, CheckKey.REVIEWERS, TO_DO),
        ({"leaders": 0}, CheckKey.LEADER, LOOK),
        ({"leaders": 2}, CheckKey.LEADER, LOOK),
        ({"hints": Open(1, "P1")}, CheckKey.HINTS, LOOK),
        ({"recusals": Open(1, "P1")}, CheckKey.RECUSALS, LOOK),
        ({"sheets": Open(1, "R1")}, CheckKey.SHEETS, TO_DO),
        ({"paper": Open(1, "P1")}, CheckKey.PAPER, TO_DO),
        ({"outliers": Open(1, "P1")}, CheckKey.OUTLIERS, LOOK),
        ({"ties": Open(2, "P1")}, CheckKey.TIES, LOOK),
        ({"verified_at": None}, CheckKey.VERIFY, TO_DO),
        ({"verified_at": 8}, CheckKey.VERIFY, LOOK),
        ({"printed_at": None}, CheckKey.REPORTS, TO_DO),
        ({"printed_at": 8}, CheckKey.REPORTS, LOOK),
    ],
)
def test_one_open_thing_opens_its_own_check(
    changed: dict[str, object], key: CheckKey, state: CheckState
) -> None:
    found = check(replace(GREEN, **changed), key)  # type: ignore[arg-type]

    assert found.state is state


def test_an_open_check_names_how_many_and_the_first() -> None:
    found = check(replace(GREEN, formal=Open(2, "P1")), CheckKey.FORMAL)

    assert (found.count, found.total, found.subject) == (2, 2, "P1")


def test_on_the_first_day_only_the_first_steps_are_due() -> None:
    later = [found.key for found in gate(GateFacts()) if found.state is LATER]

    assert later == list(WAITING)


def test_results_wait_for_the_last_sheet() -> None:
    facts = replace(GREEN, sheets=Open(1, "R1"), verified_at=None)

    assert check(facts, CheckKey.VERIFY).state is LATER


def test_a_scheme_without_sheets_waits_for_no_reviewer() -> None:
    facts = replace(GREEN, needs_sheets=False, reviewers=0, leaders=0, sheet_count=0)

    assert check(facts, CheckKey.REVIEWERS).state is DONE
    assert check(facts, CheckKey.VERIFY).state is DONE


def test_what_is_to_do_comes_before_what_wants_a_look() -> None:
    facts = replace(GREEN, questions=3, sheets=Open(1, "R1"))

    shown = Overview(gate(facts), (), (), 2, may_mend=True)

    assert shown.next is not None
    assert shown.next.key is CheckKey.SHEETS


def test_a_green_batch_has_no_next_step() -> None:
    assert Overview(gate(GREEN), (), (), 2, may_mend=True).next is None


@pytest.mark.parametrize(
    ("day", "days", "nearness"),
    [
        ("2026-11-23", -1, Nearness.PAST),
        ("2026-11-24", 0, Nearness.TODAY),
        ("2026-11-27", 3, Nearness.NEAR),
        ("2026-11-28", 4, Nearness.LATER),
    ],
)
def test_a_date_is_past_today_near_or_later(day: str, days: int, nearness: Nearness) -> None:
    (due,) = due_dates({"deadline.scoring": day}, date(2026, 11, 24))

    assert (due.deadline, due.days, due.nearness) == (Deadline.SCORING, days, nearness)


def test_dates_stand_in_their_order() -> None:
    settings = {"deadline.intake": "2026-12-01", "deadline.scoring": "2026-11-30"}

    found = [due.deadline for due in due_dates(settings, date(2026, 11, 24))]

    assert found == [Deadline.SCORING, Deadline.INTAKE]


def test_a_question_is_open_until_it_has_an_answer() -> None:
    assert open_questions({"question.1": "定为 60 分", "question.2": "  "}) == 13
