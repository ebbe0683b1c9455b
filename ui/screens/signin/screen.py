"""Sign-in by choosing a name."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reviewer_app.domain.person import Person, Role
from reviewer_app.i18n import Translator
from reviewer_app.words.deeds import role_name
from ui.theme.theme import scaled
from ui.widgets.card import tall_card
from ui.widgets.labels import button, label

_ACROSS = 3
_WIDTH = 960
_STAFF_ROLES = (
    Role.SECRETARY,
    Role.SUPERVISOR,
    Role.BUREAU_LEADER,
    Role.ADMINISTRATOR,
    Role.OBSERVER,
)


class SignIn(QWidget):
    """A button for each person, and a line for staff who come for the first time.

    Signals:
        chosen: who signs in (`Person`).
        added: somebody new who wants to sign in (`Person`).
        closed: back to the start page.
    """

    chosen = Signal(object)
    added = Signal(object)
    closed = Signal()

    def __init__(
        self,
        people: Sequence[Person],
        translate: Translator,
        *,
        may_add: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.translate = translate
        self._may_add = may_add
        self._people = {self._key(person): person for person in people}
        self._build()
        self._lay_out()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._buttons:
            self._buttons[0].setFocus()

    def _build(self) -> None:
        _ = self.translate
        self._buttons = [self._name_button(key, person) for key, person in self._people.items()]
        self._name = QLineEdit()
        self._name.setPlaceholderText(_("Name"))
        self._name.setAccessibleName(_("Name of a new person"))
        self._role = QComboBox()
        self._role.setAccessibleName(_("Role"))
        for role in _STAFF_ROLES:
            self._role.addItem(role_name(role, _), role.value)
        self._add = button(_("Add and sign in"), self._added, name="user-plus")
        self._name.returnPressed.connect(self._added)

    def _lay_out(self) -> None:
        _ = self.translate
        names = QGridLayout()
        for place, made in enumerate(self._buttons):
            names.addWidget(made, place // _ACROSS, place % _ACROSS)
        new = QHBoxLayout()
        for part in (self._name, self._role, self._add):
            new.addWidget(part)
        column = QVBoxLayout()
        column.setSpacing(scaled(16))
        column.addWidget(label(_("Who are you?"), "page"))
        column.addWidget(
            label(_("Choose your name. What you do is recorded under it."), "secondary")
        )
        column.addLayout(names)
        column.addWidget(label(_("Staff who are not in the list"), "section"))
        if self._may_add:
            column.addWidget(label(_("Reviewers come into the list by import."), "faint"))
            column.addLayout(new)
        else:
            by_staff = _("The secretary enters you under Panel and recusals.")
            column.addWidget(label(by_staff, "faint"))
        column.addStretch(1)
        back = button(_("Another batch"), self.closed.emit, kind="quiet", name="chevron-left")
        column.addWidget(back, alignment=Qt.AlignmentFlag.AlignLeft)
        QVBoxLayout(self).addWidget(tall_card(column, _WIDTH))

    def _name_button(self, key: str, person: Person) -> QPushButton:
        role = role_name(person.role, self.translate)
        lines = f"{person.number}  {person.name}".strip() + f"\n{role}"
        made = button(lines, self._clicked)
        made.setObjectName(key)
        made.setMinimumHeight(scaled(64))
        made.setAccessibleName(f"{person.name}, {role}")
        return made

    def _clicked(self) -> None:
        pressed = self.sender()
        self.chosen.emit(self._people[pressed.objectName()])

    def _added(self) -> None:
        role = Role(self._role.currentData())
        self.added.emit(Person(self._name.text().strip(), role))

    @staticmethod
    def _key(person: Person) -> str:
        return f"{person.number}/{person.role.value}/{person.name}"
