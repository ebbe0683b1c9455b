"""What the desk asks before it does it: reasons, consequences, grounds."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Qt, SignalInstance
from PySide6.QtWidgets import QDialog, QWidget

from reviewer_app.domain.application import Standing
from reviewer_app.domain.person import Actor, Role
from reviewer_app.domain.projector import PROJECTOR_ORDER, PROJECTOR_RANKING, RELEASED
from reviewer_app.domain.room import LeaveGround
from reviewer_app.domain.sheet import SheetState
from reviewer_app.queries.batch import scheme_in_force
from reviewer_app.queries.consequences import blind_drop_outs, outlook_of_aside
from reviewer_app.queries.session_desk import DeskMember, DeskRow
from reviewer_app.words.consequences import outlook_line
from reviewer_app.words.panel import blind_drop_out_lines
from reviewer_app.workflow.change_setting import change_setting
from reviewer_app.workflow.change_standing import change_standing
from reviewer_app.workflow.deliberate import disclose
from reviewer_app.workflow.drop_out import drop_out
from reviewer_app.workflow.keep_agenda import drop_item
from reviewer_app.workflow.room import adjourn, leave_room, mark_departure
from reviewer_app.workflow.set_aside import recuse
from ui.desk import Desk
from ui.dialogs.confirm import ConfirmDialog
from ui.dialogs.drop_out import DropOutChoice, DropOutDialog
from ui.dialogs.reason import ReasonDialog
from ui.dialogs.recusal import Recusal, RecusalDialog
from ui.screens.session.room.rows import headline


class RoomDeeds(QObject):
    """Asks over the desk's page and does what was answered."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk = desk
        self._page = page
        self.translate = desk.translate
        self._act: Callable[..., object] = str
        """What the answer of the open dialog is given to; only one is open at a time."""

    def ask_recess(self) -> None:
        """Ask why the meeting is interrupted."""
        _ = self.translate
        title, do = _("Interrupt the meeting?"), _("Interrupt")
        lines = (
            _("The wall shows the recess; the running item stays where it is."),
            _("A timer that runs is paused; start it again when the meeting goes on."),
        )
        self._ask_reason(title, lines, do, self._adjourn)

    def ask_drop(self, row: DeskRow) -> None:
        """Ask why an item is taken out of the agenda."""
        _ = self.translate
        title = _("Take {item} out of the agenda?").format(item=headline(row, _))
        lines = [_("It is not called up any more; the record keeps it with the reason.")]
        if row.item.application:
            lines.append(_("The application itself stays in the review."))
        self._ask_reason(title, lines, _("Take out"), partial(self._drop, row))

    def ask_withdrawal(self, row: DeskRow) -> None:
        """Ask why an application leaves the review."""
        _ = self.translate
        title = _("{item} is withdrawn?").format(item=headline(row, _))
        lines = (
            _("It gets no rank; sheets that are in stay stored and do not count."),
            _("What has not begun leaves the agenda with the same reason."),
        )
        self._ask_reason(title, lines, _("Write the withdrawal"), partial(self._withdraw, row))

    def ask_disclosure(self, row: DeskRow) -> None:
        """Say what disclosing does before it is done."""
        _ = self.translate
        title = _("Disclose the sheets of {item}?").format(item=headline(row, _))
        lines = (
            _("All members see each other's sheets of this application from now on."),
            _("A score of it changes only with a reason, confirmed by reviewer and leader."),
            _("This cannot be taken back."),
        )
        self._confirm(title, lines, _("Disclose"), partial(self._disclose, row))

    def ask_recusal(self, row: DeskRow, member: DeskMember) -> None:
        """Ask for the grounds of a recusal declared in the meeting."""
        _ = self.translate
        names = (f"{member.reviewer.number} {member.reviewer.name}", headline(row, _))
        title = _("Recuse {reviewer} from {application}?").format(
            reviewer=names[0], application=names[1]
        )
        query = partial(
            outlook_of_aside,
            application=row.item.application,
            reviewer=member.reviewer.number,
            state=SheetState.RECUSED,
        )
        scheme = self._desk.look(scheme_in_force)
        lines = [outlook_line(*self._desk.look(query), scheme, _)]
        if member.has_submitted:
            lines.append(_("The sheet that is in stays stored and does not count any more."))
        lines.append(
            _("{name} leaves the room; the desk asks for the stamp.").format(
                name=member.reviewer.name
            )
        )
        dialog = RecusalDialog(self._page, title, lines, _)
        self._show(dialog, dialog.given, partial(self._recuse, row, member))

    def ask_step_out(self, row: DeskRow, member: DeskMember) -> None:
        """Ask why a member leaves the room who is not recused."""
        _ = self.translate
        title = _("{name} leaves the room?").format(name=member.reviewer.name)
        lines = (_("Out of the room nobody gives a score for this application."),)
        act = partial(self._step_out, row, member)
        self._ask_reason(title, lines, _("Stamp the leaving"), act)

    def ask_drop_out(self, member: DeskMember) -> None:
        """Show the ways out when a member cannot go on."""
        _ = self.translate
        scheme = self._desk.look(scheme_in_force)
        query = partial(blind_drop_outs, reviewer=member.reviewer.number)
        ways = {item.way: blind_drop_out_lines(item, scheme, _) for item in self._desk.look(query)}
        title = _("{reviewer} cannot go on").format(reviewer=member.reviewer.name)
        dialog = DropOutDialog(self._page, title, ways, _)
        self._show(dialog, dialog.given, partial(self._drop_out, member))

    def ask_release_of_order(self, *, is_released: bool) -> None:
        """Ask before the wall shows what comes next, or no longer does."""
        _ = self.translate
        if is_released:
            self._set(PROJECTOR_ORDER, "")
            return
        lines = (_("From now on the wall names the application that follows."),)
        title = _("Show the running order on the wall?")
        self._confirm(title, lines, _("Release"), partial(self._set, PROJECTOR_ORDER, RELEASED))

    def ask_release_of_ranking(self, *, is_released: bool) -> None:
        """Ask before the wall shows the ranking, or no longer does."""
        _ = self.translate
        if is_released:
            self._set(PROJECTOR_RANKING, "")
            return
        lines = (
            _("Everybody in the room sees rank, number, name and applicant; no score."),
            _("What was once seen cannot be taken back."),
        )
        title = _("Show the ranking on the wall?")
        self._confirm(title, lines, _("Release"), partial(self._set, PROJECTOR_RANKING, RELEASED))

    def _ask_reason(
        self, title: str, lines: Sequence[str], do: str, act: Callable[[str], object]
    ) -> None:
        _ = self.translate
        dialog = ReasonDialog(
            self._page,
            title,
            lines,
            ask=_("Reason, for the record"),
            do=do,
            leave=_("Leave as it is"),
        )
        self._show(dialog, dialog.given, act)

    def _confirm(
        self, title: str, lines: Sequence[str], do: str, act: Callable[[], object]
    ) -> None:
        _ = self.translate
        dialog = ConfirmDialog(self._page, title, lines, do=do, leave=_("Leave as it is"))
        dialog.given.connect(self._agreed)
        self._open(dialog, act)

    def _show(self, dialog: QDialog, given: SignalInstance, act: Callable[[Any], object]) -> None:
        given.connect(self._answered)
        self._open(dialog, act)

    def _open(self, dialog: QDialog, act: Callable[..., object]) -> None:
        self._act = act
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _answered(self, answer: object) -> None:
        self._act(answer)

    def _agreed(self) -> None:
        self._act()

    def _adjourn(self, reason: str) -> None:
        self._desk.do(partial(adjourn, reason=reason))

    def _drop(self, row: DeskRow, reason: str) -> None:
        self._desk.do(partial(drop_item, key=row.item.key, reason=reason))

    def _withdraw(self, row: DeskRow, reason: str) -> None:
        verb = partial(
            change_standing,
            application=row.item.application,
            standing=Standing.WITHDRAWN,
            reason=reason,
        )
        if self._desk.do(verb) and not row.item.ended_at:
            self._drop(row, reason)

    def _disclose(self, row: DeskRow) -> None:
        self._desk.do(partial(disclose, application=row.item.application))

    def _recuse(self, row: DeskRow, member: DeskMember, answer: Recusal) -> None:
        self._desk.do(
            partial(
                recuse,
                application=row.item.application,
                reviewer=member.reviewer.number,
                ground=answer.words,
                grounds=answer.grounds,
                raised_by=answer.raised_by,
            )
        )

    def _step_out(self, row: DeskRow, member: DeskMember, note: str) -> None:
        person = actor_of(member)
        number = row.item.application
        ground = LeaveGround.OTHER
        self._desk.do(
            partial(leave_room, application=number, person=person, ground=ground, note=note)
        )

    def _drop_out(self, member: DeskMember, choice: DropOutChoice) -> None:
        verb = partial(
            drop_out,
            reviewer=member.reviewer.number,
            way=choice.way,
            reason=choice.reason,
            substitute=choice.substitute,
        )
        if self._desk.do(verb) and member.is_here:
            self._desk.do(partial(mark_departure, person=actor_of(member)))

    def _set(self, key: str, value: str) -> None:
        self._desk.do(partial(change_setting, key=key, value=value))


def actor_of(member: DeskMember) -> Actor:
    """Give a member as verbs of the room name people."""
    role = Role.LEADER if member.reviewer.leader else Role.REVIEWER
    return Actor(member.reviewer.name, role, member.reviewer.number)
