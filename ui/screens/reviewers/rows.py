"""What the panel's tables show: pure texts of queried values."""

from collections.abc import Callable, Sequence

from reviewer_app.domain.person import Person
from reviewer_app.domain.sheet import SheetState
from reviewer_app.i18n import N_, Translator
from reviewer_app.queries.panel import Panel, PanelCell, PanelHint, PanelReviewer
from reviewer_app.words.deeds import role_name
from reviewer_app.words.grounds import grounds_on_paper, raised_by_name
from reviewer_app.words.panel import hint_text
from reviewer_app.words.results import sheet_state_name
from ui.models.table import TableColumn

_SIGNS = {
    SheetState.PENDING: ("○", N_("to score"), "secondary"),
    SheetState.DRAFT: ("◐", N_("begun"), "accent"),
    SheetState.SUBMITTED: ("●", N_("in"), "good"),
    SheetState.LOCKED: ("■", N_("locked"), "locked"),
    SheetState.RECUSED: ("⊘", N_("recused"), "wrong"),
    SheetState.ABSTAINED: ("◇", N_("abstained"), "attention"),
    SheetState.ABSENT: ("△", N_("absent"), "attention"),
}

NOT_ASSIGNED = "–"
HINT_SIGN = "⚑"


def cell_text(cell: PanelCell | None, *, has_hint: bool, _: Translator) -> str:
    """Write a cell of the matrix: a sign, a short word, a flag for a hint to look at."""
    if cell is None:
        return NOT_ASSIGNED
    sign, word, _role = _SIGNS[cell.state]
    text = f"{sign} {_(word)}"
    return f"{text} {HINT_SIGN}" if has_hint else text


def longest_texts(_: Translator) -> tuple[str, ...]:
    """Give every text a cell of the matrix may show, to make room for it."""
    cells = (PanelCell(state) for state in SheetState)
    return tuple(cell_text(cell, has_hint=True, _=_) for cell in cells)


def cell_role(cell: PanelCell | None, *, has_hint: bool) -> str:
    """Name the colour of a cell."""
    if cell is None:
        return "faint"
    return "attention" if has_hint else _SIGNS[cell.state][2]


def legend(_: Translator) -> str:
    """Say what the signs of the matrix mean, in one line."""
    parts = [f"{sign} {_(word)}" for sign, word, _role in _SIGNS.values()]
    without, hint = _("not assigned"), _("hint to look at")
    parts += [f"{NOT_ASSIGNED} {without}", f"{HINT_SIGN} {hint}"]
    return "   ".join(parts)


def cell_story(panel: Panel, pair: tuple[str, str], _: Translator) -> str:
    """Say all that is known of one cell: who, what, state, reason, grounds, hints."""
    application = next(item for item in panel.applications if item.number == pair[0])
    reviewer = next(item.reviewer for item in panel.reviewers if item.reviewer.number == pair[1])
    who = f"{reviewer.number} {reviewer.name}"
    parts = [f"{who} · {application.number} {application.name} ({application.applicant})"]
    cell = panel.cells.get(pair)
    if cell is None:
        return "  —  ".join((*parts, _("not assigned")))
    parts.append(sheet_state_name(cell.state, _))
    if cell.grounds and cell.raised_by is not None:
        text = _("grounds: {grounds} (raised by {who})")
        grounds = grounds_on_paper(cell.grounds, _)
        parts.append(text.format(grounds=grounds, who=raised_by_name(cell.raised_by, _)))
    elif cell.reason:
        parts.append(_("reason: {reason}").format(reason=cell.reason))
    parts += [
        f"{HINT_SIGN} {hint_text(item.hint, _)}" for item in hints_of(panel, pair) if item.is_open
    ]
    return "  —  ".join(parts)


def hints_of(panel: Panel, pair: tuple[str, str]) -> Sequence[PanelHint]:
    """Give the hints of one pair."""
    return [item for item in panel.hints if (item.hint.application, item.hint.reviewer) == pair]


