"""Rows, sheets and headers: cases 1, 5 to 10, 25 to 30, 35 to 37, 40 and 61."""

import time
from pathlib import Path

import pytest

from reviewer_app.domain.plans import ImportKind
from reviewer_app.domain.problem_kinds import ProblemKind as Kind
from tests.importing.builders import (
    APPLICATION_HEADERS,
    Book,
    Raw,
    a_batch,
    a_plan,
    applications,
    book_of,
    cell_xml,
    error_kinds,
    errors,
    formula,
    metric,
    metrics,
    note_kinds,
    number,
    sheet_xml,
)

METRICS = ImportKind.METRICS
GOOD: list[object] = ["N-1", "甲项目", "甲公司", 500]
OTHER: list[object] = ["N-2", "乙项目", "乙公司", 300]


def test_case_01_every_row_of_a_good_file_is_planned(tmp_path: Path) -> None:
    rows = [[f"N-{index}", f"项目{index}", "公司", index] for index in range(1, 31)]

    plan = a_plan(tmp_path, applications(*rows))

    assert plan.is_clean
    assert [row.number for row in plan.payload.applications] == [row[0] for row in rows]
    assert plan.payload.applications[29].requested_fen == 30_000_000


def test_case_05_a_merged_key_is_an_error_from_its_second_row_on(tmp_path: Path) -> None:
    rows: list[list[object]] = [GOOD, [None, "乙项目", "乙公司", 1], [None, "丙项目", "丙公司", 1]]

    plan = a_plan(tmp_path, book_of([APPLICATION_HEADERS, *rows], merges=["A2:A4"]))

    assert errors(plan) == [(Kind.MERGED_CELL, 3), (Kind.MERGED_CELL, 4)]
    assert [row.number for row in plan.payload.applications] == ["N-1"]


def test_case_05_a_merged_name_can_be_filled_on_request(tmp_path: Path) -> None:
    rows: list[list[object]] = [["N-1", "甲", "甲公司", 1], ["N-2", "乙", None, 1]]
    data = book_of([APPLICATION_HEADERS, *rows], merges=["C2:C3"])

    plan = a_plan(tmp_path, data, fill_merged=True)

    assert [row.applicant for row in plan.payload.applications] == ["甲公司", "甲公司"]
    assert note_kinds(plan) == {Kind.MERGED_FILLED}


def test_case_06_merged_headers_need_the_columns_by_letter(tmp_path: Path) -> None:
    headers = ["项目编号", "项目名称", None, "申报单位"]
    data = book_of([headers, ["N-1", "甲", "副题", "甲公司"]], merges=["B1:C1"])

    doubtful = a_plan(tmp_path, data)
    mapped = a_plan(tmp_path, data, header_map={"B": "项目名称", "C": "受理单位"})

    assert error_kinds(doubtful) == [Kind.HEADER_MERGED]
    assert [(row.name, row.office) for row in mapped.payload.applications] == [("甲", "副题")]


def test_case_07_hidden_rows_and_columns_are_read_and_counted(tmp_path: Path) -> None:
    data = book_of(
        [APPLICATION_HEADERS, GOOD, OTHER],
        hidden_rows=[3],
        before='<cols><col min="4" max="4" hidden="1"/></cols>',
    )

    plan = a_plan(tmp_path, data)

    assert len(plan.payload.applications) == 2
    assert note_kinds(plan) == {Kind.HIDDEN_ROWS, Kind.HIDDEN_COLUMNS}
    assert plan.notes[0].facts == {"count": "1", "first": "3"}


@pytest.mark.parametrize("state", ["hidden", "veryHidden"])
def test_case_08_a_hidden_sheet_is_never_chosen_silently(tmp_path: Path, state: str) -> None:
    cover = ("说明", sheet_xml([["请填写第二页"]]), "visible")
    data = Book([cover, ("申报", sheet_xml([APPLICATION_HEADERS, GOOD]), state)]).data()

    silent = a_plan(tmp_path, data)
    named = a_plan(tmp_path, data, sheet="申报")

    assert error_kinds(silent) == [Kind.SHEET_HIDDEN]
    assert silent.payload.applications == ()
    assert len(named.payload.applications) == 1
    assert note_kinds(named) == {Kind.SHEET_HIDDEN}


