"""The readable names of the ranking workbook's areas: formulas and readers use them.

A name is a word of the paper's language, with the code of an indicator or a factor where
there is one of each: 复算得分, 指标_A1.
"""

import re
from collections.abc import Iterator, Sequence

from reviewer_app.i18n import Translator
from reviewer_app.reports.cells import column_letter
from reviewer_app.reports.check_places import FIRST_ROW, LEADING, WEIGHTS_ROW, Places, quoted

_LEGAL = re.compile(r"[A-Za-z0-9_\u4e00-\u9fff]+")

DIFFERENCES_ROW = 3
"""On the check sheet and on each factor's: what must be 0, in the second column."""


class Names:
    """What each area is called."""

    def __init__(self, places: Places, translate: Translator) -> None:
        self._places = places
        self._words = translate
        codes = [factor.code for factor in places.scheme.factors]
        self._factors = dict(zip(codes, _endings(codes), strict=True))

    def of(self, key: str) -> str:
        """Give the name of a column of the check sheet, by its key."""
        _ = self._words
        code = key.removeprefix("factor ")
        if code in self._factors:
            return _("factor_{code}").format(code=self._factors[code])
        return self._columns()[key]

    def _columns(self) -> dict[str, str]:
        _ = self._words
        return {
            "number": _("application_numbers"),
            "rank": _("official_ranks"),
            "score": _("official_scores"),
            "count": _("valid_sheets"),
            "again": _("scores_again"),
            "mean": _("means_of_all"),
            "median": _("medians_of_all"),
            "requested": _("amounts_requested"),
            "vote": _("panel_votes"),
            "rank again": _("ranks_again"),
            "score difference": _("differences_of_score"),
            "rank difference": _("differences_of_rank"),
        }

    def official(self, code: str) -> str:
        """Name the official results of a factor."""
        _ = self._words
        return _("official_{code}").format(code=self._factors[code])

    def differing(self, code: str) -> str:
        """Name how far the results of a factor are from the official ones."""
        _ = self._words
        return _("differences_{code}").format(code=self._factors[code])

    @property
    def differing_totals(self) -> str:
        """Name how far the sheet totals are from the official ones."""
        _ = self._words
        return _("differences_of_totals")

    @property
    def weights(self) -> str:
        """Name the weights of the factors."""
        _ = self._words
        return _("factor_weights")

    @property
    def all_differences(self) -> str:
        """Name the one cell that must be 0."""
        _ = self._words
        return _("all_differences")

    def defined(self) -> dict[str, str]:
        """Give the area of each name on the two check sheets."""
        return {**self._of_scores(), **self._of_results()}

    def _of_results(self) -> dict[str, str]:
        places = self._places
        keys = [*self._columns(), *(f"factor {code}" for code in self._factors)]
        found = {
            self.of(key): area(places.results, places.at(key), places.result_rows) for key in keys
        }
        found[self.all_differences] = f"{quoted(places.results)}$B${DIFFERENCES_ROW}"
        return found

    def _of_scores(self) -> dict[str, str]:
        _, places = self._words, self._places
        codes = _endings([row.code for row in places.scheme.indicators()])
        columns = {_("sheets_application"): 1, _("sheets_reviewer"): 2}
        for at, code in enumerate(codes, LEADING + 1):
            columns[_("indicator_{code}").format(code=code)] = at
        for at, code in enumerate(self._factors.values(), places.first_factor):
            columns[_("sheets_factor_{code}").format(code=code)] = at
        columns[_("sheets_total")] = places.taken
        columns[_("sheets_official_total")] = places.official
        columns[self.differing_totals] = places.difference
        rows = (FIRST_ROW, places.last_row)
        found = {name: area(places.sheet, column_letter(at), rows) for name, at in columns.items()}
        found[_("indicator_weights")] = self._weights(LEADING + 1, LEADING + places.indicators)
        found[self.weights] = self._weights(places.first_factor, places.last_factor)
        return found

    def _weights(self, first: int, last: int) -> str:
        start, end = column_letter(first), column_letter(last)
        return f"{quoted(self._places.sheet)}${start}${WEIGHTS_ROW}:${end}${WEIGHTS_ROW}"


def area(sheet: str, letter: str, rows: tuple[int, int]) -> str:
    """Write where rows of a column are, for a name."""
    return f"{quoted(sheet)}${letter}${rows[0]}:${letter}${rows[1]}"


def _endings(codes: Sequence[str]) -> Iterator[str]:
    """Give each code as part of a name: itself, or its place where a name cannot hold it."""
    seen: set[str] = set()
    for place, code in enumerate(codes, 1):
        is_legal = _LEGAL.fullmatch(code) is not None and code.casefold() not in seen
        ending = code if is_legal else f"_{place}"
        seen.add(ending.casefold())
        yield ending
