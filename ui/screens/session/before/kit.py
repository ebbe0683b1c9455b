"""The papers before the meeting: chosen, looked over, and written by one button."""

from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from reviewer_app.domain.document import Edition
from reviewer_app.domain.errors import ReviewerError
from reviewer_app.domain.kit import MERGED, KitLine, KitWritten
from reviewer_app.domain.report_errors import MissingGlyphs
from reviewer_app.queries.kit import kit_lines, looked_over
from reviewer_app.queries.report import ReportOrder
from reviewer_app.workflow.open_folder import open_folder
from reviewer_app.workflow.write_kit import KitOrder, write_kit
from reviewer_app.workspace import Workspace
from ui.desk import Desk, Task
from ui.jobs import Progress, Stopped
from ui.messages import choose_folder
from ui.place import Screen
from ui.screens.session.before.kit_lines import KitLines
from ui.screens.session.before.panel_column import scrolled_column
from ui.theme.theme import scaled
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.labels import button, frame, label
from ui.widgets.notice import Notice
from ui.widgets.scrolling import scrolled


class KitPanel(Screen):
    """The papers in their order at the left, where they go at the foot."""

    watches = frozenset(
        {
            *("session", "draw", "draw_pick", "agenda_item", "person", "application", "sheet"),
            *("metric", "objective_score", "scheme_version", "batch_setting", "statement"),
            *("attendance", "recusal", "assignment"),
        }
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        _ = self.translate
        self._order = ReportOrder(Edition.INTERNAL, _)
        self._folder = desk.look(_beside)
        self._folder = self._folder.with_name(
            _("{name} papers before the meeting").format(name=self._folder.stem)
        )
        self._found: tuple[KitLine, ...] = ()
        self._asked: KitOrder | None = None
        self._build()
        self._lay_out()
        self._lines.changed.connect(self._offer)
        self._both.clicked.connect(self._offer)
        self._merged.clicked.connect(self._offer)
        self._notice.acted.connect(self._act)

    def look_again(self) -> None:
        """Show the papers at once; their pages come when they have been looked over."""
        self._show(self.desk.look(kit_lines))
        work = partial(_look_over, self._order)
        self.desk.work(Task("", work, self._show, quiet=True))

    def _build(self) -> None:
        _ = self.translate
        self._lines = KitLines(_)
        self._notice = Notice()
        self._notice.setObjectName("kit_notice")
        self._merged = QCheckBox(_("One file for the printer ({name})").format(name=MERGED))
        self._merged.setObjectName("kit_merged")
        self._merged.setChecked(True)
        self._both = QCheckBox(_("For printing on both sides: each paper on a sheet of its own"))
        self._both.setObjectName("kit_both_sides")
        self._both.setChecked(True)
        self._count = label("", "secondary")
        self._count.setObjectName("kit_pages")
        self._where = ElidedLabel("secondary")
        self._where.setObjectName("kit_folder")
        self._change = button(_("Other &folder…"), self._choose_folder, name="folder-open")
        self._change.setObjectName("kit_choose_folder")
        self._write = button(_("&Write all of it"), self._write_all, kind="primary", name="files")
        self._write.setObjectName("write_kit")

    def _lay_out(self) -> None:
        _ = self.translate
        where = QHBoxLayout()
        where.addWidget(label(_("Folder:")))
        where.addWidget(self._where, 1)
        where.addWidget(self._change)
        last = QHBoxLayout()
        last.addWidget(self._count, 1)
        last.addWidget(self._write)
        foot = QVBoxLayout()
        foot.setSpacing(scaled(8))
        foot.addWidget(self._merged)
        foot.addWidget(self._both)
        foot.addLayout(where)
        foot.addLayout(last)
        papers = scrolled(self._lines)
        papers.setMinimumHeight(scaled(160))
        column = scrolled_column(self)
        column.addWidget(self._notice)
        column.addWidget(papers, 1)
        column.addWidget(frame("raised", foot))

    def _show(self, lines: tuple[KitLine, ...]) -> None:
        self._found = lines
        self._lines.show_lines(lines)
        self._where.show_text(str(self._folder))
        self._offer()

    def _offer(self) -> None:
        _ = self.translate
        chosen = set(self._lines.chosen())
        pages = [line.pages for line in self._found if line.key in chosen]
        self._both.setEnabled(self._merged.isChecked())
        both = self._both.isChecked() and self._merged.isChecked()
        total = sum(count + count % 2 if both else count for count in pages)
        text = _("Papers: {papers}; pages: {count}")
        known = all(pages)
        said = text if known else _("Papers: {papers}; the pages are being counted")
        self._count.setText(said.format(papers=len(pages), count=total))
        self._write.setEnabled(bool(chosen))

    def _choose_folder(self) -> None:
        _ = self.translate
        folder = choose_folder(self, _("Where to write"), self._folder.parent)
        if folder is not None:
            self.write_into(folder)

    def write_into(self, folder: Path) -> None:
        """Have the papers written into this folder."""
        self._folder = folder
        self._where.show_text(str(folder))

    def _write_all(self) -> None:
        self._start(
            KitOrder(
                self._lines.chosen(),
                self._folder,
                self._order,
                merged=self._merged.isChecked(),
                for_both_sides=self._both.isChecked(),
            )
        )

    def _start(self, wanted: KitOrder) -> None:
        _ = self.translate
        self._asked = wanted
        self._notice.hide()
        work = partial(_write, wanted)
        self.desk.work(Task(_("Writing the papers before the meeting"), work, self._written))

    def _written(self, kit: KitWritten | MissingGlyphs | None) -> None:
        _ = self.translate
        if kit is None:
            text = _(
                "Stopped. The papers written so far are whole; there is no file for the printer."
            )
            self._notice.say(text, "attention", _("Open the folder"), "folder")
            return
        if isinstance(kit, MissingGlyphs):
            signs = " ".join(f"{one.character} {one.code}" for one in kit.glyphs)
            text = _("no font has these characters: {characters}").format(characters=signs)
            self._notice.say(text, "attention", _("Print boxes"), "boxes")
            return
        self._notice.say(self._told(kit), "good", _("Open the folder"), "folder")

    def _told(self, kit: KitWritten) -> str:
        _ = self.translate
        text = _("{count} papers are in {folder}, each whole.").format(
            count=len(kit.files), folder=kit.folder
        )
        if kit.merged is not None:
            more = _("{name} has all of them: {pages} pages.")
            text += " " + more.format(name=MERGED, pages=kit.merged.pages)
        if kit.boxes:
            text += " " + _("Printed as boxes: {characters}.").format(characters=kit.boxes)
        return text

    def _act(self, name: str) -> None:
        if name == "boxes" and self._asked is not None:
            self._start(replace(self._asked, allow_missing=True))
            return
        try:
            open_folder(self._folder)
        except ReviewerError as refusal:
            self.desk.refused.emit(refusal)


def _look_over(
    order: ReportOrder, workspace: Workspace, _progress: Progress
) -> tuple[KitLine, ...]:
    return looked_over(workspace, order)


def _write(
    wanted: KitOrder, workspace: Workspace, progress: Progress
) -> KitWritten | MissingGlyphs | None:
    """Write the kit; None where the user stopped it, the refusal where a font lacks signs."""
    with suppress(Stopped):
        try:
            return write_kit(workspace, wanted, progress.tell)
        except MissingGlyphs as refused:
            return refused
    return None


def _beside(workspace: Workspace) -> Path:
    return workspace.store.path
