"""What is done in the deliberation: each deed with its question, through the desk."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from reviewer_app.domain.deliberation import Correction
from reviewer_app.domain.points import format_points, from_hundredths
from reviewer_app.queries.deliberation import Deliberation, ReviewRow, changed_total
from reviewer_app.queries.disclosed import DisclosedApplication, OpenSheet
from reviewer_app.workflow.deliberate import change_score, confirm_changes, disclose
from reviewer_app.workflow.explain_deviation import explain_deviation
from ui.desk import Desk
from ui.dialogs.change_score import ChangeScoreDialog, NewScore, ScoreInQuestion
from ui.dialogs.consequence import ConsequenceDialog
from ui.dialogs.statement import Asked, StatementDialog
from ui.screens.session.review.rows import history_line, per_cent, points

_SHORTEST = 10


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
        self._number = ""
        self._sheet: OpenSheet | None = None
        self._code = ""
        self._numbers: tuple[str, ...] = ()

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
        self._ask(title, lines, _("Lay open"), _("Leave closed")).agreed.connect(self._lay_open)

    def confirm(self, row: ReviewRow) -> None:
        """Ask before the changes of an application are confirmed, then do it."""
        _ = self.translate
        self._number = row.number
        places = row.sheets.scheme.rules.places if row.sheets else 2
        lines = [
            f"{change.reviewer} {change.indicator}: {history_line(change, places, _)}"
            for change in row.waiting
        ]
        lines.append(_("With your confirmation you stand behind them. This cannot be undone."))
        title = _("Confirm the changed scores of {number}?").format(number=row.number)
        self._ask(title, lines, _("Confirm"), _("Not now")).agreed.connect(self._confirm)

    def keep(self, row: DisclosedApplication, sheet: OpenSheet, typed: str) -> None:
        """Ask why a flagged sheet stands."""
        _ = self.translate
        self._number, self._sheet = row.result.number, sheet
        deviation, places = sheet.deviation, row.scheme.rules.places
        assert deviation is not None
        far = _(
            "Judged and assisted part {own}; mean of the others {others}; deviation {share}."
        ).format(
            own=points(deviation.own, places),
            others=points(deviation.others, places),
            share=per_cent(deviation.share),
        )
        asked = Asked(
            title=_("{reviewer} keeps the score").format(reviewer=sheet.result.number),
            lines=(far, _("The score stands; the reason is printed in the report.")),
            field=_("Why the score stands"),
            do=_("Keep with this reason"),
            shortest=_SHORTEST,
        )
        dialog = StatementDialog(self._over, asked, typed, _)
        dialog.given.connect(self._keep)
        dialog.open()

    def change(
        self, row: DisclosedApplication, sheet: OpenSheet, code: str, whole: Deliberation
    ) -> None:
        """Ask for another score and its reason."""
        _ = self.translate
        self._number, self._sheet, self._code = row.result.number, sheet, code
        asked = ScoreInQuestion(
            reviewer=f"{sheet.result.number} {sheet.result.name}".strip(),
            indicator=row.scheme.by_code[code],
            before=from_hundredths(sheet.result.scores[code]),
            total=points(sheet.result.total, row.scheme.rules.places),
            places=row.scheme.rules.places,
            total_with=partial(changed_total, row, sheet, code),
            may_decide_anew=whole.may_decide_anew,
        )
        dialog = ChangeScoreDialog(self._over, asked, "", _)
        dialog.given.connect(self._change)
        dialog.open()

    def _ask(self, title: str, lines: Sequence[str], do: str, leave: str) -> ConsequenceDialog:
        dialog = ConsequenceDialog(self._over, title, lines, do=do, leave=leave)
        dialog.open()
        return dialog

    def _lay_open(self) -> None:
        for number in self._numbers:
            if not self.desk.do(partial(disclose, application=number)):
                return

    def _confirm(self) -> None:
        _ = self.translate
        if self.desk.do(partial(confirm_changes, application=self._number)):
            self.said.emit(
                _("Confirmed: the changed scores of {number}.").format(number=self._number)
            )

    def _keep(self, text: str) -> None:
        assert self._sheet is not None
        self.desk.do(
            partial(
                explain_deviation,
                application=self._number,
                reviewer=self._sheet.result.number,
                statement=text,
            )
        )

    def _change(self, new: NewScore) -> None:
        assert self._sheet is not None
        _, reviewer = self.translate, self._sheet.result.number
        wanted = Correction(
            self._number, reviewer, self._code, new.value, new.reason, new.explanation
        )
        if self.desk.do(partial(change_score, wanted=wanted)):
            text = _("{reviewer} {indicator} is {score} from now on; it waits for confirmation.")
            value = format_points(new.value, 2)
            self.said.emit(text.format(reviewer=reviewer, indicator=self._code, score=value))