def test_case_09_filtered_rows_count_as_hidden_ones(tmp_path: Path) -> None:
    body = sheet_xml([APPLICATION_HEADERS, GOOD, OTHER], hidden_rows=[2])
    filtered = body.replace("</sheetData>", '</sheetData><autoFilter ref="A1:D3"/>')

    plan = a_plan(tmp_path, Book([("数据", filtered, "visible")]).data())

    assert len(plan.payload.applications) == 2
    assert note_kinds(plan) == {Kind.HIDDEN_ROWS}


def test_case_10_data_that_is_not_on_the_first_sheet_is_asked_for(tmp_path: Path) -> None:
    cover = ("说明", sheet_xml([["请填写第二页"]]), "visible")
    data = Book([cover, ("申报", sheet_xml([APPLICATION_HEADERS, GOOD]), "visible")]).data()

    asked = a_plan(tmp_path, data)
    named = a_plan(tmp_path, data, sheet="申报")

    assert [(item.kind, item.facts["first"]) for item in asked.problems] == [
        (Kind.SHEET_CHOICE, "申报")
    ]
    assert named.is_clean


def test_case_10_two_sheets_with_data_are_asked_for(tmp_path: Path) -> None:
    sheet = sheet_xml([APPLICATION_HEADERS, GOOD])
    data = Book([("一", sheet, "visible"), ("二", sheet, "visible")]).data()

    assert error_kinds(a_plan(tmp_path, data)) == [Kind.SHEET_CHOICE]


def test_an_unknown_sheet_name_lists_those_there_are(tmp_path: Path) -> None:
    plan = a_plan(tmp_path, applications(GOOD), sheet="没有")

    assert [(item.kind, item.expected) for item in plan.problems] == [(Kind.SHEET_UNKNOWN, "数据")]


@pytest.mark.parametrize("key", ["N-1 ", "Ｎ－１", "N-1\u200b", "\u00a0N-1\u3000"])
def test_case_25_keys_are_cleaned_with_a_note(tmp_path: Path, key: str) -> None:
    plan = a_plan(tmp_path, applications([key, "功率 5 ㎡", "甲公司", 1]))

    assert [(row.number, row.name) for row in plan.payload.applications] == [("N-1", "功率 5 ㎡")]
    assert note_kinds(plan) == {Kind.KEY_CLEANED}


def test_case_26_keys_equal_after_cleaning_are_both_errors(tmp_path: Path) -> None:
    plan = a_plan(tmp_path, applications(GOOD, ["Ｎ-1", *GOOD[1:]]))

    assert errors(plan) == [(Kind.KEY_COLLISION, 2), (Kind.KEY_COLLISION, 3)]
    assert plan.payload.applications == ()


def test_case_27_an_identical_row_counts_once_with_a_note(tmp_path: Path) -> None:
    plan = a_plan(tmp_path, applications(GOOD, OTHER, GOOD))

    assert len(plan.payload.applications) == 2
    assert [(note.kind, note.row) for note in plan.notes] == [(Kind.ROW_REPEATED, 4)]


def test_case_28_one_key_with_different_data_keeps_all_its_rows_out(tmp_path: Path) -> None:
    plan = a_plan(tmp_path, applications(GOOD, OTHER, ["N-1", "改名", "甲公司", 500]))

    assert errors(plan) == [(Kind.ROW_CONFLICT, 2), (Kind.ROW_CONFLICT, 4)]
    assert [row.number for row in plan.payload.applications] == ["N-2"]


def test_case_29_a_missing_header_names_what_was_found_and_the_option(tmp_path: Path) -> None:
    data = book_of([("项目编号", "名字", "申报单位"), ["N-1", "甲", "甲公司"]])

    missing = a_plan(tmp_path, data)
    mapped = a_plan(tmp_path, data, header_map={"名字": "项目名称"})

    assert [(item.kind, item.found, item.expected) for item in missing.problems] == [
        (Kind.HEADER_MISSING, "项目编号、名字、申报单位", "项目名称")
    ]
    assert mapped.payload.applications[0].name == "甲"


