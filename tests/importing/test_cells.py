"""What stands in a cell: cases 2 to 4, 11 to 24, 31 to 34 and 60 of reliability.md 5.3."""

from pathlib import Path

import pytest

from reviewer_app.domain.plans import ImportKind
from reviewer_app.domain.problem_kinds import ProblemKind as Kind
from tests.importing.builders import (
    DATE_STYLE,
    PERCENT_STYLE,
    Book,
    Raw,
    a_plan,
    applications,
    book_of,
    error_kinds,
    errors,
    formula,
    metric,
    metrics,
    note_kinds,
    number,
    release_dates,
    releases,
    sheet_xml,
)

METRICS = ImportKind.METRICS


def test_case_02_a_formula_gives_its_saved_value_with_a_note(tmp_path: Path) -> None:
    plan = a_plan(tmp_path, metrics(formula("A1*2", 2850)), METRICS)

    assert metric(plan, "XM-1") == "2850"
    assert note_kinds(plan) == {Kind.FORMULA_CACHED}


def test_case_03_a_formula_without_value_is_an_error_and_never_empty(tmp_path: Path) -> None:
    plan = a_plan(tmp_path, metrics(formula("A1*2"), 5), METRICS)

    assert errors(plan) == [(Kind.FORMULA_EMPTY, 2)]
    assert plan.problems[0].facts["cell"] == "B2"
    assert plan.bad_cells == (("数据", 2, 2),)


@pytest.mark.parametrize("word", ["#REF!", "#N/A", "#DIV/0!"])
def test_case_04_an_error_value_is_an_error(tmp_path: Path, word: str) -> None:
    plan = a_plan(tmp_path, metrics(Raw(f"<v>{word}</v>", type="e")), METRICS)

    assert [(problem.kind, problem.found) for problem in plan.problems] == [(Kind.CELL_ERROR, word)]


def test_case_11_dates_of_a_1904_workbook_are_right(tmp_path: Path) -> None:
    properties = '<workbookPr date1904="1"/>'

    plan = a_plan(
        tmp_path, releases(number(44620, DATE_STYLE), properties=properties), ImportKind.DETAILS
    )

    assert release_dates(plan) == ["2026-03-01"]


@pytest.mark.parametrize("text", ["2026年3月1日", "2026.3.1", "2026/3/1", "２０２６－３－１"])
def test_case_12_dates_written_as_text_are_normalised_with_a_note(
    tmp_path: Path, text: str
) -> None:
    plan = a_plan(tmp_path, releases(text), ImportKind.DETAILS)

    assert release_dates(plan) == ["2026-03-01"]
    assert Kind.DATE_NORMALISED in note_kinds(plan)


@pytest.mark.parametrize("value", [20260301, 46082])
def test_case_13_bare_numbers_in_a_date_column_are_dates_with_a_note(
    tmp_path: Path, value: int
) -> None:
    plan = a_plan(tmp_path, releases(number(value)), ImportKind.DETAILS)

    assert release_dates(plan) == ["2026-03-01"]
    assert Kind.DATE_NORMALISED in note_kinds(plan)


def test_case_13_a_date_in_a_text_column_becomes_its_iso_text(tmp_path: Path) -> None:
    plan = a_plan(tmp_path, applications(["N-1", number(46082, DATE_STYLE), "甲公司", 1]))

    assert plan.payload.applications[0].name == "2026-03-01"
    assert Kind.DATE_NORMALISED in note_kinds(plan)


def test_case_13_a_bare_number_in_a_text_column_stays_that_number(tmp_path: Path) -> None:
    plan = a_plan(tmp_path, applications(["N-1", number(20260301), "甲公司", 1]))

    assert plan.payload.applications[0].name == "20260301"


@pytest.mark.parametrize(
    "value",
    ["2026/13/45", number(60, DATE_STYLE), number(-1, DATE_STYLE), number("1e10", DATE_STYLE)],
)
def test_case_14_impossible_dates_are_errors(tmp_path: Path, value: object) -> None:
    plan = a_plan(tmp_path, releases(value), ImportKind.DETAILS)

    assert error_kinds(plan) == [Kind.NOT_A_DATE]


