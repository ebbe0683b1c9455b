"""The panel's opinion of one application: its text, recommendation and tier."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from reviewer_app.domain.deliberation import Opinion, Recommendation
from reviewer_app.i18n import Translator
from reviewer_app.queries.deliberation import Deliberation, ReviewRow
from reviewer_app.queries.opinion import FEWEST, MOST
from reviewer_app.words.session import recommendation_name
from ui.theme.theme import scaled
from ui.widgets.flow import flow_row
from ui.widgets.labels import button, label, restyle
from ui.widgets.typing_field import TypingField

_CHOICES = (
    Recommendation.RECOMMENDED,
    Recommendation.REVISED,
    Recommendation.NOT_RECOMMENDED,
)


@dataclass(frozen=True, slots=True)
class Wording:
    """An opinion as it stands in the panel."""

    number: str
    text: str
    recommendation: Recommendation
    tier: str


class OpinionPanel(QWidget):
    """Written when the field is left or a choice is made; what is half typed is kept.

    Signals:
        written: an opinion (`Wording`).
        typing: number and text so far.
        draft_wanted: a draft from the scores.
        file_wanted: the opinion as a file to be edited elsewhere.
        taking_wanted: such a file is to be taken back in.
    """

    written = Signal(object)
    typing = Signal(str, str)
    draft_wanted = Signal()
    file_wanted = Signal()
    taking_wanted = Signal()

    def __init__(self, translate: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.translate = translate
        self._number = ""
        self._stored: Wording | None = None
        self._may = False
        self._build()
        self._lay_out()

    def show_application(self, whole: Deliberation, row: ReviewRow, typed: str) -> None:
        """Show the opinion of an application; `typed` is what was half written of it."""
        assert row.sheets is not None
        opinion = row.sheets.opinion
        is_typing = self._number == row.number and self._field.is_changed
        self._number, self._stored = row.number, _wording_of(opinion)
        locked = opinion is not None and opinion.locked
        self._may = whole.may("write_opinion") and not locked
        if not is_typing:
            self._field.put(opinion.text if opinion else "", typed or None)
        funding = row.sheets.scheme.funding
        self._fill_tiers([tier.code for tier in funding.tiers] if funding else [], opinion)
        self._choose(opinion.recommendation if opinion else Recommendation.OPEN)
        self._state.setText(self._told(opinion))
        self._allow()

    def put_draft(self, text: str) -> None:
        """Put a draft into the field, to be changed there; it is written with the field."""
        self._field.setPlainText(text)
        self._field.setFocus()
        self.typing.emit(self._number, text)

    @property
    def number(self) -> str:
        """The application it is about."""
        return self._number

    def text(self) -> str:
        """Give the text as it stands in the field."""
        return self._field.toPlainText()

    def finish(self) -> None:
        """Write what is half typed."""
        if self._may:
            self._field.finish()

    def _build(self) -> None:
        _ = self.translate
        self._field = TypingField(_("Opinion of the panel"))
        self._field.setObjectName("opinion_text")
        self._field.setPlaceholderText(_("What the panel found, factor by factor"))
        self._field.typing.connect(self._typed)
        self._field.written.connect(self._write)
        self._field.textChanged.connect(self._count_text)
        self._count = label("", "secondary")
        self._count.setObjectName("opinion_count")
        self._state = label("", "faint", wrap=True)
        self._group = QButtonGroup(self)
        self._choices: dict[Recommendation, QRadioButton] = {}
        for choice in _CHOICES:
            made = QRadioButton(recommendation_name(choice, _))
            made.setObjectName(f"recommend_{choice.value}")
            self._group.addButton(made)
            self._choices[choice] = made
        self._group.buttonClicked.connect(self._chosen)
        self._tier = QComboBox()
        self._tier.setObjectName("opinion_tier")
        self._tier.setAccessibleName(_("Tier advised"))
        self._tier.activated.connect(self._chosen)
        self._draft = button(_("&Draft from the scores"), self.draft_wanted.emit, name="pen-line")
        self._draft.setObjectName("draft_opinion")
        self._out = button(_("&Write out as Word file…"), self.file_wanted.emit, name="upload")
        self._out.setObjectName("write_opinion_file")
        self._in = button(_("&Take a Word file back in…"), self.taking_wanted.emit, name="download")
        self._in.setObjectName("take_opinion_file")

    def _lay_out(self) -> None:
        _ = self.translate
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(8))
        head = QHBoxLayout()
        head.addWidget(self._state, 1)
        head.addWidget(self._count)
        column.addLayout(head)
        column.addWidget(self._field, 1)
        named = label(_("Tier advised"))
        named.setBuddy(self._tier)
        column.addWidget(flow_row(scaled(16), *self._choices.values(), named, self._tier))
        column.addWidget(flow_row(scaled(8), self._draft, self._out, self._in))

    def _fill_tiers(self, tiers: list[str], opinion: Opinion | None) -> None:
        _, chosen = self.translate, opinion.tier if opinion else ""
        known = ["", *tiers] if chosen in ("", *tiers) else ["", *tiers, chosen]
        self._tier.clear()
        for tier in known:
            self._tier.addItem(tier or _("none"), tier)
        self._tier.setCurrentIndex(known.index(chosen))

    def _choose(self, recommendation: Recommendation) -> None:
        self._group.setExclusive(False)
        for choice, made in self._choices.items():
            made.setChecked(choice is recommendation)
        self._group.setExclusive(True)

    def _told(self, opinion: Opinion | None) -> str:
        _ = self.translate
        if opinion is None:
            return _("Nothing is written yet.")
        if opinion.locked:
            return _("Locked with the signatures.")
        return _("Last edited by {name}.").format(name=opinion.edited_by)

    def _allow(self) -> None:
        has_text = bool(self.text().strip())
        self._field.setReadOnly(not self._may)
        for made in (*self._choices.values(), self._tier):
            made.setEnabled(self._may and has_text)
        for deed in (self._draft, self._out, self._in):
            deed.setVisible(self._may)
        self._count_text()

    def _count_text(self) -> None:
        _ = self.translate
        length = len("".join(self.text().split()))
        text = _("{count} characters ({least} to {most})")
        self._count.setText(text.format(count=length, least=FEWEST, most=MOST))
        is_outside = bool(length) and not FEWEST <= length <= MOST
        self._count.setProperty("meaning", "attention" if is_outside else "")
        restyle(self._count)
        for made in (*self._choices.values(), self._tier):
            made.setEnabled(self._may and bool(length))

    def _typed(self, text: str) -> None:
        self.typing.emit(self._number, text)

    def _write(self, text: str) -> None:
        """Give the opinion out, unless it stands like this."""
        wording = self._wording(text)
        if self._may and text and wording != self._stored:
            self._stored = wording
            self.written.emit(wording)

    def _chosen(self) -> None:
        self._field.finish()
        self._write(self.text().strip())

    def _wording(self, text: str) -> Wording:
        checked = (choice for choice, made in self._choices.items() if made.isChecked())
        chosen = next(checked, Recommendation.OPEN)
        tier: str = self._tier.currentData() or ""
        return Wording(self._number, text, chosen, tier)


def _wording_of(opinion: Opinion | None) -> Wording | None:
    if opinion is None:
        return None
    return Wording(opinion.application, opinion.text, opinion.recommendation, opinion.tier)
