"""The applications place: the list, an import, or one application."""

from functools import partial

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from reviewer_app.domain.checks import CreditLine
from reviewer_app.domain.errors import ReviewerError
from reviewer_app.domain.plans import ImportKind
from reviewer_app.queries.applications import application_list
from reviewer_app.queries.batch import last_entry
from reviewer_app.words.templates import sheet_title
from reviewer_app.workflow.check_form import pass_forms
from reviewer_app.workflow.import_file import write_template
from reviewer_app.workflow.record_credit import record_credit
from reviewer_app.workspace import Workspace
from ui.desk import Desk, Task
from ui.dialogs.credit_query import CreditQuery
from ui.dialogs.import_panel import ImportPanel
from ui.messages import ask, choose_file, choose_new_file
from ui.place import Screen
from ui.screens.applications.list_page import ListPage
from ui.screens.applications.page import DetailPage
from ui.screens.applications.panel import today


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
        """Look at what is seen; the list looks when it is come back to."""
        if self._pages.currentWidget() is self._detail:
            self._is_list_old = True
            self._show_detail(self._detail.number, "")
            return
        self._is_list_old = False
        self._list.show_lines(self.desk.look(application_list))

    def show_subject(self, subject: str, part: str) -> None:
        """Show one application, at a panel where one is named."""
        self._pages.setCurrentWidget(self._detail)
        self._show_detail(subject, part)

    def may_leave(self) -> bool:
        self._detail.finish()
        return True

    def _build(self) -> None:
        self._is_list_old = True
        self._list: ListPage = ListPage(self.translate)
        self._detail: DetailPage = DetailPage(self.desk, self.desk.look(last_entry))
        self._import = ImportPanel(self.desk)
        self._pages: QStackedWidget = QStackedWidget()
        for page in (self._list, self._import, self._detail):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._pages)
        self.setFocusProxy(self._list)

    def _connect(self) -> None:
        self._list.import_wanted.connect(self._choose_import)
        self._list.template_wanted.connect(self._write_template)
        self._list.pass_wanted.connect(self._pass_all)
        self._list.credit_wanted.connect(self._credit_all)
        self._list.opened.connect(self._open)
        self._detail.closed.connect(self._back_to_list)
        self._detail.next_wanted.connect(self._go_along)
        self._import.closed.connect(self._back_to_list)
        self._import.imported.connect(self.said)

    def _back_to_list(self) -> None:
        self._pages.setCurrentWidget(self._list)
        if self._is_list_old:
            self.look_again()
        self._list.come_back(self._detail.number)

    def _show_detail(self, number: str, part: str) -> None:
        """Show an application, or the list where it is not there any more."""
        try:
            self._detail.show_number(number, part)
        except ReviewerError as refusal:
            self._is_list_old = True
            self._back_to_list()
            self.desk.refused.emit(refusal)

    def _open(self, number: str) -> None:
        self.show_subject(number, "")

    def _go_along(self, by: int) -> None:
        """Show the neighbour of the application in the list as it stands there."""
        numbers = self._list.numbers()
        if self._detail.number not in numbers:
            return
        place = numbers.index(self._detail.number) + by
        if 0 <= place < len(numbers):
            self._show_detail(numbers[place], "")

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

    def _credit_all(self, numbers: tuple[str, ...]) -> None:
        dialog = CreditQuery(self, self.translate, len(numbers), today())
        dialog.given.connect(partial(self._record_credit, numbers))
        dialog.open()

    def _record_credit(self, numbers: tuple[str, ...], line: CreditLine) -> None:
        self.desk.do(partial(record_credit, applications=numbers, line=line))

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
