"""A sheet for each factor in the ranking workbook.

What the panel gave each indicator on average, what each reviewer gave the factor, and the
factor's result again beside the official one.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import lru_cache

from reviewer_app.domain.ids import natural_key
from reviewer_app.domain.points import format_points
from reviewer_app.domain.scheme import Factor, Indicator
from reviewer_app.i18n import Translator
from reviewer_app.reports.cells import column_letter, formula_xml, number_xml, text_xml
from reviewer_app.reports.check_names import DIFFERENCES_ROW, Names, area
from reviewer_app.reports.check_places import FIRST_ROW, Places, quoted
from reviewer_app.reports.check_results import HEADER_ROW, official_factors
from reviewer_app.reports.recomputation import ApplicationCheck
from reviewer_app.reports.sheet_table import LINE, height_of
from reviewer_app.reports.sheet_widths import code_width, lines_in, number_width, title_width
from reviewer_app.reports.sheet_xml import SheetWriter
from reviewer_app.reports.styles import Look, Style, Styles
from reviewer_app.words.reports import DASH

_TITLE = 8
_LEADING = 2
_EXACT = 12
"""Decimals of a mean as it stands in a cell; the format shows fewer."""


class FactorWriter:
    """Writes the sheet of one factor; its rows are those of the check sheet."""

    header = (HEADER_ROW, HEADER_ROW)

    def __init__(
        self, at: int, places: Places, names: Names, styles: Styles, translate: Translator
    ) -> None:
        self._factor_at = at
        self._places = places
        self._names = names
        self._words = translate
        self._factor = places.scheme.factors[at]
        self._reviewers = reviewers_of(places.checks)
        self._text = styles.number(Style(Look.MIDDLE))
        self._header = styles.number(Style(Look.HEADER))
        self._line = styles.number(Style(Look.LINE))
        self._title = styles.number(Style(Look.HEADING))
        self._rank = styles.number(Style(Look.NUMBER))
        self._points = styles.number(Style(Look.NUMBER, places.scheme.rules.places))
        self._again = styles.number(Style(Look.NUMBER, places.scheme.rules.places, grey=True))
        self._proof = styles.number(Style(Look.DIFFERENCE))

    def widths(self) -> list[float]:
        """Give the widths of the columns."""
        numbers = max(code_width(check.result.number) for check in self._places.checks)
        least = number_width(len("100.00"))
        titles = [title_width(title, _TITLE) for title in self._titles()]
        return [max(numbers, titles[0]), *(max(least, width) for width in titles[1:])]

    def defined(self, sheet: str) -> dict[str, str]:
        """Give the area of each name on this sheet."""
        rows, code = self._places.result_rows, self._factor.code
        last = len(self._titles())
        return {
            self._names.official(code): area(sheet, column_letter(last - 1), rows),
            self._names.differing(code): area(sheet, column_letter(last), rows),
        }

    def write(self, out: SheetWriter, widths: Sequence[float]) -> None:
        """Write the whole sheet."""
        _ = self._words
        out.begin(HEADER_ROW, columns=_LEADING)
        out.across(self._title, f"{self._factor.code} {named(self._factor, _)}", 22)
        line = _(
            "Mean of every indicator over all valid sheets, what each reviewer gave the factor"
            " before its weight, and the factor's result (after its weight) worked out again"
            " beside the one of the ranking table: the last column must be 0 throughout."
        )
        out.across(self._line, line, lines_in(line, sum(widths)) * LINE + 4)
        out.row(self._sum_of_differences(), height_of(1) + 4)
        titles = self._titles()
        lines = max(map(lines_in, titles, widths))
        header = [
            text_xml(f"{column_letter(at)}{HEADER_ROW}", self._header, title)
            for at, title in enumerate(titles, 1)
        ]
        out.row(header, height_of(lines) + 4)
        rows = zip(self._places.checks, self._places.rows, strict=True)
        for row, (check, sheets) in enumerate(rows, FIRST_ROW):
            out.row(self._row(row, check, sheets))

    def _titles(self) -> list[str]:
        _ = self._words
        return [
            _("No."),
            _("Rank"),
            *(f"{row.code} {named(row, _)}" for row in self._factor.indicators),
            *(_("Points by {reviewer}").format(reviewer=number) for number in self._reviewers),
            _("Result again"),
            _("Official result"),
            _("Difference"),
        ]

    def _sum_of_differences(self) -> list[str]:
        _, code = self._words, self._factor.code
        differences = (self._difference(check) for check in self._places.checks)
        text = f"SUMPRODUCT(ABS({self._names.differing(code)}))"
        return [
            text_xml(f"A{DIFFERENCES_ROW}", self._header, _("All differences")),
            formula_xml(f"B{DIFFERENCES_ROW}", self._proof, text, sum(map(abs, differences))),
        ]

    def _difference(self, check: ApplicationCheck) -> int:
        given = official_factors(check, self._places.scheme)[self._factor_at]
        return check.factors[self._factor_at] - given

    def _row(self, row: int, check: ApplicationCheck, sheets: tuple[int, int]) -> Iterator[str]:
        yield text_xml(f"A{row}", self._text, check.result.number)
        yield number_xml(f"B{row}", self._rank, str(check.result.rank))
        at = _LEADING + 1
        first = self._places.blocks[self._factor_at][0]
        for place in range(len(self._factor.indicators)):
            text = f"AVERAGE({self._places.area(first + place, sheets)})"
            given = sum(sheet.scores[self._factor_at][place] for sheet in check.sheets)
            value = ratio(given, self._places.whole.unit * len(check.sheets))
            yield formula_xml(f"{column_letter(at)}{row}", self._points, text, value)
            at += 1
        yield from self._given(row, at, check, sheets)
        yield from self._result(row, at + len(self._reviewers), check)

    def _given(
        self, row: int, at: int, check: ApplicationCheck, sheets: tuple[int, int]
    ) -> Iterator[str]:
        """Write what each reviewer gave the factor."""
        parts = self._places.whole.factor_parts
        letter = column_letter(self._places.first_factor + self._factor_at)
        found = {sheet.reviewer: place for place, sheet in enumerate(check.sheets)}
        for column, reviewer in enumerate(self._reviewers, at):
            reference = f"{column_letter(column)}{row}"
            if reviewer not in found:
                yield text_xml(reference, self._text, DASH)
                continue
            place = found[reviewer]
            value = ratio(check.sheets[place].factors[self._factor_at], parts)
            text = f"{self._places.prefix}{letter}{sheets[0] + place}/{parts}"
            yield formula_xml(reference, self._points, text, value)

    def _result(self, row: int, at: int, check: ApplicationCheck) -> Iterator[str]:
        power, places = self._places.power, self._places.scheme.rules.places
        again, given, difference = (f"{column_letter(at + step)}{row}" for step in range(3))
        letter = self._places.at(f"factor {self._factor.code}")
        whole = f"{quoted(self._places.results)}{letter}{row}"
        value = ratio(check.factors[self._factor_at], power)
        official = official_factors(check, self._places.scheme)[self._factor_at]
        yield formula_xml(again, self._again, f"{whole}/{power}", value)
        yield number_xml(given, self._points, format_points(Fraction(official, power), places))
        text = f"{whole}-ROUND({given}*{power},0)"
        yield formula_xml(difference, self._proof, text, self._difference(check))


def reviewers_of(checks: Sequence[ApplicationCheck]) -> list[str]:
    """Give the numbers of all reviewers with a counted sheet, in order."""
    found = {sheet.reviewer for check in checks for sheet in check.sheets}
    return sorted(found - {""}, key=natural_key)


def named(thing: Factor | Indicator, _: Translator) -> str:
    """Name a factor or an indicator in the language of the paper."""
    return (thing.name_en if _.language == "en" else "") or thing.name


def decimal(value: Fraction) -> str:
    """Write a value as a cell holds it.

    >>> decimal(Fraction(1, 3)), decimal(Fraction(5, 2)), decimal(Fraction(4))
    ('0.333333333333', '2.5', '4')
    """
    return ratio(value.numerator, value.denominator)


@lru_cache(maxsize=100_000)
def ratio(upper: int, lower: int) -> str:
    """Write upper/lower as a cell holds it.

    >>> ratio(-2, 3), ratio(1250, 100)
    ('-0.666666666667', '12.5')
    """
    return format_points(Fraction(upper, lower), _EXACT).rstrip("0").rstrip(".")
