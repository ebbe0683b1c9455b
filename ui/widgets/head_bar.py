"""The bar over the window: what is open, who works on it, and the way out."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QWidget

from reviewer_app.i18n import Translator
from ui.theme.theme import icon, scaled
from ui.widgets.labels import button, label


class HeadBar(QFrame):
    """A title; with somebody signed in also the name, with what concerns them.

    Signals:
        pin_wanted: to set or change the own PIN.
        locking: to lock the window.
        leaving: to sign out.
    """

    pin_wanted = Signal()
    locking = Signal()
    leaving = Signal()

    def __init__(self, translate: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = translate
        self.setProperty("surface", "bar")
        self._title = label("", "section")
        self._who = QPushButton()
        self._who.setProperty("kind", "quiet")
        self._who.setProperty("opens", "menu")
        self._who.setIcon(icon("user"))
        self._who.setToolTip(_("Your PIN, and locking the window"))
        self._menu = QMenu(self._who)
        self._menu.addAction(icon("shield-check"), _("My PIN…"), self.pin_wanted.emit)
        self._menu.addAction(icon("lock"), _("Lock now (Ctrl+L)"), self.locking.emit)
        self._who.setMenu(self._menu)
        self._leave = button(_("Sign out"), self.leaving.emit, kind="quiet", name="log-out")
        self._leave.setToolTip(_("Hand this PC to somebody else"))
        row = QHBoxLayout(self)
        row.setContentsMargins(scaled(16), scaled(6), scaled(8), scaled(6))
        row.addWidget(self._title)
        row.addStretch(1)
        row.addWidget(self._who)
        row.addWidget(self._leave)
        self.clear()

    def clear(self) -> None:
        """Nobody has signed in."""
        self._who.setText("")
        self._who.hide()
        self._leave.hide()

    def show_title(self, title: str) -> None:
        """Say what is open."""
        self._title.setText(title)

    def show_who(self, told: str) -> None:
        """Say who has signed in."""
        self._who.setText(told)
        self._who.show()
        self._leave.show()
