"""A row that is one large button: a state, what it is about, a sentence, where it leads."""

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ui.theme.theme import pixmap, scaled
from ui.widgets.labels import label, pill


@dataclass(frozen=True, slots=True)
class CheckLine:
    """What a row says; without `text` it is a single line."""

    key: str
    icon: str
    meaning: str
    title: str
    word: str
    text: str = ""
    deed: str = ""
    leads: bool = True

    @property
    def spoken(self) -> str:
        """The row as a screen reader says it."""
        return ", ".join(part for part in (self.title, self.word, self.text) if part)


class CheckRow(QPushButton):
    """The row as a button; pressed it says nothing itself, its maker connects `clicked`."""

    def __init__(self, line: CheckLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "row")
        self.setObjectName(line.key)
        self.setAccessibleName(line.spoken)
        self.setEnabled(line.leads)
        self.setToolTip(line.deed if line.leads else "")
        self._lay_out(line)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        return self._row.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self._row.minimumSize()

    def heightForWidth(self, width: int) -> int:
        if self._row.hasHeightForWidth():
            return self._row.heightForWidth(width)
        return self._row.sizeHint().height()

    def _lay_out(self, line: CheckLine) -> None:
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(scaled(12), scaled(6), scaled(12), scaled(6))
        row.setSpacing(scaled(12))
        row.addWidget(_picture(line.icon, line.meaning or "faint"))
        words = QVBoxLayout()
        words.setSpacing(scaled(2))
        strong = "" if line.text and line.leads else "secondary"
        words.addWidget(label(line.title, strong))
        if line.text:
            words.addWidget(label(line.text, "secondary" if line.leads else "faint", wrap=True))
        row.addLayout(words, 1)
        if line.text and line.meaning:
            row.addWidget(pill(line.word, line.meaning), alignment=Qt.AlignmentFlag.AlignVCenter)
        else:
            row.addWidget(label(line.word, "faint"))
        if line.leads:
            row.addWidget(_picture("chevron-right", "faint"))
        for child in self.findChildren(QLabel):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


def _picture(name: str, role: str) -> QLabel:
    made = QLabel()
    made.setPixmap(pixmap(name, role, 20))
    made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
    return made
