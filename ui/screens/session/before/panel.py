"""What every step of the preparation is: a panel that says so where no meeting stands."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from reviewer_app.queries.session import moment_now
from ui.desk import Desk
from ui.place import Destination, Screen
from ui.theme.theme import scaled
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import label
from ui.widgets.scrolling import scrolled


class MeetingPanel(Screen):
    """A step with its title and a sentence; without a meeting it leads to setting one up.

    A step puts its widgets into `column` and shows what stands in `show_meeting`.
    """

    def __init__(self, desk: Desk, title: str, told: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._title = label(title, "section")
        self._told = label(told, "secondary", wrap=True)
        self.column = QVBoxLayout()
        self.column.setContentsMargins(scaled(24), scaled(16), scaled(24), scaled(16))
        self.column.setSpacing(scaled(12))
        self.column.addWidget(self._title)
        self.column.addWidget(self._told)
        inside = QWidget()
        inside.setLayout(self.column)
        area = scrolled(inside)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(area)
        self._stack.addWidget(self._empty())

    def look_again(self) -> None:
        stands = self.desk.look(moment_now).phase is not None
        self._stack.setCurrentIndex(0 if stands else 1)
        if stands:
            self.show_meeting()

    def show_meeting(self) -> None:
        """Show the step as it stands; there is a meeting."""
        raise NotImplementedError

    def _empty(self) -> EmptyState:
        _ = self.translate
        text = _("No meeting has been set up for this batch. Its days come first.")
        return EmptyState("calendar", text, (_("Set up the meeting"), self._set_up))

    def _set_up(self) -> None:
        self.going.emit(Destination("session", "before", "setup"))
