"""Workbooks made from raw XML, a small scheme and a small batch: what import tests need."""

import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from reviewer_app.domain.application import Application, DetailKind, DetailRow
from reviewer_app.domain.person import Reviewer
from reviewer_app.domain.plans import ImportKind, ImportPlan, Present
from reviewer_app.domain.scheme import Scheme
from reviewer_app.domain.scheme_reading import scheme_from
from reviewer_app.domain.sheet import SheetState
from reviewer_app.i18n import translator
from reviewer_app.importing.grid import column_letters
from reviewer_app.importing.plan import ImportOptions, plan_import
from reviewer_app.words.import_problems import message

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
RELATIONS_TYPE = "application/vnd.openxmlformats-package.relationships+xml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


@dataclass(frozen=True)
class Raw:
    """A cell's inner XML with its type and style: `Raw("<v>1</v>", type="b")`."""

    inner: str
    type: str = "n"
    style: int = 0


def number(text: object, style: int = 0) -> Raw:
    """A stored number."""
    return Raw(f"<v>{text}</v>", style=style)


def formula(text: str, value: object | None = None, type: str = "n") -> Raw:  # noqa: A002
    """A formula with or without its saved value."""
    saved = "" if value is None else f"<v>{escape(str(value))}</v>"
    return Raw(f"<f>{escape(text)}</f>{saved}", type=type)


def cell_xml(reference: str, value: object) -> str:
    """One cell as XML; text is written inline."""
    if isinstance(value, Raw):
        return f'<c r="{reference}" t="{value.type}" s="{value.style}">{value.inner}</c>'
    if isinstance(value, int | float) and not isinstance(value, bool):
        return f'<c r="{reference}"><v>{value}</v></c>'
    text = escape(str(value))
    return f'<c r="{reference}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'


def row_xml(row: int, values: Sequence[object], attributes: str = "") -> str:
    """One row as XML; None leaves a cell out."""
    cells = "".join(
        cell_xml(f"{column_letters(column)}{row}", value)
        for column, value in enumerate(values, start=1)
        if value is not None
    )
    return f'<row r="{row}"{attributes}>{cells}</row>'


def sheet_xml(
    rows: Iterable[Sequence[object]] = (),
    *,
    body: str | None = None,
    before: str = "",
    merges: Sequence[str] = (),
    hidden_rows: Sequence[int] = (),
) -> str:
    """A worksheet part; `body` replaces the rows, `before` stands before them."""
    if body is None:
        body = "".join(
            row_xml(row, values, ' hidden="1"' if row in hidden_rows else "")
            for row, values in enumerate(rows, start=1)
        )
    joined = "".join(f'<mergeCell ref="{place}"/>' for place in merges)
    after = f"<mergeCells>{joined}</mergeCells>" if merges else ""
    return (
        f'{HEAD}<worksheet xmlns="{MAIN}">{before}<sheetData>{body}</sheetData>{after}</worksheet>'
    )


DATE_STYLE, PERCENT_STYLE = 1, 2
STYLES = (
    f'{HEAD}<styleSheet xmlns="{MAIN}">'
    '<numFmts count="1"><numFmt numFmtId="164"'
    ' formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/>'
    '</numFmts><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="9"/>'
    "</cellXfs></styleSheet>"
)


def _override(part: str, kind: str) -> str:
    content = f"application/vnd.openxmlformats-officedocument.spreadsheetml.{kind}+xml"
    return f'<Override PartName="{part}" ContentType="{content}"/>'


