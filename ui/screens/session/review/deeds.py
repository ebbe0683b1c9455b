"""What is done about sheets and scores: each deed with its question, through the desk."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from reviewer_app.domain.deliberation import Correction, LoggedChange
from reviewer_app.domain.person import Role
from reviewer_app.domain.points import decimals_of, format_points, from_hundredths
from reviewer_app.queries.deliberation import Deliberation, ReviewRow, changed_total
from reviewer_app.queries.disclosed import DisclosedApplication, OpenSheet, waits_for
from reviewer_app.workflow.answer_change import note_change, take_back_change
from reviewer_app.workflow.deliberate import change_score, confirm_changes, disclose
from reviewer_app.workflow.explain_deviation import explain_deviation
from reviewer_app.workflow.strike_sheet import strike_sheet
from reviewer_app.workspace import Workspace
from ui.desk import Desk
from ui.dialogs.change_score import ChangeScoreDialog, NewScore, ScoreInQuestion
from ui.dialogs.confirm import ConfirmDialog
from ui.dialogs.statement import Asked, StatementDialog
from ui.screens.session.review.keeping import Keeping
from ui.screens.session.review.rows import history_line, per_cent, points

_SHORTEST = 10


@dataclass(frozen=True, slots=True)
class _Statement:
    """A deed that needs a few sentences: its verb, whose, and what is done with them."""

    deed: str
    application: str
    reviewer: str
    do: Callable[[Workspace, str], object]


class Deeds(QObject):
    """Asks and does; the page shows what came of it.

    Signals:
        said: a sentence of what went well.
    """

    said = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.desk = desk
        self.translate = desk.translate
        self._over = parent
        self._kept = Keeping(desk)
        self._statement: _Statement | None = None
        self._numbers: tuple[str, ...] = ()
        self._place = ("", "", "")

    def lay_open(self, rows: Sequence[ReviewRow]) -> None:
        """Ask before the sheets of applications are laid open, then do it."""
        _ = self.translate
        self._numbers = tuple(row.number for row in rows)
        title = _.plural(
            "Lay the sheets of {count} application open?",
            "Lay the sheets of {count} applications open?",
            len(rows),
        ).format(count=len(rows))
        lines = [_("{number} {name}").format(number=row.number, name=row.name) for row in rows]
        lines.append(_("The panel sees every score; submitted sheets are locked."))
        lines.append(_("Scores then change only under the log. This cannot be undone."))
        self._ask(title, lines, _("Lay open"), _("Leave closed")).given.connect(self._lay_open)

    def confirm(self, row: ReviewRow) -> None:
        """Ask before the changes of an application are confirmed, then do it."""
        _ = self.translate
        self._numbers = (row.number,)
        lines = [
            f"{change.reviewer} {change.indicator}: {history_line(change, 2, _)}"
            for change in row.waiting
            if waits_for(change, self.desk.actor)
        ]
        if self.desk.actor.role is Role.SUPERVISOR:
            lines.append(
                _("You confirm in the leader's place: own sheet of the leader, or recused.")
            )
        lines.append(_("With your confirmation you stand behind them. This cannot be undone."))
        title = _("Confirm the changed scores of {number}?").format(number=row.number)
        self._ask(title, lines, _("Confirm"), _("Not now")).given.connect(self._confirm)

    def keep(self, shown: DisclosedApplication, sheet: OpenSheet) -> None:
        """Ask why a flagged sheet stands."""
        _ = self.translate
        deviation, places = sheet.deviation, shown.scheme.rules.places
        assert deviation is not None
        number, reviewer = shown.result.number, sheet.result.number
        far = _("Judged and assisted part {own}; mean of the others {others}; deviation {share}.")
        told = far.format(
            own=points(deviation.own, places),
            others=points(deviation.others, places),
            share=per_cent(deviation.share),
        )
        asked = Asked(
            title=_("{reviewer} keeps the score").format(reviewer=reviewer),
            lines=(told, _("The score stands; the reason is printed in the report.")),
            field=_("Why the score stands"),
            do=_("Keep with this reason"),
            shortest=_SHORTEST,
        )
        do = partial(_explain, number, reviewer)
        self._state(asked, _Statement("explain_deviation", number, reviewer, do))

    def take_back(self, change: LoggedChange) -> None:
        """Ask why a waiting change is taken back."""
        _ = self.translate
        asked = Asked(
            title=_("Take the change of {indicator} by {reviewer} back").format(
                indicator=change.indicator, reviewer=change.reviewer
            ),
            lines=(
                history_line(change, 2, _),
                _("The score before it counts again; the change stays on record with this reason."),
            ),
            field=_("Why it is taken back"),
            do=_("Take it back"),
        )
        do = partial(_take_back, change.key)
        place = change.application, change.reviewer
        self._state(asked, _Statement("take_back_change", *place, do))

    def note(self, change: LoggedChange) -> None:
        """Ask the supervisor for a remark on a change."""
        _ = self.translate
        asked = Asked(
            title=_("Remark on the change of {indicator} by {reviewer}").format(
                indicator=change.indicator, reviewer=change.reviewer
            ),
            lines=(history_line(change, 2, _),),
            field=_("What the supervisor found"),
            do=_("Write the remark"),
        )
        do = partial(_note, change.key)
        self._state(asked, _Statement("note_change", change.application, "", do), change.note)

    def set_aside(self, shown: DisclosedApplication, sheet: OpenSheet) -> None:
        """Ask why the sheet of a member who was out does not count."""
        _ = self.translate
        number, reviewer = shown.result.number, sheet.result.number
        counted = shown.result.counted
        asked = Asked(
            title=_("Set the sheet of {reviewer} aside").format(reviewer=reviewer),
            lines=(
                _("By the attendance {reviewer} was not in the room for it.").format(
                    reviewer=reviewer
                ),
                _("Counted sheets {before} → {after}, quorum {quorum}.").format(
                    before=counted, after=counted - 1, quorum=shown.scheme.rules.quorum
                ),
            ),
            field=_("Why it does not count"),
            do=_("Set it aside"),
        )
        do = partial(_strike, number, reviewer)
        self._state(asked, _Statement("strike_sheet", number, reviewer, do))

    def change(
        self, shown: DisclosedApplication, place: tuple[OpenSheet, str], whole: Deliberation
    ) -> None:
        """Ask for another score and its reason; `place` is a sheet and an indicator."""
        sheet, code = place
        places = shown.scheme.rules.places
        self._place = shown.result.number, sheet.result.number, code
        asked = ScoreInQuestion(
            reviewer=f"{sheet.result.number} {sheet.result.name}".strip(),
            indicator=shown.scheme.by_code[code],
            before=from_hundredths(sheet.result.scores[code]),
            total=points(sheet.result.total, places),
            places=places,
            total_with=partial(changed_total, shown, sheet, code),
            may_decide_anew=whole.may_decide_anew,
        )
        typed = self._kept.text("change_score", *self._place[:2])
        dialog = ChangeScoreDialog(self._over, asked, typed, self.translate)
        dialog.given.connect(self._change)
        dialog.typing.connect(self._keep_explanation)
        dialog.open()

    def _ask(self, title: str, lines: Sequence[str], do: str, leave: str) -> ConfirmDialog:
        dialog = ConfirmDialog(self._over, title, lines, do=do, leave=leave)
        dialog.open()
        return dialog

    def _state(self, asked: Asked, statement: _Statement, stands: str = "") -> None:
        self._statement = statement
        place = statement.deed, statement.application, statement.reviewer
        typed = self._kept.text(*place) or stands
        dialog = StatementDialog(self._over, asked, typed, self.translate)
        dialog.given.connect(self._stated)
        dialog.typing.connect(self._keep_statement)
        dialog.open()

    def _stated(self, text: str) -> None:
        statement = self._statement
        assert statement is not None
        if self.desk.do(partial(_say, statement.do, text)):
            self._keep_statement("")

    def _keep_statement(self, text: str) -> None:
        statement = self._statement
        assert statement is not None
        self._kept.keep(statement.deed, text, statement.application, statement.reviewer)

    def _keep_explanation(self, text: str) -> None:
        self._kept.keep("change_score", text, *self._place[:2])

    def _lay_open(self) -> None:
        for number in self._numbers:
            if not self.desk.do(partial(disclose, application=number)):
                return

    def _confirm(self) -> None:
        _ = self.translate
        [number] = self._numbers
        if self.desk.do(partial(confirm_changes, application=number)):
            text = _("Confirmed: the changed scores of {number}.")
            self.said.emit(text.format(number=number))

    def _change(self, new: NewScore) -> None:
        _ = self.translate
        number, reviewer, code = self._place
        wanted = Correction(number, reviewer, code, new.value, new.reason, new.explanation)
        if not self.desk.do(partial(change_score, wanted=wanted)):
            return
        self._keep_explanation("")
        text = _("{reviewer} {indicator} is {score} from now on; it waits for confirmation.")
        value = format_points(new.value, decimals_of(new.value))
        self.said.emit(text.format(reviewer=reviewer, indicator=code, score=value))


def _say(do: Callable[[Workspace, str], object], text: str, workspace: Workspace) -> None:
    do(workspace, text)


def _explain(application: str, reviewer: str, workspace: Workspace, text: str) -> None:
    explain_deviation(workspace, application=application, reviewer=reviewer, statement=text)


def _take_back(change: int, workspace: Workspace, text: str) -> None:
    take_back_change(workspace, change=change, reason=text)


def _note(change: int, workspace: Workspace, text: str) -> None:
    note_change(workspace, change=change, text=text)


def _strike(application: str, reviewer: str, workspace: Workspace, text: str) -> None:
    strike_sheet(workspace, application=application, reviewer=reviewer, reason=text)
