"""Rows for the wall: one size of type for a whole page, the largest that fits it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

Cells = Sequence[str]

_SHARE = 0.72
"""Type as a share of a row's height."""
_LEAST = 0.5
"""Below this share of a row's height texts are shortened instead."""
_GAP = 0.9
"""Space between two columns as a share of the type."""


class WallTable(QWidget):
    """A page of rows; the last column but one takes what the others leave."""

    def __init__(self, rows_a_page: int, columns: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Cells, ...] = ()
        self._columns = columns
        self._lines = rows_a_page
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(0)
        self._cells = [[_cell() for _ in range(columns)] for _ in range(rows_a_page)]
        for row, cells in enumerate(self._cells):
            for column, cell in enumerate(cells):
                grid.addWidget(cell, row, column)
        self._grid = grid

    def show_rows(self, rows: Sequence[Cells], lines: int) -> None:
        """Show at most a page of rows, in a page that has so many lines."""
        self._rows = tuple(rows)
        self._lines = max(1, min(lines, len(self._cells)))
        for place, cells in enumerate(self._cells):
            self._grid.setRowStretch(place, int(place < self._lines))
            for cell in cells:
                cell.setVisible(place < self._lines)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        pixels = self._pixels()
        metrics = QFontMetrics(self._font(pixels))
        widths = self._widths(metrics, pixels)
        for column, width in enumerate(widths):
            self._grid.setColumnMinimumWidth(column, width)
            self._grid.setColumnStretch(column, 1 if column == self._columns - 2 else 0)
        for place, cells in enumerate(self._cells):
            texts = self._rows[place] if place < len(self._rows) else ("",) * self._columns
            for cell, text, width in zip(cells, texts, widths, strict=True):
                cell.setFont(self._font(pixels))
                cell.setText(metrics.elidedText(text, Qt.TextElideMode.ElideRight, width))

    def _pixels(self) -> int:
        """Give the largest type in which the widest row of the page fits."""
        height = self.height() / self._lines
        most, least = max(8, int(height * _SHARE)), max(8, int(height * _LEAST))
        for pixels in range(most, least, -1):
            metrics = QFontMetrics(self._font(pixels))
            if sum(self._needed(metrics, pixels)) <= self.width():
                return pixels
        return least

    def _needed(self, metrics: QFontMetrics, pixels: int) -> list[int]:
        gap = int(pixels * _GAP)
        return [
            max((metrics.horizontalAdvance(row[column]) for row in self._rows), default=0) + gap
            for column in range(self._columns)
        ]

    def _widths(self, metrics: QFontMetrics, pixels: int) -> list[int]:
        """Share the room: what is too much is taken from the two last columns alike."""
        needed = self._needed(metrics, pixels)
        over = sum(needed) - self.width()
        if over > 0:
            *rest, name, last = needed
            free = max(self.width() - sum(rest), 2)
            name = min(name, max(free - last, free * 3 // 5))
            return [*rest, name, free - name]
        return needed

    def _font(self, pixels: int) -> QFont:
        made = QFont(self.font())
        made.setPixelSize(pixels)
        return made


def _cell() -> QLabel:
    made = QLabel("")
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
    return made
