"""The texts of the papers, to be worded by the bureau: each with the places it can fill."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reviewer_app.i18n import Translator
from reviewer_app.queries.paper_texts import PaperText, paper_texts
from reviewer_app.workflow.change_setting import change_setting
from ui.desk import Desk
from ui.screens.reports.rows import first_words, paper_of_texts, parts_of_texts
from ui.theme.theme import font, icon, scaled
from ui.widgets.flow import FlowRow
from ui.widgets.labels import button, frame, label
from ui.widgets.typing_field import TypingField

_ROW = 34


class TextList(QTreeWidget):
    """The texts by their papers; those in the bureau's own wording carry a pencil.

    Signals:
        chosen: the key of a text.
    """

    chosen = Signal(str)

    def __init__(self, translate: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.translate = translate
        self.setObjectName("texts")
        self.setAccessibleName(translate("Texts of the papers"))
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(scaled(8))
        self.setItemsExpandable(False)
        self.setIconSize(QSize(scaled(20), scaled(20)))
        self._items: dict[str, QTreeWidgetItem] = {}
        self._is_filling = False
        self.currentItemChanged.connect(self._told)

    def show_texts(self, texts: Sequence[PaperText]) -> None:
        """Show these texts; the chosen one stays chosen."""
        chosen = self.current_key()
        self._is_filling = True
        self.clear()
        self._items = {}
        for paper, own in parts_of_texts(texts):
            head = QTreeWidgetItem(self, [paper_of_texts(paper, self.translate)])
            head.setFlags(Qt.ItemFlag.ItemIsEnabled)
            head.setFont(0, font(15, bold=True))
            head.setSizeHint(0, QSize(0, scaled(_ROW)))
            for text in own:
                self._items[text.key] = self._item(head, text)
            head.setExpanded(True)
        self._is_filling = False
        first = next(iter(self._items), "")
        self.choose(chosen if chosen in self._items else first)

    def choose(self, key: str) -> None:
        """Make a text the chosen one."""
        if key in self._items:
            self.setCurrentItem(self._items[key])

    def current_key(self) -> str:
        """Give the key of the chosen text, empty without one."""
        found = (key for key, item in self._items.items() if item is self.currentItem())
        return next(found, "")

    def _item(self, head: QTreeWidgetItem, text: PaperText) -> QTreeWidgetItem:
        _ = self.translate
        item = QTreeWidgetItem(head, [first_words(text.own or text.bundled)])
        item.setIcon(0, icon("pencil" if text.own else "file-text", "faint"))
        words = _("In the wording of this bureau") if text.own else _("As it came")
        item.setToolTip(0, words)
        item.setData(0, Qt.ItemDataRole.AccessibleDescriptionRole, words)
        return item

    def _told(self) -> None:
        key = self.current_key()
        if key and not self._is_filling:
            self.chosen.emit(key)


class Texts(QWidget):
    """A list of texts at the left, the wording of the chosen one at the right.

    Signals:
        left: back to the documents.
    """

    left = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.translate = desk.translate
        self._desk = desk
        self._texts: dict[str, PaperText] = {}
        self._shown = ""
        self._build()
        self._lay_out()
        self._list.chosen.connect(self._show_text)
        self._language.activated.connect(self._speak)
        self._wording.written.connect(self._word)
        self._wording.escaped.connect(self.left)

    def look_again(self) -> None:
        """Read the texts anew; what is being typed stays."""
        found = self._desk.look(partial(paper_texts, language=str(self._language.currentData())))
        self._texts = {text.key: text for text in found}
        self._list.show_texts(found)
        if self._shown not in self._texts:
            self._show_text(self._list.current_key())
        elif not self._wording.is_changed:
            self._show_text(self._shown)

    def finish(self) -> None:
        """Write what is half typed."""
        self._wording.finish()

    def _build(self) -> None:
        _ = self.translate
        self._list = TextList(_)
        self._language = QComboBox()
        self._language.setAccessibleName(_("Language of the papers"))
        for key, name in (("zh_CN", "中文"), ("en", "English")):
            self._language.addItem(name, key)
        self._back = button(_("Back to the documents"), self._leave, name="chevron-left")
        self._wording = TypingField(_("Wording in use"))
        self._wording.setObjectName("wording")
        self._places = QWidget()
        self._flow = FlowRow(scaled(8), self._places)
        self._told = label("", "secondary", wrap=True)
        self._bundled = label("", "", wrap=True)
        self._bundled.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._reset = button(
            _("Take the wording that came with the program"), self._take_bundled, name="rotate-ccw"
        )

    def _lay_out(self) -> None:
        _ = self.translate
        head = QHBoxLayout()
        head.addWidget(self._back)
        head.addWidget(label(_("Texts of the papers"), "section"))
        head.addStretch(1)
        head.addWidget(label(_("Language of the papers"), "secondary"))
        head.addWidget(self._language)
        inside = QVBoxLayout()
        inside.setSpacing(scaled(8))
        inside.addWidget(label(_("Wording in use"), "section"))
        inside.addWidget(self._wording, 2)
        inside.addWidget(self._told)
        inside.addWidget(self._places)
        inside.addWidget(label(_("As it came with the program"), "section"))
        inside.addWidget(self._bundled)
        inside.addWidget(self._reset, alignment=Qt.AlignmentFlag.AlignLeft)
        inside.addStretch(1)
        split = QSplitter()
        split.addWidget(self._list)
        split.addWidget(frame("raised", inside))
        split.setChildrenCollapsible(False)
        split.setStretchFactor(1, 1)
        split.setSizes([scaled(400), scaled(760)])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(8))
        column.addLayout(head)
        column.addWidget(split, 1)
        self.setFocusProxy(self._list)

    def _show_text(self, key: str) -> None:
        self._wording.finish()
        text = self._texts.get(key)
        if text is None:
            return
        if self._wording.is_changed:  # it was refused: what is typed stays in sight
            self._list.choose(self._shown)
            return
        self._shown = key
        self._wording.put(text.own or text.bundled)
        self._bundled.setText(text.bundled)
        self._reset.setEnabled(bool(text.own))
        self._offer_places(text.places)

    def _offer_places(self, places: Sequence[str]) -> None:
        _ = self.translate
        for old in self._places.findChildren(QPushButton):
            old.setParent(None)  # a flow row forgets a widget that is not its own any more
            old.deleteLater()
        for place in places:
            made = button(f"{{{place}}}", self._insert, kind="quiet")
            made.setObjectName(place)
            made.setToolTip(_("Put this place where the cursor is"))
            self._flow.addWidget(made)
        told = _("The program fills these places; each may be used or left out.")
        self._told.setText(told if places else _("Nothing is filled in here by the program."))

    def _insert(self) -> None:
        self._wording.insertPlainText(f"{{{self.sender().objectName()}}}")
        self._wording.setFocus()

    def _speak(self) -> None:
        self._wording.finish()
        self.look_again()

    def _word(self, wording: str) -> None:
        text = self._texts[self._shown]
        own = "" if wording == text.bundled else wording
        if own == text.own:
            return
        if not self._desk.do(partial(change_setting, key=text.key, value=own)):
            self._wording.put(text.own or text.bundled, wording)

    def _take_bundled(self) -> None:
        self._wording.put(self._texts[self._shown].own)
        self._word(self._texts[self._shown].bundled)

    def _leave(self) -> None:
        self._wording.finish()
        self.left.emit()