@pytest.mark.parametrize("text", ["民国115年", "3/1/26"])
def test_case_15_doubtful_dates_are_errors(tmp_path: Path, text: str) -> None:
    assert error_kinds(a_plan(tmp_path, releases(text), ImportKind.DETAILS)) == [Kind.NOT_A_DATE]


def test_case_16_full_width_digits_are_read_with_a_note(tmp_path: Path) -> None:
    plan = a_plan(tmp_path, metrics("１２３．５"), METRICS)

    assert metric(plan, "XM-1") == "123.5"
    assert note_kinds(plan) == {Kind.NUMBER_NORMALISED}


def test_case_17_a_unit_in_a_cell_needs_a_confirmed_unit(tmp_path: Path) -> None:
    plan = a_plan(tmp_path, metrics("50万", "1.2亿", headers=("项目编号", "审定投入")), METRICS)

    assert error_kinds(plan) == [Kind.UNIT_UNCONFIRMED, Kind.UNIT_UNCONFIRMED]


@pytest.mark.parametrize(
    ("header", "units"), [("审定投入（万元）", {}), ("审定投入", {"审定投入": "万元"})]
)
def test_case_17_with_a_confirmed_unit_it_is_read_with_a_note(
    tmp_path: Path, header: str, units: dict[str, str]
) -> None:
    data = metrics("50万", "1.2亿", headers=("项目编号", header))

    plan = a_plan(tmp_path, data, METRICS, units=units)

    assert (metric(plan, "XM-1"), metric(plan, "XM-2")) == ("50", "12000")
    assert note_kinds(plan) == {Kind.NUMBER_NORMALISED}


def test_case_18_thousands_separators_are_read_with_a_note(tmp_path: Path) -> None:
    plan = a_plan(tmp_path, metrics("1,234.5"), METRICS)

    assert metric(plan, "XM-1") == "1234.5"
    assert note_kinds(plan) == {Kind.NUMBER_NORMALISED}


def test_case_18_a_currency_sign_is_read_in_a_column_of_yuan_only(tmp_path: Path) -> None:
    in_yuan = a_plan(
        tmp_path, metrics("￥500,000", headers=("项目编号", "审定投入（元）")), METRICS
    )
    in_wan = a_plan(tmp_path, metrics("￥50"), METRICS)

    assert metric(in_yuan, "XM-1") == "50"
    assert error_kinds(in_wan) == [Kind.UNIT_UNCONFIRMED]


def test_case_18_points_and_per_cent_are_read_where_the_column_has_them(tmp_path: Path) -> None:
    rows = [("项目编号", "专家编号", "指标", "得分"), ("XM-1", "R1", "A2", "60分")]
    scores = a_plan(tmp_path, book_of(rows), ImportKind.SCORES)
    shares = a_plan(tmp_path, metrics("85%", headers=("项目编号", "占比")), METRICS)
    wrong = a_plan(tmp_path, metrics("85%"), METRICS)

    assert scores.payload.scores[0].value == 6000
    assert metric(shares, "XM-1", "ratio") == "0.85"
    assert error_kinds(wrong) == [Kind.NOT_A_NUMBER]


def test_case_18_a_stored_per_cent_is_its_share(tmp_path: Path) -> None:
    data = metrics(number("0.07", PERCENT_STYLE), headers=("项目编号", "占比"))

    assert metric(a_plan(tmp_path, data, METRICS), "XM-1", "ratio") == "0.07"


@pytest.mark.parametrize("text", ["八十五", "五十万元整"])
def test_case_19_numbers_in_chinese_words_are_errors(tmp_path: Path, text: str) -> None:
    assert error_kinds(a_plan(tmp_path, metrics(text), METRICS)) == [Kind.NOT_A_NUMBER]


