"""What stands in the place of sheets that do not lie open, and the step that opens them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from reviewer_app.domain.deliberation import ReviewState
from reviewer_app.domain.session import SessionPhase
from reviewer_app.i18n import Translator
from reviewer_app.queries.deliberation import Deliberation, ReviewRow
from ui.place import Destination
from ui.theme.theme import pixmap, scaled
from ui.widgets.labels import button, label


class _Told(QWidget):
    """An icon and a sentence in the middle; buttons beneath."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = QLabel()
        self._text = label("", "secondary", wrap=True)
        for one in (self._icon, self._text):
            one.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def text(self) -> str:
        """Give what it says."""
        return self._text.text()

    def say(self, icon_name: str, text: str) -> None:
        """Say something else."""
        self._icon.setPixmap(pixmap(icon_name, "faint", 48))
        self._text.setText(text)

    def stack(self, *steps: QPushButton) -> None:
        """Lay out icon, sentence and steps."""
        column = QVBoxLayout(self)
        column.setSpacing(scaled(12))
        column.addStretch(2)
        column.addWidget(self._icon)
        column.addWidget(self._text)
        for step in steps:
            column.addWidget(step, alignment=Qt.AlignmentFlag.AlignCenter)
            step.hide()
        column.addStretch(3)


class NotOpenPage(_Told):
    """Stands in the place of everything while nobody may see sheets of others.

    Signals:
        wanted: somewhere else to go (`Destination`).
    """

    wanted = Signal(object)

    def __init__(self, translate: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.translate = _ = translate
        self._before = button(_("Set the meeting up"), self._go_before, kind="primary")
        self._before.setObjectName("set_up_meeting")
        self.stack(self._before)

    def show_phase(self, phase: SessionPhase | None, *, may_set_up: bool) -> None:
        """Say when the deliberation opens."""
        _ = self.translate
        self._before.setVisible(phase is None and may_set_up)
        if phase is None:
            self.say("gavel", _("No meeting has been set up for this batch."))
        elif phase is SessionPhase.CLOSED:
            self.say("lock", _("The result is closed and sealed; the sheets are in the archive."))
        else:
            text = _(
                "The deliberation opens with the disclosure: when every sheet is submitted and the"
                " staff lay them open. Until then nobody sees another's score."
            )
            self.say("eye-off", text)

    def _go_before(self) -> None:
        self.wanted.emit(Destination("session", "before"))


class CoveredPage(_Told):
    """Stands in the place of one application's sheets.

    Signals:
        lay_open: the sheets of this application are to be laid open.
        lay_all_open: those of every application that is left.
    """

    lay_open = Signal()
    lay_all_open = Signal()

    def __init__(self, translate: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.translate = _ = translate
        self._one = button(_("&Lay this application open…"), self.lay_open.emit)
        self._one.setObjectName("disclose")
        self._all = button(_("Lay &every application open…"), self.lay_all_open.emit)
        self._all.setObjectName("disclose_all")
        self.stack(self._one, self._all)

    def show_row(self, row: ReviewRow, whole: Deliberation) -> None:
        """Say why the sheets of an application are not to be seen."""
        _ = self.translate
        is_recused = row.state is ReviewState.KEPT_AWAY
        may = not is_recused and whole.may("disclose")
        left = sum(1 for one in whole.rows if one.state is ReviewState.NOT_DISCLOSED)
        self._one.setVisible(may)
        self._all.setVisible(may and left > 1)
        if is_recused:
            text = _("You are recused from this application: neither its scores nor its opinion.")
            self.say("circle-slash", text)
        elif may:
            self.say("eye-off", _("The sheets of this application do not lie open yet."))
        else:
            text = _("The sheets of this application do not lie open yet; the staff do it.")
            self.say("eye-off", text)
