"""Tables on the screen beside an empty Qt view with the same rows.

Ours is the list of applications with all its columns; the floor is a QTableView on a
QStandardItemModel with as many rows and columns of plain text, and the proxy of Qt that
sorts and filters it. Every deed ends with the table painted.
"""

import os
from functools import partial

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSortFilterProxyModel, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QTableView

from reviewer_app.i18n import translator
from reviewer_app.queries.applications import ApplicationLine, application_list
from reviewer_app.settings import Settings
from tests.benchmarks.batches import a_batch, folder
from tests.benchmarks.measuring import Pair, compared, elapsed, note, options, show
from ui.screens.applications.list_page import ListPage
from ui.screens.applications.rows import list_columns
from ui.theme.theme import apply_theme

_WORDS = ("项目", "7", "")


def plain_view(lines: tuple[ApplicationLine, ...]) -> tuple[QTableView, QSortFilterProxyModel]:
    """The floor: the same texts in Qt's own model, behind Qt's own proxy."""
    columns = list_columns(translator("zh_CN"))
    model = QStandardItemModel(len(lines), len(columns))
    for row, line in enumerate(lines):
        for place, column in enumerate(columns):
            model.setItem(row, place, QStandardItem(column.text(line)))
    proxy = QSortFilterProxyModel()
    proxy.setSourceModel(model)
    proxy.setFilterKeyColumn(-1)
    view = QTableView()
    model.setParent(view)
    proxy.setParent(view)
    view.setModel(proxy)
    view.resize(1180, 640)
    view.show()
    return view, proxy


def ours_searches(page: ListPage) -> None:
    """Type three searches, each painted."""
    for word in _WORDS:
        page._search.setText(word)
        page._filter()
        page._table.viewport().repaint()


def plain_searches(view: QTableView, proxy: QSortFilterProxyModel) -> None:
    """Set three filters, each painted."""
    for word in _WORDS:
        proxy.setFilterFixedString(word)
        view.viewport().repaint()


def ours_sorts(page: ListPage) -> None:
    """Sort by three columns, each painted."""
    for column in (1, 4, 9):
        page._table.sortByColumn(column, Qt.SortOrder.DescendingOrder)
        page._table.viewport().repaint()


def plain_sorts(view: QTableView, proxy: QSortFilterProxyModel) -> None:
    """Sort by three columns, each painted."""
    for column in (1, 4, 9):
        proxy.sort(column, Qt.SortOrder.DescendingOrder)
        view.viewport().repaint()


def main() -> None:
    """Print the table: three searches, three sorts, and reading the whole list."""
    chosen = options(__doc__)
    size = 20 if chosen.quick else 1000
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    apply_theme(application, Settings())
    with folder() as place:
        workspace = a_batch(place / "batch.review", size, 1, scored=False)
        lines = application_list(workspace)
        page = ListPage(translator("zh_CN"))
        page.resize(1180, 640)
        page.show()
        page.show_lines(lines)
        view, proxy = plain_view(lines)
        application.processEvents()
        pairs = (
            Pair(
                "three searches", partial(ours_searches, page), partial(plain_searches, view, proxy)
            ),
            Pair("three sorts", partial(ours_sorts, page), partial(plain_sorts, view, proxy)),
        )
        rows = [compared(pair, chosen.rounds, clock=elapsed) for pair in pairs]
        reading = Pair(
            "the whole list read and shown",
            lambda: page.show_lines(application_list(workspace)),
            lambda: workspace.store.rows("SELECT * FROM application"),
        )
        rows.append(compared(reading, chosen.rounds, clock=elapsed))
        workspace.close()
    show(f"tables, {size} applications", rows)
    worst = max(rows[0].ours, rows[1].ours) / 3 * 1000
    note(f"one search or sort to the painted table: at most {worst:.1f} ms (wished: 50)")


if __name__ == "__main__":
    main()
