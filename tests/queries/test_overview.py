"""Where a batch stands: every check turns green by the deed it names."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from reviewer_app.domain.application import Standing
from reviewer_app.domain.checks import CreditLine, CreditResult, FormalResult, Supplement
from reviewer_app.domain.errors import NotAllowed
from reviewer_app.domain.gate import Check, CheckKey, CheckState
from reviewer_app.domain.grounds import Ground
from reviewer_app.domain.person import Actor, Reviewer, Role
from reviewer_app.domain.plans import ImportKind, Payload
from reviewer_app.i18n import translator
from reviewer_app.queries.deviations import flags_of
from reviewer_app.queries.overview import overview
from reviewer_app.queries.ranking import ranking
from reviewer_app.words.gate import check_sentence
from reviewer_app.workflow.apply_import import apply_import
from reviewer_app.workflow.change_setting import change_setting
from reviewer_app.workflow.change_standing import change_standing
from reviewer_app.workflow.check_form import check_form, record_supplement
from reviewer_app.workflow.explain_deviation import explain_deviation
from reviewer_app.workflow.new_workspace import new_workspace
from reviewer_app.workflow.record_credit import record_credit
from reviewer_app.workflow.record_vote import record_vote
from reviewer_app.workflow.set_aside import recuse
from reviewer_app.workflow.verify_inputs import verify_inputs
from reviewer_app.workspace import Workspace
from tests.builders import (
    a_plan,
    a_scheme,
    a_workspace,
    an_application,
    as_person,
    score_sheet,
    some_surroundings,
)

PANEL = tuple(Reviewer(f"R{place}", f"专家{place}", leader=place == 1) for place in (1, 2, 3))


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    made = a_workspace(tmp_path / "w.review")
    yield made
    made.close()


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[Workspace]:
    made = new_workspace(tmp_path / "f.review", "新批次", a_scheme(), some_surroundings())
    yield made
    made.close()


def check(workspace: Workspace, key: CheckKey, verified_at: int | None = None) -> Check:
    shown = overview(workspace, verified_at)
    return next(found for found in shown.checks if found.key is key)


def next_of(workspace: Workspace) -> CheckKey | None:
    first = overview(workspace).next
    return first.key if first else None


def is_done(workspace: Workspace, key: CheckKey) -> bool:
    return check(workspace, key).state is CheckState.DONE


def score_all(workspace: Workspace) -> None:
    for application in ("P1", "P2"):
        for reviewer in ("R1", "R2", "R3"):
            score_sheet(workspace, application, reviewer, "30", "30")


def test_a_fresh_batch_begins_with_the_bureau_then_the_scheme_then_applications(
    fresh: Workspace,
) -> None:
    assert next_of(fresh) is CheckKey.BUREAU
    change_setting(fresh, "bureau.name", "某市工信局")
    assert next_of(fresh) is CheckKey.SCHEME
    change_setting(fresh, "scheme.confirmed", fresh.scheme().digest)
    assert next_of(fresh) is CheckKey.APPLICATIONS


def test_naming_the_bureau_and_confirming_the_scheme_turn_green(workspace: Workspace) -> None:
    change_setting(workspace, "bureau.name", "某市工信局")
    change_setting(workspace, "scheme.confirmed", workspace.scheme().digest)

    assert is_done(workspace, CheckKey.BUREAU)
    assert is_done(workspace, CheckKey.SCHEME)


def test_answering_the_last_question_turns_green(workspace: Workspace) -> None:
    for number in range(1, 14):
        change_setting(workspace, f"question.{number}", "已定")
    assert check(workspace, CheckKey.QUESTIONS).count == 1

    change_setting(workspace, "question.14", "适用同一尺度")

    assert is_done(workspace, CheckKey.QUESTIONS)


def test_importing_applications_and_reviewers_turns_green(fresh: Workspace) -> None:
    apply_import(
        fresh, a_plan(ImportKind.APPLICATIONS, Payload(applications=(an_application("P1"),)))
    )
    apply_import(fresh, a_plan(ImportKind.REVIEWERS, Payload(reviewers=PANEL)))

    assert is_done(fresh, CheckKey.APPLICATIONS)
    assert is_done(fresh, CheckKey.REVIEWERS)
    assert is_done(fresh, CheckKey.LEADER)


def test_the_last_line_of_a_formal_check_turns_green(workspace: Workspace) -> None:
    passed = dict.fromkeys(range(1, 15), (FormalResult.PASSED, ""))
    check_form(workspace, application="P1", findings=passed)
    change_standing(workspace, application="P2", standing=Standing.WITHDRAWN, reason="撤回")
    assert check(workspace, CheckKey.FORMAL).subject == "P1"

    check_form(workspace, application="P1", findings={15: (FormalResult.PASSED, "")})

    assert is_done(workspace, CheckKey.FORMAL)


def test_a_failed_application_is_decided_on_by_its_standing(workspace: Workspace) -> None:
    check_form(workspace, application="P1", findings={3: (FormalResult.FAILED, "执照过期")})
    assert check(workspace, CheckKey.FORMAL_FAILED).subject == "P1"

    change_standing(workspace, application="P1", standing=Standing.INELIGIBLE, reason="不合格")

    assert is_done(workspace, CheckKey.FORMAL_FAILED)


def test_a_veto_of_a_credit_source_must_be_decided_on(workspace: Workspace) -> None:
    veto = CreditLine("信用中国", "2026-11-10", CreditResult.VETO, "严重失信")
    record_credit(workspace, applications=("P2",), line=veto)
    assert check(workspace, CheckKey.FORMAL_FAILED).subject == "P2"

    later = CreditLine("信用中国", "2026-11-20", CreditResult.CLEAR)
    record_credit(workspace, applications=("P2",), line=later)

    assert is_done(workspace, CheckKey.FORMAL_FAILED)


def test_a_supplement_is_open_until_it_came(workspace: Workspace) -> None:
    asked = Supplement("2026-11-20", "2026-11-30")
    record_supplement(workspace, application="P2", supplement=asked)
    assert check(workspace, CheckKey.SUPPLEMENTS).subject == "P2"

    came = Supplement("2026-11-20", "2026-11-30", "2026-11-24")
    record_supplement(workspace, application="P2", supplement=came)

    assert is_done(workspace, CheckKey.SUPPLEMENTS)


def test_missing_data_are_mended_by_an_import(tmp_path: Path) -> None:
    lacking = a_workspace(tmp_path / "l.review", applications=(an_application("P1", users=None),))
    assert check(lacking, CheckKey.INPUTS).subject == "P1"

    apply_import(lacking, a_plan(ImportKind.METRICS, Payload(metrics={"P1": {"users": "3"}})))

    assert is_done(lacking, CheckKey.INPUTS)
    lacking.close()


def test_a_figure_is_verified_while_it_stands_as_the_second_person_read_it(
    workspace: Workspace,
) -> None:
    second = as_person(workspace, Actor("李干事", Role.SECRETARY))
    verify_inputs(second, application="P1", typed={"users": "4"})
    verify_inputs(second, application="P2", typed={"users": "7"})
    assert is_done(workspace, CheckKey.METRICS)

    apply_import(workspace, a_plan(ImportKind.METRICS, Payload(metrics={"P2": {"users": "8"}})))

    found = check(workspace, CheckKey.METRICS)
    assert (found.count, found.total, found.subject) == (1, 2, "P2")


def test_a_credit_check_ages(workspace: Workspace) -> None:
    line = CreditLine("信用中国", "2026-11-10", CreditResult.CLEAR)
    record_credit(workspace, applications=("P1", "P2"), line=line)
    assert is_done(workspace, CheckKey.CREDIT)

    change_setting(workspace, "credit.days", "10")

    assert check(workspace, CheckKey.CREDIT).count == 2


def test_a_recusal_needs_a_ground_of_the_list(workspace: Workspace) -> None:
    recuse(workspace, application="P2", reviewer="R3", ground="同单位")
    assert check(workspace, CheckKey.RECUSALS).subject == "P2"

    recuse(
        workspace, application="P2", reviewer="R3", ground="单位相同", grounds=(Ground.SAME_UNIT,)
    )

    assert is_done(workspace, CheckKey.RECUSALS)


def test_a_hint_is_handled_by_a_recusal_or_a_dismissal(fresh: Workspace) -> None:
    apply_import(
        fresh, a_plan(ImportKind.APPLICATIONS, Payload(applications=(an_application("P1"),)))
    )
    panel = (*PANEL[:2], Reviewer("R3", "专家3", organisation="虚构单位"))
    apply_import(fresh, a_plan(ImportKind.REVIEWERS, Payload(reviewers=panel)))
    assert check(fresh, CheckKey.HINTS).subject == "P1"

    recuse(fresh, application="P1", reviewer="R3", ground="单位相同", grounds=(Ground.SAME_UNIT,))

    assert is_done(fresh, CheckKey.HINTS)


def test_sheets_are_in_when_the_last_is_submitted(workspace: Workspace) -> None:
    recuse(workspace, application="P2", reviewer="R3", ground="同单位")
    score_sheet(workspace, "P1", "R1", "30", "30")
    score_sheet(workspace, "P1", "R2", "30", submit=False)

    first, second, third = overview(workspace).progress

    assert (first.submitted, first.expected, first.begun, first.aside) == (1, 2, 0, 0)
    assert (second.submitted, second.expected, second.begun, second.aside) == (0, 2, 1, 0)
    assert (third.submitted, third.expected, third.begun, third.aside) == (0, 1, 0, 1)
    found = check(workspace, CheckKey.SHEETS)
    assert (found.count, found.total, found.subject) == (4, 5, "R1")


def test_a_shared_rank_is_parted_by_a_vote(tmp_path: Path) -> None:
    tied = a_workspace(
        tmp_path / "t.review",
        applications=(an_application("P1"), an_application("P2")),
        scheme=a_scheme(tie_break=["vote"]),
    )
    score_all(tied)
    assert check(tied, CheckKey.TIES).count == 2

    record_vote(tied, order=("P2", "P1"), reason="专家组表决")

    assert is_done(tied, CheckKey.TIES)
    tied.close()


def test_a_score_far_from_the_others_is_explained(workspace: Workspace) -> None:
    for reviewer, value in (("R1", "40"), ("R2", "40"), ("R3", "10")):
        score_sheet(workspace, "P1", reviewer, value, value)
        score_sheet(workspace, "P2", reviewer, "30", "30")
    assert check(workspace, CheckKey.OUTLIERS).subject == "P1"

    for found in flags_of(workspace, ranking(workspace)).sheets:
        explain_deviation(
            workspace,
            application="P1",
            reviewer=found.deviation.reviewer,
            statement="复核后维持原评分，理由如下。",
        )

    assert is_done(workspace, CheckKey.OUTLIERS)


def test_verify_holds_until_something_is_changed(workspace: Workspace) -> None:
    score_all(workspace)
    now = workspace.store.head()[0]
    assert check(workspace, CheckKey.VERIFY).state is CheckState.TO_DO
    assert check(workspace, CheckKey.VERIFY, now).state is CheckState.DONE

    change_setting(workspace, "bureau.name", "某市工信局")

    assert check(workspace, CheckKey.VERIFY, now).state is CheckState.ATTENTION


def test_the_bureau_leader_sees_where_the_batch_stands_and_mends_nothing(
    workspace: Workspace,
) -> None:
    shown = overview(as_person(workspace, Actor("局长", Role.BUREAU_LEADER)))

    assert not shown.may_mend
    assert shown.applications == 2


def test_a_reviewer_does_not_see_the_progress_of_others(workspace: Workspace) -> None:
    with pytest.raises(NotAllowed):
        overview(as_person(workspace, Actor("专家1", Role.REVIEWER, "R1")))


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_every_check_of_a_fresh_and_a_scored_batch_has_its_sentence(
    workspace: Workspace, fresh: Workspace, language: str
) -> None:
    recuse(workspace, application="P2", reviewer="R3", ground="同单位")
    for shown in (overview(workspace), overview(fresh)):
        for found in shown.checks:
            text = check_sentence(found, translator(language))
            assert text
            assert "{" not in text
