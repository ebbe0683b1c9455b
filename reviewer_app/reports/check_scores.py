"""The sheet of single scores in the ranking workbook, with each sheet's total as formula."""

from collections.abc import Iterator, Sequence

from reviewer_app.domain.points import scaled_half_up
from reviewer_app.domain.scheme import RoundStage
from reviewer_app.i18n import Translator
from reviewer_app.reports.cells import (
    column_letter,
    formula_xml,
    number_xml,
    text_xml,
)
from reviewer_app.reports.check_places import LEADING, WEIGHTS_ROW, Places, rounding
from reviewer_app.reports.recomputation import ApplicationCheck, SheetCheck, round_half_up
from reviewer_app.reports.sheet_table import LINE, height_of
from reviewer_app.reports.sheet_widths import code_width, lines_in, number_width, title_width
from reviewer_app.reports.sheet_xml import SheetWriter
from reviewer_app.reports.styles import Look, Style, Styles
from reviewer_app.words.reports import DASH

_TITLE = 6
"""Chinese titles wrap at so many letters' width."""


class ScoresWriter:
    """Writes the single scores."""

    header = (WEIGHTS_ROW - 1, WEIGHTS_ROW)

    def __init__(self, places: Places, styles: Styles, translate: Translator) -> None:
        self._places = places
        self._words = translate
        self._text = styles.number(Style(Look.MIDDLE))
        self._header = styles.number(Style(Look.HEADER))
        self._line = styles.number(Style(Look.LINE))
        self._title = styles.number(Style(Look.HEADING))
        self._whole = styles.number(Style(Look.NUMBER, grey=True))
        self._proof = styles.number(Style(Look.DIFFERENCE))
        self._total = styles.number(Style(Look.NUMBER, places.scheme.rules.places))
        decimals = len(str(places.whole.unit)) - 1
        self._score = styles.number(Style(Look.NUMBER, decimals))
        self._decimals = decimals
        self._texts: dict[int, str] = {}
        self._letters = [column_letter(at) for at in range(1, places.difference + 1)]

    def widths(self) -> list[float]:
        """Give the widths of the columns: as wide as their longest number."""
        checks, places = self._places.checks, self._places
        sheets = [sheet for check in checks for sheet in check.sheets]
        numbers = max(code_width(check.result.number) for check in checks)
        names = max(code_width(sheet.reviewer) for sheet in sheets)
        most = max((row.maximum for row in places.scheme.indicators()), default=0)
        score = len(str(int(most))) + 1 + self._decimals
        factors = [
            max(len(str(sheet.factors[at])) for sheet in sheets) for at in range(len(places.blocks))
        ]
        total = max(len(str(sheet.total)) for sheet in sheets)
        taken = max(len(str(sheet.taken)) for sheet in sheets)
        wide = [*[score] * places.indicators, *factors, total, taken, 6, 5]
        least = [title_width(title, _TITLE) for title in self._named()]
        given = [numbers, names, *map(number_width, wide)]
        return [max(pair) for pair in zip(least, given, strict=True)]

    def write(self, out: SheetWriter, widths: Sequence[float]) -> None:
        """Write the whole sheet."""
        _ = self._words
        out.begin(WEIGHTS_ROW, columns=LEADING)
        out.across(self._title, _("Single scores and sheet totals"), 22)
        line = _(
            "What the reviewers gave, in points, and each sheet's total worked out again by a"
            " formula beside the official total: the last column must be 0 throughout. Grey:"
            " whole numbers worked out by formulas; row 4 holds the weights."
        )
        out.across(self._line, line, lines_in(line, sum(widths)) * LINE + 4)
        titles = list(self._named())
        lines = max(lines_in(title, width) for title, width in zip(titles, widths, strict=True))
        out.row(self._titles(titles), height_of(lines) + 4)
        out.row(self._weights())
        for check, (first, _last) in zip(self._places.checks, self._places.rows, strict=True):
            official = {part.number: part.total for part in check.result.reviewers}
            for row, sheet in enumerate(check.sheets, first):
                total = official.get(sheet.reviewer, check.result.exact)
                units = 0 if total is None else scaled_half_up(total, self._places_shown)
                out.row(self._sheet(row, check, sheet, units))

    @property
    def _places_shown(self) -> int:
        return self._places.scheme.rules.places

    def _named(self) -> Iterator[str]:
        _ = self._words
        scheme = self._places.scheme
        yield from (_("No."), _("Reviewer"))
        yield from (row.code for row in scheme.indicators())
        yield from (factor.code for factor in scheme.factors)
        yield from (_("Total in parts"), _("Total taken"), _("Official total"), _("Difference"))

    def _titles(self, titles: Sequence[str]) -> Iterator[str]:
        for letter, title in zip(self._letters, titles, strict=True):
            yield text_xml(f"{letter}3", self._header, title)

    def _weights(self) -> Iterator[str]:
        whole = self._places.whole
        _ = self._words
        yield text_xml("A4", self._header, _("Weight"))
        numbers = [*(part for parts in whole.indicators for part in parts), *whole.factors]
        for letter, number in zip(self._letters[LEADING:], numbers, strict=False):
            yield number_xml(f"{letter}{WEIGHTS_ROW}", self._whole, str(number))

    def _sheet(
        self, row: int, check: ApplicationCheck, sheet: SheetCheck, official: int
    ) -> Iterator[str]:
        """Write one sheet. Formulas here have no sign that XML must escape."""
        letters, places = self._letters, self._places
        yield text_xml(f"A{row}", self._text, check.result.number)
        yield text_xml(f"B{row}", self._text, sheet.reviewer or DASH)
        middle = f'{row}" s="{self._score}"><v>'
        texts, at = self._texts, LEADING
        for scores in sheet.scores:
            for score in scores:
                text = texts.get(score) or self._decimal(score)
                yield f'<c r="{letters[at]}{middle}{text}</v></c>'
                at += 1
        middle = f'{row}" s="{self._whole}"><f>SUMPRODUCT(ROUND('
        ending = f"{row}*{places.whole.unit},0),"
        for (first, last), parts in zip(places.blocks, sheet.factors, strict=True):
            start, end = letters[first - 1], letters[last - 1]
            yield (
                f'<c r="{letters[at]}{middle}{start}{row}:{end}{ending}'
                f"{start}$4:{end}$4)</f><v>{parts}</v></c>"
            )
            at += 1
        yield from self._totals(row, sheet, official)

    def _totals(self, row: int, sheet: SheetCheck, official: int) -> Iterator[str]:
        letters, places = self._letters, self._places
        first, last = letters[places.first_factor - 1], letters[places.last_factor - 1]
        total = f"{letters[places.total - 1]}{row}"
        taken = f"{letters[places.taken - 1]}{row}"
        given = f"{letters[places.official - 1]}{row}"
        power = places.power
        text = f"SUMPRODUCT({first}{row}:{last}{row},{first}$4:{last}$4)"
        yield formula_xml(total, self._whole, text, sheet.total)
        text = total
        if RoundStage.SHEET in places.scheme.rules.round_at:
            text = rounding(total, str(places.whole.total_parts), power)
        yield formula_xml(taken, self._whole, text, sheet.taken)
        yield number_xml(given, self._total, _units_text(official, self._places_shown))
        again = round_half_up(sheet.taken, places.parts, self._places_shown)
        text = f"{rounding(taken, str(places.parts), power)}-ROUND({given}*{power},0)"
        cell = f"{letters[places.difference - 1]}{row}"
        yield formula_xml(cell, self._proof, text, again - official)

    def _decimal(self, score: int) -> str:
        text = _units_text(score, self._decimals)
        self._texts[score] = text
        return text


def _units_text(units: int, places: int) -> str:
    """Write whole units of 10**-places as decimal digits."""
    digits = str(abs(units)).rjust(places + 1, "0")
    sign = "-" if units < 0 else ""
    return f"{sign}{digits[:-places]}.{digits[-places:]}" if places else sign + digits
