"""The official result of a batch, recomputed from its sheets."""

from collections.abc import Mapping

from reviewer_app.domain.application import Application
from reviewer_app.domain.ids import natural_key
from reviewer_app.domain.person import Reviewer
from reviewer_app.domain.results import Candidate, Ranking, SheetScores
from reviewer_app.domain.rules.ranking import rank
from reviewer_app.domain.sheet import SheetState
from reviewer_app.storage import applications, batch, people, sheets
from reviewer_app.storage.store import Store
from reviewer_app.workspace import Workspace


def ranking(workspace: Workspace) -> Ranking:
    """Rank the batch as it stands now."""
    store = workspace.store
    version = batch.current_scheme(store)
    scheme = workspace.scheme()
    sequence, head = store.head()
    return Ranking(
        batch=batch.load_batch(store).title,
        scheme=scheme,
        frozen=bool(version.frozen_at),
        applications=rank(scheme, candidates(store), batch.votes(store)),
        sequence=sequence,
        head=head,
    )


def _sheet(
    person: Reviewer, row: sheets.SheetRow | None, scores: Mapping[int, dict[str, int]]
) -> SheetScores:
    if row is None:
        return SheetScores(person.number, person.name, SheetState.PENDING, {})
    given = scores.get(row.key, {}) if row.state.counts else {}
    return SheetScores(person.number, person.name, row.state, given)


def candidates(store: Store) -> list[Candidate]:
    """Read every application with the sheets its reviewers are assigned to.

    Scores of sheets that do not count stay unread: nobody sees a draft before it is
    submitted.
    """
    reviewers = people.load_reviewers(store)
    columns = people.reviewer_keys(store)
    order = sorted(reviewers, key=natural_key)
    assigned = None if batch.load_batch(store).everyone else people.load_assignments(store)
    touched = {(row.application, row.reviewer): row for row in sheets.all_sheets(store)}
    scores = sheets.all_scores(store)
    computed = applications.load_computed(store)
    keys = applications.application_keys(store)

    def candidate(number: str, item: Application) -> Candidate:
        key = keys[number]
        panel = (
            reviewers[person]
            for person in order
            if assigned is None or (number, person) in assigned
        )
        return Candidate(
            number=number,
            name=item.name,
            applicant=item.applicant,
            industry=item.industry,
            office=item.office,
            requested_fen=item.requested_fen,
            standing=item.standing,
            computed=computed.get(key, {}),
            sheets=tuple(
                _sheet(person, touched.get((key, columns[person.number])), scores)
                for person in panel
            ),
        )

    return [
        candidate(number, item)
        for number, item in applications.load_applications(store, with_metrics=False).items()
    ]