@pytest.mark.parametrize(
    "value",
    [
        "NaN",
        "nan",
        "inf",
        "-Infinity",
        "1e999",
        "1_000",
        number("NaN"),
        number("1e999"),
        number("1_000"),
        number("inf"),
    ],
)
def test_case_20_what_only_a_programmer_takes_for_a_number_is_an_error(
    tmp_path: Path, value: object
) -> None:
    assert error_kinds(a_plan(tmp_path, metrics(value), METRICS)) == [Kind.NOT_A_NUMBER]


def test_case_21_digits_of_other_scripts_are_read_with_a_note(tmp_path: Path) -> None:
    plan = a_plan(tmp_path, metrics("٨٥"), METRICS)

    assert metric(plan, "XM-1") == "85"
    assert note_kinds(plan) == {Kind.NUMBER_NORMALISED}


def test_case_21_a_mathematical_minus_counts_as_minus(tmp_path: Path) -> None:
    plan = a_plan(tmp_path, metrics("\u22125"), METRICS)

    assert [(item.kind, item.expected) for item in plan.problems] == [(Kind.OUT_OF_BOUNDS, "≥ 0")]


def test_case_22_an_empty_cell_is_no_value_and_no_error(tmp_path: Path) -> None:
    plan = a_plan(tmp_path, metrics(None, 5), METRICS)

    assert plan.is_clean
    assert list(plan.payload.metrics) == ["XM-2"]


@pytest.mark.parametrize("word", ["—", "无", "空"])
def test_case_22_a_word_for_empty_needs_a_default(tmp_path: Path, word: str) -> None:
    with_default = a_plan(tmp_path, metrics(word, headers=("项目编号", "主指标")), METRICS)
    without = a_plan(tmp_path, metrics(word), METRICS)

    assert with_default.is_clean
    assert note_kinds(with_default) == {Kind.READ_AS_EMPTY}
    assert error_kinds(without) == [Kind.NOT_A_NUMBER]


def test_case_23_a_long_number_stored_as_number_is_an_error(tmp_path: Path) -> None:
    plan = a_plan(tmp_path, applications([number("350200202611240018"), "甲", "甲公司", 1]))

    assert errors(plan) == [(Kind.KEY_AS_NUMBER, 2)]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("0.30000000000000004", "0.3"),
        ("84.99999999999999", "85"),
        ("8.4999999999999993E-2", "0.085"),
    ],
)
def test_case_24_noise_of_binary_arithmetic_is_rounded(
    tmp_path: Path, value: str, expected: str
) -> None:
    plan = a_plan(tmp_path, metrics(number(value)), METRICS)

    assert metric(plan, "XM-1") == expected


def test_case_24_a_noisy_score_is_rounded_to_its_step_with_a_note(tmp_path: Path) -> None:
    rows = [
        ("项目编号", "专家编号", "指标", "得分"),
        ("XM-1", "R1", "A2", number("64.99999999999999")),
    ]

    plan = a_plan(tmp_path, book_of(rows), ImportKind.SCORES)

    assert plan.payload.scores[0].value == 6500
    assert Kind.NUMBER_NOISE in note_kinds(plan)


def test_case_31_a_text_of_40000_characters_is_an_error_with_its_length(tmp_path: Path) -> None:
    plan = a_plan(tmp_path, applications(["N-1", "长" * 40_000, "甲公司", 1]))

    assert errors(plan) == [(Kind.TEXT_TOO_LONG, 2)]
    assert plan.problems[0].facts["length"] == "40000"


def test_case_32_rich_text_is_read_without_phonetics(tmp_path: Path) -> None:
    rich = Raw(
        "<is><r><t>项目</t></r><r><rPr><b/></rPr><t>甲</t></r>"
        '<rPh sb="0" eb="1"><t>xiangmu</t></rPh></is>',
        type="inlineStr",
    )
    shared = (
        '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><r><t>乙</t></r>'
        '<rPh sb="0" eb="1"><t>yi</t></rPh><r><t>公司</t></r></si></sst>'
    )
    rows = [("项目编号", "项目名称", "申报单位"), ("N-1", rich, Raw("<v>0</v>", type="s"))]
    book = Book([("数据", sheet_xml(rows), "visible")], strings=shared)

    plan = a_plan(tmp_path, book.data())

    assert [(row.name, row.applicant) for row in plan.payload.applications] == [
        ("项目甲", "乙公司")
    ]


