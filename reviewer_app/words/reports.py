"""Words of the reports: states, notes and statements, and why one was not written."""

from reviewer_app.domain import report_errors as e
from reviewer_app.domain.document import PageWords
from reviewer_app.domain.errors import ReviewerError
from reviewer_app.domain.results import (
    ApplicationResult,
    Applied,
    Dropped,
    ResultState,
    Tie,
)
from reviewer_app.domain.scheme import (
    TIE_MEDIAN,
    TIE_REQUESTED,
    TIE_UNTRIMMED_MEAN,
    TIE_VOTE,
    Scheme,
)
from reviewer_app.domain.sheet import SheetState
from reviewer_app.domain.verification import FindingKind
from reviewer_app.i18n import N_, Translator

DASH = "—"

SHEET_STATES: dict[SheetState, str] = {
    SheetState.PENDING: N_("not begun"),
    SheetState.DRAFT: N_("not submitted"),
    SheetState.SUBMITTED: N_("submitted"),
    SheetState.LOCKED: N_("locked"),
    SheetState.RECUSED: N_("recused"),
    SheetState.ABSTAINED: N_("abstained"),
    SheetState.ABSENT: N_("absent"),
}

RESULT_STATES: dict[ResultState, str] = {
    ResultState.RANKED: N_("ranked"),
    ResultState.BELOW_QUORUM: N_("too few valid sheets"),
    ResultState.PENDING: N_("review not finished"),
    ResultState.WITHDRAWN: N_("withdrawn"),
    ResultState.INELIGIBLE: N_("not eligible"),
}

APPLIED: dict[str, str] = {
    Applied.TRIMMED_MEAN: N_("mean without highest and lowest"),
    Applied.MEAN: N_("mean of all"),
    Applied.MEDIAN: N_("median of all"),
    Applied.OBJECTIVE: N_("computed, no sheets"),
}

_TIE_STEPS = {
    TIE_UNTRIMMED_MEAN: N_("the mean of all sheets"),
    TIE_MEDIAN: N_("the median"),
    TIE_REQUESTED: N_("the smaller requested amount"),
    TIE_VOTE: N_("the panel's vote"),
}

_DROPPED = {Dropped.HIGH: N_("cut high"), Dropped.LOW: N_("cut low"), Dropped.NO: ""}


_FINDINGS: dict[FindingKind, str] = {
    FindingKind.UNREADABLE: N_("cannot be read"),
    FindingKind.STRUCTURE: N_("damaged file structure"),
    FindingKind.SCHEMA: N_("changed tables or triggers"),
    FindingKind.FOREIGN_KEY: N_("a record refers to nothing"),
    FindingKind.CHAIN: N_("the journal chain is broken"),
    FindingKind.GAP: N_("a journal entry is missing"),
    FindingKind.CHANGE_COUNT: N_("an entry has lost or gained changes"),
    FindingKind.BEFORE_IMAGE: N_("an entry does not follow the one before"),
    FindingKind.ROW_DIFFERS: N_("a record differs from the journal"),
    FindingKind.ROW_UNKNOWN: N_("a record the journal does not know"),
    FindingKind.ROW_LOST: N_("a record of the journal is missing"),
    FindingKind.EXPORT_LOG: N_("the export log differs"),
    FindingKind.ROLLED_BACK: N_("an older state than this PC has seen"),
    FindingKind.FORKED: N_("another history than this PC has seen"),
    FindingKind.COMPUTED: N_("a computed score differs"),
    FindingKind.SCHEME_DIGEST: N_("the scheme differs from its digest"),
}

_RECORDS = {
    "journal": N_("journal entries"),
    "journal_change": N_("changes in the journal"),
    "batch": N_("batches"),
    "scheme_version": N_("scheme versions"),
    "application": N_("applications"),
    "metric": N_("input values"),
    "detail": N_("detail rows"),
    "person": N_("people"),
    "assignment": N_("assignments"),
    "sheet": N_("sheets"),
    "score": N_("scores"),
    "comment": N_("comments"),
    "objective_score": N_("computed scores"),
    "tie_vote": N_("votes"),
}


