"""The two check sheets of the ranking workbook.

Every single score, and formulas that work out totals, results and ranks from them,
beside the official numbers.

Spreadsheets count in binary: 0.1 + 0.2 is not 0.3 there. So every formula works on whole
numbers (scores times a power of ten, over the common denominator of all weights) and
rounds HALF_UP as INT((2n + d) / 2d), which is exact as long as the numbers stay below
2^45; `fits` says whether they do.
"""

from collections.abc import Sequence

from reviewer_app.domain.document import Orientation
from reviewer_app.domain.results import Ranking
from reviewer_app.domain.scheme import Scheme
from reviewer_app.i18n import Translator
from reviewer_app.reports.cells import sheet_names
from reviewer_app.reports.check_places import WEIGHTS_ROW, Places
from reviewer_app.reports.check_results import HEADER_ROW, ResultsWriter
from reviewer_app.reports.check_scores import ScoresWriter
from reviewer_app.reports.package import Package
from reviewer_app.reports.recomputation import coefficients, recompute
from reviewer_app.reports.sheet_pages import Pages
from reviewer_app.reports.sheet_xml import Sheet, SheetWriter
from reviewer_app.reports.styles import Styles

LARGEST = 2**45


def fits(scheme: Scheme, sheets: int) -> bool:
    """Whether a spreadsheet can count the results of so many sheets exactly."""
    whole = coefficients(scheme)
    most = sum(
        abs(weight)
        * sum(
            abs(part) * int(row.maximum * whole.unit) + 1
            for part, row in zip(parts, factor.indicators, strict=True)
        )
        for weight, parts, factor in zip(
            whole.factors, whole.indicators, scheme.factors, strict=True
        )
    )
    return bool(4 * most * max(sheets, 2) * 10**scheme.rules.places < LARGEST)


def can_check(ranking: Ranking) -> bool:
    """Whether all results can be counted again exactly in a spreadsheet."""
    most = max((len(row.reviewers) for row in ranking.applications), default=0)
    return fits(ranking.scheme, most)


def write_check(
    package: Package,
    styles: Styles,
    check: tuple[Ranking, Translator],
    taken: Sequence[str],
    code: str,
) -> list[Sheet]:
    """Write both sheets; none where nothing is ranked. `code` is the document's, for the foot."""
    ranking, _ = check
    checks = recompute(ranking)
    if not checks:
        return []
    names = sheet_names([*taken, _("Single scores"), _("Check")])[-2:]
    places = Places(ranking.scheme, names[0], checks)
    sheets = []
    writers: tuple[ScoresWriter | ResultsWriter, ...] = (
        ScoresWriter(places, styles, _),
        ResultsWriter(places, styles, _),
    )
    headers = ((WEIGHTS_ROW - 1, WEIGHTS_ROW), (HEADER_ROW, HEADER_ROW))
    for name, writer, header in zip(names, writers, headers, strict=True):
        widths = writer.widths()
        sheet = Sheet(name, columns=len(widths), widths=widths, pages=Pages(header=header))
        with package.add_sheet() as stream:
            out = SheetWriter(stream, sheet, Orientation.LANDSCAPE)
            writer.write(out, widths)
            out.close(code)
        sheets.append(sheet)
    return sheets