@dataclass
class Book:
    """An xlsx package in parts; `data()` zips it."""

    sheets: list[tuple[str, str, str]]
    strings: str | None = None
    styles: str | None = STYLES
    properties: str = ""
    parts: dict[str, str | bytes] = field(default_factory=dict)

    def all_parts(self) -> dict[str, str | bytes]:
        """Every part by name."""
        count = len(self.sheets)
        relations = "".join(
            f'<Relationship Id="rId{index}" Type="{RELATIONS}/worksheet"'
            f' Target="worksheets/sheet{index}.xml"/>'
            for index in range(1, count + 1)
        )
        for name in ("styles", "sharedStrings"):
            relations += (
                f'<Relationship Id="{name}" Type="{RELATIONS}/{name}" Target="{name}.xml"/>'
            )
        overrides = _override("/xl/workbook.xml", "sheet.main") + "".join(
            _override(f"/xl/worksheets/sheet{index}.xml", "worksheet")
            for index in range(1, count + 1)
        )
        overrides += _override("/xl/styles.xml", "styles") if self.styles else ""
        listed = "".join(
            f'<sheet name="{escape(name)}" sheetId="{index}" state="{state}" r:id="rId{index}"/>'
            for index, (name, _, state) in enumerate(self.sheets, start=1)
        )
        parts: dict[str, str | bytes] = {
            "[Content_Types].xml": f'{HEAD}<Types xmlns="{TYPES}">'
            f'<Default Extension="rels" ContentType="{RELATIONS_TYPE}"/>{overrides}</Types>',
            "_rels/.rels": f'{HEAD}<Relationships xmlns="{PACKAGE_RELATIONS}"><Relationship Id="r1"'
            f' Type="{RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
            "xl/workbook.xml": f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}">'
            f"{self.properties}<sheets>{listed}</sheets></workbook>",
            "xl/_rels/workbook.xml.rels": f'{HEAD}<Relationships xmlns="{PACKAGE_RELATIONS}">'
            f"{relations}</Relationships>",
        }
        for index, (_, content, _state) in enumerate(self.sheets, start=1):
            parts[f"xl/worksheets/sheet{index}.xml"] = content
        if self.styles is not None:
            parts["xl/styles.xml"] = self.styles
        if self.strings is not None:
            parts["xl/sharedStrings.xml"] = self.strings
        return {**parts, **self.parts}

    def data(self) -> bytes:
        """The whole file."""
        return zipped(self.all_parts())


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip file of these parts."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return target.getvalue()


def book_of(rows: Iterable[Sequence[object]], **options: Any) -> bytes:
    """An xlsx file with one sheet."""
    return Book([("数据", sheet_xml(rows, **options), "visible")]).data()


APPLICATION_HEADERS = ("项目编号", "项目名称", "申报单位", "申请金额（万元）")


def applications(*rows: Sequence[object], headers: Sequence[object] = ()) -> bytes:
    """An applications workbook."""
    return book_of([headers or APPLICATION_HEADERS, *rows])


METRIC_HEADERS = ("项目编号", "审定投入（万元）")


def metrics(*values: object, headers: Sequence[object] = METRIC_HEADERS) -> bytes:
    """A metrics workbook: one value for each of XM-1, XM-2, …"""
    rows = [[f"XM-{index}", value] for index, value in enumerate(values, start=1)]
    return book_of([headers, *rows])


def releases(*dates: object, **options: Any) -> bytes:
    """A details workbook with one release a date for XM-1."""
    headers = ("项目编号", "版本", "发布日期", "实测改进证据", "计入", "理由")
    rows = [["XM-1", f"v{index}", day, "有", "是", ""] for index, day in enumerate(dates, start=1)]
    sheet = ("版本迭代", sheet_xml([headers, *rows]), "visible")
    return Book([sheet], **options).data()


def a_scheme() -> Scheme:
    """Six inputs and three indicators: objective A1, judged A2, assisted B1."""
    return scheme_from(
        {
            "key": "small",
            "title": "小方案",
            "source": "测试",
            "notice": "",
            "rules": {
                "total": "100",
                "step": "0.5",
                "places": 2,
                "combine": "mean",
                "trim_from": 5,
                "trim_scope": "application",
                "trim_level": "total",
                "quorum": 1,
                "round_at": ["final"],
                "tie_break": [],
            },
            "input": _inputs(),
            "factor": [_factor_a(), _factor_b()],
        }
    )


