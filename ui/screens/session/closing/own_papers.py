"""What who sits here has to sign by PIN: read each, then one PIN for all of them."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from reviewer_app.domain.closing import PaperStand
from reviewer_app.domain.errors import ReviewerError
from reviewer_app.i18n import Translator
from ui.screens.session.closing.rows import paper_title
from ui.theme.theme import scaled
from ui.widgets.labels import button, label
from ui.widgets.pin_form import PinForm
from ui.widgets.replacing import Replacing


class OwnPapers(QFrame):
    """A card of the documents to be signed and the field for the PIN.

    Signals:
        reading: a document is to be read (its number).
        given: the PIN under all of them (str); it is not kept here.
    """

    reading = Signal(str)
    given = Signal(str)

    def __init__(self, translate: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.translate = _ = translate
        self.setProperty("surface", "raised")
        self.setObjectName("own_papers")
        self.documents: tuple[str, ...] = ()
        self._title = label("", "section")
        self._papers = Replacing()
        self._form: PinForm | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(*(scaled(16),) * 4)
        self._column.setSpacing(scaled(8))
        self._column.addWidget(self._title)
        told = _("Your PIN is your signature under these documents. It cannot be taken back.")
        self._column.addWidget(label(told, "secondary", wrap=True))
        self._column.addWidget(self._papers)

    def show_papers(self, papers: Sequence[PaperStand]) -> None:
        """Show the documents; without any the card is gone."""
        self.documents = tuple(paper.document for paper in papers)
        self.setVisible(bool(papers))
        if not papers:
            return
        _ = self.translate
        text = _.plural("{count} document to sign", "{count} documents to sign", len(papers))
        self._title.setText(text.format(count=len(papers)))
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        for paper in papers:
            column.addLayout(self._line(paper))
        self._papers.put(inside)
        self._renew_form()

    def refuse(self, refusal: ReviewerError) -> None:
        """Say what was wrong about the PIN."""
        if self._form is not None:
            self._form.refuse(refusal)

    def _line(self, paper: PaperStand) -> QHBoxLayout:
        _ = self.translate
        row = QHBoxLayout()
        row.addWidget(label(paper_title(paper, _)))
        row.addWidget(label(paper.paper.code if paper.paper else "", "faint"), 1)
        read = button(_("Read it"), self._read, name="eye")
        read.setObjectName(f"own_read_{paper.document}")
        read.setProperty("document", paper.document)
        read.setAccessibleName(_("Read: {name}").format(name=paper_title(paper, _)))
        row.addWidget(read)
        return row

    def _renew_form(self) -> None:
        _ = self.translate
        if self._form is not None:
            self._column.removeWidget(self._form)
            self._form.hide()
            self._form.deleteLater()
        self._form = PinForm(_("Sign"), _)
        self._form.setObjectName("sign_by_pin")
        self._form.given.connect(self._give)
        self._column.addWidget(self._form)

    def _read(self) -> None:
        self.reading.emit(str(self.sender().property("document")))

    def _give(self, pin: str) -> None:
        assert self._form is not None
        self._form.set_busy()
        self.given.emit(pin)
