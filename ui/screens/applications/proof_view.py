"""The pages of a proof beside the form, with the way to give the room back."""

from typing import Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reviewer_app.i18n import Translator
from ui.theme.theme import scaled
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.labels import button
from ui.widgets.page_view import Pages, PageView


class TitledPages(Pages, Protocol):
    """An open document that knows what it is called."""

    title: str


class ProofView(QWidget):
    """A title, a button to close, and the pages.

    Signals:
        closed: the user wants the room back.
    """

    closed = Signal()

    def __init__(self, translate: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = translate
        self._title = ElidedLabel("section")
        self._leave = button("", self.closed.emit, kind="quiet", name="x")
        self._leave.setToolTip(_("Close the pages"))
        self._leave.setAccessibleName(_("Close the pages"))
        self._pages = PageView(translate)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(8), 0, 0, 0)
        column.addLayout(head)
        column.addWidget(self._pages, 1)

    def show_pages(self, pages: TitledPages | None, page: int) -> None:
        """Show a document from a page (from 1) on, None for nothing."""
        title = pages.title if pages is not None else ""
        self._title.show_text(title)
        self._pages.show_pages(pages, title, page)
