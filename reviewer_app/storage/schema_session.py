"""The tables of schema version 4: the meeting of the panel, from sign-in to signatures.

Times are ISO 8601 with offset, '' where something has not happened yet. People of a
session are rows of `person`, so that each paper names them alike.
"""

SESSION = (
    """CREATE TABLE session (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    place TEXT NOT NULL,
    host TEXT NOT NULL,
    way TEXT NOT NULL CHECK (way IN ('one_round', 'two_rounds')),
    signing TEXT NOT NULL CHECK (signing IN ('paper', 'pin')),
    phase TEXT NOT NULL CHECK (phase IN ('preparation', 'scoring', 'disclosure', 'final',
        'signed', 'closed')),
    report_minutes INTEGER NOT NULL CHECK (report_minutes BETWEEN 0 AND 240),
    question_minutes INTEGER NOT NULL CHECK (question_minutes BETWEEN 0 AND 240),
    scoring_minutes INTEGER NOT NULL CHECK (scoring_minutes BETWEEN 0 AND 240)
) STRICT""",
    """CREATE TABLE session_day (
    day TEXT PRIMARY KEY CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    begins TEXT NOT NULL CHECK (begins GLOB '[0-9][0-9]:[0-9][0-9]'),
    ends TEXT NOT NULL CHECK (ends GLOB '[0-9][0-9]:[0-9][0-9]' AND ends > begins)
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE rehearsal (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    marked_at TEXT NOT NULL
) STRICT""",
    """CREATE TRIGGER rehearsal_is_born BEFORE INSERT ON rehearsal
WHEN EXISTS (SELECT 1 FROM journal)
BEGIN SELECT RAISE(ABORT, 'a rehearsal is one from its first entry on'); END""",
    """CREATE TRIGGER rehearsal_never_changes BEFORE UPDATE ON rehearsal
BEGIN SELECT RAISE(ABORT, 'a rehearsal stays one'); END""",
    """CREATE TRIGGER rehearsal_never_ends BEFORE DELETE ON rehearsal
BEGIN SELECT RAISE(ABORT, 'a rehearsal stays one'); END""",
    """CREATE TABLE attendance (
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES person (id),
    day TEXT NOT NULL REFERENCES session_day (day),
    half TEXT NOT NULL CHECK (half IN ('morning', 'afternoon')),
    arrived_at TEXT NOT NULL CHECK (arrived_at <> ''),
    left_at TEXT NOT NULL,
    typed TEXT NOT NULL
) STRICT""",
    """CREATE TABLE guest (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('presenter', 'observer', 'other')),
    name TEXT NOT NULL CHECK (name <> ''),
    organisation TEXT NOT NULL,
    post TEXT NOT NULL,
    application_id INTEGER REFERENCES application (id),
    day TEXT NOT NULL REFERENCES session_day (day),
    half TEXT NOT NULL CHECK (half IN ('morning', 'afternoon')),
    arrived_at TEXT NOT NULL CHECK (arrived_at <> ''),
    left_at TEXT NOT NULL,
    typed TEXT NOT NULL,
    CHECK ((kind = 'presenter') = (application_id IS NOT NULL))
) STRICT""",
    """CREATE TABLE leave (
    id INTEGER PRIMARY KEY,
    application_id INTEGER NOT NULL REFERENCES application (id),
    person_id INTEGER NOT NULL REFERENCES person (id),
    ground TEXT NOT NULL CHECK (ground IN ('recusal', 'other')),
    note TEXT NOT NULL,
    left_at TEXT NOT NULL CHECK (left_at <> ''),
    returned_at TEXT NOT NULL
) STRICT""",
    """CREATE TABLE recess (
    id INTEGER PRIMARY KEY,
    reason TEXT NOT NULL,
    began_at TEXT NOT NULL CHECK (began_at <> ''),
    ended_at TEXT NOT NULL
) STRICT""",
    """CREATE TABLE statement (
    person_id INTEGER NOT NULL REFERENCES person (id),
    kind TEXT NOT NULL CHECK (kind IN ('pledge', 'recusal')),
    way TEXT NOT NULL CHECK (way IN ('paper', 'screen')),
    conflicts TEXT NOT NULL,
    made_at TEXT NOT NULL CHECK (made_at <> ''),
    PRIMARY KEY (person_id, kind)
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE expert (
    number TEXT PRIMARY KEY CHECK (number <> ''),
    name TEXT NOT NULL CHECK (name <> ''),
    organisation TEXT NOT NULL,
    title TEXT NOT NULL,
    speciality TEXT NOT NULL,
    former_organisations TEXT NOT NULL,
    listing TEXT NOT NULL CHECK (listing IN ('by_rule', 'shut_out', 'let_in')),
    reason TEXT NOT NULL,
    CHECK ((listing = 'by_rule') = (reason = ''))
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE draw (
    attempt INTEGER PRIMARY KEY CHECK (attempt >= 1),
    purpose TEXT NOT NULL CHECK (purpose IN ('panel', 'order')),
    method TEXT NOT NULL CHECK (method IN ('seed', 'lots')),
    seed TEXT NOT NULL,
    pool TEXT NOT NULL,
    criteria TEXT NOT NULL,
    reason TEXT NOT NULL,
    supervisor TEXT NOT NULL CHECK (supervisor <> ''),
    drawn_at TEXT NOT NULL,
    CHECK ((method = 'seed') = (seed <> ''))
) STRICT""",
    """CREATE TABLE draw_pick (
    attempt INTEGER NOT NULL REFERENCES draw (attempt),
    place INTEGER NOT NULL CHECK (place >= 1),
    subject TEXT NOT NULL CHECK (subject <> ''),
    seat TEXT NOT NULL,
    answer TEXT NOT NULL CHECK (answer IN ('drawn', 'substitute', 'accepted', 'refused')),
    note TEXT NOT NULL,
    answered_at TEXT NOT NULL,
    seated_as TEXT NOT NULL CHECK (seated_as = '' OR answer = 'accepted'),
    PRIMARY KEY (attempt, place),
    CHECK (answer <> 'refused' OR note <> '')
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE agenda_item (
    id INTEGER PRIMARY KEY,
    position INTEGER NOT NULL CHECK (position >= 1),
    kind TEXT NOT NULL CHECK (kind IN ('opening', 'application', 'pause', 'discussion')),
    application_id INTEGER UNIQUE REFERENCES application (id),
    title TEXT NOT NULL,
    day TEXT NOT NULL REFERENCES session_day (day),
    starts TEXT NOT NULL CHECK (starts GLOB '[0-9][0-9]:[0-9][0-9]'),
    minutes INTEGER NOT NULL CHECK (minutes BETWEEN 1 AND 600),
    state TEXT NOT NULL CHECK (state IN ('planned', 'current', 'done', 'dropped')),
    began_at TEXT NOT NULL,
    ended_at TEXT NOT NULL,
    CHECK ((kind = 'application') = (application_id IS NOT NULL))
) STRICT""",
    """CREATE UNIQUE INDEX one_current_item ON agenda_item (state) WHERE state = 'current'""",
    """CREATE TABLE timer_event (
    id INTEGER PRIMARY KEY,
    item_id INTEGER NOT NULL REFERENCES agenda_item (id),
    step TEXT NOT NULL CHECK (step IN ('report', 'questions', 'scoring')),
    event TEXT NOT NULL CHECK (event IN ('started', 'paused', 'stopped', 'extended')),
    seconds INTEGER NOT NULL CHECK (seconds BETWEEN -36000 AND 36000),
    at TEXT NOT NULL CHECK (at <> '')
) STRICT""",
    """CREATE TABLE disclosure (
    application_id INTEGER PRIMARY KEY REFERENCES application (id),
    disclosed_at TEXT NOT NULL CHECK (disclosed_at <> ''),
    disclosed_by TEXT NOT NULL
) STRICT""",
    """CREATE TABLE score_change (
    id INTEGER PRIMARY KEY,
    sheet_id INTEGER NOT NULL REFERENCES sheet (id),
    indicator TEXT NOT NULL,
    before INTEGER NOT NULL,
    after INTEGER NOT NULL CHECK (after <> before),
    code TEXT NOT NULL CHECK (code IN ('01', '02', '03', '04', '05', '06', '07', '08')),
    explanation TEXT NOT NULL CHECK (explanation <> ''),
    changed_by TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    reviewer_confirmed_at TEXT NOT NULL,
    leader_confirmed_at TEXT NOT NULL,
    leader TEXT NOT NULL,
    taken_back_by TEXT NOT NULL DEFAULT '',
    taken_back_at TEXT NOT NULL DEFAULT '',
    taken_back_why TEXT NOT NULL DEFAULT '',
    CHECK ((leader = '') = (leader_confirmed_at = '')),
    CHECK ((taken_back_by = '') = (taken_back_at = '')),
    CHECK ((taken_back_by = '') = (taken_back_why = '')),
    CHECK (taken_back_at = '' OR reviewer_confirmed_at = '' OR leader_confirmed_at = '')
) STRICT""",
    """CREATE TABLE change_note (
    change_id INTEGER PRIMARY KEY REFERENCES score_change (id),
    text TEXT NOT NULL CHECK (text <> ''),
    supervisor TEXT NOT NULL CHECK (supervisor <> ''),
    noted_at TEXT NOT NULL
) STRICT""",
    """CREATE TABLE half_written (
    deed TEXT NOT NULL,
    application TEXT NOT NULL,
    reviewer TEXT NOT NULL,
    text TEXT NOT NULL CHECK (text <> ''),
    PRIMARY KEY (deed, application, reviewer)
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE opinion (
    application_id INTEGER PRIMARY KEY REFERENCES application (id),
    text TEXT NOT NULL CHECK (text <> ''),
    recommendation TEXT NOT NULL CHECK (recommendation IN ('', 'recommended', 'revised',
        'not_recommended')),
    tier TEXT NOT NULL,
    edited_by TEXT NOT NULL,
    locked INTEGER NOT NULL CHECK (locked IN (0, 1))
) STRICT""",
    """CREATE TABLE panel_vote (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('leader', 'recommendation', 'tie', 'time', 'other')),
    application_id INTEGER REFERENCES application (id),
    question TEXT NOT NULL CHECK (question <> ''),
    present INTEGER NOT NULL CHECK (present >= 1),
    yes INTEGER NOT NULL CHECK (yes >= 0),
    no INTEGER NOT NULL CHECK (no >= 0),
    abstained INTEGER NOT NULL CHECK (abstained >= 0),
    carried INTEGER NOT NULL CHECK (carried IN (0, 1)),
    held_at TEXT NOT NULL,
    CHECK (yes + no + abstained = present)
) STRICT""",
    """CREATE TABLE dissent (
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES person (id),
    application_id INTEGER REFERENCES application (id),
    text TEXT NOT NULL CHECK (text <> ''),
    stated_at TEXT NOT NULL
) STRICT""",
    """CREATE TABLE gate_override (
    line TEXT PRIMARY KEY,
    names TEXT NOT NULL CHECK (names <> '[]'),
    reason TEXT NOT NULL CHECK (reason <> ''),
    signer TEXT NOT NULL CHECK (signer <> ''),
    signed_at TEXT NOT NULL
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE result_snapshot (
    version INTEGER PRIMARY KEY CHECK (version >= 1),
    document TEXT NOT NULL,
    digest TEXT NOT NULL CHECK (length(digest) = 64),
    sequence INTEGER NOT NULL,
    head TEXT NOT NULL CHECK (length(head) = 64),
    closed_by TEXT NOT NULL,
    closed_at TEXT NOT NULL
) STRICT""",
    """CREATE TRIGGER snapshot_never_changes BEFORE UPDATE ON result_snapshot
BEGIN SELECT RAISE(ABORT, 'an earlier result stays'); END""",
    """CREATE TRIGGER snapshot_never_shrinks BEFORE DELETE ON result_snapshot
BEGIN SELECT RAISE(ABORT, 'an earlier result stays'); END""",
    """CREATE TABLE issued_paper (
    id INTEGER PRIMARY KEY,
    document TEXT NOT NULL CHECK (document GLOB '[0-9][0-9]'),
    version INTEGER NOT NULL REFERENCES result_snapshot (version),
    code TEXT NOT NULL UNIQUE CHECK (code <> ''),
    digest TEXT NOT NULL CHECK (length(digest) = 64),
    issued_at TEXT NOT NULL CHECK (issued_at <> '')
) STRICT""",
    """CREATE TRIGGER issued_paper_stays BEFORE UPDATE ON issued_paper
BEGIN SELECT RAISE(ABORT, 'a paper that was issued stays'); END""",
    """CREATE TABLE signature (
    paper_id INTEGER NOT NULL REFERENCES issued_paper (id),
    person_id INTEGER NOT NULL REFERENCES person (id),
    way TEXT NOT NULL CHECK (way IN ('paper', 'pin')),
    signed_at TEXT NOT NULL CHECK (signed_at <> ''),
    recorded_by TEXT NOT NULL,
    PRIMARY KEY (paper_id, person_id)
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE scan (
    id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    document TEXT NOT NULL CHECK (document GLOB '[0-9][0-9]' OR document = 'decision'),
    code TEXT NOT NULL,
    title TEXT NOT NULL,
    file_name TEXT NOT NULL CHECK (file_name <> ''),
    digest TEXT NOT NULL CHECK (length(digest) = 64),
    size INTEGER NOT NULL CHECK (size >= 1),
    pages INTEGER CHECK (pages >= 1),
    added_by TEXT NOT NULL,
    added_at TEXT NOT NULL CHECK (added_at <> ''),
    CHECK ((document = 'decision') = (code = ''))
) STRICT""",
    """CREATE TABLE reconvening (
    version INTEGER PRIMARY KEY REFERENCES result_snapshot (version),
    decision TEXT NOT NULL CHECK (decision <> ''),
    reason TEXT NOT NULL CHECK (reason <> ''),
    bureau_leader TEXT NOT NULL CHECK (bureau_leader <> ''),
    supervisor TEXT NOT NULL CHECK (supervisor <> '' AND supervisor <> bureau_leader),
    reopened_at TEXT NOT NULL
) STRICT""",
    """CREATE TABLE evening_lock (
    day TEXT PRIMARY KEY REFERENCES session_day (day),
    sequence INTEGER NOT NULL CHECK (sequence >= 1),
    head TEXT NOT NULL CHECK (length(head) = 64),
    locked_by TEXT NOT NULL,
    locked_at TEXT NOT NULL,
    checked_by TEXT NOT NULL,
    checked_at TEXT NOT NULL,
    note TEXT NOT NULL
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE pin_seal (
    person_id INTEGER PRIMARY KEY REFERENCES person (id),
    digest TEXT NOT NULL CHECK (length(digest) = 64)
) STRICT""",
    """CREATE TABLE pin (
    person_id INTEGER PRIMARY KEY REFERENCES person (id),
    hash TEXT NOT NULL CHECK (hash GLOB '$argon2id$*'),
    failures INTEGER NOT NULL CHECK (failures >= 0),
    failed_at TEXT NOT NULL
) STRICT""",
)

SESSION_KEYS: dict[str, tuple[str, ...]] = {
    "session": ("id",),
    "session_day": ("day",),
    "rehearsal": ("id",),
    "attendance": ("id",),
    "guest": ("id",),
    "leave": ("id",),
    "recess": ("id",),
    "statement": ("person_id", "kind"),
    "expert": ("number",),
    "draw": ("attempt",),
    "draw_pick": ("attempt", "place"),
    "agenda_item": ("id",),
    "timer_event": ("id",),
    "disclosure": ("application_id",),
    "score_change": ("id",),
    "change_note": ("change_id",),
    "opinion": ("application_id",),
    "panel_vote": ("id",),
    "dissent": ("id",),
    "gate_override": ("line",),
    "issued_paper": ("id",),
    "signature": ("paper_id", "person_id"),
    "scan": ("id",),
    "result_snapshot": ("version",),
    "reconvening": ("version",),
    "evening_lock": ("day",),
    "pin_seal": ("person_id",),
}
