"""The form at the right: a head that stays, the rows, the private note."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from reviewer_app.domain.errors import ScoreOutOfRange
from reviewer_app.domain.own_work import HalfTyped, LevelChoice, OwnRow, OwnSheet
from reviewer_app.domain.points import Points
from reviewer_app.domain.scheme import Scheme
from reviewer_app.i18n import Translator
from ui.screens.scoring import rows
from ui.screens.scoring.form_head import FormHead
from ui.screens.scoring.indicator_row import IndicatorRow
from ui.screens.scoring.objective_part import ObjectivePart
from ui.screens.scoring.row_details import RowDetails
from ui.theme.theme import scaled
from ui.widgets.labels import label
from ui.widgets.typing_field import TypingField


@dataclass(frozen=True, slots=True)
class Given:
    """A score the reviewer gave: indicator code and points."""

    indicator: str
    points: Points


class Form(QFrame):
    """The rows of the scheme, made once and filled for each application.

    Signals:
        scored: a score to store (`Given`).
        taken_back: a row shall be open again (its code).
        commented: a comment to store (code, text).
        noted: the private note to store.
        typing: text that is not finished (`HalfTyped`).
        row_entered: another indicator is looked at (its code).
        refused: what was typed is no score (`ScoreOutOfRange`).
        ended: Enter on the last row.
    """

    scored = Signal(object)
    taken_back = Signal(str)
    commented = Signal(str, str)
    noted = Signal(str)
    typing = Signal(object)
    row_entered = Signal(str)
    refused = Signal(object)
    ended = Signal()

    def __init__(
        self, scheme: Scheme, translate: Translator, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.translate = translate
        self._scheme = scheme
        self._sheet: OwnSheet | None = None
        self._place = 0
        self._build()
        self._lay_out()
        self._connect()

    def show_sheet(self, sheet: OwnSheet) -> None:
        """Show another sheet; the caller has called `finish` before."""
        self._details.leave()
        self._sheet = sheet
        self._fill(sheet)
        half = next((item for item in sheet.half_typed if item.is_note), None)
        self.note.put(sheet.note, half.text if half else None)
        self._area.setVisible(bool(sheet.rows))
        first = next((at for at, row in enumerate(sheet.rows) if row.score is None), 0)
        self.go_to_row(first)

    def show_scores(self, sheet: OwnSheet) -> None:
        """Show the same sheet after a deed: nothing that is being typed is touched."""
        self._sheet = sheet
        self._fill(sheet)
        if sheet.rows:
            self._details.show_row(sheet.rows[self._place], is_open=sheet.stand.is_open)
        if not self.note.is_changed:
            self.note.put(sheet.note)

    def finish(self) -> bool:
        """Give out everything half typed; False where some of it is no score."""
        self._details.comment.finish()
        self.note.finish()
        for made in self._rows:
            if not made.take_typed():
                made.field.setFocus()
                return False
        return True

    def go_to_row(self, place: int) -> None:
        """Look at a row and put the cursor into its field."""
        if not 0 <= place < len(self._rows) or self._area.isHidden():
            return
        self._rows[place].field.setFocus()
        self._enter(place)

    def take_focus(self) -> None:
        """Put the cursor back into the row that is looked at."""
        self.go_to_row(self._place)

    def go_on(self) -> bool:
        """Look at the first row without a score; False where all have one."""
        assert self._sheet is not None, "a sheet is shown"
        places = [at for at, row in enumerate(self._sheet.rows) if row.score is None]
        if places:
            self.go_to_row(places[0])
        return bool(places)

    def go_to_indicator(self, code: str) -> None:
        """Look at the row of an indicator."""
        codes = [made.indicator.code for made in self._rows]
        if code in codes:
            self.go_to_row(codes.index(code))

    def type_digit(self, text: str) -> None:
        """Begin to type into the current row, from wherever the focus is."""
        if self._rows and not self._area.isHidden():
            field = self._rows[self._place].field
            field.setFocus()
            field.insert(text)
            field.textEdited.emit(field.text())

    def choose_level(self, place: int) -> None:
        """Choose a level of the current row by its key."""
        self._details.choose_level(place)

    def write_comment(self) -> None:
        """Put the cursor into the comment of the current row."""
        self._details.comment.setFocus()

    def insert_phrase(self, text: str) -> None:
        """Put a phrase into the comment of the current row."""
        self._details.insert_phrase(text)

    @property
    def details(self) -> RowDetails:
        """The details of the current row."""
        return self._details

    @property
    def current_code(self) -> str:
        """The indicator that is looked at, empty without rows."""
        return self._rows[self._place].indicator.code if self._rows else ""

    @property
    def rows(self) -> tuple[IndicatorRow, ...]:
        """The rows in their order."""
        return tuple(self._rows)

    def _build(self) -> None:
        _ = self.translate
        self.head = FormHead(self._scheme, _)
        self.objective = ObjectivePart(_)
        self._rows = [IndicatorRow(row, _) for row in self._scheme.on_sheet]
        if self._rows:
            self._rows[0].field.is_first = True
            self._rows[-1].field.is_last = True
        self._details = RowDetails(_)
        self.note = TypingField(_("Private note on this application"))
        self.note.setPlaceholderText(_("Private note: only you see it"))
        self.note.setFixedHeight(scaled(72))

    def _lay_out(self) -> None:
        _ = self.translate
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(scaled(8), scaled(4), scaled(8), scaled(8))
        column.setSpacing(scaled(2))
        column.addWidget(self.objective)
        made = {row.indicator.code: row for row in self._rows}
        for factor in self._scheme.factors:
            own = [row for row in factor.indicators if row.is_on_sheet]
            if own:
                column.addWidget(label(f"{factor.code}  {rows.row_name(factor, _)}", "faint"))
            for row in own:
                column.addWidget(made[row.code])
        column.addSpacing(scaled(8))
        column.addWidget(self.note)
        column.addStretch(1)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.head)
        whole.addWidget(self._area, 1)
        whole.addStretch(0)

    def _connect(self) -> None:
        for place, made in enumerate(self._rows):
            made.setProperty("place", place)
            made.scored.connect(self._scored)
            made.entered.connect(self._entered)
            made.moved.connect(self._moved)
            made.went_on.connect(self._went_on)
            made.refused.connect(self._refused)
            made.taken_back.connect(self._taken_back)
        self._details.level_chosen.connect(self._level_chosen)
        self._details.taken_over.connect(self._offered)
        self._details.commented.connect(self.commented)
        self._details.typing.connect(self.typing)
        self._details.escaped.connect(self._back_to_number)
        self.note.written.connect(self.noted)
        self.note.typing.connect(self._note_typing)
        self.note.escaped.connect(self._back_to_number)

    def _fill(self, sheet: OwnSheet) -> None:
        self.head.show_sheet(sheet)
        self.objective.show_sheet(sheet, self._scheme.rules.places)
        for made, row in zip(self._rows, sheet.rows, strict=False):
            if made.field.property("entry") in ("", None, "offered"):
                made.show_row(sheet, row)

    def _enter(self, place: int) -> None:
        if self._sheet is None or not self._sheet.rows:
            return
        is_other = self._sheet.rows[place].indicator.code != self._details.code
        self._rows[self._place].set_current(False)
        self._place = place
        made, row = self._rows[place], self._sheet.rows[place]
        made.set_current(True)
        made.hold(self._details)
        self._details.show_row(row, is_open=self._sheet.stand.is_open, typed=self._half_typed(row))
        self._details.show()
        self._bring_into_sight(made)
        if is_other:
            self.row_entered.emit(row.indicator.code)

    def _bring_into_sight(self, made: IndicatorRow) -> None:
        """Show the whole row, of one that is too high its head."""
        inside = self._area.widget()
        layout = inside.layout()
        assert layout is not None, "laid out above"
        layout.activate()
        inside.adjustSize()
        self._area.ensureWidgetVisible(made, 0, scaled(24))
        if made.height() > self._area.viewport().height():
            self._area.verticalScrollBar().setValue(made.y())

    def _half_typed(self, row: OwnRow) -> str | None:
        assert self._sheet is not None, "a row is shown of a sheet"
        for item in self._sheet.half_typed:
            if item.indicator == row.indicator.code and not item.is_note:
                return item.text
        return None

    def _entered(self) -> None:
        place = int(self.sender().property("place"))
        if place != self._place or not self._details.code:
            self._enter(place)

    def _moved(self, way: int) -> None:
        self.go_to_row(self._place + way)

    def _went_on(self) -> None:
        if self._place + 1 < len(self._rows):
            self.go_to_row(self._place + 1)
        else:
            self.ended.emit()

    def _scored(self, points: Points) -> None:
        made = self.sender()
        assert isinstance(made, IndicatorRow), "rows send scores"
        self.scored.emit(Given(made.indicator.code, points))

    def _taken_back(self) -> None:
        made = self.sender()
        assert isinstance(made, IndicatorRow), "rows send this"
        made.field.mark("")
        self.taken_back.emit(made.indicator.code)

    def _refused(self, refusal: ScoreOutOfRange) -> None:
        self.refused.emit(refusal)

    def _level_chosen(self, level: LevelChoice) -> None:
        self._offered(level.middle)

    def _offered(self, score: int) -> None:
        self._rows[self._place].offer(score)

    def _back_to_number(self) -> None:
        self._rows[self._place].field.setFocus()

    def _note_typing(self, text: str) -> None:
        self.typing.emit(HalfTyped("", is_note=True, text=text))
