"""What the current row shows below its head: levels, suggestion, comment, history."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reviewer_app.domain.own_work import HalfTyped, LevelChoice, OwnRow
from reviewer_app.i18n import Translator
from ui.screens.scoring import rows
from ui.theme.theme import scaled
from ui.widgets.labels import button, label
from ui.widgets.typing_field import TypingField

LEVEL_KEYS = "QWER"
_MOST_LEVELS = 8


class RowDetails(QWidget):
    """One for the whole form: it moves to the row that is looked at.

    Signals:
        level_chosen: a level was clicked or its key pressed (`LevelChoice`).
        taken_over: the suggestion is offered as the score (hundredths).
        commented: the comment of the row `code` was written (code, text).
        typing: a comment is being typed (`HalfTyped`).
        history_wanted: how the score came about.
        phrases_wanted: the phrase bank.
        escaped: back to the number.
    """

    level_chosen = Signal(object)
    taken_over = Signal(object)
    commented = Signal(str, str)
    typing = Signal(object)
    history_wanted = Signal()
    phrases_wanted = Signal()
    escaped = Signal()

    def __init__(self, translate: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.translate = translate
        self.code = ""
        self._row: OwnRow | None = None
        self._build()
        self._lay_out()
        self._connect()

    def show_row(self, row: OwnRow, *, is_open: bool, typed: str | None = None) -> None:
        """Show a row; a comment that is being typed on it stays, one on another goes out."""
        if row.indicator.code != self.code:
            self.leave()
            self.comment.put(row.comment, typed)
        elif not self.comment.is_changed:
            self.comment.put(row.comment)
        self._row, self.code = row, row.indicator.code
        self._show_levels(row, is_open=is_open)
        self._show_suggestion(row, is_open=is_open)
        self.comment.setReadOnly(not is_open)
        self._phrases.setEnabled(is_open)

    def leave(self) -> None:
        """Give out what is typed, before another row or sheet is shown."""
        self.comment.finish()
        self.code = ""

    def choose_level(self, place: int) -> None:
        """Choose the first to fourth level by its key."""
        if self._row is not None and place < len(self._row.levels):
            self._mark_chosen(place)
            self.level_chosen.emit(self._row.levels[place])

    def insert_phrase(self, text: str) -> None:
        """Put a phrase in where the comment is being written."""
        self.comment.insertPlainText(text)
        self.comment.setFocus()

    def show_history(self, lines: Sequence[str]) -> None:
        """Show the changes of the score beneath the button."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for line in lines:
            menu.addAction(line)
        menu.popup(self._history.mapToGlobal(self._history.rect().bottomLeft()))

    def _build(self) -> None:
        _ = self.translate
        self._levels = [self._level_button(place) for place in range(_MOST_LEVELS)]
        self._ranges = [label("", "secondary") for _level in self._levels]
        self._anchors = [label("", wrap=True) for _level in self._levels]
        self._suggested = label("", wrap=True)
        self._take = button(_("Take over"), self._take_over)
        self._whole = button(_("How it was computed"), self._show_why, kind="quiet")
        self._whole.setCheckable(True)
        self._why = label("", "faint", wrap=True)
        self._due = label(_("Write the reason as a comment."), wrap=True)
        self._due.setProperty("meaning", "attention")
        self.comment = TypingField(_("Comment on this indicator"))
        self.comment.setPlaceholderText(_("Comment (C); phrases with /"))
        self.comment.setFixedHeight(scaled(58))
        self._phrases = button(_("Phrases /"), self.phrases_wanted.emit, kind="quiet")
        self._history = button(
            _("Score changes"), self.history_wanted.emit, kind="quiet", name="history"
        )
        for made in (self._take, self._whole, self._phrases, self._history):
            made.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _level_button(self, place: int) -> QPushButton:
        made = button("", self._clicked, kind="level")
        made.setCheckable(True)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.setProperty("place", place)
        return made

    def _lay_out(self) -> None:
        levels = QGridLayout()
        levels.setHorizontalSpacing(scaled(8))
        levels.setVerticalSpacing(scaled(4))
        levels.setColumnStretch(2, 1)
        top = Qt.AlignmentFlag.AlignTop
        lines = zip(self._levels, self._ranges, self._anchors, strict=True)
        for place, (made, bounds, text) in enumerate(lines):
            levels.addWidget(made, place, 0, top)
            levels.addWidget(bounds, place, 1)
            levels.addWidget(text, place, 2)
        suggested = QHBoxLayout()
        suggested.addWidget(self._suggested, 1)
        suggested.addWidget(self._whole, alignment=top)
        suggested.addWidget(self._take, alignment=top)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self._phrases)
        foot.addWidget(self._history)
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(8), 0, scaled(8), scaled(4))
        column.setSpacing(scaled(4))
        column.addLayout(suggested)
        column.addWidget(self._why)
        column.addLayout(levels)
        column.addWidget(self._due)
        column.addWidget(self.comment)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.comment.written.connect(self._written)
        self.comment.typing.connect(self._typing)
        self.comment.escaped.connect(self.escaped)

    def _show_levels(self, row: OwnRow, *, is_open: bool) -> None:
        found: list[LevelChoice | None] = [*row.levels]
        found += [None] * (_MOST_LEVELS - len(found))
        parts = zip(found, self._levels, self._ranges, self._anchors, strict=True)
        for place, (level, made, bounds, text) in enumerate(parts):
            for part in (made, bounds, text):
                part.setVisible(level is not None)
            if level is None:
                continue
            key = LEVEL_KEYS[place] if place < len(LEVEL_KEYS) else ""
            made.setText(f"{level.name} {key}".strip())
            made.setAccessibleName(f"{level.name} {rows.range_text(row.indicator, level)}")
            made.setChecked(level.name == row.level)
            made.setEnabled(is_open)
            bounds.setText(rows.range_text(row.indicator, level))
            text.setText(level.text)

    def _show_suggestion(self, row: OwnRow, *, is_open: bool) -> None:
        found = row.suggestion
        for part in (self._suggested, self._why, self._whole):
            part.setVisible(found is not None)
        self._take.setVisible(found is not None and found.offered is not None and is_open)
        self._due.setVisible(row.is_far and not row.comment.strip() and is_open)
        if found is not None:
            _ = self.translate
            self._suggested.setText(rows.suggestion_text(row, found, _))
            lines = rows.why_lines(found.computation, _)
            self._why.setText("\n".join(lines if self._whole.isChecked() else lines[:1]))

    def _clicked(self) -> None:
        self.choose_level(self.sender().property("place"))

    def _mark_chosen(self, place: int) -> None:
        for other, made in enumerate(self._levels):
            made.setChecked(other == place)

    def _show_why(self) -> None:
        if self._row is not None:
            self._show_suggestion(self._row, is_open=not self.comment.isReadOnly())

    def _take_over(self) -> None:
        if self._row is not None and self._row.suggestion is not None:
            self.taken_over.emit(self._row.suggestion.offered)

    def _written(self, text: str) -> None:
        self.commented.emit(self.code, text)

    def _typing(self, text: str) -> None:
        self.typing.emit(HalfTyped(self.code, is_note=False, text=text))
