"""The ranking as a table that draws bars, dots and lines, and lets rows slide to their rank."""

from collections.abc import Mapping

from PySide6.QtCore import (
    QEasingCurve,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    Qt,
    QVariantAnimation,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from reviewer_app.charts.drawing import drawing_of
from reviewer_app.charts.shapes import Box
from reviewer_app.domain.figure import Figure
from ui.models.table import ROW_ROLE, TableModel
from ui.screens.results.rows import ResultRow
from ui.theme.theme import ROW, TABLE, colour, font, scaled, theme
from ui.widgets.chart import paint
from ui.widgets.table_view import TableView

Index = QModelIndex | QPersistentModelIndex

LINE_ROOM = 26
"""The height of a line between two rows, with the words on it."""

_SLIDE = 150
_FIGURES = {"bars": "bars", "dots": "strip"}


class RankingView(TableView):
    """Shows results; lines run across it while it is in the order of the ranking.

    Signals:
        compare_wanted: the user put an application on the radar or took it off (its number).
    """

    compare_wanted = Signal(str)

    def __init__(
        self, model: TableModel[ResultRow], name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(model, name, row_height=ROW, parent=parent)
        self._rows = model
        self._from: Mapping[str, int] = {}
        self._lines: dict[int, str] = {}
        self._slide = QVariantAnimation(self, startValue=1.0, endValue=0.0, duration=_SLIDE)
        self._slide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._slide.valueChanged.connect(self.viewport().update)
        self._slide.finished.connect(self._arrived)
        self._delegate = RowDelegate(self)
        self.setItemDelegate(self._delegate)
        header = self.horizontalHeader()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(self.place_of("name"), QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(scaled(36))
        model.modelReset.connect(self.make_room)
        model.layoutChanged.connect(self.make_room)

    def place_of(self, key: str) -> int:
        """Give the logical place of a column."""
        return [column.key for column in self._rows.columns].index(key)

    def key_of(self, place: int) -> str:
        """Name the column at a logical place."""
        return self._rows.columns[place].key

    def show_rows(self, rows: tuple[ResultRow, ...]) -> None:
        """Show rows; those that were seen before slide from where they stood."""
        before = self._tops()
        self._slide.stop()
        self._rows.show(rows)
        after = self._tops()
        moved = {
            number: before[number] - top
            for number, top in after.items()
            if number in before and before[number] != top
        }
        if moved and not theme().still and self.isVisible():
            self._from = moved
            self._slide.start()

    def is_sliding(self) -> bool:
        """Whether rows are on their way."""
        return self._slide.state() is QVariantAnimation.State.Running

    def shift_of(self, row: ResultRow) -> int:
        """Give how far below its place a row is drawn now."""
        if not self.is_sliding():
            return 0
        return round(self._from.get(row.number, 0) * float(self._slide.currentValue()))

    def line_of(self, place: int) -> str:
        """Give the words on the line above a row as the rows stand now."""
        return self._lines.get(place, "")

    def make_room(self) -> None:
        """Make the rows below a line higher by the line."""
        in_order = self._is_in_order()
        shown = self._rows.shown() if in_order else ()
        self._lines = {place: row.line for place, row in enumerate(shown) if row.line}
        header = self.verticalHeader()
        for place in range(self._rows.rowCount()):
            height = scaled(ROW) + (scaled(LINE_ROOM) if self.line_of(place) else 0)
            if header.sectionSize(place) != height:
                header.resizeSection(place, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        for place, words in self._lines.items():
            self._paint_line(painter, self.rowViewportPosition(place), words)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self.compare_wanted.emit(self._rows.row_at(self.currentIndex()).number)
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index.column() == self.place_of("compared"):
            self.compare_wanted.emit(self._rows.row_at(index).number)

    def _tops(self) -> dict[str, int]:
        return {
            row.number: self.rowViewportPosition(place)
            for place, row in enumerate(self._rows.shown())
        }

    def _is_in_order(self) -> bool:
        """Whether the rows stand as the ranking has them, so that lines mean something."""
        header = self.horizontalHeader()
        by_rank = header.sortIndicatorSection() in (-1, self.place_of("rank"))
        return by_rank and header.sortIndicatorOrder() is Qt.SortOrder.AscendingOrder

    def _arrived(self) -> None:
        self._from = {}
        self.viewport().update()

    def _paint_line(self, painter: QPainter, top: int, words: str) -> None:
        """Draw a dashed line over the whole width with its words in the middle of it."""
        room, width = scaled(LINE_ROOM), self.viewport().width()
        middle = top + room / 2
        painter.setFont(font(TABLE, bold=True))
        text = painter.fontMetrics().horizontalAdvance(words) + 2 * scaled(12)
        pen = QPen(colour("attention"), scaled(2))
        pen.setDashPattern([5, 3])
        painter.setPen(pen)
        begin = scaled(40)
        painter.drawLine(QPointF(0, middle), QPointF(begin, middle))
        painter.drawLine(QPointF(begin + text, middle), QPointF(width, middle))
        box = QRect(begin, top, text, room)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)


class RowDelegate(QStyledItemDelegate):
    """Draws cells where their row is now; bars and dots by their geometry."""

    def __init__(self, view: RankingView) -> None:
        super().__init__(view)
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: ResultRow = index.data(ROW_ROLE)
        placed = QStyleOptionViewItem(option)
        cell: QRect = placed.rect  # type: ignore[attr-defined]
        if self._view.line_of(index.row()):
            cell.setTop(cell.top() + scaled(LINE_ROOM))
        cell.moveTop(cell.top() + self._view.shift_of(row))
        placed.rect = cell  # type: ignore[attr-defined]
        key = self._view.key_of(index.column())
        figure: Figure | None = getattr(row, _FIGURES[key]) if key in _FIGURES else None
        if key == "number":
            # The numbers of a batch begin alike and differ at their end.
            placed.textElideMode = Qt.TextElideMode.ElideLeft  # type: ignore[attr-defined]
        if figure is None:
            super().paint(painter, placed, index)
            return
        self._paint_ground(painter, placed, index)
        margin = scaled(8)
        _paint_figure(
            painter, figure, QRectF(cell).adjusted(margin, scaled(6), -margin, -scaled(6))
        )

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw what an empty cell would have: ground, selection, focus."""
        self.initStyleOption(option, index)
        option.text = ""  # type: ignore[attr-defined]
        style = self._view.style()
        style.drawControl(style.ControlElement.CE_ItemViewItem, option, painter, self._view)


def _paint_figure(painter: QPainter, figure: Figure, room: QRectF) -> None:
    painter.save()
    painter.translate(room.topLeft())
    paint(painter, drawing_of(figure, Box(room.width(), room.height(), scaled(TABLE))))
    painter.restore()
