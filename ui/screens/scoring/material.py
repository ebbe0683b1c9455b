"""The application in the middle: its data by section, attachments in tabs beside it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QTextBlock, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QTabBar,
    QTabWidget,
    QTextBrowser,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from reviewer_app.domain.own_work import Material
from reviewer_app.i18n import Translator
from ui.screens.scoring.material_text import anchors, material_html
from ui.screens.scoring.proofs import Proofs, ProofsPage
from ui.theme.theme import BODY, colour, font, scaled
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import label

_AROUND = 40
"""Room around the words of a tab."""


class DataPage(QWidget):
    """The data of the application: parts to jump to, a search, the text."""

    def __init__(self, translate: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.translate = translate
        self._anchors: list[str] = []
        self._build()
        self._lay_out()

    def show_material(self, material: Material) -> None:
        """Show another application from its beginning."""
        found = list(anchors(material, self.translate))
        self._anchors = [name for name, _title in found]
        self._parts.blockSignals(True)
        while self._parts.count():
            self._parts.removeTab(0)
        for _name, title in found:
            self._parts.setTabToolTip(self._parts.addTab(title), title)
        self._parts.blockSignals(False)
        self._fit_parts()
        self._text.setExtraSelections([])
        self._text.document().setDefaultStyleSheet(_style())
        self._text.setHtml(material_html(material, self.translate))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_parts()

    def clear(self) -> None:
        """Show nothing of any application."""
        self._text.clear()

    def go_to(self, code: str) -> None:
        """Scroll to the part of an indicator or factor and mark its heading."""
        block = self._heading_of(code)
        if block is None:
            return
        self._text.scrollToAnchor(code)
        mark = QTextEdit.ExtraSelection()
        ground = QTextCharFormat()
        ground.setBackground(colour("accent_soft"))
        ground.setProperty(ground.Property.FullWidthSelection.value, True)
        mark.cursor = QTextCursor(block)  # type: ignore[attr-defined] # Qt's stubs lack it
        mark.format = ground  # type: ignore[attr-defined]
        self._text.setExtraSelections([mark])
        self._press_part_of(code)

    def search(self) -> None:
        """Put the cursor into the search."""
        self._search.show()
        self._search.setFocus()
        self._search.selectAll()

    def _build(self) -> None:
        _ = self.translate
        self._parts = QTabBar()
        self._parts.setUsesScrollButtons(False)
        self._parts.setElideMode(Qt.TextElideMode.ElideRight)
        self._parts.setExpanding(False)
        self._parts.setDrawBase(False)
        self._parts.setAccessibleName(_("Parts of the application"))
        self._parts.tabBarClicked.connect(self._jump)
        self._parts.currentChanged.connect(self._fit_parts)
        self._search = QLineEdit()
        self._search.setPlaceholderText(_("Search in the text (F3)"))
        self._search.setAccessibleName(_("Search in the text"))
        self._search.setClearButtonEnabled(True)
        self._search.hide()
        self._search.returnPressed.connect(self._find)
        self._text = QTextBrowser()
        self._text.setOpenLinks(False)
        self._text.setFont(font(BODY))
        self._text.setAccessibleName(_("Data of the application"))
        self._text.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, scaled(4), 0, 0)
        column.setSpacing(scaled(4))
        column.addWidget(self._parts)
        column.addWidget(self._search)
        column.addWidget(self._text, 1)

    def _fit_parts(self) -> None:
        """Name every part where there is room, else the current one; the others by their code."""
        titles = [self._parts.tabToolTip(place) for place in range(self._parts.count())]
        written = self._parts.fontMetrics()
        wide = sum(written.horizontalAdvance(title) + scaled(_AROUND) for title in titles)
        for place, title in enumerate(titles):
            is_named = wide <= self.width() or place in (0, self._parts.currentIndex())
            self._parts.setTabText(place, title if is_named else title.split(" ")[0])

    def _heading_of(self, code: str) -> QTextBlock | None:
        block = self._text.document().begin()
        while block.isValid():
            if block.text().startswith(f"{code} "):
                return block
            block = block.next()
        return None

    def _press_part_of(self, code: str) -> None:
        fits = [name for name in self._anchors if code.startswith(name)]
        if fits:
            self._parts.setCurrentIndex(self._anchors.index(fits[-1]))

    def _jump(self, place: int) -> None:
        if 0 <= place < len(self._anchors):
            self._text.scrollToAnchor(self._anchors[place])

    def _find(self) -> None:
        wanted = self._search.text()
        if wanted and not self._text.find(wanted):
            self._text.moveCursor(QTextCursor.MoveOperation.Start)
            self._text.find(wanted)


class MaterialPane(QFrame):
    """What the reviewer reads. A recused reviewer sees that there is nothing to see."""

    def __init__(
        self, proofs: Proofs, translate: Translator, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        _ = translate
        self._title = label("", "section", wrap=True)
        self._title.setObjectName("application_shown")
        self._applicant = label("", "secondary", wrap=True)
        self.data = DataPage(_)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self.data, _("Data"))
        self.proofs = ProofsPage(proofs, _)
        self.tabs.addTab(self.proofs, _("Attachments"))
        self._nothing = EmptyState("eye-off", _("You are recused: nothing is shown here."))
        self._nothing.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(12), scaled(8), scaled(12), 0)
        column.setSpacing(scaled(2))
        column.addWidget(self._title)
        column.addWidget(self._applicant)
        column.addWidget(self.tabs, 1)
        column.addWidget(self._nothing, 1)

    def show_material(self, number: str, name: str, material: Material | None) -> None:
        """Show another application, or only its name."""
        self._title.setText(f"{number}  {name}")
        self.tabs.setVisible(material is not None)
        self._nothing.setVisible(material is None)
        if material is None:
            self._applicant.setText("")
            self.data.clear()
            self.proofs.clear()
            return
        item = material.application
        self._applicant.setText("  ·  ".join(filter(None, (item.applicant, item.industry))))
        self.data.show_material(material)
        has_proofs = self.proofs.show_application(number) > 0
        self.tabs.setTabVisible(1, has_proofs)
        self.tabs.tabBar().setVisible(has_proofs)


def _style() -> str:
    line, faint = colour("line").name(), colour("secondary").name()
    return (
        f"p.part {{ color: {colour('accent').name()}; font-size: {scaled(18)}px;"
        f" font-weight: bold; margin-top: {scaled(16)}px; margin-bottom: {scaled(4)}px; }}"
        f"p.row {{ font-weight: bold; margin-top: {scaled(12)}px; margin-bottom: 2px; }}"
        f"td.name, p.faint {{ color: {faint}; }}"
        f"table {{ border-color: {line}; border-style: solid; border-collapse: collapse; }}"
        f"th {{ color: {faint}; }}"
    )
