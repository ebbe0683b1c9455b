"""A hand at the real windows: it finds what is seen by its name, clicks and types.

Nothing is called that a person could not do; what is read is what stands on the screen.
"""

import time
from collections.abc import Callable, Iterator
from typing import TypeVar

from PySide6.QtCore import QEventLoop, QModelIndex, QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QMenu,
    QRadioButton,
    QScrollArea,
    QTabBar,
    QTableView,
    QWidget,
)

W = TypeVar("W", bound=QWidget)
_PATIENCE = 20.0
_TICK = 5
_SIGN = 12


class Hand:
    """Mouse and keyboard of whoever sits at the PC; `tell` hears what was done."""

    def __init__(self, tell: Callable[[str], None]) -> None:
        self.tell = tell

    def wait(self, condition: Callable[[], bool], what: str) -> None:
        """Let the program work until something is so."""
        end = time.monotonic() + _PATIENCE
        while not condition():
            assert time.monotonic() < end, f"waited for {what}; seen: {self.seen()}"
            self.breathe()

    def breathe(self, milliseconds: int = _TICK) -> None:
        """Let events and the job thread run."""
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    def find(self, name: str, kind: type[W]) -> W:
        """Wait for a widget that is seen, by its name."""
        self.wait(lambda: any(self._named(name, kind)), f"{kind.__name__} {name!r}")
        return next(self._named(name, kind))

    def sees(self, name: str) -> bool:
        """Say whether a widget of a name is seen now."""
        return any(self._named(name, QWidget))

    def press(self, name: str) -> None:
        """Click a button once it may be clicked."""
        found = self.find(name, QAbstractButton)
        self.wait(found.isEnabled, f"{name!r} to be enabled")
        self._click(found)

    def press_words(self, words: str) -> None:
        """Click the button that bears these words."""
        self.wait(lambda: self._worded(words) is not None, f"a button {words!r}")
        found = self._worded(words)
        assert found is not None
        self.wait(found.isEnabled, f"{words!r} to be enabled")
        self._click(found)

    def sees_words(self, words: str) -> bool:
        """Say whether these words stand on a button that is seen."""
        return self._worded(words) is not None

    def write(self, name: str, text: str) -> None:
        """Put a text into a field in place of what is there."""
        found = self.find(name, QWidget)
        self.wait(found.isEnabled, f"{name!r} to be enabled")
        self._into_view(found)
        QTest.mouseClick(found, Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
        QTest.keyClick(found, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClicks(found, text)
        self.breathe()

    def choose(self, name: str, text: str) -> None:
        """Choose a line of a list by keys, as its words are read."""
        found = self.find(name, QComboBox)
        self._into_view(found)
        found.setFocus()
        wanted = next((at for at in range(found.count()) if text in found.itemText(at)), -1)
        assert wanted >= 0, f"{name!r} offers no {text!r}"
        QTest.keyClick(found, Qt.Key.Key_Home)
        for _step in range(wanted):
            QTest.keyClick(found, Qt.Key.Key_Down)
        QTest.keyClick(found, Qt.Key.Key_Return)
        self.breathe()

    def choose_action(self, words: str) -> None:
        """Click a line of the menu that is open."""
        self.wait(lambda: self._menu() is not None, "a menu")
        menu = self._menu()
        assert menu is not None
        action = next((one for one in menu.actions() if words in one.text()), None)
        assert action is not None, f"the menu offers no {words!r}"
        QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())
        self.breathe()

    def agree(self) -> None:
        """Press the button that does what a dialog asks about."""
        self.press("confirm")

    def choose_row(self, name: str, words: str) -> None:
        """Click the row of a table in which these words stand."""
        view = self.find(name, QTableView)
        found: list[QModelIndex] = []

        def look() -> bool:
            found[:] = _cells(view, words)
            return bool(found)

        self.wait(look, f"a row {words!r} in {name!r}")
        self._click_cell(view, found[0])

    def choose_cell(self, name: str, row: str, column: str) -> None:
        """Click the cell where a row and a column meet, both by the words of their heads."""
        view = self.find(name, QTableView)
        model = view.model()
        ways = Qt.Orientation.Vertical, Qt.Orientation.Horizontal
        sizes = model.rowCount(), model.columnCount()
        down, across = (
            next(i for i in range(size) if str(model.headerData(i, way)).startswith(words))
            for words, way, size in zip((row, column), ways, sizes, strict=True)
        )
        self._click_cell(view, model.index(down, across))

    def turn_to(self, name: str, words: str) -> None:
        """Click the tab that bears these words."""
        tabs = self.find(name, QTabBar)
        at = next((at for at in range(tabs.count()) if words in tabs.tabText(at)), -1)
        assert at >= 0, f"{name!r} has no tab {words!r}"
        QTest.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=tabs.tabRect(at).center())
        self.breathe()

    def key(self, key: Qt.Key, way: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the focus is."""
        QTest.keyClick(self._focused(), key, way)

    def keys(self, text: str) -> None:
        """Type signs where the focus is."""
        QTest.keyClicks(self._focused(), text)

    def read(self, name: str) -> str:
        """Read a label or a button."""
        found = self.find(name, QWidget)
        assert isinstance(found, QLabel | QAbstractButton)
        return found.text()

    def seen(self) -> str:
        """Give the words of all that is seen, for a report of what went wrong."""
        words = [
            f"{widget.objectName()}={widget.text()!r}"
            for widget in self._widgets()
            if isinstance(widget, QLabel | QAbstractButton) and widget.text().strip()
        ]
        return " | ".join(words)[:4000]

    def _click(self, found: QAbstractButton) -> None:
        """Click a button; of a box to tick or to choose its sign at the left."""
        self._into_view(found)
        is_box = isinstance(found, QCheckBox | QRadioButton)
        at = QPoint(_SIGN, found.height() // 2) if is_box else found.rect().center()
        QTest.mouseClick(found, Qt.MouseButton.LeftButton, pos=at)
        self.breathe()

    def _activate(self) -> None:
        """Give the keys to the window in front, as a window manager does when a dialog goes."""
        for top in QApplication.topLevelWidgets():
            if top.isVisible() and top.isWindow() and not isinstance(top, QMenu):
                top.activateWindow()

    def _click_cell(self, view: QTableView, cell: QModelIndex) -> None:
        view.scrollTo(cell)
        self.breathe()
        place = view.visualRect(cell).center()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
        self.breathe()

    def _menu(self) -> QMenu | None:
        tops = QApplication.topLevelWidgets()
        return next((one for one in tops if isinstance(one, QMenu) and one.isVisible()), None)

    def _worded(self, words: str) -> QAbstractButton | None:
        buttons = (one for one in self._widgets() if isinstance(one, QAbstractButton))
        return next((one for one in buttons if words in one.text()), None)

    def _named(self, name: str, kind: type[W]) -> Iterator[W]:
        for widget in self._widgets():
            if widget.objectName() == name and isinstance(widget, kind):
                yield widget

    def _widgets(self) -> Iterator[QWidget]:
        modal = QApplication.activeModalWidget()
        for top in [modal] if modal else QApplication.topLevelWidgets():
            if top.isVisible():
                yield from (one for one in top.findChildren(QWidget) if one.isVisible())

    def _into_view(self, widget: QWidget) -> None:
        above = widget.parentWidget()
        while above is not None:
            if isinstance(above, QScrollArea):
                above.ensureWidgetVisible(widget)
            above = above.parentWidget()

    def _focused(self) -> QWidget:
        def with_keys() -> QWidget | None:
            if QApplication.activeWindow() is None:
                self._activate()
            return QApplication.focusWidget() or QApplication.activeWindow()

        self.wait(lambda: with_keys() is not None, "a place for the keys")
        found = with_keys()
        assert found is not None
        return found


def _cells(view: QTableView, words: str) -> list[QModelIndex]:
    """Give the cells of a table in which these words stand."""
    model = view.model()
    return [
        model.index(row, column)
        for row in range(model.rowCount())
        for column in range(model.columnCount())
        if words in str(model.index(row, column).data())
    ]
