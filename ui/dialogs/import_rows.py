"""An import plan as rows of a table, and the choices its problems ask for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from reviewer_app.domain.plans import Change, ImportPlan, Problem
from reviewer_app.domain.problem_kinds import ProblemKind
from reviewer_app.i18n import Translator
from reviewer_app.words.import_choices import message_on_screen
from ui.models.table import TableColumn

UNITS = ("元", "万元")


class LineKind(StrEnum):
    """What a line of the preview is, in the order they are shown."""

    PROBLEM = "problem"
    KEPT = "kept"
    NOTE = "note"
    CHANGED = "changed"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class PreviewLine:
    """One line of the preview: where it is, and what would happen or stands in the way."""

    kind: LineKind
    place: str
    text: str


class ChoiceKind(StrEnum):
    """What can be chosen about a file."""

    SHEET = "sheet"
    COLUMN = "column"
    UNIT = "unit"
    FILL = "fill"


@dataclass(frozen=True, slots=True)
class Offer:
    """A choice: `subject` is the column it is about, `options` what may be chosen."""

    kind: ChoiceKind
    subject: str
    options: tuple[str, ...]


_ICONS = {
    LineKind.PROBLEM: ("circle-x", "wrong"),
    LineKind.KEPT: ("lock", "locked"),
    LineKind.NOTE: ("info", "secondary"),
    LineKind.CHANGED: ("pencil", "attention"),
    LineKind.NEW: ("plus", "good"),
}
_ORDER = tuple(LineKind)


def line_name(kind: LineKind, _: Translator) -> str:
    """Name what a line of the preview is."""
    match kind:
        case LineKind.PROBLEM:
            return _("problem")
        case LineKind.KEPT:
            return _("kept")
        case LineKind.NOTE:
            return _("note")
        case LineKind.CHANGED:
            return _("changed")
        case LineKind.NEW:
            return _("new")


def preview_columns(_: Translator) -> tuple[TableColumn[PreviewLine], ...]:
    """Give the columns of the preview."""
    return (
        TableColumn(
            "kind",
            _("Kind"),
            lambda line: line_name(line.kind, _),
            sort=lambda line: _ORDER.index(line.kind),
            role=lambda line: _ICONS[line.kind][1],
            icon=lambda line: _ICONS[line.kind][0],
            width=110,
        ),
        TableColumn("place", _("Place"), lambda line: line.place, width=260),
        TableColumn("text", _("What"), lambda line: line.text, width=640),
    )


def preview_lines(plan: ImportPlan, _: Translator) -> tuple[PreviewLine, ...]:
    """Give every line of a plan: what stands in the way first."""
    return (
        *_problems(LineKind.PROBLEM, plan.problems, _),
        *_changes(LineKind.KEPT, plan.kept, _),
        *_problems(LineKind.NOTE, plan.notes, _),
        *_changes(LineKind.CHANGED, plan.changed, _),
        *_changes(LineKind.NEW, plan.new, _),
    )


def _problems(kind: LineKind, problems: Sequence[Problem], _: Translator) -> Iterator[PreviewLine]:
    for problem in problems:
        yield PreviewLine(kind, _place(problem, _), message_on_screen(problem, _))


def _place(problem: Problem, _: Translator) -> str:
    parts = [problem.sheet] if problem.sheet else []
    if problem.row is not None:
        parts.append(_("row {row}").format(row=problem.row))
    if problem.column:
        parts.append(problem.column)
    return " › ".join(parts) or problem.file


def _changes(kind: LineKind, changes: Sequence[Change], _: Translator) -> Iterator[PreviewLine]:
    for change in changes:
        if not change.field:
            yield PreviewLine(kind, change.subject, change.after)
            continue
        before, after = change.before or _("(empty)"), change.after or _("(empty)")
        place = f"{change.subject} › {change.field}"
        yield PreviewLine(kind, place, f"{before} → {after}")


def offers_of(plan: ImportPlan) -> tuple[Offer, ...]:
    """Give the choices that problems and notes of a plan ask for, each once."""
    found = (_offer(problem) for problem in (*plan.problems, *plan.notes))
    return tuple(dict.fromkeys(offer for offer in found if offer is not None))


def _offer(problem: Problem) -> Offer | None:
    match ProblemKind(problem.kind):
        case ProblemKind.SHEET_CHOICE:
            return Offer(ChoiceKind.SHEET, "", _split(problem.found))
        case ProblemKind.SHEET_UNKNOWN if problem.expected:
            return Offer(ChoiceKind.SHEET, "", _split(problem.expected))
        case ProblemKind.SHEET_HIDDEN:
            return Offer(ChoiceKind.SHEET, "", _split(problem.found))
        case ProblemKind.HEADER_MISSING:
            subject = problem.facts.get("missing", problem.expected)
            return Offer(ChoiceKind.COLUMN, subject, _split(problem.found))
        case ProblemKind.UNIT_UNCONFIRMED | ProblemKind.UNIT_SUSPECT:
            return Offer(ChoiceKind.UNIT, problem.column, UNITS)
        case ProblemKind.MERGED_CELL:
            return Offer(ChoiceKind.FILL, "", ())
        case _:
            return None


def _split(names: str) -> tuple[str, ...]:
    return tuple(name for name in names.rstrip("…").split("、") if name)
