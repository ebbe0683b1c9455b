"""The look of the whole program: Fusion, our palette, one small style sheet, text size.

Widgets ask `theme()` for colours by role and `scaled()` for sizes when they paint; nothing
here knows a widget.
"""

from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QWidget

from reviewer_app.settings import Look, Settings
from ui.theme.fonts import families
from ui.theme.palette import CONTRAST, DARK, LIGHT, Colours
from ui.theme.sheet import style_sheet

BODY, TABLE, SECTION, PAGE, FIGURE = 16, 15, 18, 22, 32
"""Text sizes in pixels at 100 %: body, tables, section and page headings, the total."""

ROW, DENSE_ROW = 40, 32
"""Heights of rows for people and of rows in dense tables."""


_OUTLINED = ("QCheckBox", "QRadioButton", "QComboBox", "QSlider")
"""What Fusion outlines in a darker shade of the window: lost on a dark one."""


@dataclass(frozen=True, slots=True)
class Theme:
    """What is in force: the colours, the text size as a factor, whether things move."""

    colours: Colours = LIGHT
    per_cent: int = 100
    still: bool = False


def theme() -> Theme:
    """Give the look in force."""
    application = QGuiApplication.instance()
    found = application.property("theme") if application is not None else None
    return found if isinstance(found, Theme) else Theme()


def scaled(pixels: int) -> int:
    """Give a size at the text size in force."""
    return (pixels * theme().per_cent + 50) // 100


def fitted(widget: QWidget, width: int, height: int) -> QSize:
    """Give a size of a window at the text size in force, no larger than its screen."""
    room = widget.screen().availableGeometry().size()
    return QSize(scaled(width), scaled(height)).boundedTo(room * 0.9)


def colour(role: str) -> QColor:
    """Give the colour of a role."""
    return QColor(theme().colours.of(role))


def font(pixels: int = BODY, *, bold: bool = False) -> QFont:
    """Give the program's font in one of the sizes above."""
    made = QFont(QApplication.font())
    made.setPixelSize(scaled(pixels))
    made.setBold(bold)
    return made


def apply_theme(application: QApplication, settings: Settings) -> None:
    """Put the chosen look on everything, also on what is open already."""
    chosen = Theme(_colours(application, settings.look), settings.text_size, settings.still)
    application.setProperty("theme", chosen)
    if application.style().name() != "fusion":
        application.setStyle("Fusion")
    base = QFont(application.font())
    known = families()
    if known:
        base.setFamilies(known)
    base.setPixelSize(scaled(BODY))
    application.setFont(base)
    application.setPalette(_palette(chosen.colours))
    for kind in _OUTLINED:
        outlined = _outlined(chosen.colours)
        application.setPalette(outlined, kind)  # type: ignore[arg-type] # Qt takes a str
    application.setStyleSheet(style_sheet(chosen.colours, scaled))


def _colours(application: QApplication, look: Look) -> Colours:
    match look:
        case Look.LIGHT:
            return LIGHT
        case Look.DARK:
            return DARK
        case Look.CONTRAST:
            return CONTRAST
        case Look.SYSTEM:
            dark = application.styleHints().colorScheme() is Qt.ColorScheme.Dark
            return DARK if dark else LIGHT


def _palette(colours: Colours) -> QPalette:
    palette = QPalette()
    roles = QPalette.ColorRole
    for role, value in (
        (roles.Window, colours.surface),
        (roles.WindowText, colours.text),
        (roles.Base, colours.raised),
        (roles.AlternateBase, colours.sunken),
        (roles.Text, colours.text),
        (roles.Button, colours.raised),
        (roles.ButtonText, colours.text),
        (roles.Highlight, colours.accent_soft),
        (roles.HighlightedText, colours.text),
        (roles.ToolTipBase, colours.raised),
        (roles.ToolTipText, colours.text),
        (roles.PlaceholderText, colours.faint),
        (roles.Link, colours.accent),
        (roles.Accent, colours.accent),
        (roles.Mid, colours.line),
    ):
        palette.setColor(role, QColor(value))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.faint))
    return palette


def _outlined(colours: Colours) -> QPalette:
    palette = _palette(colours)
    is_dark = QColor(colours.surface).lightness() < 128
    darkened = colours.faint if is_dark else colours.line
    palette.setColor(QPalette.ColorRole.Window, QColor(darkened))
    return palette


def blacken(widget: QWidget) -> None:
    """Make the ground of a widget black in every look: a wall that shows nothing."""
    ground = QPalette(widget.palette())
    ground.setColor(QPalette.ColorRole.Window, QColor(Qt.GlobalColor.black))
    widget.setPalette(ground)
    widget.setAutoFillBackground(True)


def icon(name: str, role: str = "secondary") -> QIcon:
    """Give an icon of resources/icons, tinted by role."""
    return QIcon(pixmap(name, role, 20))


def pixmap(name: str, role: str, pixels: int) -> QPixmap:
    """Give an icon as a picture of so many pixels at 100 %."""
    application = QGuiApplication.instance()
    assert isinstance(application, QGuiApplication)
    return _drawn(name, theme().colours.of(role), scaled(pixels), application.devicePixelRatio())


@lru_cache(maxsize=256)
def _drawn(name: str, tint: str, pixels: int, ratio: float) -> QPixmap:
    source = (resources.files("resources") / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    renderer = QSvgRenderer(QByteArray(source.replace("currentColor", tint).encode()))
    drawn = QPixmap(QSize(pixels, pixels) * ratio)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    renderer.render(painter)
    painter.end()
    drawn.setDevicePixelRatio(ratio)
    return drawn
