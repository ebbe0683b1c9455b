"""A scheme as the reviewer will see it: factors, indicators, levels with their anchors."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from reviewer_app.domain.points import format_exact
from reviewer_app.domain.scheme import Factor, Indicator, IndicatorKind, Scheme
from reviewer_app.i18n import N_, Translator
from ui.theme.theme import scaled
from ui.widgets.labels import frame, label, pill

_KINDS = {
    IndicatorKind.OBJECTIVE: (N_("computed"), "locked"),
    IndicatorKind.ASSISTED: (N_("suggested"), "attention"),
    IndicatorKind.JUDGED: (N_("judged by you"), "good"),
}


class SchemePreview(QScrollArea):
    """Read-only rows of a scheme, with the notice that its weights are a default."""

    def __init__(self, translate: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.translate = translate
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        _ = translate
        self.setAccessibleName(_("The scheme as the reviewer sees it"))
        self._shown = ""

    def show_scheme(self, scheme: Scheme) -> None:
        """Show a scheme; the one that is shown already stays as it is scrolled."""
        if scheme.digest == self._shown:
            return
        _ = self.translate
        self._shown = scheme.digest
        place = self.verticalScrollBar().value()
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setSpacing(scaled(8))
        column.addWidget(label(_("As the reviewer sees it"), "section"))
        if scheme.notice:
            notice = label(scheme.notice, wrap=True)
            notice.setProperty("pill", "attention")
            column.addWidget(notice)
        for factor in scheme.factors:
            column.addWidget(label(self._heading(factor), "section", wrap=True))
            for indicator in factor.indicators:
                column.addWidget(self._row(indicator))
        column.addStretch(1)
        self.setWidget(inside)
        self.verticalScrollBar().setValue(place)

    def _heading(self, factor: Factor) -> str:
        total = sum(
            (row.maximum * row.weight for row in factor.indicators), start=0 * factor.weight
        )
        return f"{factor.code} {factor.name}  {format_exact(total * factor.weight)}"

    def _row(self, indicator: Indicator) -> QFrame:
        _ = self.translate
        column = QVBoxLayout()
        head = QHBoxLayout()
        head.addWidget(label(f"{indicator.code} {indicator.name}", wrap=True), 1)
        words, meaning = _KINDS[indicator.kind]
        head.addWidget(pill(_(words), meaning))
        head.addWidget(label(format_exact(indicator.maximum)))
        column.addLayout(head)
        if indicator.formula:
            column.addWidget(label(indicator.formula, "faint", wrap=True))
        if indicator.levels:
            grid = QGridLayout()
            for row, level in enumerate(indicator.levels):
                grid.addWidget(label(level.name), row, 0, Qt.AlignmentFlag.AlignTop)
                lower = _("from {points}").format(points=format_exact(level.lower))
                grid.addWidget(label(lower, "secondary"), row, 1, Qt.AlignmentFlag.AlignTop)
                grid.addWidget(label(level.text, "secondary", wrap=True), row, 2)
            grid.setColumnStretch(2, 1)
            column.addLayout(grid)
        return frame("raised", column)
