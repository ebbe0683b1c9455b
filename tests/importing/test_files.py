"""Whole files: cases 38, 39, 41 to 59 of reliability.md 5.3, each with its own refusal."""

import codecs
import io
import struct
import zipfile
from pathlib import Path
from unittest import mock

import pytest

from reviewer_app.domain.errors import FileMissing
from reviewer_app.domain.import_errors import FileUnreadable
from reviewer_app.domain.plans import ImportKind
from reviewer_app.domain.problem_kinds import ProblemKind as Kind
from reviewer_app.i18n import translator
from reviewer_app.importing.plan import ImportOptions, plan_import
from reviewer_app.words.import_problems import sentence
from tests.importing.builders import (
    APPLICATION_HEADERS,
    MAIN,
    STYLES,
    Book,
    a_batch,
    a_plan,
    applications,
    book_of,
    cell_xml,
    error_kinds,
    note_kinds,
    row_xml,
    sheet_xml,
    written,
    zipped,
)

GOOD = ["N-1", "甲项目", "甲公司", 500]
CSV = "项目编号,项目名称,申报单位,申请金额（万元）\nN-1,甲项目,甲公司,500\n"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504


def a_book(**parts: str | bytes) -> Book:
    """A good applications workbook with further parts."""
    return Book([("数据", sheet_xml([APPLICATION_HEADERS, GOOD]), "visible")], parts=dict(parts))


def with_parts(parts: dict[str, str | bytes]) -> bytes:
    """A good workbook with these parts replaced or added."""
    return zipped({**a_book().all_parts(), **parts})


def ole(stream: str) -> bytes:
    """The beginning of an OLE file with a stream of this name."""
    return OLE + stream.encode("utf-16-le") + b"\0" * 100


def test_case_38_one_cell_in_the_last_corner_is_refused(tmp_path: Path) -> None:
    body = row_xml(1, APPLICATION_HEADERS) + row_xml(2, GOOD)
    body += f'<row r="1048576">{cell_xml("XFD1048576", 1)}</row>'

    assert error_kinds(a_plan(tmp_path, book_of([], body=body))) == [Kind.TOO_MANY_ROWS]


def test_case_39_a_million_rows_are_refused(tmp_path: Path) -> None:
    rows = "".join(f'<row r="{n}"><c r="A{n}"><v>1</v></c></row>' for n in range(2, 400_000))
    body = row_xml(1, APPLICATION_HEADERS) + rows

    assert error_kinds(a_plan(tmp_path, book_of([], body=body))) == [Kind.TOO_MANY_ROWS]


def test_empty_formatted_rows_to_the_end_of_the_sheet_do_no_harm(tmp_path: Path) -> None:
    body = row_xml(1, APPLICATION_HEADERS) + row_xml(2, GOOD)
    body += '<row r="1048576"><c r="A1048576" s="1"/></row>'

    assert a_plan(tmp_path, book_of([], body=body)).is_clean


def test_case_41_more_than_256_columns_are_refused(tmp_path: Path) -> None:
    headers = [*APPLICATION_HEADERS, *(f"列{index}" for index in range(400))]

    assert error_kinds(a_plan(tmp_path, book_of([headers, GOOD]))) == [Kind.TOO_MANY_COLUMNS]


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (ole("Workbook"), Kind.OLD_XLS),
        (ole("Book"), Kind.OLD_XLS),
        (b"\x09\x08\x10\x00\x00\x06\x05\x00" + b"\0" * 64, Kind.OLD_XLS),
        (b"<html><table><tr><td>1</td></tr></table></html>", Kind.HTML),
        (b"\xef\xbb\xbf\r\n<!DOCTYPE html><body>", Kind.HTML),
        (CSV.encode("gb18030"), Kind.CSV_RENAMED),
        (CSV.encode(), Kind.CSV_RENAMED),
        (ole("EncryptedPackage"), Kind.PASSWORD),
        (ole("WordDocument"), Kind.WORD_DOCUMENT),
        (b"%PDF-1.7\n", Kind.OTHER_FILE),
        (b'<?xml version="1.0"?><Workbook/>', Kind.OTHER_FILE),
        (b"", Kind.EMPTY_FILE),
        (b"\0\x01\x02binary", Kind.OTHER_FILE),
    ],
    ids=[
        "42-xls",
        "42-xls-book",
        "42-biff",
        "43-html",
        "43-html-doctype",
        "44-gbk",
        "44-utf8",
        "46-password",
        "45-doc",
        "pdf",
        "xml",
        "48-empty",
        "binary",
    ],
)
def test_cases_42_to_48_what_is_no_workbook_says_what_it_is(
    tmp_path: Path, data: bytes, kind: Kind
) -> None:
    plan = a_plan(tmp_path, data)

    assert error_kinds(plan) == [kind]
    assert plan.is_refused


