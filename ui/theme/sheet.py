"""The one style sheet. Widgets choose a part of it by a dynamic property, never by colour.

Properties: `kind` of a button ("primary", "quiet", "row"), `look` of a label ("page",
"section", "secondary", "faint", "figure"), `meaning` ("good", "attention", "wrong",
"locked"), `surface` of a frame ("raised", "sunken", "bar").
"""

from collections.abc import Callable

from ui.theme.palette import Colours

_MEANINGS = ("good", "attention", "wrong", "locked")


def style_sheet(colours: Colours, scaled: Callable[[int], int]) -> str:
    """Write the style sheet for one set of colours and sizes."""
    pixels = {f"px{size}": f"{scaled(size)}px" for size in (1, 2, 4, 6, 8, 12, 15, 16, 18, 22, 32)}
    values = {name: getattr(colours, name) for name in Colours.__dataclass_fields__}
    sheet = _SHEET.format(**values, **pixels)
    for meaning in _MEANINGS:
        ink, ground = colours.of(meaning), colours.of(f"{meaning}_soft")
        sheet += f'QLabel[meaning="{meaning}"] {{ color: {ink}; }}\n'
        sheet += (
            f'QLabel[pill="{meaning}"], QFrame[pill="{meaning}"] {{ color: {ink};'
            f" background: {ground}; border-radius: {pixels['px4']};"
            f" padding: 0 {pixels['px8']}; }}\n"
        )
    return sheet


