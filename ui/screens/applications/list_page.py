"""The list: one box that finds anything, filters, and what is done to many at once."""

import unicodedata
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reviewer_app.domain.application import Standing
from reviewer_app.domain.checks import CreditResult, FormalResult
from reviewer_app.domain.plans import ImportKind
from reviewer_app.i18n import Translator
from reviewer_app.queries.applications import ApplicationLine
from reviewer_app.words.applications import standing_name
from reviewer_app.words.checks import credit_result_name, formal_result_name
from reviewer_app.words.templates import sheet_title
from ui import window_state
from ui.models.table import TableModel
from ui.screens.applications.rows import Filters, Second, list_columns, second_name
from ui.theme.theme import icon, scaled
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import button, label
from ui.widgets.table_view import TableView

_TABLE = "applications"
_LARGE = 130
"""Per cent of text size from which the search has a row of its own."""

KINDS = (ImportKind.APPLICATIONS, ImportKind.METRICS, ImportKind.DETAILS)


class ListPage(QWidget):
    """Every application of the batch.

    Signals:
        opened: an application to be shown (its number).
        import_wanted, template_wanted: a kind of workbook (`ImportKind`).
        pass_wanted: numbers whose open lines of the formal check shall pass.
        credit_wanted: numbers for which a credit query shall be recorded.
    """

    opened = Signal(str)
    import_wanted = Signal(object)
    template_wanted = Signal(object)
    pass_wanted = Signal(object)
    credit_wanted = Signal(object)

    def __init__(self, translate: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.translate = translate
        self._boxes: dict[str, QComboBox] = {}
        self._build()
        self._lay_out()
        self._connect()

    def show_lines(self, lines: Sequence[ApplicationLine]) -> None:
        """Show these applications; the chosen one stays chosen."""
        chosen = self.chosen()
        self._model.show(lines)
        self._fill("industry", sorted({line.application.industry for line in lines}))
        self._fill("office", sorted({line.application.office for line in lines}))
        self._filter()
        if chosen:
            self.choose(chosen)
        self._tools.setVisible(bool(lines))
        if not lines:
            self._pages.setCurrentWidget(self._empty)

    def chosen(self) -> str:
        """Give the number of the row that is current, empty without one."""
        index = self._table.currentIndex()
        return self._model.row_at(index).application.number if index.isValid() else ""

    def choose(self, number: str) -> None:
        """Make the row of a number current."""
        self._table.choose_row(
            self._model.index_where(lambda line: line.application.number == number)
        )

    def numbers(self) -> tuple[str, ...]:
        """Give the numbers of the rows that are shown, in their order."""
        return tuple(line.application.number for line in self._model.shown())

    def _build(self) -> None:
        _ = self.translate
        self._search = QLineEdit()
        self._search.setPlaceholderText(
            _("Search: number, project, applicant, code, industry… (Ctrl+F)")
        )
        self._search.setAccessibleName(_("Search in all data of the applications"))
        self._search.setClearButtonEnabled(True)
        self._count = label("", "secondary")
        self._model = TableModel(list_columns(_), self)
        self._table = TableView(self._model, _("Applications"))
        self._table.choose_columns(window_state.remembered_columns(_TABLE))
        self._empty = EmptyState(
            "files",
            _(
                "No applications yet. Take a template, fill it in, and import it; what does not fit"
                " is shown before anything is written."
            ),
            (_("Import applications…"), partial(self.import_wanted.emit, KINDS[0])),
        )
        self._none = EmptyState("search", _("No application fits the search and the filters."))
        for key, name in _filter_names(_).items():
            self._boxes[key] = QComboBox()
            self._boxes[key].setAccessibleName(name)
            self._boxes[key].setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        for key, options in _fixed_options(_).items():
            self._fill_pairs(key, options)
        self._clear = button(_("Show all"), self._clear_filters, kind="quiet", name="x")
        self._import = self._menu_button(_("Import"), "download", self.import_wanted)
        self._template = self._menu_button(_("Templates"), "file-plus", self.template_wanted)
        self._many = self._bulk_button()

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        is_large = scaled(100) > _LARGE
        if not is_large:
            first.addWidget(self._search, 1)
        for part in (self._count, self._many, self._template, self._import):
            first.addWidget(part)
        if is_large:
            first.addStretch(1)
        self._tools = QWidget()
        filters, across = QGridLayout(self._tools), 3 if is_large else 6
        filters.setContentsMargins(0, 0, 0, 0)
        filters.setHorizontalSpacing(scaled(8))
        for place, box in enumerate(self._boxes.values()):
            filters.addWidget(box, place // across, place % across)
        filters.addWidget(self._clear, 0, across)
        filters.setColumnStretch(across + 1, 1)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._table)
        self._pages.addWidget(self._empty)
        self._pages.addWidget(self._none)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(scaled(16),) * 4)
        column.setSpacing(scaled(8))
        if is_large:
            column.addWidget(self._search)
        column.addLayout(first)
        column.addWidget(self._tools)
        column.addWidget(self._pages, 1)
        self.setFocusProxy(self._search)

    def _connect(self) -> None:
        self._search.textEdited.connect(self._filter)
        # The clear button of the field changes the text without an edit.
        self._search.textChanged.connect(self._cleared)
        self._search.returnPressed.connect(self._open_first)
        for box in self._boxes.values():
            box.activated.connect(self._filter)
        self._table.row_opened.connect(self._opened)
        self._table.columns_changed.connect(self._remember)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.activated.connect(self._to_search)

    def _menu_button(self, text: str, name: str, wanted: object) -> QToolButton:
        made = QToolButton()
        made.setText(text)
        made.setIcon(icon(name))
        made.setToolButtonStyle(made.toolButtonStyle().ToolButtonTextBesideIcon)
        made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(made)
        for kind in KINDS:
            menu.addAction(sheet_title(kind, self.translate)).setData(kind)
        menu.triggered.connect(self._asked)
        menu.setProperty("wanted", "import" if wanted is self.import_wanted else "template")
        made.setMenu(menu)
        return made

    def _bulk_button(self) -> QToolButton:
        _ = self.translate
        made = QToolButton()
        made.setText(_("For all shown"))
        made.setIcon(icon("list-checks"))
        made.setToolButtonStyle(made.toolButtonStyle().ToolButtonTextBesideIcon)
        made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(made)
        menu.addAction(_("Formal check: every open line passed"), self._pass_all)
        menu.addAction(_("Record a credit query…"), self._credit_all)
        made.setMenu(menu)
        return made

    def _asked(self, action: object) -> None:
        menu = self.sender()
        assert isinstance(menu, QMenu)
        kind = action.data()  # type: ignore[attr-defined]
        if menu.property("wanted") == "import":
            self.import_wanted.emit(kind)
        else:
            self.template_wanted.emit(kind)

    def _fill(self, key: str, values: Sequence[str]) -> None:
        self._fill_pairs(key, [(value, value) for value in values if value])

    def _fill_pairs(self, key: str, options: Sequence[tuple[str, str]]) -> None:
        """Offer other values; the chosen one stays, if it is still there."""
        _ = self.translate
        box, name = self._boxes[key], _filter_names(_)[key]
        chosen = box.currentData()
        box.clear()
        box.addItem(_("{name}: all").format(name=name), "")
        for value, text in options:
            box.addItem(text, value)
        box.setCurrentIndex(max(0, box.findData(chosen)))

    def _filters(self) -> Filters:
        chosen = {key: str(box.currentData() or "") for key, box in self._boxes.items()}
        return Filters(**chosen)

    def _filter(self) -> None:
        _, chosen = self.translate, self.chosen()
        text = unicodedata.normalize("NFKC", self._search.text())
        filters = self._filters()
        self._model.search(text, filters.keep)
        if chosen:
            self.choose(chosen)
        shown = self._model.rowCount()
        self._count.setText(_("{shown} shown").format(shown=shown))
        self._pages.setCurrentWidget(self._table if shown else self._none)
        self._clear.setEnabled(bool(text) or filters != Filters())

    def _cleared(self, text: str) -> None:
        if not text:
            self._filter()

    def _clear_filters(self) -> None:
        for box in self._boxes.values():
            box.setCurrentIndex(0)
        self._search.clear()
        self._filter()

    def _open_first(self) -> None:
        """Open what the search found, when Enter ends it."""
        numbers = self.numbers()
        if numbers:
            self.opened.emit(self.chosen() or numbers[0])

    def _opened(self, line: ApplicationLine) -> None:
        self.opened.emit(line.application.number)

    def _remember(self, keys: tuple[str, ...]) -> None:
        window_state.remember_columns(_TABLE, keys)

    def come_back(self, number: str) -> None:
        """Be ready for another search, at the row where the user was."""
        self.choose(number)
        self._to_search()

    def _to_search(self) -> None:
        self._search.setFocus()
        self._search.selectAll()

    def _pass_all(self) -> None:
        self.pass_wanted.emit(self.numbers())

    def _credit_all(self) -> None:
        self.credit_wanted.emit(self.numbers())


def _filter_names(_: Translator) -> dict[str, str]:
    return {
        "industry": _("Industry"),
        "office": _("Office"),
        "standing": _("Standing"),
        "formal": _("Formal review"),
        "credit": _("Credit"),
        "second": _("Second look"),
    }


def _fixed_options(_: Translator) -> dict[str, list[tuple[str, str]]]:
    is_open = ("open", _("open"))
    formal = (FormalResult.PASSED, FormalResult.SUPPLEMENT, FormalResult.FAILED)
    return {
        "standing": [(item.value, standing_name(item, _)) for item in Standing],
        "formal": [is_open, *((item.value, formal_result_name(item, _)) for item in formal)],
        "credit": [
            is_open,
            *((item.value, credit_result_name(item, _)) for item in CreditResult),
            ("old", _("query too old")),
        ],
        "second": [(item.value, second_name(item, _)) for item in Second],
    }
