"""One entry: who, when, why, what changed before and after, and what can be done with it."""

import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from reviewer_app.domain.history import EntryDetail
from reviewer_app.i18n import Translator
from ui.screens.history.model import moment_text
from ui.text import or_dash
from ui.theme.theme import scaled
from ui.widgets.labels import button, label

_PIECE = 12
_LONG_WORD = re.compile(r"[!-~]{25,}")


class DetailPanel(QWidget):
    """Shows an entry.

    Signals:
        undo_wanted, moment_wanted, comparison_wanted: of this entry (its sequence).
    """

    undo_wanted = Signal(int)
    moment_wanted = Signal(int)
    comparison_wanted = Signal(int)

    def __init__(self, translate: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = self.translate = translate
        self._sequence = 0
        self.undo = button(_("Undo this"), self._undo, name="undo-2")
        self.why_not = label("", "faint", wrap=True)
        self.moment = button(_("As it was then"), self._moment, name="history")
        self.compare = button(_("What moved since"), self._compare, name="scale")
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        deeds = QHBoxLayout()
        for part in (self.undo, self.moment, self.compare):
            deeds.addWidget(part)
        deeds.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(8), 0, 0, 0)
        column.addWidget(self._area, 1)
        column.addLayout(deeds)
        column.addWidget(self.why_not)
        self.show_nothing()

    def show_nothing(self) -> None:
        """Say what will be seen here."""
        _ = self.translate
        self._sequence = 0
        self._area.setWidget(
            label(_("Choose an entry to see what it changed."), "faint", wrap=True)
        )
        for part in (self.undo, self.moment, self.compare, self.why_not):
            part.hide()

    def show_entry(self, detail: EntryDetail, why_not: str) -> None:
        """Show an entry; `why_not` says why it cannot be undone, empty where it can."""
        _ = self.translate
        self._sequence = detail.row.sequence
        self._area.setWidget(self._written(detail))
        for part in (self.undo, self.moment, self.compare):
            part.show()
        self.undo.setEnabled(not why_not)
        self.why_not.setVisible(bool(why_not))
        self.why_not.setText(why_not)

    def text(self) -> str:
        """Give all that is written here, line by line."""
        return "\n".join(found.text() for found in self.findChildren(QLabel))

    def _written(self, detail: EntryDetail) -> QWidget:
        _ = self.translate
        row = detail.row
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setSpacing(scaled(4))
        column.addWidget(label(f"#{row.sequence}  {row.deed}", "section", wrap=True))
        column.addWidget(label(f"{moment_text(row.at)}  {row.actor} ({row.role})", "secondary"))
        if row.about:
            column.addWidget(label(row.about, wrap=True))
        if row.reason:
            column.addWidget(
                label(_("Reason: {reason}").format(reason=breakable(row.reason)), wrap=True)
            )
        column.addSpacing(scaled(8))
        column.addLayout(self._changes(detail))
        if detail.more:
            text = _("{count} more changes are not listed.").format(count=detail.more)
            column.addWidget(label(text, "faint"))
        column.addStretch(1)
        code = _("Program {program} · digest {digest}")
        column.addWidget(
            label(code.format(program=detail.program, digest=detail.digest[:12]), "faint")
        )
        return inside

    def _changes(self, detail: EntryDetail) -> QGridLayout:
        """Set the changes as a table; what a row is about stands above its fields."""
        _ = self.translate
        grid = QGridLayout()
        grid.setHorizontalSpacing(scaled(12))
        grid.setColumnStretch(2, 1)
        grid.setColumnStretch(1, 1)
        for column, title in enumerate((_("What"), _("Formerly"), _("Then"))):
            grid.addWidget(label(title, "faint"), 0, column)
        place, what = 1, ""
        for line in detail.lines:
            if line.what != what:
                what = line.what
                head = label(what, wrap=True)
                head.setProperty("look", "secondary")
                grid.addWidget(head, place, 0, 1, 3)
                place += 1
            grid.addWidget(label(line.field, wrap=True), place, 0, Qt.AlignmentFlag.AlignTop)
            if line.before or line.after:
                for column, text in enumerate((line.before, line.after), start=1):
                    cell = label(or_dash(breakable(text)), wrap=True)
                    grid.addWidget(cell, place, column, Qt.AlignmentFlag.AlignTop)
            place += 1
        return grid

    def _undo(self) -> None:
        self.undo_wanted.emit(self._sequence)

    def _moment(self) -> None:
        self.moment_wanted.emit(self._sequence)

    def _compare(self) -> None:
        self.comparison_wanted.emit(self._sequence)


def breakable(text: str) -> str:
    """Let a very long word break where a line ends: a digest, an address.

    >>> breakable("ab") == "ab", breakable("0" * 30).count("\u200b")
    (True, 2)
    """
    return _LONG_WORD.sub(_with_breaks, text)


def _with_breaks(found: re.Match[str]) -> str:
    word = found.group()
    return "\N{ZERO WIDTH SPACE}".join(
        word[place : place + _PIECE] for place in range(0, len(word), _PIECE)
    )
