"""One's own sheets before they are submitted: what keeps them, what is asked."""

from reviewer_app.domain.own_work import OwnSheet, SheetReview, Stand, Unusual
from reviewer_app.domain.rules.unusual import unusual
from reviewer_app.queries.finding import find_application, find_reviewer
from reviewer_app.queries.own_queue import own_queue
from reviewer_app.queries.own_sheet import own_sheet
from reviewer_app.storage import own_work
from reviewer_app.workspace import Workspace


def sheet_review(workspace: Workspace, application: str, reviewer: str) -> SheetReview:
    """Look over one sheet; questions that were answered are not asked again.

    Raises:
        NotAllowed: not one's own.
        UnknownNumber, NotAssigned: there is no such sheet.
    """
    sheet = own_sheet(workspace, application, reviewer)
    return SheetReview(
        sheet=sheet,
        missing=tuple(row.indicator.code for row in sheet.rows if row.score is None),
        unexplained=tuple(
            row.indicator.code for row in sheet.rows if row.is_far and not row.comment.strip()
        ),
        asked=tuple(_asked(workspace, sheet, reviewer)),
    )


def reviews_to_submit(workspace: Workspace, reviewer: str) -> tuple[SheetReview, ...]:
    """Look over every sheet that has all its scores and is not submitted.

    Raises:
        NotAllowed: not one's own.
    """
    return tuple(
        sheet_review(workspace, row.number, reviewer)
        for row in own_queue(workspace, reviewer)
        if row.stand is Stand.COMPLETE
    )


def _asked(workspace: Workspace, sheet: OwnSheet, reviewer: str) -> list[Unusual]:
    store = workspace.store
    scores = {row.indicator.code: row.score for row in sheet.rows if row.score is not None}
    comments = {row.indicator.code: row.comment for row in sheet.rows}
    key, person = find_application(store, sheet.number), find_reviewer(store, reviewer)
    work = own_work.work_on(store, key, person)
    answers = own_work.answers_of(store, work.sheet) if work and work.sheet is not None else {}
    return [
        item
        for item in unusual(workspace.scheme(), scores, comments)
        if answers.get((item.indicator, item.question)) != item.value
    ]
