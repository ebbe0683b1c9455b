"""What the deliberation shows of an application: states, the grid of scores, words."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from reviewer_app.domain.deliberation import LoggedChange, ReviewState
from reviewer_app.domain.figure import Dot, Scale, Strip
from reviewer_app.domain.points import Points, decimals_of, format_points, from_hundredths
from reviewer_app.domain.results import Dropped
from reviewer_app.domain.scheme import Factor, Indicator
from reviewer_app.i18n import N_, Translator
from reviewer_app.queries.disclosed import DisclosedApplication, OpenSheet
from reviewer_app.words.results import dropped_name, factor_name, sheet_state_name
from reviewer_app.words.score_change import change_reason_name
from reviewer_app.words.times import time_on_paper

NONE = "–"

STATES = {
    ReviewState.KEPT_AWAY: (N_("you are recused"), "circle-slash", "secondary"),
    ReviewState.NOT_DISCLOSED: (N_("not laid open yet"), "eye-off", "secondary"),
    ReviewState.FLAGS_OPEN: (N_("flags open"), "flag", "attention"),
    ReviewState.CHANGES_WAITING: (N_("changes wait"), "hourglass", "attention"),
    ReviewState.OPINION_MISSING: (N_("opinion missing"), "file-text", "attention"),
    ReviewState.UNDECIDED: (N_("recommendation missing"), "circle-dot", "attention"),
    ReviewState.DONE: (N_("all done"), "circle-check", "good"),
}
"""Word, shape and colour of each state of an application."""


def is_open(state: ReviewState) -> bool:
    """Whether there is still something to do."""
    return state not in (ReviewState.DONE, ReviewState.KEPT_AWAY)


@dataclass(frozen=True, slots=True)
class Flag:
    """One thing at the head of a column that asks for a look; `meaning` is a colour role."""

    text: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a reviewer's column: who, whether the sheet counts, flags in words."""

    reviewer: str
    title: str
    state: str
    flags: tuple[Flag, ...]

    @property
    def text(self) -> str:
        """Everything, a line each."""
        lines = (self.title, self.state, *(flag.text for flag in self.flags))
        return "\n".join(line for line in lines if line)


@dataclass(frozen=True, slots=True)
class Cell:
    """One score, with its history where it was changed; `waits` tells of confirmations."""

    text: str
    tip: str = ""
    is_changed: bool = False
    waits: bool = False
    is_faint: bool = False
    has_comment: bool = False


@dataclass(frozen=True, slots=True)
class GridRow:
    """One row: "total", "factor", "indicator" or "objective"; the last cell is the panel's."""

    kind: str
    code: str
    title: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """Everything of one application: a head for each reviewer and one for the panel."""

    heads: tuple[Head, ...]
    rows: tuple[GridRow, ...]


def grid_of(
    shown: DisclosedApplication, own: str, objective: Points, _: Translator, *, unfolded: bool
) -> Grid:
    """Lay out an application; `unfolded` shows each objective row."""
    panel = Head("", _("Panel"), "", ())
    heads = (*(head_of(sheet, own, _) for sheet in shown.sheets), panel)
    return Grid(heads, tuple(_rows(shown, objective, _, unfolded=unfolded)))


def head_of(sheet: OpenSheet, own: str, _: Translator) -> Head:
    """Make the head of a column."""
    found = sheet.result
    title = f"{found.number} {found.name}".strip()
    if found.number == own:
        title = _("{number} (you)").format(number=found.number)
    state = dropped_name(found.dropped, _) if found.total is not None else ""
    if found.total is None:
        state = sheet_state_name(found.state, _)
    return Head(found.number, title, state, tuple(_flags(sheet, _)))


def _flags(sheet: OpenSheet, _: Translator) -> Iterator[Flag]:
    if sheet.was_out:
        yield Flag(_("was out of the room"), "wrong")
    if sheet.deviation is not None:
        far = _("deviates {share}").format(share=per_cent(sheet.deviation.share))
        if sheet.review is None:
            yield Flag(_("{flag}, reason missing").format(flag=far), "attention")
        else:
            yield Flag(_("{flag}, kept with a reason").format(flag=far), "secondary")
    if sheet.is_equal:
        yield Flag(_("equal scores throughout"), "attention")
    if sheet.pattern is not None:
        yield Flag(_("all sheets alike"), "attention")
    if sheet.paper_differs:
        codes = _(", ").join(sheet.paper_differs)
        yield Flag(_("paper differs: {codes}").format(codes=codes), "wrong")
    waiting = sum(change.waits for change in sheet.changes)
    if waiting:
        words = _.plural("{count} change waits", "{count} changes wait", waiting)
        yield Flag(words.format(count=waiting), "attention")


def per_cent(share: Fraction | None) -> str:
    """Write a share as signed per cent: "−27.63 %"; a dash where there is none.

    >>> per_cent(Fraction(-1, 4)), per_cent(None)
    ('−25.00 %', '–')
    """
    if share is None:
        return NONE
    sign = "−" if share < 0 else "+"
    return f"{sign}{format_points(abs(share) * 100, 2)} %"


def _rows(
    shown: DisclosedApplication, objective: Points, _: Translator, *, unfolded: bool
) -> Iterator[GridRow]:
    yield _totals(shown, _)
    for factor in shown.scheme.factors:
        on_sheet = [row for row in factor.indicators if row.is_on_sheet]
        if on_sheet:
            yield _factor(factor, shown, _)
        for row in on_sheet:
            yield _indicator(row, shown, _)
    computed = [row for row in shown.scheme.indicators() if not row.is_on_sheet]
    if computed:
        yield _objective_sum(shown, objective, len(computed), _, unfolded=unfolded)
    for row in computed if unfolded else ():
        yield _objective(row, shown, _)


