"""The wizard for a new batch: a few short pages, nothing written before the last."""

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from reviewer_app.domain.plans import ImportKind, ImportPlan
from reviewer_app.domain.scheme import Scheme
from reviewer_app.i18n import Translator
from reviewer_app.queries.first_imports import FirstFile, plan_first
from reviewer_app.words.batch_setup import summary
from reviewer_app.workflow.begin_batch import BatchOrder
from ui.dialogs.batch_forms import WayForm, questions_form
from ui.dialogs.new_batch_pages import (
    ClerkPage,
    FilesPage,
    PlacePage,
    SchemePage,
    TitlePage,
)
from ui.jobs import Job, JobRunner, Progress
from ui.theme.theme import scaled
from ui.widgets.labels import button, frame, label
from ui.widgets.notice import Notice
from ui.widgets.place_list import PlaceList

_WIDTH = 860
"""Of forms: longer lines are hard to read."""


class NewBatch(QWidget):
    """Asks for what a batch begins with.

    Signals:
        ordered: everything is told (`BatchOrder`).
        cancelled: the user thought better of it.
    """

    ordered = Signal(object)
    cancelled = Signal()

    def __init__(
        self,
        translate: Translator,
        jobs: JobRunner,
        folder: Path,
        parent: QWidget | None = None,
    ) -> None:
        """`folder` is where files of batches are kept on this PC."""
        super().__init__(parent)
        self.translate = translate
        self._jobs = jobs
        self._settings: dict[str, str] = {}
        self._plans: Mapping[ImportKind, ImportPlan] = {}
        self._build(folder)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self._clerk)
        self._go("clerk")

    def _build(self, folder: Path) -> None:
        _ = self.translate
        self._clerk = ClerkPage(_)
        self._title = TitlePage(_)
        self._way = WayForm(_)
        self._scheme = SchemePage(_)
        self._files = FilesPage(_)
        self._questions = questions_form(_)
        self._place = PlacePage(_, folder)
        self._pages: dict[str, QWidget] = {
            "clerk": self._clerk,
            "title": self._title,
            "way": self._way,
            "scheme": self._scheme,
            "files": self._files,
            "questions": self._questions,
            "place": self._place,
        }
        self._steps = PlaceList(
            [
                ("clerk", _("Your name"), "user"),
                ("title", _("Title and bureau"), "file-plus"),
                ("way", _("Way of working"), "monitor"),
                ("scheme", _("Scheme"), "sliders-horizontal"),
                ("files", _("Files"), "files"),
                ("questions", _("Open questions"), "circle-question-mark"),
                ("place", _("Where it is kept"), "save"),
            ]
        )
        self._stack = QStackedWidget()
        self._notice = Notice()
        self._heading = label("", "page")
        self._back = button(_("&Back"), self._step_back, name="chevron-left")
        self._next = button(_("&Next"), self._step_on, kind="primary")
        self._cancel = button(_("Cancel"), self.cancelled.emit)

    def _lay_out(self) -> None:
        for key, page in self._pages.items():
            self._stack.addWidget(page if key == "scheme" else _scrolled(page))
        foot = QHBoxLayout()
        foot.addWidget(self._cancel)
        foot.addStretch(1)
        foot.addWidget(self._back)
        foot.addWidget(self._next)
        column = QVBoxLayout()
        column.setContentsMargins(scaled(24), scaled(16), scaled(24), scaled(16))
        column.setSpacing(scaled(12))
        column.addWidget(self._heading)
        column.addWidget(self._notice)
        column.addWidget(self._stack, 1)
        column.addLayout(foot)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._steps)
        row.addWidget(frame("", column), 1)

    def _connect(self) -> None:
        self._steps.chosen.connect(self._go)
        self._way.edited.connect(self._settle)
        self._questions.edited.connect(self._settle)
        self._files.changed.connect(self._plan)
        self._scheme.chosen.connect(self._plan)

    def _settle(self, key: str, value: str) -> None:
        self._settings[key] = value

    def _go(self, key: str) -> None:
        _ = self.translate
        keys = self._steps.keys()
        place = keys.index(key)
        self._notice.hide()
        self._steps.set_current(key)
        self._stack.setCurrentIndex(place)
        self._heading.setText(self._steps.title_of(key))
        self._back.setEnabled(place > 0)
        is_last = key == keys[-1]
        self._next.setText(_("Be&gin the batch") if is_last else _("&Next"))
        if is_last:
            self._place.suggest(self._title.title())
            self._place.summarize(self._summary())
        self._pages[key].setFocus()

    def _step_back(self) -> None:
        self._go(self._steps.keys()[self._stack.currentIndex() - 1])

    def _step_on(self) -> None:
        place = self._stack.currentIndex()
        if place + 1 == len(self._pages):
            self._order()
        elif not self._lacks(self._steps.keys()[: place + 1]):
            self._go(self._steps.keys()[place + 1])

    def _lacks(self, pages: Sequence[str]) -> bool:
        """Go to the first of some pages that lacks what the batch cannot do without."""
        _ = self.translate
        no_name = _("Type your name: the batch begins under it.")
        no_title = _("The batch needs a title; it stands on every report.")
        name, title = self._clerk.clerk().name, self._title.title()
        for key, told, demand in (("clerk", name, no_name), ("title", title, no_title)):
            if key in pages and not told:
                self._go(key)
                self._notice.say(demand, "attention")
                return True
        return False

    def _order(self) -> None:
        if not self._lacks(self._steps.keys()) and self._place.is_safe():
            self.ordered.emit(self._told())

    def _told(self) -> BatchOrder:
        self._title.finish()
        self._questions.finish()
        return BatchOrder(
            path=self._place.path(),
            clerk=self._clerk.clerk(),
            title=self._title.title(),
            scheme=self._scheme.scheme,
            settings={**self._title.settings, **self._settings},
            files=self._good_files(),
        )

    def _good_files(self) -> tuple[FirstFile, ...]:
        wrong = {kind for kind, plan in self._plans.items() if not plan.is_clean}
        return tuple(file for file in self._files.files() if file.kind not in wrong)

    def _summary(self) -> Sequence[str]:
        self._title.finish()
        self._questions.finish()
        settings = {**self._title.settings, **self._settings}
        scheme = self._scheme.scheme
        return summary(self._title.title(), scheme, settings, self._plans, self.translate)

    def _plan(self) -> None:
        files = self._files.files()
        if not files:
            self._show_plans({})
            return
        _ = self.translate
        run = partial(_planned, self._scheme.scheme, files)
        self._jobs.start(Job(_("Reading files"), run, self._show_plans))

    def _show_plans(self, plans: Mapping[ImportKind, ImportPlan]) -> None:
        self._plans = plans
        self._files.show_plans(plans)


def _planned(
    scheme: Scheme, files: Sequence[FirstFile], progress: Progress
) -> Mapping[ImportKind, ImportPlan]:
    def tell(rows: int) -> None:
        progress.tell(rows, 0)

    return plan_first(scheme, files, tell)


def _scrolled(page: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    page.setMaximumWidth(scaled(_WIDTH))
    area.setWidget(page)
    return area
