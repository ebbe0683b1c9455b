"""Under a recalled document: how many signed scans hang on its code, and a way to see them."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QWidget

from reviewer_app.domain.closing import Scan
from reviewer_app.queries.scans import scan_bytes, scan_pages
from ui.desk import Desk
from ui.dialogs.pages import PagesDialog
from ui.dialogs.scans import ScansDialog
from ui.theme.theme import scaled
from ui.widgets.labels import button, label
from ui.widgets.picture_pages import PicturePages


class SignedScans(QWidget):
    """Hidden while the document has none."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.translate = _ = desk.translate
        self._scans: tuple[Scan, ...] = ()
        self._text = label("", wrap=True)
        self._see = button(_("See the scans…"), self._list, name="eye")
        self._see.setObjectName("see_scans")
        row = QHBoxLayout(self)
        row.setContentsMargins(scaled(12), 0, scaled(12), 0)
        row.setSpacing(scaled(12))
        row.addWidget(self._text, 1)
        row.addWidget(self._see)
        self.hide()

    def show_scans(self, scans: Sequence[Scan]) -> None:
        """Offer these scans."""
        _ = self.translate
        self._scans = tuple(scans)
        text = _.plural(
            "{count} signed scan is attached to this code.",
            "{count} signed scans are attached to this code.",
            len(self._scans),
        )
        self._text.setText(text.format(count=len(self._scans)))
        self.setVisible(bool(self._scans))

    def text(self) -> str:
        """Give what it says, empty while it is hidden."""
        return "" if self.isHidden() else self._text.text()

    def _list(self) -> None:
        _ = self.translate
        title = _("Signed scan of {code}").format(code=self._scans[0].code)
        shown = ScansDialog(title, self._scans, _, self.window(), may_attach=False)
        shown.seeing.connect(self._show)
        shown.open()

    def _show(self, scan: Scan) -> None:
        data = self._desk.look(partial(scan_bytes, scan=scan))
        pages = scan_pages(scan, data) or PicturePages(data)
        told = f"{scan.code}  SHA-256 {scan.file.digest}"
        PagesDialog(pages, scan.file.file_name, told, self.translate, self.window()).open()
