"""The official result of a batch, recomputed from its sheets."""

from collections.abc import Mapping

from reviewer_app.domain.application import Application, Computed
from reviewer_app.domain.ids import natural_key
from reviewer_app.domain.person import Reviewer
from reviewer_app.domain.results import Candidate, Ranking, SheetScores
from reviewer_app.domain.rules.ranking import rank
from reviewer_app.domain.sheet import SheetState
from reviewer_app.queries.cycles import no_search_for_cycles
from reviewer_app.storage import applications, batch, people, sheets
from reviewer_app.storage.store import Store
from reviewer_app.workspace import Workspace


def ranking(workspace: Workspace) -> Ranking:
    """Rank the batch as it stands now."""
    store = workspace.store
    version = batch.current_scheme(store)
    scheme = workspace.scheme()
    sequence, head = store.head()
    with no_search_for_cycles():
        results = rank(scheme, candidates(store), batch.votes(store))
    return Ranking(
        batch=batch.load_batch(store).title,
        scheme=scheme,
        frozen=bool(version.frozen_at),
        applications=results,
        sequence=sequence,
        head=head,
    )


def candidates(store: Store) -> list[Candidate]:
    """Read every application with the sheets its reviewers are assigned to.

    Scores of sheets that do not count stay unread: nobody sees a draft before it is
    submitted.
    """
    columns = people.reviewer_keys(store)
    panel = sorted(people.load_reviewers(store).values(), key=_by_number)
    untouched = {
        columns[person.number]: SheetScores(person.number, person.name, SheetState.PENDING, {})
        for person in panel
    }
    touched = _touched_sheets(store, {columns[person.number]: person for person in panel})
    assigned = None if batch.load_batch(store).everyone else people.load_assignments(store)
    computed = applications.load_computed(store)
    keys = applications.application_keys(store)
    found = []
    for number, item in applications.load_applications(store, with_metrics=False).items():
        key = keys[number]
        own = tuple((untouched | touched.get(key, {})).values())
        if assigned is not None:
            own = tuple(sheet for sheet in own if (number, sheet.reviewer) in assigned)
        found.append(_candidate(item, computed.get(key, {}), own))
    return found


def _by_number(person: Reviewer) -> tuple[tuple[int, int, str], ...]:
    return natural_key(person.number)


def _touched_sheets(
    store: Store, reviewers: Mapping[int, Reviewer]
) -> dict[int, dict[int, SheetScores]]:
    """Read the sheets somebody touched: application key -> reviewer key -> sheet."""
    found: dict[int, dict[int, SheetScores]] = {}
    for application, reviewer, state, scores in sheets.panel_sheets(store):
        person = reviewers[reviewer]
        sheet = SheetScores(person.number, person.name, state, scores)
        found.setdefault(application, {})[reviewer] = sheet
    return found


def _candidate(
    item: Application, computed: Mapping[str, Computed], own: tuple[SheetScores, ...]
) -> Candidate:
    return Candidate(
        number=item.number,
        name=item.name,
        applicant=item.applicant,
        industry=item.industry,
        office=item.office,
        requested_fen=item.requested_fen,
        standing=item.standing,
        computed=computed,
        sheets=own,
    )