@pytest.mark.parametrize(
    ("parts", "kind"),
    [
        (
            {"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<a/>"},
            Kind.OPEN_DOCUMENT,
        ),
        ({"[Content_Types].xml": "<Types/>", "word/document.xml": "<a/>"}, Kind.WORD_DOCUMENT),
        ({"[Content_Types].xml": "<Types/>", "ppt/presentation.xml": "<a/>"}, Kind.OTHER_FILE),
        ({"[Content_Types].xml": "<Types/>", "xl/workbook.bin": b"1"}, Kind.BINARY_WORKBOOK),
        ({"notes.txt": "x"}, Kind.OTHER_FILE),
        ({"[Content_Types].xml": "<Types/>"}, Kind.NO_WORKBOOK),
    ],
    ids=["ods", "docx", "pptx", "xlsb", "zip", "nothing"],
)
def test_case_45_other_packages_are_refused_by_name(
    tmp_path: Path, parts: dict[str, str | bytes], kind: Kind
) -> None:
    assert error_kinds(a_plan(tmp_path, zipped(parts))) == [kind]


def test_case_46_an_encrypted_zip_is_refused(tmp_path: Path) -> None:
    data = bytearray(applications(GOOD))
    data[data.index(b"PK\x01\x02") + 8] |= 1

    assert error_kinds(a_plan(tmp_path, bytes(data))) == [Kind.PASSWORD]


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml"])
def test_case_47_strict_workbooks_are_refused_with_advice(tmp_path: Path, part: str) -> None:
    content = str(a_book().all_parts()[part])
    strict = content.replace(MAIN, "http://purl.oclc.org/ooxml/spreadsheetml/main")

    assert error_kinds(a_plan(tmp_path, with_parts({part: strict}))) == [Kind.STRICT_WORKBOOK]


