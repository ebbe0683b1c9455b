"""The applications place: the list, an import, or one application."""

from functools import partial

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from reviewer_app.domain.plans import ImportKind
from reviewer_app.queries.applications import application_list
from reviewer_app.words.templates import sheet_title
from reviewer_app.workflow.check_form import pass_forms
from reviewer_app.workflow.import_file import write_template
from reviewer_app.workspace import Workspace
from ui.desk import Desk, Task
from ui.dialogs.import_panel import ImportPanel
from ui.messages import ask, choose_file, choose_new_file
from ui.place import Screen
from ui.screens.applications.list_page import ListPage


class Applications(Screen):
    """Everything staff know and check of the applications."""

    watches = frozenset(
        {
            "application",
            "metric",
            "metric_check",
            "detail",
            "objective_score",
            "formal_check",
            "supplement",
            "credit_check",
            "overlap",
            "attachment",
            "evidence",
        }
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._build()
        self._connect()

    def look_again(self) -> None:
        self._list.show_lines(self.desk.look(application_list))

    def _build(self) -> None:
        self._list = ListPage(self.translate)
        self._import = ImportPanel(self.desk)
        self._pages = QStackedWidget()
        for page in (self._list, self._import):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._pages)
        self.setFocusProxy(self._list)

    def _connect(self) -> None:
        self._list.import_wanted.connect(self._choose_import)
        self._list.template_wanted.connect(self._write_template)
        self._list.pass_wanted.connect(self._pass_all)
        self._import.closed.connect(self._back_to_list)
        self._import.imported.connect(self.said)

    def _back_to_list(self) -> None:
        self._pages.setCurrentWidget(self._list)
        self._list.setFocus()

    def _choose_import(self, kind: ImportKind) -> None:
        _ = self.translate
        title = _("Import: {kind}").format(kind=sheet_title(kind, _))
        path = choose_file(self, title, _("Tables (*.xlsx *.csv)"))
        if path is not None:
            self._pages.setCurrentWidget(self._import)
            self._import.begin(kind, path)

    def _write_template(self, kind: ImportKind) -> None:
        _ = self.translate
        title = _("Template: {kind}").format(kind=sheet_title(kind, _))
        path = choose_new_file(self, title, _("Workbook (*.xlsx)"))
        if path is None:
            return
        if path.suffix.lower() != ".xlsx":
            path = path.with_name(f"{path.name}.xlsx")

        def write(workspace: Workspace, _progress: object) -> None:
            write_template(workspace, kind, path, _)

        told = _("The template was written: {path}").format(path=path)
        self.desk.work(Task(title, write, partial(self._told, told)))

    def _told(self, text: str, _answer: object) -> None:
        self.said.emit(text)

    def _pass_all(self, numbers: tuple[str, ...]) -> None:
        _ = self.translate
        question = _.plural(
            "Pass every open line of the formal check of {count} application?",
            "Pass every open line of the formal check of {count} applications?",
            len(numbers),
        ).format(count=len(numbers))
        detail = _("Lines that have a result stay as they are. It is recorded under your name.")
        if ask(self, question, yes=_("Pass the open lines"), no=_("Leave them"), detail=detail):
            self.desk.do(partial(pass_forms, applications=numbers))
