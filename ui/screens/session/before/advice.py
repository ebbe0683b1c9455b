"""The advice on the composition of the panel, which the bureau may switch off."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from reviewer_app.domain.composition import Advice, AdviceLine
from reviewer_app.i18n import Translator
from reviewer_app.queries.composition import PanelView
from reviewer_app.words.composition import advice_sentence
from ui.screens.session.before.rows import specialities_sentence
from ui.theme.theme import pixmap, scaled
from ui.widgets.flow import flow_row
from ui.widgets.labels import button, label


class AdvicePart(QFrame):
    """One line for each advice, met or to be looked at; nothing here keeps anybody back.

    Signals:
        switched: whether the advice is wanted (bool).
        hints_wanted: the open hints shall be seen.
    """

    switched = Signal(bool)
    hints_wanted = Signal()

    def __init__(self, translate: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.translate = _ = translate
        self.setProperty("surface", "raised")
        self._wanted = QCheckBox(_("Look at the composition"))
        self._wanted.setObjectName("composition_wanted")
        self._kinds = label("", "secondary", wrap=True)
        told = _(
            "Customary in procurement, as advice: it keeps nothing back and stands on no paper."
        )
        self._told = label(told, "faint", wrap=True)
        self._lines = {advice: (QLabel(), label("", wrap=True)) for advice in Advice}
        self._hints = button(_("See the hints"), self.hints_wanted.emit, kind="quiet")
        self._hints.setObjectName("see_hints")
        column = QVBoxLayout(self)
        column.setContentsMargins(*(scaled(16),) * 4)
        column.setSpacing(scaled(8))
        column.addWidget(flow_row(scaled(8), self._wanted))
        column.addWidget(self._told)
        column.addWidget(self._kinds)
        for sign, text in self._lines.values():
            row = QHBoxLayout()
            row.setSpacing(scaled(12))
            row.addWidget(sign)
            row.addWidget(text, 1)
            column.addLayout(row)
        column.addWidget(flow_row(scaled(8), self._hints))
        self._wanted.clicked.connect(self.switched)

    def show_panel(self, view: PanelView) -> None:
        """Show the advice, or that nobody wants it."""
        found = view.composition
        self._wanted.setChecked(found is not None)
        self._wanted.setEnabled(view.may_settle)
        for part in (self._kinds, self._told):
            part.setVisible(found is not None)
        known = {line.advice: line for line in found.lines} if found else {}
        for advice, (sign, text) in self._lines.items():
            line = known.get(advice)
            sign.setVisible(line is not None)
            text.setVisible(line is not None)
            if line is not None:
                self._show_line(sign, text, line)
        hinted = known.get(Advice.HINTS)
        self._hints.setVisible(hinted is not None and not hinted.holds)
        if found is not None:
            self._kinds.setText(specialities_sentence(found, self.translate))

    def _show_line(self, sign: QLabel, text: QLabel, line: AdviceLine) -> None:
        _ = self.translate
        sign.setPixmap(pixmap(*_SIGNS[line.holds], 20))
        word = _("met") if line.holds else _("look at this")
        text.setText(f"{advice_sentence(line, _)} ({word})")


_SIGNS = {True: ("circle-check", "good"), False: ("triangle-alert", "attention")}
