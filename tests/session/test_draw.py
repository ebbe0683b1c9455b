"""Draws that anybody can draw again, and of which no attempt is lost."""

from pathlib import Path

import pytest

from reviewer_app.domain.drawing import Answer, CompositionFault, DrawPurpose, Expert, Pick, Seats
from reviewer_app.domain.errors import NotAllowed, ReasonMissing, UnknownNumber
from reviewer_app.domain.rules.draw import (
    composition_faults,
    drawn_order,
    drawn_panel,
    faults_of_lots,
)
from reviewer_app.domain.session_errors import LotsWrong, SeedMissing
from reviewer_app.storage.draws import load_draws
from reviewer_app.workflow.draw_lots import (
    answer_draw,
    draw_order,
    draw_panel,
    drawn_now,
    type_lots,
)
from reviewer_app.workspace import Workspace
from tests.session.meeting import SUPERVISOR, a_meeting

POOL = tuple(Expert(f"R{place}", f"专家{place}", "技术") for place in range(1, 8))
SEATS = (Seats("技术", 3),)


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return a_meeting(tmp_path / "w.review").as_(SUPERVISOR)


def a_draw(workspace: Workspace, reason: str = "") -> None:
    draw_panel(workspace, POOL, SEATS, seed="314159", supervisor="周监督", reason=reason)


def stands(workspace: Workspace) -> list[tuple[str, Answer]]:
    """Give who was drawn first to last, and where each stands."""
    draw = drawn_now(workspace, DrawPurpose.PANEL)
    return [(pick.subject, pick.answer) for pick in draw.picks] if draw else []


def test_the_order_is_that_of_the_hashes() -> None:
    """sha256sum of 314159:1:R1 ... R7 begins cf36 d7.. (R7) 2506 (R6) 40ee (R4) 8f57 (R2) ..."""
    found = drawn_order("314159", 1, (one.number for one in POOL))

    assert found == ("R6", "R4", "R2", "R5", "R1", "R7", "R3")
    assert drawn_order("314159", 1, reversed(found)) == found
    assert drawn_order("314159", 2, found) != found


def test_seats_are_filled_kind_by_kind_and_nobody_shut_out_is_drawn() -> None:
    pool = (
        *POOL[:5],
        Expert("R6", "专家6", "技术", shut_out="本人在主管部门任职"),
        Expert("R7", "专家7", "财务"),
    )

    picks = drawn_panel("314159", 1, pool, (Seats("技术", 2), Seats("财务", 1)))

    assert [(pick.subject, pick.answer) for pick in picks] == [
        ("R4", Answer.DRAWN),
        ("R2", Answer.DRAWN),
        ("R5", Answer.SUBSTITUTE),
        ("R1", Answer.SUBSTITUTE),
        ("R3", Answer.SUBSTITUTE),
        ("R7", Answer.DRAWN),
    ]


def test_a_refusal_calls_the_next_substitute(workspace: Workspace) -> None:
    a_draw(workspace)

    answer_draw(workspace, 1, 2, comes=False, note="出差")
    answer_draw(workspace, 1, 1, comes=True)

    assert stands(workspace)[:5] == [
        ("R6", Answer.ACCEPTED),
        ("R4", Answer.REFUSED),
        ("R2", Answer.DRAWN),
        ("R5", Answer.DRAWN),
        ("R1", Answer.SUBSTITUTE),
    ]
    with pytest.raises(ReasonMissing):
        answer_draw(workspace, 1, 3, comes=False)
    with pytest.raises(UnknownNumber):
        answer_draw(workspace, 1, 5, comes=True)


def test_a_substitute_comes_from_the_same_kind_of_seat(workspace: Workspace) -> None:
    pool = (*POOL[:6], *(Expert(number, "", "财务") for number in ("R7", "R8")))
    draw_panel(
        workspace,
        pool,
        (Seats("技术", 2), Seats("财务", 1)),
        seed="314159",
        supervisor="周监督",
    )
    [drawn] = [one for one, answer in stands(workspace)[6:] if answer is Answer.DRAWN]
    [waiting] = [one for one, answer in stands(workspace)[6:] if answer is Answer.SUBSTITUTE]

    answer_draw(workspace, 1, 7, comes=False, note="出差")

    assert dict(stands(workspace)) | {drawn: Answer.REFUSED, waiting: Answer.DRAWN} == dict(
        stands(workspace)
    )
    assert stands(workspace)[2] == ("R2", Answer.SUBSTITUTE)


def test_a_second_attempt_needs_a_reason_and_the_first_stays(workspace: Workspace) -> None:
    a_draw(workspace)

    with pytest.raises(ReasonMissing):
        a_draw(workspace)
    a_draw(workspace, "名单有误,重新抽取")

    assert [(draw.attempt, draw.reason, draw.seed) for draw in load_draws(workspace.store)] == [
        (1, "", "314159"),
        (2, "名单有误,重新抽取", "314159"),
    ]


def test_nobody_draws_without_seed_and_supervisor(workspace: Workspace) -> None:
    with pytest.raises(SeedMissing):
        draw_panel(workspace, POOL, SEATS, seed=" ", supervisor="周监督")
    with pytest.raises(SeedMissing):
        type_lots(workspace, ["P1", "P2"], supervisor="")


def test_a_member_draws_no_panel(tmp_path: Path) -> None:
    with pytest.raises(NotAllowed):
        a_draw(a_meeting(tmp_path / "w.review").by("R1"))


def test_the_order_of_defences_is_drawn_by_seed_or_typed_from_lots(workspace: Workspace) -> None:
    """SHA-256 of 271828:1:P1 begins 2650, of 271828:1:P2 a7a2."""
    assert draw_order(workspace, seed="271828", supervisor="周监督") == ("P1", "P2")

    type_lots(workspace, ["P2", "P1"], supervisor="周监督", reason="改为现场抽签")

    now = drawn_now(workspace, DrawPurpose.ORDER)
    assert now is not None
    assert now.picks == (Pick(1, "P2"), Pick(2, "P1"))
    assert (now.attempt, now.method.value, now.seed) == (2, "lots", "")


def test_lots_are_the_applications_each_once(workspace: Workspace) -> None:
    assert faults_of_lots(["P1", "P2", "P3"], ["P1", "P1", "P9"]) == ("P1", "P2", "P3", "P9")
    with pytest.raises(LotsWrong):
        type_lots(workspace, ["P1", "P1"], supervisor="周监督")


@pytest.mark.parametrize(
    ("members", "faults"),
    [
        (POOL[:5], ()),
        (POOL[:4], (CompositionFault.TOO_SMALL, CompositionFault.EVEN)),
        (
            (*POOL[:3], Expert("F1", "财", "财务"), Expert("F2", "管", "管理")),
            (CompositionFault.TOO_FEW_TECHNICAL,),
        ),
        (
            tuple(Expert(one.number, one.name, "技术", "甲大学") for one in POOL[:5]),
            (CompositionFault.ONE_UNIT,),
        ),
    ],
)
def test_a_panel_is_five_or_more_odd_two_thirds_technical(
    members: tuple[Expert, ...], faults: tuple[CompositionFault, ...]
) -> None:
    """domain.md 2.5; 3 of 5 technical are less than two thirds."""
    assert composition_faults(members, ("技术",)) == faults
