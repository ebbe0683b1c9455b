"""The checks of the overview, the dates of a batch and its parts, in words."""

from datetime import date

from reviewer_app.domain.batch_setup import Deadline
from reviewer_app.domain.gate import Check, CheckKey, CheckState, DueDate, Nearness, Phase
from reviewer_app.i18n import N_, Translator

_PHASES = {
    Phase.SET_UP: N_("Set-up"),
    Phase.INTAKE: N_("Applications and checks"),
    Phase.PANEL: N_("Panel and recusals"),
    Phase.SCORING: N_("Scoring"),
    Phase.RESULTS: N_("Results and papers"),
}

_STATES = {
    CheckState.DONE: N_("done"),
    CheckState.TO_DO: N_("to do"),
    CheckState.ATTENTION: N_("look at"),
    CheckState.NOT_YET: N_("later"),
}

_TITLES = {
    CheckKey.BUREAU: N_("Bureau on the papers"),
    CheckKey.SCHEME: N_("Scheme confirmed"),
    CheckKey.QUESTIONS: N_("Open questions"),
    CheckKey.APPLICATIONS: N_("Applications imported"),
    CheckKey.FORMAL: N_("Formal check"),
    CheckKey.FORMAL_FAILED: N_("Failed applications"),
    CheckKey.SUPPLEMENTS: N_("Supplements"),
    CheckKey.INPUTS: N_("Missing data"),
    CheckKey.METRICS: N_("Data verified by a second person"),
    CheckKey.CREDIT: N_("Credit checks"),
    CheckKey.REVIEWERS: N_("Reviewers imported"),
    CheckKey.LEADER: N_("Panel leader"),
    CheckKey.HINTS: N_("Hints of a conflict"),
    CheckKey.RECUSALS: N_("Grounds of recusals"),
    CheckKey.SHEETS: N_("Score sheets"),
    CheckKey.PAPER: N_("Paper sheets typed twice"),
    CheckKey.OUTLIERS: N_("Scores far from the others"),
    CheckKey.TIES: N_("Shared ranks"),
    CheckKey.VERIFY: N_("Verify"),
    CheckKey.REPORTS: N_("Ranking table printed"),
}

_DEEDS = {
    CheckKey.BUREAU: N_("Name the bureau"),
    CheckKey.SCHEME: N_("Confirm the scheme"),
    CheckKey.QUESTIONS: N_("Answer the questions"),
    CheckKey.APPLICATIONS: N_("Import applications"),
    CheckKey.FORMAL: N_("Do the formal check"),
    CheckKey.FORMAL_FAILED: N_("Decide on them"),
    CheckKey.SUPPLEMENTS: N_("Follow up supplements"),
    CheckKey.INPUTS: N_("Complete the data"),
    CheckKey.METRICS: N_("Verify the data"),
    CheckKey.CREDIT: N_("Check credit"),
    CheckKey.REVIEWERS: N_("Import reviewers"),
    CheckKey.LEADER: N_("Name the leader"),
    CheckKey.HINTS: N_("Handle the hints"),
    CheckKey.RECUSALS: N_("Note the grounds"),
    CheckKey.SHEETS: N_("See the sheets"),
    CheckKey.PAPER: N_("Type the second entry"),
    CheckKey.OUTLIERS: N_("See the scores"),
    CheckKey.TIES: N_("See the ranks"),
    CheckKey.VERIFY: N_("Verify now"),
    CheckKey.REPORTS: N_("Print the ranking"),
}

_DONE = {
    CheckKey.BUREAU: N_("The bureau that stands on the papers is named."),
    CheckKey.SCHEME: N_("The scheme in force was confirmed."),
    CheckKey.QUESTIONS: N_("Every question has its answer."),
    CheckKey.FORMAL: N_("Every application is checked line by line."),
    CheckKey.FORMAL_FAILED: N_("No application that failed is still in the review."),
    CheckKey.SUPPLEMENTS: N_("No supplement is outstanding."),
    CheckKey.INPUTS: N_("Every computed score has its data."),
    CheckKey.METRICS: N_("A second person confirmed every figure."),
    CheckKey.CREDIT: N_("Every applicant was checked, and not too long ago."),
    CheckKey.LEADER: N_("The panel has its leader."),
    CheckKey.HINTS: N_("No hint waits for a decision."),
    CheckKey.RECUSALS: N_("Every recusal has its ground."),
    CheckKey.SHEETS: N_("Every sheet is in."),
    CheckKey.PAPER: N_("No paper sheet waits for its second entry."),
    CheckKey.OUTLIERS: N_("No unusual score stands without a statement."),
    CheckKey.TIES: N_("No rank is shared."),
    CheckKey.VERIFY: N_("The data are what the journal says."),
    CheckKey.REPORTS: N_("The printed ranking is the one of now."),
}

