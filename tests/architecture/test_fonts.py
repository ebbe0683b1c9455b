"""The bundled fonts are the files that were measured, each with its licence."""

import hashlib
from importlib import resources

import pytest

FONTS = resources.files("resources") / "fonts"
DIGESTS = {
    "NotoSansSC_400Regular.ttf": ("d45f67f0", "aa7d16"),
    "NotoSansSC_700Bold.ttf": ("9a38ae0a", "956b96"),
    "NotoSerifSC_400Regular.ttf": ("c358a69d", "1f0742"),
}


@pytest.mark.parametrize(("name", "ends"), DIGESTS.items())
def test_the_font_is_the_measured_one(name: str, ends: tuple[str, str]) -> None:
    digest = hashlib.sha256((FONTS / name).read_bytes()).hexdigest()

    assert (digest[:8], digest[-6:]) == ends


@pytest.mark.parametrize("family", ["NotoSansSC", "NotoSerifSC", "LXGWWenKai"])
def test_each_family_has_its_licence_beside_it(family: str) -> None:
    text = (FONTS / f"{family}-OFL.txt").read_text(encoding="utf-8")

    assert "SIL OPEN FONT LICENSE Version 1.1" in text
    assert text.startswith("Copyright")
