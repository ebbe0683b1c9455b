"""The papers of a meeting carry what was recorded, and none shows results too early."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest

from reviewer_app.domain.document import Document, Edition, HandLines
from reviewer_app.domain.drawing import Expert, Seats
from reviewer_app.domain.room import StatementKind
from reviewer_app.domain.session_errors import NotNow
from reviewer_app.i18n import translator
from reviewer_app.queries.report import ReportOrder, prepare
from reviewer_app.queries.verification import verification
from reviewer_app.workflow.draw_lots import answer_draw, draw_panel
from reviewer_app.workflow.new_workspace import new_workspace
from reviewer_app.workflow.night import check_morning, lock_evening
from reviewer_app.workflow.room import mark_arrival, mark_departure, record_statement
from reviewer_app.workspace import Workspace
from tests.builders import a_scheme, some_surroundings
from tests.session.meeting import SUPERVISOR, Meeting, a_meeting, reviewer, to_scoring
from tests.session.test_whole_meeting import hold

CHINESE = ReportOrder(Edition.INTERNAL, translator("zh_CN"))


def texts(value: object) -> Iterator[str]:
    """Give every text within a document."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from texts(item)
    elif is_dataclass(value):
        for part in fields(value):
            yield from texts(getattr(value, part.name))


def printed(workspace: Workspace, key: str) -> str:
    """Prepare a paper and give its texts, a line each."""
    return "\n".join(texts(paper(workspace, key)))


def paper(workspace: Workspace, key: str) -> Document:
    return prepare(workspace, key, CHINESE)


@pytest.fixture
def meeting(tmp_path: Path) -> Iterator[Meeting]:
    made = a_meeting(tmp_path / "whole.review")
    hold(made)
    yield made
    made.staff.store.close()


@pytest.mark.parametrize(
    "sentence",
    [
        "2026年12月1日上午到会：专家1（08:40到）、专家2（08:40到）、专家3（09:20到）。",
        "答辩顺序第1次抽签（现场抽签，监督人员周监督）：P2、P1。",
        "08:40 推选组长：举手推选（登记人王干事）。",
        "09:20 专家3对项目P2：回避，同单位。",
        "专家3因项目P2于09:20离场，09:45返回。",
        "公开评分时得分/最终得分：P1 64.00/62.33；P2 47.00/47.00。",
        "09:45 专家2将项目P1的B1由30改为25，原因07笔误：笔误,应为25分。组长确认：专家1。",
        "表决“是否推荐P1”：同意2票、反对1票、弃权0票，通过。",
        "专家3对P1的不同意见：测试集与训练集有重叠。",
    ],
)
def test_the_minutes_tell_the_meeting(meeting: Meeting, sentence: str) -> None:
    assert sentence in printed(meeting.staff, "minutes").splitlines()


@pytest.mark.parametrize(
    "sentence",
    [
        "异常评分复核和评分修改情况：复核异常评分0人次，其中维持0人次、修改0人次；评分提交后共修改1项。",
        "专家2将项目P1的B1由30改为25，原因：笔误；笔误,应为25分。",
        "专家3对P1的不同意见：测试集与训练集有重叠。",
    ],
)
def test_the_work_report_tells_what_is_recorded(meeting: Meeting, sentence: str) -> None:
    assert sentence in printed(meeting.staff, "work-report").splitlines()


def test_an_opinion_carries_what_was_held_against_it(meeting: Meeting) -> None:
    lines = printed(meeting.staff, "opinions").splitlines()

    at = lines.index("不同意见：□无　■有：")
    assert lines[at + 1] == "专家3：测试集与训练集有重叠。"
    assert lines.count("不同意见：□无　□有（附后）。") == 1, "nothing was held against P2"


def test_where_everything_is_recorded_the_work_report_leaves_no_lines(meeting: Meeting) -> None:
    blocks = paper(meeting.staff, "work-report").blocks

    assert [block for block in blocks if isinstance(block, HandLines)] == [HandLines(1)], (
        "no formal check was made in this meeting"
    )


def test_attendance_and_order_are_filled_in(meeting: Meeting) -> None:
    came = printed(meeting.staff, "attendance")
    order = printed(meeting.staff, "agenda")

    assert "2026-12-01 09:20" in came
    assert order.index("项目P2") < order.index("项目P1")
    assert "12-01 09:25" in order


