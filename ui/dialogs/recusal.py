"""Ask for the grounds of a recusal, with what it does to the result said beside them."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from reviewer_app.domain.grounds import Ground, RaisedBy
from reviewer_app.i18n import Translator
from reviewer_app.words.grounds import ground_text, raised_by_name
from ui.theme.theme import scaled
from ui.widgets.flow import flow_row
from ui.widgets.labels import button, label
from ui.widgets.line_list import LineList
from ui.widgets.scrolling import resize_within_screen, scrolled


@dataclass(frozen=True, slots=True)
class Recusal:
    """What was ticked, who raised it, and the grounds in words for the record."""

    grounds: tuple[Ground, ...]
    raised_by: RaisedBy
    words: str


class RecusalDialog(QDialog):
    """Grounds as tick boxes; one must be ticked, "another relation" needs words.

    Signals:
        given: a `Recusal`.
    """

    given = Signal(object)

    def __init__(
        self,
        parent: QWidget,
        title: str,
        consequences: Sequence[str],
        translate: Translator,
        raised_by: RaisedBy = RaisedBy.SELF,
    ) -> None:
        super().__init__(parent)
        self.translate = _ = translate
        self.setWindowTitle(_("Recusal"))
        resize_within_screen(self, 940, 660)
        self._build(raised_by)
        self._lay_out(title, consequences)

    def _build(self, raised_by: RaisedBy) -> None:
        _ = self.translate
        self._grounds: dict[Ground, QCheckBox] = {}
        for ground in Ground:
            made = QCheckBox(f"{ground.number}  {ground_text(ground, _)}")
            made.setObjectName(f"ground_{ground.number}")
            made.clicked.connect(self._offer)
            self._grounds[ground] = made
        self._raised: dict[RaisedBy, QRadioButton] = {}
        self._who = QButtonGroup(self)
        for who in RaisedBy:
            chosen = QRadioButton(raised_by_name(who, _))
            chosen.setChecked(who is raised_by)
            chosen.setObjectName(f"raised_by_{who.value}")
            self._who.addButton(chosen)
            self._raised[who] = chosen
        self._note = QLineEdit()
        self._note.setPlaceholderText(_("In words, where the ticks do not say it"))
        self._note.setAccessibleName(_("Grounds in words"))
        self._note.textEdited.connect(self._offer)
        self._do = button(_("Recuse"), self._give, kind="primary")
        self._do.setObjectName("confirm")
        self._do.setEnabled(False)
        self._do.setDefault(True)
        self._note.setObjectName("grounds_in_words")

    def _lay_out(self, title: str, consequences: Sequence[str]) -> None:
        _ = self.translate
        inside = QWidget()
        boxes = QVBoxLayout(inside)
        boxes.setSpacing(scaled(2))
        for made in self._grounds.values():
            boxes.addWidget(made)
        boxes.addSpacing(scaled(8))
        who = (label(_("Raised by"), "secondary"), *self._raised.values())
        boxes.addWidget(self._note)
        boxes.addWidget(flow_row(scaled(8), *who))
        boxes.addWidget(label(_("What the recusal changes"), "secondary"))
        boxes.addWidget(LineList(consequences), 1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(button(_("No recusal"), self.reject))
        foot.addWidget(self._do)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(scaled(24),) * 4)
        column.setSpacing(scaled(8))
        column.addWidget(label(title, "section", wrap=True))
        column.addWidget(scrolled(inside), 1)
        column.addLayout(foot)

    def _ticked(self) -> tuple[Ground, ...]:
        return tuple(ground for ground, made in self._grounds.items() if made.isChecked())

    def _offer(self) -> None:
        ticked = self._ticked()
        needs_words = Ground.OTHER in ticked
        has_words = bool(self._note.text().strip())
        self._do.setEnabled(bool(ticked) and (has_words or not needs_words))

    def _give(self) -> None:
        _ = self.translate
        ticked = self._ticked()
        parts = [ground_text(ground, _) for ground in ticked if ground is not Ground.OTHER]
        note = self._note.text().strip()
        words = _("; ").join([*parts, *([note] if note else [])])
        raised_by = next(who for who, made in self._raised.items() if made.isChecked())
        self.accept()
        self.given.emit(Recusal(ticked, raised_by, words))
