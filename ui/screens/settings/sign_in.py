"""How everybody signs in to the batch: whether by PIN, and who has set one."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QVBoxLayout, QWidget

from reviewer_app.domain.batch_setup import PINS, PINS_DEMANDED
from reviewer_app.domain.person import Person
from reviewer_app.queries.sign_in import PinState, sign_in_rules
from reviewer_app.words.deeds import role_name
from reviewer_app.workflow.change_setting import change_setting
from reviewer_app.workflow.pins import reset_pin
from ui.desk import Desk
from ui.dialogs.reason import ReasonDialog
from ui.theme.theme import scaled
from ui.widgets.labels import button, label, pill
from ui.widgets.replacing import Replacing


class SignInPanel(QWidget):
    """A switch for the batch, and the people with what they sign in by."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = self.translate = desk.translate
        self._desk = desk
        self._people: Mapping[str, Person] = {}
        self._demanded = QCheckBox(_("Everybody signs in with a PIN"))
        self._demanded.clicked.connect(self._demand)
        self._told = label("", "secondary", wrap=True)
        self._list = Replacing()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(8))
        column.addWidget(self._demanded)
        column.addWidget(self._told)
        column.addWidget(self._list)

    def look_again(self) -> None:
        """Show what holds now."""
        rules = self._desk.look(sign_in_rules)
        self._demanded.setChecked(rules.is_demanded)
        self._demanded.setEnabled(rules.may_change)
        self._told.setText(self._explained(may_reset=rules.may_reset))
        self._people = {_key(state.person): state.person for state in rules.people}
        self._list.put(self._rows(rules.people, may_reset=rules.may_reset))

    def _explained(self, *, may_reset: bool) -> str:
        _ = self.translate
        own = _("Who has none yet sets it at the next sign-in; who has one is asked for it always.")
        forgotten = _("A forgotten PIN is taken away by the administrator.")
        return own if may_reset else f"{own} {forgotten}"

    def _rows(self, people: tuple[PinState, ...], *, may_reset: bool) -> QWidget:
        made = QWidget()
        grid = QGridLayout(made)
        grid.setContentsMargins(0, scaled(8), 0, 0)
        grid.setHorizontalSpacing(scaled(16))
        grid.setVerticalSpacing(scaled(4))
        for row, state in enumerate(people):
            self._add_row(grid, row, state, may_reset=may_reset)
        grid.setColumnStretch(4, 1)
        return made

    def _add_row(self, grid: QGridLayout, row: int, state: PinState, *, may_reset: bool) -> None:
        _ = self.translate
        person = state.person
        grid.addWidget(label(f"{person.number}  {person.name}".strip()), row, 0)
        grid.addWidget(label(role_name(person.role, _), "secondary"), row, 1)
        word = pill(_("has a PIN"), "good") if state.has_pin else label(_("no PIN"), "faint")
        grid.addWidget(word, row, 2)
        if may_reset and state.has_pin:
            take = button(_("Take away…"), self._ask, kind="quiet", name="rotate-ccw")
            take.setObjectName(_key(person))
            take.setAccessibleName(_("Take away the PIN of {name}").format(name=person.name))
            grid.addWidget(take, row, 3)
        grid.setRowMinimumHeight(row, scaled(36))

    def _demand(self) -> None:
        value = PINS_DEMANDED if self._demanded.isChecked() else ""
        self._desk.do(partial(change_setting, key=PINS, value=value))

    def _ask(self) -> None:
        _ = self.translate
        self._forgetful = self._people[self.sender().objectName()]
        dialog = ReasonDialog(
            self,
            _("Take away the PIN of {name}").format(name=self._forgetful.name),
            (_("See who it is before you do. Deed and reason become part of the record."),),
            ask=_("Reason, e.g. forgotten; seen in person"),
            do=_("Take away"),
            leave=_("Leave it"),
        )
        dialog.given.connect(self._reset)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _reset(self, reason: str) -> None:
        self._desk.do(partial(reset_pin, person=self._forgetful.actor, reason=reason))


def _key(person: Person) -> str:
    return f"{person.number}/{person.role.value}/{person.name}"
