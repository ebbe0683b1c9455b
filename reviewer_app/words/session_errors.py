"""Refusals of the meeting as sentences."""

from reviewer_app.domain import session_errors as s
from reviewer_app.domain.closing import ClosingLine
from reviewer_app.domain.errors import ReviewerError
from reviewer_app.domain.opinion_file import Fault, OpinionMoved, WrongOpinionFile
from reviewer_app.domain.rules.rights import View
from reviewer_app.domain.session import Condition, SessionPhase
from reviewer_app.i18n import N_, Translator
from reviewer_app.words.closing import closing_line_name
from reviewer_app.words.deeds import deed_name, view_name
from reviewer_app.words.session import condition_name, phase_name

PLAIN: dict[type[ReviewerError], str] = {
    s.LockedOvernight: N_(
        "The batch was locked in the evening of {day}. The morning check comes first; it compares"
        " the digest on the sealed paper."
    ),
    s.NoSession: N_("This batch has no session yet. Set one up first."),
    s.SessionStands: N_("The session was set up already; its days can be planned anew."),
    s.NoDays: N_("A session needs its days: each named once, ending after it begins."),
    s.NoTimeAtAll: N_("Report, questions and scoring need at least one minute together."),
    s.NotASessionDay: N_("{day} is no day of this session. Plan its days first."),
    s.NotARehearsal: N_("This is a real batch: scores are invented in a rehearsal only."),
    s.TimeAhead: N_("{at} has not come yet. Type a time that is past."),
    s.TimesCross: N_(
        "{name} would leave before the arrival, or be in the room twice at a time. Look at both"
        " times."
    ),
    s.GuestUnclear: N_("A guest needs a name, and a presenter the application presented."),
    s.SeedMissing: N_("A draw needs the seed, and the supervisor who said it aloud."),
    s.NobodyToDraw: N_(
        "Nobody can be drawn like this: ask for at least one seat of a speciality that has"
        " experts who are not shut out."
    ),
    s.NobodyToSeat: N_("Nobody of this draw has said to come who does not sit already."),
    s.SitsAlready: N_(
        "This expert sits on the panel as {number}. Undo the seating first, or let the reviewer"
        " drop out."
    ),
    s.StillOnPanel: N_(
        "{numbers} would leave the panel, but were there, stated something or have sheets. Take"
        " them out in the place of reviewers first."
    ),
    s.NothingToPrint: N_("Choose at least one paper that may be printed now."),
    s.LotsWrong: N_(
        "The lots must be the applications in the review, each once. Look at: {numbers}."
    ),
    s.OutOfRoom: N_(
        "Reviewer {reviewer} is out of the room for application {application} and gives it no"
        " score. Note the return first."
    ),
    s.NotCounted: N_(
        "The sheet of reviewer {reviewer} for application {application} is not submitted; there is"
        " no score to be changed under the log."
    ),
    s.ChangeStands: N_(
        "The change of {indicator} by reviewer {reviewer} cannot be taken back: it is confirmed, or"
        " a later one of the same score comes first."
    ),
    s.NoSuchChange: N_("This change is not in the log."),
    s.WasPresent: N_(
        "Reviewer {reviewer} was in the room for application {application}; after disclosure only"
        " the sheet of a member who was out is set aside."
    ),
    s.OnlyErrors: N_(
        "In one round only errors are mended after disclosure. Choose the reason that names the"
        " error."
    ),
    s.TooManyBallots: N_(
        "{found} ballots were counted; between {least} and {most} members can have voted."
    ),
    s.NotDisclosed: N_("The sheets of application {application} do not lie open yet."),
    OpinionMoved: N_(
        "The opinion of {application} was changed meanwhile. Choose the file again and look at what"
        " differs."
    ),
    s.KeptAway: N_(
        "You are recused from application {application}; its sheets are not for you, now as before."
    ),
    s.NothingOpen: N_("Nothing is open on this line of the closing gate."),
    s.NotIssued: N_("Document {document} was not issued for signature yet. Issue it first."),
    s.NotAScan: N_(
        "{name} is no PDF, JPEG or PNG that can be opened, or larger than {most} MB. Scan the"
        " paper again and choose that file."
    ),
    s.SignedAlready: N_("{name} has signed this document."),
    s.HeadMistyped: N_(
        "This is not the digest on the paper of the evening. Type its first twelve signs again."
    ),
    s.NightChanged: N_(
        "The batch stood at entry {evening} in the evening and stands at {morning} now: something"
        " was written overnight. Only the supervisor opens it, with a note."
    ),
}

_FAULTS = {
    Fault.NO_WORD: N_("This is no Word document (.docx). Choose the file that was written out."),
    Fault.MACROS: N_("The document contains macros and is not read. Save it without them."),
    Fault.NO_CODE: N_(
        "The code of the file is missing, so nobody can say of which application it is. Write the"
        " opinion out again and edit that file."
    ),
    Fault.TWO_CODES: N_("The file holds the codes of several opinions. Take in one at a time."),
    Fault.OTHER_BATCH: N_("The file belongs to another batch (code {found})."),
    Fault.HEADINGS: N_(
        "The headings must stand once each and in order. Look at: {found}. Put them back as they"
        " were."
    ),
    Fault.RECOMMENDATION: N_(
        "“{found}” is no recommendation. Write one of the words that the file names beneath it."
    ),
    Fault.NO_TEXT: N_("There is no text under the first heading; nothing would be left to sign."),
}


def _waited_for(error: s.StepNotReady, _: Translator) -> str:
    """Join who or what is waited for; lines of the gate by their words."""
    names = error.names
    if error.condition == Condition.GATE:
        names = tuple(closing_line_name(ClosingLine(name), _) for name in names)
    return _(", ").join(names)


def session_sentence(error: ReviewerError, _: Translator) -> str | None:
    """Say a refusal of the meeting; None for errors of other rooms."""
    match error:
        case s.NotNow():
            is_view = error.deed in set(View)
            deed = view_name(View(error.deed), _) if is_view else deed_name(error.deed, _)
            text = _("{deed}: not in the phase “{phase}” of the session.")
            return text.format(deed=deed, phase=phase_name(SessionPhase(error.phase), _))
        case WrongOpinionFile():
            return _(_FAULTS[error.fault]).format(found=error.found)
        case s.StaysOnRecord():
            text = _("“{deed}” stays on the record and is not undone. Correct it by a new deed.")
            return text.format(deed=deed_name(error.verb, _))
        case s.StepNotReady():
            text = _("The session cannot go on yet: {condition} {names}")
            condition = condition_name(error.condition, _)
            return text.format(condition=condition, names=_waited_for(error, _)).strip()
        case _:
            return None
