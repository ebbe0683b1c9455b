"""Up to four applications on one radar, with their numbers beneath."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from reviewer_app.domain.results import ApplicationResult
from reviewer_app.domain.scheme import Scheme
from reviewer_app.i18n import Translator
from ui.screens.results.rows import MOST_COMPARED, points_or_dash, radar_of, short_number
from ui.theme.theme import scaled
from ui.widgets.chart import Chart, SeriesSign
from ui.widgets.labels import button, label

_LEAST = QSize(300, 280)


class ComparePanel(QWidget):
    """The radar, a legend and the numbers of each factor.

    Signals:
        emptied: the user takes all applications off the radar.
    """

    emptied = Signal()

    def __init__(self, translate: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.translate = translate
        _ = translate
        self.radar = Chart(_("Radar of the factors"), _LEAST)
        self._told = label("", "faint", wrap=True)
        self._clear = button(_("Take all off"), self.emptied.emit, kind="quiet", name="x")
        self._legend = QScrollArea()
        self._legend.setWidgetResizable(True)
        foot = QHBoxLayout()
        foot.addWidget(self._told, 1)
        foot.addWidget(self._clear)
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(8), scaled(8), scaled(8), scaled(8))
        column.addWidget(self.radar, 3)
        column.addWidget(self._legend, 2)
        column.addLayout(foot)

    def show_results(self, results: Sequence[ApplicationResult], scheme: Scheme) -> None:
        """Show these applications, at most four."""
        _ = self.translate
        self.radar.show_figure(radar_of(results, scheme, _), self._described(results, scheme))
        self._legend.setWidget(self._table(results, scheme))
        self._legend.setVisible(bool(results))
        self._clear.setVisible(bool(results))
        text = _("Tick applications in the table to lay them on the radar: up to {count}.")
        self._told.setText(text.format(count=MOST_COMPARED))

    def _table(self, results: Sequence[ApplicationResult], scheme: Scheme) -> QWidget:
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(scaled(4), 0, scaled(4), 0)
        grid.setVerticalSpacing(scaled(4))
        for column, factor in enumerate(scheme.factors, start=2):
            grid.addWidget(label(factor.code, "faint"), 0, column, Qt.AlignmentFlag.AlignRight)
        for row, result in enumerate(results, start=1):
            grid.addWidget(SeriesSign(row - 1), row, 0)
            name = label(short_number(result.number))
            name.setToolTip(f"{result.number} {result.name}")
            grid.addWidget(name, row, 1)
            for column, factor in enumerate(scheme.factors, start=2):
                value = points_or_dash(result.factors[factor.code], scheme.rules.places)
                grid.addWidget(label(value), row, column, Qt.AlignmentFlag.AlignRight)
        grid.setRowStretch(len(results) + 1, 1)
        grid.setColumnStretch(1, 1)
        return inside

    def _described(self, results: Sequence[ApplicationResult], scheme: Scheme) -> str:
        """Say the numbers for who cannot see the picture."""
        return "\n".join(
            " ".join(
                (
                    result.number,
                    *(
                        f"{code} {points_or_dash(value, scheme.rules.places)}"
                        for code, value in result.factors.items()
                    ),
                )
            )
            for result in results
        )
