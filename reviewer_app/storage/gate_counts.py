"""Counts for the overview: how much of each kind of work is open, never a score."""

from dataclasses import dataclass

from reviewer_app.storage.store import Store

_ACTIVE = "application AS a WHERE a.standing = 'active'"

_FORMAL = (
    f"FROM {_ACTIVE} AND (SELECT count(*) FROM formal_check AS c"
    " WHERE c.application_id = a.id AND c.item BETWEEN 1 AND ?) < ?"
)
_FAILED = (
    f"FROM {_ACTIVE} AND (EXISTS (SELECT 1 FROM formal_check AS c"
    " WHERE c.application_id = a.id AND c.result = 'failed')"
    " OR EXISTS (SELECT 1 FROM credit_check AS c WHERE c.application_id = a.id"
    " AND c.result = 'veto' AND NOT EXISTS (SELECT 1 FROM credit_check AS later"
    " WHERE later.application_id = a.id AND later.source = c.source"
    " AND (later.queried_on, later.id) > (c.queried_on, c.id))))"
)
_SUPPLEMENTS = (
    f"FROM {_ACTIVE} AND (EXISTS (SELECT 1 FROM formal_check AS c"
    " WHERE c.application_id = a.id AND c.result = 'supplement')"
    " OR EXISTS (SELECT 1 FROM supplement AS s"
    " WHERE s.application_id = a.id AND s.received_on = ''))"
)
_INPUTS = (
    f"FROM {_ACTIVE} AND EXISTS (SELECT 1 FROM objective_score AS o"
    " WHERE o.application_id = a.id AND o.trouble <> '')"
)
_CREDIT = (
    f"FROM {_ACTIVE} AND ifnull((SELECT min(latest) FROM (SELECT max(queried_on) AS latest"
    " FROM credit_check AS c WHERE c.application_id = a.id GROUP BY c.source)), '') < ?"
)
_METRICS = (
    "FROM metric AS m JOIN application AS a ON a.id = m.application_id AND a.standing = 'active'"
    " LEFT JOIN metric_check AS c ON c.application_id = m.application_id AND c.input = m.input"
    " AND c.value = m.value AND c.typed = m.value WHERE c.input IS NULL AND m.value <> ''"
)
_PAPER = (
    "FROM paper_sheet AS p JOIN sheet AS s ON s.id = p.sheet_id"
    " JOIN application AS a ON a.id = s.application_id WHERE p.second_by = ''"
)


@dataclass(frozen=True, slots=True)
class Counted:
    """How many, and the application number of the first in the order of import."""

    count: int
    first: str


@dataclass(frozen=True, slots=True)
class SheetCount:
    """How many sheets of one reviewer are in one state; `state` "assigned" is all of them."""

    reviewer: str
    state: str
    count: int


def active_applications(store: Store) -> int:
    """Count the applications that are in the review."""
    row = store.row(f"SELECT count(*) FROM {_ACTIVE}")
    return int(row[0]) if row else 0


def metric_count(store: Store) -> int:
    """Count the inputs of the active applications."""
    row = store.row(
        "SELECT count(*) FROM metric WHERE value <> ''"
        f" AND application_id IN (SELECT a.id FROM {_ACTIVE})"
    )
    return int(row[0]) if row else 0


def open_formal(store: Store, items: int) -> Counted:
    """Count applications of whose formal check lines 1 to `items` some are open."""
    return _counted(store, _FORMAL, (items, items))


def failed_but_in(store: Store) -> Counted:
    """Count active applications that failed a formal line, or that credit vetoes."""
    return _counted(store, _FAILED)


def open_supplements(store: Store) -> Counted:
    """Count applications that were or must be asked for more and have not answered."""
    return _counted(store, _SUPPLEMENTS)


def missing_inputs(store: Store) -> Counted:
    """Count applications some computed score of which cannot be computed."""
    return _counted(store, _INPUTS)


def unverified_metrics(store: Store) -> Counted:
    """Count inputs that no second person has read as they stand."""
    return _counted(store, _METRICS)


def stale_credit(store: Store, since: str) -> Counted:
    """Count applications with no credit check, or with a source asked before a date."""
    return _counted(store, _CREDIT, (since,))


def recused_grounds(store: Store) -> list[tuple[str, str]]:
    """Read application number and grounds of each recused sheet, empty where none is noted."""
    return [
        (row[0], row[1])
        for row in store.rows(
            "SELECT a.number, ifnull(r.grounds, '') FROM sheet AS s"
            " JOIN application AS a ON a.id = s.application_id AND a.standing = 'active'"
            " LEFT JOIN recusal AS r ON r.application_id = s.application_id"
            " AND r.reviewer_id = s.reviewer_id WHERE s.state = 'recused' ORDER BY a.id"
        )
    ]


def half_typed_paper(store: Store) -> Counted:
    """Count paper sheets that wait for the second entry."""
    return _counted(store, _PAPER)


def unverified_inputs(store: Store) -> list[tuple[str, str]]:
    """Read application and input of each figure no second person has read as it stands."""
    rows = store.rows(f"SELECT a.number, m.input {_METRICS} ORDER BY a.id, m.input")
    return [(number, name) for number, name in rows]


def half_typed_sheets(store: Store) -> list[tuple[str, str]]:
    """Read application and reviewer of each paper sheet that waits for its second entry."""
    rows = store.rows(
        "SELECT a.number, (SELECT number FROM person WHERE id = s.reviewer_id)"
        f" {_PAPER} ORDER BY a.id, s.reviewer_id"
    )
    return [(application, reviewer) for application, reviewer in rows]


def sheet_counts(store: Store, *, everyone: bool) -> list[SheetCount]:
    """Count each reviewer's sheets of active applications by state, and all of them."""
    own = "" if everyone else " JOIN assignment AS g USING (application_id, reviewer_id)"
    states = store.rows(
        f"SELECT p.number, s.state, count(*) FROM sheet AS s{own}"
        " JOIN application AS a ON a.id = s.application_id AND a.standing = 'active'"
        " JOIN person AS p ON p.id = s.reviewer_id GROUP BY p.number, s.state"
    )
    assigned = (
        "SELECT p.number, 'assigned', count(*) FROM person AS p"
        " JOIN application AS a ON a.standing = 'active'"
    )
    if not everyone:
        assigned += (
            " JOIN assignment AS g ON g.application_id = a.id AND g.reviewer_id = p.id"
        )  # fmt: skip
    assigned += " WHERE p.number IS NOT NULL GROUP BY p.number"
    return [SheetCount(*row) for row in (*states, *store.rows(assigned))]


def _counted(store: Store, source: str, parameters: tuple[object, ...] = ()) -> Counted:
    row = store.row(f"SELECT count(*), min(a.id) {source}", parameters)
    if row is None or not row[0]:
        return Counted(0, "")
    first = store.row("SELECT number FROM application WHERE id = ?", (row[1],))
    return Counted(row[0], str(first[0]) if first else "")
