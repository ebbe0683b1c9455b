"""Pages of a document, one at a time: turn, zoom, fit the width."""

from typing import Protocol

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QKeySequence, QPixmap, QResizeEvent, QShortcut, QWheelEvent
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from reviewer_app.i18n import Translator
from ui.theme.theme import scaled
from ui.widgets.flow import flow_row
from ui.widgets.labels import button, label

ZOOMS = (50, 67, 80, 100, 125, 150, 200, 300)
"""Per cent of the width there is."""


class Picture(Protocol):
    """A drawn page: 32 bits a pixel."""

    @property
    def width(self) -> int: ...
    @property
    def height(self) -> int: ...
    @property
    def stride(self) -> int: ...
    @property
    def pixels(self) -> bytes: ...


class Drawing(Protocol):
    """A page that is being drawn."""

    def step(self) -> bool: ...
    def picture(self) -> Picture: ...


class Pages(Protocol):
    """An open document."""

    count: int

    def drawing(self, page: int, width: int) -> Drawing: ...
    def close(self) -> None: ...


def image_of(pages: Pages, page: int, width: int) -> QImage:
    """Draw a page (from 0) so many pixels wide."""
    drawing = pages.drawing(page, width)
    while not drawing.step():
        pass
    return _image(drawing.picture())


def _image(drawn: Picture) -> QImage:
    kind = QImage.Format.Format_RGB32
    return QImage(drawn.pixels, drawn.width, drawn.height, drawn.stride, kind).copy()


class _Desk(QScrollArea):
    """The ground the page lies on; the wheel turns the page at its end."""

    turned = Signal(int)
    widened = Signal()

    def wheelEvent(self, event: QWheelEvent) -> None:
        bar = self.verticalScrollBar()
        way = -1 if event.angleDelta().y() > 0 else 1
        at_end = bar.value() == (bar.minimum() if way < 0 else bar.maximum())
        if at_end and not event.modifiers():
            self.turned.emit(way)
        else:
            super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.widened.emit()


