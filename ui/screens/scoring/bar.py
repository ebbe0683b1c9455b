"""The foot of the scoring place: what can be done, each with its key."""

from collections.abc import Mapping

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from reviewer_app.i18n import N_, Translator
from ui.theme.theme import scaled
from ui.widgets.labels import button

_LEFT = (
    ("previous_application", N_("Previous K"), "chevron-left"),
    ("next_application", N_("Next J"), "chevron-right"),
    ("next_unscored", N_("Next unscored N"), "circle"),
    ("skip", N_("Skip S"), "skip-forward"),
    ("abstain", N_("Abstain… A"), "circle-slash"),
    ("undo", N_("Undo"), "undo-2"),
    ("redo", N_("Redo"), "redo-2"),
)
_RIGHT = (
    ("toggle_table", N_("All my scores"), "table-2"),
    ("review_all", N_("Submit all…"), "list-checks"),
)


class Bar(QFrame):
    """Buttons whose words go where there is no room for them; the name stays in the tip.

    Each presses the method of the place it is named for.
    """

    def __init__(self, place: QWidget, translate: Translator) -> None:
        super().__init__(place)
        _ = translate
        self.setProperty("surface", "foot")
        self._made = [self._button(place, *item, _) for item in (*_LEFT, *_RIGHT)]
        review = getattr(place, "review")  # noqa: B009
        self.submit = button(_("Check and submit"), review, kind="primary", name="check")
        self.submit.setToolTip("Ctrl+Enter")
        row = QHBoxLayout(self)
        row.setContentsMargins(scaled(8), scaled(4), scaled(8), scaled(4))
        row.setSpacing(scaled(4))
        for made in self._made[: len(_LEFT)]:
            row.addWidget(made)
        row.addStretch(1)
        for made in self._made[len(_LEFT) :]:
            row.addWidget(made)
        row.addWidget(self.submit)

    def show_words(self, all_of_them: bool) -> None:  # noqa: FBT001 - a signal's value
        """Show the words of the buttons, or their icons alone."""
        for made in self._made:
            made.setText(made.accessibleName() if all_of_them else "")

    def enable(self, may: Mapping[str, bool]) -> None:
        """Say which buttons do something now."""
        for made in self._made:
            made.setEnabled(may.get(made.objectName(), True))

    def _button(
        self, place: QWidget, slot: str, text: str, icon_name: str, _: Translator
    ) -> QPushButton:
        words = _(text)
        made = button(words, getattr(place, slot), kind="quiet", name=icon_name, tip=words)
        made.setObjectName(slot)
        made.setAccessibleName(words)
        return made
