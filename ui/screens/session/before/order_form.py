"""How the order is drawn: by a seed or by lots, who stands by, and when it is released."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QRadioButton, QVBoxLayout, QWidget

from reviewer_app.domain.drawing import DrawMethod, Said
from reviewer_app.i18n import Translator
from reviewer_app.queries.order_desk import OrderDesk
from reviewer_app.words.drawing import how_to_draw_again, order_attempt
from ui.screens.session.before.said_fields import SaidFields
from ui.theme.theme import scaled
from ui.widgets.labels import button, label


class OrderForm(QFrame):
    """The two ways to an order, and what is done with it.

    Signals:
        drawing: the order is to be drawn or written down.
        way_changed: the other way was chosen.
        releasing: the order is to be shown on the projector, or no longer.
        printing: the order is wanted on paper.
    """

    drawing = Signal()
    way_changed = Signal()
    releasing = Signal()
    printing = Signal()

    def __init__(self, translate: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.translate = translate
        self.setProperty("surface", "raised")
        self._may_draw = False
        self._build()
        self._lay_out()

    def show_desk(self, desk: OrderDesk, *, may_draw: bool, may_release: bool) -> None:
        """Show what holds, and what may be done."""
        _ = self.translate
        self._may_draw = may_draw and bool(desk.lines)
        self._said.show_state(desk.supervisors, again=bool(desk.draws), may=may_draw)
        self._closed.setVisible(not may_draw)
        self._turn()
        self._told.setText(_story(desk, _))
        self._release.setEnabled(may_release and desk.present is not None)
        words = _("Take it off the projector") if desk.is_released else _("Let the projector show")
        self._release.setText(words)
        shown = _("The projector may name what comes next.")
        hidden = _("The projector does not name what comes next.")
        self._released.setText(shown if desk.is_released else hidden)

    def is_by_hand(self) -> bool:
        """Say whether lots drawn in the room are typed in."""
        return self._by_hand.isChecked()

    def allow(self, *, ready: bool) -> None:
        """Offer the button where nothing is wrong with what was typed."""
        self._draw.setEnabled(self._may_draw and ready)

    def said(self) -> Said:
        """Give seed, supervisor and reason as typed."""
        return self._said.said()

    def forget_said(self) -> None:
        """Empty what belongs to one attempt, and show the order again."""
        self._said.forget()
        self._by_seed.setChecked(True)
        self._turn()

    def _build(self) -> None:
        _ = self.translate
        self._by_seed = QRadioButton(_("By a &seed"))
        self._by_seed.setObjectName("by_seed")
        self._by_seed.setChecked(True)
        self._by_hand = QRadioButton(_("By &lots drawn in the room"))
        self._by_hand.setObjectName("by_lots")
        self._ways = QButtonGroup(self)
        self._ways.addButton(self._by_seed)
        self._ways.addButton(self._by_hand)
        self._ways.buttonClicked.connect(self._turned)
        self._said = SaidFields(_)
        self._draw = button("", self.drawing.emit, kind="primary", name="gavel")
        self._draw.setObjectName("draw_order")
        self._closed = label(
            _("The order is drawn before the sheets are laid open, by staff or the supervisor."),
            "secondary",
            wrap=True,
        )
        self._told = label("", "secondary", wrap=True)
        self._told.setObjectName("order_story")
        self._told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._released = label("", "secondary", wrap=True)
        self._released.setObjectName("order_released")
        self._release = button("", self.releasing.emit, name="projector")
        self._release.setObjectName("release_order")
        self._print = button(_("Order on paper"), self.printing.emit, name="printer")
        self._print.setObjectName("print_order")

    def _lay_out(self) -> None:
        _ = self.translate
        column = QVBoxLayout(self)
        column.setContentsMargins(*(scaled(16),) * 4)
        column.setSpacing(scaled(8))
        column.addWidget(label(_("How the order is drawn"), "section"))
        column.addWidget(self._by_seed)
        column.addWidget(self._by_hand)
        column.addWidget(self._said)
        column.addWidget(self._closed)
        column.addWidget(self._draw, alignment=Qt.AlignmentFlag.AlignRight)
        column.addWidget(self._told)
        column.addSpacing(scaled(8))
        for part in (self._released, self._release, self._print):
            column.addWidget(part)
        column.addStretch(1)

    def _turned(self) -> None:
        self._turn()
        self.way_changed.emit()

    def _turn(self) -> None:
        _ = self.translate
        by_hand = self.is_by_hand()
        self._said.ask_seed(wanted=not by_hand)
        self._draw.setText(_("&Write the lots down…") if by_hand else _("&Draw the order…"))


def _story(desk: OrderDesk, _: Translator) -> str:
    """Tell every attempt, and how the one that holds is drawn again."""
    if desk.present is None:
        return _("Nothing has been drawn yet.")
    lines = [order_attempt(at, draw, _) for at, draw in enumerate(desk.draws, 1)]
    if desk.present.method is DrawMethod.SEED:
        lines.append(how_to_draw_again(desk.present.seed, desk.present.attempt, _))
    return "\n".join(lines)
