"""One row of the form: what is scored, the value, an open bar while there is none."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from reviewer_app.domain.errors import ScoreOutOfRange
from reviewer_app.domain.own_work import OwnRow, OwnSheet
from reviewer_app.domain.points import Points, format_exact, from_hundredths, to_hundredths
from reviewer_app.domain.scheme import Indicator
from reviewer_app.domain.typed_score import typed_points
from reviewer_app.i18n import Translator
from ui.screens.scoring import rows
from ui.screens.scoring.score_field import ScoreField
from ui.theme.theme import scaled
from ui.widgets.labels import button, label, restyle


class IndicatorRow(QFrame):
    """The head of one indicator. What is typed becomes a score by Enter or by leaving.

    A level only offers its middle: an offer that is left is gone.

    Signals:
        scored: the points to store (`Points`).
        entered: this row is the one to be looked at.
        moved: -1 or 1: the row above or below is wanted.
        went_on: Enter: accepted, on to the next row.
        refused: what was typed is no score (`ScoreOutOfRange`).
        taken_back: Enter in an emptied field: the row is open again.
    """

    scored = Signal(object)
    entered = Signal()
    moved = Signal(int)
    went_on = Signal()
    refused = Signal(object)
    taken_back = Signal()

    def __init__(
        self, indicator: Indicator, translate: Translator, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.translate = translate
        self.indicator = indicator
        self._score: int | None = None
        self._offer: int | None = None
        self._is_typed = False
        self._word = ""
        self._build()
        self._lay_out()
        self._connect()

    def show_row(self, sheet: OwnSheet, row: OwnRow) -> None:
        """Show the stored score; what is typed or offered is gone."""
        _ = self.translate
        self._score, self._offer, self._is_typed = row.score, None, False
        self.field.put(rows.score_text(self.indicator, row.score))
        self.field.setReadOnly(not sheet.stand.is_open)
        self.field.setAccessibleName(rows.spoken(sheet, row, _))
        is_due = row.is_far and not row.comment.strip()
        is_open = row.score is None and sheet.stand.is_open
        self._word = _("not scored yet") if is_open else _("reason due") if is_due else row.level
        self._state.setText(self._word)
        self._state.setProperty("meaning", "attention" if is_due or is_open else "")
        restyle(self._state)
        self._bar.setProperty("open", "true" if is_open else "false")
        restyle(self._bar)
        self._accept.hide()

    def offer(self, score: int) -> None:
        """Show a score that is not given yet: Enter gives it."""
        if self.field.isReadOnly():
            return
        self._offer, self._is_typed = score, False
        self.field.setText(rows.score_text(self.indicator, score))
        self.field.mark("offered")
        self._state.setText("")
        self._accept.show()
        self.field.setFocus()
        self.field.selectAll()

    def step(self, way: int) -> None:
        """Offer one step more or less than what stands in the field; nothing from nothing."""
        if self.field.isReadOnly() or not self.field.text():
            return
        try:
            points = typed_points(self.field.text(), self.indicator)
        except ScoreOutOfRange:
            return
        stepped = points + way * self.indicator.step
        if 0 <= stepped <= self.indicator.maximum:
            self.field.setText(rows.points_text(self.indicator, stepped))
            self._typed()

    def take_typed(self) -> bool:
        """Make a score of what was typed; False where it is none, and says so."""
        if not self._is_typed:
            self._forget_offer()
            return True
        text = self.field.text()
        if not text.strip():
            self._restore()
            return True
        try:
            points = typed_points(text, self.indicator)
        except ScoreOutOfRange as refusal:
            self.field.mark("wrong")
            self.refused.emit(refusal)
            return False
        self._give(points)
        return True

    def set_current(self, is_current: bool) -> None:  # noqa: FBT001 - a property's setter
        """Frame the row that is looked at."""
        self.setProperty("surface", "current" if is_current else "row")
        restyle(self)

    def hold(self, body: QWidget) -> None:
        """Take the details of the current row in below the head."""
        self._column.addWidget(body)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.field.setFocus(Qt.FocusReason.MouseFocusReason)
        event.accept()

    def _build(self) -> None:
        _ = self.translate
        row = self.indicator
        self._bar = QFrame()
        self._bar.setProperty("surface", "mark")
        self._bar.setFixedWidth(scaled(5))
        self._name = label(f"{row.code}  {rows.row_name(row, _)}", wrap=True)
        self._state = label("", "faint")
        self._accept = button(_("Accept"), self._accepted, name="check")
        self._accept.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._accept.hide()
        self.field = ScoreField()
        self._most = label(f"/ {format_exact(row.maximum)}", "secondary")
        self._most.setFixedWidth(scaled(40))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(scaled(8), scaled(4), scaled(8), scaled(4))
        head.setSpacing(scaled(8))
        head.addWidget(self._name, 1)
        for part in (self._state, self._accept, self.field, self._most):
            head.addWidget(part)
        inside = QVBoxLayout()
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addLayout(head)
        self._column = inside
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._bar)
        whole.addLayout(inside, 1)
        self.set_current(False)

    def _connect(self) -> None:
        self.field.textEdited.connect(self._typed)
        self.field.accepted.connect(self._accepted)
        self.field.moved.connect(self._moved)
        self.field.stepped.connect(self.step)
        self.field.restored.connect(self._restore)
        self.field.entered.connect(self.entered)
        self.field.left.connect(self._left)

    def _typed(self) -> None:
        self._is_typed, self._offer = True, None
        self._accept.hide()
        self.field.mark("typed")

    def _accepted(self) -> None:
        if self._offer is not None:
            self._give(from_hundredths(self._offer))
        elif self._is_typed and not self.field.text().strip() and self._score is not None:
            self.taken_back.emit()
            return
        elif not self.take_typed():
            return
        self.went_on.emit()

    def _moved(self, way: int) -> None:
        if self.take_typed():
            self.moved.emit(way)

    def _left(self) -> None:
        if self._is_typed and self.field.property("entry") != "wrong":
            self.take_typed()
        else:
            self._forget_offer()

    def _give(self, points: Points) -> None:
        score = to_hundredths(points)
        self._is_typed, self._offer = False, None
        self._accept.hide()
        self.field.put(rows.score_text(self.indicator, score))
        if score != self._score:
            self.scored.emit(points)

    def _forget_offer(self) -> None:
        if self._offer is not None:
            self._restore()

    def _restore(self) -> None:
        self._is_typed, self._offer = False, None
        self._accept.hide()
        self._state.setText(self._word)
        self.field.put(rows.score_text(self.indicator, self._score))
        self.field.selectAll()
