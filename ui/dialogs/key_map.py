"""The keys of the program, on F1."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from reviewer_app.i18n import N_, Translator
from ui.theme.theme import scaled
from ui.widgets.labels import button, label

Keys = Sequence[tuple[str, str]]

EVERYWHERE: Keys = (
    ("Alt+1 … 9", N_("the places at the left")),
    ("Ctrl+Z", N_("undo my last deed")),
    ("Ctrl+Shift+Z", N_("do it again")),
    ("Ctrl+F, F3", N_("search in this place")),
    ("Ctrl+L", N_("lock the window")),
    ("F1", N_("these keys")),
    ("F11", N_("the window for the projector")),
)

SESSION: Keys = (
    (N_("Space"), N_("start or pause the timer")),
    ("+", N_("one minute more")),
    ("S", N_("stop the timer")),
    ("N", N_("next step of the application")),
    ("E", N_("end the running item")),
    ("Ctrl+Enter", N_("begin the next item")),
    ("R", N_("recess, go on")),
    ("B", N_("wall black, picture again")),
)

DELIBERATION: Keys = (
    ("J K", N_("next, previous application")),
    ("Ctrl+1 2 3", N_("sheets, opinion, votes")),
    ("↑ ↓ ← →", N_("score by score, with its history")),
    ("Enter", N_("change the score, keep it with a reason")),
    ("F8", N_("hide the list")),
)

SCORING: Keys = (
    ("0–9 . Enter", N_("type the score, accept it, next indicator")),
    ("↑ ↓ Tab", N_("indicator")),
    ("← →", N_("one step down, up")),
    ("Q W E R", N_("choose the first to fourth level")),
    ("J K", N_("next, previous application")),
    ("N", N_("next unscored")),
    ("S", N_("skip for now")),
    ("A", N_("abstain")),
    ("C", N_("comment")),
    ("/", N_("phrase bank")),
    ("Ctrl+Enter", N_("check and submit")),
    ("F8, F9", N_("hide the queue, the application")),
)


class KeyMap(QDialog):
    """Two lists of keys and what they do."""

    def __init__(self, translate: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = translate
        self.setWindowTitle(_("Keys"))
        self.resize(scaled(560), scaled(600))
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setHorizontalSpacing(scaled(24))
        grid.setVerticalSpacing(scaled(8))
        groups = (
            (_("Everywhere"), EVERYWHERE),
            (_("Session desk"), SESSION),
            (_("Deliberation"), DELIBERATION),
            (_("Scoring, outside text fields"), SCORING),
        )
        row = 0
        for title, keys in groups:
            grid.addWidget(label(title, "section"), row, 0, 1, 2)
            for key, what in keys:
                row += 1
                grid.addWidget(label(_(key)), row, 0)
                grid.addWidget(label(_(what), "secondary"), row, 1)
            row += 1
        grid.setRowStretch(row, 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inside)
        column = QVBoxLayout(self)
        column.addWidget(area)
        foot = button(_("Close"), self.accept)
        column.addWidget(foot, alignment=Qt.AlignmentFlag.AlignRight)

    @classmethod
    def tell(cls, translate: Translator, parent: QWidget) -> "KeyMap":
        """Show the keys beside the work."""
        made = cls(translate, parent)
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        made.show()
        return made
