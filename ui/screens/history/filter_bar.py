"""What to look for in the journal: one search box, person, deed, application, days."""

import re
from collections.abc import Sequence

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QWidget

from reviewer_app.domain.history import JournalFilter
from reviewer_app.i18n import Translator
from reviewer_app.words.deeds import deed_name
from ui.theme.theme import scaled
from ui.widgets.labels import button, restyle

_PAUSE = 200
_NARROW, _LEAST = 860, 420
_FEW = 3
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class FilterBar(QWidget):
    """A line of fields.

    Signals:
        changed: the user wants other entries (`JournalFilter`).
    """

    changed = Signal(object)

    def __init__(self, translate: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = self.translate = translate
        self.search = self._field(_("Search: number, name, deed, reason"), 230)
        self.actor = self._choice(_("Person"))
        self.verb = self._choice(_("Deed"))
        self.application = self._field(_("Application no."), 130)
        self.first = self._field(_("from 2026-01-31"), 120)
        self.last = self._field(_("to 2026-12-31"), 120)
        self._later = QTimer(self, singleShot=True, interval=_PAUSE)
        self._later.timeout.connect(self._tell)
        clear = button(_("Clear"), self.clear, kind="quiet", name="x")
        self._fields = (
            *(self.search, self.actor, self.verb, self.application),
            *(self.first, self.last, clear),
        )
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(scaled(8))
        self._across = 0
        self._arrange(len(self._fields))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(_FEW if self.width() < scaled(_NARROW) else len(self._fields))

    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(_LEAST), super().minimumSizeHint().height())

    def _arrange(self, across: int) -> None:
        """Set the fields in so many columns; the search box takes a line of its own in few."""
        if across == self._across:
            return
        self._across = across
        is_wide = across == len(self._fields)
        for place, part in enumerate(self._fields):
            if is_wide:
                self._grid.addWidget(part, 0, place)
            elif place == 0:
                self._grid.addWidget(part, 0, 0, 1, across)
            else:
                self._grid.addWidget(part, 1 + (place - 1) // across, (place - 1) % across)
        self._grid.setColumnStretch(0, 1 if is_wide else 0)

    def offer(self, actors: Sequence[str], verbs: Sequence[str]) -> None:
        """Offer these people and verbs, keeping what is chosen."""
        _ = self.translate
        for box, entries in (
            (self.actor, [(name, name) for name in actors]),
            (self.verb, [(deed_name(verb, _), verb) for verb in verbs]),
        ):
            chosen = box.currentData()
            while box.count() > 1:
                box.removeItem(1)
            for text, value in entries:
                box.addItem(text, value)
            box.setCurrentIndex(max(box.findData(chosen), 0))

    def wish(self) -> JournalFilter:
        """Give what is looked for; a day half typed does not bind yet."""
        first, last = (
            field.text().strip() if _DAY.fullmatch(field.text().strip()) else ""
            for field in (self.first, self.last)
        )
        return JournalFilter(
            actor=self.actor.currentData() or "",
            verb=self.verb.currentData() or "",
            application=self.application.text().strip(),
            first_day=first,
            last_day=last,
            text=self.search.text().strip(),
        )

    def mark_unknown(self, *, is_unknown: bool) -> None:
        """Frame the number of an application that is not there."""
        self.application.setProperty("wrong", is_unknown)
        restyle(self.application)

    def clear(self) -> None:
        """Look for everything again."""
        for field in (self.search, self.application, self.first, self.last):
            field.clear()
        for box in (self.actor, self.verb):
            box.setCurrentIndex(0)
        self._tell()

    def _field(self, words: str, width: int) -> QLineEdit:
        made = QLineEdit()
        made.setPlaceholderText(words)
        made.setAccessibleName(words)
        made.setMinimumWidth(scaled(width * 3 // 4))
        made.setMaximumWidth(scaled(width * 2))
        made.textEdited.connect(self._typed)
        made.returnPressed.connect(self._tell)
        return made

    def _choice(self, words: str) -> QComboBox:
        made = QComboBox()
        made.setAccessibleName(words)
        made.addItem(words, "")
        made.setMinimumContentsLength(6)
        made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        made.activated.connect(self._tell)
        return made

    def _typed(self) -> None:
        self._later.start()

    def _tell(self) -> None:
        self._later.stop()
        self.changed.emit(self.wish())
