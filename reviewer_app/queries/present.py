"""The batch as an import meets it."""

import json

from reviewer_app.domain.plans import Present
from reviewer_app.storage import applications, batch, people, sessions, sheets
from reviewer_app.workspace import Workspace


def present(workspace: Workspace) -> Present:
    """Read everything an import compares its file with."""
    store = workspace.store
    numbers = {key: number for number, key in applications.application_keys(store).items()}
    reviewers = {key: number for number, key in people.reviewer_keys(store).items()}
    rows = list(sheets.all_sheets(store))
    place = {row.key: (numbers[row.application], reviewers[row.reviewer]) for row in rows}
    everyone = batch.load_batch(store).everyone
    return Present(
        scheme=workspace.scheme(),
        applications=applications.load_applications(store),
        reviewers=people.load_reviewers(store),
        assignments=None if everyone else people.load_assignments(store),
        sheets={place[row.key]: row.state for row in rows},
        scores={
            (*place[key], code): value
            for key, scores in sheets.all_scores(store).items()
            for code, value in scores.items()
        },
        comments={
            (*place[key], code): text
            for key, comments in sheets.all_comments(store).items()
            for code, text in comments.items()
        },
        details=applications.load_details(store),
        is_rehearsal=sessions.is_rehearsal(store),
    )


def scheme_document(workspace: Workspace) -> dict[str, object]:
    """Give the scheme in force as its document, to be filled in again."""
    document: dict[str, object] = json.loads(workspace.scheme().document)
    return document
