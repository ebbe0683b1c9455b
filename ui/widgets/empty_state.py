"""What an empty place says: what goes here, and the first step."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ui.theme.theme import pixmap
from ui.widgets.labels import button, label


class EmptyState(QWidget):
    """An icon, a sentence and, where there is one, the button of the first step."""

    def __init__(
        self,
        icon_name: str,
        text: str,
        step: tuple[str, Callable[[], object]] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.addStretch(2)
        picture = QLabel()
        picture.setPixmap(pixmap(icon_name, "faint", 48))
        picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(picture)
        told = label(text, "secondary", wrap=True)
        told.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(told)
        if step is not None:
            words, act = step
            made = button(words, act, kind="primary")
            column.addWidget(made, alignment=Qt.AlignmentFlag.AlignCenter)
        column.addStretch(3)
