"""The batch of the driven meeting at the moment its sheets lie open, for pictures."""

from dataclasses import replace
from pathlib import Path

from reviewer_app.domain.batch_setup import PINS
from reviewer_app.domain.deliberation import Correction
from reviewer_app.domain.person import Actor, Role
from reviewer_app.domain.room import StatementKind
from reviewer_app.domain.score_change import ChangeReason
from reviewer_app.domain.session import SessionPlan
from reviewer_app.workflow.change_setting import change_setting
from reviewer_app.workflow.deliberate import change_score, disclose
from reviewer_app.workflow.draw_lots import draw_order
from reviewer_app.workflow.give_score import give_score
from reviewer_app.workflow.keep_agenda import agenda_as_drawn, make_agenda
from reviewer_app.workflow.room import choose_leader, mark_arrival, record_statement
from reviewer_app.workflow.session_steps import begin_session, open_disclosure, open_scoring
from reviewer_app.workflow.set_aside import recuse
from reviewer_app.workflow.submit_sheet import submit_sheet
from reviewer_app.workspace import Workspace, open_workspace
from tests.benchmarks.batches import measure_5
from tests.builders import as_person, some_surroundings
from tests.program.meeting import plan
from tests.session.meeting import DAYS, Clock


def disclosed_meeting(path: Path) -> Path:
    """Hold the meeting up to its disclosure, by a clock that is set: one sheet was changed."""
    surroundings = replace(some_surroundings(plan.STAFF.name), now=Clock())
    plan.prepare(path, surroundings)
    staff = open_workspace(path, surroundings)
    change_setting(staff, PINS, "")
    begin_session(staff, SessionPlan(DAYS, place="第一会议室", host="林处长"))
    choose_leader(staff, plan.LEADER, "举手推选")
    _gather(staff)
    draw_order(staff, seed=plan.SEED, supervisor=plan.SUPERVISOR.name)
    make_agenda(staff, agenda_as_drawn(staff))
    open_scoring(staff)
    recuse(staff, application=plan.RECUSED[0], reviewer=plan.RECUSED[1], ground="同单位")
    _score(staff)
    open_disclosure(staff)
    for number in plan.NUMBERS[:-2]:
        disclose(staff, number)
    number, reviewer, indicator, _slip, meant = plan.SLIPPED
    asked = Correction(number, reviewer, indicator, meant, ChangeReason.SLIP, "笔误，应为5.0分")
    change_score(as_person(staff, _member(reviewer)), asked)
    staff.close()
    return path


def _member(number: str) -> Actor:
    found = next(one for one in plan.PANEL if one.number == number)
    role = Role.LEADER if number == plan.LEADER else Role.REVIEWER
    return Actor(found.name, role, number)


def _gather(staff: Workspace) -> None:
    for one in plan.PANEL:
        mark_arrival(staff, _member(one.number))
        for kind in StatementKind:
            record_statement(staff, reviewer=one.number, kind=kind)


def _score(staff: Workspace) -> None:
    scheme = measure_5()
    for item in plan.applications(scheme):
        for one in plan.PANEL:
            if (item.number, one.number) == plan.RECUSED:
                continue
            own = as_person(staff, _member(one.number))
            for code, value in plan.sheet_of(scheme, item, one.number).items():
                give_score(
                    own, application=item.number, reviewer=one.number, indicator=code, value=value
                )
            submit_sheet(own, application=item.number, reviewer=one.number)
