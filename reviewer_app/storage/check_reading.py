"""What staff recorded of their checks, read whole: by application number."""

from collections.abc import Iterator, Mapping

from reviewer_app.domain.checks import (
    CreditLine,
    CreditResult,
    Evidence,
    FormalLine,
    FormalResult,
    InputCheck,
    Overlap,
    SameContent,
    Supplement,
    SupportLevel,
)
from reviewer_app.domain.grounds import RaisedBy, RecusalCase
from reviewer_app.storage.store import Store

_OF = " AS c JOIN application AS a ON a.id = c.application_id"


def all_formal_checks(store: Store) -> Mapping[str, tuple[FormalLine, ...]]:
    """Read the lines of every formal check in their order."""
    found: dict[str, list[FormalLine]] = {}
    for number, item, result, remark, by, on, again in store.stream(
        "SELECT a.number, item, result, remark, checked_by, checked_on, rechecked_by"
        f" FROM formal_check{_OF} ORDER BY application_id, item"
    ):
        line = FormalLine(item, FormalResult(result), remark, by, on, again)
        found.setdefault(number, []).append(line)
    return {number: tuple(lines) for number, lines in found.items()}


def all_supplements(store: Store) -> Mapping[str, Supplement]:
    """Read what was asked for once more, and when."""
    rows = store.rows(
        f"SELECT a.number, notified_on, due_on, received_on, remark FROM supplement{_OF}"
    )
    return {row[0]: Supplement(*row[1:]) for row in rows}


def all_credit_checks(store: Store) -> Mapping[str, tuple[CreditLine, ...]]:
    """Read every query of a source, oldest first."""
    found: dict[str, list[CreditLine]] = {}
    for number, source, on, result, remark, file_number, by in store.stream(
        "SELECT a.number, source, queried_on, result, remark, file_number, checked_by"
        f" FROM credit_check{_OF} ORDER BY c.application_id, c.queried_on, c.id"
    ):
        line = CreditLine(source, on, CreditResult(result), remark, file_number, by)
        found.setdefault(number, []).append(line)
    return {number: tuple(lines) for number, lines in found.items()}


def all_overlaps(store: Store) -> Mapping[str, tuple[Overlap, ...]]:
    """Read every other support of the applicants."""
    found: dict[str, list[Overlap]] = {}
    for number, level, scheme, year, same, fen, evidence, decision, by in store.stream(
        "SELECT a.number, level, scheme, year, same_content, amount_fen, evidence, decision,"
        f" decided_by FROM overlap{_OF} ORDER BY c.application_id, c.id"
    ):
        row = Overlap(
            SupportLevel(level), scheme, year, SameContent(same), fen, evidence, decision, by
        )
        found.setdefault(number, []).append(row)
    return {number: tuple(rows) for number, rows in found.items()}


def all_input_checks(store: Store) -> Mapping[tuple[str, str], InputCheck]:
    """Read the second person's readings: (application, input) -> reading."""
    rows = store.rows(
        f"SELECT a.number, input, value, typed, checked_by, checked_at FROM metric_check{_OF}"
    )
    return {(row[0], row[1]): InputCheck(*row[2:]) for row in rows}


def all_evidence(store: Store) -> Mapping[tuple[str, str], Evidence]:
    """Read where proofs stand: (application, indicator) -> place."""
    rows = store.rows(
        "SELECT a.number, indicator, ifnull(t.title, ''), page"
        f" FROM evidence{_OF} LEFT JOIN attachment AS t ON t.id = c.attachment_id"
    )
    return {(row[0], row[1]): Evidence(row[2], row[3]) for row in rows}


def all_computed_by(store: Store) -> Mapping[tuple[str, str], str]:
    """Read who had each score computed: (application, indicator) -> name."""
    rows = store.rows(f"SELECT a.number, indicator, computed_by FROM objective_score{_OF}")
    return {(row[0], row[1]): row[2] for row in rows}


def all_recusals(store: Store) -> Iterator[tuple[str, RecusalCase]]:
    """Read the recusals in force, each with its sheet's key in the journal.

    Without a recorded ground the sheet's own reason stands.
    """
    for key, application, reviewer, reason, grounds, raised in store.stream(
        "SELECT json_array(s.id), a.number, p.number, s.reason, r.grounds, r.raised_by"
        " FROM sheet AS s JOIN application AS a ON a.id = s.application_id"
        " JOIN person AS p ON p.id = s.reviewer_id LEFT JOIN recusal AS r"
        " ON r.application_id = s.application_id AND r.reviewer_id = s.reviewer_id"
        " WHERE s.state = 'recused'"
    ):
        by = RaisedBy(raised or RaisedBy.OTHER.value)
        said = reason if grounds not in (None, reason) else ""
        yield key, RecusalCase(application, reviewer, grounds or reason, by, said=said)


def all_dismissed_hints(store: Store) -> Iterator[tuple[str, RecusalCase]]:
    """Read the hints that somebody dismissed, each with its key in the journal."""
    for key, application, reviewer, hint, reason in store.stream(
        "SELECT json_array(h.application_id, h.reviewer_id, h.hint), a.number, p.number, hint,"
        " reason FROM dismissed_hint AS h JOIN application AS a ON a.id = h.application_id"
        " JOIN person AS p ON p.id = h.reviewer_id"
    ):
        yield key, RecusalCase(application, reviewer, hint, RaisedBy.HINT, reason)
