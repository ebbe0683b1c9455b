"""The tables of schema version 3: what staff check, and what a reviewer keeps beside scores.

A file of this version is among those that must open (tests/storage/versions), so these
statements never change: what is new goes to the latest version, see `schema_session`.
"""

PLACES = (
    """CREATE TABLE batch_setting (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE metric_check (
    application_id INTEGER NOT NULL REFERENCES application (id),
    input TEXT NOT NULL,
    value TEXT NOT NULL,
    typed TEXT NOT NULL,
    attempts INTEGER NOT NULL CHECK (attempts >= 1),
    checked_by TEXT NOT NULL,
    checked_at TEXT NOT NULL,
    PRIMARY KEY (application_id, input)
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE formal_check (
    application_id INTEGER NOT NULL REFERENCES application (id),
    item INTEGER NOT NULL CHECK (item BETWEEN 1 AND 99),
    result TEXT NOT NULL CHECK (result IN ('passed', 'supplement', 'failed', 'not_applicable')),
    remark TEXT NOT NULL,
    checked_by TEXT NOT NULL,
    checked_on TEXT NOT NULL,
    rechecked_by TEXT NOT NULL,
    PRIMARY KEY (application_id, item),
    CHECK (result IN ('passed', 'not_applicable') OR remark <> '')
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE supplement (
    application_id INTEGER PRIMARY KEY REFERENCES application (id),
    notified_on TEXT NOT NULL,
    due_on TEXT NOT NULL,
    received_on TEXT NOT NULL,
    remark TEXT NOT NULL
) STRICT""",
    """CREATE TABLE credit_check (
    id INTEGER PRIMARY KEY,
    application_id INTEGER NOT NULL REFERENCES application (id),
    source TEXT NOT NULL CHECK (source <> ''),
    queried_on TEXT NOT NULL CHECK (queried_on <> ''),
    result TEXT NOT NULL CHECK (result IN ('clear', 'noted', 'veto')),
    remark TEXT NOT NULL,
    file_number TEXT NOT NULL,
    checked_by TEXT NOT NULL
) STRICT""",
    """CREATE TABLE overlap (
    id INTEGER PRIMARY KEY,
    application_id INTEGER NOT NULL REFERENCES application (id),
    level TEXT NOT NULL CHECK (level IN ('nation', 'province', 'city', 'district')),
    scheme TEXT NOT NULL CHECK (scheme <> ''),
    year TEXT NOT NULL,
    same_content TEXT NOT NULL CHECK (same_content IN ('yes', 'no', 'partly', 'open')),
    amount_fen INTEGER CHECK (amount_fen >= 0),
    evidence TEXT NOT NULL,
    decision TEXT NOT NULL,
    decided_by TEXT NOT NULL
) STRICT""",
    """CREATE TABLE attachment (
    id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    application_id INTEGER NOT NULL REFERENCES application (id),
    title TEXT NOT NULL CHECK (title <> ''),
    file_name TEXT NOT NULL CHECK (file_name <> ''),
    digest TEXT NOT NULL CHECK (length(digest) = 64),
    size INTEGER NOT NULL CHECK (size >= 0),
    pages INTEGER CHECK (pages >= 1),
    added_by TEXT NOT NULL
) STRICT""",
    """CREATE TABLE evidence (
    application_id INTEGER NOT NULL REFERENCES application (id),
    indicator TEXT NOT NULL,
    attachment_id INTEGER REFERENCES attachment (id),
    page TEXT NOT NULL,
    PRIMARY KEY (application_id, indicator)
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE recusal (
    application_id INTEGER NOT NULL REFERENCES application (id),
    reviewer_id INTEGER NOT NULL REFERENCES person (id),
    grounds TEXT NOT NULL CHECK (grounds <> ''),
    raised_by TEXT NOT NULL CHECK (raised_by IN ('self', 'other', 'hint')),
    PRIMARY KEY (application_id, reviewer_id)
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE dismissed_hint (
    application_id INTEGER NOT NULL REFERENCES application (id),
    reviewer_id INTEGER NOT NULL REFERENCES person (id),
    hint TEXT NOT NULL,
    reason TEXT NOT NULL CHECK (reason <> ''),
    dismissed_by TEXT NOT NULL,
    PRIMARY KEY (application_id, reviewer_id, hint)
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE private_note (
    sheet_id INTEGER NOT NULL REFERENCES sheet (id),
    indicator TEXT NOT NULL,
    text TEXT NOT NULL CHECK (text <> ''),
    PRIMARY KEY (sheet_id, indicator)
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE skipped_sheet (
    sheet_id INTEGER PRIMARY KEY REFERENCES sheet (id)
) STRICT""",
    """CREATE TABLE confirmed_score (
    sheet_id INTEGER NOT NULL REFERENCES sheet (id),
    indicator TEXT NOT NULL,
    question TEXT NOT NULL,
    value INTEGER NOT NULL,
    PRIMARY KEY (sheet_id, indicator, question)
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE phrase (
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES person (id),
    text TEXT NOT NULL CHECK (text <> '')
) STRICT""",
    """CREATE TABLE half_typed (
    application_id INTEGER NOT NULL REFERENCES application (id),
    reviewer_id INTEGER NOT NULL REFERENCES person (id),
    indicator TEXT NOT NULL,
    is_note INTEGER NOT NULL CHECK (is_note IN (0, 1)),
    text TEXT NOT NULL,
    PRIMARY KEY (application_id, reviewer_id, indicator, is_note)
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE paper_sheet (
    sheet_id INTEGER PRIMARY KEY REFERENCES sheet (id),
    paper_total INTEGER CHECK (paper_total >= 0),
    first_by TEXT NOT NULL,
    second_by TEXT NOT NULL,
    total_note TEXT NOT NULL,
    CHECK (second_by = '' OR first_by <> second_by)
) STRICT""",
    """CREATE TABLE paper_score (
    sheet_id INTEGER NOT NULL REFERENCES sheet (id),
    entry INTEGER NOT NULL CHECK (entry IN (1, 2)),
    indicator TEXT NOT NULL,
    value INTEGER NOT NULL CHECK (value >= 0),
    PRIMARY KEY (sheet_id, entry, indicator)
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE outlier_review (
    sheet_id INTEGER PRIMARY KEY REFERENCES sheet (id),
    decision TEXT NOT NULL CHECK (decision IN ('kept', 'changed')),
    statement TEXT NOT NULL CHECK (statement <> ''),
    decided_by TEXT NOT NULL
) STRICT""",
)

PLACES_KEYS: dict[str, tuple[str, ...]] = {
    "batch_setting": ("key",),
    "metric_check": ("application_id", "input"),
    "formal_check": ("application_id", "item"),
    "supplement": ("application_id",),
    "credit_check": ("id",),
    "overlap": ("id",),
    "attachment": ("id",),
    "evidence": ("application_id", "indicator"),
    "recusal": ("application_id", "reviewer_id"),
    "dismissed_hint": ("application_id", "reviewer_id", "hint"),
    "private_note": ("sheet_id", "indicator"),
    "skipped_sheet": ("sheet_id",),
    "confirmed_score": ("sheet_id", "indicator", "question"),
    "phrase": ("id",),
    "paper_sheet": ("sheet_id",),
    "paper_score": ("sheet_id", "entry", "indicator"),
    "outlier_review": ("sheet_id",),
}
