"""Pages in a window of their own: a paper before it is signed, a scan."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from reviewer_app.i18n import Translator
from ui.theme.theme import scaled
from ui.widgets.labels import button, label
from ui.widgets.page_view import Pages, PageView
from ui.widgets.scrolling import resize_within_screen


class PagesDialog(QDialog):
    """Shows pages; the document is let go of when it is closed."""

    def __init__(self, pages: Pages, title: str, told: str, translate: Translator, parent: QWidget):
        """`told` stands beneath the pages: the code at their foot, or whose scan it is."""
        super().__init__(parent)
        _ = translate
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("pages_dialog")
        self.setWindowTitle(title)
        resize_within_screen(self, 860, 900)
        self._view = PageView(_)
        self._view.show_pages(pages, title)
        leave = button(_("Close"), self.accept)
        leave.setObjectName("close_pages")
        foot = QHBoxLayout()
        foot.addWidget(label(told, "faint", wrap=True), 1)
        foot.addWidget(leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(scaled(16),) * 4)
        column.addWidget(self._view, 1)
        column.addLayout(foot)
        self.finished.connect(self._let_go)

    def _let_go(self) -> None:
        self._view.show_pages(None, "")
