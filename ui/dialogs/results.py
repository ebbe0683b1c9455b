"""What the place of results asks: a reason, the order of a vote, a budget."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from reviewer_app.domain.deviation import OutlierDecision
from reviewer_app.i18n import Translator
from ui.theme.theme import scaled
from ui.widgets.labels import button, label


@dataclass(frozen=True, slots=True)
class Statement:
    """What the reviewer answered, and why."""

    decision: OutlierDecision
    text: str


@dataclass(frozen=True, slots=True)
class Vote:
    """The order a panel voted for, best first, and what the minutes say of it."""

    order: tuple[str, ...]
    reason: str


class _Asking(QDialog):
    """A question with a heading, a body, the deed and a way out.

    Signals:
        answered: what was answered.
    """

    answered = Signal(object)

    def __init__(self, title: str, deed: str, translate: Translator, parent: QWidget) -> None:
        super().__init__(parent)
        self.translate = _ = translate
        self.setWindowTitle(title)
        self.resize(scaled(520), scaled(380))
        self.body = QVBoxLayout()
        self.body.setSpacing(scaled(8))
        self.done_button = button(deed, self._answer, kind="primary")
        leave = button(_("Cancel"), self.reject)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(leave)
        foot.addWidget(self.done_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(scaled(16),) * 4)
        column.addWidget(label(title, "section", wrap=True))
        column.addLayout(self.body, 1)
        column.addLayout(foot)

    def answer(self) -> object:
        """Give what is written now."""
        raise NotImplementedError

    def _answer(self) -> None:
        self.answered.emit(self.answer())
        self.accept()


class ReasonDialog(_Asking):
    """Why a sheet far from the others stands."""

    def __init__(self, facts: str, text: str, translate: Translator, parent: QWidget) -> None:
        _ = translate
        super().__init__(_("Reason for a score far from the others"), _("Save"), _, parent)
        self.body.addWidget(label(facts, wrap=True))
        self.decision = QComboBox()
        self.decision.addItem(_("The reviewer keeps the score"), OutlierDecision.KEPT)
        self.decision.addItem(_("The reviewer changed the score"), OutlierDecision.CHANGED)
        self.decision.setAccessibleName(_("Decision"))
        self.text = QPlainTextEdit(text)
        self.text.setAccessibleName(_("Reason"))
        self.text.setPlaceholderText(_("What the reviewer saw, in at least 10 characters"))
        self.text.setTabChangesFocus(True)
        self.body.addWidget(self.decision)
        self.body.addWidget(self.text, 1)
        self.text.setFocus()

    def answer(self) -> Statement:
        return Statement(OutlierDecision(self.decision.currentData()), self.text.toPlainText())


class VoteDialog(_Asking):
    """In which order the panel puts applications of equal score."""

    def __init__(
        self, applications: tuple[tuple[str, str], ...], translate: Translator, parent: QWidget
    ) -> None:
        """`applications` are (number, name), in the order they stand in now."""
        _ = translate
        super().__init__(_("Vote of the panel on equal scores"), _("Record the vote"), _, parent)
        told = _("Put them in the order the panel voted for, best first.")
        self.body.addWidget(label(told, "secondary", wrap=True))
        self.order = QListWidget()
        self.order.setAccessibleName(_("Order of the applications"))
        self._numbers = {f"{number}  {name}": number for number, name in applications}
        self.order.addItems(list(self._numbers))
        self.order.setCurrentRow(0)
        moves = QVBoxLayout()
        self.up = button(_("Up"), self._up, name="arrow-up")
        self.down = button(_("Down"), self._down, name="arrow-down")
        moves.addWidget(self.up)
        moves.addWidget(self.down)
        moves.addStretch(1)
        row = QHBoxLayout()
        row.addWidget(self.order, 1)
        row.addLayout(moves)
        self.body.addLayout(row, 1)
        self.reason = QLineEdit()
        self.reason.setAccessibleName(_("Votes, place in the minutes"))
        self.reason.setPlaceholderText(_("Votes, place in the minutes"))
        self.body.addWidget(self.reason)

    def answer(self) -> Vote:
        texts = (self.order.item(row).text() for row in range(self.order.count()))
        return Vote(tuple(self._numbers[text] for text in texts), self.reason.text())

    def _up(self) -> None:
        self._move(-1)

    def _down(self) -> None:
        self._move(1)

    def _move(self, step: int) -> None:
        row = self.order.currentRow()
        if 0 <= row + step < self.order.count():
            item = self.order.takeItem(row)
            self.order.insertItem(row + step, item)
            self.order.setCurrentRow(row + step)


class BudgetDialog(_Asking):
    """How much money there is for the batch, in 万元; empty takes the line away."""

    def __init__(self, amount: str, translate: Translator, parent: QWidget) -> None:
        _ = translate
        super().__init__(_("Budget of the batch"), _("Save"), _, parent)
        told = _(
            "In 10,000 yuan. The ranking shows how far it reaches when each application, best"
            " first, gets what it asks for. Leave it empty for no line."
        )
        self.body.addWidget(label(told, "secondary", wrap=True))
        self.amount = QLineEdit(amount)
        self.amount.setAccessibleName(_("Budget in 10,000 yuan"))
        self.amount.returnPressed.connect(self._answer)
        self.body.addWidget(self.amount)
        self.body.addStretch(1)

    def answer(self) -> str:
        return self.amount.text().strip()