def test_case_29_a_header_that_occurs_twice_needs_a_letter(tmp_path: Path) -> None:
    headers = ("项目编号", "项目名称", "申报单位", "项目名称")
    data = book_of([headers, ["N-1", "甲", "甲公司", "乙"]])

    doubtful = a_plan(tmp_path, data)
    mapped = a_plan(tmp_path, data, header_map={"D": "项目名称"})

    assert error_kinds(doubtful) == [Kind.HEADER_TWICE]
    assert mapped.payload.applications[0].name == "乙"


def test_an_option_that_names_nothing_is_a_problem(tmp_path: Path) -> None:
    plan = a_plan(
        tmp_path, applications(GOOD), header_map={"没有": "外星"}, units={"项目名称": "万元"}
    )

    assert error_kinds(plan) == [Kind.MAP_SOURCE, Kind.MAP_TARGET, Kind.UNIT_COLUMN]


def test_case_30_control_and_direction_signs_are_cleaned_with_a_note(tmp_path: Path) -> None:
    rows = [["N-1", "海\u202e峡", "甲_x0000_公_xD800_司_x0007_", 1]]

    plan = a_plan(tmp_path, applications(*rows))

    assert [(row.name, row.applicant) for row in plan.payload.applications] == [("海峡", "甲公司")]
    assert note_kinds(plan) == {Kind.TEXT_CLEANED}


def test_case_35_rows_and_cells_may_stand_in_any_order(tmp_path: Path) -> None:
    header = "".join(
        cell_xml(f"{letter}1", text)
        for letter, text in zip("DCBA", reversed(APPLICATION_HEADERS), strict=True)
    )
    body = (
        f'<row r="3">{cell_xml("C3", "乙公司")}{cell_xml("A3", "N-2")}{cell_xml("B3", "乙")}</row>'
        f'<row r="1">{header}</row>'
        f'<row r="2">{cell_xml("B2", "甲")}{cell_xml("C2", "甲公司")}{cell_xml("A2", "N-1")}</row>'
    )

    plan = a_plan(tmp_path, book_of(body=body, rows=[]))

    assert [(row.number, row.applicant) for row in plan.payload.applications] == [
        ("N-1", "甲公司"),
        ("N-2", "乙公司"),
    ]


def test_case_36_cells_without_places_keep_their_order(tmp_path: Path) -> None:
    def line(*texts: str) -> str:
        cells = "".join(f'<c t="inlineStr"><is><t>{text}</t></is></c>' for text in texts)
        return f"<row>{cells}</row>"

    body = line(*APPLICATION_HEADERS[:3]) + line("N-1", "甲", "甲公司")

    plan = a_plan(tmp_path, book_of(body=body, rows=[]))

    assert [(row.number, row.name) for row in plan.payload.applications] == [("N-1", "甲")]


def test_case_37_a_wrong_dimension_loses_no_row(tmp_path: Path) -> None:
    rows = [[f"N-{index}", "项目", "公司", 1] for index in range(50)]

    plan = a_plan(tmp_path, book_of([APPLICATION_HEADERS, *rows], before='<dimension ref="A1"/>'))

    assert len(plan.payload.applications) == 50


def test_case_40_twenty_thousand_rows_are_read_in_ten_seconds(tmp_path: Path) -> None:
    rows = [[f"N-{index}", f"项目{index}", "公司", index] for index in range(20_000)]
    data = applications(*rows)

    start = time.perf_counter()
    plan = a_plan(tmp_path, data)

    assert time.perf_counter() - start < 10
    assert len(plan.payload.applications) == 20_000


