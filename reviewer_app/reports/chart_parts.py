"""The members of a workbook file that charts need: charts, drawings, and who refers to whom."""

from collections.abc import Iterable, Mapping, Sequence

from reviewer_app.reports.chart_xml import HEAD, RELATIONS, chart_xml, drawing_xml
from reviewer_app.reports.sheet_xml import Sheet

_TYPES = {
    "xl/charts/": "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
    "xl/drawings/": "application/vnd.openxmlformats-officedocument.drawing+xml",
}
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def chart_parts(sheets: Sequence[Sheet]) -> dict[str, bytes]:
    """Give name and content of each member, for worksheets in the order of the workbook."""
    parts: dict[str, bytes] = {}
    charts = drawings = 0
    for number, sheet in enumerate(sheets, 1):
        if not sheet.charts:
            continue
        drawings += 1
        drawing = f"drawing{drawings}.xml"
        parts[f"xl/worksheets/_rels/sheet{number}.xml.rels"] = _related(
            [("drawing", f"/xl/drawings/{drawing}")]
        )
        parts[f"xl/drawings/{drawing}"] = drawing_xml(sheet.charts)
        names = [f"chart{charts + at}.xml" for at in range(1, len(sheet.charts) + 1)]
        charts += len(names)
        parts[f"xl/drawings/_rels/{drawing}.rels"] = _related(
            ("chart", f"/xl/charts/{name}") for name in names
        )
        for name, plan in zip(names, sheet.charts, strict=True):
            parts[f"xl/charts/{name}"] = chart_xml(plan)
    return parts


def with_types(content: bytes, parts: Mapping[str, bytes]) -> bytes:
    """Add the content types of the members to the list of the workbook."""
    added = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}"/>'
        for name in parts
        for folder, kind in _TYPES.items()
        if name.startswith(folder) and name.endswith(".xml")
    )
    return content.replace(b"</Types>", added.encode() + b"</Types>")


def _related(targets: Iterable[tuple[str, str]]) -> bytes:
    lines = "".join(
        f'<Relationship Id="rId{number}" Type="{RELATIONS}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    text = f'{HEAD}<Relationships xmlns="{_PACKAGE}">{lines}</Relationships>'
    return text.encode("utf-8")
