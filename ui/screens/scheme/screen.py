"""The scheme editor: parts at the left, the form in the middle, problems and the sum above."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QPushButton,
    QScrollArea,
    QSplitter,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reviewer_app.domain.points import format_exact
from reviewer_app.domain.scheme_editing import (
    Path,
    fresh_row,
    value_at,
    with_row,
    with_row_moved,
    with_value,
    without_row,
)
from reviewer_app.queries.scheme_draft import SchemeDraft, scheme_draft
from reviewer_app.queries.schemes import bundled_schemes
from reviewer_app.words.scheme import problem_sentence
from reviewer_app.workflow.edit_scheme import (
    adopt_scheme_draft,
    drop_scheme_draft,
    keep_scheme_draft,
    read_scheme_into_draft,
    take_bundled_scheme,
    write_scheme_draft,
)
from ui import messages, window_state
from ui.desk import Desk
from ui.dialogs.adopt_scheme import AdoptScheme
from ui.place import Screen
from ui.screens.scheme.form import PartForm
from ui.screens.scheme.rows import Part, parts_of, problem_path
from ui.theme.theme import scaled
from ui.widgets.labels import button, label, restyle
from ui.widgets.scheme_view import SchemeView

_PART = Qt.ItemDataRole.UserRole


class SchemeEditor(Screen):
    """Factors, points, steps, anchors, inputs, formulas and rules, with the sum live.

    Each change is kept as the draft at once; the scheme in force changes only when the
    draft is adopted with a reason.
    """

    watches = frozenset({"batch_setting", "scheme_version"})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._draft: SchemeDraft | None = None
        self._form: PartForm | None = None
        self._part: Part | None = None
        self._why = ""
        self._build()
        self._lay_out()
        self._connect()

    def look_again(self) -> None:
        draft = self.desk.look(scheme_draft)
        self._draft = draft
        self._show_head(draft)
        self._show_parts(draft)
        self._show_problems(draft)
        if self._form is not None:
            self._form.show_document(draft.document)
        if draft.scheme is not None:
            self._preview.show_scheme(draft.scheme)

    def may_leave(self) -> bool:
        self.setFocus()
        return True

    def _build(self) -> None:
        _ = self.translate
        self._title = label(_("Scheme"), "page")
        self._state = label("", "secondary", wrap=True)
        self._sum = label("", "section")
        self._adopt = button(_("Adopt…"), self._ask_to_adopt, kind="primary", name="stamp")
        self._drop = button(_("Drop the draft"), self._drop_draft, name="rotate-ccw")
        self._more = QPushButton(_("Other schemes and forms"))
        self._more.setMenu(self._menu())
        self._tree = QTreeWidget()
        self._tree.setHeaderHidden(True)
        self._tree.setAccessibleName(_("Parts of the scheme"))
        self._add = button(_("Add"), self._add_row, name="plus")
        self._up = button("", partial(self._move, -1), name="arrow-up", tip=_("Move up"))
        self._down = button("", partial(self._move, 1), name="arrow-down", tip=_("Move down"))
        self._away = button("", self._take_out, name="trash-2", tip=_("Take out"))
        self._up.setAccessibleName(_("Move up"))
        self._down.setAccessibleName(_("Move down"))
        self._away.setAccessibleName(_("Take out"))
        self._problems = QListWidget()
        self._problems.setAccessibleName(_("Problems of the scheme"))
        self._problems.setWordWrap(True)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._preview = SchemeView(self.translate)

    def _menu(self) -> QMenu:
        _ = self.translate
        menu = QMenu(self)
        for key, title in bundled_schemes(self.translate.language):
            menu.addAction(_("Begin from: {title}").format(title=title)).setData(key)
        menu.addSeparator()
        menu.addAction(_("Read a scheme form (Excel)…"), self._read_form)
        menu.addAction(_("Write the scheme form (Excel)…"), self._write_form)
        menu.triggered.connect(self._begin_from)
        return menu

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addWidget(self._sum)
        head.addStretch(1)
        for tool in (self._more, self._drop, self._adopt):
            head.addWidget(tool)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._tree, 1)
        row = QHBoxLayout()
        for tool in (self._add, self._up, self._down, self._away):
            row.addWidget(tool)
        column.addLayout(row)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._area, 1)
        column.addWidget(self._problems)
        self._problems.setMaximumHeight(scaled(140))
        self._splitter = QSplitter()
        for part in (left, middle, self._preview):
            self._splitter.addWidget(part)
        self._splitter.setSizes([scaled(280), scaled(460), scaled(420)])
        window_state.restore_splitter("scheme", self._splitter)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(*(scaled(16),) * 4)
        whole.addLayout(head)
        whole.addWidget(self._state)
        whole.addWidget(self._splitter, 1)

    def _connect(self) -> None:
        self._tree.currentItemChanged.connect(self._chosen)
        self._problems.itemActivated.connect(self._go_to_problem)
        self._problems.itemClicked.connect(self._go_to_problem)
        self._splitter.splitterMoved.connect(self._divided)

    def _show_head(self, draft: SchemeDraft) -> None:
        _ = self.translate
        total = "—" if draft.total is None else format_exact(draft.total)
        text = _("Sum {total} of {wanted}")
        self._sum.setText(text.format(total=total, wanted=format_exact(draft.wanted)))
        self._sum.setProperty("meaning", "good" if draft.total == draft.wanted else "wrong")
        restyle(self._sum)
        if not draft.is_draft:
            state = _("This scheme is in force. Any change becomes a draft first.")
        elif draft.problems:
            state = _("Draft, not in force. Mend the problems below before it can be adopted.")
        else:
            state = _("Draft, not in force until it is adopted.")
        if draft.is_frozen:
            state += " " + _("Scores have been given: adopting asks for a reason.")
        self._state.setText(state)
        self._adopt.setEnabled(draft.is_draft and not draft.problems)
        self._drop.setEnabled(draft.is_draft)

    def _show_parts(self, draft: SchemeDraft) -> None:
        """Show the tree anew where its parts differ, with the same part chosen."""
        parts = list(parts_of(draft.document, self.translate))
        chosen = self._part.path if self._part is not None else ()
        self._tree.blockSignals(True)
        self._tree.clear()
        above: dict[int, QTreeWidgetItem] = {}
        current: QTreeWidgetItem | None = None
        for part in parts:
            parent = above.get(part.depth - 1)
            item = QTreeWidgetItem(parent) if parent else QTreeWidgetItem(self._tree)
            item.setText(0, part.title)
            item.setData(0, _PART, part)
            item.setExpanded(part.depth == 0)
            above[part.depth] = item
            if part.path == chosen:
                current = item
        self._tree.expandToDepth(1)
        first = self._tree.topLevelItem(0)
        assert first is not None, "a scheme has a title"
        self._tree.setCurrentItem(current or first)
        self._tree.blockSignals(False)
        self._choose(self._tree.currentItem().data(0, _PART))

    def _show_problems(self, draft: SchemeDraft) -> None:
        self._problems.clear()
        for problem in draft.problems:
            item = QListWidgetItem(problem_sentence(problem, self.translate))
            item.setData(_PART, problem_path(draft.document, problem))
            self._problems.addItem(item)
        self._problems.setVisible(bool(draft.problems))

    def _chosen(self, item: QTreeWidgetItem | None) -> None:
        if item is not None:
            self._choose(item.data(0, _PART))

    def _choose(self, part: Part) -> None:
        _ = self.translate
        self._add.setEnabled(bool(part.rows))
        is_row = bool(part.path) and isinstance(part.path[-1], int)
        for tool in (self._up, self._down, self._away):
            tool.setEnabled(is_row)
        if self._part is not None and part.path == self._part.path and self._form is not None:
            self._part = part
            return
        self._part, self._form = part, None
        if not part.table:
            self._area.setWidget(label(_("Choose a part, or add one."), "faint"))
            return
        self._form = PartForm(part.table, part.path, self.translate)
        self._form.edited.connect(self._edited)
        self._form.row_wanted.connect(self._row_wanted)
        self._form.row_unwanted.connect(self._row_unwanted)
        if self._draft is not None:
            self._form.show_document(self._draft.document)
        self._area.setWidget(self._form)

    def _keep(self, document: dict[str, object]) -> None:
        self.desk.do(partial(keep_scheme_draft, document=document))

    def _edited(self, path: Path, value: object) -> None:
        if self._draft is not None:
            self._keep(with_value(self._draft.document, tuple(path), value))

    def _row_wanted(self, path: Path) -> None:
        if self._draft is not None:
            table = str(path[-1])
            self._keep(with_row(self._draft.document, tuple(path), fresh_row(table)))

    def _row_unwanted(self, path: Path, place: int) -> None:
        if self._draft is not None:
            self._keep(without_row(self._draft.document, tuple(path), place))

    def _add_row(self) -> None:
        if self._draft is None or self._part is None or not self._part.rows:
            return
        rows, path = self._part.rows, self._part.path
        target: Path = path if path == (rows,) else (*path, rows)
        known = [
            str(value_at(self._draft.document, part.path).get("code", ""))
            for part in parts_of(self._draft.document, self.translate)
            if part.table == rows
        ]
        self._keep(with_row(self._draft.document, target, fresh_row(rows, known)))

    def _move(self, by: int) -> None:
        place = self._place()
        if place is not None and self._draft is not None and self._part is not None:
            path = self._part.path[:-1]
            rows = value_at(self._draft.document, path) or ()
            if 0 <= place + by < len(rows):
                moved = with_row_moved(self._draft.document, path, place, by)
                self._part = Part(self._part.table, (*path, place + by), "", 0)
                self._form = None
                self._keep(moved)

    def _take_out(self) -> None:
        place = self._place()
        if place is None or self._draft is None or self._part is None:
            return
        path = self._part.path[:-1]
        self._part = self._form = None
        self._keep(without_row(self._draft.document, path, place))

    def _place(self) -> int | None:
        if self._part is None or not self._part.path:
            return None
        last = self._part.path[-1]
        return last if isinstance(last, int) else None

    def _go_to_problem(self, item: QListWidgetItem) -> None:
        path = item.data(_PART)
        for found in self._tree.findItems(
            "", Qt.MatchFlag.MatchContains | Qt.MatchFlag.MatchRecursive
        ):
            if found.data(0, _PART).path == tuple(path):
                self._tree.setCurrentItem(found)

    def _begin_from(self, action: object) -> None:
        key = action.data() if hasattr(action, "data") else None
        if key:
            self.desk.do(partial(take_bundled_scheme, key=key))

    def _read_form(self) -> None:
        _ = self.translate
        kinds = _("Schemes (*.xlsx *.toml)")
        path = messages.choose_file(self, _("Read a scheme"), kinds)
        if path is not None:
            self.desk.do(partial(read_scheme_into_draft, file=path))

    def _write_form(self) -> None:
        _ = self.translate
        path = messages.choose_new_file(self, _("Write the scheme form"), _("Excel (*.xlsx)"))
        if path is not None and self.desk.do(partial(write_scheme_draft, file=path)):
            self.said.emit(_("{path} is written.").format(path=path))

    def _drop_draft(self) -> None:
        self._part = self._form = None
        self.desk.do(drop_scheme_draft)

    def _ask_to_adopt(self) -> None:
        if self._draft is None:
            return
        dialog = AdoptScheme(self._draft, self.translate, self)
        dialog.put(self._why)
        dialog.given.connect(self._adopt_draft)
        dialog.typing.connect(self._keep_why)
        dialog.open()

    def _keep_why(self, text: str) -> None:
        self._why = text

    def _adopt_draft(self, reason: str) -> None:
        _ = self.translate
        self._why = ""
        if self.desk.do(partial(adopt_scheme_draft, reason=reason)):
            self.said.emit(_("The scheme is adopted and in force."))

    def _divided(self) -> None:
        window_state.remember_splitter("scheme", self._splitter)
