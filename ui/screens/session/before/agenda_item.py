"""Ask for an item of the agenda: what it is, its title, its minutes."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from reviewer_app.domain.agenda import AgendaItem, ItemKind
from reviewer_app.i18n import Translator
from reviewer_app.words.agenda import item_name, kind_name
from ui.theme.theme import scaled
from ui.widgets.labels import button, label
from ui.widgets.scrolling import resize_within_screen

_KINDS = (ItemKind.PAUSE, ItemKind.DISCUSSION, ItemKind.OPENING)
_MOST = 600


class AgendaItemDialog(QDialog):
    """A new item, or the title and box of one that has not begun.

    Signals:
        given: (`ItemKind`, title, minutes).
    """

    given = Signal(object)

    def __init__(
        self, parent: QWidget, translate: Translator, item: AgendaItem | None = None
    ) -> None:
        """Without an item a new one is asked for."""
        super().__init__(parent)
        self.translate = _ = translate
        self._item = item
        title = _("New item of the agenda") if item is None else _("Change this item")
        self.setWindowTitle(title)
        self.setObjectName("agenda_item")
        resize_within_screen(self, 460, 260)
        self._build()
        self._lay_out(title)
        self.finished.connect(self.deleteLater)

    def _build(self) -> None:
        _, item = self.translate, self._item
        self._kind = QComboBox()
        self._kind.setObjectName("kind")
        self._kind.setAccessibleName(_("What it is"))
        self._kind.addItems([kind_name(kind, _) for kind in _KINDS])
        self._title = QLineEdit(item.title if item else "")
        self._title.setObjectName("title")
        self._title.setAccessibleName(_("What the item is called"))
        named = item_name(item, _) if item else ""
        self._title.setPlaceholderText(named or _("as its kind"))
        self._minutes = QSpinBox()
        self._minutes.setObjectName("minutes")
        self._minutes.setAccessibleName(_("Minutes"))
        self._minutes.setRange(1, _MOST)
        self._minutes.setValue(item.minutes if item else 10)
        self._do = button(_("Put in") if item is None else _("Change"), self._give, kind="primary")
        self._do.setObjectName("confirm")
        self._do.setDefault(True)
        self._leave = button(_("Leave it"), self.reject)
        self._leave.setObjectName("cancel")

    def _lay_out(self, title: str) -> None:
        _, item = self.translate, self._item
        form = QFormLayout()
        form.setSpacing(scaled(8))
        if item is None:
            form.addRow(_("What it is"), self._kind)
        if item is None or item.kind is not ItemKind.APPLICATION:
            form.addRow(_("What the item is called"), self._title)
        form.addRow(_("Minutes"), self._minutes)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._leave)
        row.addWidget(self._do)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(scaled(24),) * 4)
        column.setSpacing(scaled(12))
        column.addWidget(label(title, "section"))
        column.addLayout(form)
        column.addStretch(1)
        column.addLayout(row)

    def _give(self) -> None:
        kind = self._item.kind if self._item else _KINDS[self._kind.currentIndex()]
        title = self._title.text().strip()
        if not title and self._item is None:
            title = self._kind.currentText()
        self.accept()
        self.given.emit((kind, title, self._minutes.value()))
