"""The ranking workbook is a tool: names, charts, lists to choose from, and protection."""

import io
import re
import zipfile
from xml.etree import ElementTree as ET

import pytest
from openpyxl import Workbook, load_workbook

from reviewer_app.domain.document import Edition
from reviewer_app.domain.results import Ranking
from reviewer_app.reports.catalogue import build
from reviewer_app.reports.excel import write_workbook
from tests.reports.builders import a_batch, a_panel, a_scheme, some_facts

CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"

ORDER = {
    "chartSpace": "roundedCorners chart spPr txPr",
    "chart": "title autoTitleDeleted plotArea legend plotVisOnly dispBlanksAs",
    "title": "tx overlay",
    "plotArea": "layout barChart radarChart catAx valAx",
    "barChart": "barDir grouping varyColors ser gapWidth overlap axId",
    "radarChart": "radarStyle varyColors ser axId",
    "ser": "idx order tx spPr invertIfNegative marker dLbls errBars cat val",
    "dLbls": "txPr dLblPos showLegendKey showVal showCatName showSerName showPercent"
    " showBubbleSize",
    "errBars": "errBarType errValType noEndCap plus minus spPr",
    "catAx": "axId scaling delete axPos majorGridlines numFmt majorTickMark minorTickMark"
    " tickLblPos txPr crossAx crosses auto lblAlgn lblOffset noMultiLvlLbl",
    "valAx": "axId scaling delete axPos majorGridlines numFmt majorTickMark minorTickMark"
    " tickLblPos txPr crossAx crosses crossBetween",
    "scaling": "orientation max min",
    "legend": "legendPos overlay",
}
"""The order of ECMA-376, part 1, 21.2.2; of a choice only what we write."""

WORKSHEET = (
    "sheetPr sheetViews sheetFormatPr cols sheetData sheetProtection mergeCells"
    " dataValidations printOptions pageMargins pageSetup headerFooter rowBreaks drawing"
)
"""The order of ECMA-376, part 1, 18.3.1.99."""


def _file(ranking: Ranking, edition: Edition = Edition.INTERNAL, language: str = "zh_CN") -> bytes:
    buffer = io.BytesIO()
    facts = some_facts(ranking, a_panel(5), edition, language)
    write_workbook(build("ranking", facts), buffer, (ranking, facts.translator))
    return buffer.getvalue()


@pytest.fixture(scope="module")
def file() -> bytes:
    return _file(a_batch(6, 5))


@pytest.fixture(scope="module")
def book(file: bytes) -> Workbook:
    return load_workbook(io.BytesIO(file))


def test_the_sheets_tell_the_way_from_the_result_to_its_proof(book: Workbook) -> None:
    assert book.sheetnames == [
        *("评审结果汇总表", "计分方法", "名称", "图表"),
        *("A 项目投入情况", "B 技术先进程度", "C 升级可持续性", "D 用户使用评价", "E 推广成效"),
        *("得分明细", "校验"),
    ]


def test_every_name_of_a_formula_is_defined_and_leads_to_its_column(book: Workbook) -> None:
    used = {
        name
        for sheet in book.worksheets
        for row in sheet.iter_rows(values_only=True)
        for cell in row
        if isinstance(cell, str) and cell.startswith("=")
        for name in re.findall(
            r"(?<!['\w])[\u4e00-\u9fff]\w*(?!['\w!])", re.sub("'[^']*'!", "", cell)
        )
    }

    assert {"复算得分", "要素_B", "合计差值"} <= used
    assert used <= set(book.defined_names)
    assert book.defined_names["复算得分"].attr_text == "'校验'!$Z$5:$Z$10"
    assert book["校验"]["Z4"].value == "复算总分"
    assert book["得分明细"]["C3"].value == "A1"
    assert book.defined_names["指标_A1"].attr_text == "'得分明细'!$C$5:$C$34"


def test_names_are_listed_for_the_reader(book: Workbook) -> None:
    rows = [(row[0].value, row[1].value) for row in book["名称"].iter_rows(min_row=5)]

    assert rows == [(name, one.attr_text) for name, one in book.defined_names.items()]


