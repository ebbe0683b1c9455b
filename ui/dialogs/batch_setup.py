"""What is settled for an open batch: bureau, dates, way of working, open questions."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QTabWidget, QVBoxLayout, QWidget

from reviewer_app.i18n import Translator
from ui.dialogs.batch_forms import DatesForm, TextForm, WayForm, bureau_form, questions_form
from ui.theme.theme import fitted
from ui.widgets.labels import button, label

PARTS = ("bureau", "dates", "way", "questions")


class BatchSetup(QDialog):
    """Shows what was settled; every change goes out at once.

    Signals:
        edited: the key of a setting and its new value.
    """

    edited = Signal(str, str)

    def __init__(
        self,
        values: Mapping[str, str],
        part: str,
        translate: Translator,
        today: date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        _ = translate
        self.setWindowTitle(_("Settled for this batch"))
        self._forms: dict[str, TextForm | DatesForm | WayForm] = {
            "bureau": bureau_form(_),
            "dates": DatesForm(_, today),
            "way": WayForm(_),
            "questions": questions_form(_),
        }
        titles = (_("Bureau"), _("Dates"), _("Way of working"), _("Open questions"))
        self._tabs = QTabWidget()
        for title, form in zip(titles, self._forms.values(), strict=True):
            form.edited.connect(self.edited)
            area = QScrollArea()
            area.setWidgetResizable(True)
            area.setWidget(_padded(form))
            self._tabs.addTab(area, title)
        self._tabs.setCurrentIndex(PARTS.index(part))
        self.show_values(values)
        self._lay_out(_)
        self.resize(fitted(self, 640, 520))

    def show_values(self, values: Mapping[str, str]) -> None:
        """Show what is settled now."""
        for form in self._forms.values():
            form.show_values(values)

    def _lay_out(self, _: Translator) -> None:
        column = QVBoxLayout(self)
        column.addWidget(self._tabs, 1)
        foot = QHBoxLayout()
        foot.addWidget(label(_("Each change is kept at once."), "faint"), 1)
        close = button(_("Close"), self.accept)
        close.setAutoDefault(False)  # Enter ends a field, not the dialog
        foot.addWidget(close)
        column.addLayout(foot)


def _padded(form: QWidget) -> QWidget:
    inside = QWidget()
    column = QVBoxLayout(inside)
    column.addWidget(form)
    return inside