def finding_word(kind: FindingKind, _: Translator) -> str:
    """Name what verify found."""
    return _(_FINDINGS[kind])


def record_word(table: str, _: Translator) -> str:
    """Name the records of a table; a table without a word keeps its own name."""
    return _(_RECORDS[table]) if table in _RECORDS else table


def page_words(_: Translator) -> PageWords:
    """Give the words that stand on every page."""
    return PageWords(
        page=_("Page {page} of {pages}"),
        continued=_("(continued)"),
        missing=_("To be written in by hand ({characters}): ____________________"),
    )


def dropped_mark(dropped: Dropped, _: Translator) -> str:
    """Give the mark beside a number that trimming left out, empty where it counts."""
    mark = _DROPPED[dropped]
    return _(mark) if mark else ""


def remarks(result: ApplicationResult, scheme: Scheme, _: Translator) -> str:
    """Say what is special about a ranked application: tie, method, pass line."""
    found: list[str] = []
    if result.tie is not None:
        found.append(_tie(result.tie, scheme, _))
    if result.applied == Applied.MEAN and scheme.rules.combine.value != Applied.MEAN:
        found.append(_("mean of all, too few sheets to trim"))
    if result.passes is False:
        found.append(_("below the pass line"))
    return _("; ").join(found)


def _tie(tie: Tie, scheme: Scheme, _: Translator) -> str:
    if tie.decided_by is None:
        return _("shared rank")
    return _("same score, placed by {step}").format(step=tie_step(tie.decided_by, scheme, _))


def tie_step(step: str, scheme: Scheme, _: Translator) -> str:
    """Name a step of the tie chain."""
    if step in _TIE_STEPS:
        return _(_TIE_STEPS[step])
    return next((factor.name for factor in scheme.factors if factor.code == step), step)


_SENTENCES: dict[type[ReviewerError], str] = {
    e.UnknownReport: N_("There is no report {key}. Known are: {known}."),
    e.NotInThisVersion: N_(
        "Report {number} {key} is not in this version. Now made are: 09, 10, 11 and 24."
    ),
    e.NoPublicEdition: N_(
        "Report {number} {key} shows reviewers and their single scores, so it has no public"
        " edition. Make the internal one, or the public ranking (11)."
    ),
    e.NoSuchFormat: N_("Report {key} is not made as {asked}. Choose one of: {formats}."),
    e.NotVerified: N_(
        "The consistency report needs the outcome of verify. Run verify first, then this report."
    ),
    e.MissingGlyphs: N_(
        "No embedded font has these characters, so the report was not written: {glyphs}."
        " Correct them, or ask for a box with room to write them in by hand."
    ),
    e.ReportDiffers: N_(
        "{path} did not read back as meant and was removed: expected {expected}, found {found}."
        " Write it again; if this stays so, keep the workspace file and report it."
    ),
    e.ReportNotWritten: N_(
        "{path} could not be written ({cause}). An older file of this name is still whole."
        " Make room or choose another folder."
    ),
    e.ReportInUse: N_(
        "{path} is held by another program, perhaps open in Excel or WPS. Close it there, or"
        " choose another name."
    ),
}


def sentence(error: ReviewerError, _: Translator) -> str | None:
    """Say what keeps a report from being written; None for errors of others."""
    pattern = _SENTENCES.get(type(error))
    if pattern is None:
        return None
    return _(pattern).format(**_facts(error, _))


def _facts(error: ReviewerError, _: Translator) -> dict[str, str]:
    facts = {name: str(value) for name, value in vars(error).items()}
    match error:
        case e.MissingGlyphs():
            between = _("; ")
            facts["glyphs"] = between.join(
                _("{code} in “{where}”").format(code=glyph.code, where=glyph.where)
                for glyph in error.glyphs
            )
        case e.NoSuchFormat():
            facts["formats"] = ", ".join(error.formats)
        case e.UnknownReport():
            facts["known"] = ", ".join(error.known)
        case _:
            pass
    return facts
