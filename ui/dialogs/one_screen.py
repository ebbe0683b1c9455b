"""Warn, large, that the wall would show this very screen; offer to use it in turn."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from reviewer_app.i18n import Translator
from ui.theme.theme import font, pixmap, scaled
from ui.widgets.labels import button, label
from ui.widgets.scrolling import resize_within_screen

_LARGE = 26


class OneScreenDialog(QDialog):
    """What is wrong, how it is mended, and the single-screen mode.

    Signals:
        given: the picture for the wall shall be shown here, over everything.
    """

    given = Signal()

    def __init__(self, translate: Translator, parent: QWidget) -> None:
        super().__init__(parent)
        self.translate = _ = translate
        self.setObjectName("one_screen_dialog")
        self.setWindowTitle(_("Projector"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        resize_within_screen(self, 720, 320)
        picture = QLabel()
        picture.setPixmap(pixmap("triangle-alert", "attention", 48))
        title = label(_("The wall shows what you see here"), wrap=True)
        title.setFont(font(_LARGE, bold=True))
        head = QHBoxLayout()
        head.setSpacing(scaled(16))
        head.addWidget(picture)
        head.addWidget(title, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(scaled(24),) * 4)
        column.setSpacing(scaled(12))
        column.addLayout(head)
        for text in self._lines():
            column.addWidget(label(text, wrap=True))
        column.addStretch(1)
        column.addLayout(self._foot())

    def _lines(self) -> tuple[str, ...]:
        _ = self.translate
        return (
            _("There is one screen only, or the projector repeats it: everybody reads the desk."),
            _(
                "For two pictures connect the projector, press Windows+P and choose “Extend”,"
                " then press F11 again."
            ),
            _("With one screen the picture for the wall covers this one until Esc or F11."),
        )

    def _foot(self) -> QHBoxLayout:
        _ = self.translate
        show = button(_("Show it here"), self._give)
        show.setObjectName("confirm")
        leave = button(_("Not now"), self.reject, kind="primary")
        leave.setObjectName("cancel")
        leave.setDefault(True)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(show)
        row.addWidget(leave)
        leave.setFocus()
        return row

    def _give(self) -> None:
        self.accept()
        self.given.emit()
