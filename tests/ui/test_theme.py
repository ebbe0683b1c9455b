"""Text can be read on every ground it may stand on, in every look."""

import pytest
from PySide6.QtWidgets import QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.theme.palette import CONTRAST, DARK, LIGHT, Colours
from ui.theme.sheet import style_sheet
from ui.theme.theme import scaled
from ui.widgets.labels import label, restyle

GROUNDS = ("surface", "raised", "sunken", "accent_soft")
MEANINGS = ("good", "attention", "wrong", "locked")


def luminance(colour: str) -> float:
    """Relative luminance of sRGB (WCAG 2.2)."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("colours", [LIGHT, DARK, CONTRAST], ids=["light", "dark", "contrast"])
@pytest.mark.parametrize("ground", GROUNDS)
def test_main_text_has_seven_to_one_and_the_rest_four_and_a_half(
    colours: Colours, ground: str
) -> None:
    assert contrast(colours.text, colours.of(ground)) >= 7
    for role in ("secondary", "faint", "accent"):
        assert contrast(colours.of(role), colours.of(ground)) >= 4.5, role


@pytest.mark.parametrize("colours", [LIGHT, DARK, CONTRAST], ids=["light", "dark", "contrast"])
@pytest.mark.parametrize("meaning", MEANINGS)
def test_each_meaning_is_read_on_its_own_ground_and_on_cards(
    colours: Colours, meaning: str
) -> None:
    for ground in (f"{meaning}_soft", "raised", "surface"):
        assert contrast(colours.of(meaning), colours.of(ground)) >= 4.5, ground


def test_a_main_button_is_read() -> None:
    for colours in (LIGHT, DARK, CONTRAST):
        assert contrast(colours.on_accent, colours.accent) >= 4.5


def test_a_ground_put_on_after_layout_leaves_the_word_its_room(qtbot: QtBot) -> None:
    window, early, late = QWidget(), label("公开评分"), label("公开评分")
    qtbot.addWidget(window)
    window.setStyleSheet(style_sheet(LIGHT, scaled))
    row = QHBoxLayout(window)
    row.addWidget(early)
    row.addWidget(late)
    early.setProperty("pill", "good")
    window.show()

    late.setProperty("pill", "good")
    restyle(late)

    assert late.sizeHint() == early.sizeHint()
