"""Templates and the red copy: what people get into their hands."""

import errno
import json
import os
import stat
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from reviewer_app.domain.application import DetailKind, DetailRow
from reviewer_app.domain.import_errors import CopyNotWritten, FileRefused
from reviewer_app.domain.person import Reviewer
from reviewer_app.domain.plans import ImportKind, Present
from reviewer_app.domain.problem_kinds import ProblemKind as Kind
from reviewer_app.domain.sheet import SheetState
from reviewer_app.i18n import translator
from reviewer_app.importing.plan import ImportOptions, plan_import
from reviewer_app.importing.red_copy import mark_bad_cells
from reviewer_app.importing.sample_workbooks import write_sample_workbook
from reviewer_app.importing.scheme_file import bundled_scheme
from reviewer_app.importing.scheme_workbook import write_scheme_form
from reviewer_app.importing.templates import write_template
from reviewer_app.words.import_problems import sentence
from tests.importing.builders import (
    a_batch,
    a_plan,
    an_application,
    applications,
    error_kinds,
    errors,
    formula,
    number,
    written,
)

CHINESE, ENGLISH = translator("zh_CN"), translator("en")


def a_full_batch() -> Present:
    """Two applications, two reviewers, a draft sheet, a recused one and a cost row."""
    known = {"verified_input": "2850.5", "audited": "1", "test_kind": "无", "ratio": "0.07"}
    cost = DetailRow("XM-1", DetailKind.COSTS, 1, {"cost_kind": "算力", "actual": "2850.5"}, True)
    present = a_batch(
        applications=[
            an_application("XM-1", requested_fen=123_450_000, metrics=known, name="=1+1"),
            an_application("XM-2", credit_code="91350200MA0000007F"),
        ],
        reviewers=["R1", "R2"],
        sheets={("XM-1", "R1"): SheetState.DRAFT, ("XM-2", "R2"): SheetState.RECUSED},
        scores={("XM-1", "R1", "A2"): 6250},
        comments={("XM-1", "R1", "B1"): "领先"},
        details={("XM-1", DetailKind.COSTS): (cost,)},
    )
    leader = Reviewer("R1", "张三", leader=True, former_organisations=("甲所", "乙公司"))
    return replace(present, reviewers={"R1": leader, "R2": Reviewer("R2", "李四")})


@pytest.mark.parametrize("kind", ImportKind)
@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_a_filled_template_brought_back_changes_nothing(
    tmp_path: Path, kind: ImportKind, language: str
) -> None:
    path = tmp_path / "模板.xlsx"
    present = a_full_batch()
    write_template(kind, path, present, translator(language))

    plan = plan_import(path, kind, present, ImportOptions())

    assert plan.problems == ()
    assert (plan.new, plan.changed, plan.kept) == ((), (), ())


@pytest.mark.parametrize("kind", ImportKind)
def test_an_empty_template_says_that_it_is_empty(tmp_path: Path, kind: ImportKind) -> None:
    path = tmp_path / "模板.xlsx"
    write_template(kind, path, None, CHINESE)

    plan = plan_import(path, kind, a_full_batch(), ImportOptions())

    assert error_kinds(plan) == [Kind.NO_ROWS]


def test_a_scores_template_lists_open_sheets_only(tmp_path: Path) -> None:
    path = tmp_path / "评分.xlsx"
    write_template(ImportKind.SCORES, path, a_full_batch(), CHINESE)

    sheet = openpyxl.load_workbook(path).worksheets[0]
    rows = [tuple(row[:7]) for row in sheet.iter_rows(min_row=2, values_only=True)]

    assert [(row[0], row[2]) for row in rows] == [("XM-1", "R1"), ("XM-2", "R1"), ("XM-1", "R2")]
    assert (rows[0][4], rows[0][6]) == (62.5, "领先")


def test_headers_are_locked_and_cells_below_are_not(tmp_path: Path) -> None:
    path = tmp_path / "申报.xlsx"
    write_template(ImportKind.APPLICATIONS, path, None, CHINESE)

    sheet = openpyxl.load_workbook(path).worksheets[0]

    assert sheet.protection.sheet
    assert not sheet.protection.password
    assert sheet["A1"].protection.locked
    assert not sheet.column_dimensions["A"].protection.locked
    assert sheet.column_dimensions["A"].number_format == "@"
    assert sheet.freeze_panes == "B2"


