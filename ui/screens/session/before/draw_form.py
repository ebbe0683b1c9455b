"""What is said before a draw: seats by speciality, the seed, and who said it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QGridLayout,
    QLabel,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from reviewer_app.domain.drawing import Said, Seats
from reviewer_app.i18n import Translator
from reviewer_app.queries.expert_draw import DrawDesk, SeatKind
from ui.screens.session.before.said_fields import SaidFields
from ui.theme.theme import scaled
from ui.widgets.labels import button, label

_MOST = 99


class DrawForm(QFrame):
    """The seats of each speciality of the list, the seed and the supervisor.

    Signals:
        drawing: the user wants to draw; the form says what.
        technical_changed: the specialities that count as neither technical nor economic (str).
    """

    drawing = Signal()
    technical_changed = Signal(str)

    def __init__(self, translate: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.translate = translate
        self.setProperty("surface", "raised")
        self._counts: dict[str, QSpinBox] = {}
        self._technical: dict[str, QCheckBox] = {}
        self._able: dict[str, QLabel] = {}
        self._cells: list[QWidget] = []
        self._build()
        self._lay_out()

    def show_desk(self, desk: DrawDesk, *, may_draw: bool, may_settle: bool) -> None:
        """Show the kinds of seats, keeping what was typed; a further draw needs a reason."""
        self._fill_seats(desk.kinds, may_settle=may_settle)
        self._said.show_state(desk.supervisors, again=bool(desk.draws), may=may_draw)
        for box in self._counts.values():
            box.setEnabled(may_draw)
        self._draw.setEnabled(may_draw and bool(desk.kinds))
        self._closed.setVisible(not may_draw)
        self._sum_up()

    def seats(self) -> tuple[Seats, ...]:
        """Give how many are to be drawn of each kind."""
        return tuple(Seats(name, box.value()) for name, box in self._counts.items())

    def said(self) -> Said:
        """Give seed, supervisor and reason as typed."""
        return self._said.said()

    def forget_said(self) -> None:
        """Empty what belongs to one draw."""
        self._said.forget()

    def _build(self) -> None:
        _ = self.translate
        self._said = SaidFields(_)
        self._draw = button(_("&Draw…"), self.drawing.emit, kind="primary", name="gavel")
        self._draw.setObjectName("draw_panel")
        self._closed = label(
            _("Panels are drawn while the meeting is prepared, by staff or the supervisor."),
            "secondary",
            wrap=True,
        )
        self._sum = label("", "secondary", wrap=True)
        self._sum.setObjectName("seats_sum")

    def _lay_out(self) -> None:
        _ = self.translate
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(scaled(12))
        self._grid.setVerticalSpacing(scaled(4))
        self._grid.setColumnStretch(0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(scaled(16),) * 4)
        column.setSpacing(scaled(8))
        column.addWidget(label(_("Seats to fill"), "section"))
        column.addLayout(self._grid)
        column.addWidget(self._sum)
        column.addSpacing(scaled(8))
        column.addWidget(self._said)
        column.addWidget(self._closed)
        column.addSpacing(scaled(8))
        column.addWidget(self._draw, alignment=Qt.AlignmentFlag.AlignRight)
        column.addStretch(1)

    def _fill_seats(self, kinds: tuple[SeatKind, ...], *, may_settle: bool) -> None:
        """Show a row for each kind; rows are made anew only where there are other kinds."""
        _ = self.translate
        if tuple(self._counts) != tuple(kind.name for kind in kinds):
            self._make_seats(kinds)
        for kind in kinds:
            self._counts[kind.name].setRange(0, min(kind.able, _MOST))
            self._able[kind.name].setText(_("of {able}").format(able=kind.able))
            self._technical[kind.name].setChecked(kind.is_technical)
            self._technical[kind.name].setEnabled(may_settle)

    def _make_seats(self, kinds: tuple[SeatKind, ...]) -> None:
        _ = self.translate
        typed = {name: box.value() for name, box in self._counts.items()}
        for old in self._cells:
            old.hide()
            old.deleteLater()
        self._counts, self._technical, self._able, self._cells = {}, {}, {}, []
        for row, kind in enumerate(kinds):
            name = kind.name or _("(no speciality)")
            self._able[kind.name] = label("", "secondary")
            cells: tuple[QWidget, ...] = (
                QLabel(name),
                self._count_box(kind, name, typed.get(kind.name, 0)),
                self._able[kind.name],
                self._tick(kind, name),
            )
            for at, cell in enumerate(cells):
                self._grid.addWidget(cell, row, at)
            self._cells += cells

    def _count_box(self, kind: SeatKind, name: str, value: int) -> QSpinBox:
        _ = self.translate
        box = QSpinBox()
        box.setObjectName(f"seats_{name}")
        box.setAccessibleName(_("Seats for {name}").format(name=name))
        box.setRange(0, min(kind.able, _MOST))
        box.setValue(value)
        box.valueChanged.connect(self._sum_up)
        self._counts[kind.name] = box
        return box

    def _tick(self, kind: SeatKind, name: str) -> QCheckBox:
        _ = self.translate
        tick = QCheckBox(_("technical"))
        tick.setObjectName(f"technical_{name}")
        tick.setToolTip(_("Counts as technical or economic: at least two thirds of the panel"))
        tick.setAccessibleName(_("{name} counts as technical or economic").format(name=name))
        tick.clicked.connect(self._tell_technical)
        self._technical[kind.name] = tick
        return tick

    def _tell_technical(self) -> None:
        others = [name for name, tick in self._technical.items() if not tick.isChecked()]
        self.technical_changed.emit("\n".join(others))

    def _sum_up(self) -> None:
        _ = self.translate
        wanted = sum(box.value() for box in self._counts.values())
        able = sum(
            box.value() for name, box in self._counts.items() if self._technical[name].isChecked()
        )
        text = _("{wanted} seats, {able} of them technical or economic").format(
            wanted=wanted, able=able
        )
        if wanted and wanted % 2 == 0:
            text += "\n" + _("The number of members is even.")
        if wanted and 3 * able < 2 * wanted:
            text += "\n" + _("Fewer than two thirds are technical or economic.")
        self._sum.setText(text)
