"""Findings of an import as a screen says them: the choice stands beside, not in an option."""

from reviewer_app.domain.plans import Problem
from reviewer_app.domain.problem_kinds import ProblemKind
from reviewer_app.i18n import N_, Translator
from reviewer_app.words.import_problems import message

_BESIDE = {
    ProblemKind.SHEET_CHOICE: N_("The data could be on: {found}. Choose the sheet above."),
    ProblemKind.SHEET_UNKNOWN: N_("There is no sheet for this: {found}. Known: {expected}."),
    ProblemKind.SHEET_HIDDEN: N_(
        "The sheet {found} is hidden. A hidden sheet is only read when it is chosen."
    ),
    ProblemKind.HEADER_MISSING: N_(
        "The column {expected} is missing. Found: {found}. If it has another name, choose it above."
    ),
    ProblemKind.HEADER_TWICE: N_(
        "Two columns mean the same: {found} (columns {first} and {last}). Rename one of them."
    ),
    ProblemKind.UNIT_UNCONFIRMED: N_(
        "“{found}” carries a unit, but the unit of the column is not confirmed. Choose the unit"
        " above, or write plain numbers."
    ),
    ProblemKind.MERGED_CELL: N_(
        "Merged cell: this row has no value of its own ({found}). Take the value for all its rows"
        " above, or undo the merging."
    ),
}


def message_on_screen(problem: Problem, _: Translator) -> str:
    """Say a finding where its choice can be made on the same screen."""
    text = _BESIDE.get(ProblemKind(problem.kind))
    if text is None:
        return message(problem, _)
    facts = {"found": problem.found, "expected": problem.expected, **problem.facts}
    return _(text).format(**facts)
