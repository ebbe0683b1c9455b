"""The closing gate: what is still open, what was accepted, what is in order."""

from functools import partial

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from reviewer_app.domain.closing import ClosingCheck, ClosingLine
from reviewer_app.domain.errors import ReviewerError
from reviewer_app.domain.person import Role
from reviewer_app.queries.closing import closing_checks
from reviewer_app.words.closing import closing_line_name, closing_sentence
from reviewer_app.workflow.close_session import override_line
from reviewer_app.workspace import Workspace
from ui.desk import Desk
from ui.dialogs.reason import ReasonDialog
from ui.place import Screen
from ui.screens.session.closing.gate_line import GateLine
from ui.screens.session.closing.rows import in_order, leads
from ui.screens.session.pages import pages_of
from ui.theme.theme import pixmap, scaled
from ui.widgets.labels import label
from ui.widgets.replacing import Replacing
from ui.widgets.scrolling import scrolled

WATCHED = frozenset(
    {
        *("session", "sheet", "score", "score_change", "disclosure", "opinion", "gate_override"),
        *("application", "person", "statement", "leave", "attendance", "agenda_item", "metric"),
        *("metric_check", "paper_sheet", "outlier_review", "tie_vote", "objective_score"),
        *("recusal", "assignment", "scheme_version", "signature"),
    }
)


class GatePart(Screen):
    """Cards of what is open, each name a way to where it is mended; then the green lines."""

    watches = WATCHED

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        _ = self.translate
        self._typed: dict[ClosingLine, str] = {}
        self._asking: ReasonDialog | None = None
        self._told = label("", "secondary", wrap=True)
        self._lines = Replacing()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(scaled(8))
        whole.addWidget(label(_("Before the results are settled"), "page"))
        whole.addWidget(self._told)
        whole.addWidget(scrolled(self._lines), 1)

    def look_again(self) -> None:
        _ = self.translate
        try:
            checks = self.desk.look(closing_checks)
        except ReviewerError:
            self._told.setText(
                _("The gate opens with disclosure: until then nobody may know who scored how.")
            )
            self._lines.put(QWidget())
            return
        self._show(checks)

    def _show(self, checks: tuple[ClosingCheck, ...]) -> None:
        _ = self.translate
        is_open, accepted, done = in_order(checks)
        self._told.setText(self._standing(len(is_open), len(accepted)))
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, scaled(8), scaled(8))
        column.setSpacing(scaled(8))
        for check in (*is_open, *accepted):
            column.addWidget(self._card(check))
        if done:
            column.addWidget(self._in_order(done))
        column.addStretch(1)
        self._lines.put(inside)

    def _standing(self, is_open: int, accepted: int) -> str:
        _ = self.translate
        if is_open:
            text = _.plural(
                "{count} line is open. Mend it, or let the leader or the supervisor accept it.",
                "{count} lines are open. Mend them, or let the leader or the supervisor accept"
                " them.",
                is_open,
            )
            return text.format(count=is_open)
        if accepted:
            return _("The gate is open. What was accepted with a reason stays on the record.")
        return _("Everything is in order: the results can be settled.")

    def _card(self, check: ClosingCheck) -> GateLine:
        role = self.desk.actor.role
        pages = [page.key for page in pages_of(role)]
        may_accept = self.desk.look(_may_accept)
        made = GateLine(
            check,
            self.translate,
            leads=leads(check.line, pages, is_staff=role is Role.SECRETARY),
            may_accept=may_accept,
        )
        made.going.connect(self.going)
        made.accepting.connect(self._accept)
        return made

    def _in_order(self, checks: list[ClosingCheck]) -> QFrame:
        """List the green lines in a card of their own."""
        _ = self.translate
        made = QFrame()
        made.setProperty("surface", "raised")
        column = QVBoxLayout(made)
        column.setContentsMargins(*(scaled(12),) * 4)
        column.setSpacing(scaled(6))
        for check in checks:
            row = QHBoxLayout()
            picture = QLabel()
            picture.setPixmap(pixmap("circle-check", "good", 20))
            row.addWidget(picture)
            row.addWidget(label(closing_line_name(check.line, _)), 1)
            row.addWidget(label(_("in order"), "faint"))
            column.addLayout(row)
        return made

    def _accept(self, line: ClosingLine) -> None:
        _ = self.translate
        check = next(one for one in self.desk.look(closing_checks) if one.line is line)
        lines = (
            closing_sentence(check, _),
            _(", ").join(check.names),
            _("Your name, the time and the reason stay on the record; one more opens it again."),
        )
        self._asking = ReasonDialog(
            self,
            _("Accept: {line}").format(line=closing_line_name(line, _)),
            lines,
            ask=_("Why the results may be settled all the same"),
            do=_("Accept and sign"),
            leave=_("Leave it open"),
        )
        self._asking.setProperty("line", line.value)
        self._asking.put(self._typed.get(line, ""))
        self._asking.given.connect(self._accepted)
        self._asking.rejected.connect(self._keep)
        self._asking.open()

    def _accepted(self, reason: str) -> None:
        assert self._asking is not None
        line = ClosingLine(str(self._asking.property("line")))
        self._typed.pop(line, None)
        self.desk.do(partial(override_line, line=line, reason=reason))

    def _keep(self) -> None:
        """Keep what was typed for the next time."""
        assert self._asking is not None
        self._typed[ClosingLine(str(self._asking.property("line")))] = self._asking.typed()


def _may_accept(workspace: Workspace) -> bool:
    return workspace.may("override_line")
