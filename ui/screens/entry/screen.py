"""Score entry from paper sheets: a pile, a grid, and what two entries differ in."""

from collections.abc import Callable
from functools import partial
from typing import assert_never

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from reviewer_app.domain.panel_errors import BlockTooWide
from reviewer_app.queries.paper_entry import (
    FIRST,
    SECOND,
    Mismatch,
    MismatchKind,
    PaperLine,
    PaperState,
    PaperTable,
    paper_piles,
    paper_table,
)
from reviewer_app.workflow.give_score import write_comment
from reviewer_app.workflow.paper_entry import (
    TypedCell,
    accept_paper_total,
    paste_paper_scores,
    settle_paper_score,
    type_paper_score,
    write_paper_total,
)
from reviewer_app.workflow.submit_paper import submit_paper_sheet
from reviewer_app.workspace import Workspace
from ui.actions import OwnUndo
from ui.desk import Desk
from ui.place import Screen
from ui.screens.entry.difference_panel import DifferencePanel
from ui.screens.entry.grid_model import PaperGridModel
from ui.screens.entry.grid_view import PaperGrid, Pasted, Way
from ui.screens.entry.rows import is_open
from ui.theme.theme import scaled
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow import flow_row
from ui.widgets.labels import button, label
from ui.widgets.scrolling import scrolled

Pair = tuple[str, str]
Verb = Callable[[Workspace], None]


