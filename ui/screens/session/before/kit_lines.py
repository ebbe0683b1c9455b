"""The papers of the kit as rows to tick: name, pages, and what each one lacks."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QWidget

from reviewer_app.domain.kit import KitGap, KitLine
from reviewer_app.i18n import Translator
from reviewer_app.queries.kit import parts_of
from reviewer_app.words.kit import kit_gap_word, kit_part_name
from reviewer_app.words.report_list import report_name
from ui.theme.theme import scaled
from ui.widgets.labels import label, restyle


class KitLines(QWidget):
    """Every paper under what it is for; all that may be printed are ticked at first.

    Signals:
        changed: another choice of papers.
    """

    changed = Signal()

    def __init__(self, translate: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.translate = translate
        self._ticks: dict[str, QCheckBox] = {}
        self._pages: dict[str, QLabel] = {}
        self._told: dict[str, QLabel] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, scaled(8), 0)
        self._grid.setHorizontalSpacing(scaled(16))
        self._grid.setVerticalSpacing(scaled(8))
        self._grid.setColumnStretch(2, 1)

    def show_lines(self, lines: tuple[KitLine, ...]) -> None:
        """Show the papers; ticks that were set stay."""
        if not self._ticks:
            self._make(lines)
        for line in lines:
            self._show(line)

    def chosen(self) -> tuple[str, ...]:
        """Give the keys of the ticked papers."""
        return tuple(
            key for key, tick in self._ticks.items() if tick.isChecked() and tick.isEnabled()
        )

    def _make(self, lines: tuple[KitLine, ...]) -> None:
        _ = self.translate
        row = 0
        for part, own in parts_of(lines):
            self._grid.addWidget(label(kit_part_name(part, _), "section"), row, 0, 1, 3)
            for line in own:
                row += 1
                self._make_row(row, line)
            row += 1
        self._grid.setRowStretch(row, 1)

    def _make_row(self, row: int, line: KitLine) -> None:
        tick = QCheckBox(f"{line.number}  {report_name(line.key, self.translate)}")
        tick.setObjectName(f"kit_{line.key}")
        tick.setChecked(True)
        tick.clicked.connect(self.changed)
        pages, told = label("", "secondary"), label("", wrap=True)
        for at, cell in enumerate((tick, pages, told)):
            self._grid.addWidget(cell, row, at)
        self._ticks[line.key], self._pages[line.key], self._told[line.key] = tick, pages, told

    def _show(self, line: KitLine) -> None:
        _ = self.translate
        tick, told = self._ticks[line.key], self._told[line.key]
        tick.setEnabled(line.is_open)
        pages = _("Pages: {count}").format(count=line.pages) if line.pages else ""
        self._pages[line.key].setText(pages)
        lacks = _lacks(line, _)
        told.setText(lacks or _("complete"))
        told.setProperty("meaning", "attention" if lacks else "good")
        restyle(told)
        tick.setAccessibleDescription(told.text())


def _lacks(line: KitLine, _: Translator) -> str:
    """Say what a paper lacks; that it may not be printed now is all there is to say."""
    gaps = (KitGap.NOT_NOW,) if not line.is_open else line.gaps
    said = [kit_gap_word(gap, _) for gap in gaps]
    if line.missing:
        signs = " ".join(f"{one.character} {one.code}" for one in line.missing)
        said.append(_("no font has these characters: {characters}").format(characters=signs))
    return _("; ").join(said)