def test_case_61_titles_above_and_totals_below_are_passed_by(tmp_path: Path) -> None:
    rows = [
        ["2026年度申报汇总表"],
        ["填报单位：某局"],
        APPLICATION_HEADERS,
        GOOD,
        OTHER,
        ["合 计", None, None, 800],
        ["制表人：某某"],
    ]

    plan = a_plan(tmp_path, book_of(rows, merges=["A1:D1"]))

    assert plan.is_clean
    assert [row.number for row in plan.payload.applications] == ["N-1", "N-2"]
    assert [(note.kind, note.row) for note in plan.notes] == [
        (Kind.TOTAL_ROW, 6),
        (Kind.TOTAL_ROW, 7),
    ]


def test_unknown_columns_are_kept_as_extra_data_and_said(tmp_path: Path) -> None:
    headers = (*APPLICATION_HEADERS, "备注", "备注", "查找")
    row = [*GOOD, "一", number("1.5"), formula("VLOOKUP(1,2,3)")]

    plan = a_plan(tmp_path, applications(row, headers=headers))

    assert plan.payload.applications[0].extra == {"备注 (E)": "一", "备注 (F)": "1.5"}
    assert note_kinds(plan) == {Kind.COLUMN_KEPT, Kind.FORMULA_EMPTY}


def test_headers_may_be_english_in_any_order_with_stars(tmp_path: Path) -> None:
    headers = ("Applicant *", "requested", "Number*", "NAME")

    plan = a_plan(tmp_path, applications(["甲公司", 5, "N-1", "甲"], headers=headers))

    assert [(row.number, row.requested_fen) for row in plan.payload.applications] == [
        ("N-1", 5_000_000)
    ]


def test_a_required_cell_left_empty_is_an_error(tmp_path: Path) -> None:
    plan = a_plan(tmp_path, applications(["N-1", None, "甲公司", 1], [None, "乙", "乙公司", 1]))

    assert errors(plan) == [(Kind.REQUIRED, 2), (Kind.REQUIRED, 3)]


def test_an_amount_below_one_fen_is_an_error(tmp_path: Path) -> None:
    plan = a_plan(tmp_path, applications(["N-1", "甲", "甲公司", "0.0000001"]))

    assert error_kinds(plan) == [Kind.NOT_WHOLE_FEN]


def test_notes_of_one_kind_and_column_are_counted_after_the_first_twenty(tmp_path: Path) -> None:
    rows = [[f"N-{index} ", "项目", "公司", 1] for index in range(30)]

    plan = a_plan(tmp_path, applications(*rows))

    assert len(plan.notes) == 21
    assert plan.notes[-1].facts == {"kind": Kind.KEY_CLEANED, "count": "10"}


def test_metrics_of_an_unknown_application_are_an_error(tmp_path: Path) -> None:
    data = book_of([("项目编号", "审定投入"), ["XM-9", 1], ["XM-1", 2]])

    plan = a_plan(tmp_path, data, METRICS)

    assert errors(plan) == [(Kind.UNKNOWN_APPLICATION, 2)]
    assert metric(plan, "XM-1") == "2"


def test_a_boolean_in_a_flag_is_yes_or_no(tmp_path: Path) -> None:
    data = metrics(Raw("<v>1</v>", type="b"), "否", headers=("项目编号", "专项审计"))

    plan = a_plan(tmp_path, data, METRICS)

    assert (metric(plan, "XM-1", "audited"), metric(plan, "XM-2", "audited")) == ("1", "0")


def test_an_empty_sheet_is_said(tmp_path: Path) -> None:
    assert error_kinds(a_plan(tmp_path, book_of([]))) == [Kind.NO_ROWS]
    assert error_kinds(a_plan(tmp_path, applications())) == [Kind.NO_ROWS]


def test_a_cancelled_import_stops_with_the_callers_own_error(tmp_path: Path) -> None:
    from reviewer_app.importing.plan import ImportOptions, plan_import
    from tests.importing.builders import written

    class StoppedError(Exception):
        pass

    def stop(_rows: int) -> None:
        raise StoppedError

    path = written(tmp_path, applications(*([f"N-{i}", "项目", "公司", 1] for i in range(2000))))

    with pytest.raises(StoppedError):
        plan_import(path, ImportKind.APPLICATIONS, a_batch(), ImportOptions(), stop)
