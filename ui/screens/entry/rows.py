"""What the grid and the list of differences show: pure texts of queried values."""

from dataclasses import dataclass

from reviewer_app.domain.points import decimals_of, format_points, from_hundredths
from reviewer_app.domain.scheme import Indicator
from reviewer_app.i18n import N_, Translator
from reviewer_app.queries.paper_entry import (
    FIRST,
    Mismatch,
    MismatchKind,
    PaperLine,
    PaperState,
    PaperTable,
)
from reviewer_app.words.results import factor_name, sheet_state_name

_STATES = {
    PaperState.EMPTY: ("○", N_("to be typed"), "secondary"),
    PaperState.FIRST: ("◔", N_("first entry begun"), "accent"),
    PaperState.WAITING: ("◑", N_("second entry to come"), "attention"),
    PaperState.SECOND: ("◕", N_("second entry begun"), "accent"),
    PaperState.DIFFERENT: ("≠", N_("entries differ"), "wrong"),
    PaperState.UNEXPLAINED: ("✎", N_("a reason is missing"), "attention"),
    PaperState.AGREED: ("=", N_("entries agree"), "good"),
    PaperState.SUBMITTED: ("●", N_("submitted"), "good"),
    PaperState.ON_SCREEN: ("▣", N_("has scores already"), "locked"),
}

_KINDS = {
    MismatchKind.ENTRIES: N_("two entries"),
    MismatchKind.TOTAL: N_("total on paper"),
    MismatchKind.REASON: N_("reason missing"),
    MismatchKind.OBJECTIVE: N_("objective score"),
}


def state_text(line: PaperLine, entry: int, _: Translator) -> str:
    """Say how far a sheet is, by sign and word; who has it, where it is not open here."""
    if line.state is PaperState.ASIDE:
        return f"⊘ {sheet_state_name(line.sheet_state, _)}"
    sign, words, _role = _STATES[line.state]
    by = line.first_by if entry == FIRST else line.second_by
    if line.state.takes_values and not line.is_own:
        who = by or line.first_by
        return f"{sign} {_(words)} · {who}"
    return f"{sign} {_(words)}"


def state_role(line: PaperLine) -> str:
    """Name the colour of a state."""
    return "locked" if line.state is PaperState.ASIDE else _STATES[line.state][2]


def is_open(line: PaperLine, entry: int) -> bool:
    """Whether who looks may type this entry of the sheet."""
    if not (line.state.takes_values and line.is_own):
        return False
    return entry == FIRST or line.state not in (PaperState.EMPTY, PaperState.FIRST)


def score_text(indicator: Indicator, value: int | None) -> str:
    """Write a typed value with the indicator's decimals, empty where there is none."""
    if value is None:
        return ""
    places = decimals_of(indicator.step) if indicator.is_on_sheet else 2
    return format_points(from_hundredths(value), places)


def total_text(value: int | None) -> str:
    """Write the total on paper."""
    return "" if value is None else format_points(from_hundredths(value), 2)


def sums_text(line: PaperLine, table: PaperTable) -> str:
    """Write the sum of what was typed, and with the objective scores that of the sheet."""
    places = table.scheme.rules.places
    if not line.typed:
        return ""
    judged = format_points(line.sums.judged, places)
    sign = {True: "✓ ", False: "≠ ", None: ""}[line.agrees]
    if line.sums.whole is None or line.sums.whole == line.sums.judged:
        return sign + judged
    return f"{sign}{judged} / {format_points(line.sums.whole, places)}"


def sheet_name(line: PaperLine, *, is_reviewers: bool) -> str:
    """Name a sheet within its pile: by application, or by reviewer."""
    if is_reviewers:
        return f"{line.application}  {line.name}"
    return f"{line.reviewer}  {line.reviewer_name}"


def block_of(text: str) -> tuple[tuple[str, ...], ...]:
    """Take apart what a spreadsheet puts on the clipboard: lines, and cells by tabs."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    while lines and not lines[-1].strip():
        lines.pop()
    return tuple(tuple(line.split("\t")) for line in lines)


@dataclass(frozen=True, slots=True)
class Difference:
    """A line of the list of differences."""

    mismatch: Mismatch
    sheet: str
    kind: str
    what: str
    one: str
    other: str


def differences(table: PaperTable, _: Translator) -> tuple[Difference, ...]:
    """Give the lines of the list, those that hold sheets back first."""
    ordered = sorted(table.mismatches, key=lambda item: not item.holds_back)
    return tuple(_difference(item, table, _) for item in ordered)


def _difference(item: Mismatch, table: PaperTable, _: Translator) -> Difference:
    indicator = table.scheme.by_code.get(item.indicator)
    name = _("total") if indicator is None else f"{indicator.code} {factor_name(indicator, _)}"
    values = [
        total_text(value) if indicator is None else score_text(indicator, value)
        for value in (item.first, item.second)
    ]
    texts = {
        MismatchKind.ENTRIES: (_("first: {value}"), _("second: {value}")),
        MismatchKind.TOTAL: (_("sum: {value}"), _("written: {value}")),
        MismatchKind.REASON: (_("score: {value}"), _("score: {value}")),
        MismatchKind.OBJECTIVE: (_("computed: {value}"), _("written: {value}")),
    }[item.kind]
    one, other = (text.format(value=value) for text, value in zip(texts, values, strict=True))
    if item.kind is MismatchKind.REASON:
        other = ""
    sheet = f"{item.application} · {item.reviewer}"
    return Difference(item, sheet, _(_KINDS[item.kind]), name, one, other)
