"""The sheets of the ranking workbook that prove it.

Every single score, and formulas that work out totals, factors, results and ranks from
them, beside the official numbers.

Spreadsheets count in binary: 0.1 + 0.2 is not 0.3 there. So every formula works on whole
numbers (scores times a power of ten, over the common denominator of all weights) and
rounds HALF_UP as INT((2n + d) / 2d), which is exact as long as the numbers stay below
2^45; `fits` says whether they do.
"""

from collections.abc import Sequence

from reviewer_app.domain.document import Orientation
from reviewer_app.domain.results import Ranking, ResultState
from reviewer_app.domain.scheme import Scheme
from reviewer_app.i18n import Translator
from reviewer_app.reports.cells import sheet_names
from reviewer_app.reports.check_charts import ChartsWriter
from reviewer_app.reports.check_factors import FactorWriter, named
from reviewer_app.reports.check_method import method_blocks, names_blocks
from reviewer_app.reports.check_names import Names
from reviewer_app.reports.check_places import Places
from reviewer_app.reports.check_results import ResultsWriter
from reviewer_app.reports.check_scores import ScoresWriter
from reviewer_app.reports.package import Package
from reviewer_app.reports.recomputation import coefficients, recompute
from reviewer_app.reports.sheet_pages import Pages
from reviewer_app.reports.sheet_xml import Sheet, SheetWriter
from reviewer_app.reports.styles import Styles

LARGEST = 2**45

_Writer = ChartsWriter | FactorWriter | ScoresWriter | ResultsWriter


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


def has_ranked(ranking: Ranking) -> bool:
    """Whether there is anything to be checked."""
    return any(row.state is ResultState.RANKED for row in ranking.applications)


def can_check(ranking: Ranking) -> bool:
    """Whether all results can be counted again exactly in a spreadsheet."""
    most = max((len(row.reviewers) for row in ranking.applications), default=0)
    return fits(ranking.scheme, most)


class Proof:
    """The sheets that prove the ranking: planned first, then written one after the other.

    `taken` are the names of the worksheets that stand before; `method` and
    `listed` are what stands on the two of them that tell the method and list the names.
    """

    def __init__(
        self, check: tuple[Ranking, Translator], taken: Sequence[str], styles: Styles
    ) -> None:
        ranking, _ = check
        scheme, checks = ranking.scheme, recompute(ranking)
        factors = [f"{factor.code} {named(factor, _)}" for factor in scheme.factors]
        wanted = [_("Charts"), *factors, _("Single scores"), _("Check")]
        charts, *titles, scores, results = sheet_names([*taken, *wanted])[len(taken) :]
        places = Places(scheme, (scores, results), checks)
        names = Names(places, _)
        by_factor = {
            title: FactorWriter(at, places, names, styles, _) for at, title in enumerate(titles)
        }
        self.names = dict(names.defined())
        for title, writer in by_factor.items():
            self.names |= writer.defined(title)
        self._writers: dict[str, _Writer] = {
            charts: ChartsWriter(charts, places, names, styles, _),
            **by_factor,
            scores: ScoresWriter(places, styles, _),
            results: ResultsWriter(places, names, styles, _),
        }
        shown = {
            charts: _("The ranking with its spread, factors compared, and what reviewers gave."),
            **dict.fromkeys(titles, _("One factor: means, what each reviewer gave, the result.")),
            scores: _("Every score of every reviewer, and the sheet totals again."),
            results: _("Every result and rank again; 0 in B3 proves that all agree."),
        }
        self.method = method_blocks(ranking, shown, _)
        self.listed = names_blocks(self.names, _)

    def write(self, package: Package, code: str, mark: str) -> list[Sheet]:
        """Write every sheet; `code` is the document's, for the foot, `mark` for the head."""
        package.names |= self.names
        sheets = []
        for name, writer in self._writers.items():
            widths = writer.widths()
            pages = Pages(header=writer.header)
            sheet = Sheet(name, len(widths), widths=widths, pages=pages, is_protected=True)
            sheet.fits_width = writer.header is not None
            with package.add_sheet() as stream:
                out = SheetWriter(stream, sheet, Orientation.LANDSCAPE)
                writer.write(out, widths)
                if isinstance(writer, ChartsWriter):
                    sheet.charts, sheet.choices = writer.charts, writer.choices
                out.close(code, mark)
            sheets.append(sheet)
        return sheets
