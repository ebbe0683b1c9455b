"""From a typed score to the repainted total, in a queue of 1,000 applications.

Floor: a bare QTableView over a model of as many rows, of which one cell is changed and
repainted. A score is durable before its total is painted, so the wall counts.
"""

import os
from collections.abc import Callable
from itertools import count, cycle
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView

from reviewer_app.domain.person import Actor, Role
from reviewer_app.i18n import translator
from reviewer_app.settings import Settings
from reviewer_app.workspace import Workspace
from tests.benchmarks.batches import a_batch, folder
from tests.benchmarks.measuring import Pair, compared, elapsed, options, show
from tests.builders import as_person
from ui.desk import Desk
from ui.jobs import JobRunner
from ui.screens.scoring.screen import Scoring
from ui.theme.theme import apply_theme

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class Bare(QAbstractTableModel):
    """As many rows as the queue has, of plain texts."""

    def __init__(self, size: int) -> None:
        super().__init__()
        self._texts = [[f"{row}", f"row {row}", "0.00"] for row in range(size)]

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802 - Qt's own
        return 0 if parent.isValid() else len(self._texts)

    def columnCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802 - Qt's own
        return 0 if parent.isValid() else 3

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        is_text = role == Qt.ItemDataRole.DisplayRole
        return self._texts[index.row()][index.column()] if is_text else None

    def change(self, text: str) -> None:
        """Change the first row's last cell."""
        self._texts[0][2] = text
        place = self.index(0, 2)
        self.dataChanged.emit(place, place)


class BareView:
    """The least a changed number on the screen can cost."""

    def __init__(self, size: int) -> None:
        self.model, self.view = Bare(size), QTableView()
        self._turn = count()
        self.view.resize(1366, 700)
        self.view.setModel(self.model)
        self.view.show()

    def change(self) -> None:
        """Change one number and paint it."""
        self.model.change(str(next(self._turn)))
        self.view.repaint()

    def choose(self) -> None:
        """Make another row current and paint it."""
        self.view.selectRow(next(self._turn) % self.model.rowCount())
        self.view.repaint()

    def fill(self) -> None:
        """Take all rows anew."""
        self.model.beginResetModel()
        self.model.endResetModel()
        self.view.repaint()


class Place:
    """The scoring place of one reviewer."""

    def __init__(self, workspace: Workspace) -> None:
        actor = Actor("专家1", Role.REVIEWER, "R1")
        self._desk = Desk(as_person(workspace, actor), translator("zh_CN"), JobRunner())
        self.place = Scoring(self._desk)
        self.place.resize(1366, 700)
        self.place.show()
        self._digits = cycle(("15", "16"))
        self._order = cycle((self.place.next_application, self.place.previous_application))

    def score(self) -> None:
        """Type a score into the first row, and paint the total."""
        self.place.form.go_to_row(0)
        field = self.place.form.rows[0].field
        QTest.keyClicks(field, next(self._digits))
        QTest.keyClick(field, Qt.Key.Key_Return)
        self.place.repaint()

    def switch(self) -> None:
        """Go to another application and paint it."""
        next(self._order)()
        self.place.repaint()

    def look_again(self) -> None:
        """Read the whole queue anew."""
        self.place.look_again()
        self.place.repaint()

    def sort(self) -> None:
        """Sort the queue by the own total."""
        self.place.queue.model.sort(2, Qt.SortOrder.DescendingOrder)
        self.place.repaint()


def main() -> None:
    """Print the pairs."""
    chosen = options(__doc__)
    size = 5 if chosen.quick else 1000
    application = QApplication([])
    apply_theme(application, Settings())
    with folder() as home:
        workspace = a_batch(home / "batch.review", size, 1, scored=False)
        ours, bare = Place(workspace), BareView(size)
        pairs: tuple[tuple[str, Callable[[], None], Callable[[], None]], ...] = (
            ("typing a score to the painted total", ours.score, bare.change),
            ("switching the application", ours.switch, bare.choose),
            ("sorting the queue", ours.sort, bare.fill),
            ("reading the whole queue anew", ours.look_again, bare.fill),
        )
        lines = [
            compared(Pair(name, work, floor), chosen.rounds, clock=elapsed)
            for name, work, floor in pairs
        ]
        show(f"scoring, {size} applications; the floor is a bare table view", lines)
        ours.place.deleteLater()
        application.processEvents()
        workspace.close()


if __name__ == "__main__":
    main()
