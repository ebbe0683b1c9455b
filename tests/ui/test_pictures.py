"""Each place looks as it was agreed on, in both languages, light, dark and large."""

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from reviewer_app.workflow.build_sample import build_sample
from tests.builders import some_surroundings
from tests.ui.gallery import (
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


@pytest.mark.usefixtures("_bundled_fonts")
@pytest.mark.parametrize("variant", VARIANTS, ids=lambda variant: variant.name)
def test_every_place_looks_as_agreed(sample: Path, variant: Variant, tmp_path: Path) -> None:
    seen: dict[str, float] = {}
    batch = tmp_path / "sample.review"
    batch.write_bytes(sample.read_bytes())

    with shell_on(batch, variant) as shell:
        for place in (*SHOWN[1:], SHOWN[0]):
            expected = QImage(str(PICTURES / f"{place}-{variant.name}.png"))
            drawn = picture(shell, place)
            seen[place] = difference(expected, drawn)
            if seen[place] > ALLOWED:
                drawn.save(str(tmp_path / f"{place}-{variant.name}.png"))

    assert {place: share for place, share in seen.items() if share > ALLOWED} == {}, tmp_path


def test_a_moved_card_is_a_difference() -> None:
    one = QImage(str(PICTURES / "overview-zh-light.png"))
    other = one.copy(40, 0, one.width() - 40, one.height()).scaled(one.size())

    assert difference(one, one) == 0
    assert difference(one, other) > ALLOWED
