"""A reviewer cannot go on: three ways out, each with what it changes, before the choice."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from reviewer_app.domain.person import Reviewer
from reviewer_app.domain.way_out import WayOut
from reviewer_app.i18n import Translator
from reviewer_app.words.panel import way_name
from ui.theme.theme import scaled
from ui.widgets.labels import button, frame, label
from ui.widgets.scrolling import resize_within_screen, scrolled


@dataclass(frozen=True, slots=True)
class DropOutChoice:
    """The way chosen, why, and who takes over where somebody does."""

    way: WayOut
    reason: str
    substitute: Reviewer | None


class DropOutDialog(QDialog):
    """Nothing is chosen at first: each way has consequences to be read.

    Signals:
        given: a `DropOutChoice`.
    """

    given = Signal(object)

    def __init__(
        self,
        parent: QWidget,
        title: str,
        ways: Mapping[WayOut, Sequence[str]],
        translate: Translator,
    ) -> None:
        super().__init__(parent)
        self.translate = _ = translate
        self.setWindowTitle(_("A reviewer drops out"))
        resize_within_screen(self, 860, 690)
        self._build()
        self._lay_out(title, ways)

    def _build(self) -> None:
        _ = self.translate
        self._ways = {way: QRadioButton(way_name(way, _)) for way in WayOut}
        self._group = QButtonGroup(self)
        for made in self._ways.values():
            self._group.addButton(made)
        self._group.buttonClicked.connect(self._offer)
        self._reason = _field(_("Why the reviewer cannot go on"))
        self._number = _field(_("Number of the substitute"))
        self._name = _field(_("Name of the substitute"))
        self._organisation = _field(_("Organisation of the substitute"))
        for field in (self._reason, self._number, self._name, self._organisation):
            field.textEdited.connect(self._offer)
        self._do = button(_("Take the reviewer out"), self._give, kind="primary")
        self._do.setDefault(True)
        self._name_parts()
        self._offer()

    def _name_parts(self) -> None:
        for way, made in self._ways.items():
            made.setObjectName(f"way_{way.value}")
        self._reason.setObjectName("reason")
        self._number.setObjectName("substitute_number")
        self._name.setObjectName("substitute_name")
        self._organisation.setObjectName("substitute_organisation")
        self._do.setObjectName("confirm")

    def _lay_out(self, title: str, ways: Mapping[WayOut, Sequence[str]]) -> None:
        _ = self.translate
        inside = QWidget()
        cards = QVBoxLayout(inside)
        cards.setSpacing(scaled(8))
        for way, made in self._ways.items():
            card = QVBoxLayout()
            card.addWidget(made)
            card.addWidget(label("\n".join(ways.get(way, ())), "secondary", wrap=True))
            if way is WayOut.SUBSTITUTE:
                row = QHBoxLayout()
                for field in (self._number, self._name, self._organisation):
                    row.addWidget(field)
                card.addLayout(row)
            cards.addWidget(frame("raised", card))
        law = _(
            "By analogy with the rules for bidding, the conclusions of a replaced reviewer are"
            " void and the substitute reviews again."
        )
        cards.addWidget(label(law, "faint", wrap=True))
        cards.addStretch(1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(button(_("Leave as it is"), self.reject))
        foot.addWidget(self._do)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(scaled(24),) * 4)
        column.setSpacing(scaled(8))
        column.addWidget(label(title, "section", wrap=True))
        column.addWidget(scrolled(inside), 1)
        column.addWidget(self._reason)
        column.addLayout(foot)

    def _way(self) -> WayOut | None:
        return next((way for way, made in self._ways.items() if made.isChecked()), None)

    def _offer(self) -> None:
        way = self._way()
        is_substituted = way is WayOut.SUBSTITUTE
        for field in (self._number, self._name, self._organisation):
            field.setEnabled(is_substituted)
        named = bool(self._number.text().strip() and self._name.text().strip())
        has_reason = bool(self._reason.text().strip())
        self._do.setEnabled(way is not None and has_reason and (named or not is_substituted))

    def _give(self) -> None:
        way = self._way()
        assert way is not None
        substitute = None
        if way is WayOut.SUBSTITUTE:
            substitute = Reviewer(self._number.text(), self._name.text(), self._organisation.text())
        self.accept()
        self.given.emit(DropOutChoice(way, self._reason.text().strip(), substitute))


def _field(name: str) -> QLineEdit:
    made = QLineEdit()
    made.setPlaceholderText(name)
    made.setAccessibleName(name)
    return made
