"""Expected failures as sentences: what was found, where, what to do."""

from collections.abc import Sequence

from reviewer_app.domain import check_errors as c
from reviewer_app.domain import errors as e
from reviewer_app.i18n import N_, Translator
from reviewer_app.words.deeds import refusal
from reviewer_app.words.panel import panel_sentence
from reviewer_app.words.pin_errors import PLAIN as PIN_REFUSALS
from reviewer_app.words.result_errors import PLAIN as RESULT_REFUSALS
from reviewer_app.words.session_errors import PLAIN as SESSION_REFUSALS
from reviewer_app.words.session_errors import session_sentence
from reviewer_app.words.system import system_reason

_WHAT = {
    "application": N_("application"),
    "reviewer": N_("reviewer"),
    "indicator": N_("indicator"),
    "entry": N_("journal entry"),
    "detail": N_("detail row"),
    "input": N_("input"),
    "attachment": N_("attachment"),
}

_PLAIN: dict[type[e.ReviewerError], str] = {
    e.FileMissing: N_("{path} was not found. Check the name and the folder."),
    e.FileExists: N_(
        "{path} exists already and was left as it is. Choose another name for the new file."
    ),
    e.WrongEnding: N_("The name of {path} must end in {ending}. Nothing was written."),
    e.NotReadable: N_(
        "{path} may not be read by you. Ask whoever owns the file for the right to read it, or"
        " for a copy."
    ),
    e.NotWritable: N_(
        "The folder {path} takes no files ({reason}). Choose a folder of your own; nothing was"
        " written."
    ),
    e.SheetUnexplained: N_(
        "The sheet of reviewer {reviewer} for application {application} is further from the"
        " suggestion than allowed on {indicators}. Write the reason as a comment there, then"
        " submit."
    ),
    e.ArchiveDiffers: N_(
        "The archive did not agree with itself ({count} findings, the first: {first}) and was"
        " removed. Check the disk and try again."
    ),
    e.NoWindows: N_(
        "No window can be shown here ({what} is missing). Commands work all the same: --help"
        " lists them."
    ),
    e.BadSetting: N_(
        "“{found}” cannot be read. A date is written as 2026-11-24, a number of days in digits."
    ),
    e.NameMissing: N_("A person needs a name; it stands on every paper and in the journal."),
    e.TitleMissing: N_("The batch needs a title; it stands on every report."),
    e.NewerWorkspace: N_(
        "{path} was written by a newer version of this program (format {found}; this version"
        " knows up to {known}). Nothing was changed. Open it with the newer version."
    ),
    e.OlderWorkspace: N_(
        "{path} was written by an older version (format {found}, now {known}) and is only shown."
        " Upgrade it before changing anything; a backup is made first."
    ),
    e.UnsafePlace: N_(
        "{path} lies on a network share or a removable disk ({place}). Work there could lose"
        " scores. Copy the file into a folder on this computer and open the copy; use sticks only"
        " for packets and backups."
    ),
    e.ReadOnlyWorkspace: N_(
        "{path} may only be read: the file or its folder is write-protected. Copy it into a folder"
        " of your own to work on it."
    ),
    e.Damaged: N_(
        "{path} cannot be read as it was written ({detail}). It was left as it is. Run verify, and"
        " go back to the newest backup; never repair it with another program."
    ),
    e.StorageGone: N_(
        "The disk with {path} does not answer ({detail}). Nothing was half written. Reconnect it"
        " and try again."
    ),
    e.OldSqlite: N_(
        "The SQLite library of this system does not serve: found {found}, needed {needed}. Use the"
        " packaged program."
    ),
    e.NotAssigned: N_("Reviewer {reviewer} is not assigned to application {application}."),
    e.ScoreOutOfRange: N_(
        "{found} is no score for {indicator}: it goes from 0 to {maximum} in steps of {step}."
    ),
    e.UnknownScheme: N_(
        "There is no bundled scheme {key}. Known: {known}. A scheme file is named with its ending"
        " .toml or .xlsx."
    ),
    e.ReasonMissing: N_("This needs a reason in words; it becomes part of the record."),
    e.ChangedSince: N_(
        "Entry {sequence} cannot be undone: entry {later} changed the same data later. Undo that"
        " one first."
    ),
    e.BeforeSignIn: N_(
        "Entry {sequence} was made before you signed in, so it is not undone. Correct it by"
        " entering it anew."
    ),
    e.NotYours: N_("Entry {sequence} was made by {actor}; only they can undo it."),
    e.VerifyFailed: N_(
        "{path} did not pass verify ({findings} findings), so nothing official is written"
        " from it. Run verify to see them."
    ),
    e.WorkspaceNotNamed: N_("To check {path}, name the workspace it came from: --workspace W."),
    e.NoCode: N_(
        "{path} carries no document code of this program. The code stands at the foot of every"
        " page."
    ),
    c.SamePerson: N_("The first look was {who}'s own; the second is another person's."),
    c.NoValue: N_("{label} has no value yet, so there is nothing to look at a second time."),
    c.NotAValue: N_("“{found}” is no value of {label}. Nothing was written."),
    c.NotADay: N_("“{found}” is no date. Write it like 2026-03-01."),
    c.NotAnAmount: N_("“{found}” is no amount in 10,000 yuan. Nothing was written."),
    c.ComesFromDetails: N_(
        "{label} is derived from the detail tables. Count rows or strike them off there."
    ),
    c.RemarkMissing: N_("Line {item} did not pass: the remark says why."),
    c.LinesOpen: N_("{count} lines are open. The second look comes when each has a result."),
    c.AttachmentMissing: N_(
        "The file of “{title}” is not at {path} any more. Put the folder of attachments back beside"
        " the workspace."
    ),
    c.AttachmentChanged: N_(
        "The file of “{title}” is not the one that was added: {path} holds other bytes. Put back"
        " the original, or add the new file as an attachment of its own."
    ),
    c.PagesUnreadable: N_("“{title}” cannot be shown page by page. Open it with its program."),
    c.NoProgram: N_("The system has no program that opens {path}."),
    e.NothingChanged: N_("There is nothing to change: it stands like this already."),
    **RESULT_REFUSALS,
    **SESSION_REFUSALS,
    **PIN_REFUSALS,
}

