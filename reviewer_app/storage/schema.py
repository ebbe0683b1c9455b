"""The tables of a workspace and what guards them.

Released statements never change: a later version adds statements in a new tuple.
"""

from reviewer_app.storage.schema_places import PLACES, PLACES_KEYS
from reviewer_app.storage.schema_session import SESSION, SESSION_KEYS

APPLICATION_ID = 0x52565753
"""Marks a workspace file ("RVWS"); SQLite keeps it at byte 68."""

BASE = (
    """CREATE TABLE batch (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    uuid TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL CHECK (title <> ''),
    created_at TEXT NOT NULL,
    assignment TEXT NOT NULL CHECK (assignment IN ('everyone', 'listed'))
) STRICT""",
    """CREATE TABLE scheme_version (
    version INTEGER PRIMARY KEY CHECK (version >= 1),
    document TEXT NOT NULL,
    digest TEXT NOT NULL CHECK (length(digest) = 64),
    adopted_at TEXT NOT NULL,
    frozen_at TEXT
) STRICT""",
    """CREATE TABLE application (
    id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    number TEXT NOT NULL UNIQUE CHECK (number <> ''),
    name TEXT NOT NULL,
    applicant TEXT NOT NULL,
    credit_code TEXT NOT NULL,
    industry TEXT NOT NULL,
    office TEXT NOT NULL,
    requested_fen INTEGER CHECK (requested_fen >= 0),
    contact TEXT NOT NULL,
    extra TEXT NOT NULL,
    standing TEXT NOT NULL CHECK (standing IN ('active', 'withdrawn', 'ineligible')),
    standing_reason TEXT NOT NULL
) STRICT""",
    """CREATE TABLE metric (
    application_id INTEGER NOT NULL REFERENCES application (id),
    input TEXT NOT NULL,
    value TEXT NOT NULL,
    origin TEXT NOT NULL CHECK (origin IN ('import', 'details')),
    PRIMARY KEY (application_id, input)
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE detail (
    application_id INTEGER NOT NULL REFERENCES application (id),
    kind TEXT NOT NULL CHECK (
        kind IN ('users', 'costs', 'intellectual_property', 'releases', 'team')),
    line INTEGER NOT NULL CHECK (line >= 1),
    fields TEXT NOT NULL,
    counted INTEGER NOT NULL CHECK (counted IN (0, 1)),
    reason TEXT NOT NULL,
    decided_by TEXT NOT NULL,
    PRIMARY KEY (application_id, kind, line),
    CHECK (counted = 1 OR reason <> '')
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE objective_score (
    application_id INTEGER NOT NULL REFERENCES application (id),
    indicator TEXT NOT NULL,
    value TEXT,
    formula TEXT NOT NULL,
    inputs TEXT NOT NULL,
    trouble TEXT NOT NULL,
    trouble_detail TEXT NOT NULL,
    computed_by TEXT NOT NULL,
    PRIMARY KEY (application_id, indicator),
    CHECK ((value IS NULL) = (trouble <> ''))
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE person (
    id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    number TEXT UNIQUE,
    name TEXT NOT NULL CHECK (name <> ''),
    role TEXT NOT NULL CHECK (role IN ('administrator', 'secretary', 'reviewer', 'leader',
        'supervisor', 'bureau_leader', 'observer')),
    organisation TEXT NOT NULL,
    title TEXT NOT NULL,
    speciality TEXT NOT NULL,
    former_organisations TEXT NOT NULL
) STRICT""",
    """CREATE TABLE assignment (
    application_id INTEGER NOT NULL REFERENCES application (id),
    reviewer_id INTEGER NOT NULL REFERENCES person (id),
    uuid TEXT NOT NULL UNIQUE,
    PRIMARY KEY (application_id, reviewer_id)
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE sheet (
    id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    application_id INTEGER NOT NULL REFERENCES application (id),
    reviewer_id INTEGER NOT NULL REFERENCES person (id),
    state TEXT NOT NULL CHECK (state IN ('pending', 'draft', 'submitted', 'locked',
        'recused', 'abstained', 'absent')),
    reason TEXT NOT NULL,
    UNIQUE (application_id, reviewer_id)
) STRICT""",
    """CREATE TABLE score (
    sheet_id INTEGER NOT NULL REFERENCES sheet (id),
    indicator TEXT NOT NULL,
    value INTEGER NOT NULL CHECK (value BETWEEN 0 AND 100000000),
    PRIMARY KEY (sheet_id, indicator)
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE comment (
    sheet_id INTEGER NOT NULL REFERENCES sheet (id),
    indicator TEXT NOT NULL,
    text TEXT NOT NULL CHECK (text <> ''),
    PRIMARY KEY (sheet_id, indicator)
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE journal (
    seq INTEGER PRIMARY KEY,
    prev TEXT NOT NULL,
    at TEXT NOT NULL,
    actor TEXT NOT NULL CHECK (actor <> ''),
    role TEXT NOT NULL,
    verb TEXT NOT NULL,
    reason TEXT NOT NULL,
    program TEXT NOT NULL,
    changes INTEGER NOT NULL,
    digest TEXT NOT NULL UNIQUE
) STRICT""",
    """CREATE TABLE journal_change (
    seq INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    table_name TEXT NOT NULL,
    row_key TEXT NOT NULL,
    before TEXT,
    after TEXT,
    PRIMARY KEY (seq, ordinal)
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE export_log (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    actor TEXT NOT NULL,
    file TEXT NOT NULL,
    code TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    note TEXT NOT NULL,
    digest TEXT NOT NULL
) STRICT""",
    """CREATE TRIGGER journal_keeps_order BEFORE INSERT ON journal
WHEN NEW.seq IS NOT (SELECT ifnull(max(seq), 0) + 1 FROM journal)
    OR NEW.prev IS NOT ifnull((SELECT digest FROM journal ORDER BY seq DESC LIMIT 1), '')
BEGIN SELECT RAISE(ABORT, 'the journal only grows at its end'); END""",
    """CREATE TRIGGER journal_never_changes BEFORE UPDATE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal never changes'); END""",
    """CREATE TRIGGER journal_never_shrinks BEFORE DELETE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal never shrinks'); END""",
    """CREATE TRIGGER change_belongs_to_next_entry BEFORE INSERT ON journal_change
WHEN NEW.seq IS NOT (SELECT ifnull(max(seq), 0) + 1 FROM journal)
    OR EXISTS (SELECT 1 FROM journal_change WHERE seq = NEW.seq AND ordinal = NEW.ordinal)
BEGIN SELECT RAISE(ABORT, 'a change belongs to the next entry'); END""",
    """CREATE TRIGGER change_never_changes BEFORE UPDATE ON journal_change
BEGIN SELECT RAISE(ABORT, 'the journal never changes'); END""",
    """CREATE TRIGGER change_never_shrinks BEFORE DELETE ON journal_change
BEGIN SELECT RAISE(ABORT, 'the journal never shrinks'); END""",
    """CREATE TRIGGER export_log_never_changes BEFORE UPDATE ON export_log
BEGIN SELECT RAISE(ABORT, 'the export log never changes'); END""",
    """CREATE TRIGGER export_log_never_shrinks BEFORE DELETE ON export_log
BEGIN SELECT RAISE(ABORT, 'the export log never shrinks'); END""",
)