def test_lists_offer_the_words_of_choices_and_flags(tmp_path: Path) -> None:
    path = tmp_path / "数据.xlsx"
    write_template(ImportKind.METRICS, path, a_full_batch(), CHINESE)

    book = openpyxl.load_workbook(path)
    lists = {item.formula1 for item in book.worksheets[0].data_validations.dataValidation}

    assert lists == {'"是,否"', '"第三方,无"'}
    assert book.sheetnames == ["指标数据", "填写说明"]


def test_user_text_is_never_a_formula_in_a_template(tmp_path: Path) -> None:
    path = tmp_path / "申报.xlsx"
    write_template(ImportKind.APPLICATIONS, path, a_full_batch(), CHINESE)

    cell = openpyxl.load_workbook(path).worksheets[0]["B2"]

    assert (cell.value, cell.data_type, cell.quotePrefix) == ("=1+1", "s", True)


def test_a_template_that_cannot_be_written_leaves_what_stands_there(tmp_path: Path) -> None:
    with pytest.raises(CopyNotWritten):
        write_template(ImportKind.REVIEWERS, tmp_path / "无" / "x.xlsx", None, CHINESE)

    assert list(tmp_path.iterdir()) == []


def a_bad_file() -> bytes:
    """Row 2 is good, row 3 has a bad amount, row 4 lacks its name."""
    return applications(
        ["N-1", "=HYPERLINK(1)", "甲公司", 1],
        ["N-2", formula("1+1", "+乙", type="str"), "乙公司", "八十五"],
        ["N-3", None, "丙公司", number("0.1")],
    )


def test_the_copy_marks_bad_cells_red_and_says_why(tmp_path: Path) -> None:
    plan = a_plan(tmp_path, a_bad_file())
    copy = tmp_path / "copy.xlsx"

    mark_bad_cells(tmp_path / "数据.xlsx", copy, plan, CHINESE)

    sheet = openpyxl.load_workbook(copy)["数据"]
    red = {
        cell.coordinate for row in sheet for cell in row if cell.fill.start_color.rgb == "FFFF9999"
    }
    assert red == {"D3", "B4"}
    assert "八十五" in sheet["D3"].comment.text
    assert sheet["D4"].value == 0.1


def test_nothing_in_the_copy_is_a_formula(tmp_path: Path) -> None:
    plan = a_plan(tmp_path, a_bad_file())
    copy = tmp_path / "copy.xlsx"

    mark_bad_cells(tmp_path / "数据.xlsx", copy, plan)

    sheet = openpyxl.load_workbook(copy)["数据"]
    assert sheet["B2"].value == "=HYPERLINK(1)"
    assert {cell.data_type for row in sheet for cell in row} <= {"s", "n"}
    again = a_plan(tmp_path, copy.read_bytes())
    assert errors(again) == errors(plan)


def test_the_copy_of_a_csv_is_a_workbook(tmp_path: Path) -> None:
    text = "项目编号,项目名称,申报单位\nN-1,,甲\n"
    plan = a_plan(tmp_path, text.encode("gb18030"), name="数据.csv")
    copy = tmp_path / "copy.xlsx"

    mark_bad_cells(tmp_path / "数据.csv", copy, plan, ENGLISH)

    assert openpyxl.load_workbook(copy).worksheets[0]["C2"].value == "甲"


def test_a_refused_file_has_no_copy(tmp_path: Path) -> None:
    path = written(tmp_path, b"%PDF-1.7")
    plan = plan_import(path, ImportKind.APPLICATIONS, a_batch(), ImportOptions())

    with pytest.raises(FileRefused):
        mark_bad_cells(path, tmp_path / "copy.xlsx", plan)

    assert not (tmp_path / "copy.xlsx").exists()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no file modes of this kind")
def test_what_we_write_may_be_read_as_any_new_file(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_template(ImportKind.SCORES, tmp_path / "a.xlsx", None, CHINESE)
        write_scheme_form(tmp_path / "b.xlsx", json.loads(bundled_scheme("measure-5").document))
        write_sample_workbook(tmp_path / "c.xlsx", [("专家", "reviewers.csv")])
    finally:
        os.umask(before)

    assert {stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()} == {0o640}


def test_a_full_disk_is_one_sentence_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)

    with pytest.raises(CopyNotWritten) as caught:
        write_scheme_form(tmp_path / "b.xlsx", json.loads(bundled_scheme("measure-5").document))

    assert "磁盘已满" in (sentence(caught.value, CHINESE) or "")
    assert list(tmp_path.iterdir()) == []
