"""What the journal tells of scores and of when rows were last touched.

Asked of the workspace as it is, up to an entry: a past state has no journal of its own.
"""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from reviewer_app.domain.points import from_hundredths, parse_exact
from reviewer_app.domain.score_change import ScoreChange
from reviewer_app.storage.store import Store

_TOUCHED = (
    "SELECT c.row_key, j.at, max(c.seq) FROM journal_change AS c JOIN journal AS j"
    " ON j.seq = c.seq WHERE c.table_name = ? AND c.seq <= ? GROUP BY c.row_key"
)
_SUBMITTED = (
    "WITH first AS (SELECT json_extract(after, '$.id') AS sheet,"
    " json_extract(after, '$.application_id') AS application,"
    " json_extract(after, '$.reviewer_id') AS reviewer, min(seq) AS seq FROM journal_change"
    " WHERE table_name = 'sheet' AND seq <= ?"
    " AND json_extract(after, '$.state') IN ('submitted', 'locked') GROUP BY sheet) "
)
_SCORES = _SUBMITTED + (
    "SELECT c.seq, c.table_name, first.sheet, a.number, p.number,"
    " json_extract(ifnull(c.after, c.before), '$.indicator'),"
    " json_extract(c.before, '$.value'), json_extract(c.after, '$.value'),"
    " j.at, j.actor, j.reason, j.digest FROM journal_change AS c"
    " JOIN first ON first.sheet = json_extract(ifnull(c.after, c.before),"
    " CASE c.table_name WHEN 'score' THEN '$.sheet_id' ELSE '$.id' END) AND c.seq > first.seq"
    " JOIN journal AS j ON j.seq = c.seq JOIN application AS a ON a.id = first.application"
    " JOIN person AS p ON p.id = first.reviewer"
    " WHERE c.table_name IN ('score', 'sheet') AND c.seq <= ? ORDER BY c.seq, c.ordinal"
)
_COMPUTED = _SUBMITTED + (
    "SELECT c.seq, a.number, json_extract(ifnull(c.after, c.before), '$.indicator'),"
    " json_extract(c.before, '$.value'), json_extract(c.after, '$.value'),"
    " j.at, j.actor, j.reason, j.digest FROM journal_change AS c"
    " JOIN (SELECT application, min(seq) AS seq FROM first GROUP BY application) AS begun"
    " ON begun.application = json_extract(ifnull(c.after, c.before), '$.application_id')"
    " AND c.seq > begun.seq JOIN journal AS j ON j.seq = c.seq"
    " JOIN application AS a ON a.id = begun.application"
    " WHERE c.table_name = 'objective_score' AND c.seq <= ? ORDER BY c.seq, c.ordinal"
)


def touched_at(store: Store, table: str, last: int) -> Mapping[str, str]:
    """Give when each row was last changed up to an entry: row key -> time."""
    return {key: at for key, at, _ in store.stream(_TOUCHED, (table, last))}


def score_changes(store: Store, last: int) -> tuple[ScoreChange, ...]:
    """Read every change of a score after its sheet was first submitted, oldest first.

    A change without a reason of its own has that for which the sheet was opened again.
    Of computed scores those count that changed after the first submission for the
    application.
    """
    found = [*_reviewers_changes(store, last), *_computed_changes(store, last)]
    return tuple(change for _, change in sorted(found, key=lambda pair: pair[0]))


def _reviewers_changes(store: Store, last: int) -> Iterator[tuple[int, ScoreChange]]:
    opened: dict[int, str] = {}
    for row in store.stream(_SCORES, (last, last)):
        seq, table, sheet, application, reviewer, code, before, after, at, actor, why, digest = row
        if table == "sheet":
            opened[sheet] = why
            continue
        yield (
            seq,
            ScoreChange(
                at=at,
                application=application,
                reviewer=reviewer,
                indicator=code,
                before=_points(before),
                after=_points(after),
                actor=actor,
                reason=why or opened.get(sheet, ""),
                digest=digest,
            ),
        )


def _points(hundredths: int | None) -> Fraction | None:
    return None if hundredths is None else from_hundredths(hundredths)


def _computed_changes(store: Store, last: int) -> Iterator[tuple[int, ScoreChange]]:
    for seq, application, code, before, after, at, actor, why, digest in store.stream(
        _COMPUTED, (last, last)
    ):
        if before == after:
            continue
        yield (
            seq,
            ScoreChange(
                at=at,
                application=application,
                reviewer="",
                indicator=code,
                before=None if before is None else parse_exact(before),
                after=None if after is None else parse_exact(after),
                actor=actor,
                reason=why,
                digest=digest,
            ),
        )