def test_case_48_half_a_file_is_refused(tmp_path: Path) -> None:
    data = applications(GOOD)

    assert error_kinds(a_plan(tmp_path, data[: len(data) // 2])) == [Kind.DAMAGED]


def test_case_48_a_flipped_bit_in_a_sheet_is_noticed(tmp_path: Path) -> None:
    data = bytearray(applications(*([f"N-{n}", "项目", "公司", n] for n in range(200))))
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as archive:
        offset = archive.getinfo("xl/worksheets/sheet1.xml").header_offset
    data[offset + 600] ^= 0x10

    assert error_kinds(a_plan(tmp_path, bytes(data))) == [Kind.DAMAGED]


@pytest.mark.parametrize("bad", ["\x0b", "&#11;", "&#xD800;", "\ufffe", "<x", "&unknown;"])
def test_case_49_invalid_xml_is_refused(tmp_path: Path, bad: str) -> None:
    sheet = sheet_xml([APPLICATION_HEADERS, GOOD]).replace("甲项目", f"甲{bad}")

    plan = a_plan(tmp_path, with_parts({"xl/worksheets/sheet1.xml": sheet}))

    assert error_kinds(plan) == [Kind.XML_BROKEN]


@pytest.mark.parametrize(
    ("parts", "kind"),
    [
        ({"xl/worksheets/sheet1.xml": "<a>" + " " * 60_000_000 + "</a>"}, Kind.ZIP_BOMB),
        ({"xl/media/image1.png": b"\0" * 20_000_000}, Kind.ZIP_BOMB),
        (
            {"xl/worksheets/sheet1.xml": sheet_xml([]).replace("<sheetData>", "<a>" * 5_000)},
            Kind.ZIP_BOMB,
        ),
        (
            {"xl/styles.xml": STYLES.replace('<xf numFmtId="0"/>', '<xf numFmtId="0"/>' * 70_000)},
            Kind.TOO_MANY_STYLES,
        ),
        ({"xl/styles.xml": STYLES.replace("yyyy", "y" * 100_000)}, Kind.TOO_MANY_STYLES),
        (
            {"xl/worksheets/sheet1.xml": sheet_xml([GOOD], merges=["A1:XFD1048576"] * 3)},
            Kind.TOO_MANY_MERGES,
        ),
        (
            {"xl/worksheets/sheet1.xml": sheet_xml([GOOD], merges=["A1:B2"] * 30_000)},
            Kind.TOO_MANY_MERGES,
        ),
    ],
    ids=["blanks", "ratio", "depth", "styles", "format", "merge", "merges"],
)
def test_case_50_bombs_are_refused(
    tmp_path: Path, parts: dict[str, str | bytes], kind: Kind
) -> None:
    assert error_kinds(a_plan(tmp_path, with_parts(parts))) == [kind]


def test_case_50_a_size_that_lies_is_noticed_while_inflating(tmp_path: Path) -> None:
    data = bytearray(with_parts({"xl/worksheets/sheet1.xml": sheet_xml([GOOD] * 2_000)}))
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as archive:
        size = archive.getinfo("xl/worksheets/sheet1.xml").file_size
    lie = bytes(data).replace(struct.pack("<I", size), struct.pack("<I", 1_000))

    assert error_kinds(a_plan(tmp_path, lie)) == [Kind.DAMAGED]


LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY a{n} "{("&a" + str(n - 1 or "") + ";") * 10}">' for n in range(1, 9))
    + "]><w>&a8;</w>"
)


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (LAUGHS, Kind.XML_DOCTYPE),
        ('<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]><w>&x;</w>', Kind.XML_DOCTYPE),
        ('<!DOCTYPE w SYSTEM "http://192.0.2.1/x.dtd"><w/>', Kind.XML_DOCTYPE),
        (codecs.BOM_UTF16_LE + "<!DOCTYPE w><w/>".encode("utf-16-le"), Kind.XML_ENCODING),
        ("<!DOCTYPE w><w/>".encode("utf-16-be"), Kind.XML_ENCODING),
        ('<?xml version="1.0" encoding="utf-7"?><w/>', Kind.XML_ENCODING),
    ],
    ids=["laughs", "external", "remote-dtd", "utf16", "utf16-no-bom", "utf7"],
)
@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/styles.xml"])
def test_case_51_document_types_and_other_encodings_are_refused(
    tmp_path: Path, part: str, content: str | bytes, kind: Kind
) -> None:
    assert error_kinds(a_plan(tmp_path, with_parts({part: content}))) == [kind]


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("name", ["xl/worksheets/sheet1.xml", "xl/worksheets/Sheet1.xml"])
def test_case_52_a_part_that_occurs_twice_is_refused(tmp_path: Path, name: str) -> None:
    target = io.BytesIO(applications(GOOD))
    with zipfile.ZipFile(target, "a") as archive:
        archive.writestr(name, sheet_xml([APPLICATION_HEADERS, ["N-9", "换", "换", 9]]))

    assert error_kinds(a_plan(tmp_path, target.getvalue())) == [Kind.ZIP_DUPLICATE]


@pytest.mark.parametrize("name", ["../evil.xml", "/abs.xml", "C:/x.xml", "xl\\evil.xml"])
def test_case_52_traversal_names_are_refused(tmp_path: Path, name: str) -> None:
    assert error_kinds(a_plan(tmp_path, with_parts({name: "x"}))) == [Kind.ZIP_NAME]


def test_case_52_thousands_of_parts_are_refused(tmp_path: Path) -> None:
    parts: dict[str, str | bytes] = {f"xl/x{number}.xml": "" for number in range(3_000)}

    assert error_kinds(a_plan(tmp_path, with_parts(parts))) == [Kind.ZIP_ENTRIES]


def test_case_53_macros_are_refused(tmp_path: Path) -> None:
    assert error_kinds(a_plan(tmp_path, with_parts({"xl/vbaProject.bin": b"x"}))) == [Kind.MACROS]


def test_case_54_links_and_objects_are_passed_by(tmp_path: Path) -> None:
    relation = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="r1" Type="http://x/hyperlink" Target="\\\\192.0.2.1\\share"'
        ' TargetMode="External"/></Relationships>'
    )
    parts: dict[str, str | bytes] = {
        "xl/worksheets/_rels/sheet1.xml.rels": relation,
        "xl/externalLinks/externalLink1.xml": "<externalLink/>",
        "xl/embeddings/oleObject1.bin": b"MZ",
    }

    plan = a_plan(tmp_path, with_parts(parts))

    assert plan.is_clean
    assert [row.number for row in plan.payload.applications] == ["N-1"]