class PageView(QFrame):
    """Shows one page of a document and lets the user turn and zoom.

    A page that takes long is drawn in short steps, so the window answers between them.

    Signals:
        drawn: a page is seen whole (its number from 1).
    """

    drawn = Signal(int)

    def __init__(self, translate: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.translate = translate
        self._pages: Pages | None = None
        self._drawing: Drawing | None = None
        self._page = 0
        self._zoom = 100
        self._build()
        self._lay_out()
        self._connect()
        self.show_pages(None, "")

    def show_pages(self, pages: Pages | None, title: str, page: int = 1) -> None:
        """Show a document from a page (from 1) on, None for nothing."""
        self._drawing = None
        if self._pages is not None:
            self._pages.close()
        self._pages = pages
        self._page = 0 if pages is None else min(max(page, 1), pages.count) - 1
        self._desk.setAccessibleName(title)
        count = pages.count if pages else 0
        self._number.blockSignals(True)
        self._number.setRange(min(1, count), count)
        self._number.blockSignals(False)
        self._tools.setEnabled(count > 0)
        self._show()

    @property
    def page(self) -> int:
        """Which page is seen, counted from 1; 0 for none."""
        return self._page + 1 if self._pages is not None else 0

    @property
    def count(self) -> int:
        """How many pages there are."""
        return self._pages.count if self._pages is not None else 0

    @property
    def image(self) -> QImage:
        """What is seen of the page, once it is drawn whole."""
        while self._drawing is not None:
            self._draw_on()
        return self._paper.pixmap().toImage()

    def turn(self, way: int) -> None:
        """Go so many pages on or back."""
        wanted = self._page + way
        if self._pages is None or not 0 <= wanted < self._pages.count:
            return
        self._page = wanted
        self._show()
        bar = self._desk.verticalScrollBar()
        bar.setValue(bar.minimum() if way > 0 else bar.maximum())

    def _build(self) -> None:
        _ = self.translate
        self._back = self._tool("chevron-left", _("Page before (Page Up)"), self._turn_back)
        self._on = self._tool("chevron-right", _("Next page (Page Down)"), self._turn_on)
        self._out = self._tool("zoom-out", _("Smaller (Ctrl+-)"), self._smaller)
        self._in = self._tool("zoom-in", _("Larger (Ctrl++)"), self._larger)
        self._number = QSpinBox()
        self._number.setAccessibleName(_("Page"))
        self._number.setKeyboardTracking(False)
        self._number.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self._number.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._of = label("", "secondary")
        self._percent = button("100 %", self._fit, kind="quiet", tip=_("Fit the width (Ctrl+0)"))
        turning = (self._back, self._number, self._of, self._on)
        self._tools = flow_row(scaled(4), *turning, self._out, self._percent, self._in)
        self._paper = QLabel()
        self._desk = _Desk()
        self._desk.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._desk.setWidget(self._paper)
        self._desk.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._later = QTimer(self, singleShot=True, interval=120)
        self._next_step = QTimer(self, singleShot=True, interval=0)
        self.setFocusProxy(self._desk)

    def _tool(self, icon: str, tip: str, act: object) -> QPushButton:
        made = button("", act, kind="quiet", name=icon, tip=tip)  # type: ignore[arg-type]
        made.setAccessibleName(tip)
        return made

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(4))
        column.addWidget(self._tools)
        column.addWidget(self._desk, 1)

    def _connect(self) -> None:
        self._number.valueChanged.connect(self._go)
        self._desk.turned.connect(self.turn)
        self._desk.widened.connect(self._later.start)
        self._later.timeout.connect(self._show)
        self._next_step.timeout.connect(self._draw_on)
        for keys, act in (
            ("PgUp", self._turn_back),
            ("PgDown", self._turn_on),
            ("Ctrl+-", self._smaller),
            ("Ctrl++", self._larger),
            ("Ctrl+=", self._larger),
            ("Ctrl+0", self._fit),
        ):
            short = QShortcut(QKeySequence(keys), self)
            short.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            short.activated.connect(act)

    def _show(self) -> None:
        if not self.isEnabled():  # the job thread may be reading a document now
            self._later.start()
            return
        if self._pages is None:
            self._paper.setPixmap(QPixmap())
            self._paper.adjustSize()
            self._of.setText("")
            return
        ratio = self.devicePixelRatioF()
        width = max(200, self._desk.viewport().width() - scaled(2)) * self._zoom // 100
        self._drawing = self._pages.drawing(self._page, round(width * ratio))
        self._tell()
        self._draw_on()

    def _draw_on(self) -> None:
        """Draw for a short while, then let the window answer, until the page is whole."""
        if self._drawing is None:
            return
        if not self._drawing.step():
            self._next_step.start()
            return
        image, ratio = _image(self._drawing.picture()), self.devicePixelRatioF()
        self._drawing = None
        image.setDevicePixelRatio(ratio)
        self._paper.setPixmap(QPixmap.fromImage(image))
        self._paper.resize(QSize(round(image.width() / ratio), round(image.height() / ratio)))
        self.drawn.emit(self.page)

    def _tell(self) -> None:
        _ = self.translate
        self._number.blockSignals(True)
        self._number.setValue(self.page)
        self._number.blockSignals(False)
        self._of.setText(_("of {count} pages").format(count=self.count))
        self._percent.setText(f"{self._zoom} %")
        self._back.setEnabled(self.page > 1)
        self._on.setEnabled(self.page < self.count)

    def _go(self, page: int) -> None:
        self.turn(page - self.page)

    def _turn_back(self) -> None:
        self.turn(-1)

    def _turn_on(self) -> None:
        self.turn(1)

    def _larger(self) -> None:
        self._zoom = next((zoom for zoom in ZOOMS if zoom > self._zoom), ZOOMS[-1])
        self._show()

    def _smaller(self) -> None:
        self._zoom = next((zoom for zoom in reversed(ZOOMS) if zoom < self._zoom), ZOOMS[0])
        self._show()

    def _fit(self) -> None:
        self._zoom = 100
        self._show()
