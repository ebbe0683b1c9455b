"""The computed scores: one line that opens to inputs, formula and evidence."""

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from reviewer_app.domain.own_work import ObjectiveRow, OwnSheet
from reviewer_app.domain.points import format_exact, format_points
from reviewer_app.i18n import Translator
from ui.screens.scoring import rows
from ui.theme.theme import icon, scaled
from ui.widgets.labels import button


class ObjectivePart(QFrame):
    """Folded at first; the same for all reviewers, so nothing here can be typed."""

    def __init__(self, translate: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.translate = translate
        self._sheet: OwnSheet | None = None
        self._words = ""
        self.setProperty("surface", "sunken")
        self._fold: QPushButton = button("", self._toggle, kind="quiet", name="chevron-right")
        self._fold.setCheckable(True)
        self._fold.setMinimumWidth(scaled(200))
        self._fold.setStyleSheet("text-align: left;")
        self._text = QLabel()
        self._text.setTextFormat(Qt.TextFormat.RichText)
        self._text.setWordWrap(True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._text.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(8), scaled(4), scaled(8), scaled(4))
        column.addWidget(self._fold)
        column.addWidget(self._text)

    def show_sheet(self, sheet: OwnSheet, places: int) -> None:
        """Show the sum of a sheet's computed scores; what is open stays open."""
        _ = self.translate
        self._sheet = sheet
        self.setVisible(bool(sheet.objective))
        text = _("Objective {points}, {count} rows, the same for all")
        points = format_points(sheet.total.objective, places)
        self._words = text.format(points=points, count=len(sheet.objective))
        self._fill()

    def _toggle(self) -> None:
        self._fill()

    def _fill(self) -> None:
        _ = self.translate
        is_open = self._fold.isChecked()
        self._fold.setIcon(icon("chevron-down" if is_open else "chevron-right"))
        way = _("fold up") if is_open else _("show how")
        self._fold.setText(f"{self._words}   {way}")
        self._text.setVisible(is_open)
        if self._sheet is not None and self._fold.isChecked():
            parts = [_row_html(row, self.translate) for row in self._sheet.objective]
            self._text.setText("".join(parts))


def _row_html(row: ObjectiveRow, _: Translator) -> str:
    found = row.computation
    if found.value is None:
        value = rows.trouble_text(found, _)
    else:
        value = format_points(found.value, row.indicator.places)
    head = f"{row.indicator.code} {rows.row_name(row.indicator, _)}"
    lines = "<br>".join(escape(line) for line in rows.why_lines(found, _))
    most = format_exact(row.indicator.maximum)
    return f"<p><b>{escape(head)}: {escape(value)} / {most}</b><br>{lines}</p>"