def _inputs() -> list[dict[str, object]]:
    return [
        {
            "key": "verified_input",
            "label": "审定投入",
            "unit": "万元",
            "kind": "number",
            "min": "0",
        },
        {"key": "users", "label": "用户数", "unit": "家", "kind": "count"},
        {"key": "ratio", "label": "占比", "kind": "share"},
        {"key": "audited", "label": "专项审计", "kind": "flag", "default": "0"},
        {"key": "index", "label": "主指标", "kind": "number", "default": "0"},
        {
            "key": "test_kind",
            "label": "测评方式",
            "kind": "choice",
            "values": {"第三方": "1", "无": "0"},
        },
        {"key": "releases", "label": "版本数", "kind": "count", "max": "50"},
    ]


def _factor_a() -> dict[str, object]:
    objective = {
        "code": "A1",
        "name": "投入规模",
        "kind": "objective",
        "max": "10",
        "formula": "PL(verified_input; 0:0, 1000:10)",
    }
    judged = {"code": "A2", "name": "合理性", "kind": "judged", "max": "70"}
    return {"code": "A", "name": "投入", "indicator": [objective, judged]}


def _factor_b() -> dict[str, object]:
    assisted = {
        "code": "B1",
        "name": "先进性",
        "kind": "assisted",
        "max": "20",
        "step": "0.1",
        "tolerance": "0.2",
        "formula": "PL(verified_input; 0:0, 1000:20)",
    }
    return {"code": "B", "name": "技术", "indicator": [assisted]}


def an_application(number_: str, **fields: Any) -> Application:
    """A known application."""
    fields.setdefault("name", f"项目{number_}")
    fields.setdefault("applicant", "某某科技有限公司")
    return Application(number_, **fields)


def a_batch(
    *,
    applications: Iterable[Application] = (),
    reviewers: Iterable[str] = (),
    assignments: frozenset[tuple[str, str]] | None = None,
    sheets: Mapping[tuple[str, str], SheetState] | None = None,
    scores: Mapping[tuple[str, str, str], int] | None = None,
    comments: Mapping[tuple[str, str, str], str] | None = None,
    details: Mapping[tuple[str, str], tuple[DetailRow, ...]] | None = None,
) -> Present:
    """The batch as an import meets it."""
    return Present(
        scheme=a_scheme(),
        applications={item.number: item for item in applications},
        reviewers={item: Reviewer(item, f"专家{item}") for item in reviewers},
        assignments=assignments,
        sheets=sheets or {},
        scores=scores or {},
        comments=comments or {},
        details=details or {},
    )


def five_applications(**fields: Any) -> Present:
    """XM-1 to XM-5 and two reviewers."""
    return a_batch(
        applications=[an_application(f"XM-{index}", **fields) for index in range(1, 6)],
        reviewers=["R1", "R2"],
    )


def written(folder: Path, data: bytes, name: str = "数据.xlsx") -> Path:
    """The file on disk."""
    path = folder / name
    path.write_bytes(data)
    return path


def a_plan(
    folder: Path,
    data: bytes,
    kind: ImportKind = ImportKind.APPLICATIONS,
    *,
    present: Present | None = None,
    name: str = "数据.xlsx",
    **options: Any,
) -> ImportPlan:
    """Plan the import of these bytes; every finding must have its sentence."""
    path = written(folder, data, name)
    plan = plan_import(path, kind, present or five_applications(), ImportOptions(**options))
    for language in ("zh_CN", "en"):
        for problem in (*plan.problems, *plan.notes):
            assert message(problem, translator(language))
    return plan


def errors(plan: ImportPlan) -> list[tuple[str, int | None]]:
    """The kinds and rows of the errors."""
    return [(problem.kind, problem.row) for problem in plan.problems]


def error_kinds(plan: ImportPlan) -> list[str]:
    """The kinds of the errors."""
    return [problem.kind for problem in plan.problems]


def note_kinds(plan: ImportPlan) -> set[str]:
    """The kinds of the notes."""
    return {problem.kind for problem in plan.notes}


def metric(plan: ImportPlan, number_: str, key: str = "verified_input") -> str | None:
    """A value the plan would write."""
    return plan.payload.metrics.get(number_, {}).get(key)


def release_dates(plan: ImportPlan) -> list[str]:
    """The dates of the releases the plan would write."""
    assert all(row.kind is DetailKind.RELEASES for row in plan.payload.details)
    return [row.fields["date"] for row in plan.payload.details]
