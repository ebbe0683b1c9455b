"""Lines over the places: that they do not show what is now, that nothing in them counts."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from ui.theme.theme import pixmap, scaled
from ui.widgets.labels import button, label


class Banner(QFrame):
    """An icon, a sentence, and the way back."""

    def __init__(
        self,
        text: str,
        back: tuple[str, Callable[[], object]],
        *,
        icon_name: str = "history",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("pill", "locked")
        row = QHBoxLayout(self)
        row.setContentsMargins(scaled(16), scaled(4), scaled(16), scaled(4))
        picture = QLabel()
        picture.setPixmap(pixmap(icon_name, "locked", 20))
        row.addWidget(picture)
        row.addWidget(label(text), 1)
        words, act = back
        row.addWidget(button(words, act, name="rotate-ccw"))


def rehearsal_strip(text: str) -> QFrame:
    """Make the strip above everything that is shown of a rehearsal; it is hidden at first."""
    made = QFrame()
    made.setObjectName("rehearsal_strip")
    made.setProperty("pill", "attention")
    made.setAccessibleName(text)
    picture = QLabel()
    picture.setPixmap(pixmap("triangle-alert", "attention", 20))
    row = QHBoxLayout(made)
    row.setContentsMargins(scaled(16), scaled(2), scaled(16), scaled(2))
    row.addWidget(picture)
    row.addWidget(label(text), 1)
    made.hide()
    return made
