"""The numbers of a written workbook, read by something that did not write it."""

import io
import zipfile
from pathlib import Path

import pytest
from openpyxl import load_workbook

from reviewer_app.reports import workbook_read
from reviewer_app.reports.catalogue import build
from reviewer_app.reports.excel import write_workbook
from reviewer_app.reports.workbook_read import workbook_numbers
from tests.reports.builders import a_batch, a_panel, some_facts

FACTS = some_facts(a_batch(3, 5), a_panel(5))


def _book(path: Path, key: str = "ranking") -> Path:
    target = io.BytesIO()
    write_workbook(build(key, FACTS), target, (FACTS.ranking, FACTS.translator))
    path.write_bytes(target.getvalue())
    return path


@pytest.mark.parametrize("key", ["ranking", "score-sheets", "composite"])
@pytest.mark.parametrize("chunk", [7, 1 << 20])
def test_they_are_those_that_openpyxl_reads(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, key: str, chunk: int
) -> None:
    monkeypatch.setattr(workbook_read, "_CHUNK", chunk)
    path = _book(tmp_path / "a.xlsx", key)
    cells = [
        value
        for sheet in load_workbook(path, data_only=True).worksheets
        for row in sheet.iter_rows(values_only=True)
        for value in row
        if isinstance(value, int | float)
    ]

    assert [float(text) for text in workbook_numbers(path)] == cells


def _with_part(path: Path, name: str, content: str) -> Path:
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(name, content)
    return path


def test_a_text_that_looks_like_a_value_is_none(tmp_path: Path) -> None:
    sheet = "<sheet><row><c><is><t>&lt;v>7&lt;/v></t></is></c><c><v>1.50</v></c></row></sheet>"
    path = _with_part(tmp_path / "a.xlsx", "xl/worksheets/sheet1.xml", sheet)

    assert list(workbook_numbers(path)) == ["1.50"]


@pytest.mark.parametrize("name", ["xl/worksheets/sheet1.xml", "xl/styles.xml"])
def test_a_part_that_is_cut_off_is_told(tmp_path: Path, name: str) -> None:
    path = _with_part(tmp_path / "a.xlsx", name, "<sheet><row><c><v>1</v></c></row>")

    with pytest.raises(ValueError, match="no element"):
        list(workbook_numbers(path))


def test_a_flipped_byte_is_told(tmp_path: Path) -> None:
    path = _book(tmp_path / "a.xlsx")
    data = bytearray(path.read_bytes())
    data[200] ^= 1
    path.write_bytes(data)

    with pytest.raises(ValueError, match=r"invalid|Bad|distance"):
        list(workbook_numbers(path))