_STATES = {
    "pending": N_("not begun"),
    "draft": N_("in draft"),
    "submitted": N_("submitted"),
    "locked": N_("locked"),
    "recused": N_("recused"),
    "abstained": N_("abstained"),
    "absent": N_("absent"),
}


def state_word(state: str, _: Translator) -> str:
    """Give the word for a sheet state."""
    return _(_STATES[state])


def with_near(text: str, near: Sequence[str], _: Translator) -> str:
    """Add to a sentence what may have been meant."""
    both = _("{sentence} Did you mean: {near}?")
    return both.format(sentence=text, near=", ".join(near))


def _known(value: object, _: Translator) -> object:
    """Give a fact as a person reads it: lists joined, the system's phrases translated."""
    if isinstance(value, tuple):
        return _(", ").join(value)
    return system_reason(value, _) if isinstance(value, str) else value


def sentence(error: e.ReviewerError, _: Translator) -> str | None:
    """Say what happened and what to do; None for errors other modules speak of."""
    plain = _PLAIN.get(type(error))
    if plain is not None:
        facts = {name: _known(value, _) for name, value in vars(error).items()}
        return _(plain).format(**facts)
    if isinstance(error, e.NotAllowed):
        return refusal(error, _)
    return _particular(error, _) or session_sentence(error, _)


def _particular(error: e.ReviewerError, _: Translator) -> str | None:
    match error:
        case e.NotAWorkspace():
            return _not_a_workspace(error, _)
        case e.Held():
            return _held(error, _)
        case e.DiskFull():
            text = _(
                "The disk with {path} is full ({free} MB free). Nothing was half written. Make"
                " room and try again."
            )
            return text.format(path=error.path, free=error.free // 1_000_000)
        case e.UnknownNumber():
            return _unknown(error, _)
        case e.SheetClosed():
            return _closed(error, _)
        case e.SheetIncomplete():
            return _incomplete(error, _)
        case e.PlanHasProblems():
            return _.plural(
                "{count} problem: nothing was imported. Mend the file, or add --skip-bad"
                " COPY.xlsx to import the good rows.",
                "{count} problems: nothing was imported. Mend the file, or add --skip-bad"
                " COPY.xlsx to import the good rows.",
                error.count,
            ).format(count=error.count)
        case _:
            return panel_sentence(error, _)


def _closed(error: e.SheetClosed, _: Translator) -> str:
    return _(
        "The sheet of reviewer {reviewer} for application {application} is {state} and"
        " takes no changes."
    ).format(
        reviewer=error.reviewer,
        application=error.application,
        state=state_word(error.state, _),
    )


def _incomplete(error: e.SheetIncomplete, _: Translator) -> str:
    return _(
        "The sheet of reviewer {reviewer} for application {application} lacks: {missing}."
        " Every row needs a score; a 0 must be typed."
    ).format(
        reviewer=error.reviewer,
        application=error.application,
        missing=", ".join(error.missing),
    )


def _not_a_workspace(error: e.NotAWorkspace, _: Translator) -> str:
    if error.empty:
        text = _("{path} is empty (0 bytes), no workspace. Copy it again from its source.")
    else:
        text = _("{path} is no workspace of this program. Nothing was changed.")
    return text.format(path=error.path)


def _held(error: e.Held, _: Translator) -> str:
    holder = error.holder or _("another program")
    return _(
        "{path} is open elsewhere: {holder}. Close it there and try again; nothing was changed."
    ).format(path=error.path, holder=holder)


def _unknown(error: e.UnknownNumber, _: Translator) -> str:
    text = _("There is no {what} {number} in this workspace.").format(
        what=_(_WHAT[error.what]), number=error.number
    )
    if error.near:
        return with_near(text, error.near, _)
    return text
