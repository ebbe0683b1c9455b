"""Who has signed what: people down, documents across."""

from collections.abc import Collection

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QWidget,
)

from reviewer_app.domain.closing import PaperStand, SigningStand, SignState
from reviewer_app.domain.person import Person
from reviewer_app.i18n import Translator
from ui.screens.session.closing.rows import paper_title, person_words, sign_of, sign_words
from ui.theme.theme import font, pixmap, scaled
from ui.widgets.labels import button, label
from ui.widgets.replacing import Replacing

_EVERYBODY = 3
"""The row with a tick for everybody, where ticks can be set; people come after it."""


class SignMatrix(Replacing):
    """The matrix; missing signatures can be ticked by staff where they are made on paper.

    Signals:
        reading: a document is to be read (its number).
        scans: the scans of a document are to be seen (its number).
        ticked: what is ticked changed.
    """

    reading = Signal(str)
    scans = Signal(str)
    ticked = Signal()

    def __init__(self, translate: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.translate = translate
        self._boxes: dict[tuple[str, Person], QCheckBox] = {}
        self._all: dict[str, QCheckBox] = {}

    def show_stand(
        self, stand: SigningStand, changed: Collection[str], *, may_tick: bool, may_scan: bool
    ) -> None:
        """Show who has signed what; `changed` are documents that read otherwise now."""
        kept = set(self.chosen())
        self._boxes, self._all = {}, {}
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(scaled(8))
        grid.setVerticalSpacing(scaled(6))
        papers = [paper for paper in stand.papers if _is_signed(paper)]
        for column, paper in enumerate(papers, start=1):
            self._put_head(grid, column, paper, is_changed=paper.document in changed)
            self._put_tools(grid, column, paper, may_scan=may_scan)
            if may_tick:
                self._all[paper.document] = self._all_box(paper)
                grid.addWidget(self._all[paper.document], _EVERYBODY, column)
        for row, person in enumerate(stand.people, start=_EVERYBODY + 1):
            grid.addWidget(label(person_words(person, self.translate)), row, 0)
            for column, paper in enumerate(papers, start=1):
                cell = self._cell(paper, person, may_tick=may_tick)
                grid.addWidget(cell, row, column, Qt.AlignmentFlag.AlignLeft)
        grid.setColumnStretch(len(papers) + 1, 1)
        grid.setRowStretch(_EVERYBODY + 1 + len(stand.people), 1)
        for place in kept & self._boxes.keys():
            self._boxes[place].setChecked(True)
        self.put(_Across(inside))
        self.ticked.emit()

    def chosen(self) -> tuple[tuple[str, Person], ...]:
        """Give document and person of each ticked place."""
        return tuple(place for place, box in self._boxes.items() if box.isChecked())

    def _put_head(
        self, grid: QGridLayout, column: int, paper: PaperStand, *, is_changed: bool
    ) -> None:
        _ = self.translate
        title = label(paper_title(paper, _))
        title.setFont(font(bold=True))
        grid.addWidget(title, 0, column)
        code = paper.paper.code.partition(" · ")[2] if paper.paper else _("not issued")
        told = label(_("reads otherwise now") if is_changed else code, "faint")
        if is_changed:
            told.setProperty("meaning", "attention")
        told.setToolTip(paper.paper.code if paper.paper else "")
        grid.addWidget(told, 1, column)

    def _put_tools(
        self, grid: QGridLayout, column: int, paper: PaperStand, *, may_scan: bool
    ) -> None:
        _ = self.translate
        number = paper.document
        row = QHBoxLayout()
        row.setSpacing(scaled(4))
        read = button(_("Read"), self._read, kind="quiet", name="eye")
        read.setObjectName(f"read_{number}")
        read.setProperty("document", number)
        read.setAccessibleName(_("Read: {name}").format(name=paper_title(paper, _)))
        read.setEnabled(paper.paper is not None)
        row.addWidget(read)
        if may_scan or paper.scans:
            count = len(paper.scans)
            scans = button(str(count), self._show_scans, kind="quiet", name="paperclip")
            scans.setObjectName(f"scans_{number}")
            scans.setProperty("document", number)
            text = _("Scans of {name}: {count}").format(name=paper_title(paper, _), count=count)
            scans.setToolTip(text)
            scans.setAccessibleName(text)
            row.addWidget(scans)
        row.addStretch(1)
        grid.addLayout(row, 2, column)

    def _all_box(self, paper: PaperStand) -> QCheckBox:
        _ = self.translate
        box = QCheckBox(_("everybody"))
        box.setObjectName(f"tick_all_{paper.document}")
        box.setAccessibleName(_("Tick everybody: {name}").format(name=paper_title(paper, _)))
        box.setProperty("document", paper.document)
        box.clicked.connect(self._tick_all)
        return box

    def _cell(self, paper: PaperStand, person: Person, *, may_tick: bool) -> QWidget:
        _ = self.translate
        state = paper.states[person]
        words = sign_words(paper, person, _)
        if may_tick and paper.paper and state in (SignState.MISSING, SignState.VOID):
            return self._box(paper, person, words)
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(scaled(6))
        name, meaning = sign_of(state)
        if state is not SignState.NOT_ASKED:
            picture = QLabel()
            picture.setPixmap(pixmap(name, meaning, 20))
            row.addWidget(picture)
        told = label(words, "" if state is SignState.SIGNED else "secondary")
        told.setAccessibleName(f"{person.name}, {paper_title(paper, _)}: {words}")
        if state in (SignState.SIGNED, SignState.VOID):
            told.setToolTip(paper.signatures[person].code)
        row.addWidget(told)
        return made

    def _box(self, paper: PaperStand, person: Person, words: str) -> QCheckBox:
        box = QCheckBox(words)
        who = person.number or person.name
        box.setObjectName(f"tick_{paper.document}_{who}")
        box.setAccessibleName(f"{person.name}, {paper_title(paper, self.translate)}: {words}")
        box.setMinimumHeight(scaled(32))
        box.clicked.connect(self.ticked)
        self._boxes[paper.document, person] = box
        return box

    def _tick_all(self) -> None:
        number = str(self.sender().property("document"))
        for (document, _person), box in self._boxes.items():
            if document == number:
                box.setChecked(self._all[number].isChecked())
        self.ticked.emit()

    def _read(self) -> None:
        self.reading.emit(str(self.sender().property("document")))

    def _show_scans(self) -> None:
        self.scans.emit(str(self.sender().property("document")))


def _is_signed(paper: PaperStand) -> bool:
    """Whether anybody of the people signs it here."""
    return any(state is not SignState.NOT_ASKED for state in paper.states.values())


class _Across(QScrollArea):
    """As high as its content; scrolled across where the window is too narrow for it."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inside)

    def sizeHint(self) -> QSize:
        bar = self.horizontalScrollBar().sizeHint().height()
        return self.widget().sizeHint() + QSize(0, bar)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())
