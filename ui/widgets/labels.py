"""Labels, buttons and frames that carry their part of the style sheet by name."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QLayout, QPushButton, QSizePolicy, QWidget

from ui.theme.theme import icon, pixmap, scaled


class Button(QPushButton):
    """A push button that Enter presses too, where the focus is on it."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
            return
        super().keyPressEvent(event)


def label(text: str, style: str = "", *, wrap: bool = False) -> QLabel:
    """Make a label of plain text; `style` is "page", "section", "secondary", "faint", "figure"."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    if style:
        made.setProperty("look", style)
    return made


def pill(text: str, meaning: str) -> QLabel:
    """Make a short word on the ground of its meaning: a state never by colour alone."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("pill", meaning)
    made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    made.setMinimumHeight(scaled(26))
    return made


def button(
    text: str, clicked: Callable[[], object], *, kind: str = "", name: str = "", tip: str = ""
) -> QPushButton:
    """Make a push button; `kind` is "primary", "quiet" or none, `name` that of an icon."""
    made = Button(text)
    if kind:
        made.setProperty("kind", kind)
    if name:
        made.setIcon(_icon_of(name, kind))
    if tip:
        made.setToolTip(tip)
    made.clicked.connect(clicked)
    return made


def _icon_of(name: str, kind: str) -> QIcon:
    made = icon(name, "on_accent" if kind == "primary" else "secondary")
    made.addPixmap(pixmap(name, "faint", 20), QIcon.Mode.Disabled)
    return made


def frame(surface: str, layout: QLayout | None = None) -> QFrame:
    """Make a frame on "raised", "sunken", "bar" or "foot" ground."""
    made = QFrame()
    made.setProperty("surface", surface)
    if layout is not None:
        made.setLayout(layout)
        if surface == "raised":
            layout.setContentsMargins(*(scaled(16),) * 4)
    return made


def restyle(widget: QWidget) -> None:
    """Let the style sheet look at the properties of a widget again."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    # Only this lets a label take the padding of a ground it gets after it was laid out.
    QCoreApplication.sendEvent(widget, QEvent(QEvent.Type.StyleChange))