_OPEN = {
    CheckKey.QUESTIONS: (
        N_("{count} question of {total} is open."),
        N_("{count} questions of {total} are open."),
    ),
    CheckKey.FORMAL: (
        N_("{count} application of {total} is not checked to the end."),
        N_("{count} applications of {total} are not checked to the end."),
    ),
    CheckKey.FORMAL_FAILED: (
        N_("{count} application failed a check and is still in the review."),
        N_("{count} applications failed a check and are still in the review."),
    ),
    CheckKey.SUPPLEMENTS: (
        N_("{count} application waits for a supplement."),
        N_("{count} applications wait for a supplement."),
    ),
    CheckKey.INPUTS: (
        N_("{count} application of {total} lacks data for a computed score."),
        N_("{count} applications of {total} lack data for a computed score."),
    ),
    CheckKey.METRICS: (
        N_("{count} figure of {total} waits for a second person."),
        N_("{count} figures of {total} wait for a second person."),
    ),
    CheckKey.CREDIT: (
        N_("{count} application of {total} has no credit check, or an old one."),
        N_("{count} applications of {total} have no credit check, or an old one."),
    ),
    CheckKey.REVIEWERS: (
        N_("{count} reviewer is missing for the quorum."),
        N_("{count} reviewers are missing for the quorum."),
    ),
    CheckKey.LEADER: (
        N_("{count} person is marked as leader of the panel."),
        N_("{count} people are marked as leader of the panel; one should be."),
    ),
    CheckKey.HINTS: (
        N_("{count} hint of a conflict waits for a decision."),
        N_("{count} hints of a conflict wait for a decision."),
    ),
    CheckKey.RECUSALS: (
        N_("{count} recusal has no ground of the list."),
        N_("{count} recusals have no ground of the list."),
    ),
    CheckKey.SHEETS: (
        N_("{count} sheet of {total} is not in."),
        N_("{count} sheets of {total} are not in."),
    ),
    CheckKey.PAPER: (
        N_("{count} paper sheet waits for its second entry."),
        N_("{count} paper sheets wait for their second entry."),
    ),
    CheckKey.OUTLIERS: (
        N_("{count} sheet lies far from the others and has no statement."),
        N_("{count} sheets lie far from the others and have no statement."),
    ),
    CheckKey.TIES: (
        N_("{count} application shares its rank; a vote of the panel can decide."),
        N_("{count} applications share their rank; a vote of the panel can decide."),
    ),
}

_PLAIN_OPEN = {
    CheckKey.BUREAU: N_("No paper says which bureau it is of."),
    CheckKey.SCHEME: N_("The weights are a default. The bureau confirms or replaces them."),
    CheckKey.APPLICATIONS: N_("Nothing is here yet. Import a workbook of applications."),
    CheckKey.VERIFY: N_("Compare the data with the journal before anything is signed."),
    CheckKey.REPORTS: N_("The ranking table was not written yet."),
}

_STALE = {
    CheckKey.SCHEME: N_("Scores were given on a scheme that nobody confirmed."),
    CheckKey.VERIFY: N_("Something was changed after the last verify."),
    CheckKey.REPORTS: N_("Something was changed after the ranking was printed."),
}

_DEADLINES = {
    Deadline.INTAKE: N_("Applications close"),
    Deadline.SUPPLEMENT: N_("Supplements close"),
    Deadline.CHECKS: N_("Checks done"),
    Deadline.MEETING: N_("Panel meeting"),
    Deadline.SCORING: N_("Scoring ends"),
    Deadline.PUBLICITY: N_("Publicity ends"),
}

_WEEKDAYS = (
    N_("Monday"),
    N_("Tuesday"),
    N_("Wednesday"),
    N_("Thursday"),
    N_("Friday"),
    N_("Saturday"),
    N_("Sunday"),
)


def phase_name(phase: Phase, _: Translator) -> str:
    """Name a part of the review."""
    return _(_PHASES[phase])


def state_name(state: CheckState, _: Translator) -> str:
    """Name how a check stands."""
    return _(_STATES[state])


def check_title(key: CheckKey, _: Translator) -> str:
    """Name a check."""
    return _(_TITLES[key])


def deed_of(key: CheckKey, _: Translator) -> str:
    """Name what turns a check green."""
    return _(_DEEDS[key])


def check_sentence(check: Check, _: Translator) -> str:
    """Say what is open, or that nothing is."""
    match check.state:
        case CheckState.NOT_YET:
            return _("Its turn comes later.")
        case CheckState.DONE:
            return _done(check, _)
        case CheckState.ATTENTION if check.key in _STALE:
            return _(_STALE[check.key])
        case _ if check.key in _PLAIN_OPEN:
            return _(_PLAIN_OPEN[check.key])
        case _:
            one, many = _OPEN[check.key]
            text = _(one if check.count == 1 else many)
            return text.format(count=check.count, total=check.total)


def _done(check: Check, _: Translator) -> str:
    if check.key is CheckKey.APPLICATIONS:
        text = _.plural(
            "{count} application is in the review.",
            "{count} applications are in the review.",
            check.total,
        )
        return text.format(count=check.total)
    if check.key is CheckKey.REVIEWERS:
        text = _.plural(
            "{count} reviewer is on the panel.",
            "{count} reviewers are on the panel.",
            check.total,
        )
        return text.format(count=check.total)
    return _(_DONE[check.key])


def deadline_name(deadline: Deadline, _: Translator) -> str:
    """Name a date of the batch."""
    return _(_DEADLINES[deadline])


def date_words(on: date, _: Translator) -> str:
    """Write a date as papers do: 2026年11月4日."""
    text = _("{year}-{month:02}-{day:02}")
    return text.format(year=on.year, month=on.month, day=on.day)


def due_sentence(due: DueDate, _: Translator) -> str:
    """Say when a date is and how far away."""
    return _("{date} ({weekday}) · {left}").format(
        date=date_words(due.on, _),
        weekday=_(_WEEKDAYS[due.on.weekday()]),
        left=_left(due, _),
    )


def _left(due: DueDate, _: Translator) -> str:
    match due.nearness:
        case Nearness.PAST:
            return _.plural("{days} day ago", "{days} days ago", -due.days).format(days=-due.days)
        case Nearness.TODAY:
            return _("today")
        case Nearness.NEAR | Nearness.LATER:
            return _.plural("in {days} day", "in {days} days", due.days).format(days=due.days)
