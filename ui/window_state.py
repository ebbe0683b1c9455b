"""What this PC remembers of windows: places, divisions, columns of tables.

A place is checked against the screens there are now.
"""

from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QRect, QSettings
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QSplitter, QWidget

from reviewer_app import paths

_ENOUGH = 100
"""Pixels of a window's head that must be seen, so that it can be taken hold of."""


def _store() -> QSettings:
    return QSettings(str(paths.window_file()), QSettings.Format.IniFormat)


def remember_window(name: str, window: QWidget) -> None:
    """Note where a window stands."""
    _store().setValue(f"{name}/geometry", window.saveGeometry())


def restore_window(name: str, window: QWidget) -> None:
    """Put a window where it stood, or where it can be seen if that screen is gone."""
    found = _store().value(f"{name}/geometry")
    if isinstance(found, QByteArray):
        window.restoreGeometry(found)
    screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    if screens and not any(_is_seen(window.frameGeometry(), screen) for screen in screens):
        window.setGeometry(_within(window.geometry(), screens[0]))


def _is_seen(window: QRect, screen: QRect) -> bool:
    head = QRect(window.x(), window.y(), window.width(), _ENOUGH // 2)
    seen = head.intersected(screen)
    return seen.width() >= _ENOUGH and seen.height() > 0


def _within(window: QRect, screen: QRect) -> QRect:
    size = window.size().boundedTo(screen.size())
    fitted = QRect(screen.topLeft(), size)
    fitted.moveCenter(screen.center())
    return fitted


def remember_splitter(name: str, splitter: QSplitter) -> None:
    """Note how the user divided a place."""
    _store().setValue(f"{name}/splitter", splitter.saveState())


def restore_splitter(name: str, splitter: QSplitter) -> None:
    """Divide a place as the user did last time."""
    found = _store().value(f"{name}/splitter")
    if isinstance(found, QByteArray):
        splitter.restoreState(found)


def remember_columns(table: str, keys: Sequence[str]) -> None:
    """Note which columns of a table the user wants, in which order."""
    _store().setValue(f"{table}/columns", list(keys))


def remembered_columns(table: str) -> tuple[str, ...]:
    """Give the columns the user chose for a table, none if never."""
    found = _store().value(f"{table}/columns")
    if isinstance(found, str):
        return (found,)
    return tuple(str(key) for key in found) if isinstance(found, list) else ()
