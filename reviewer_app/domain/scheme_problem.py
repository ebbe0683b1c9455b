"""What can be wrong with a scheme document, as facts; `words.scheme` makes sentences."""

from dataclasses import dataclass
from enum import StrEnum

from reviewer_app.domain.errors import BadInput
from reviewer_app.domain.formula_tree import FormulaError


class SchemeFault(StrEnum):
    """Kinds of findings; `found` and `expected` of the problem hold the figures."""

    FLOAT = "float"
    UNKNOWN_KEY = "unknown_key"
    MISSING_KEY = "missing_key"
    WRONG_TYPE = "wrong_type"
    NOT_DECIMAL = "not_decimal"
    NOT_EXACT = "not_exact"
    OUT_OF_BOUNDS = "out_of_bounds"
    UNKNOWN_WORD = "unknown_word"
    BLANK = "blank"
    STRAY_SPACE = "stray_space"
    TOO_LONG = "too_long"
    CONTROL_SIGN = "control_sign"
    EMPTY_LIST = "empty_list"
    BAD_INPUT_KEY = "bad_input_key"
    RESERVED = "reserved"
    DUPLICATE = "duplicate"
    NOT_HUNDREDTHS = "not_hundredths"
    NOT_ON_STEP = "not_on_step"
    WRONG_TOTAL = "wrong_total"
    NOT_FALLING = "not_falling"
    LOWEST_NOT_ZERO = "lowest_not_zero"
    NOT_FOR_KIND = "not_for_kind"
    FORMULA = "formula"
    UNKNOWN_INPUT = "unknown_input"
    NOT_A_FLAG = "not_a_flag"
    MIN_ABOVE_MAX = "min_above_max"
    BAD_DEFAULT = "bad_default"
    ROUNDING_CLASH = "rounding_clash"
    STAGES_SUM = "stages_sum"
    NOT_A_TEXT_CELL = "not_a_text_cell"
    UNKNOWN_OWNER = "unknown_owner"
    NO_SCHEME_FORM = "no_scheme_form"


@dataclass(frozen=True, slots=True)
class SchemeProblem:
    """One finding. `place` leads to it: factor, indicator, key (or table, row, key)."""

    fault: SchemeFault
    place: tuple[str, ...]
    found: str = ""
    expected: str = ""
    formula: FormulaError | None = None


class SchemeRejected(BadInput):
    """The scheme document has problems; all of them are in `problems`."""

    def __init__(self, problems: tuple[SchemeProblem, ...], source: str = "") -> None:
        super().__init__(problems, source)
        self.problems = problems
        self.source = source


class SchemeSyntax(BadInput):
    """The file is no TOML; `line` and `column` count from 1, 0 where they are unknown."""

    def __init__(self, source: str, line: int, column: int, detail: str) -> None:
        super().__init__(source, line, column, detail)
        self.source = source
        self.line = line
        self.column = column
        self.detail = detail
