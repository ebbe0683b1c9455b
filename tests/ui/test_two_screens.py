"""With a second screen the picture goes there unasked; a mirrored one is no second screen."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.files import ROOT
from tests.session.meeting import to_scoring

DESK = (0, 0, 1366, 768)


def came_of_it(folder: Path, *screens: tuple[int, int, int, int]) -> str:
    """Wish for the wall on a PC with these screens: x, y, width, height."""
    meeting = to_scoring(folder / "w.review")
    meeting.staff.close()
    names = ("x", "y", "width", "height")
    fixed = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    found = [
        {"name": f"screen{place}", **dict(zip(names, screen, strict=True)), **fixed}
        for place, screen in enumerate(screens)
    ]
    config = folder / "screens.json"
    config.write_text(json.dumps({"screens": found}), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "tests.ui.two_screens", str(folder / "w.review")],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={config}"},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return done.stdout.strip()


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        ((1366, 0, 1920, 1080), "screen1 (1366, 0, 1920, 1080)"),
        ((0, 0, 1366, 768), "asked"),
    ],
    ids=["extended", "mirrored"],
)
def test_the_wall_goes_to_a_screen_of_its_own(
    tmp_path: Path, second: tuple[int, int, int, int], expected: str
) -> None:
    assert came_of_it(tmp_path, DESK, second) == expected
