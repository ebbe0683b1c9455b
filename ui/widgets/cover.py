"""A page over a whole window, and the window as it was when the page is lifted.

What is under it is hidden, not just covered: no key, no screen reader and no picture of
the window reaches it. The widget that had the keys does not hear that it lost them: what
was half typed there stays half typed.
"""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QWidget
from shiboken6 import isValid

_FOCUS = (QEvent.Type.FocusIn, QEvent.Type.FocusOut)
_BY_EXEC = Qt.WindowModality.ApplicationModal
"""What `exec` makes of a dialog, whose caller waits for the answer."""


class Cover(QObject):
    """Lies over a window from its making until `lift`."""

    def __init__(self, window: QMainWindow, page: QWidget, title: str) -> None:
        """`title` is what the window is called meanwhile."""
        super().__init__(window)
        self._window, self.page = window, page
        self._title = window.windowTitle()
        self._aside = _put_dialogs_aside(window)
        self._had_keys: QWidget | None = window.focusWidget()
        if self._had_keys is not None:
            self._had_keys.installEventFilter(self)
        window.setWindowTitle(title)
        window.installEventFilter(self)
        page.setParent(window)
        page.setGeometry(window.rect())
        page.show()
        page.raise_()
        page.setFocus()
        window.centralWidget().hide()

    def lift(self) -> None:
        """Show the window as it was, with the keys where they were."""
        self._window.setWindowTitle(self._title)
        self._window.centralWidget().show()
        if self._had_keys is not None and isValid(self._had_keys):
            self._had_keys.setFocus()
        self._end()
        for dialog in self._aside:
            if isValid(dialog):
                dialog.show()

    def drop(self) -> None:
        """Lift it for something else: dialogs that were put aside are closed."""
        for dialog in self._aside:
            if isValid(dialog):
                dialog.reject()
        self._aside = []
        self.lift()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window:
            if event.type() == QEvent.Type.Resize:
                self.page.setGeometry(self._window.rect())
            return False
        return event.type() in _FOCUS

    def _end(self) -> None:
        if self._had_keys is not None and isValid(self._had_keys):
            self._had_keys.removeEventFilter(self)
        self._window.removeEventFilter(self)
        self.page.hide()
        self.page.deleteLater()
        self.deleteLater()


def _put_dialogs_aside(window: QWidget) -> list[QDialog]:
    """Hide what is open over the window; a question that waits gets its safe answer."""
    popup = QApplication.activePopupWidget()
    while popup is not None:
        popup.close()
        popup = QApplication.activePopupWidget()
    opened = [made for made in window.findChildren(QDialog) if made.isVisible()]
    waited_for = [made for made in opened if made.windowModality() == _BY_EXEC]
    for made in opened:
        if made in waited_for:
            made.reject()
        else:
            made.hide()
    return [made for made in opened if made not in waited_for]
