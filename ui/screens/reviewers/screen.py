"""The panel: the matrix, the reviewers, hints of recusals, staff."""

from functools import partial

from PySide6.QtWidgets import QStackedLayout, QTabWidget, QVBoxLayout, QWidget

from reviewer_app.domain.grounds import RaisedBy
from reviewer_app.domain.person import Person, Reviewer
from reviewer_app.domain.plans import ImportKind
from reviewer_app.domain.sheet import SheetState
from reviewer_app.queries.batch import scheme_in_force
from reviewer_app.queries.consequences import (
    consequence_of_aside,
    consequences_of_drop_out,
    outlook_of_aside,
)
from reviewer_app.queries.panel import Panel, PanelHint, panel
from reviewer_app.words.consequences import consequence_lines, outlook_line
from reviewer_app.words.panel import drop_out_lines, hint_text
from reviewer_app.words.results import sheet_state_name
from reviewer_app.workflow.add_person import add_person
from reviewer_app.workflow.assign import assign, unassign
from reviewer_app.workflow.dismiss_hint import dismiss_hint, raise_hint
from reviewer_app.workflow.drop_out import drop_out
from reviewer_app.workflow.edit_reviewer import add_reviewer, change_reviewer
from reviewer_app.workflow.set_aside import bring_back_all, recuse, set_aside_all
from ui import messages
from ui.actions import OwnUndo
from ui.desk import Desk
from ui.dialogs.drop_out import DropOutChoice, DropOutDialog
from ui.dialogs.import_panel import ImportPanel
from ui.dialogs.reason import ReasonDialog
from ui.dialogs.recusal import Recusal, RecusalDialog
from ui.dialogs.reviewer_form import ReviewerForm
from ui.place import Screen
from ui.screens.reviewers.hints import Hints
from ui.screens.reviewers.matrix import Matrix
from ui.screens.reviewers.people import People
from ui.screens.reviewers.staff import Staff
from ui.theme.theme import scaled
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import label
from ui.widgets.scrolling import scrolled

Pair = tuple[str, str]

_SHOWN = 6
"""Pairs a question names before it only counts the rest."""