def test_english_names_are_legal_too() -> None:
    names = load_workbook(io.BytesIO(_file(a_batch(2, 3), language="en"))).defined_names

    assert all(re.fullmatch(r"[A-Za-z_]\w+", name) for name in names)
    assert {"scores_again", "factor_A", "all_differences"} <= set(names)


def test_codes_that_differ_in_case_only_have_names_of_their_own() -> None:
    factors = """
[[factor]]
code = "F"
name = "F"
indicator = [
    { code = "b1", name = "x", kind = "judged", max = "60" },
    { code = "B1", name = "y", kind = "judged", max = "40" },
]
"""

    names = load_workbook(io.BytesIO(_file(a_batch(2, 3, a_scheme("", factors))))).defined_names

    assert {"指标_b1", "指标__2"} <= set(names)


def test_every_sheet_is_protected_but_for_the_cells_of_choice(book: Workbook) -> None:
    unlocked = [
        f"{sheet.title}!{cell.coordinate}"
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if not cell.protection.locked
    ]

    assert all(sheet.protection.sheet for sheet in book.worksheets)
    assert book.security.lockStructure
    assert unlocked == ["图表!B33", "图表!C33"]


def test_an_application_is_chosen_from_the_list_of_numbers(book: Workbook) -> None:
    (choice,) = book["图表"].data_validations.dataValidation

    assert (choice.type, choice.formula1, str(choice.sqref)) == ("list", "项目编号", "B33:C33")


def test_three_charts_follow_the_cells_of_their_sheet(file: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(file)) as package:
        charts = [name for name in package.namelist() if name.startswith("xl/charts/chart")]
        areas = {
            element.text or ""
            for name in charts
            for element in ET.fromstring(package.read(name)).iter(f"{CHART}f")
        }

    assert len(charts) == 3
    assert all(re.fullmatch(r"'图表'!\$[A-J]\$\d+(:\$[A-J]\$\d+)?", area) for area in areas)


def test_an_independent_reader_finds_the_charts(book: Workbook) -> None:
    charts = vars(book["图表"])["_charts"]

    assert [type(chart).__name__ for chart in charts] == ["BarChart", "RadarChart", "BarChart"]


def test_elements_of_charts_stand_in_the_order_of_the_standard(file: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(file)) as package:
        roots = [
            ET.fromstring(package.read(name))
            for name in package.namelist()
            if name.startswith("xl/charts/")
        ]

    for root in roots:
        for element in root.iter():
            name = element.tag.removeprefix(CHART)
            if name in ORDER:
                _assert_in_order(element, ORDER[name])


def test_elements_of_worksheets_stand_in_the_order_of_the_standard(file: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(file)) as package:
        for name in package.namelist():
            if name.startswith("xl/worksheets/sheet"):
                _assert_in_order(ET.fromstring(package.read(name)), WORKSHEET)


def _assert_in_order(element: ET.Element, order: str) -> None:
    known = order.split()
    places = [known.index(child.tag.rpartition("}")[2]) for child in element]
    assert places == sorted(places)


def test_the_cached_values_of_a_chart_are_those_of_its_cells(file: bytes) -> None:
    sheet = load_workbook(io.BytesIO(file), data_only=True)["图表"]
    with zipfile.ZipFile(io.BytesIO(file)) as package:
        roots = [ET.fromstring(package.read(f"xl/charts/chart{at}.xml")) for at in (1, 2, 3)]

    for root in roots:
        for reference in [*root.iter(f"{CHART}numRef"), *root.iter(f"{CHART}strRef")]:
            first, _, last = reference.findtext(f"{CHART}f", "").rpartition("!")[2].partition(":")
            cells = sheet[f"{first}:{last or first}".replace("$", "")]
            cached = [value.text for value in reference.iter(f"{CHART}v")]
            assert [_text(row[0].value) for row in cells] == cached


def _text(value: object) -> str:
    return f"{value:.12f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)


def test_the_public_workbook_has_no_chart_and_no_name() -> None:
    public = _file(a_batch(6, 5), Edition.PUBLIC)

    with zipfile.ZipFile(io.BytesIO(public)) as package:
        assert not [name for name in package.namelist() if "chart" in name]
    assert set(load_workbook(io.BytesIO(public)).defined_names) == set()


def test_the_same_ranking_gives_the_same_bytes(file: bytes) -> None:
    assert _file(a_batch(6, 5)) == file
