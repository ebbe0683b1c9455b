"""The scans of one signed paper: see each, attach another."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from reviewer_app.domain.closing import Scan
from reviewer_app.i18n import Translator
from reviewer_app.words.times import time_on_paper
from ui.theme.theme import scaled
from ui.widgets.labels import button, label
from ui.widgets.scrolling import resize_within_screen, scrolled


class ScansDialog(QDialog):
    """A list of files with who attached them when.

    Signals:
        seeing: a scan is to be shown (`Scan`).
        attaching: another one is to be attached.
    """

    seeing = Signal(object)
    attaching = Signal()

    def __init__(
        self,
        title: str,
        scans: Sequence[Scan],
        translate: Translator,
        parent: QWidget,
        *,
        may_attach: bool,
    ) -> None:
        super().__init__(parent)
        self.translate = _ = translate
        self._scans = tuple(scans)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("scans_dialog")
        self.setWindowTitle(title)
        resize_within_screen(self, 720, 360)
        inside = QWidget()
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(0, 0, 0, 0)
        for place, scan in enumerate(self._scans):
            rows.addLayout(self._line(place, scan))
        if not scans:
            rows.addWidget(label(_("No scan is attached yet."), "secondary"))
        rows.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(scaled(24),) * 4)
        column.setSpacing(scaled(12))
        column.addWidget(label(title, "section", wrap=True))
        column.addWidget(scrolled(inside), 1)
        column.addLayout(self._foot(may_attach=may_attach))

    def _line(self, place: int, scan: Scan) -> QHBoxLayout:
        _ = self.translate
        row = QHBoxLayout()
        text = _("{file} · {pages} p. · {name}, {time}").format(
            file=scan.file.file_name,
            pages=scan.file.pages or 1,
            name=scan.file.added_by,
            time=time_on_paper(scan.added_at),
        )
        told = label(text, wrap=True)
        told.setToolTip(f"{scan.code}\nSHA-256 {scan.file.digest}".strip())
        row.addWidget(told, 1)
        see = button(_("See"), self._see, name="eye")
        see.setObjectName(f"see_scan_{place}")
        see.setProperty("place", place)
        see.setAccessibleName(_("See: {name}").format(name=scan.file.file_name))
        row.addWidget(see)
        return row

    def _foot(self, *, may_attach: bool) -> QHBoxLayout:
        _ = self.translate
        row = QHBoxLayout()
        if may_attach:
            attach = button(_("Attach a scan…"), self._attach, name="paperclip")
            attach.setObjectName("attach_scan")
            row.addWidget(attach)
        row.addStretch(1)
        leave = button(_("Close"), self.accept)
        leave.setObjectName("close_scans")
        row.addWidget(leave)
        return row

    def _see(self) -> None:
        self.seeing.emit(self._scans[int(self.sender().property("place"))])

    def _attach(self) -> None:
        self.accept()
        self.attaching.emit()
