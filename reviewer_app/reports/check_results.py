"""The check sheet of the ranking workbook.

Results and ranks as formulas over the single scores, and how far they are from the
official ones.
"""

from collections.abc import Iterator, Sequence

from reviewer_app.domain.points import format_points, scaled_half_up
from reviewer_app.domain.scheme import (
    TIE_MEDIAN,
    TIE_REQUESTED,
    TIE_UNTRIMMED_MEAN,
    TIE_VOTE,
    RoundStage,
    Scheme,
    TrimLevel,
    TrimScope,
)
from reviewer_app.i18n import Translator
from reviewer_app.reports.cells import (
    Formula,
    escaped,
    formula_xml,
    number_xml,
    text_xml,
)
from reviewer_app.reports.check_names import DIFFERENCES_ROW, Names
from reviewer_app.reports.check_places import FIRST_ROW as FIRST
from reviewer_app.reports.check_places import Places, rounding
from reviewer_app.reports.recomputation import (
    ApplicationCheck,
    is_median,
    is_on_totals,
    may_be_trimmed,
)
from reviewer_app.reports.sheet_table import LINE, height_of
from reviewer_app.reports.sheet_widths import (
    MARGIN,
    characters,
    code_width,
    lines_in,
    number_width,
    title_width,
)
from reviewer_app.reports.sheet_xml import SheetWriter
from reviewer_app.reports.styles import Look, Style, Styles

HEADER_ROW = 4
_TITLE = 6
"""Chinese titles wrap at so many letters' width."""

Cells = list[tuple[str, Formula | int]]
"""Column key and what stands in it, in order of the columns."""


