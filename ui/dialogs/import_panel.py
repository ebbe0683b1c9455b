"""An import on the screen: the file's plan, its choices, then all of it or the good rows."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reviewer_app.domain.plans import ImportKind, ImportPlan
from reviewer_app.i18n import Translator
from reviewer_app.queries.import_preview import ImportChoices, planned_import
from reviewer_app.words.templates import sheet_title
from reviewer_app.workflow.apply_import import apply_import
from reviewer_app.workflow.import_file import Apply, import_good_rows
from reviewer_app.workspace import Workspace
from ui.desk import Desk, Task
from ui.dialogs.import_rows import ChoiceKind, Offer, offers_of, preview_columns, preview_lines
from ui.jobs import Progress
from ui.messages import choose_new_file
from ui.models.table import TableModel
from ui.theme.theme import scaled
from ui.widgets.labels import button, label, pill
from ui.widgets.table_view import TableView


class Plan(Protocol):
    """A query that plans what a file would do."""

    def __call__(
        self,
        workspace: Workspace,
        path: Path,
        kind: ImportKind,
        choices: ImportChoices,
        tell: Callable[[int], None],
    ) -> ImportPlan:
        """Plan it; `tell` hears the rows read so far."""


@dataclass(frozen=True, slots=True)
class Target:
    """Where rows go: how a file is planned for it, and how they are written."""

    plan: Plan = planned_import
    apply: Apply = apply_import


@dataclass(frozen=True, slots=True)
class _Order:
    """The file at hand, what it is, and what was chosen about it."""

    path: Path
    kind: ImportKind
    choices: ImportChoices
    target: Target


def _plan(order: _Order, workspace: Workspace, progress: Progress) -> ImportPlan:
    return order.target.plan(
        workspace, order.path, order.kind, order.choices, lambda rows: progress.tell(rows, 0)
    )


_BATCH = Target()


class ImportPanel(QWidget):
    """Shows what a file would do; nothing is written before a button says so.

    Signals:
        closed: back to where the user came from.
        imported: a sentence of what was taken in.
    """

    closed = Signal()
    imported = Signal(str)

    def __init__(self, desk: Desk, target: Target = _BATCH, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._target = target
        self.translate = desk.translate
        self._order: _Order | None = None
        self._plan: ImportPlan | None = None
        self._build()
        self._lay_out()

    def begin(self, kind: ImportKind, path: Path) -> None:
        """Read a file and show what it would do."""
        self._order = _Order(path, kind, ImportChoices(), self._target)
        self._read()

    def _build(self) -> None:
        _ = self.translate
        self._title = label("", "page")
        self._model = TableModel(preview_columns(_), self)
        self._table = TableView(self._model, _("What the file would do"))
        self._pills: list[QLabel] = []
        self._offers: list[QWidget] = []
        self._all = button(_("Import"), self._import_all, kind="primary", name="download")
        self._good = button(
            _("Import the good rows, mark the others red…"), self._import_good, name="file-check"
        )
        self._again = button(_("Read the file again"), self._read, name="refresh-cw")
        self._back = button(_("Back without importing"), self._close, kind="quiet", name="x")

    def _lay_out(self) -> None:
        self._counts, self._choices = QHBoxLayout(), QVBoxLayout()
        foot = QHBoxLayout()
        for part in (self._back, self._again):
            foot.addWidget(part)
        foot.addStretch(1)
        for part in (self._good, self._all):
            foot.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(scaled(16),) * 4)
        column.setSpacing(scaled(8))
        column.addWidget(self._title)
        column.addLayout(self._counts)
        column.addLayout(self._choices)
        column.addWidget(self._table, 1)
        column.addLayout(foot)

    def _read(self) -> None:
        _ = self.translate
        assert self._order is not None
        title = _("Reading {file}").format(file=self._order.path.name)
        self._desk.work(Task(title, partial(_plan, self._order), self._show))

    def _show(self, plan: ImportPlan) -> None:
        _ = self.translate
        self._plan = plan
        title = _("Import: {kind} from {file}")
        self._title.setText(title.format(kind=sheet_title(plan.kind, _), file=plan.file))
        self._show_counts(plan)
        self._show_offers(plan)
        self._model.show(preview_lines(plan, _))
        self._all.setEnabled(plan.is_clean and bool(plan.new or plan.changed))
        self._good.setVisible(bool(plan.problems))
        self._good.setEnabled(not plan.is_refused and bool(plan.new or plan.changed))
        (self._all if self._all.isEnabled() else self._back).setFocus()

    def _show_counts(self, plan: ImportPlan) -> None:
        _ = self.translate
        counts = (
            (_("Problems: {count}"), len(plan.problems), "wrong"),
            (_("New: {count}"), len(plan.new), "good"),
            (_("Changed: {count}"), len(plan.changed), "attention"),
            (_("Kept, because scored: {count}"), len(plan.kept), "locked"),
            (_("Unchanged: {count}"), len(plan.unchanged), "good"),
        )
        _clear(self._counts)
        for text, count, meaning in counts:
            if count or meaning == "wrong":
                made = pill(text.format(count=count), meaning if count else "good")
                self._counts.addWidget(made)
        self._counts.addStretch(1)

    def _show_offers(self, plan: ImportPlan) -> None:
        _clear(self._choices)
        for offer in offers_of(plan):
            row = QHBoxLayout()
            row.addWidget(label(_question(offer, self.translate)))
            for made in self._answers(offer):
                row.addWidget(made)
            row.addStretch(1)
            holder = QWidget()
            row.setContentsMargins(0, 0, 0, 0)
            holder.setLayout(row)
            self._choices.addWidget(holder)

    def _answers(self, offer: Offer) -> list[QWidget]:
        _ = self.translate
        if offer.kind is ChoiceKind.COLUMN:
            box = QComboBox()
            box.setAccessibleName(_question(offer, _))
            box.addItem(_("Choose…"))
            box.addItems(offer.options)
            box.setObjectName("offer-column")
            box.setProperty("offer", offer)
            box.textActivated.connect(self._column_chosen)
            return [box]
        words = offer.options or (_("Take it for all its rows"),)
        made: list[QWidget] = []
        for word in words:
            pressed = button(word, self._answered)
            pressed.setProperty("offer", offer)
            pressed.setCheckable(True)
            pressed.setChecked(self._is_chosen(offer, word))
            made.append(pressed)
        return made

    def _is_chosen(self, offer: Offer, word: str) -> bool:
        assert self._order is not None
        return (
            offer.kind is ChoiceKind.UNIT and self._order.choices.units.get(offer.subject) == word
        )

    def _answered(self) -> None:
        pressed = self.sender()
        assert isinstance(pressed, QPushButton)
        self._take(pressed.property("offer"), pressed.text())

    def _column_chosen(self, text: str) -> None:
        box = self.sender()
        assert isinstance(box, QComboBox)
        if box.currentIndex() > 0:
            self._take(box.property("offer"), text)

    def _take(self, offer: Offer, answer: str) -> None:
        """Plan again with an answer."""
        assert self._order is not None
        choices = self._order.choices
        match offer.kind:
            case ChoiceKind.SHEET:
                choices = replace(choices, sheet=answer)
            case ChoiceKind.COLUMN:
                columns = {**choices.columns, answer: offer.subject}
                choices = replace(choices, columns=columns)
            case ChoiceKind.UNIT:
                choices = replace(choices, units={**choices.units, offer.subject: answer})
            case ChoiceKind.FILL:
                choices = replace(choices, fill_merged=True)
        self._order = replace(self._order, choices=choices)
        self._read()

    def _import_all(self) -> None:
        assert self._plan is not None
        self._write(partial(_apply, self._target, self._plan))

    def _import_good(self) -> None:
        _ = self.translate
        assert self._plan is not None
        assert self._order is not None
        path = self._order.path
        wanted = path.with_name(_("{name} to mend.xlsx").format(name=path.stem))
        title = _("Where to write the copy with the bad cells red")
        copy = choose_new_file(self, title, _("Workbook (*.xlsx)"), wanted)
        if copy is not None:
            self._write(partial(_apply_good, self._order, self._plan, copy, _))

    def _write(self, run: "partial[None]") -> None:
        _ = self.translate
        assert self._plan is not None
        title = _("Importing {file}").format(file=self._plan.file)
        self._desk.work(Task(title, run, self._written))

    def _written(self, _answer: object) -> None:
        _, plan = self.translate, self._plan
        assert plan is not None
        text = _("Imported from {file}: {new} new, {changed} changed.")
        counts = {"new": len(plan.new), "changed": len(plan.changed)}
        self.imported.emit(text.format(file=plan.file, **counts))
        self._close()

    def _close(self) -> None:
        self._plan = self._order = None
        self._model.show(())
        self.closed.emit()


def _apply(target: Target, plan: ImportPlan, workspace: Workspace, _progress: Progress) -> None:
    target.apply(workspace, plan)


def _apply_good(
    order: _Order,
    plan: ImportPlan,
    copy: Path,
    _: Translator,
    workspace: Workspace,
    *_more: object,
) -> None:
    import_good_rows(workspace, order.path, plan, copy, _, order.target.apply)


def _question(offer: Offer, _: Translator) -> str:
    match offer.kind:
        case ChoiceKind.SHEET:
            return _("Which sheet?")
        case ChoiceKind.COLUMN:
            return _("Which column is “{column}”?").format(column=offer.subject)
        case ChoiceKind.UNIT:
            return _("What unit are the amounts of “{column}” in?").format(column=offer.subject)
        case ChoiceKind.FILL:
            return _("Merged cells:")


def _clear(layout: QHBoxLayout | QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.deleteLater()