TIE_VOTES = (
    """CREATE TABLE tie_vote (
    vote INTEGER NOT NULL,
    place INTEGER NOT NULL CHECK (place >= 1),
    application_id INTEGER NOT NULL REFERENCES application (id),
    PRIMARY KEY (vote, place)
) STRICT, WITHOUT ROWID""",
)

VERSIONS = (BASE, TIE_VOTES, PLACES, SESSION)
"""Statements of each schema version; `user_version` counts how many were applied."""

SCHEMA_VERSION = len(VERSIONS)

KEYS: dict[str, tuple[str, ...]] = {
    "batch": ("id",),
    "scheme_version": ("version",),
    "application": ("id",),
    "metric": ("application_id", "input"),
    "detail": ("application_id", "kind", "line"),
    "objective_score": ("application_id", "indicator"),
    "person": ("id",),
    "assignment": ("application_id", "reviewer_id"),
    "sheet": ("id",),
    "score": ("sheet_id", "indicator"),
    "comment": ("sheet_id", "indicator"),
    "tie_vote": ("vote", "place"),
    **PLACES_KEYS,
    **SESSION_KEYS,
    "_sqlite_migrations": ("id",),
}
"""The tables whose every change is journaled, with their primary keys."""

OUTSIDE_JOURNAL = frozenset(
    {"journal", "journal_change", "export_log", "half_typed", "half_written", "pin"}
)
"""Tables with no images in the journal; `export_log` carries a digest in each row,
and `pin_seal` keeps one of what stands in `pin`."""