class ResultsWriter:
    """Writes the check sheet. Columns are named by keys; `_at` gives their letters."""

    header = (HEADER_ROW, HEADER_ROW)

    def __init__(self, places: Places, names: Names, styles: Styles, translate: Translator) -> None:
        self._places = places
        self._names = names
        self._scheme = places.scheme
        self._words = translate
        self._text = styles.number(Style(Look.MIDDLE))
        self._header = styles.number(Style(Look.HEADER))
        self._line = styles.number(Style(Look.LINE))
        self._title = styles.number(Style(Look.HEADING))
        self._whole = styles.number(Style(Look.NUMBER))
        self._grey = styles.number(Style(Look.NUMBER, grey=True))
        self._proof = styles.number(Style(Look.DIFFERENCE))
        self._score = styles.number(Style(Look.NUMBER, places.scheme.rules.places))
        self._titles = self._columns()
        self._at = {key: places.at(key) for key in self._titles}

    def widths(self) -> list[float]:
        """Give the widths of the columns: as wide as their longest number."""
        _ = self._words
        rows = enumerate(zip(self._places.checks, self._places.rows, strict=True), FIRST)
        wide = {key: title_width(title, _TITLE) for key, title in self._titles.items()}
        wide["number"] = characters(_("All differences")) + MARGIN
        for row, (check, sheets) in rows:
            wide["number"] = max(wide["number"], code_width(check.result.number))
            wide["score"] = max(wide["score"], number_width(len(self._score_text(check))))
            for key, content in self._cells(row, check, sheets):
                value = content.value if isinstance(content, Formula) else content
                wide[key] = max(wide[key], number_width(len(str(value))))
        return list(wide.values())

    def _columns(self) -> dict[str, str]:
        _ = self._words
        codes = [factor.code for factor in self._scheme.factors]
        columns = {
            "number": _("No."),
            "rank": _("Official rank"),
            "score": _("Official score"),
            "count": _("Valid sheets"),
            "trim": _("Trimmed (1 = yes)"),
            "low": _("Lowest is sheet"),
            "high": _("Highest is sheet"),
            "divisor": _("Divisor"),
        }
        columns |= {f"sum {code}": _("{code} sum").format(code=code) for code in codes}
        columns |= {f"points {code}": _("{code} before weight").format(code=code) for code in codes}
        columns |= {f"factor {code}": _("{code} result").format(code=code) for code in codes}
        columns |= {
            "upper": _("Numerator"),
            "lower": _("Denominator"),
            "again": _("Score again"),
            "mean": _("Mean of all"),
            "median": _("Median of all"),
            "requested": _("Requested (fen, negative)"),
            "vote": _("Vote"),
            "rank again": _("Rank again"),
            "score difference": _("Difference of score"),
            "rank difference": _("Difference of rank"),
        }
        return columns

    def write(self, out: SheetWriter, widths: Sequence[float]) -> None:
        """Write the whole sheet."""
        _ = self._words
        out.begin(HEADER_ROW, columns=1)
        out.across(self._title, _("Check: every result worked out again"), 22)
        line = _(
            "The formulas here work out every result and rank once more from the sheet"
            " “{scores}”; 0 in cell B3 proves that the ranking table agrees with the single"
            " scores. All numbers are whole: scores in units of 1/{power} of a point, sums"
            " over their denominators."
        ).format(scores=self._places.sheet, power=self._places.power)
        out.across(self._line, line, lines_in(line, sum(widths)) * LINE + 4)
        out.row(self._sum_of_differences(), height_of(1) + 4)
        lines = map(lines_in, self._titles.values(), widths)
        header = [
            text_xml(f"{self._at[key]}{HEADER_ROW}", self._header, title)
            for key, title in self._titles.items()
        ]
        out.row(header, height_of(max(lines)) + 4)
        rows = zip(self._places.checks, self._places.rows, strict=True)
        for row, (check, sheets) in enumerate(rows, FIRST):
            out.row(self._row(row, check, sheets))

    def _sum_of_differences(self) -> list[str]:
        """Add up all differences, of totals, scores and ranks: 0 when all agree."""
        _, names = self._words, self._names
        named = [names.of("score difference"), names.of("rank difference"), names.differing_totals]
        named += [names.differing(factor.code) for factor in self._scheme.factors]
        text = "+".join(f"SUMPRODUCT(ABS({name}))" for name in named)
        value = sum(self._differences(check) for check in self._places.checks)
        label = text_xml(f"A{DIFFERENCES_ROW}", self._header, _("All differences"))
        return [label, formula_xml(f"B{DIFFERENCES_ROW}", self._proof, text, value)]

    def _differences(self, check: ApplicationCheck) -> int:
        score, rank = self._official(check)
        factors = official_factors(check, self._scheme)
        return (
            abs(check.score - score)
            + abs(check.rank - rank)
            + sum(abs(again - given) for again, given in zip(check.factors, factors, strict=True))
        )

    def _official(self, check: ApplicationCheck) -> tuple[int, int]:
        score, rank = check.result.score, check.result.rank
        assert score is not None
        assert rank is not None
        return scaled_half_up(score, self._scheme.rules.places), rank

    def _cells(self, row: int, check: ApplicationCheck, sheets: tuple[int, int]) -> Cells:
        return [
            *self._panel(row, check, sheets),
            *self._factors(row, check, sheets),
            *self._outcome(row, check, sheets),
            *self._differing(row, check, self._official(check)),
        ]

    def _score_text(self, check: ApplicationCheck) -> str:
        score = check.result.score
        assert score is not None
        return format_points(score, self._scheme.rules.places)

    def _row(self, row: int, check: ApplicationCheck, sheets: tuple[int, int]) -> Iterator[str]:
        _score, rank = self._official(check)
        yield text_xml(f"A{row}", self._text, check.result.number)
        yield number_xml(f"B{row}", self._whole, str(rank))
        yield number_xml(f"C{row}", self._score, self._score_text(check))
        for key, content in self._cells(row, check, sheets):
            reference = f"{self._at[key]}{row}"
            if isinstance(content, Formula):
                style = self._proof if key.endswith("difference") else self._grey
                yield formula_xml(reference, style, escaped(content.text), content.value)
            else:
                yield number_xml(reference, self._whole, str(content))

    def _panel(self, row: int, check: ApplicationCheck, sheets: tuple[int, int]) -> Cells:
        rules = self._scheme.rules
        totals = self._places.area(self._places.taken, sheets)
        count, trim = f"{self._at['count']}{row}", f"{self._at['trim']}{row}"
        trimming: Formula | int = 0
        if may_be_trimmed(self._scheme):
            tested = count
            if rules.trim_scope is TrimScope.GROUP:
                tested = f"MIN({self._names.of('count')})"
            trimming = Formula(f"IF({tested}>={rules.trim_from},1,0)", int(check.trimmed))
        first = totals.rpartition("!")[2].partition(":")[0]
        prefix = totals.rpartition("!")[0]
        last_highest = (
            f"SUMPRODUCT(MAX(({totals}=MAX({totals}))*(ROW({totals})-ROW({prefix}!{first})+1)))"
        )
        divisor = "2" if is_median(self._scheme) else f"{count}-2*{trim}"
        return [
            ("count", Formula(f"COUNT({totals})", len(check.sheets))),
            ("trim", trimming),
            ("low", Formula(f"IF({trim}=1,MATCH(MIN({totals}),{totals},0),0)", check.low)),
            ("high", Formula(f"IF({trim}=1,{last_highest},0)", check.high)),
            ("divisor", Formula(divisor, check.divisor)),
        ]

    def _factors(self, row: int, check: ApplicationCheck, sheets: tuple[int, int]) -> Cells:
        codes = [factor.code for factor in self._scheme.factors]
        whole = self._places.whole
        power = self._places.power
        divisor = f"{self._at['divisor']}{row}"
        sums, points, factors = Cells(), Cells(), Cells()
        for at, code in enumerate(codes):
            sums.append((f"sum {code}", Formula(self._factor_sum(at, row, sheets), check.sums[at])))
            part = f"{self._at[f'sum {code}']}{row}"
            lower = f"{whole.factor_parts}*{divisor}"
            points.append(
                (f"points {code}", Formula(rounding(part, lower, power), check.points[at]))
            )
            weighted = f"{self._places.weight(at)}*{part}"
            lower = f"{whole.total_parts}*{divisor}"
            if RoundStage.FACTOR in self._scheme.rules.round_at:
                weighted = f"{self._places.weight(at)}*{self._at[f'points {code}']}{row}"
                lower = f"{power * whole.factor_share}"
            factors.append(
                (f"factor {code}", Formula(rounding(weighted, lower, power), check.factors[at]))
            )
        return [*sums, *points, *factors]

    def _factor_sum(self, factor: int, row: int, sheets: tuple[int, int]) -> str:
        """Write what the panel gave a factor, times the divisor."""
        trim = f"{self._at['trim']}{row}"
        area = self._places.area(self._places.first_factor + factor, sheets)
        level = self._scheme.rules.trim_level
        if level is TrimLevel.INDICATOR:
            first, last = self._places.blocks[factor]
            return "+".join(
                self._indicator_sum(column, trim, sheets) for column in range(first, last + 1)
            )
        if is_median(self._scheme):
            return f"2*MEDIAN({area})"
        if level is TrimLevel.FACTOR:
            return f"SUM({area})-{trim}*(MIN({area})+MAX({area}))"
        low, high = f"{self._at['low']}{row}", f"{self._at['high']}{row}"
        return f"SUM({area})-IF({trim}=1,INDEX({area},{low})+INDEX({area},{high}),0)"

    def _indicator_sum(self, column: int, trim: str, sheets: tuple[int, int]) -> str:
        area = self._places.area(column, sheets)
        weight = self._places.indicator_weight(column)
        unit = self._places.whole.unit
        if is_median(self._scheme):
            return f"{weight}*ROUND(2*MEDIAN({area})*{unit},0)"
        ends = f"ROUND(MIN({area})*{unit},0)+ROUND(MAX({area})*{unit},0)"
        return f"{weight}*(SUMPRODUCT(ROUND({area}*{unit},0))-{trim}*({ends}))"

    def _outcome(self, row: int, check: ApplicationCheck, sheets: tuple[int, int]) -> Cells:
        power, parts = self._places.power, self._places.parts
        totals = self._places.area(self._places.taken, sheets)
        upper, lower = self._result(row, totals)
        count = f"{self._at['count']}{row}"
        ends = (f"{self._at['upper']}{row}", f"{self._at['lower']}{row}")
        mean = rounding(f"SUM({totals})", f"{parts}*{count}", power)
        median = rounding(f"(2*MEDIAN({totals}))", str(2 * parts), power)
        return [
            ("upper", Formula(upper, check.upper)),
            ("lower", Formula(lower, check.lower)),
            ("again", Formula(rounding(*ends, power), check.score)),
            ("mean", Formula(mean, check.mean)),
            ("median", Formula(median, check.median)),
            ("requested", -check.requested),
            ("vote", check.vote),
        ]

    def _result(self, row: int, totals: str) -> tuple[str, str]:
        """Write the exact result as numerator and denominator."""
        rules, whole = self._scheme.rules, self._places.whole
        codes = [factor.code for factor in self._scheme.factors]
        divisor, trim = f"{self._at['divisor']}{row}", f"{self._at['trim']}{row}"
        if is_on_totals(self._scheme):
            lower = f"{self._places.parts}*{divisor}"
            if is_median(self._scheme):
                return f"2*MEDIAN({totals})", lower
            return f"SUM({totals})-{trim}*(MIN({totals})+MAX({totals}))", lower
        if RoundStage.WEIGHTED in rules.round_at:
            return f"SUM({self._span('factor', codes, row)})", str(self._places.power)
        if RoundStage.FACTOR in rules.round_at:
            area = self._span("points", codes, row)
            lower = str(self._places.power * whole.factor_share)
        else:
            area, lower = self._span("sum", codes, row), f"{whole.total_parts}*{divisor}"
        return f"SUMPRODUCT({area},{self._names.weights})", lower

    def _span(self, kind: str, codes: Sequence[str], row: int) -> str:
        return f"{self._at[f'{kind} {codes[0]}']}{row}:{self._at[f'{kind} {codes[-1]}']}{row}"

    def _differing(self, row: int, check: ApplicationCheck, official: tuple[int, int]) -> Cells:
        again = f"{self._at['again']}{row}-ROUND(C{row}*{self._places.power},0)"
        rank = f"{self._at['rank again']}{row}-B{row}"
        return [
            ("rank again", Formula(self._rank(row), check.rank)),
            ("score difference", Formula(again, check.score - official[0])),
            ("rank difference", Formula(rank, check.rank - official[1])),
        ]

    def _rank(self, row: int) -> str:
        """Count those that are better at the first key that differs: 1, 2, 2, 4."""
        terms = ["1"]
        equal = ""
        for key in self._keys():
            name, cell = self._names.of(key), f"{self._at[key]}{row}"
            terms.append(f'COUNTIFS({equal}{name},">"&{cell})')
            equal += f"{name},{cell},"
        return "+".join(terms)

    def _keys(self) -> list[str]:
        named = {
            TIE_UNTRIMMED_MEAN: "mean",
            TIE_MEDIAN: "median",
            TIE_REQUESTED: "requested",
            TIE_VOTE: "vote",
        }
        steps = self._scheme.rules.tie_break
        return ["again", *(named.get(step, f"factor {step}") for step in steps)]


def official_factors(check: ApplicationCheck, scheme: Scheme) -> tuple[int, ...]:
    """Give the official factor results in units of the last printed place."""
    values = (check.result.factors[factor.code] for factor in scheme.factors)
    return tuple(
        0 if value is None else scaled_half_up(value, scheme.rules.places) for value in values
    )
