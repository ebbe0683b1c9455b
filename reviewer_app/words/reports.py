"""Words of the reports: states, notes and statements, and why one was not written."""

from collections.abc import Sequence

from reviewer_app.domain import report_errors as e
from reviewer_app.domain.document import PageWords
from reviewer_app.domain.errors import ReviewerError
from reviewer_app.domain.results import ApplicationResult, Applied, Dropped, Tie
from reviewer_app.domain.scheme import Scheme
from reviewer_app.domain.sheet import SheetState
from reviewer_app.domain.verification import FindingKind
from reviewer_app.i18n import N_, Translator
from reviewer_app.words.results import listed, sheet_state_name, tie_step_name
from reviewer_app.words.system import system_reason

DASH = "—"

_DROPPED = {Dropped.HIGH: N_("high"), Dropped.LOW: N_("low"), Dropped.NO: ""}
"""Shorter than in `words.results`: they stand beside a number."""

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
    FindingKind.RESULT_DIGEST: N_("settled results differ from their digest"),
    FindingKind.PIN_ALTERED: N_("a PIN was put there past the program"),
}


def finding_word(kind: FindingKind, _: Translator) -> str:
    """Name what verify found."""
    return _(_FINDINGS[kind])


def page_words(_: Translator, *, is_rehearsal: bool = False) -> PageWords:
    """Give the words that stand on every page."""
    return PageWords(
        page=_("Page {page} of {pages}"),
        continued=_("(continued)"),
        missing=_("To be written in by hand ({characters}): ____________________"),
        mark=_("Rehearsal, counts for nothing") if is_rehearsal else "",
    )


def without_check(_: Translator) -> str:
    """Say why the ranking workbook has no check sheet."""
    return _(
        "This workbook has no check sheet: the weights of this scheme are so fine that a"
        " spreadsheet cannot count with them exactly. The results here are exact; report 24"
        " holds the recomputation."
    )


def fonts_note(replaced: Sequence[tuple[str, str]], _: Translator) -> str:
    """Say which office fonts are not installed here and what stands for them; else empty."""
    if not replaced:
        return ""
    pairs = listed((f"{office} → {other}" for office, other in replaced), _)
    return _("Office fonts not installed here: {fonts}").format(fonts=pairs)


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
    step = tie_step_name(tie.decided_by, scheme, _)
    return _("same score, placed by {step}").format(step=step)


def sheet_state_on_paper(state: SheetState, _: Translator) -> str:
    """Name the state of a sheet; on paper nobody asks how far an open one has come."""
    if state is SheetState.DRAFT:
        return _("not submitted")
    return sheet_state_name(state, _)


_SENTENCES: dict[type[ReviewerError], str] = {
    e.UnknownReport: N_("There is no report {key}. Known are: {known}."),
    e.NotInThisVersion: N_("Report {number} {key} is not in this version. Now made are: {made}."),
    e.NoPublicEdition: N_(
        "Report {number} {key} shows reviewers and their single scores, so it has no public"
        " edition. Make the internal one, or the public ranking (11)."
    ),
    e.NoSuchFormat: N_("Report {key} is not made as {asked}. Choose one of: {formats}."),
    e.NotByApplication: N_(
        "Report {key} is one paper for the whole batch. For one application there are: {known}."
    ),
    e.NotVerified: N_(
        "The consistency report needs the outcome of verify. Run verify first, then this report."
    ),
    e.BadCode: N_(
        "“{found}” is no code of a document. It stands at the foot of each page, like"
        " 11-ranking · 120 · 0a1b2c3d4e5f."
    ),
    e.UnknownCode: N_(
        "This batch never gave a document {key} at entry {sequence} with the digest {digest}."
        " Compare it with the page once more; if it is the same, the page is not of this batch,"
        " or it was altered."
    ),
    e.MissingGlyphs: N_(
        "No embedded font has these characters, so the report was not written: {glyphs}."
        " Correct them, or ask for a box with room to write them in by hand: --allow-missing."
    ),
    e.UnknownText: N_("The papers have no text named {name}. Nothing was changed."),
    e.UnknownPlaces: N_(
        "The text {name} cannot fill {places}. Its places are: {known}. Nothing was changed."
    ),
    e.ReviewerRecognisable: N_(
        "A released comment on application {application} lets a reviewer be recognised ({found}):"
        " “{text}”. Have it worded otherwise, or do not release the comments; the letters were"
        " not written."
    ),
    e.ReportDiffers: N_(
        "{path} did not read back as meant and was removed: expected {expected}, found {found}."
        " Write it again; if this stays so, keep the workspace file and report it."
    ),
    e.ReportNotWritten: N_(
        "{path} could not be written ({cause}). An older file of this name is still whole."
        " Make room or choose another folder."
    ),
    e.WritingEnded: N_(
        "The process that was writing {path} was ended from outside, for example for want of"
        " memory. Every document written so far is whole. Close other programs and write the"
        " rest again."
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
    facts = {name: system_reason(str(value), _) for name, value in vars(error).items()}
    match error:
        case e.MissingGlyphs():
            between = _("; ")
            facts["glyphs"] = between.join(
                _("{code} in “{where}”").format(code=glyph.code, where=glyph.where)
                for glyph in error.glyphs
            )
        case e.ReviewerRecognisable():
            facts["found"] = ", ".join(error.found)
        case e.UnknownPlaces():
            facts["places"] = listed((f"{{{place}}}" for place in error.places), _)
            facts["known"] = listed((f"{{{place}}}" for place in error.known), _) or DASH
        case e.NotInThisVersion():
            facts["made"] = ", ".join(error.made)
        case e.NoSuchFormat():
            facts["formats"] = ", ".join(error.formats)
        case e.UnknownReport() | e.NotByApplication():
            facts["known"] = ", ".join(error.known)
        case _:
            pass
    return facts
