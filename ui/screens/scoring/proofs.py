"""The attachments of the application, their pages read in place."""

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from reviewer_app.domain.attachment import Attachment
from reviewer_app.i18n import Translator
from ui.theme.theme import scaled
from ui.widgets.page_view import Pages, PageView


class Proofs(Protocol):
    """Where the reviewer's attachments come from."""

    def proofs(self, number: str) -> Sequence[Attachment]: ...
    def proof(self, uuid: str) -> Pages | None: ...


class ProofsPage(QWidget):
    """A document to choose, and its pages; opened only when it is looked at."""

    def __init__(
        self, proofs: Proofs, translate: Translator, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        _ = translate
        self._proofs = proofs
        self._shown = ""
        self._choice = QComboBox()
        self._choice.setAccessibleName(_("Attachment"))
        self._choice.activated.connect(self._open)
        self._pages = PageView(translate)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, scaled(4), 0, 0)
        column.addWidget(self._choice)
        column.addWidget(self._pages, 1)

    def show_application(self, number: str) -> int:
        """Offer the documents of another application that have pages; give how many."""
        self._choice.clear()
        self._close()
        for item in self._proofs.proofs(number):
            if item.has_pages:
                self._choice.addItem(f"{item.title}  ({item.pages})", item.uuid)
        if self.isVisible():
            self._open()
        return self._choice.count()

    def clear(self) -> None:
        """Show nothing of any application."""
        self._choice.clear()
        self._close()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._open()

    def _open(self) -> None:
        uuid = str(self._choice.currentData() or "")
        if uuid and uuid != self._shown:
            self._shown = uuid
            self._pages.show_pages(self._proofs.proof(uuid), self._choice.currentText())

    def _close(self) -> None:
        self._shown = ""
        self._pages.show_pages(None, "")
