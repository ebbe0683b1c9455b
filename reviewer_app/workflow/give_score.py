"""Score one indicator on one sheet: saved at once, undoable until submission."""

from fractions import Fraction

from reviewer_app.domain.errors import ScoreOutOfRange, SheetClosed
from reviewer_app.domain.points import format_exact, to_hundredths
from reviewer_app.domain.rules.scoring import is_valid_score
from reviewer_app.domain.scheme import Indicator
from reviewer_app.domain.sheet import SheetState
from reviewer_app.queries.finding import find_indicator, find_pair
from reviewer_app.queries.session_need import require_fit_to_score
from reviewer_app.storage import batch, sheets
from reviewer_app.storage.suggestions import comments_of
from reviewer_app.workspace import Workspace


def give_score(
    workspace: Workspace, *, application: str, reviewer: str, indicator: str, value: Fraction
) -> None:
    """Write a score; the first score of a batch freezes its scheme.

    Writing the value that stands already makes no entry.

    Raises:
        UnknownNumber, NotAssigned, SheetClosed, ScoreOutOfRange: nothing was written.
        StepNotReady, OutOfRoom: the session does not let this member score now.
    """
    store = workspace.store
    row = find_indicator(workspace.scheme(), indicator)
    hundredths = checked_score(row, value)
    pair = find_pair(store, application, reviewer)
    sheet = sheets.find_sheet(store, *pair)
    if sheet is not None:
        if not sheet.state.is_open:
            raise SheetClosed(reviewer, application, sheet.state.value)
        if sheets.scores_of(store, sheet.key).get(indicator) == hundredths:
            return
    workspace.require("give_score", reviewer=reviewer)
    require_fit_to_score(workspace, application, reviewer)
    with workspace.write("give_score", reviewer=reviewer):
        batch.freeze_scheme(store, workspace.stamp())
        key = sheet.key if sheet else sheets.open_sheet(store, *pair, workspace.new_id())
        if sheet is not None and sheet.state is SheetState.PENDING:
            sheets.set_state(store, key, SheetState.DRAFT, "")
        sheets.write_score(store, key, indicator, hundredths)


def checked_score(indicator: Indicator, value: Fraction) -> int:
    """Give the stored form of a score.

    Raises:
        ScoreOutOfRange: below 0, above the maximum or between two steps.
    """
    wrong = ScoreOutOfRange(
        indicator.code,
        format_exact(value),
        format_exact(indicator.maximum),
        format_exact(indicator.step),
    )
    try:
        hundredths = to_hundredths(value)
    except ValueError:
        raise wrong from None
    if not is_valid_score(indicator, hundredths):
        raise wrong
    return hundredths


def take_back_score(
    workspace: Workspace, *, application: str, reviewer: str, indicator: str
) -> None:
    """Open a row again: the score is gone from the sheet, not from the journal."""
    store = workspace.store
    find_indicator(workspace.scheme(), indicator)
    sheet = sheets.find_sheet(store, *find_pair(store, application, reviewer))
    if sheet is None or indicator not in sheets.scores_of(store, sheet.key):
        return
    if not sheet.state.is_open:
        raise SheetClosed(reviewer, application, sheet.state.value)
    with workspace.write("take_back_score", reviewer=reviewer):
        sheets.delete_score(store, sheet.key, indicator)


def write_comment(
    workspace: Workspace, *, application: str, reviewer: str, indicator: str, text: str
) -> None:
    """Write the comment on one row; an empty text removes it, the same makes no entry."""
    store = workspace.store
    find_indicator(workspace.scheme(), indicator)
    pair = find_pair(store, application, reviewer)
    sheet = sheets.find_sheet(store, *pair)
    if sheet is not None and not sheet.state.is_open:
        raise SheetClosed(reviewer, application, sheet.state.value)
    if text == (comments_of(store, sheet.key).get(indicator, "") if sheet else ""):
        return
    with workspace.write("write_comment", reviewer=reviewer):
        key = sheet.key if sheet else sheets.open_sheet(store, *pair, workspace.new_id())
        sheets.write_comment(store, key, indicator, text)
