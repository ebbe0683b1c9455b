"""Report 34: the sheet by which results are computed by hand (手工计分汇总表).

The method stands on it step by step, so that two people with a pencil and a pocket
calculator reach what the program would.

Source: domain.md 2.7 and section 8 (paper fallback); contract.md 2, Result.
"""

from collections.abc import Iterator, Sequence

from reviewer_app.domain.document import (
    Block,
    Column,
    ColumnKind,
    Document,
    Facts,
    Heading,
    Note,
    Orientation,
    PageBreak,
    Row,
    RowKind,
    Signatures,
    Table,
    Text,
)
from reviewer_app.domain.person import Reviewer
from reviewer_app.domain.results import ApplicationResult
from reviewer_app.domain.scheme import Combine, Scheme, TrimLevel
from reviewer_app.domain.sheet import SheetState
from reviewer_app.i18n import Translator
from reviewer_app.reports.facts import ReportFacts
from reviewer_app.reports.forms import BLANK, by_hand, empty_rows, presenting
from reviewer_app.reports.parts import (
    date_words,
    document,
    factor_name,
    indicator_name,
    scheme_fact,
)
from reviewer_app.words.reports import sheet_state_on_paper

_ASIDE = (SheetState.RECUSED, SheetState.ABSTAINED, SheetState.ABSENT)
_MEMBERS = 12
"""So many members at most get a column; of more the totals go on a second line."""

_TIED = 6


def build(facts: ReportFacts) -> Document:
    """Make the sheet: the method, a line for each application, room for equal results."""
    _ = facts.translator
    identity = ("34", "tally", _("Tally sheet for results by hand"))
    return document(facts, identity, Orientation.LANDSCAPE, tuple(_blocks(facts)))


def _blocks(facts: ReportFacts) -> Iterator[Block]:
    _, scheme = facts.translator, facts.ranking.scheme
    yield Facts((scheme_fact(facts),), per_row=1)
    yield Heading(_("Step by step"), 2)
    yield Text(facts.method)
    yield Text("\n".join(_steps(scheme, _)))
    yield PageBreak()
    yield _table(facts)
    yield Note(
        _(
            "Two people compute each line apart and compare. A member set aside for an"
            " application has no total there; an empty cell is no 0."
        )
    )
    yield Heading(_("Only for equal results"), 2)
    yield _ties(facts)
    places = (_("Computed by"), _("Computed again by"), _("Leader"), _("Supervisor"))
    yield Signatures("", places, date_words(_))


def _steps(scheme: Scheme, _: Translator) -> Iterator[str]:
    """Say what is done with a pencil, a step a line."""
    rules = scheme.rules
    what = {
        TrimLevel.TOTAL: _("totals of the signed sheets"),
        TrimLevel.FACTOR: _("points of each factor of the signed sheets"),
        TrimLevel.INDICATOR: _("points of each indicator of the signed sheets"),
    }[rules.trim_level]
    steps = [
        _("Copy the {what} into the columns of the members; write down how many there are.").format(
            what=what
        )
    ]
    match rules.combine:
        case Combine.MEAN:
            steps.append(_("Add them and divide by their number."))
        case Combine.MEDIAN:
            steps.append(
                _("Put them in order; take the middle one, of an even number the mean of two.")
            )
        case Combine.TRIMMED_MEAN:
            steps += _trimmed(scheme, _)
    steps.append(
        _("Round half up to {places} decimals where the method says, else at the end only.").format(
            places=rules.places
        )
    )
    steps.append(_("Rank by the rounded result; equal results go into the table for them."))
    for at, step in enumerate(steps, 1):
        yield f"{at}. {step}"


