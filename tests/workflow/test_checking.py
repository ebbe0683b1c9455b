"""Formal check, credit, other support: traced, looked at twice, never a blank."""

from pathlib import Path

import pytest

from reviewer_app.domain.batch_setup import CREDIT_DAYS
from reviewer_app.domain.check_errors import LinesOpen, NotADay, RemarkMissing, SamePerson
from reviewer_app.domain.checks import (
    CreditLine,
    CreditResult,
    FormalResult,
    SameContent,
    Supplement,
    SupportLevel,
)
from reviewer_app.domain.errors import NotAllowed, NothingChanged, ReasonMissing
from reviewer_app.domain.person import Actor, Role
from reviewer_app.queries.application import application_page
from reviewer_app.queries.applications import ApplicationLine, application_list
from reviewer_app.workflow.change_setting import change_setting
from reviewer_app.workflow.check_form import (
    check_form,
    pass_forms,
    recheck_form,
    record_supplement,
)
from reviewer_app.workflow.edit_application import (
    Description,
    DescriptionField,
    edit_application,
)
from reviewer_app.workflow.record_credit import correct_credit, record_credit
from reviewer_app.workflow.record_overlap import OverlapForm, record_overlap
from reviewer_app.workspace import Workspace
from tests.builders import a_workspace, as_person

LIN = Actor("林干事", Role.SECRETARY)
FAILED, PASSED = FormalResult.FAILED, FormalResult.PASSED


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return a_workspace(tmp_path / "batch.review")


def first(workspace: Workspace) -> ApplicationLine:
    return application_list(workspace)[0]


def test_all_lines_pass_at_once_and_exceptions_stay(workspace: Workspace) -> None:
    check_form(workspace, application="P1", findings={3: (FormalResult.SUPPLEMENT, "缺公章")})

    pass_forms(workspace, applications=("P1", "P2"))

    lines = application_page(workspace, "P1").formal
    assert len(lines) == 15
    assert {line.item for line in lines if line.result is not PASSED} == {3}
    assert [line.formal for line in application_list(workspace)] == [
        FormalResult.SUPPLEMENT,
        PASSED,
    ]


def test_a_line_that_failed_says_why(workspace: Workspace) -> None:
    with pytest.raises(RemarkMissing):
        check_form(workspace, application="P1", findings={3: (FAILED, " ")})


def test_the_second_look_at_the_form_is_another_persons(workspace: Workspace) -> None:
    with pytest.raises(LinesOpen):
        recheck_form(as_person(workspace, LIN), application="P1")
    pass_forms(workspace, applications=("P1",))
    with pytest.raises(SamePerson):
        recheck_form(workspace, application="P1")

    recheck_form(as_person(workspace, LIN), application="P1")

    assert first(workspace).second


def test_a_changed_line_needs_its_second_look_again(workspace: Workspace) -> None:
    pass_forms(workspace, applications=("P1",))
    recheck_form(as_person(workspace, LIN), application="P1")

    check_form(workspace, application="P1", findings={7: (FAILED, "无审计报告")})

    assert not first(workspace).second
    assert first(workspace).formal is FAILED


def test_a_supplement_is_awaited_until_it_came(workspace: Workspace) -> None:
    asked = Supplement("2026-11-20", "2026-11-27")
    record_supplement(workspace, application="P1", supplement=asked)
    waiting = first(workspace).due
    came = Supplement("2026-11-20", "2026-11-27", "2026-11-25", "补齐")
    record_supplement(workspace, application="P1", supplement=came)

    assert (waiting, first(workspace).due) == ("2026-11-27", "")
    with pytest.raises(NotADay):
        record_supplement(workspace, application="P1", supplement=Supplement("11月", ""))


def test_one_query_is_filled_down_and_old_ones_are_said(workspace: Workspace) -> None:
    old = CreditLine("信用中国", "2026-10-01", CreditResult.CLEAR)
    record_credit(workspace, applications=("P1", "P2"), line=old)
    lines = application_list(workspace)  # the clock of the tests stands at 2026-11-24

    assert [(line.credit, line.is_credit_old) for line in lines] == [(CreditResult.CLEAR, True)] * 2
    change_setting(workspace, CREDIT_DAYS, "90")
    assert not first(workspace).is_credit_old
    change_setting(workspace, CREDIT_DAYS, "")

    new = CreditLine("信用中国", "2026-11-20", CreditResult.CLEAR)
    record_credit(workspace, applications=("P1",), line=new)
    assert not first(workspace).is_credit_old


def test_a_wrong_query_is_corrected_in_its_row(workspace: Workspace) -> None:
    line = CreditLine("信用中国", "2026-11-20", CreditResult.CLEAR)
    record_credit(workspace, applications=("P1",), line=line)
    (row,) = application_page(workspace, "P1").credit

    veto = CreditLine("信用中国", "2026-11-20", CreditResult.VETO, "严重失信主体")
    correct_credit(workspace, application="P1", row=row, line=veto)

    assert first(workspace).credit is CreditResult.VETO
    with pytest.raises(NothingChanged):
        correct_credit(workspace, application="P1", row=row, line=veto)


def test_other_support_is_decided_by_a_person_with_reason(workspace: Workspace) -> None:
    found = OverlapForm(SupportLevel.PROVINCE, "省级人工智能项目", "2026", amount="６00")
    record_overlap(workspace, application="P1", overlap=found)
    assert first(workspace).open_overlaps == 1

    (overlap,) = application_page(workspace, "P1").overlaps.values()
    assert overlap.amount_fen == 600_000_000

    decided = OverlapForm(SupportLevel.CITY, "首版次", same_content=SameContent.NO)
    with pytest.raises(ReasonMissing):
        record_overlap(workspace, application="P1", overlap=decided)


def test_a_description_is_edited_and_voids_nothing(workspace: Workspace) -> None:
    before = application_page(workspace, "P1").computed
    fields = {
        DescriptionField.CONTACT: "陈工 0592-0000000",
        DescriptionField.CREDIT_CODE: "９１ ab",
    }

    edit_application(workspace, application="P1", description=Description(fields, {"备注": "甲"}))

    page = application_page(workspace, "P1")
    assert page.application.contact == "陈工 0592-0000000"
    assert page.application.credit_code == "91AB"
    assert dict(page.application.extra) == {"备注": "甲"}
    assert {code: item.value for code, item in page.computed.items()} == {
        code: item.value for code, item in before.items()
    }


def test_a_reviewer_sees_no_list_of_applications(workspace: Workspace) -> None:
    reviewer = as_person(workspace, Actor("专家1", Role.REVIEWER, "R1"))

    with pytest.raises(NotAllowed):
        application_list(reviewer)
    with pytest.raises(NotAllowed):
        application_page(reviewer, "P1")
