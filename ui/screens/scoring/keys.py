"""The keys of the scoring place, as actions: they work outside text fields."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from reviewer_app.i18n import N_, Translator


@dataclass(frozen=True, slots=True)
class Key:
    """What keys do: `slot` is the method of the place, `keys` in Qt's portable writing.

    `place` tells keys of one slot apart.
    """

    slot: str
    text: str
    keys: tuple[str, ...]
    place: int = 0


KEYS = (
    Key("next_application", N_("next application"), ("J", "Ctrl+PgDown")),
    Key("previous_application", N_("previous application"), ("K", "Ctrl+PgUp")),
    Key("next_unscored", N_("next unscored"), ("N",)),
    Key("skip", N_("skip for now"), ("S",)),
    Key("abstain", N_("abstain"), ("A",)),
    Key("comment", N_("comment"), ("C",)),
    Key("phrases", N_("phrase bank"), ("/",)),
    Key("review", N_("check and submit"), ("Ctrl+Return", "Ctrl+Enter")),
    Key("undo", N_("undo my last deed"), ("Ctrl+Z",)),
    Key("redo", N_("do it again"), ("Ctrl+Shift+Z", "Ctrl+Y")),
    Key("toggle_queue", N_("hide the queue"), ("F8",)),
    Key("toggle_material", N_("hide the application"), ("F9",)),
    Key("search", N_("search in this place"), ("F3", "Ctrl+F")),
    Key("escape", N_("back to scoring"), ("Esc",)),
    Key("choose_level", N_("first level"), ("Q",), place=0),
    Key("choose_level", N_("second level"), ("W",), place=1),
    Key("choose_level", N_("third level"), ("E",), place=2),
    Key("choose_level", N_("fourth level"), ("R",), place=3),
)


def add_actions(place: QWidget, translate: Translator) -> tuple[QAction, ...]:
    """Give the place an action for each of its keys."""
    made = []
    for key in KEYS:
        action = QAction(translate(key.text), place)
        action.setShortcuts([QKeySequence(text) for text in key.keys])
        action.setData(key.place)
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(getattr(place, key.slot))
        place.addAction(action)
        made.append(action)
    return tuple(made)