class Entry(Screen):
    """Paper sheets typed twice by two persons."""

    watches = frozenset(
        {"paper_sheet", "paper_score", "sheet", "score", "comment", "person", "application"}
        | {"assignment", "objective_score", "scheme_version"}
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._table: PaperTable | None = None
        self._build()
        self._lay_out()
        self._connect()
        OwnUndo(desk, self)

    def look_again(self) -> None:
        self._show_piles()
        self._show_table()

    def show_subject(self, subject: str, part: str) -> None:  # noqa: ARG002 - no parts here
        """Go to the pile of a reviewer or an application."""
        self.look_again()
        _by_reviewer, by_application = self.desk.look(paper_piles)
        is_application = any(subject == number for number, _ in by_application)
        self._by[not is_application].setChecked(True)
        self._show_piles()
        self._pile.setCurrentIndex(max(self._pile.findData(subject), 0))
        self._show_table()

    def _build(self) -> None:
        _ = self.translate
        self._entries = {FIRST: _choice(_("&First entry")), SECOND: _choice(_("&Second entry"))}
        self._entries[SECOND].setToolTip(_("Blind: nothing of the first entry is shown"))
        self._by = {True: _choice(_("By reviewer")), False: _choice(_("By application"))}
        self._ways = {
            Way.SHEET: _choice(_("Sheet by sheet")),
            Way.COLUMN: _choice(_("Column by column")),
        }
        self._groups = [
            _group(self, list(choices.values()))
            for choices in (self._entries, self._by, self._ways)
        ]
        self._pile = QComboBox()
        self._pile.setAccessibleName(_("Pile of sheets"))
        self._pile.setMinimumWidth(scaled(260))
        self._objective = QCheckBox(_("Objective columns"))
        self._objective.setToolTip(_("Values on paper that are only compared"))
        self._told = label("", "secondary", wrap=True)
        self._model = PaperGridModel(_, self._take, self)
        self._grid = PaperGrid(self._model, _("Scores on paper"))
        self._differences = DifferencePanel(_)
        self._empty = EmptyState(
            "keyboard", _("Paper sheets are typed here once there are applications and reviewers.")
        )

    def _lay_out(self) -> None:
        _ = self.translate
        groups = (self._entries, self._by, self._ways)
        entries, piles, ways = (flow_row(scaled(4), *choices.values()) for choices in groups)
        head = flow_row(scaled(12), entries, piles, self._pile, ways)
        second = QHBoxLayout()
        second.addWidget(self._told, 1)
        second.addWidget(self._objective)
        self._parts = QSplitter(Qt.Orientation.Vertical)
        self._parts.addWidget(self._grid)
        self._parts.addWidget(self._differences)
        self._parts.setSizes([scaled(600), scaled(230)])
        self._parts.setStretchFactor(0, 1)
        self._parts.setChildrenCollapsible(False)
        self._grid.setMinimumHeight(scaled(180))
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(*(scaled(16),) * 4)
        column.setSpacing(scaled(8))
        column.addWidget(label(_("Score entry from paper"), "page"))
        column.addWidget(head)
        column.addLayout(second)
        column.addWidget(self._parts, 1)
        column.addWidget(self._empty, 1)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(scrolled(whole))

    def _connect(self) -> None:
        for group in self._groups:
            group.buttonClicked.connect(self._chosen)
        self._pile.activated.connect(self._chosen)
        self._objective.clicked.connect(self._chosen)
        self._grid.pasted.connect(self._paste)
        self._grid.locked.connect(self._tell_why)
        self._differences.settling.connect(self._settle)
        self._differences.sheet_chosen.connect(self._show_sheet)

    @property
    def _entry(self) -> int:
        return SECOND if self._entries[SECOND].isChecked() else FIRST

    @property
    def _is_reviewers(self) -> bool:
        return self._by[True].isChecked()

    def _chosen(self) -> None:
        self._grid.way = Way.COLUMN if self._ways[Way.COLUMN].isChecked() else Way.SHEET
        self._show_piles()
        self._show_table()
        self._grid.begin()
        self._grid.setFocus()

    def _show_piles(self) -> None:
        """Fill the list of piles, keeping the chosen one."""
        by_reviewer, by_application = self.desk.look(paper_piles)
        named = by_reviewer if self._is_reviewers else by_application
        piles = [(number, f"{number}  {name}") for number, name in named]
        places = range(self._pile.count())
        if [(self._pile.itemData(at), self._pile.itemText(at)) for at in places] == piles:
            return
        kept = self._pile.currentData()
        self._pile.clear()
        for key, text in piles:
            self._pile.addItem(text, key)
        self._pile.setCurrentIndex(max(self._pile.findData(kept), 0))

    def _show_table(self) -> None:
        number = str(self._pile.currentData() or "")
        query = partial(paper_table, entry=self._entry)
        pile = (
            partial(query, reviewer=number)
            if self._is_reviewers
            else partial(query, application=number)
        )
        self._table = table = self.desk.look(pile)
        shown = self._objective.isChecked()
        columns = tuple(row for row in table.columns if shown or row.is_on_sheet)
        self._model.show(table, self._entry, columns, is_reviewers=self._is_reviewers)
        self._differences.show_table(table)
        self._tell()
        is_empty = not number
        self._empty.setVisible(is_empty)
        self._parts.setVisible(not is_empty)
        if not self._grid.currentIndex().isValid():
            self._grid.begin()

    def _tell(self) -> None:
        _ = self.translate
        assert self._table is not None
        done = sum(line.state is PaperState.SUBMITTED for line in self._table.lines)
        counts = _("{done} of {all} sheets of this pile submitted.").format(
            done=done, all=len(self._table.lines)
        )
        how = _("Digits and Enter; 72 means 7.2 where 8 is the most. Empty cells stay open.")
        if self._entry == SECOND:
            how = _(
                "Blind: type what stands on the paper. A sheet that agrees is submitted at once."
            )
        self._told.setText(f"{counts}  {how}")

    def _take(self, line: PaperLine, code: str, text: str) -> bool:
        """Write one typed cell; the total where the code is empty."""
        if code:
            cell = TypedCell(line.application, line.reviewer, code, text)
            done = self.desk.do(partial(type_paper_score, entry=self._entry, cell=cell))
        else:
            done = self.desk.do(_of(write_paper_total, line.pair, text=text))
        if done:
            self._submit_agreed({line.pair})
        return done

    def _tell_why(self, row: int) -> None:
        """Let the core refuse a sheet that takes nothing, which says the reason."""
        if not 0 <= row < len(self._model.lines):
            return
        line = self._model.lines[row]
        cell = TypedCell(*line.pair, self._model.code_at(0), "")
        if not is_open(line, self._entry):
            self.desk.do(partial(type_paper_score, entry=self._entry, cell=cell))

    def _paste(self, pasted: Pasted) -> None:
        start, block = pasted
        room = (
            self._model.rowCount() - start.row(),
            len(self._model.columns) - start.column(),
        )
        size = (len(block), max(len(row) for row in block))
        if size[0] > room[0] or size[1] > room[1] or any(len(row) != size[1] for row in block):
            found, left = (f"{rows} × {max(columns, 0)}" for rows, columns in (size, room))
            self.desk.refused.emit(BlockTooWide(found, left))
            return
        cells = [
            TypedCell(*self._model.lines[start.row() + down].pair, code, text)
            for down, row in enumerate(block)
            for across, text in enumerate(row)
            if (code := self._model.code_at(start.column() + across))
        ]
        if self.desk.do(partial(paste_paper_scores, entry=self._entry, cells=cells)):
            _ = self.translate
            text = _("{count} cells pasted.").format(count=len(cells))
            self.said.emit(text)
            self._submit_agreed({(cell.application, cell.reviewer) for cell in cells})

    def _settle(self, answer: tuple[Mismatch, str]) -> None:
        found, text = answer
        pair = (found.application, found.reviewer)
        verb: Verb
        match found.kind:
            case MismatchKind.ENTRIES:
                verb = _of(settle_paper_score, pair, indicator=found.indicator, text=text)
            case MismatchKind.TOTAL:
                verb = _of(accept_paper_total, pair, reason=text)
            case MismatchKind.REASON:
                verb = _of(write_comment, pair, indicator=found.indicator, text=text)
            case MismatchKind.OBJECTIVE:
                return
            case _:
                assert_never(found.kind)
        if self.desk.do(verb):
            self._submit_agreed({pair})

    def _submit_agreed(self, pairs: set[Pair]) -> None:
        """Submit those of the touched sheets whose entries agree now."""
        _ = self.translate
        for line in self._lines_of(pairs):
            if line.state is not PaperState.AGREED:
                continue
            if self.desk.do(_of(submit_paper_sheet, line.pair)):
                text = _("Both entries agree: the sheet of {reviewer} for {application} is in.")
                self.said.emit(text.format(reviewer=line.reviewer, application=line.application))

    def _lines_of(self, pairs: set[Pair]) -> list[PaperLine]:
        """Give these sheets as they stand now, from the pile or from another."""
        here = {line.pair: line for line in self._model.lines}
        found = [here[pair] for pair in pairs if pair in here]
        for application, reviewer in pairs - here.keys():
            query = partial(
                paper_table, entry=self._entry, application=application, reviewer=reviewer
            )
            found += self.desk.look(query).lines
        return found

    def _show_sheet(self, pair: Pair) -> None:
        for row, line in enumerate(self._model.lines):
            if line.pair == pair:
                self._grid.scrollTo(self._model.index(row, 0))


def _of(verb: Callable[..., None], pair: Pair, **more: str) -> Verb:
    return partial(verb, application=pair[0], reviewer=pair[1], **more)


def _choice(text: str) -> QPushButton:
    made = button(text, _nothing)
    made.setCheckable(True)
    return made


def _nothing() -> None:
    """A choice does nothing by itself: its group tells."""


def _group(parent: QWidget, buttons: list[QPushButton]) -> QButtonGroup:
    group = QButtonGroup(parent)
    for made in buttons:
        group.addButton(made)
    buttons[0].setChecked(True)
    return group