def _totals(shown: DisclosedApplication, _: Translator) -> GridRow:
    places = shown.scheme.rules.places
    cells = [
        Cell(
            points(sheet.result.total, places),
            is_faint=sheet.result.dropped is not Dropped.NO,
            tip=sheet.reason,
        )
        for sheet in shown.sheets
    ]
    cells.append(Cell(points(shown.result.provisional, places)))
    return GridRow("total", "", _("Total"), tuple(cells))


def _factor(factor: Factor, shown: DisclosedApplication, _: Translator) -> GridRow:
    value = points(shown.result.factors.get(factor.code), shown.scheme.rules.places)
    cells = (*(Cell("") for sheet in shown.sheets), Cell(value))
    return GridRow("factor", factor.code, f"{factor.code} {factor_name(factor, _)}", cells)


def _indicator(row: Indicator, shown: DisclosedApplication, _: Translator) -> GridRow:
    places = decimals_of(row.step)
    cells = [_score(row, sheet, places, _) for sheet in shown.sheets]
    given = [
        from_hundredths(sheet.result.scores[row.code])
        for sheet in shown.sheets
        if sheet.result.total is not None and row.code in sheet.result.scores
    ]
    mean = sum(given, Fraction(0)) / len(given) if given else None
    cells.append(Cell(points(mean, shown.scheme.rules.places), is_faint=True))
    return GridRow("indicator", row.code, titled(row, _), tuple(cells))


def titled(row: Indicator, _: Translator) -> str:
    """Name an indicator with code and maximum: "B1 创新性 (8)"."""
    return f"{row.code} {factor_name(row, _)} ({points(row.maximum, decimals_of(row.maximum))})"


def _score(row: Indicator, sheet: OpenSheet, places: int, _: Translator) -> Cell:
    if not sheet.result.state.counts or row.code not in sheet.result.scores:
        return Cell(NONE)
    changes = sheet.changes_of(row.code)
    comment = sheet.comments.get(row.code, "")
    lines = [history_line(change, places, _) for change in changes]
    if comment:
        lines.append(_("Comment: {text}").format(text=comment))
    return Cell(
        points(from_hundredths(sheet.result.scores[row.code]), places),
        tip="\n".join(lines),
        is_changed=bool(changes),
        waits=any(change.waits for change in changes),
        has_comment=bool(comment),
    )


def _objective_sum(
    shown: DisclosedApplication, value: Points, count: int, _: Translator, *, unfolded: bool
) -> GridRow:
    text = points(value, shown.scheme.rules.places)
    words = _.plural("Objective, {count} row", "Objective, {count} rows", count)
    title = ("▾ " if unfolded else "▸ ") + words.format(count=count)
    cells = (*(_same(sheet, text) for sheet in shown.sheets), Cell(text))
    return GridRow("objectives", "", title, cells)


def _objective(row: Indicator, shown: DisclosedApplication, _: Translator) -> GridRow:
    found = shown.result.computed.get(row.code)
    value = found.value if found is not None else None
    text = points(value, row.places)
    cells = (*(_same(sheet, text) for sheet in shown.sheets), Cell(text))
    return GridRow("objective", row.code, titled(row, _), cells)


def _same(sheet: OpenSheet, text: str) -> Cell:
    return Cell(text if sheet.result.total is not None else NONE, is_faint=True)


def points(value: Points | None, places: int) -> str:
    """Write points, a dash without any."""
    return NONE if value is None else format_points(value, places)


def history_line(change: LoggedChange, places: int, _: Translator) -> str:
    """Tell a change: old and new, who and when, why, who confirmed."""
    told = _("{before} → {after} by {who}, {at}; {code} {reason}: {text}").format(
        before=points(change.before, places),
        after=points(change.after, places),
        who=change.changed_by,
        at=time_on_paper(change.changed_at),
        code=change.reason.value,
        reason=change_reason_name(change.reason, _),
        text=change.explanation,
    )
    told = f"{told} — {standing_of(change, _)}"
    if not change.note:
        return told
    remark = _("remark of the supervisor {name}: {text}")
    return f"{told}; {remark.format(name=change.supervisor, text=change.note)}"


def standing_of(change: LoggedChange, _: Translator) -> str:
    """Say that a change counts, and whose confirmation it still waits for."""
    if change.taken_back_at:
        text = _("taken back by {name}, {at}: {reason}; it counts no longer")
        at = time_on_paper(change.taken_back_at)
        return text.format(name=change.taken_back_by, at=at, reason=change.taken_back_why)
    if not change.counts:
        return _("the sheet is out of the count")
    if not change.waits:
        return _("counts; confirmed by the reviewer and by {leader}").format(leader=change.leader)
    missing = []
    if not change.reviewer_confirmed_at:
        missing.append(_("reviewer {number}").format(number=change.reviewer))
    if not change.leader_confirmed_at:
        missing.append(leading_word(change, _))
    return _("counts from now on; waits for the confirmation of {names}").format(
        names=_(" and ").join(missing)
    )


def leading_word(change: LoggedChange, _: Translator) -> str:
    """Say who confirms a change beside its reviewer."""
    return _("the supervisor in the leader's place") if change.by_supervisor else _("the leader")


def strip_of(shown: DisclosedApplication) -> Strip | None:
    """Give the totals as dots, left-out ones hollow, with the result as a mark."""
    dots = tuple(
        Dot(sheet.result.number, sheet.result.total, sheet.result.dropped is not Dropped.NO)
        for sheet in shown.sheets
        if sheet.result.total is not None
    )
    if not dots:
        return None
    values = [dot.value for dot in dots]
    margin = max((max(values) - min(values)) / 10, Fraction(1))
    return Strip(Scale(min(values) - margin, max(values) + margin), dots, shown.result.provisional)