class Reviewers(Screen):
    """Who reviews what, who must not, and who no longer can."""

    watches = frozenset(
        {"person", "assignment", "sheet", "recusal", "dismissed_hint", "application", "detail"}
        | {"batch", "score"}
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._panel: Panel | None = None
        self._build()
        self._lay_out()
        self._connect()
        OwnUndo(desk, self)

    def look_again(self) -> None:
        _ = self.translate
        self._panel = found = self.desk.look(panel)
        for part in (self._matrix, self._people, self._hints, self._staff):
            part.show_panel(found)
        waiting = sum(item.is_open for item in found.hints)
        text = _("Hints ({count})").format(count=waiting)
        self._tabs.setTabText(self._tabs.indexOf(self._hints), text)
        is_empty = not (found.reviewers and found.applications)
        self._matrix_pages.setCurrentIndex(1 if is_empty else 0)

    def show_subject(self, subject: str, part: str) -> None:
        """Go to a reviewer or application in the matrix, or to the hints."""
        if part == "hints":
            self._tabs.setCurrentWidget(self._hints)
            return
        self._tabs.setCurrentIndex(0)
        if subject:
            self.look_again()
            self._matrix.show_pair(subject, subject)

    def _build(self) -> None:
        _ = self.translate
        self._matrix, self._people = Matrix(_), People(_)
        self._hints, self._staff = Hints(_), Staff(_)
        self._import = ImportPanel(self.desk)
        self._tabs = QTabWidget()

    def _lay_out(self) -> None:
        _ = self.translate
        holder = QWidget()
        self._matrix_pages = QStackedLayout(holder)
        self._matrix_pages.addWidget(self._matrix)
        self._matrix_pages.addWidget(
            EmptyState(
                "users",
                _("The matrix stands here once there are applications and reviewers."),
                (_("Import reviewers…"), self._import_reviewers),
            )
        )
        self._tabs.addTab(holder, _("Matrix"))
        self._tabs.addTab(self._people, _("Reviewers"))
        self._tabs.addTab(self._hints, _("Hints"))
        self._tabs.addTab(self._staff, _("Staff"))
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(*(scaled(16),) * 4)
        column.setSpacing(scaled(8))
        column.addWidget(label(_("Panel and recusals"), "page"))
        column.addWidget(self._tabs, 1)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(scrolled(whole))
        self._pages.addWidget(self._import)

    def _connect(self) -> None:
        self._matrix.recusing.connect(self._ask_recusal)
        self._matrix.setting_aside.connect(self._ask_aside)
        self._matrix.bringing_back.connect(self._ask_back)
        self._matrix.assigning.connect(self._assign)
        self._matrix.unassigning.connect(self._unassign)
        self._matrix.dropping_out.connect(self._ask_drop_out)
        self._people.adding.connect(self._ask_reviewer)
        self._people.editing.connect(self._ask_change)
        self._people.dropping_out.connect(self._ask_drop_out)
        self._people.importing.connect(self._import_kind)
        self._hints.recusing.connect(self._ask_hinted_recusal)
        self._hints.dismissing.connect(self._ask_dismissal)
        self._hints.raising.connect(self._raise_hint)
        self._staff.adding.connect(self._add_person)
        self._import.closed.connect(self._leave_import)
        self._import.imported.connect(self.said)

    def _ask_recusal(self, pair: Pair) -> None:
        hinted = any(
            (item.hint.application, item.hint.reviewer) == pair and item.is_open
            for item in (self._panel.hints if self._panel is not None else ())
        )
        self._show_recusal(pair, RaisedBy.HINT if hinted else RaisedBy.SELF)

    def _ask_hinted_recusal(self, pair: Pair) -> None:
        self._show_recusal(pair, RaisedBy.HINT)

    def _show_recusal(self, pair: Pair, raised_by: RaisedBy) -> None:
        _ = self.translate
        title = _("Recuse {reviewer} from {application}?").format(
            reviewer=self._reviewer_name(pair[1]), application=self._application_name(pair[0])
        )
        lines = self._aside_lines([pair], SheetState.RECUSED)
        dialog = RecusalDialog(self, title, lines, _, raised_by)
        dialog.setProperty("pair", pair)
        dialog.given.connect(self._recuse)
        dialog.open()

    def _recuse(self, answer: Recusal) -> None:
        application, reviewer = self.sender().property("pair")
        self.desk.do(
            partial(
                recuse,
                application=application,
                reviewer=reviewer,
                ground=answer.words,
                grounds=answer.grounds,
                raised_by=answer.raised_by,
            )
        )

    def _ask_aside(self, wanted: tuple[list[Pair], SheetState]) -> None:
        _ = self.translate
        pairs, state = wanted
        title = _("{state}: {pairs}?").format(
            state=sheet_state_name(state, _), pairs=self._named(pairs)
        )
        lines = self._aside_lines(pairs, state)
        dialog = self._reason(title, lines, sheet_state_name(state, _))
        dialog.setProperty("wanted", (pairs, state))
        dialog.given.connect(self._set_aside)
        dialog.open()

    def _set_aside(self, reason: str) -> None:
        pairs, state = self.sender().property("wanted")
        self.desk.do(partial(set_aside_all, pairs=pairs, state=state, reason=reason))

    def _ask_back(self, pairs: list[Pair]) -> None:
        _ = self.translate
        title = _("Bring back {pairs}?").format(pairs=self._named(pairs))
        lines = (_("The sheets are drafts again; scores given before stand in them."),)
        dialog = self._reason(title, lines, _("Bring back"))
        dialog.setProperty("pairs", pairs)
        dialog.given.connect(self._bring_back)
        dialog.open()

    def _bring_back(self, reason: str) -> None:
        pairs = self.sender().property("pairs")
        self.desk.do(partial(bring_back_all, pairs=pairs, reason=reason))

    def _assign(self, pairs: list[Pair]) -> None:
        if self.desk.do(partial(assign, pairs=pairs)):
            _ = self.translate
            self.said.emit(_("{count} assigned.").format(count=len(pairs)))

    def _unassign(self, pairs: list[Pair]) -> None:
        if self.desk.do(partial(unassign, pairs=pairs)):
            _ = self.translate
            self.said.emit(_("{count} taken away.").format(count=len(pairs)))

    def _ask_drop_out(self, reviewer: str) -> None:
        _ = self.translate
        scheme = self.desk.look(scheme_in_force)
        found = self.desk.look(partial(consequences_of_drop_out, reviewer=reviewer))
        ways = {item.way: drop_out_lines(item, scheme, _) for item in found}
        title = _("{reviewer} cannot go on").format(reviewer=self._reviewer_name(reviewer))
        dialog = DropOutDialog(self, title, ways, _)
        dialog.setProperty("reviewer", reviewer)
        dialog.given.connect(self._drop_out)
        dialog.open()

    def _drop_out(self, choice: DropOutChoice) -> None:
        self.desk.do(
            partial(
                drop_out,
                reviewer=self.sender().property("reviewer"),
                way=choice.way,
                reason=choice.reason,
                substitute=choice.substitute,
            )
        )

    def _ask_reviewer(self) -> None:
        dialog = ReviewerForm(self, None, self.translate)
        dialog.given.connect(self._add_reviewer)
        dialog.open()

    def _ask_change(self, reviewer: Reviewer) -> None:
        dialog = ReviewerForm(self, reviewer, self.translate)
        dialog.given.connect(self._change_reviewer)
        dialog.open()

    def _add_reviewer(self, reviewer: Reviewer) -> None:
        self.desk.do(partial(add_reviewer, reviewer=reviewer))

    def _change_reviewer(self, reviewer: Reviewer) -> None:
        self.desk.do(partial(change_reviewer, reviewer=reviewer))

    def _ask_dismissal(self, row: PanelHint) -> None:
        _ = self.translate
        lines = (hint_text(row.hint, _), self._application_name(row.hint.application))
        title = _("Is this hint on {reviewer} none?").format(reviewer=row.reviewer_name)
        dialog = self._reason(title, lines, _("Dismiss"))
        dialog.setProperty("hint", row)
        dialog.given.connect(self._dismiss)
        dialog.open()

    def _dismiss(self, reason: str) -> None:
        hint = self.sender().property("hint").hint
        self.desk.do(
            partial(
                dismiss_hint,
                application=hint.application,
                reviewer=hint.reviewer,
                hint=hint.key,
                reason=reason,
            )
        )

    def _raise_hint(self, row: PanelHint) -> None:
        hint = row.hint
        self.desk.do(
            partial(raise_hint, application=hint.application, reviewer=hint.reviewer, hint=hint.key)
        )

    def _add_person(self, person: Person) -> None:
        if self.desk.do(
            partial(
                add_person, name=person.name, role=person.role, organisation=person.organisation
            )
        ):
            self._staff.clear()

    def _import_reviewers(self) -> None:
        self._import_kind(ImportKind.REVIEWERS)

    def _import_kind(self, kind: ImportKind) -> None:
        _ = self.translate
        path = messages.choose_file(self, _("Import"), _("Workbooks (*.xlsx *.csv)"))
        if path is not None:
            self._pages.setCurrentWidget(self._import)
            self._import.begin(kind, path)

    def _leave_import(self) -> None:
        self._pages.setCurrentIndex(0)

    def _reason(self, title: str, lines: tuple[str, ...], do: str) -> ReasonDialog:
        _ = self.translate
        return ReasonDialog(
            self, title, lines, ask=_("Reason, for the record"), do=do, leave=_("Leave as it is")
        )

    def _aside_lines(self, pairs: list[Pair], state: SheetState) -> tuple[str, ...]:
        """Say what setting aside does to method, quorum and rank, pair by pair."""
        scheme = self.desk.look(scheme_in_force)
        lines: list[str] = []
        for application, reviewer in pairs[:_SHOWN]:
            query = partial(
                consequence_of_aside, application=application, reviewer=reviewer, state=state
            )
            lines += consequence_lines(self.desk.look(query), scheme, self.translate)
            outlooks = self.desk.look(
                partial(outlook_of_aside, application=application, reviewer=reviewer, state=state)
            )
            lines.append(outlook_line(*outlooks, scheme, self.translate))
        return tuple(lines)

    def _named(self, pairs: list[Pair]) -> str:
        _ = self.translate
        names = [f"{reviewer} · {application}" for application, reviewer in pairs[:_SHOWN]]
        if len(pairs) > _SHOWN:
            names.append(_("… and {count} more").format(count=len(pairs) - _SHOWN))
        return _(", ").join(names)

    def _reviewer_name(self, number: str) -> str:
        found = self._panel.reviewers if self._panel is not None else ()
        names = {item.reviewer.number: item.reviewer.name for item in found}
        return f"{number} {names.get(number, '')}".strip()

    def _application_name(self, number: str) -> str:
        found = self._panel.applications if self._panel is not None else ()
        names = {item.number: item.name for item in found}
        return f"{number} {names.get(number, '')}".strip()
