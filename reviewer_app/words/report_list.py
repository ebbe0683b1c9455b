"""The documents of a review by name, and the parts of the review they belong to."""

from reviewer_app.domain.report_list import ReportPhase
from reviewer_app.i18n import N_, Translator

_PHASES = {
    ReportPhase.BEFORE: N_("Before the meeting"),
    ReportPhase.SCORING: N_("Scoring"),
    ReportPhase.RESULT: N_("Result and publicity"),
    ReportPhase.MONEY: N_("Support and stages"),
    ReportPhase.KEEPING: N_("Proof and archive"),
}

_NAMES = {
    "attendance": N_("Attendance"),
    "pledge": N_("Pledges of reviewers"),
    "recusals": N_("Register of recusals"),
    "draw": N_("Record of the draw"),
    "formal-check": N_("Formal checks"),
    "credit-check": N_("Credit checks of applicants"),
    "objective-scores": N_("Objective scores, verified"),
    "agenda": N_("Order of defences"),
    "score-sheets": N_("Score sheets of reviewers"),
    "composite": N_("Composite scores"),
    "ranking": N_("Ranking table"),
    "outlier-review": N_("Unusual scores, reviewed"),
    "score-changes": N_("Changes of scores"),
    "opinions": N_("Opinions of the panel"),
    "minutes": N_("Minutes of the meeting"),
    "work-report": N_("Report on the review"),
    "publicity": N_("Public notice"),
    "objections": N_("Objections and decisions"),
    "funding": N_("Amounts by stage"),
    "task-book": N_("Targets of the task book"),
    "stage-review": N_("Assessment of a stage"),
    "fees": N_("Fees of reviewers"),
    "archive-list": N_("List of the archive"),
    "consistency": N_("Check of consistency"),
    "supplement-notice": N_("Notices to supplement"),
    "refusal-notice": N_("Notices of refusal"),
    "data-confirmation": N_("Data to confirm or object to"),
    "result-notice": N_("Notices of the result"),
    "rank-explanation": N_("Why each rank is what it is"),
    "feedback": N_("Letters of feedback"),
    "closing-sheet": N_("Sealing sheet of evening and close"),
    "rubric": N_("Scoring standard"),
    "blank-sheets": N_("Blank score sheets"),
    "tally": N_("Tally sheet for results by hand"),
    "emergency": N_("Emergency forms for work by hand"),
}

_FORMATS = {"pdf": N_("PDF"), "xlsx": N_("Excel"), "docx": N_("Word")}


def report_phase_name(phase: ReportPhase, _: Translator) -> str:
    """Name a part of the review."""
    return _(_PHASES[phase])


def report_name(key: str, _: Translator) -> str:
    """Name a document; one without a name keeps its key."""
    return _(_NAMES[key]) if key in _NAMES else key


def format_name(extension: str, _: Translator) -> str:
    """Name a format as office people do."""
    return _(_FORMATS[extension]) if extension in _FORMATS else extension


def scan_title(code: str, _: Translator) -> str:
    """Name a signed scan by the code of its paper, that of the decision to reconvene without."""
    if not code:
        return _("Decision to reconvene, signed scan")
    return _("Signed scan of {code}").format(code=code)
