"""Where the keys are in a page, so that a page made anew has them in the same place."""

from dataclasses import dataclass

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QScrollArea, QWidget


@dataclass(frozen=True, slots=True)
class FocusPlace:
    """The widget that has the keys: its kind, and its place among those of that kind."""

    kind: type[QWidget]
    place: int


def focus_place(page: QWidget) -> FocusPlace | None:
    """Note where the keys are, None where they are not in this page."""
    focused: QWidget | None = page.window().focusWidget()
    if focused is None:
        return None
    kind = type(focused)
    alike = page.findChildren(kind)
    return FocusPlace(kind, alike.index(focused)) if focused in alike else None


def put_focus(page: QWidget, noted: FocusPlace) -> None:
    """Give the keys to the widget in the same place, and bring it into sight."""
    alike = page.findChildren(noted.kind)
    if noted.place < len(alike):
        found = alike[noted.place]
        found.setFocus()
        _Sight(found)


class _Sight(QTimer):
    """Scrolls every area around its widget to it, once the page is laid out."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget, singleShot=True)
        self._widget = widget
        self.timeout.connect(self._bring)
        self.start()

    def _bring(self) -> None:
        around = self._widget.parentWidget()
        while around is not None:
            if isinstance(around, QScrollArea):
                around.ensureWidgetVisible(self._widget)
            around = around.parentWidget()
        self.deleteLater()
