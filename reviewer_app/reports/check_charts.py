"""The sheet of charts in the ranking workbook, and beneath them the numbers they show.

The ranking with the spread of its sheets, two applications of the reader's choice over
the factors, and what each reviewer gave. The charts follow the cells, so they change when
somebody checks what another score would do.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from reviewer_app.domain.scheme import Factor
from reviewer_app.i18n import Translator
from reviewer_app.reports import chart_plan
from reviewer_app.reports.cells import column_letter, formula_xml, number_xml, text_xml
from reviewer_app.reports.chart_plan import Cells, ChartKind, ChartPlan, Corners
from reviewer_app.reports.check_factors import decimal, named, reviewers_of
from reviewer_app.reports.check_names import Names
from reviewer_app.reports.check_places import Places, quoted
from reviewer_app.reports.recomputation import ApplicationCheck
from reviewer_app.reports.sheet_table import LINE, ROW
from reviewer_app.reports.sheet_widths import lines_in
from reviewer_app.reports.sheet_xml import SheetWriter
from reviewer_app.reports.styles import Look, Style, Styles

MOST = 30
"""So many applications, and so many reviewers, a chart can show and still be read."""

_WIDTHS = [26.0, *[13.0] * 9]
_TALL = 21
_STEP = 20.5
_LEAST_AXES = 3
"""A radar of fewer factors is a line."""

_ABOVE = 2
_HALF = _ABOVE + 11
_MIDDLE = 5
"""Rows and columns between which the charts lie."""

_PER_CENT = 100


class ChartsWriter:
    """Writes the sheet of charts; `charts` and `choices` are known when it is written."""

    header = None

    def __init__(
        self, name: str, places: Places, names: Names, styles: Styles, translate: Translator
    ) -> None:
        self.charts: list[ChartPlan] = []
        self.choices: list[tuple[str, str]] = []
        self._prefix = quoted(name)
        self._places = places
        self._names = names
        self._words = translate
        self._shown = places.checks[:MOST]
        self._reviewers = reviewers_of(places.checks)[:MOST]
        self._factors = [row for row in places.scheme.factors if row.maximum > 0]
        self._text = styles.number(Style(Look.TEXT))
        self._header = styles.number(Style(Look.HEADER))
        self._line = styles.number(Style(Look.LINE))
        self._title = styles.number(Style(Look.HEADING))
        self._choice = styles.number(Style(Look.CHOICE))
        self._points = styles.number(Style(Look.NUMBER, places.scheme.rules.places))
        self._share = styles.number(Style(Look.NUMBER, 1))

    def widths(self) -> list[float]:
        """Give the widths of the columns."""
        return _WIDTHS

    def write(self, out: SheetWriter, widths: Sequence[float]) -> None:
        """Write the whole sheet and plan its charts."""
        _ = self._words
        out.begin(0)
        out.across(self._title, _("Charts"), 22)
        line = _(
            "Bars: the score, with the lowest and the highest valid sheet. The two applications"
            " of the radar are chosen from the lists in their cells below; to save another"
            " choice changes this file. Boxes: lowest, middle half, median and highest total"
            " of each reviewer."
        )
        out.across(self._line, line, lines_in(line, sum(widths)) * LINE + 4)
        for _row in range(_TALL):
            out.row((), _STEP)
        out.break_page()
        self._ranking(out)
        out.break_page()
        if len(self._factors) >= _LEAST_AXES:
            self._radar(out)
        if self._reviewers:
            self._boxes(out)

    def _ranking(self, out: SheetWriter) -> None:
        _ = self._words
        title = _("The first {count} of the ranking").format(count=len(self._shown))
        titles = (_("Application"), _("Total score"), _("Lowest"), _("Highest"))
        self._head(out, title, (*titles, _("Below"), _("Above")))
        first = out.next_row
        for check, sheets in zip(self._shown, self._places.rows, strict=False):
            out.row(self._ranked(out.next_row, check, sheets), ROW)
        rows = (first, out.next_row - 1)
        values = [_spread(check, self._places.parts) for check in self._shown]
        columns = zip(
            *((score, score - low, high - score) for score, low, high in values), strict=True
        )
        score, below, above = columns
        has_spread = bool(self._reviewers)
        self.charts.append(
            ChartPlan(
                ChartKind.BARS,
                _("Ranking with the spread of the sheets"),
                Corners((0, _ABOVE), (_MIDDLE, _ABOVE + _TALL)),
                self._labels(rows, tuple(_label(check) for check in self._shown)),
                (self._sequence("B", rows, titles[1], score),),
                self._values("E", rows, below) if has_spread else None,
                self._values("F", rows, above) if has_spread else None,
            )
        )

    def _ranked(self, row: int, check: ApplicationCheck, sheets: tuple[int, int]) -> Iterator[str]:
        parts = self._places.parts
        score, low, high = _spread(check, parts)
        totals = self._places.area(self._places.taken, sheets)
        yield text_xml(f"A{row}", self._text, _label(check))
        yield number_xml(f"B{row}", self._points, decimal(score))
        formulas = (
            ("C", f"MIN({totals})/{parts}", low),
            ("D", f"MAX({totals})/{parts}", high),
            ("E", f"B{row}-C{row}", score - low),
            ("F", f"D{row}-B{row}", high - score),
        )
        for letter, text, value in formulas:
            yield formula_xml(f"{letter}{row}", self._points, text, decimal(value))

    def _radar(self, out: SheetWriter) -> None:
        _, checks = self._words, self._places.checks
        chosen = (checks[0], checks[min(1, len(checks) - 1)])
        title = _("Factors of two applications, per cent of the most that can be had")
        names = (*(check.result.number for check in chosen), _("Mean of all ranked"))
        self._head(out, title, (_("Factor"), *names), chosen=(1, 2))
        head, first = out.next_row - 1, out.next_row
        self.choices.append((f"B{head}:C{head}", self._names.of("number")))
        table = [
            (*(_share(factor, check, self._places) for check in chosen), self._mean(factor))
            for factor in self._factors
        ]
        for factor, values in zip(self._factors, table, strict=True):
            out.row(self._shares(out.next_row, head, factor, values), ROW)
        rows = (first, out.next_row - 1)
        labels = tuple(f"{factor.code} {named(factor, _)}" for factor in self._factors)
        sequences = tuple(
            self._sequence(letter, rows, name, values)
            for letter, name, values in zip("BCD", names, zip(*table, strict=True), strict=True)
        )
        place = Corners((_MIDDLE, _ABOVE), (len(_WIDTHS), _HALF))
        self.charts.append(
            ChartPlan(ChartKind.RADAR, title, place, self._labels(rows, labels), sequences)
        )

    def _shares(
        self, row: int, head: int, factor: Factor, values: Sequence[Fraction]
    ) -> Iterator[str]:
        name, number = self._names.of(f"factor {factor.code}"), self._names.of("number")
        most = factor.maximum * self._places.power
        part = f"*{_PER_CENT * most.denominator}/{most.numerator}"
        yield text_xml(f"A{row}", self._text, f"{factor.code} {named(factor, self._words)}")
        for letter, value in zip("BC", values, strict=False):
            text = f"INDEX({name},MATCH({letter}${head},{number},0)){part}"
            yield formula_xml(f"{letter}{row}", self._share, text, decimal(value))
        yield formula_xml(f"D{row}", self._share, f"AVERAGE({name}){part}", decimal(values[-1]))

    def _mean(self, factor: Factor) -> Fraction:
        checks = self._places.checks
        return sum((_share(factor, check, self._places) for check in checks), Fraction(0)) / len(
            checks
        )

    def _boxes(self, out: SheetWriter) -> None:
        _ = self._words
        title = _("Sheet totals given by each reviewer")
        names = (_("Lowest"), _("Lower quarter"), _("Median"), _("Upper quarter"), _("Highest"))
        steps = tuple(_("Step {number}").format(number=number) for number in range(1, 5))
        self._head(out, title, (_("Reviewer"), *names, *steps))
        first = out.next_row
        given = [_five(self._totals(reviewer)) for reviewer in self._reviewers]
        for reviewer, five in zip(self._reviewers, given, strict=True):
            out.row(self._box(out.next_row, reviewer, five), ROW)
        rows = (first, out.next_row - 1)
        columns = list(zip(*(_steps(five) for five in given), strict=True))
        sequences = tuple(
            self._sequence(letter, rows, name, values)
            for letter, name, values in zip("BGHIJ", (names[0], *steps), columns, strict=True)
        )
        place = Corners((_MIDDLE, _HALF), (len(_WIDTHS), _ABOVE + _TALL))
        floor = int(max(min(five[0] for five in given), Fraction(0)) // 10 * 10)
        labels = self._labels(rows, tuple(self._reviewers))
        self.charts.append(ChartPlan(ChartKind.BOXES, title, place, labels, sequences, floor=floor))

    def _box(self, row: int, reviewer: str, five: Sequence[Fraction]) -> Iterator[str]:
        yield text_xml(f"A{row}", self._text, reviewer)
        for letter, value in zip("BCDEF", five, strict=True):
            yield number_xml(f"{letter}{row}", self._points, decimal(value))
        for letter, (low, high) in zip("GHIJ", pairwise("BCDEF"), strict=True):
            value = five["BCDEF".index(high)] - five["BCDEF".index(low)]
            text = f"{high}{row}-{low}{row}"
            yield formula_xml(f"{letter}{row}", self._points, text, decimal(value))

    def _totals(self, reviewer: str) -> list[Fraction]:
        return sorted(
            Fraction(sheet.taken, self._places.parts)
            for check in self._places.checks
            for sheet in check.sheets
            if sheet.reviewer == reviewer
        )

    def _head(
        self, out: SheetWriter, title: str, titles: Sequence[str], chosen: Sequence[int] = ()
    ) -> None:
        """Write the title of a small table and its header; some cells of it are choices."""
        out.across(self._title, title, 22)
        row = out.next_row
        styles = [self._choice if at in chosen else self._header for at in range(len(titles))]
        cells = [
            text_xml(f"{column_letter(at)}{row}", style, text)
            for at, (style, text) in enumerate(zip(styles, titles, strict=True), 1)
        ]
        out.row(cells, 2 * LINE + 4)

    def _labels(self, rows: tuple[int, int], now: tuple[str, ...]) -> Cells:
        return Cells(self._area("A", rows), now)

    def _values(self, letter: str, rows: tuple[int, int], now: Sequence[Fraction]) -> Cells:
        return Cells(self._area(letter, rows), tuple(map(decimal, now)))

    def _sequence(
        self, letter: str, rows: tuple[int, int], name: str, now: Sequence[Fraction]
    ) -> chart_plan.Sequence:
        head = Cells(f"{self._prefix}${letter}${rows[0] - 1}", (name,))
        return chart_plan.Sequence(head, self._values(letter, rows, now))

    def _area(self, letter: str, rows: tuple[int, int]) -> str:
        return f"{self._prefix}${letter}${rows[0]}:${letter}${rows[1]}"


def _label(check: ApplicationCheck) -> str:
    return f"{check.result.rank}. {check.result.number}"


def _spread(check: ApplicationCheck, parts: int) -> tuple[Fraction, Fraction, Fraction]:
    """Give the score, the lowest and the highest sheet total."""
    totals = [Fraction(sheet.taken, parts) for sheet in check.sheets]
    assert check.result.score is not None
    return check.result.score, min(totals), max(totals)


def _share(factor: Factor, check: ApplicationCheck, places: Places) -> Fraction:
    at = places.scheme.factors.index(factor)
    return Fraction(check.factors[at], places.power) * _PER_CENT / factor.maximum


def _five(ordered: Sequence[Fraction]) -> tuple[Fraction, ...]:
    """Give lowest, quarters and highest of ordered values, as QUARTILE of spreadsheets does."""
    found = []
    for quarter in range(5):
        at, rest = divmod((len(ordered) - 1) * quarter, 4)
        upper = ordered[min(at + 1, len(ordered) - 1)]
        found.append(ordered[at] + (upper - ordered[at]) * Fraction(rest, 4))
    return tuple(found)


def _steps(five: Sequence[Fraction]) -> tuple[Fraction, ...]:
    return five[0], *(high - low for low, high in pairwise(five))
