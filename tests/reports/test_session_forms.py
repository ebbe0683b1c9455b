"""The papers of the panel and its meeting: attendance, pledges, draw, agenda."""

from dataclasses import replace

from reviewer_app.domain.document import Document, Edition, Facts, RowKind
from reviewer_app.domain.grounds import RaisedBy, RecusalCase
from reviewer_app.domain.person import Person, Reviewer, Role
from reviewer_app.reports.agenda import Agenda, Slot, agenda
from reviewer_app.reports.attendance import Attendance, attendance
from reviewer_app.reports.catalogue import build
from reviewer_app.reports.draw import Draw, Drawn, draw
from reviewer_app.reports.facts import ReportFacts
from reviewer_app.reports.pdf import texts
from tests.reports.builders import a_batch, a_panel, some_facts
from tests.reports.form_facts import NUMBER
from tests.reports.test_layout import laid, words_on

PANEL = (
    Reviewer("R1", "黄某", "甲大学", "教授", "算法", leader=True),
    Reviewer("R2", "丁某", "乙医院", "主任医师", "医疗"),
    Reviewer("R3", "李某", "丙所", "研究员", "数据"),
)


def of_three(edition: Edition = Edition.INTERNAL) -> ReportFacts:
    return some_facts(a_batch(3, 3), PANEL, edition)


def the_rows(document: Document, table: int = 0) -> list[tuple[object, ...]]:
    return [row.cells for row in list(document.tables())[table].rows]


def values(document: Document, label: str) -> list[str]:
    return [
        fact.value
        for block in document.blocks
        if isinstance(block, Facts)
        for fact in block.facts
        if fact.label == label
    ]


def test_reviewers_sign_in_by_strokes_with_two_rows_to_spare() -> None:
    rows = the_rows(build("attendance", of_three()))

    assert [row[:4] for row in rows[:3]] == [
        ("1", "丁某", "乙医院", "主任医师"),
        ("2", "李某", "丙所", "研究员"),
        ("3", "黄某", "甲大学", "教授"),
    ]
    assert [row[1] for row in rows[3:]] == ["", ""]


def test_known_staff_and_supervisors_have_their_own_parts() -> None:
    people = (Person("王干事", Role.SECRETARY), Person("纪监督", Role.SUPERVISOR))

    document = build("attendance", replace(of_three(), people=people))

    assert [row[1] for row in the_rows(document, 1)] == ["王干事", "", "", "", ""]
    assert [row[1] for row in the_rows(document, 2)] == ["纪监督", ""]


def test_each_applicant_has_a_row_for_its_presenter() -> None:
    rows = the_rows(build("attendance", of_three()), 3)

    assert [row[1] for row in rows] == [f"XMHYMX-2026-{place:03}" for place in (1, 2, 3)]
    assert all(set(row[3:]) == {""} for row in rows)


def test_what_a_meeting_records_fills_the_same_blanks() -> None:
    blank = build("attendance", of_three())
    session = Attendance("2026-12-01", "三楼会议室", {"丁某": "08:35"})

    document = attendance(of_three(), session)

    assert values(document, "地点") == ["三楼会议室"] * 2
    assert the_rows(document)[0][5] == "08:35"
    assert [len(table.rows) for table in document.tables()] == [
        len(table.rows) for table in blank.tables()
    ]


def test_a_pledge_takes_one_page_for_each_reviewer() -> None:
    pages = laid(build("pledge", of_three()))

    assert ["丁某" in words_on(page) for page in pages] == [True, False, False]
    assert len(pages) == 3
    assert all(words_on(page).count("□") == 13 for page in pages)


def test_grounds_named_before_are_ticked_on_the_own_pledge_only() -> None:
    case = RecusalCase(NUMBER, "R3", "shares", RaisedBy.SELF)

    document = build("pledge", replace(of_three(), recusals=(case,)))

    said = list(texts(document))
    assert sum("■ 8. 持有申报单位股份" in text for text in said) == 1
    assert sum(text.startswith("■ 存在") and NUMBER in text for text in said) == 1


def test_what_others_raised_is_not_pledged_for_the_reviewer() -> None:
    case = RecusalCase(NUMBER, "R3", "shares", RaisedBy.OTHER)

    said = list(texts(build("pledge", replace(of_three(), recusals=(case,)))))

    assert not any("■" in text for text in said)


def test_the_draw_lists_the_panel_and_leaves_the_order_open() -> None:
    document = build("draw", of_three())

    rows = the_rows(document)
    assert [row[:2] for row in rows[:3]] == [("", "丁某"), ("", "李某"), ("", "黄某")]
    assert len(rows) == 12
    assert "■" not in values(document, "抽取方式")[0]


def test_a_recorded_draw_shows_its_seed_and_order() -> None:
    record = Draw((Drawn("李某", order="1", answer="参加"),), seed="20261201")

    document = draw(of_three(), record)

    assert values(document, "抽取方式") == ["■系统随机抽取，种子：20261201　□现场抽签"]
    assert the_rows(document)[0][0] == "1"


def test_the_agenda_leaves_lots_to_be_drawn_at_the_meeting() -> None:
    rows = the_rows(build("agenda", of_three()))

    assert [row[0] for row in rows] == ["", "", ""]
    assert [row[1] for row in rows] == [f"XMHYMX-2026-{place:03}" for place in (1, 2, 3)]


def test_a_recorded_order_is_printed_in_that_order() -> None:
    slots = (Slot("XMHYMX-2026-003", "1", "09:40", "张三"), Slot("XMHYMX-2026-001", "2"))

    rows = the_rows(agenda(of_three(), Agenda(slots, seed="7")))

    assert rows[0][:2] == ("1", "XMHYMX-2026-003")
    assert rows[0][4:] == ("09:40", "张三")
    assert rows[1][:2] == ("2", "XMHYMX-2026-001")


def test_the_public_agenda_names_neither_presenters_nor_reviewers() -> None:
    plan = Agenda((Slot("XMHYMX-2026-003", "1", "09:40", "张三"),))

    said = "\n".join(texts(agenda(of_three(Edition.PUBLIC), plan)))

    assert "09:40" in said
    assert "张三" not in said
    assert not [person.name for person in PANEL if person.name in said]


def test_rows_for_a_hand_are_high_enough_for_one() -> None:
    document = build("attendance", some_facts(a_batch(3, 3), a_panel(3)))

    assert {row.kind for table in document.tables() for row in table.rows} == {RowKind.BY_HAND}
