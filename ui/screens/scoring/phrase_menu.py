"""The phrase bank as a menu: choose one, remember the comment as one, forget one."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from reviewer_app.i18n import N_, Translator

_COMMON = (
    N_("The evidence is complete and supports the score."),
    N_("The evidence is insufficient; the data could not be verified."),
    N_("Clearly better than comparable projects."),
    N_("The plan is feasible, its measures are not specific enough."),
    N_("Few users so far; the effect remains to be seen."),
)
_SHOWN = 60
_CHOOSE, _REMEMBER, _FORGET = "choose", "remember", "forget"


class PhraseMenu(QMenu):
    """Own phrases first, then common ones; the keys 1 to 9 choose.

    Signals:
        chosen: the phrase to put in.
        remembered: the comment becomes a phrase.
        forgotten: a phrase goes.
    """

    chosen = Signal(str)
    remembered = Signal(str)
    forgotten = Signal(str)

    def __init__(
        self, own: Sequence[str], comment: str, translate: Translator, parent: QWidget
    ) -> None:
        super().__init__(parent)
        _ = translate
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for place, text in enumerate((*own, *(_(text) for text in _COMMON)), start=1):
            shown = text if len(text) <= _SHOWN else text[:_SHOWN] + "…"
            key = f"&{place}  " if place < 10 else ""
            self._add(self, key + shown.replace("&", "&&"), _CHOOSE, text)
        self.addSeparator()
        remember = self._add(self, _("Remember this comment as a phrase"), _REMEMBER, comment)
        remember.setEnabled(bool(comment.strip()) and comment not in own)
        if own:
            forget = self.addMenu(_("Forget a phrase"))
            for text in own:
                self._add(forget, text[:_SHOWN].replace("&", "&&"), _FORGET, text)
        self.triggered.connect(self._triggered)

    def _add(self, menu: QMenu, shown: str, what: str, text: str) -> QAction:
        action = menu.addAction(shown)
        action.setData((what, text))
        return action

    def _triggered(self, action: QAction) -> None:
        what, text = action.data()
        match what:
            case "choose":
                self.chosen.emit(text)
            case "remember":
                self.remembered.emit(text)
            case _:
                self.forgotten.emit(text)
