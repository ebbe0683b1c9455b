"""What was drawn: who comes, who does not, who is called next, who sits."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from reviewer_app.domain.drawing import Answer, Draw
from reviewer_app.i18n import Translator
from reviewer_app.queries.expert_draw import DrawDesk
from reviewer_app.words.closing import composition_fault
from reviewer_app.words.drawing import how_to_draw_again, of_the_digest
from reviewer_app.words.times import time_on_paper
from ui.models.table import TableModel
from ui.screens.session.before.draw_rows import PickRow, pick_columns, pick_rows
from ui.theme.theme import scaled
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow import flow_row
from ui.widgets.labels import button, label
from ui.widgets.table_view import TableView


class DrawResult(QWidget):
    """The places of an attempt in their order; the last one can be answered and seated.

    Signals:
        coming: a drawn expert comes (`PickRow`).
        declining: a drawn expert does not come (`PickRow`).
        seating: those who come are to be seated.
        printing: the record is wanted on paper.
    """

    coming = Signal(object)
    declining = Signal(object)
    seating = Signal()
    printing = Signal()

    def __init__(self, translate: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.translate = translate
        self._desk: DrawDesk | None = None
        self._row: PickRow | None = None
        self._may_answer = self._may_seat = False
        self._build()
        self._lay_out()
        self._table.row_chosen.connect(self._choose)
        self._attempts.activated.connect(self._turned)

    def show_desk(self, desk: DrawDesk, *, may_answer: bool, may_seat: bool) -> None:
        """Show the attempt that holds; earlier ones can be looked at."""
        _ = self.translate
        self._desk, self._may_answer, self._may_seat = desk, may_answer, may_seat
        self._attempts.clear()
        for at, draw in enumerate(desk.draws, 1):
            text = _("Draw {at}, {time}").format(at=at, time=time_on_paper(draw.at))
            self._attempts.addItem(text)
        self._attempts.setCurrentIndex(len(desk.draws) - 1)
        self._stack.setCurrentIndex(1 if desk.draws else 0)
        self._show_attempt()

    def _build(self) -> None:
        _ = self.translate
        self._attempts = QComboBox()
        self._attempts.setObjectName("attempts")
        self._attempts.setAccessibleName(_("Which draw"))
        self._said = label("", "secondary", wrap=True)
        self._model = TableModel(pick_columns(_), self)
        self._table = TableView(self._model, _("What was drawn"))
        self._table.setObjectName("picks")
        self._comes = button(_("&Comes"), self._accept, name="circle-check")
        self._comes.setObjectName("comes")
        self._declines = button(_("Does &not come…"), self._decline, name="circle-x")
        self._declines.setObjectName("declines")
        self._seat = button(_("&Seat the panel"), self.seating.emit, kind="primary", name="users")
        self._seat.setObjectName("seat_panel")
        self._print = button(_("Record on paper"), self.printing.emit, name="printer")
        self._print.setObjectName("print_draw")
        self._panel = label("", wrap=True)
        self._panel.setObjectName("composition")
        self._again = label("", "secondary", wrap=True)
        self._again.setObjectName("draw_again")
        self._again.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def _lay_out(self) -> None:
        _ = self.translate
        inside = QWidget()
        head = QHBoxLayout()
        head.addWidget(self._attempts)
        head.addWidget(self._said, 1)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(8))
        column.addLayout(head)
        self._table.setMinimumHeight(scaled(180))
        column.addWidget(self._table, 1)
        deeds = (self._comes, self._declines, self._seat, self._print)
        column.addWidget(flow_row(scaled(8), *deeds))
        column.addWidget(self._panel)
        column.addWidget(self._again)
        self._stack = QStackedWidget()
        self._stack.addWidget(EmptyState("gavel", _("Nothing has been drawn yet.")))
        self._stack.addWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)

    def _attempt(self) -> Draw | None:
        at = self._attempts.currentIndex()
        return self._desk.draws[at] if self._desk and 0 <= at < len(self._desk.draws) else None

    def _turned(self) -> None:
        self._row = None
        self._show_attempt()

    def _show_attempt(self) -> None:
        _, draw = self.translate, self._attempt()
        if draw is None or self._desk is None:
            self._offer()
            return
        kept = self._row.pick.place if self._row is not None else 1
        self._row = None
        self._model.show(pick_rows(draw))
        self._table.choose_row(self._model.index_where(_PlaceIs(kept)))
        said = _("Seed {seed}, said by {name}. Asked for: {criteria}.").format(
            seed=draw.seed, name=draw.supervisor, criteria=_("; ").join(draw.criteria)
        )
        if draw.reason:
            said += " " + _("Drawn again because: {reason}").format(reason=draw.reason)
        self._said.setText(said)
        self._again.setText(f"{how_to_draw_again(draw.seed, draw.attempt, _)} {of_the_digest(_)}")
        self._panel.setText(_composition(self._desk, _))
        self._offer()

    def _offer(self) -> None:
        row, desk = self._row, self._desk
        is_present = desk is not None and self._attempt() is desk.present
        can = self._may_answer and is_present and row is not None and not row.pick.seated_as
        answer = row.pick.answer if row is not None else Answer.SUBSTITUTE
        self._comes.setEnabled(can and answer in (Answer.DRAWN, Answer.REFUSED))
        self._declines.setEnabled(can and answer in (Answer.DRAWN, Answer.ACCEPTED))
        waiting = desk is not None and any(
            one.answer is Answer.ACCEPTED and not one.seated_as
            for one in (desk.present.picks if desk.present else ())
        )
        self._seat.setEnabled(self._may_seat and is_present and waiting)

    def _choose(self, row: PickRow) -> None:
        self._row = row
        self._offer()

    def _accept(self) -> None:
        self.coming.emit(self._row)

    def _decline(self) -> None:
        self.declining.emit(self._row)


def _composition(desk: DrawDesk, _: Translator) -> str:
    """Say who the panel would be and what it lacks."""
    if not desk.members:
        return _("Nobody has said to come yet.")
    words = _("On the panel: {count}.") if desk.is_seated else _("Coming so far: {count}.")
    faults = " ".join(composition_fault(fault, _) for fault in desk.faults)
    rest = faults or _("Nothing is lacking by the customary rules.")
    return f"{words.format(count=len(desk.members))} {rest}"


class _PlaceIs:
    """Finds a place again."""

    def __init__(self, place: int) -> None:
        self._place = place

    def __call__(self, row: PickRow) -> bool:
        return row.pick.place == self._place