def reviewer_columns(_: Translator) -> tuple[TableColumn[PanelReviewer], ...]:
    """Give the columns of the list of reviewers: who they are, then their sheets."""
    return (*_person_columns(_), *_sheet_columns(_))


def _person_columns(_: Translator) -> tuple[TableColumn[PanelReviewer], ...]:
    former = _("Organisations of the last three years")
    return (
        _text("number", _("Reviewer no."), lambda row: row.reviewer.number, 92),
        _text("name", _("Name"), lambda row: row.reviewer.name, 90),
        _text("leader", _("Panel leader"), lambda row: "★" if row.reviewer.leader else "", 90),
        _text("organisation", _("Organisation"), lambda row: row.reviewer.organisation, 170),
        _text("title", _("Professional title"), lambda row: row.reviewer.title, 80),
        _text("speciality", _("Speciality"), lambda row: row.reviewer.speciality, 120),
        _text("former", former, lambda row: "；".join(row.reviewer.former_organisations), 124),
    )


def _sheet_columns(_: Translator) -> tuple[TableColumn[PanelReviewer], ...]:
    return (
        _count("assigned", _("Assigned"), lambda row: row.assigned),
        _count("submitted", _("Submitted"), lambda row: row.sheets.get(SheetState.SUBMITTED, 0)),
        _count("recused", _("Recused"), lambda row: row.sheets.get(SheetState.RECUSED, 0)),
        _count("absent", _("Absent"), lambda row: row.sheets.get(SheetState.ABSENT, 0)),
        TableColumn(
            "hints",
            _("Hints"),
            lambda row: str(row.hints) if row.hints else "",
            sort=lambda row: row.hints,
            is_number=True,
            width=60,
            role=_hint_role,
        ),
    )


def _text(
    key: str, title: str, text: Callable[[PanelReviewer], str], width: int
) -> TableColumn[PanelReviewer]:
    return TableColumn(key, title, text, width=width, optional=key not in ("number", "name"))


def _count(
    key: str, title: str, number: Callable[[PanelReviewer], int]
) -> TableColumn[PanelReviewer]:
    def text(row: PanelReviewer) -> str:
        return str(number(row))

    return TableColumn(key, title, text, sort=number, is_number=True, width=74)


def _hint_role(row: PanelReviewer) -> str:
    return "attention" if row.hints else "text"


def hint_columns(_: Translator) -> tuple[TableColumn[PanelHint], ...]:
    """Give the columns of the list of hints."""
    return (
        TableColumn("state", _("State"), lambda row: hint_state(row, _), width=200, role=_role_of),
        TableColumn("reviewer", _("Reviewer"), _reviewer_of, width=120),
        TableColumn("hint", _("Hint"), lambda row: hint_text(row.hint, _), width=420),
        TableColumn("application", _("Application"), _application_of, width=330),
    )


def hint_state(row: PanelHint, _: Translator) -> str:
    """Say whether a hint waits, was answered by a recusal, or dismissed and why."""
    if row.is_recused:
        return "⊘ " + _("recused")
    if row.reason:
        text = _("dismissed by {name}: {reason}")
        return "✓ " + text.format(name=row.dismissed_by, reason=row.reason)
    return f"{HINT_SIGN} " + _("to be looked at")


def _role_of(row: PanelHint) -> str:
    return "attention" if row.is_open else "secondary"


def _reviewer_of(row: PanelHint) -> str:
    return f"{row.hint.reviewer} {row.reviewer_name}"


def _application_of(row: PanelHint) -> str:
    return f"{row.hint.application} {row.application_name}"


def staff_columns(_: Translator) -> tuple[TableColumn[Person], ...]:
    """Give the columns of the list of staff."""
    return (
        TableColumn("name", _("Name"), lambda row: row.name, width=200),
        TableColumn("role", _("Role"), lambda row: role_name(row.role, _), width=200),
        TableColumn("organisation", _("Organisation"), lambda row: row.organisation, width=300),
    )
