"""What happens in the meeting: who scores what, and the batch it is held on.

Scores are planned beforehand, so that the test can say by its own sums what must come out.
"""

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

from reviewer_app.domain.application import Application
from reviewer_app.domain.batch_setup import PINS, PINS_DEMANDED
from reviewer_app.domain.person import Actor, Reviewer, Role
from reviewer_app.domain.plans import ImportKind, Payload
from reviewer_app.domain.rules.scoring import compute
from reviewer_app.domain.scheme import Indicator, Scheme
from reviewer_app.workflow.add_person import add_person
from reviewer_app.workflow.apply_import import apply_import
from reviewer_app.workflow.change_setting import change_setting
from reviewer_app.workflow.new_workspace import new_workspace
from reviewer_app.workflow.verify_inputs import verify_inputs
from reviewer_app.workspace import Surroundings, Workspace
from tests.benchmarks.batches import an_application, measure_5
from tests.builders import a_plan, as_person

SIZE = 24
PANEL = (
    Reviewer("R1", "陈拟舟", "虚构大学", "教授", "算法"),
    Reviewer("R2", "林拟川", "虚构研究院", "研究员", "数据"),
    Reviewer("R3", "黄拟山", "虚构软件园", "高级工程师", "行业应用"),
    Reviewer("R4", "吴拟海", "虚构会计师事务所", "高级会计师", "财务"),
    Reviewer("R5", "郑拟江", "虚构大学", "教授", "算法"),
    Reviewer("R6", "王拟湖", "虚构设计院", "教授级高工", "行业应用"),
    Reviewer("R7", "张拟溪", "虚构学院", "副教授", "管理"),
)
LEADER, LATE = "R1", "R7"
SEED = "314159"
MISSED = ("XM-2026-00007", "XM-2026-00016")
"""What was heard before the late member came, in the order this seed draws."""

SIGNED = ("11",)
STAFF, SECOND = Actor("王干事", Role.SECRETARY), Actor("林干事", Role.SECRETARY)
SUPERVISOR, BUREAU = Actor("周监督", Role.SUPERVISOR), Actor("林局长", Role.BUREAU_LEADER)
PINS_OF = {name: f"27{place}84" for place, name in enumerate("0123456789")}

NUMBERS = tuple(f"XM-2026-{place:05d}" for place in range(1, SIZE + 1))
RECUSED = (NUMBERS[2], "R6")
TIED = (NUMBERS[20], NUMBERS[21])
KEPT = (NUMBERS[6], "R4")
SLIPPED = (NUMBERS[8], "R5", "B2", Fraction("0.6"), Fraction("5.0"))
WITHDRAWN = NUMBERS[19]

_MEANT = 80
"""Most sheets give so many per cent of each maximum, more or less."""


def applications(scheme: Scheme) -> tuple[Application, ...]:
    """The 24 applications; two are alike in everything that is computed."""
    made = [an_application(scheme, place) for place in range(1, SIZE + 1)]
    first, second = (NUMBERS.index(number) for number in TIED)
    made[second] = replace(made[second], metrics=made[first].metrics)
    return tuple(made)


def sheet_of(scheme: Scheme, application: Application, reviewer: str) -> dict[str, Fraction]:
    """Plan the scores of one sheet by indicator, as they are typed first."""
    suggested = compute(scheme, application.metrics)
    found = {
        row.code: _given(row, application.number, reviewer, suggested[row.code].value)
        if row.code in suggested
        else _judged(row, application.number, reviewer)
        for row in scheme.on_sheet
    }
    if (application.number, reviewer) == SLIPPED[:2]:
        found[SLIPPED[2]] = SLIPPED[3]
    return found


def _judged(row: Indicator, number: str, reviewer: str) -> Fraction:
    per_cent = _MEANT - _place(number) % 7 + int(reviewer[1:])
    if number in TIED:
        per_cent = _MEANT + int(reviewer[1:])
    if (number, reviewer) == KEPT:
        per_cent = 35
    if (number, reviewer) == SLIPPED[:2]:
        per_cent = 64
    return _on_step(row, row.maximum * per_cent / 100)


def _given(row: Indicator, number: str, reviewer: str, suggested: Fraction | None) -> Fraction:
    """Follow the suggestion of an assisted indicator, a step apart from one another."""
    assert suggested is not None, f"{number} {row.code} has no suggestion"
    return _on_step(row, min(suggested + row.step * (int(reviewer[1:]) % 3), row.maximum))


def _on_step(row: Indicator, value: Fraction) -> Fraction:
    return (value / row.step).__floor__() * row.step


def _place(number: str) -> int:
    return NUMBERS.index(number)


def prepare(path: Path, surroundings: Surroundings) -> None:
    """Make the batch as it is on the morning of the meeting: data in and looked at twice."""
    scheme = measure_5()
    with_staff = replace(surroundings, actor=STAFF)
    made = new_workspace(path, "2026年第一批垂直模型项目", scheme, with_staff)
    found = applications(scheme)
    apply_import(made, a_plan(ImportKind.APPLICATIONS, Payload(applications=found)))
    apply_import(made, a_plan(ImportKind.REVIEWERS, Payload(reviewers=PANEL)))
    for person in (STAFF, SECOND, SUPERVISOR, BUREAU):
        add_person(made, name=person.name, role=person.role)
    _look_twice(as_person(made, SECOND), found)
    change_setting(made, PINS, PINS_DEMANDED)
    made.close()


def _look_twice(second: Workspace, found: tuple[Application, ...]) -> None:
    for item in found:
        typed = {key: text for key, text in item.metrics.items() if text}
        verify_inputs(second, application=item.number, typed=typed)
