"""How far the checks of every application are: one row each, counted by the database."""

from collections.abc import Mapping
from dataclasses import dataclass

from reviewer_app.storage.store import Row, Store


@dataclass(frozen=True, slots=True)
class FormalCount:
    """How many lines have a result, did not pass, and were looked at again."""

    done: int
    failed: int
    supplements: int
    rechecked: int


@dataclass(frozen=True, slots=True)
class LookCount:
    """How many inputs have a value, were confirmed, and were read differently."""

    values: int
    verified: int
    differing: int


@dataclass(frozen=True, slots=True)
class CreditCount:
    """The results found, and the oldest of each source's latest days."""

    noted: int
    vetoes: int
    oldest: str


def formal_counts(store: Store) -> Mapping[str, FormalCount]:
    """Count the lines of every formal check, by application number."""
    return {
        row[0]: FormalCount(*row[1:])
        for row in store.stream(
            "SELECT a.number, count(*), sum(c.result = 'failed'), sum(c.result = 'supplement'),"
            " sum(c.rechecked_by <> '') FROM formal_check AS c"
            " JOIN application AS a ON a.id = c.application_id GROUP BY c.application_id"
        )
    }


def look_counts(store: Store) -> Mapping[str, LookCount]:
    """Count the second looks at the inputs of every application."""
    return {
        row[0]: LookCount(*row[1:])
        for row in store.stream(
            "SELECT a.number, count(*), ifnull(sum(c.value = m.value AND c.typed = m.value), 0),"
            " ifnull(sum(c.value = m.value AND c.typed <> m.value), 0) FROM metric AS m"
            " LEFT JOIN metric_check AS c"
            " ON c.application_id = m.application_id AND c.input = m.input"
            " JOIN application AS a ON a.id = m.application_id"
            " WHERE m.value <> '' GROUP BY m.application_id"
        )
    }


def credit_counts(store: Store) -> Mapping[str, CreditCount]:
    """Count the credit queries of every application."""
    return {
        row[0]: CreditCount(*row[1:])
        for row in store.stream(
            "SELECT a.number, sum(c.noted), sum(c.vetoes), min(c.latest) FROM"
            " (SELECT application_id, sum(result = 'noted') AS noted,"
            " sum(result = 'veto') AS vetoes, max(queried_on) AS latest"
            " FROM credit_check GROUP BY application_id, source) AS c"
            " JOIN application AS a ON a.id = c.application_id GROUP BY c.application_id"
        )
    }


def _by_number(rows: list[Row]) -> Mapping[str, int]:
    return {row[0]: row[1] for row in rows}


def attachment_counts(store: Store) -> Mapping[str, int]:
    """Count the attachments of every application that has some."""
    return _by_number(
        store.rows(
            "SELECT a.number, count(*) FROM attachment AS t"
            " JOIN application AS a ON a.id = t.application_id GROUP BY t.application_id"
        )
    )


def open_overlaps(store: Store) -> Mapping[str, int]:
    """Count the other support of every application that nobody decided about yet."""
    return _by_number(
        store.rows(
            "SELECT a.number, count(*) FROM overlap AS o"
            " JOIN application AS a ON a.id = o.application_id"
            " WHERE o.same_content = 'open' GROUP BY o.application_id"
        )
    )


def waiting_supplements(store: Store) -> Mapping[str, str]:
    """Give the day until which a supplement is awaited, of those that did not come yet."""
    rows = store.rows(
        "SELECT a.number, s.due_on FROM supplement AS s"
        " JOIN application AS a ON a.id = s.application_id WHERE s.received_on = ''"
    )
    return {row[0]: row[1] for row in rows}
