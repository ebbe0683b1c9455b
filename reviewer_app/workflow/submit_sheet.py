"""Submit a sheet, or take the own submission back before disclosure."""

from collections.abc import Sequence

from reviewer_app.domain.errors import SheetClosed, SheetIncomplete, SheetUnexplained
from reviewer_app.domain.own_work import Unusual
from reviewer_app.domain.rules.scoring import unexplained
from reviewer_app.domain.sheet import SheetState
from reviewer_app.queries.finding import find_pair
from reviewer_app.queries.session_need import require_fit_to_score
from reviewer_app.storage import sheets
from reviewer_app.storage.own_work import write_answer
from reviewer_app.storage.suggestions import comments_of, suggestions_of
from reviewer_app.workspace import Workspace


def submit_sheet(
    workspace: Workspace,
    *,
    application: str,
    reviewer: str,
    answered: Sequence[Unusual] = (),
) -> None:
    """Submit a complete sheet; it counts from now on.

    `answered` are the questions the reviewer was shown and submits all the same: they are
    not asked again.

    Raises:
        SheetIncomplete: names the open rows.
        SheetUnexplained: names the scores that need a reason.
        SheetClosed: submitted already, or recused, abstained, absent.
    """
    store = workspace.store
    sheet = sheets.find_sheet(store, *find_pair(store, application, reviewer))
    given = sheets.scores_of(store, sheet.key) if sheet else {}
    codes = [indicator.code for indicator in workspace.scheme().on_sheet]
    missing = tuple(code for code in codes if code not in given)
    if sheet is not None and not sheet.state.is_open:
        raise SheetClosed(reviewer, application, sheet.state.value)
    if sheet is None or missing:
        raise SheetIncomplete(reviewer, application, missing)
    silent = unexplained(
        workspace.scheme(),
        suggestions_of(store, sheet.application),
        given,
        comments_of(store, sheet.key),
    )
    if silent:
        raise SheetUnexplained(reviewer, application, silent)
    workspace.require("submit_sheet", reviewer=reviewer)
    require_fit_to_score(workspace, application, reviewer)
    with workspace.write("submit_sheet", reviewer=reviewer):
        for item in answered:
            write_answer(store, sheet.key, item.indicator, item.question, item.value)
        sheets.set_state(store, sheet.key, SheetState.SUBMITTED, "")


def reopen_sheet(workspace: Workspace, *, application: str, reviewer: str) -> None:
    """Take a submission back: the sheet is a draft again, its scores stay.

    Raises:
        SheetClosed: the sheet is not a submitted one.
    """
    store = workspace.store
    sheet = sheets.find_sheet(store, *find_pair(store, application, reviewer))
    if sheet is None or sheet.state is not SheetState.SUBMITTED:
        state = sheet.state if sheet else SheetState.PENDING
        raise SheetClosed(reviewer, application, state.value)
    with workspace.write("reopen_sheet", reviewer=reviewer):
        sheets.set_state(store, sheet.key, SheetState.DRAFT, "")
