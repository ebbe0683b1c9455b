"""A scheme as the reviewer will see it, to be read and not to be filled in."""

from fractions import Fraction

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from reviewer_app.domain.points import Points, format_points
from reviewer_app.domain.scheme import Factor, Indicator, IndicatorKind, Scheme
from reviewer_app.i18n import N_, Translator
from ui.theme.theme import scaled
from ui.widgets.labels import frame, label, pill

_KINDS = {
    IndicatorKind.OBJECTIVE: N_("computed"),
    IndicatorKind.ASSISTED: N_("suggested, you decide"),
    IndicatorKind.JUDGED: N_("you decide"),
}


class SchemeView(QScrollArea):
    """Factors, indicators, levels and their anchors, in the order of the sheet."""

    def __init__(self, translate: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = self.translate = translate
        self._shown = ""
        self.setWidgetResizable(True)
        self.setAccessibleName(_("The scheme as reviewers see it"))

    def show_scheme(self, scheme: Scheme) -> None:
        """Show a scheme in place of the one before, scrolled to the same place."""
        if scheme.digest == self._shown:
            return
        self._shown = scheme.digest
        place = self.verticalScrollBar().value()
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setSpacing(scaled(8))
        for factor in scheme.factors:
            column.addLayout(self._head(factor, scheme))
            for indicator in factor.indicators:
                column.addWidget(self._row(indicator, scheme))
        column.addStretch(1)
        self.setWidget(inside)
        inside.adjustSize()
        self.verticalScrollBar().setValue(place)

    def _head(self, factor: Factor, scheme: Scheme) -> QHBoxLayout:
        whole = sum((row.weight * row.maximum for row in factor.indicators), Fraction(0))
        head = QHBoxLayout()
        head.setContentsMargins(0, scaled(12), scaled(12), 0)
        name = self._name(factor.name, factor.name_en)
        head.addWidget(label(f"{factor.code}  {name}", "section"), 1)
        head.addWidget(label(_short(factor.weight * whole, scheme.rules.places), "section"))
        return head

    def _row(self, indicator: Indicator, scheme: Scheme) -> QFrame:
        _ = self.translate
        column = QVBoxLayout()
        column.setSpacing(scaled(4))
        head = QHBoxLayout()
        name = self._name(indicator.name, indicator.name_en)
        head.addWidget(label(f"{indicator.code}  {name}", wrap=True), 1)
        kind = _(_KINDS[indicator.kind])
        head.addWidget(pill(kind, "locked") if not indicator.is_on_sheet else label(kind, "faint"))
        most = _("maximum {points}").format(points=_short(indicator.maximum, scheme.rules.places))
        head.addWidget(label(most, "secondary"))
        column.addLayout(head)
        if indicator.levels:
            column.addLayout(_levels(indicator))
        elif not indicator.is_on_sheet:
            told = _("Computed from verified data; the same for every reviewer.")
            column.addWidget(label(told, "faint", wrap=True))
        return frame("raised" if indicator.is_on_sheet else "sunken", column)

    def _name(self, chinese: str, english: str) -> str:
        return english if self.translate.language == "en" and english else chinese


def _levels(indicator: Indicator) -> QGridLayout:
    """Lay the levels beneath each other: name, bounds, anchor."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(scaled(12))
    grid.setVerticalSpacing(scaled(2))
    grid.setColumnStretch(2, 1)
    upper = indicator.maximum
    for place, level in enumerate(indicator.levels):
        bounds = f"{_step(level.lower, indicator)} – {_step(upper, indicator)}"
        upper = level.lower - indicator.step
        told = (label(level.name), label(bounds, "secondary"), label(level.text, "", wrap=True))
        for column, made in enumerate(told):
            made.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            grid.addWidget(made, place, column)
        _set_minimum(told[0])
    return grid


def _set_minimum(made: QLabel) -> None:
    made.setMinimumWidth(scaled(28))


def _step(points: Points, indicator: Indicator) -> str:
    places = 2 if (indicator.step * 10).denominator != 1 else 1
    places = 0 if indicator.step.denominator == 1 else places
    return format_points(points, places)


def _short(points: Points, places: int) -> str:
    return format_points(points, 0 if points.denominator == 1 else places)