_SHEET = """
QWidget {{ color: {text}; outline: none; }}
QToolTip {{ color: {text}; background: {raised}; border: 1px solid {line}; padding: {px4}; }}
QLabel[look="page"] {{ font-size: {px22}; font-weight: bold; }}
QLabel[look="section"] {{ font-size: {px18}; font-weight: bold; }}
QLabel[look="figure"] {{ font-size: {px32}; font-weight: bold; }}
QLabel[look="secondary"] {{ color: {secondary}; }}
QLabel[look="faint"] {{ color: {faint}; font-size: {px15}; }}
QFrame[surface="raised"] {{ background: {raised}; border: 1px solid {line};
    border-radius: {px6}; }}
QFrame[surface="sunken"] {{ background: {sunken}; border: none; border-radius: {px4}; }}
QFrame[surface="bar"] {{ background: {raised}; border: none; border-bottom: 1px solid {line}; }}
QFrame[surface="foot"] {{ background: {raised}; border: none; border-top: 1px solid {line}; }}
QPushButton, QToolButton {{ background: {raised}; border: 1px solid {line};
    border-radius: {px4}; padding: {px6} {px12}; }}
QPushButton, QTabBar, QTreeView, QListView, QToolButton {{ icon-size: {px18}; }}
QPushButton:hover, QToolButton:hover {{ background: {accent_soft}; border-color: {accent}; }}
QPushButton:pressed, QToolButton:pressed {{ background: {sunken}; }}
QPushButton:focus, QToolButton:focus {{ border: 2px solid {accent}; padding: {px6} {px12}; }}
QPushButton:disabled, QToolButton:disabled {{ color: {faint}; background: {sunken}; }}
QPushButton[kind="primary"] {{ background: {accent}; color: {on_accent};
    border: 1px solid {accent}; font-weight: bold; }}
QPushButton[kind="primary"]:hover {{ background: {accent}; color: {on_accent}; }}
QPushButton[kind="primary"]:focus {{ border: 2px solid {text}; }}
QPushButton[kind="primary"]:disabled {{ background: {sunken}; color: {faint};
    border-color: {line}; }}
QPushButton[opens="menu"] {{ padding-right: {px32}; }}
QPushButton::menu-indicator {{ subcontrol-origin: padding; subcontrol-position: center right;
    right: {px8}; }}
QPushButton[kind="quiet"], QToolButton[kind="quiet"] {{ background: transparent;
    border: 1px solid transparent; }}
QPushButton[kind="quiet"]:hover, QToolButton[kind="quiet"]:hover {{ background: {accent_soft}; }}
QPushButton[kind="quiet"]:focus, QToolButton[kind="quiet"]:focus {{
    border: 2px solid {accent}; }}
QPushButton:checked, QToolButton:checked {{ background: {accent_soft};
    border: 2px solid {accent}; color: {accent}; font-weight: bold; }}
QPushButton[kind="row"] {{ background: transparent; border: none; border-radius: 0;
    border-top: 1px solid {line}; padding: 0; }}
QPushButton[kind="row"]:hover {{ background: {accent_soft}; }}
QPushButton[kind="row"]:focus {{ border: 2px solid {accent}; padding: 0; }}
QPushButton[kind="row"]:disabled {{ background: transparent; }}
QPushButton[kind="place"] {{ text-align: left; background: transparent; border: none;
    border-left: {px4} solid transparent; border-radius: 0; padding: {px12} {px16}; }}
QPushButton[kind="place"]:hover {{ background: {accent_soft}; }}
QPushButton[kind="place"]:focus {{ border: none; border-left: {px4} solid {faint};
    background: {accent_soft}; }}
QPushButton[kind="place"]:checked {{ background: {accent_soft}; color: {accent};
    border: none; border-left: {px4} solid {accent}; font-weight: bold; }}
QCheckBox::indicator, QRadioButton::indicator {{ width: {px18}; height: {px18}; }}
QCheckBox, QRadioButton {{ spacing: {px8}; }}
QCheckBox:focus, QRadioButton:focus {{ background: {accent_soft}; border-radius: {px4}; }}
QCheckBox:disabled, QRadioButton:disabled, QComboBox:disabled {{ color: {faint}; }}
QComboBox {{ min-height: {px22}; }}
QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QDateEdit, QTimeEdit {{
    background: {raised}; border: 1px solid {line}; border-radius: {px4};
    padding: {px4} {px8}; selection-background-color: {accent}; selection-color: {on_accent}; }}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QSpinBox:focus, QDateEdit:focus,
QTimeEdit:focus {{ border: 2px solid {accent}; }}
QDateEdit::drop-down {{ border: none; width: {px22}; }}
QLineEdit:disabled, QPlainTextEdit:disabled, QLineEdit:read-only, QSpinBox:disabled,
QDateEdit:disabled, QTimeEdit:disabled {{ background: {sunken}; }}
QLineEdit[entry="typed"] {{ border: 2px solid {accent}; }}
QLineEdit[entry="offered"] {{ border: 2px dashed {accent}; color: {accent}; }}
QLineEdit[entry="wrong"] {{ border: 2px solid {wrong}; color: {wrong}; }}
QFrame[surface="row"] {{ background: {raised}; border: none;
    border-bottom: 1px solid {line}; }}
QFrame[surface="current"] {{ background: {raised}; border: 2px solid {accent};
    border-radius: {px4}; }}
QFrame[surface="mark"] {{ background: transparent; border: none; }}
QFrame[surface="mark"][open="true"] {{ background: {attention}; }}
QPushButton[kind="level"] {{ padding: {px4} {px8}; }}
QLineEdit[wrong="true"] {{ border: 2px solid {wrong}; }}
QAbstractItemView {{ background: {raised}; border: 1px solid {line}; outline: none;
    gridline-color: {line}; font-size: {px15};
    selection-background-color: {accent_soft}; selection-color: {text}; }}
QAbstractItemView::item {{ padding: 0 {px8}; }}
QTreeView::item, QListView::item {{ padding: {px4} {px8}; }}
QAbstractItemView::item:focus {{ border: 2px solid {accent}; }}
QHeaderView::section {{ background: {sunken}; color: {secondary}; border: none;
    border-bottom: 1px solid {line}; border-right: 1px solid {line};
    padding: {px6} {px8}; font-size: {px15}; font-weight: bold; }}
QTableCornerButton::section {{ background: {sunken}; border: none;
    border-bottom: 1px solid {line}; border-right: 1px solid {line}; }}
QTabBar::tab {{ padding: {px8} {px16}; background: transparent; border: none;
    border-bottom: {px2} solid transparent; color: {secondary}; }}
QTabBar::tab:selected {{ color: {accent}; border-bottom: {px2} solid {accent};
    font-weight: bold; }}
QTabBar::tab:focus {{ background: {accent_soft}; }}
QTabWidget::pane {{ border: none; border-top: 1px solid {line}; }}
QScrollArea {{ background: transparent; border: none; }}
QScrollArea > QWidget > QWidget {{ background: transparent; }}
QSplitter::handle {{ background: {line}; }}
QProgressBar {{ background: {sunken}; border: none; border-radius: {px4}; text-align: center;
    min-height: {px22}; }}
QProgressBar::chunk {{ background: {accent_soft}; border-radius: {px4}; }}
QProgressBar[kind="thin"] {{ min-height: {px8}; max-height: {px8}; }}
QProgressBar[kind="thin"]::chunk {{ background: {accent}; }}
QMenu {{ background: {raised}; border: 1px solid {line}; padding: {px4}; }}
QMenu::item {{ padding: {px6} {px22}; }}
QMenu::item:selected {{ background: {accent_soft}; }}
"""
