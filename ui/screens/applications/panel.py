"""What every panel of an application is, and the small things they share."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from reviewer_app.queries.application import ApplicationPage
from ui.desk import Desk
from ui.models.table import TableModel
from ui.theme.theme import scaled
from ui.widgets.line_field import LineField
from ui.widgets.table_view import TableView

Row = TypeVar("Row")


class Panel(QWidget):
    """One side of an application.

    Signals:
        pages_wanted: an attachment and its page to be seen beside (UUID, page from 1).
    """

    pages_wanted = Signal(str, int)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.translate = desk.translate
        self.page: ApplicationPage | None = None

    @property
    def number(self) -> str:
        """The number of the application that is shown."""
        assert self.page is not None
        return self.page.application.number

    def show_page(self, page: ApplicationPage) -> None:
        """Show an application, or the same one anew."""
        self.page = page
        self.show_again(page)

    def show_again(self, page: ApplicationPage) -> None:
        """Put what the page says into the widgets."""
        raise NotImplementedError

    def finish(self) -> None:
        """Write what is half typed."""

    def do(self, verb: Callable[..., object], **arguments: object) -> bool:
        """Do a verb to the application that is shown."""
        return self.desk.do(partial(verb, application=self.number, **arguments))


def table(owner: QWidget, model: TableModel[Any], name: str, *, least: int = 160) -> TableView:
    """Make the table of a model that belongs to a panel."""
    made = TableView(model, name)
    made.setMinimumHeight(scaled(least))
    model.setParent(owner)
    return made


def show_rows(
    view: TableView, model: TableModel[Row], rows: Sequence[Row], same: Callable[[Row, Row], bool]
) -> None:
    """Show other rows; the one that was chosen stays so."""
    index = view.currentIndex()
    chosen = model.row_at(index) if index.isValid() else None
    model.show(rows)
    if chosen is not None:
        view.choose_row(model.index_where(partial(same, chosen)))


def chosen_row(view: TableView, model: TableModel[Row]) -> Row | None:
    """Give the row that is current, None without one."""
    index = view.currentIndex()
    return model.row_at(index) if index.isValid() else None


def column_of(owner: QWidget) -> QVBoxLayout:
    """Give a panel its column."""
    column = QVBoxLayout(owner)
    column.setContentsMargins(scaled(8), scaled(16), scaled(8), scaled(8))
    column.setSpacing(scaled(8))
    return column


def row_of(*parts: QWidget, stretch: bool = True) -> QHBoxLayout:
    """Put widgets side by side."""
    row = QHBoxLayout()
    row.setSpacing(scaled(8))
    for part in parts:
        row.addWidget(part)
    if stretch:
        row.addStretch(1)
    return row


def form_of(fields: Sequence[tuple[str, QWidget | QHBoxLayout]]) -> QFormLayout:
    """Put fields below each other, their words before them."""
    form = QFormLayout()
    form.setHorizontalSpacing(scaled(16))
    form.setVerticalSpacing(scaled(8))
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
    for text, field in fields:
        made = QLabel(text)
        if isinstance(field, QWidget):
            made.setBuddy(field)
        form.addRow(made, field)
    return form


def line(name: str, hint: str = "", width: int = 0) -> LineField:
    """Make a field of one line."""
    made = LineField(name)
    made.setPlaceholderText(hint or name)
    if width:
        made.setFixedWidth(scaled(width))
    return made


def choice(name: str, options: Sequence[tuple[str, str]]) -> QComboBox:
    """Make a box of (value, text) to choose from."""
    made = QComboBox()
    made.setAccessibleName(name)
    for value, text in options:
        made.addItem(text, value)
    return made


def choose(box: QComboBox, value: str) -> None:
    """Make a value the chosen one of a box."""
    box.setCurrentIndex(max(0, box.findData(value)))


def today() -> str:
    """Give the day as it is written."""
    return date.today().isoformat()  # noqa: DTZ011 - the clerk's own day