def test_case_33_a_boolean_is_no_number(tmp_path: Path) -> None:
    plan = a_plan(tmp_path, metrics(Raw("<v>1</v>", type="b")), METRICS)

    assert error_kinds(plan) == [Kind.BOOLEAN_FOUND]


def test_case_34_text_that_looks_like_a_formula_is_text(tmp_path: Path) -> None:
    rows = [["N-1", "=1+1", "+甲公司", 1], ["N-2", "@乙", '=HYPERLINK("x")', 1]]

    plan = a_plan(tmp_path, applications(*rows))

    assert plan.is_clean
    assert [row.name for row in plan.payload.applications] == ["=1+1", "@乙"]


@pytest.mark.parametrize(
    "cell",
    [
        formula('_xlfn.DISPIMG("ID_1",1)', '=DISPIMG("ID_1",1)', type="str"),
        formula('_xlfn.DISPIMG("ID_1",1)'),
        '=DISPIMG("ID_1",1)',
    ],
)
def test_case_60_a_picture_in_a_cell_is_an_error_of_that_cell(tmp_path: Path, cell: object) -> None:
    plan = a_plan(tmp_path, applications(["N-1", cell, "甲公司", 1]))

    assert errors(plan) == [(Kind.CELL_PICTURE, 2)]
    assert plan.problems[0].facts["cell"] == "B2"


def test_amounts_far_above_the_median_are_noted(tmp_path: Path) -> None:
    plan = a_plan(tmp_path, metrics(500, 600, 550, 5_000_000, 580), METRICS)

    assert [(note.kind, note.row) for note in plan.notes] == [(Kind.UNIT_SUSPECT, 5)]


def test_amounts_in_yuan_by_the_header_are_converted_with_a_note(tmp_path: Path) -> None:
    plan = a_plan(tmp_path, metrics(28_500_000, headers=("项目编号", "审定投入（元）")), METRICS)

    assert metric(plan, "XM-1") == "2850"
    assert note_kinds(plan) == {Kind.UNIT_CONVERTED}


@pytest.mark.parametrize(
    ("header", "value", "kind"),
    [
        ("用户数", "2.5", Kind.NOT_WHOLE),
        ("用户数", "-1", Kind.NOT_WHOLE),
        ("占比", "1.2", Kind.NOT_A_SHARE),
        ("专项审计", "也许", Kind.NOT_A_FLAG),
        ("测评方式", "自测", Kind.NOT_A_CHOICE),
        ("审定投入", "-1", Kind.OUT_OF_BOUNDS),
    ],
)
def test_each_kind_of_input_says_what_it_expects(
    tmp_path: Path, header: str, value: str, kind: Kind
) -> None:
    plan = a_plan(tmp_path, metrics(value, headers=("项目编号", header)), METRICS)

    assert error_kinds(plan) == [kind]


@pytest.mark.parametrize(
    ("code", "errors_found", "notes"),
    [
        ("91350200MA0000007F", [], set()),
        ("９1350200-ma0000007f", [], {Kind.CREDIT_CODE_NORMALISED}),
        ("91110000600037341X", [Kind.CREDIT_CODE_WRONG], set()),
        ("350200100012345", [], {Kind.CREDIT_CODE_OLD}),
        (number("350200100012345678"), [Kind.KEY_AS_NUMBER], set()),
    ],
)
def test_credit_codes_are_checked(
    tmp_path: Path, code: object, errors_found: list[Kind], notes: set[Kind]
) -> None:
    headers = ("项目编号", "项目名称", "申报单位", "统一社会信用代码")

    plan = a_plan(tmp_path, applications(["N-1", "甲", "甲公司", code], headers=headers))

    assert error_kinds(plan) == errors_found
    assert note_kinds(plan) == notes
