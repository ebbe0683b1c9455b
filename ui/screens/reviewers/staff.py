"""The people who are no reviewers, and a line to add one."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from reviewer_app.domain.person import Person, Role
from reviewer_app.i18n import Translator
from reviewer_app.queries.panel import Panel
from reviewer_app.words.deeds import role_name
from ui.models.table import TableModel
from ui.screens.reviewers.rows import staff_columns
from ui.theme.theme import scaled
from ui.widgets.labels import button
from ui.widgets.table_view import TableView

_ROLES = (
    Role.SECRETARY,
    Role.SUPERVISOR,
    Role.BUREAU_LEADER,
    Role.ADMINISTRATOR,
    Role.OBSERVER,
)


class Staff(QWidget):
    """Who works on the batch beside the panel.

    Signals:
        adding: somebody new (`Person`).
    """

    adding = Signal(object)

    def __init__(self, translate: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.translate = translate
        _ = translate
        self._model = TableModel(staff_columns(_), self)
        self._table = TableView(self._model, _("Staff"))
        self._name, self._organisation = QLineEdit(), QLineEdit()
        for field, name in (
            (self._name, _("Name")),
            (self._organisation, _("Organisation")),
        ):
            field.setPlaceholderText(name)
            field.setAccessibleName(name)
            field.returnPressed.connect(self._give)
        self._role = QComboBox()
        self._role.setAccessibleName(_("Role"))
        for role in _ROLES:
            self._role.addItem(role_name(role, _), role.value)
        self._lay_out()

    def show_panel(self, panel: Panel) -> None:
        """Show the staff."""
        self._model.show(panel.staff)

    def clear(self) -> None:
        """Empty the line after somebody was added."""
        self._name.clear()
        self._organisation.clear()

    def _lay_out(self) -> None:
        _ = self.translate
        row = QHBoxLayout()
        for part in (self._name, self._role, self._organisation):
            row.addWidget(part)
        row.addWidget(button(_("&Add"), self._give, name="user-plus"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, scaled(8), 0, 0)
        column.addLayout(row)
        column.addWidget(self._table, 1)

    def _give(self) -> None:
        role = Role(self._role.currentData())
        organisation = self._organisation.text().strip()
        self.adding.emit(Person(self._name.text().strip(), role, organisation=organisation))