@pytest.mark.parametrize("fault", [PermissionError(13, "in use"), OSError(5, "gone")])
def test_cases_55_and_56_a_file_that_cannot_be_read_is_said(tmp_path: Path, fault: OSError) -> None:
    path = written(tmp_path, applications(GOOD))

    with (
        mock.patch.object(Path, "read_bytes", side_effect=fault),
        pytest.raises(FileUnreadable) as caught,
    ):
        plan_import(path, ImportKind.APPLICATIONS, a_batch(), ImportOptions())

    assert str(path) in (sentence(caught.value, translator("zh_CN")) or "")


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(FileMissing):
        plan_import(tmp_path / "x.xlsx", ImportKind.APPLICATIONS, a_batch(), ImportOptions())


def test_case_57_long_and_odd_paths_work(tmp_path: Path) -> None:
    folder = tmp_path / ("长" * 60) / ("路" * 60) / "#%😀 [1]"
    folder.mkdir(parents=True)

    assert a_plan(folder, applications(GOOD), name="数据 #1%😀.xlsx").is_clean


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (CSV.encode(), None),
        (codecs.BOM_UTF8 + CSV.encode(), None),
        (CSV.encode("gb18030"), "GB18030"),
        (codecs.BOM_UTF16_LE + CSV.encode("utf-16-le"), "UTF-16"),
        (codecs.BOM_UTF16_BE + CSV.encode("utf-16-be"), "UTF-16"),
    ],
    ids=["utf8", "utf8-bom", "gb18030", "utf16-le", "utf16-be"],
)
def test_case_58_csv_is_read_in_its_encoding_with_a_preview(
    tmp_path: Path, data: bytes, encoding: str | None
) -> None:
    plan = a_plan(tmp_path, data, name="数据.csv")

    assert [(row.name, row.requested_fen) for row in plan.payload.applications] == [
        ("甲项目", 500_000_000)
    ]
    previews = [note.found for note in plan.notes if note.kind == Kind.ENCODING_READ]
    assert previews == ([] if encoding is None else [CSV.splitlines()[0]])


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (CSV + "N-2,乙\0,乙公司,1\n", Kind.CSV_NUL),
        (CSV + 'N-2,"乙,乙公司,1\nN-3,丙,丙公司,1\n', Kind.CSV_QUOTES),
        (CSV + "N-2," + "长" * 140_000 + ",乙公司,1\n", Kind.CSV_FIELD),
    ],
    ids=["nul", "quote", "field"],
)
def test_case_59_damaged_csv_is_refused(tmp_path: Path, text: str, kind: Kind) -> None:
    assert error_kinds(a_plan(tmp_path, text.encode(), name="数据.csv")) == [kind]


def test_case_59_bytes_of_no_encoding_are_refused(tmp_path: Path) -> None:
    assert error_kinds(a_plan(tmp_path, b"\xff\x81\xff,\xff\n", name="x.csv")) == [
        Kind.CSV_ENCODING
    ]


def test_csv_may_have_tabs_or_semicolons_and_too_many_rows_are_refused(tmp_path: Path) -> None:
    tabs = CSV.replace(",", "\t")
    long = CSV + "".join(f"N-{n},项目,公司,1\n" for n in range(2, 20_100))

    assert a_plan(tmp_path, tabs.encode(), name="x.csv").is_clean
    assert error_kinds(a_plan(tmp_path, long.encode(), name="x.csv")) == [Kind.TOO_MANY_ROWS]


def test_the_content_decides_and_not_the_name(tmp_path: Path) -> None:
    plan = a_plan(tmp_path, applications(GOOD), name="数据.csv")

    assert plan.is_clean
    assert note_kinds(plan) == {Kind.WORKBOOK_RENAMED}


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ('<row r="1"><c r="A0"><v>1</v></c></row>', Kind.CELL_PLACE),
        ('<row r="0"><c r="A1"><v>1</v></c></row>', Kind.CELL_PLACE),
        ('<row r="1"><c r="ZZZZ1"><v>1</v></c></row>', Kind.CELL_PLACE),
        ('<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>', Kind.CELL_TWICE),
        ('<row r="1"><c r="A1" t="s"><v>99</v></c></row>', Kind.DAMAGED),
    ],
)
def test_impossible_cells_are_refused(tmp_path: Path, body: str, kind: Kind) -> None:
    assert error_kinds(a_plan(tmp_path, book_of([], body=body))) == [kind]


def test_a_file_of_more_than_20000_errors_is_refused(tmp_path: Path) -> None:
    rows = [[f"N-{n}", None, None, "x"] for n in range(8_000)]

    assert error_kinds(a_plan(tmp_path, applications(*rows))) == [Kind.TOO_MANY_PROBLEMS]
