"""Every refusal, phase and line of a session has its sentence in both languages."""

from enum import StrEnum

import pytest

from reviewer_app.domain import session_errors
from reviewer_app.domain.closing import ClosingLine
from reviewer_app.domain.drawing import CompositionFault
from reviewer_app.domain.errors import ReviewerError
from reviewer_app.domain.score_change import ChangeReason
from reviewer_app.domain.session import Condition, SessionPhase
from reviewer_app.i18n import translator
from reviewer_app.words.closing import closing_line_name, composition_fault
from reviewer_app.words.errors import sentence
from reviewer_app.words.score_change import change_reason_name
from reviewer_app.words.session import condition_name, phase_name

ZH, EN = translator("zh_CN"), translator("en")

REFUSALS = (
    session_errors.NotNow("give_score", "disclosure"),
    session_errors.NotNow("results", "scoring"),
    session_errors.LockedOvernight("2026-12-01"),
    session_errors.NoSession(),
    session_errors.SessionStands(),
    session_errors.StaysOnRecord("disclose"),
    session_errors.StepNotReady("sheets", ("专家1",)),
    session_errors.StepNotReady("gate", ("confirmed", "ties")),
    session_errors.NoDays(),
    session_errors.NotASessionDay("2026-12-05"),
    session_errors.NoTimeAtAll(),
    session_errors.TimeAhead("2026-12-01 09:00"),
    session_errors.TimesCross("专家1"),
    session_errors.GuestUnclear(),
    session_errors.SeedMissing(),
    session_errors.NobodyToDraw(),
    session_errors.NobodyToSeat(),
    session_errors.SitsAlready("R2"),
    session_errors.StillOnPanel(("R2",)),
    session_errors.NothingToPrint(),
    session_errors.LotsWrong(("P1",)),
    session_errors.OutOfRoom("R1", "P1"),
    session_errors.NotCounted("R1", "P1"),
    session_errors.OnlyErrors(),
    session_errors.TooManyBallots(9, 3, 7),
    session_errors.NothingOpen(),
    session_errors.NotIssued("11"),
    session_errors.NotAScan("签字页.docx", 50),
    session_errors.SignedAlready("专家1"),
    session_errors.HeadMistyped(),
    session_errors.NightChanged(7, 9),
    session_errors.NotDisclosed("P1"),
    session_errors.KeptAway("P1"),
    session_errors.ChangeStands("R2", "B1"),
    session_errors.NoSuchChange(7),
    session_errors.WasPresent("R3", "P1"),
    session_errors.NotARehearsal(),
)


@pytest.mark.parametrize("error", REFUSALS, ids=lambda error: type(error).__name__)
def test_every_refusal_is_a_sentence(error: ReviewerError) -> None:
    chinese, english = sentence(error, ZH), sentence(error, EN)

    assert chinese
    assert english
    assert chinese != english


def test_no_refusal_is_without_an_example_here() -> None:
    leaves = {
        name
        for name, found in vars(session_errors).items()
        if isinstance(found, type) and found.__module__ == session_errors.__name__
    }

    assert {type(error).__name__ for error in REFUSALS} == leaves


def test_the_gate_names_its_red_lines_in_words() -> None:
    told = sentence(session_errors.StepNotReady("gate", ("confirmed", "ties")), ZH)

    assert told == "暂不能进入下一步：封存检查未通过：评分修改均已确认、并列均已处理"


@pytest.mark.parametrize(
    ("say", "members"),
    [
        (phase_name, SessionPhase),
        (condition_name, Condition),
        (closing_line_name, ClosingLine),
        (composition_fault, CompositionFault),
        (change_reason_name, ChangeReason),
    ],
    ids=["phases", "conditions", "lines", "faults", "reasons"],
)
def test_every_member_has_its_words(say: object, members: type[StrEnum]) -> None:
    assert callable(say)
    assert all(say(member, ZH) != say(member, EN) for member in members)
