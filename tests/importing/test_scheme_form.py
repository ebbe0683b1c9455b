"""The Excel form of a scheme: out and in again without loss, and what clerks do to it."""

import tomllib
import zipfile
from importlib import resources
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from reviewer_app.domain.import_errors import FileRefused
from reviewer_app.domain.scheme_problem import SchemeFault, SchemeRejected
from reviewer_app.domain.scheme_reading import digest
from reviewer_app.domain.scheme_shape import Field, Shape
from reviewer_app.importing.scheme_file import load_scheme, read_scheme_file
from reviewer_app.importing.scheme_form_layout import from_cell, to_cell
from reviewer_app.importing.scheme_workbook import write_scheme_form

PRESETS = ("measure-5", "measure-5-balanced", "measure-5-application", "measure-5-technology")


def a_document(key: str = "measure-5") -> dict[str, Any]:
    path = resources.files("resources") / "schemes" / f"{key}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


def filled(tmp_path: Path, sheet: str, cell: str, value: str | float | bool) -> Path:
    path = tmp_path / "form.xlsx"
    write_scheme_form(path, a_document())
    book = load_workbook(path)
    book[sheet][cell] = value
    book.save(path)
    return path


@pytest.mark.parametrize("key", PRESETS)
def test_every_bundled_scheme_comes_back_with_its_digest(tmp_path: Path, key: str) -> None:
    document = a_document(key)

    write_scheme_form(tmp_path / "form.xlsx", document)

    assert read_scheme_file(tmp_path / "form.xlsx") == document
    assert load_scheme(tmp_path / "form.xlsx").digest == digest(document)


def test_a_form_saved_again_by_a_spreadsheet_program_is_unchanged(tmp_path: Path) -> None:
    path = filled(tmp_path, "方案", "C3", "新标题")

    assert read_scheme_file(path) == a_document() | {"title": "新标题"}


TEXTS = (
    "",
    " spaced ",
    '"quoted"',
    "=1+1",
    "0.50",
    "_x0041_",
    "两行\n文字",
    "[]",
    "a、b",
    "'",
    "2026-11-24",
    "1/2",
)


def test_any_text_comes_back_as_it_was(tmp_path: Path) -> None:
    document = a_document()
    levels = [
        level
        for factor in document["factor"]
        for row in factor["indicator"]
        for level in row.get("level", ())
    ]
    for level, text in zip(levels, TEXTS, strict=False):
        level["text"] = text

    write_scheme_form(tmp_path / "form.xlsx", document)

    assert read_scheme_file(tmp_path / "form.xlsx") == document


@pytest.mark.parametrize("steps", [[], ["B", "甲、乙"], ["a, b"], ["[x]"], ["B", "E"], [""]])
def test_any_list_comes_back_as_it_was(steps: list[str]) -> None:
    assert from_cell(Field(Shape.WORDS), to_cell(steps)) == steps


def test_a_typed_number_is_read_as_it_was_typed(tmp_path: Path) -> None:
    """Spreadsheet programs store the double nearest to 4.8 with 17 digits."""
    path, stored = filled(tmp_path, "方案", "C8", 4.8), tmp_path / "stored.xlsx"
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(stored, "w") as target:
        for name in source.namelist():
            long = source.read(name).replace(b"<v>4.8</v>", b"<v>4.7999999999999998</v>")
            target.writestr(name, long)

    assert read_scheme_file(stored)["rules"]["step"] == "4.8"


@pytest.mark.parametrize(
    ("shape", "typed", "read"),
    [
        (Shape.DECIMAL, "０．５", "0.5"),
        (Shape.EXACT, "２／３", "2/3"),
        (Shape.WHOLE, "３", 3),
        (Shape.DECIMALS, "４０、６０", ["40", "60"]),
        (Shape.LINE, "Ａ１", "Ａ１"),
    ],
)
def test_numbers_but_no_names_are_read_in_full_width(
    shape: Shape, typed: str, read: object
) -> None:
    assert from_cell(Field(shape), typed) == read


@pytest.mark.parametrize(("value", "found"), [("=1/10", "formula"), (True, "boolean")])
def test_a_cell_that_is_no_value_is_named(tmp_path: Path, value: str | bool, found: str) -> None:
    path = filled(tmp_path, "方案", "C8", value)

    with pytest.raises(SchemeRejected) as caught:
        read_scheme_file(path)

    (problem,) = caught.value.problems
    assert (problem.fault, problem.place, problem.found) == (
        SchemeFault.NOT_A_TEXT_CELL,
        ("方案", "C8"),
        found,
    )


def test_rows_of_an_unknown_owner_are_named(tmp_path: Path) -> None:
    path = filled(tmp_path, "档次", "A2", "Z9")

    with pytest.raises(SchemeRejected) as caught:
        read_scheme_file(path)

    assert [(p.fault, p.found) for p in caught.value.problems] == [
        (SchemeFault.UNKNOWN_OWNER, "Z9")
    ]


def test_another_workbook_is_no_scheme_form(tmp_path: Path) -> None:
    Workbook().save(tmp_path / "other.xlsx")

    with pytest.raises(SchemeRejected) as caught:
        read_scheme_file(tmp_path / "other.xlsx")

    assert caught.value.problems[0].fault is SchemeFault.NO_SCHEME_FORM


def test_a_broken_package_is_refused(tmp_path: Path) -> None:
    (tmp_path / "broken.xlsx").write_bytes(b"PK\x03\x04 nothing follows")

    with pytest.raises(FileRefused):
        read_scheme_file(tmp_path / "broken.xlsx")


def test_an_empty_form_offers_words_and_protects_its_headers(tmp_path: Path) -> None:
    write_scheme_form(tmp_path / "empty.xlsx", None)

    sheet = load_workbook(tmp_path / "empty.xlsx")["指标"]
    offered = {rule.formula1 for rule in sheet.data_validations.dataValidation}
    assert '"objective,assisted,judged"' in offered
    assert sheet.protection.sheet
    assert sheet["A1"].protection.locked
    assert not sheet["A2"].protection.locked
    assert sheet["A2"].number_format == "@"
    assert sheet.freeze_panes == "B2"


def test_each_sheet_prints_one_page_wide_under_its_headers(tmp_path: Path) -> None:
    write_scheme_form(tmp_path / "form.xlsx", a_document())

    for sheet in load_workbook(tmp_path / "form.xlsx").worksheets:
        setup = sheet.sheet_properties.pageSetUpPr
        assert setup is not None
        assert setup.fitToPage
        assert (sheet.page_setup.fitToHeight, sheet.print_title_rows) == (0, "$1:$1")