def test_the_pledge_names_what_was_stated_and_fees_count_the_days(tmp_path: Path) -> None:
    meeting = to_scoring(tmp_path / "w.review")
    record_statement(
        meeting.staff, reviewer="R2", kind=StatementKind.RECUSAL, conflicts="P2（同单位）"
    )
    meeting.clock.set("2026-12-01 12:00")
    mark_departure(meeting.staff, reviewer("R1"))
    meeting.clock.set("2026-12-02 09:00")
    mark_arrival(meeting.staff, reviewer("R1"))

    assert printed(meeting.staff, "pledge").count("P2（同单位）") == 1
    days = [row.cells[6] for row in next(paper(meeting.staff, "fees").tables()).rows]
    assert days == ["2", "1", "1", ""]


def test_the_log_says_who_confirmed(meeting: Meeting) -> None:
    log = printed(meeting.staff, "score-changes")

    assert "专家1 2026-12-01 09:45" in log


def test_the_opinion_is_the_panels_own(meeting: Meeting) -> None:
    booklet = printed(meeting.staff, "opinions")

    assert "同意" in booklet
    assert "推荐列入支持范围" in booklet


def test_the_draw_prints_the_attempt_that_holds(tmp_path: Path) -> None:
    meeting = a_meeting(tmp_path / "w.review")
    pool = tuple(Expert(f"R{place}", f"专家{place}", "技术", "甲大学") for place in (1, 2, 3))
    draw_panel(
        meeting.as_(SUPERVISOR), pool, (Seats("技术", 1),), seed="314159", supervisor="周监督"
    )

    record = printed(meeting.staff, "draw")

    assert "种子：314159" in record
    assert record.index("专家2") < record.index("专家1")


def test_the_minutes_tell_every_attempt_at_the_panel(tmp_path: Path) -> None:
    """R2 is the smallest digest of 314159:1, as the record above shows; R1 follows."""
    meeting = a_meeting(tmp_path / "w.review")
    pool = tuple(Expert(f"R{place}", f"专家{place}", "技术", "甲大学") for place in (1, 2, 3))
    draw_panel(meeting.staff, pool, (Seats("技术", 1),), seed="314159", supervisor="周监督")
    answer_draw(meeting.staff, 1, 1, comes=False, note="出差")
    answer_draw(meeting.staff, 1, 2, comes=True)

    minutes = printed(meeting.staff, "minutes")

    sentence = "抽取专家（第1次，种子314159，周监督在场监督）。参加：专家1。不参加：专家2（出差）。"
    assert sentence in minutes


def test_the_sealing_sheet_carries_head_versions_and_signatures(meeting: Meeting) -> None:
    _, head = meeting.staff.store.head()

    sheet = printed(meeting.staff, "closing-sheet")

    assert f"{head[:4]} {head[4:8]} {head[8:12]}" in sheet
    assert "已封存" in sheet
    assert sheet.count("纸面手签") == 3


def test_the_head_on_the_evenings_sheet_opens_in_the_morning(tmp_path: Path) -> None:
    meeting = to_scoring(tmp_path / "w.review")
    lock_evening(meeting.staff)
    lines = printed(meeting.staff, "closing-sheet").splitlines()
    head = lines[lines.index("留痕链摘要值") + 1]

    check_morning(meeting.staff, head[:14])


@pytest.mark.parametrize("key", ["ranking", "composite", "score-sheets", "minutes", "feedback"])
def test_no_paper_shows_results_while_scores_are_given(tmp_path: Path, key: str) -> None:
    meeting = to_scoring(tmp_path / "w.review")

    with pytest.raises(NotNow):
        paper(meeting.staff, key)
    assert printed(meeting.staff, "attendance")
    assert printed(meeting.staff, "agenda")


def test_a_rehearsal_says_so_on_every_paper(tmp_path: Path) -> None:
    workspace = new_workspace(
        tmp_path / "w.review", "演练批次", a_scheme(), some_surroundings(), rehearsal=True
    )

    marks = {paper(workspace, key).title[:4] for key in ("attendance", "ranking", "minutes")}

    assert marks == {"【演练】"}
    assert verification(workspace).passed
    workspace.store.close()
