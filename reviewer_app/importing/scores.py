"""Rows of scores, in long form (one score a row) or wide form (one sheet a row).

An empty cell is no score and never a 0. Source: contract.md 3.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from reviewer_app.domain.plans import Present
from reviewer_app.domain.points import decimals_of, format_exact, format_points, to_hundredths
from reviewer_app.domain.problem_kinds import ProblemKind
from reviewer_app.domain.rules.scoring import compute, is_valid_score
from reviewer_app.domain.scheme import Indicator
from reviewer_app.domain.sheet import SheetState
from reviewer_app.importing.cells import STATE_WORDS
from reviewer_app.importing.columns import COMMENT_PREFIX
from reviewer_app.importing.findings import Findings
from reviewer_app.importing.headers import Placed
from reviewer_app.importing.people import is_known_pair
from reviewer_app.importing.strings import clean_key
from reviewer_app.importing.table import Row, Table, unique_rows

WHOLE_SHEET = "*"
_OPEN_WORDS = frozenset(
    ("", "草稿", "待评", "已提交", "提交", "正常", "draft", "pending", "submitted", "locked")
)


@dataclass(slots=True)
class SheetRows:
    """What a file says of one sheet: scores in hundredths and comments by indicator."""

    application: str
    reviewer: str
    first_row: int
    scores: dict[str, int] = field(default_factory=dict)
    comments: dict[str, str] = field(default_factory=dict)
    states: set[SheetState] = field(default_factory=set)
    reason: str = ""
    is_bad: bool = False

    @property
    def pair(self) -> tuple[str, str]:
        """Application and reviewer."""
        return (self.application, self.reviewer)


class ScoreReader:
    """Turns rows of either form into what the file says of each sheet."""

    def __init__(self, table: Table, present: Present, findings: Findings) -> None:
        self._table = table
        self._present = present
        self._findings = findings
        self._by_code = {code.casefold(): row for code, row in present.scheme.by_code.items()}
        self._computed: dict[str, dict[str, Fraction | None]] = {}
        self._valid: dict[tuple[str, str], int] = {}
        self._sheets: dict[tuple[str, str], SheetRows] = {}

    def sheets(self, rows: Sequence[Row]) -> Iterator[SheetRows]:
        """Read all rows; the sheets come in the order of the file."""
        is_long = {"indicator", "score"} <= self._table.by_key.keys()
        keys = ["application", "reviewer", *(["indicator"] if is_long else [])]
        for row in rows if is_long else ():
            self._check_indicator(row)
        for row in rows if not is_long else ():
            self._check_rest_of(row)
        for row in unique_rows(rows, keys, self._findings):
            sheet = self._sheet_of(row)
            if sheet is not None and is_long:
                self._take_long(row, sheet)
            elif sheet is not None:
                self._take_wide(row, sheet)
        self._mark_bad(rows)
        yield from self._sheets.values()

    def _mark_bad(self, rows: Sequence[Row]) -> None:
        for row in rows:
            sheet = self._sheets.get((row.get("application"), row.get("reviewer")))
            if row.is_bad and sheet is not None:
                sheet.is_bad = True

    def _check_indicator(self, row: Row) -> None:
        """Name the indicator of a long row by its code; a state needs none."""
        placed = self._table.by_key["indicator"]
        text = row.get("indicator")
        indicator = self._by_code.get(text.casefold())
        if indicator is not None:
            row.values["indicator"] = indicator.code
        elif not text and (row.states or row.get("status")):
            row.values["indicator"] = WHOLE_SHEET
        elif "indicator" in row.values:
            kind = ProblemKind.UNKNOWN_INDICATOR if text else ProblemKind.REQUIRED
            known = "、".join(item.code for item in self._present.scheme.on_sheet)
            self._findings.error(kind, row.number, placed.place, found=text, expected=known)
            row.is_bad = True

    def _check_rest_of(self, row: Row) -> None:
        """Say what else is wrong with a row that is left out, so that one look is enough."""
        for code, indicator in self._present.scheme.by_code.items() if row.is_bad else ():
            if indicator.is_on_sheet and row.get(code):
                self._valid_score(row, indicator, self._table.by_key[code], row.get(code))

    def _sheet_of(self, row: Row) -> SheetRows | None:
        """Find the sheet of a row; a row that has none is a problem."""
        if not is_known_pair(self._table, row, self._present, self._findings):
            return None
        pair = (row.get("application"), row.get("reviewer"))
        if not self._present.is_assigned(*pair):
            place = self._table.by_key["reviewer"].place
            facts = {"application": pair[0], "reviewer": pair[1]}
            kind = ProblemKind.NOT_ASSIGNED
            self._findings.error(kind, row.number, place, found=pair[1], facts=facts)
            return None
        sheet = self._sheets.setdefault(pair, SheetRows(*pair, row.number))
        self._take_status(row, sheet)
        return sheet

    def _take_status(self, row: Row, sheet: SheetRows) -> None:
        word = clean_key(row.get("status")).lower()
        if word in STATE_WORDS:
            sheet.states.add(STATE_WORDS[word])
        elif word not in _OPEN_WORDS:
            sheet.is_bad = True
            place = self._table.by_key["status"].place
            kind = ProblemKind.STATE_UNKNOWN
            self._findings.error(kind, row.number, place, found=row.get("status"))
        sheet.states |= set(row.states.values())

    def _take_long(self, row: Row, sheet: SheetRows) -> None:
        if sheet.states:
            sheet.reason = sheet.reason or row.get("comment")
        code = row.get("indicator")
        if code == WHOLE_SHEET:
            return
        placed = self._table.by_key["score"]
        self._take_score(row, sheet, self._present.scheme.by_code[code], placed, row.get("score"))
        if row.get("comment") and not row.states:
            sheet.comments[code] = row.get("comment")

    def _take_wide(self, row: Row, sheet: SheetRows) -> None:
        sheet.reason = row.get("comment") if sheet.states else ""
        for code, indicator in self._present.scheme.by_code.items():
            if code in self._table.by_key:
                placed = self._table.by_key[code]
                self._take_score(row, sheet, indicator, placed, row.get(code))
            if comment := row.get(f"{COMMENT_PREFIX}{code}"):
                sheet.comments[code] = comment

    def _take_score(
        self, row: Row, sheet: SheetRows, indicator: Indicator, placed: Placed, text: str
    ) -> None:
        """Check one score against the scheme and add it to its sheet."""
        if not text:
            return
        if not indicator.is_on_sheet:
            self._compare(row, sheet, indicator, placed, Fraction(text))
            return
        score = self._valid_score(row, indicator, placed, text)
        if score is None:
            sheet.is_bad = True
        else:
            sheet.scores[indicator.code] = score

    def _valid_score(self, row: Row, indicator: Indicator, placed: Placed, text: str) -> int | None:
        """Give the stored form of a score; None when it is none, which is said."""
        known = self._valid.get((indicator.code, text))
        if known is not None:
            return known
        value = Fraction(text)
        kind = score_fault(indicator, value)
        if kind is None:
            return self._valid.setdefault((indicator.code, text), to_hundredths(value))
        facts = {"indicator": indicator.code, "step": format_exact(indicator.step)}
        expected = f"0–{format_exact(indicator.maximum)}"
        self._findings.error(
            kind, row.number, placed.place, found=text, expected=expected, facts=facts
        )
        return None

    def _compare(
        self, row: Row, sheet: SheetRows, indicator: Indicator, placed: Placed, value: Fraction
    ) -> None:
        """Compare an objective score with the computed one; it is never taken."""
        computed = self._computed_of(sheet.application).get(indicator.code)
        found = format_exact(value)
        facts = {"indicator": indicator.code}
        if computed is None:
            kind = ProblemKind.OBJECTIVE_UNKNOWN
            self._findings.note(kind, row.number, placed.place, found=found, facts=facts)
            return
        expected = format_points(computed, indicator.places)
        place, texts = placed.place, {"found": found, "expected": expected}
        if value == computed:
            kind = ProblemKind.OBJECTIVE_EQUAL
            self._findings.note(kind, row.number, place, **texts, facts=facts)
        else:
            kind = ProblemKind.OBJECTIVE_DIFFERENT
            self._findings.error(kind, row.number, place, **texts, facts=facts)

    def _computed_of(self, application: str) -> dict[str, Fraction | None]:
        if application not in self._computed:
            metrics = self._present.applications[application].metrics
            found = compute(self._present.scheme, metrics)
            self._computed[application] = {code: item.value for code, item in found.items()}
        return self._computed[application]


def score_fault(indicator: Indicator, value: Fraction) -> ProblemKind | None:
    """Tell what keeps a value from being a score of the indicator."""
    if not 0 <= value <= indicator.maximum:
        return ProblemKind.SCORE_RANGE
    try:
        hundredths = to_hundredths(value)
    except ValueError:
        return ProblemKind.SCORE_STEP
    return None if is_valid_score(indicator, hundredths) else ProblemKind.SCORE_STEP


def score_text(indicator: Indicator, hundredths: int) -> str:
    """Write a stored score with the decimals of the indicator's step."""
    return format_points(Fraction(hundredths, 100), decimals_of(indicator.step))


def suggestions(present: Present, application: str) -> dict[str, Fraction]:
    """Give the computed suggestions of the assisted indicators of an application."""
    found = compute(present.scheme, present.applications[application].metrics)
    return {
        row.code: value
        for row in present.scheme.on_sheet
        if row.code in found and (value := found[row.code].value) is not None
    }
