"""Each place looks as it was agreed on, in both languages, light, dark and large."""

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from reviewer_app.workflow.build_sample import build_sample
from tests.builders import some_surroundings
from tests.ui.disclosed import disclosed_meeting
from tests.ui.gallery import (
    MEETING,
    PICTURES,
    SHOWN,
    VARIANTS,
    Variant,
    bundled_fonts_only,
    difference,
    picture,
    shell_on,
)
from ui.theme import fonts

ALLOWED = 0.02
"""The share of blocks that a date, a path or the drawing of a glyph may change."""


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_sample(tmp_path_factory.mktemp("gallery") / "sample", some_surroundings())


@pytest.fixture
def _bundled_fonts(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    fonts.register_bundled()
    monkeypatch.setattr("ui.theme.theme.families", bundled_fonts_only)


@pytest.fixture(scope="session")
def meeting(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return disclosed_meeting(tmp_path_factory.mktemp("gallery") / "meeting.review")


@pytest.mark.usefixtures("_bundled_fonts")
@pytest.mark.parametrize("variant", VARIANTS, ids=lambda variant: variant.name)
def test_every_place_looks_as_agreed(sample: Path, variant: Variant, tmp_path: Path) -> None:
    assert strange(sample, variant, (*SHOWN[1:], SHOWN[0]), tmp_path) == {}, tmp_path


@pytest.mark.usefixtures("_bundled_fonts")
@pytest.mark.parametrize("variant", VARIANTS, ids=lambda variant: variant.name)
def test_every_page_of_the_meeting_looks_as_agreed(
    meeting: Path, variant: Variant, tmp_path: Path
) -> None:
    assert strange(meeting, variant, MEETING, tmp_path) == {}, tmp_path


def strange(
    kept: Path, variant: Variant, places: tuple[str, ...], folder: Path
) -> dict[str, float]:
    """Draw places of a batch; give the share that differs of those that look otherwise."""
    batch = folder / kept.name
    batch.write_bytes(kept.read_bytes())
    seen: dict[str, float] = {}
    with shell_on(batch, variant) as shell:
        for place in places:
            expected = QImage(str(PICTURES / f"{place}-{variant.name}.png"))
            drawn = picture(shell, place)
            share = difference(expected, drawn)
            if share > ALLOWED:
                seen[place] = share
                drawn.save(str(folder / f"{place}-{variant.name}.png"))
    return seen


def test_a_moved_card_is_a_difference() -> None:
    one = QImage(str(PICTURES / "overview-zh-light.png"))
    other = one.copy(40, 0, one.width() - 40, one.height()).scaled(one.size())

    assert difference(one, one) == 0
    assert difference(one, other) > ALLOWED
