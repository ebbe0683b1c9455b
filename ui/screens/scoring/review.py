"""The page before submission: look over one sheet or all that are ready, confirm once."""

from collections.abc import Sequence

from PySide6.QtCore import QUrl, Signal
from PySide6.QtWidgets import QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

from reviewer_app.domain.own_work import SheetReview
from reviewer_app.i18n import Translator
from ui.screens.scoring.review_text import reviews_html, style
from ui.theme.theme import BODY, font, scaled
from ui.widgets.labels import button, label


class Review(QWidget):
    """Shows what will be submitted; nothing is submitted before the button says so.

    Signals:
        confirmed: the sheets to submit, with the questions that were shown (`SheetReview`s).
        left: back to scoring.
        wanted: a row to change (application, indicator).
    """

    confirmed = Signal(object)
    left = Signal()
    wanted = Signal(str, str)

    def __init__(self, translate: Translator, places: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.translate = translate
        self._places = places
        self._reviews: tuple[SheetReview, ...] = ()
        self._build()
        self._lay_out()

    def show_reviews(self, reviews: Sequence[SheetReview]) -> None:
        """Show these sheets; those that something keeps are not submitted."""
        _ = self.translate
        self._reviews = tuple(reviews)
        ready = self._ready()
        self._text.document().setDefaultStyleSheet(style())
        self._text.setHtml(reviews_html(self._reviews, self._places, _))
        asked = sum(len(review.asked) for review in ready)
        self._go.setEnabled(bool(ready))
        self._go.setText(self._words(len(ready), asked))
        kept = len(self._reviews) - len(ready)
        text = _.plural("{count} sheet is not ready.", "{count} sheets are not ready.", kept)
        self._told.setText(text.format(count=kept) if kept else self._consequence())
        (self._go if ready else self._back).setFocus()

    def confirm(self) -> None:
        """Submit what is ready."""
        if self._go.isEnabled():
            self.confirmed.emit(self._ready())

    def text(self) -> str:
        """Give the page as plain text."""
        return self._text.toPlainText()

    def _ready(self) -> tuple[SheetReview, ...]:
        return tuple(review for review in self._reviews if review.may_be_submitted)

    def _words(self, ready: int, asked: int) -> str:
        _ = self.translate
        if not ready:
            return _("Nothing to submit")
        text = _.plural("Submit {count} sheet", "Submit {count} sheets", ready).format(count=ready)
        if not asked:
            return text
        meant = _.plural(
            "{count} unusual value is meant", "{count} unusual values are meant", asked
        )
        return f"{text} ({meant.format(count=asked)})"

    def _consequence(self) -> str:
        _ = self.translate
        return _("Submitted sheets count. You may take them back until the results are disclosed.")

    def _build(self) -> None:
        _ = self.translate
        self._text = QTextBrowser()
        self._text.setOpenLinks(False)
        self._text.setFont(font(BODY))
        self._text.setAccessibleName(_("What will be submitted"))
        self._text.anchorClicked.connect(self._go_to)
        self._told = label("", "secondary", wrap=True)
        self._back = button(_("Back to scoring (Esc)"), self.left.emit, name="chevron-left")
        self._go = button("", self.confirm, kind="primary", name="check")

    def _lay_out(self) -> None:
        _ = self.translate
        foot = QHBoxLayout()
        foot.addWidget(self._back)
        foot.addWidget(self._told, 1)
        foot.addWidget(self._go)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(scaled(16),) * 4)
        column.setSpacing(scaled(8))
        column.addWidget(label(_("Check before submitting"), "page"))
        column.addWidget(self._text, 1)
        column.addLayout(foot)

    def _go_to(self, link: QUrl) -> None:
        self.wanted.emit(link.path(), link.fragment())
