"""The line above the pages: edition, language, form, and what is done with a document."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCheckBox, QComboBox, QMenu, QPushButton, QVBoxLayout, QWidget

from reviewer_app.domain.document import Edition
from reviewer_app.domain.report_list import ReportLine
from reviewer_app.i18n import LANGUAGES, Translator, translator
from reviewer_app.queries.report import ReportOrder
from reviewer_app.words.report_list import format_name
from ui.theme.theme import icon, scaled
from ui.widgets.flow import flow_row
from ui.widgets.labels import button

_SHEETS = "score-sheets"
_FORMATS = ("", "pdf", "xlsx", "docx")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to export: a format ("" for all), of all documents or only the chosen one."""

    form: str
    everything: bool
    folder: Path | None = None


class ReportBar(QWidget):
    """How documents are made, and the buttons.

    Signals:
        changed: edition, language or form was changed by the user.
        print_wanted: the chosen document shall be printed.
        export_wanted: documents shall be written (`Wanted`).
    """

    changed = Signal()
    print_wanted = Signal()
    export_wanted = Signal(object)

    def __init__(self, translate: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.translate = translate
        self._build()
        self._lay_out()
        self.show_line(None)

    def show_line(self, line: ReportLine | None) -> None:
        """Offer what the chosen document has."""
        _ = self.translate
        self._application.setVisible(line is not None and line.by_application)
        self._single.setVisible(line is not None and line.key == _SHEETS)
        has_public = line is not None and line.has_public
        if not has_public:
            self._edition.setCurrentIndex(0)
        self._edition.setEnabled(has_public)
        self._edition.setToolTip(
            "" if has_public else _("This document names reviewers: there is no public edition.")
        )
        self._print.setEnabled(line is not None)
        formats = line.formats if line is not None else ()
        self._fill_menu(formats)

    def show_applications(self, names: Sequence[tuple[str, str]]) -> None:
        """Offer the applications; the chosen one stays chosen."""
        _ = self.translate
        chosen = self._application.currentData()
        self._application.clear()
        self._application.addItem(_("All applications"), "")
        for number, name in names:
            self._application.addItem(f"{number}  {name}", number)
        self._application.setCurrentIndex(max(0, self._application.findData(chosen)))

    def order(self, *, everything: bool = False) -> ReportOrder:
        """Give how documents are to be made: the chosen one, or `everything`."""
        is_single = not everything and self._application.isVisibleTo(self)
        return ReportOrder(
            application=str(self._application.currentData() or "") if is_single else "",
            edition=Edition(self._edition.currentData()),
            translator=translator(str(self._language.currentData())),
            single_sheets=self._single.isVisibleTo(self) and self._single.isChecked(),
        )

    def _build(self) -> None:
        _ = self.translate
        self._edition = QComboBox()
        self._edition.setAccessibleName(_("Edition"))
        self._edition.addItem(_("Internal edition"), Edition.INTERNAL.value)
        self._edition.addItem(_("Public edition"), Edition.PUBLIC.value)
        self._language = QComboBox()
        self._language.setAccessibleName(_("Language of the paper"))
        names = {"zh_CN": _("In Chinese"), "en": _("In English")}
        for language in LANGUAGES:
            self._language.addItem(names[language], language)
        self._language.setCurrentIndex(LANGUAGES.index(_.language))
        self._application = QComboBox()
        self._application.setAccessibleName(_("Application"))
        self._application.setMaximumWidth(scaled(320))
        self._application.activated.connect(self.changed)
        self._single = QCheckBox(_("One application a page"))
        self._print = button(_("&Print…"), self.print_wanted.emit, name="printer")
        self._export = self._export_button()
        self._edition.activated.connect(self.changed)
        self._language.activated.connect(self.changed)
        self._single.clicked.connect(self.changed)

    def _export_button(self) -> QPushButton:
        _ = self.translate
        made = QPushButton(icon("download", "on_accent"), _("&Export"))
        made.setProperty("kind", "primary")
        made.setProperty("opens", "menu")
        self._menu = QMenu(made)
        self._menu.triggered.connect(self._exported)
        made.setMenu(self._menu)
        return made

    def _lay_out(self) -> None:
        choices = (self._edition, self._language, self._application, self._single)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(flow_row(scaled(8), *choices, self._print, self._export))

    def _fill_menu(self, formats: tuple[str, ...]) -> None:
        """Offer the formats of the chosen document, then those of all documents."""
        self._menu.clear()
        for form in (*formats, *([""] if len(formats) > 1 else [])):
            self._offer(form, everything=False)
        self._menu.addSeparator()
        for form in _FORMATS:
            self._offer(form, everything=True)

    def _offer(self, form: str, *, everything: bool) -> None:
        _ = self.translate
        name = format_name(form, _)
        if everything:
            words = _("All documents as {format}…") if form else _("All documents in every format…")
        else:
            words = _("As {format}…") if form else _("In every format…")
        self._menu.addAction(words.format(format=name)).setData(Wanted(form, everything=everything))

    def _exported(self, action: QAction) -> None:
        self.export_wanted.emit(action.data())
