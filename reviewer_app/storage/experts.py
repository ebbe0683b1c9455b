"""The list of experts that a panel is drawn from."""

import json
from collections.abc import Iterable

from reviewer_app.domain.drawing import ListedExpert, Listing
from reviewer_app.domain.ids import natural_key
from reviewer_app.domain.person import Reviewer
from reviewer_app.storage.store import Store


def load_experts(store: Store) -> dict[str, ListedExpert]:
    """Read the list by number, in the order of numbers."""
    rows = store.rows(
        "SELECT number, name, organisation, title, speciality, former_organisations, listing,"
        " reason FROM expert"
    )
    found: dict[str, ListedExpert] = {}
    for number, name, organisation, title, speciality, former, listing, reason in rows:
        person = Reviewer(
            number,
            name,
            organisation,
            title,
            speciality,
            former_organisations=tuple(json.loads(former)),
        )
        found[number] = ListedExpert(person, Listing(listing), reason)
    return {number: found[number] for number in sorted(found, key=natural_key)}


def write_experts(store: Store, experts: Iterable[Reviewer]) -> None:
    """Write new experts and all columns of known ones; what was decided of them stays."""
    known = load_experts(store)
    for one in experts:
        former = json.dumps(list(one.former_organisations), ensure_ascii=False)
        values = (one.name, one.organisation, one.title, one.speciality, former, one.number)
        if one.number in known:
            store.change(
                "UPDATE expert SET name = ?, organisation = ?, title = ?, speciality = ?,"
                " former_organisations = ? WHERE number = ?",
                values,
            )
        else:
            store.change(
                "INSERT INTO expert (name, organisation, title, speciality,"
                " former_organisations, number, listing, reason)"
                " VALUES (?, ?, ?, ?, ?, ?, 'by_rule', '')",
                values,
            )


def set_listing(store: Store, number: str, listing: Listing, reason: str) -> None:
    """Write whether an expert may be drawn."""
    store.change(
        "UPDATE expert SET listing = ?, reason = ? WHERE number = ?",
        (listing.value, reason, number),
    )


def delete_experts(store: Store) -> None:
    """Empty the list."""
    store.change("DELETE FROM expert")