def _trimmed(scheme: Scheme, _: Translator) -> list[str]:
    steps = [
        _(
            "With {count} or more, strike out one highest and one lowest (of equal ones only"
            " one); with fewer, none, and mark the line “mean”."
        ).format(count=scheme.rules.trim_from),
        _("Add the rest and divide by the number of the rest."),
    ]
    if scheme.rules.trim_level is TrimLevel.TOTAL:
        steps[-1] += _(
            " Example: 86.50, 84.00, 88.00, 79.50, 91.00, 85.00, 62.00; without 91.00 and 62.00"
            " the sum is 423.00, divided by 5: 84.60."
        )
    return steps


def _table(facts: ReportFacts) -> Table:
    rows: list[Row] = []
    for result in presenting(facts):
        rows += _lines(result, facts)
    return Table(_columns(facts), tuple(rows))


def _columns(facts: ReportFacts) -> tuple[Column, ...]:
    _ = facts.translator
    members = facts.reviewers[:_MEMBERS]
    return (
        Column(_("No."), ColumnKind.CODE, 84),
        Column(_("Application name"), ColumnKind.TEXT, 150),
        *(Column(one.number, ColumnKind.POINTS, 42) for one in members),
        Column(_("Number counted"), ColumnKind.COUNT, 36),
        Column(_("Sum of the rest"), ColumnKind.POINTS, 52),
        Column(_("Divided by"), ColumnKind.COUNT, 36),
        Column(_("Result"), ColumnKind.POINTS, 48),
        Column(_("Rank"), ColumnKind.RANK, 34),
    )


def _lines(result: ApplicationResult, facts: ReportFacts) -> Iterator[Row]:
    """Give the line of an application; where parts are combined, one for each part first."""
    _ = facts.translator
    members = facts.reviewers[:_MEMBERS]
    closed = _closed(result, members, _)
    blanks = (BLANK,) * 5
    parts = tuple(_parts(facts))
    if not parts:
        yield by_hand(result.number, result.name, *closed, *blanks)
        return
    yield Row((f"{result.number} {result.name}",), RowKind.GROUP)
    for code, name in parts:
        yield by_hand(code, name, *closed, *blanks)
    yield by_hand(BLANK, _("Result"), *closed, *blanks)


def _parts(facts: ReportFacts) -> Iterator[tuple[str, str]]:
    """Give code and name of what is combined apart; nothing where totals are."""
    scheme = facts.ranking.scheme
    match scheme.rules.trim_level:
        case TrimLevel.TOTAL:
            return
        case TrimLevel.FACTOR:
            yield from ((factor.code, factor_name(factor, facts)) for factor in scheme.factors)
        case TrimLevel.INDICATOR:
            yield from ((row.code, indicator_name(row, facts)) for row in scheme.indicators())


def _closed(
    result: ApplicationResult, members: Sequence[Reviewer], _: Translator
) -> tuple[str, ...]:
    """Give a cell for each member: closed where the member is set aside or has no sheet."""
    states = {part.number: part.state for part in result.reviewers}
    cells = []
    for one in members:
        state = states.get(one.number)
        if state is None:
            cells.append("/")
        else:
            cells.append(sheet_state_on_paper(state, _) if state in _ASIDE else BLANK)
    return tuple(cells)


def _ties(facts: ReportFacts) -> Table:
    """Give the values equal results are decided by, in the order they are compared."""
    _, scheme = facts.translator, facts.ranking.scheme
    names = {factor.code: factor_name(factor, facts) for factor in scheme.factors}
    others = {
        "untrimmed_mean": _("Mean of all totals"),
        "median": _("Median of all totals"),
        "requested_asc": _("Requested amount"),
        "vote": _("Vote of the panel"),
    }
    steps = [names.get(step) or others[step] for step in scheme.rules.tie_break]
    columns = (
        Column(_("Result"), ColumnKind.POINTS, 50),
        Column(_("No."), ColumnKind.CODE, 84),
        *(Column(step, ColumnKind.POINTS, 90) for step in steps),
        Column(_("Rank"), ColumnKind.RANK, 40),
    )
    return Table(columns, empty_rows(_TIED, len(columns)))
