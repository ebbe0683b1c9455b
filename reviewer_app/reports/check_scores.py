"""The sheet of single scores in the ranking workbook, with each sheet's total as formula."""

from collections.abc import Iterator

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
from reviewer_app.reports.sheet_xml import SheetWriter
from reviewer_app.reports.styles import Look, Style, Styles
from reviewer_app.words.reports import DASH


class ScoresWriter:
    """Writes the single scores."""

    def __init__(self, places: Places, styles: Styles, translate: Translator) -> None:
        self._places = places
        self._words = translate
        self._text = styles.number(Style(Look.MIDDLE))
        self._header = styles.number(Style(Look.HEADER))
        self._line = styles.number(Style(Look.LINE))
        self._title = styles.number(Style(Look.HEADING))
        self._whole = styles.number(Style(Look.NUMBER, grey=True))
        self._total = styles.number(Style(Look.NUMBER, places.scheme.rules.places))
        decimals = len(str(places.whole.unit)) - 1
        self._score = styles.number(Style(Look.NUMBER, decimals))
        self._decimals = decimals
        self._texts: dict[int, str] = {}
        self._letters = [column_letter(at) for at in range(1, places.difference + 1)]

    def widths(self) -> list[float]:
        """Give the widths of the columns."""
        return [18.0, 10.0, *[8.0] * self._places.indicators] + [11.0] * (
            self._places.difference - LEADING - self._places.indicators
        )

    def write(self, out: SheetWriter) -> None:
        """Write the whole sheet."""
        _ = self._words
        out.begin(WEIGHTS_ROW)
        out.row([text_xml("A1", self._title, _("Single scores and sheet totals"))])
        line = _("Grey: whole numbers worked out by formulas; row 4 holds the weights.")
        out.row([text_xml("A2", self._line, line)])
        out.row(self._titles())
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

    def _titles(self) -> Iterator[str]:
        _ = self._words
        scheme = self._places.scheme
        titles = [_("No."), _("Reviewer")]
        titles += [row.code for row in scheme.indicators()]
        titles += [factor.code for factor in scheme.factors]
        titles += [_("Total in parts"), _("Total taken"), _("Official total"), _("Difference")]
        for letter, title in zip(self._letters, titles, strict=True):
            yield text_xml(f"{letter}3", self._header, title)

    def _weights(self) -> Iterator[str]:
        whole = self._places.whole
        yield text_xml("A4", self._header, self._words("Weight"))
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
        yield formula_xml(cell, self._whole, text, again - official)

    def _decimal(self, score: int) -> str:
        text = _units_text(score, self._decimals)
        self._texts[score] = text
        return text


def _units_text(units: int, places: int) -> str:
    """Write whole units of 10**-places as decimal digits."""
    digits = str(abs(units)).rjust(places + 1, "0")
    sign = "-" if units < 0 else ""
    return f"{sign}{digits[:-places]}.{digits[-places:]}" if places else sign + digits
