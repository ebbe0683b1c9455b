"""An import plan as lines for a person and as JSON for a program."""

from collections.abc import Iterator

from reviewer_app.domain.plans import Change, ImportPlan, Problem
from reviewer_app.i18n import Translator
from reviewer_app.words.import_problems import message

_SHOWN = 50


def plan_document(plan: ImportPlan, _: Translator) -> dict[str, object]:
    """Give the plan as JSON values (contract.md 3)."""
    return {
        "kind": plan.kind.value,
        "file": plan.file,
        "sha256": plan.digest,
        "new": [change.subject for change in plan.new],
        "changed": [_change(change) for change in plan.changed],
        "unchanged": list(plan.unchanged),
        "kept": [_change(change) for change in plan.kept],
        "notes": [_problem(problem, _) for problem in plan.notes],
        "problems": [_problem(problem, _) for problem in plan.problems],
    }


def _change(change: Change) -> dict[str, str]:
    return {
        "subject": change.subject,
        "field": change.field,
        "before": change.before,
        "after": change.after,
    }


def _problem(problem: Problem, _: Translator) -> dict[str, object]:
    return {
        "file": problem.file,
        "sheet": problem.sheet,
        "row": problem.row,
        "column": problem.column,
        "found": problem.found,
        "expected": problem.expected,
        "message": message(problem, _),
        "severity": problem.severity.value,
    }


def plan_lines(plan: ImportPlan, _: Translator) -> Iterator[str]:
    """Say the plan: the counts, then every change, note and problem."""
    yield plan_summary(plan, _)
    yield from _changes(_("changed"), plan.changed, _)
    yield from _changes(_("kept as it is, because scored"), plan.kept, _)
    for problem in plan.notes:
        yield _("Note: {text}").format(text=_placed(problem, _))
    for problem in plan.problems:
        yield _("Problem: {text}").format(text=_placed(problem, _))


def plan_summary(plan: ImportPlan, _: Translator) -> str:
    """Say how many rows are new, changed, unchanged and kept."""
    text = _("New: {new} · changed: {changed} · unchanged: {unchanged} · kept: {kept}")
    return text.format(
        new=len(plan.new),
        changed=len(plan.changed),
        unchanged=len(plan.unchanged),
        kept=len(plan.kept),
    )


def problem_lines(plan: ImportPlan, _: Translator) -> Iterator[str]:
    """Say each problem of a file with its place."""
    for problem in plan.problems:
        yield _placed(problem, _)


def _changes(word: str, changes: tuple[Change, ...], _: Translator) -> Iterator[str]:
    for change in changes[:_SHOWN]:
        before, after = change.before or _("(empty)"), change.after or _("(empty)")
        yield f"  {change.subject} {change.field}: {before} → {after} ({word})"
    if len(changes) > _SHOWN:
        yield "  " + _("… and {count} more").format(count=len(changes) - _SHOWN)


def _placed(problem: Problem, _: Translator) -> str:
    place = problem.file
    if problem.sheet:
        place += f" › {problem.sheet}"
    if problem.row is not None:
        place += " › " + _("row {row}").format(row=problem.row)
    if problem.column:
        place += f" › {problem.column}"
    return f"{place}: {message(problem, _)}"
