"""A chart of a workbook as XML, and the drawing that places charts on a worksheet.

Elements stand in the order of ECMA-376, 21.2: programs refuse a chart part otherwise.
Black and grey only, as on all our paper; sequences differ by dash and tint.
"""

from collections.abc import Iterator, Sequence
from typing import assert_never

from reviewer_app.reports import chart_plan
from reviewer_app.reports.cells import escaped
from reviewer_app.reports.chart_plan import Cells, ChartKind, ChartPlan, Corners

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
MAIN = "http://schemas.openxmlformats.org/drawingml/2006/main"
PLACED = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

_TITLE, _SMALL = 1100, 800
"""Hundredths of a point."""

_BLACK, _DARK, _GREY, _LIGHT = "000000", "404040", "7F7F7F", "BFBFBF"
_LINES = ((_BLACK, "solid", 22225), (_DARK, "dash", 19050), (_GREY, "sysDot", 19050))
_TINTS = (_LIGHT, _GREY, _GREY, _LIGHT)
_NO_FILL = "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
_HAIR = f'<a:ln w="6350"><a:solidFill><a:srgbClr val="{_LIGHT}"/></a:solidFill></a:ln>'
_AXES = '<c:axId val="10"/><c:axId val="20"/>'


def chart_xml(plan: ChartPlan) -> bytes:
    """Write one chart."""
    text = (
        f'{HEAD}<c:chartSpace xmlns:c="{CHART}" xmlns:a="{MAIN}" xmlns:r="{RELATIONS}">'
        '<c:roundedCorners val="0"/><c:chart>'
        f"{_title(plan.title)}"
        '<c:autoTitleDeleted val="0"/>'
        f"<c:plotArea><c:layout/>{''.join(_plotted(plan))}</c:plotArea>"
        f"{_legend(plan)}"
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        f"<c:spPr>{_solid('FFFFFF')}{_HAIR}</c:spPr>{_letters(_SMALL)}</c:chartSpace>"
    )
    return text.encode("utf-8")


def drawing_xml(plans: Sequence[ChartPlan]) -> bytes:
    """Place the charts of one worksheet; the relation of each is rId1 and so on."""
    frames = "".join(_frame(number, plan) for number, plan in enumerate(plans, 1))
    text = (
        f'{HEAD}<xdr:wsDr xmlns:xdr="{PLACED}" xmlns:a="{MAIN}" xmlns:r="{RELATIONS}" '
        f'xmlns:c="{CHART}">{frames}</xdr:wsDr>'
    )
    return text.encode("utf-8")


def _frame(number: int, plan: ChartPlan) -> str:
    return (
        f'<xdr:twoCellAnchor editAs="oneCell">{_corners(plan.corners)}'
        '<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr>'
        f'<xdr:cNvPr id="{number + 1}" name="Chart {number}" descr="{_attribute(plan.title)}"/>'
        "<xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>"
        '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>'
        f'<a:graphic><a:graphicData uri="{CHART}"><c:chart r:id="rId{number}"/>'
        "</a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>"
    )


def _corners(corners: Corners) -> str:
    ends = (("from", corners.first), ("to", corners.last))
    return "".join(
        f"<xdr:{name}><xdr:col>{column}</xdr:col><xdr:colOff>0</xdr:colOff>"
        f"<xdr:row>{row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:{name}>"
        for name, (column, row) in ends
    )


def _attribute(text: str) -> str:
    return escaped(text).replace('"', "&quot;").replace("\n", " ")


def _title(text: str) -> str:
    properties = f'<a:rPr lang="zh-CN" sz="{_TITLE}" b="0"/>'
    return (
        "<c:title><c:tx><c:rich><a:bodyPr/><a:p>"
        f'<a:pPr><a:defRPr sz="{_TITLE}" b="0"/></a:pPr>'
        f"<a:r>{properties}<a:t>{escaped(text)}</a:t></a:r></a:p></c:rich></c:tx>"
        '<c:overlay val="0"/></c:title>'
    )


def _legend(plan: ChartPlan) -> str:
    if plan.kind is not ChartKind.RADAR:
        return ""
    return '<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend>'


def _plotted(plan: ChartPlan) -> Iterator[str]:
    match plan.kind:
        case ChartKind.BARS:
            yield from _bars(plan)
        case ChartKind.RADAR:
            yield from _radar(plan)
        case ChartKind.BOXES:
            yield from _boxes(plan)
        case _:
            assert_never(plan.kind)


def _bars(plan: ChartPlan) -> Iterator[str]:
    """Lay the best on top; the spread of the sheets is an error bar over each."""
    yield '<c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>'
    for at, sequence in enumerate(plan.sequences):
        fill = f"<c:spPr>{_solid(_LIGHT)}</c:spPr>"
        labels = f'<c:dLbls>{_letters(_SMALL)}<c:dLblPos val="inBase"/>{_shown()}</c:dLbls>'
        extra = f'{fill}<c:invertIfNegative val="0"/>{labels}{_spread(plan)}'
        yield _sequence(at, sequence, extra, plan.categories)
    yield f'<c:gapWidth val="40"/>{_AXES}</c:barChart>'
    yield _category_axis("l", orientation="maxMin")
    yield _value_axis("b", crosses="max", floor=0)


