"""The columns of the ranking table."""

from collections.abc import Callable
from fractions import Fraction

from reviewer_app.domain.ids import natural_key
from reviewer_app.i18n import Translator
from ui.models.table import TableColumn
from ui.screens.results.rows import ResultRow, range_of

_LAST = 1_000_000


def columns(
    is_compared: Callable[[str], bool], _: Translator, *, shows_sheets: bool
) -> list[TableColumn[ResultRow]]:
    """Give the columns; without single sheets there are no dots and no spread."""
    found = [*_names(is_compared, _), *_numbers(_)]
    hidden = set() if shows_sheets else {"dots", "spread"}
    return [column for column in found if column.key not in hidden]


def _names(is_compared: Callable[[str], bool], _: Translator) -> list[TableColumn[ResultRow]]:
    return [
        TableColumn[ResultRow](
            "compared",
            "",
            lambda row: _("on the radar") if is_compared(row.number) else "",
            icon=lambda row: "radar" if is_compared(row.number) else "square",
            role=lambda row: "accent" if is_compared(row.number) else "faint",
            tip=lambda _row: _("Lay on the radar, or take off (space)"),
            width=40,
            optional=False,
        ),
        TableColumn[ResultRow](
            "rank",
            _("Rank"),
            lambda row: row.rank,
            sort=lambda row: row.result.rank or _LAST,
            is_number=True,
            width=52,
            optional=False,
        ),
        TableColumn[ResultRow](
            "number",
            _("No."),
            lambda row: row.number,
            sort=lambda row: natural_key(row.number),
            width=78,
        ),
        TableColumn[ResultRow](
            "name",
            _("Application"),
            lambda row: row.result.name,
            tip=lambda row: f"{row.result.name}\n{row.result.applicant}",
            width=160,
            optional=False,
        ),
    ]


def _numbers(_: Translator) -> list[TableColumn[ResultRow]]:
    return [
        TableColumn[ResultRow]("bars", _("Factors"), lambda row: row.bars_text, width=76),
        TableColumn[ResultRow]("dots", _("Sheets"), lambda row: row.dots_text, width=112),
        TableColumn[ResultRow](
            "score",
            _("Score"),
            lambda row: row.score,
            sort=lambda row: -1 if row.result.score is None else row.result.score,
            is_number=True,
            width=68,
            optional=False,
        ),
        TableColumn[ResultRow](
            "spread",
            _("Spread"),
            lambda row: row.spread,
            sort=lambda row: range_of(row.result) or Fraction(0),
            is_number=True,
            tip=lambda _row: _("Highest less lowest sheet total"),
            width=72,
        ),
        TableColumn[ResultRow](
            "state",
            _("State"),
            lambda row: row.state,
            icon=lambda row: "flag" if row.flags else "",
            role=_state_role,
            tip=lambda row: _state_tip(row, _),
            width=116,
        ),
    ]


def _state_role(row: ResultRow) -> str:
    if row.result.rank is None:
        return "faint"
    return "attention" if row.result.passes is False or row.flags else "text"


def _state_tip(row: ResultRow, _: Translator) -> str:
    if not row.flags:
        return row.state
    told = _.plural(
        "{count} sheet far from the others", "{count} sheets far from the others", row.flags
    )
    return f"{row.state}\n{told.format(count=row.flags)}"
