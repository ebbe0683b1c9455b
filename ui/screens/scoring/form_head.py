"""The head of the form: the running total, its parts, when it was saved, what is closed."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from reviewer_app.domain.own_work import OwnSheet, Stand
from reviewer_app.domain.points import format_exact, format_points
from reviewer_app.domain.scheme import Scheme
from reviewer_app.i18n import Translator
from ui.screens.scoring import rows
from ui.text import clock
from ui.theme.theme import scaled
from ui.widgets.labels import button, label, restyle


class FormHead(QFrame):
    """Stays in sight while the rows scroll.

    Signals:
        taking_back: the submission shall be a draft again.
        abstaining: the reviewer abstains, with this reason.
    """

    taking_back = Signal()
    abstaining = Signal(str)

    def __init__(
        self, scheme: Scheme, translate: Translator, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.translate = translate
        self._scheme = scheme
        self._number = ""
        self.setProperty("surface", "bar")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._build()
        self._lay_out()

    def show_sheet(self, sheet: OwnSheet) -> None:
        """Show the totals of a sheet and whether it takes scores."""
        _ = self.translate
        places, total = self._scheme.rules.places, sheet.total
        text = format_points(total.total, places)
        for part in (self._total, self._most, self._parts):
            part.setVisible(bool(sheet.rows))
        self._total.setText(text)
        most = format_exact(self._scheme.rules.total)
        self._most.setText(f"/ {most}")
        self._total.setAccessibleName(_("Total {total} of {most}").format(total=text, most=most))
        parts = _("Objective {objective}   Own {given}").format(
            objective=format_points(total.objective, places),
            given=format_points(total.given, places),
        )
        self._parts.setText(parts)
        self._open.setText(self._progress(sheet))
        self._open.setProperty("meaning", "attention" if total.scored < total.of else "good")
        restyle(self._open)
        closed = rows.closed_text(sheet, _)
        self._closed.setText(closed)
        self._closed_line.setVisible(bool(closed))
        self._take_back.setVisible(sheet.stand is Stand.SUBMITTED)
        if sheet.number != self._number or closed:
            self._reason_line.hide()
        self._number = sheet.number

    def tell_saved(self, moment: datetime) -> None:
        """Say when the last deed was on the disk."""
        _ = self.translate
        self._saved.setText(_("Saved {time}").format(time=clock(moment)))

    def total_text(self) -> str:
        """Give the running total as it is shown."""
        return self._total.text()

    def ask_reason(self) -> None:
        """Ask why the reviewer abstains."""
        self._reason.clear()
        self._reason_line.show()
        self._reason.setFocus()

    def leave_reason(self) -> None:
        """Let the question be."""
        self._reason_line.hide()

    def _progress(self, sheet: OwnSheet) -> str:
        _ = self.translate
        if not sheet.stand.is_open:
            return ""
        left = sheet.total.of - sheet.total.scored
        if not left:
            return _("all scored")
        return _.plural("{count} row open", "{count} rows open", left).format(count=left)

    def _build(self) -> None:
        _ = self.translate
        self._total = label("", "figure")
        self._most = label("", "secondary")
        self._parts = label("", "secondary")
        self._open = label("")
        self._open.setObjectName("rows_open")
        self._saved = label("", "faint")
        self._closed = label("", wrap=True)
        self._take_back = button(_("Take back"), self.taking_back.emit, name="rotate-ccw")
        self._reason = QLineEdit()
        self._reason.setPlaceholderText(_("Why do you abstain? The reason is recorded."))
        self._reason.setAccessibleName(_("Reason of the abstention"))
        self._reason.setObjectName("abstention_reason")
        self._stay = button(_("Keep on scoring"), self.leave_reason)
        self._go = button(_("Abstain"), self._abstain)
        self._reason.returnPressed.connect(self._go.setFocus)  # a second Enter abstains

    def _lay_out(self) -> None:
        figure = QHBoxLayout()
        figure.setSpacing(scaled(8))
        bottom = Qt.AlignmentFlag.AlignBottom
        figure.addWidget(self._total)
        figure.addWidget(self._most, alignment=bottom)
        figure.addStretch(1)
        figure.addWidget(self._parts, alignment=bottom)
        told = QHBoxLayout()
        told.addWidget(self._open)
        told.addStretch(1)
        told.addWidget(self._saved)
        self._closed_line = _line(self._closed, self._take_back)
        self._closed_line.setProperty("pill", "locked")
        self._reason_line = _line(self._reason, self._stay, self._go)
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(16), scaled(4), scaled(16), scaled(8))
        column.setSpacing(scaled(4))
        column.addLayout(figure)
        column.addLayout(told)
        column.addWidget(self._closed_line)
        column.addWidget(self._reason_line)
        self._reason_line.hide()

    def _abstain(self) -> None:
        self.abstaining.emit(self._reason.text())


def _line(first: QWidget, *others: QWidget) -> QFrame:
    made = QFrame()
    row = QHBoxLayout(made)
    row.setContentsMargins(scaled(8), scaled(4), scaled(8), scaled(4))
    row.addWidget(first, 1)
    for other in others:
        row.addWidget(other)
    return made