def _shown() -> str:
    return (
        '<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/>'
        '<c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>'
    )


def _spread(plan: ChartPlan) -> str:
    if plan.below is None or plan.above is None:
        return ""
    return (
        '<c:errBars><c:errBarType val="both"/><c:errValType val="cust"/><c:noEndCap val="0"/>'
        f"<c:plus>{_numbers(plan.above)}</c:plus><c:minus>{_numbers(plan.below)}</c:minus>"
        f'<c:spPr><a:ln w="12700">{_solid(_BLACK)}</a:ln></c:spPr></c:errBars>'
    )


def _radar(plan: ChartPlan) -> Iterator[str]:
    yield '<c:radarChart><c:radarStyle val="marker"/><c:varyColors val="0"/>'
    for at, sequence in enumerate(plan.sequences):
        colour, dash, width = _LINES[at % len(_LINES)]
        line = f'<a:ln w="{width}">{_solid(colour)}<a:prstDash val="{dash}"/></a:ln>'
        extra = f'<c:spPr>{line}</c:spPr><c:marker><c:symbol val="none"/></c:marker>'
        yield _sequence(at, sequence, extra, plan.categories)
    yield f"{_AXES}</c:radarChart>"
    yield _category_axis("b", gridlines=True)
    yield _value_axis("l", floor=0, ceiling=100)


def _boxes(plan: ChartPlan) -> Iterator[str]:
    """Stack what lies between lowest, quarters and highest on a bar that is not seen."""
    yield '<c:barChart><c:barDir val="col"/><c:grouping val="stacked"/><c:varyColors val="0"/>'
    for at, sequence in enumerate(plan.sequences):
        edge = f'<a:ln w="6350">{_solid(_BLACK)}</a:ln>'
        fill = f"<c:spPr>{_solid(_TINTS[at - 1])}{edge}</c:spPr>" if at else _NO_FILL
        extra = f'{fill}<c:invertIfNegative val="0"/>'
        yield _sequence(at, sequence, extra, plan.categories)
    yield f'<c:gapWidth val="80"/><c:overlap val="100"/>{_AXES}</c:barChart>'
    yield _category_axis("b")
    yield _value_axis("l", floor=plan.floor)


def _sequence(at: int, sequence: chart_plan.Sequence, extra: str, categories: Cells) -> str:
    return (
        f'<c:ser><c:idx val="{at}"/><c:order val="{at}"/><c:tx>{_texts(sequence.name)}</c:tx>'
        f"{extra}<c:cat>{_texts(categories)}</c:cat><c:val>{_numbers(sequence.values)}</c:val>"
        "</c:ser>"
    )


def _texts(cells: Cells) -> str:
    return (
        f"<c:strRef><c:f>{escaped(cells.area)}</c:f><c:strCache>{_points(cells)}</c:strCache>"
        "</c:strRef>"
    )


def _numbers(cells: Cells) -> str:
    return (
        f"<c:numRef><c:f>{escaped(cells.area)}</c:f><c:numCache><c:formatCode>0.00</c:formatCode>"
        f"{_points(cells)}</c:numCache></c:numRef>"
    )


def _points(cells: Cells) -> str:
    points = "".join(
        f'<c:pt idx="{at}"><c:v>{escaped(value)}</c:v></c:pt>' for at, value in enumerate(cells.now)
    )
    return f'<c:ptCount val="{len(cells.now)}"/>{points}'


def _category_axis(place: str, *, orientation: str = "minMax", gridlines: bool = False) -> str:
    lines = f"<c:majorGridlines><c:spPr>{_HAIR}</c:spPr></c:majorGridlines>" if gridlines else ""
    return (
        f'<c:catAx><c:axId val="10"/><c:scaling><c:orientation val="{orientation}"/></c:scaling>'
        f'<c:delete val="0"/><c:axPos val="{place}"/>{lines}<c:numFmt formatCode="General" '
        'sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
        f'<c:tickLblPos val="low"/>{_letters(_SMALL)}<c:crossAx val="20"/>'
        '<c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/>'
        '<c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>'
    )


def _value_axis(place: str, *, floor: int, crosses: str = "autoZero", ceiling: int = 0) -> str:
    greatest = f'<c:max val="{ceiling}"/>' if ceiling else ""
    return (
        '<c:valAx><c:axId val="20"/><c:scaling><c:orientation val="minMax"/>'
        f'{greatest}<c:min val="{floor}"/></c:scaling><c:delete val="0"/>'
        f'<c:axPos val="{place}"/><c:majorGridlines><c:spPr>{_HAIR}</c:spPr></c:majorGridlines>'
        '<c:numFmt formatCode="0" sourceLinked="0"/><c:majorTickMark val="none"/>'
        '<c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
        f'{_letters(_SMALL)}<c:crossAx val="10"/><c:crosses val="{crosses}"/>'
        '<c:crossBetween val="between"/></c:valAx>'
    )


def _solid(colour: str) -> str:
    return f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'


def _letters(size: int) -> str:
    return (
        f'<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="{size}"/></a:pPr>'
        '<a:endParaRPr lang="zh-CN"/></a:p></c:txPr>'
    )
