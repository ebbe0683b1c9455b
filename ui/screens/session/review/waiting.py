"""What waits for whom, large, above everything else of the page."""

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from reviewer_app.i18n import Translator
from reviewer_app.queries.deliberation import Deliberation, ReviewRow
from ui.screens.session.review.rows import leading_word
from ui.theme.theme import pixmap, scaled
from ui.widgets.labels import button, label


class WaitingBar(QFrame):
    """Hidden while nothing waits for who looks.

    Signals:
        chosen: the application to look at (its number).
        confirm_wanted: the changes of an application are to be confirmed (its number).
    """

    chosen = Signal(str)
    confirm_wanted = Signal(str)

    def __init__(self, translate: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.translate = _ = translate
        self.setProperty("pill", "attention")
        self.setObjectName("waiting")
        self._number = ""
        picture = QLabel()
        picture.setPixmap(pixmap("bell", "attention", 24))
        self._text = label("", "section", wrap=True)
        self._confirm = button(_("&Confirm…"), self._confirm_pressed, kind="primary")
        self._confirm.setObjectName("confirm_changes")
        self._look = button(_("Look at it"), self._look_pressed)
        self._look.setObjectName("look_at_waiting")
        row = QHBoxLayout(self)
        row.setContentsMargins(scaled(16), scaled(8), scaled(16), scaled(8))
        row.setSpacing(scaled(12))
        row.addWidget(picture)
        row.addWidget(self._text, 1)
        row.addWidget(self._look)
        row.addWidget(self._confirm)
        self.hide()

    def show_rows(self, whole: Deliberation) -> None:
        """Say what waits for who looks: confirmations, reasons, remarks."""
        confirming = [row for row in whole.rows if row.to_confirm]
        explaining = [row for row in whole.rows if row.to_explain]
        noting = [row for row in whole.rows if row.to_note]
        others = [row for row in whole.rows if row.waiting and whole.sees_all]
        first = next(iter((*confirming, *explaining, *noting, *others)), None)
        self.setVisible(first is not None)
        self._confirm.setVisible(bool(confirming))
        if first is None:
            return
        lines = list(self._lines(confirming, explaining, noting))
        if others and not confirming:
            lines.append(self._for_others(others))
        self._number = first.number
        self._text.setText("\n".join(lines))

    def text(self) -> str:
        """Give what it says, empty while it is hidden."""
        return "" if self.isHidden() else self._text.text()

    def _lines(
        self, confirming: list[ReviewRow], explaining: list[ReviewRow], noting: list[ReviewRow]
    ) -> Iterator[str]:
        _ = self.translate
        texts = (
            _.plural(
                "Changed scores of {count} application wait for your confirmation: {numbers}",
                "Changed scores of {count} applications wait for your confirmation: {numbers}",
                len(confirming),
            ),
            _.plural(
                "Your score of {count} application is far from the others: {numbers}",
                "Your scores of {count} applications are far from the others: {numbers}",
                len(explaining),
            ),
            _.plural(
                "Changed scores of {count} application are without your remark: {numbers}",
                "Changed scores of {count} applications are without your remark: {numbers}",
                len(noting),
            ),
        )
        for text, rows in zip(texts, (confirming, explaining, noting), strict=True):
            names = _(", ").join(row.number for row in rows)
            if rows:
                yield text.format(count=len(rows), numbers=names)

    def _for_others(self, rows: list[ReviewRow]) -> str:
        """Say whose confirmation is waited for, to whom sees all."""
        _ = self.translate
        waiting = [change for row in rows for change in row.waiting]
        names = dict.fromkeys(
            change.reviewer for change in waiting if not change.reviewer_confirmed_at
        )
        names |= dict.fromkeys(
            leading_word(change, _) for change in waiting if not change.leader_confirmed_at
        )
        text = _("Changed scores wait for {names}: {numbers}")
        numbers = _(", ").join(row.number for row in rows)
        return text.format(names=_(", ").join(names), numbers=numbers)

    def _confirm_pressed(self) -> None:
        self.confirm_wanted.emit(self._number)

    def _look_pressed(self) -> None:
        self.chosen.emit(self._number)
