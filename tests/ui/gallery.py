"""Every place of the sample as a picture, in the looks that are promised.

python -m tests.ui.gallery [FOLDER]      draws all of them (default: tests/ui/pictures)

Pictures are drawn offscreen in the bundled font, so that they are the same on each
machine, and kept at half their size. Two are alike when few of their blocks differ.
"""

import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import cast

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QSize, Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLineEdit

from reviewer_app import paths
from reviewer_app.domain.person import Person, Role
from reviewer_app.settings import Look, Settings, save_settings
from reviewer_app.workflow.build_sample import build_sample
from tests.builders import some_surroundings
from tests.ui.disclosed import disclosed_meeting
from ui.app import Opening, Shell
from ui.main_window import PLACES
from ui.place import Destination
from ui.theme import fonts

PICTURES = Path(__file__).parent / "pictures"
STAFF = Person("王干事", Role.SECRETARY)
REVIEWER = "R03"
_SETTLE = 350
_BLOCK = 8
_FAR = 28
"""A block differs when its mean grey is further than this from the other's (0 to 255)."""


@dataclass(frozen=True, slots=True)
class Variant:
    """A language, a look and a size of the window; `text` in per cent."""

    name: str
    language: str
    look: Look
    size: tuple[int, int]
    text: int = 100


VARIANTS = (
    Variant("zh-light", "zh_CN", Look.LIGHT, (1366, 700)),
    Variant("zh-dark", "zh_CN", Look.DARK, (1366, 700)),
    Variant("en-light", "en", Look.LIGHT, (1366, 700)),
    Variant("zh-large", "zh_CN", Look.LIGHT, (1920, 1010), 150),
)

SHOWN = ("start", "signin", *(place.key for place in PLACES))
MEETING = ("before", "review", "closing", "record")
"""Pages of a meeting whose sheets lie open."""


@contextmanager
def shell_on(batch: Path, variant: Variant) -> Iterator[Shell]:
    """Give the whole shell on a batch, in one variant."""
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    chosen = Settings(language=variant.language, look=variant.look, text_size=variant.text)
    save_settings(paths.settings_file(), chosen)
    shell = Shell(Opening(batch, variant.language, STAFF.name), application)
    try:
        shell.begin()
        shell.window.resize(*variant.size)
        yield shell
    finally:
        shell.end()
        shell.window.close()
        shell.window.deleteLater()
        application.setStyleSheet("")


def picture(shell: Shell, place: str) -> QImage:
    """Show a place to whom it is for, and draw the window at half its size."""
    if place == "start":
        shell.show_start()
    elif place != "signin":
        assert shell.seat is not None
        people = {person.number: person for person in shell.seat.batch.people()}
        shell.sign_in(people[REVIEWER] if place == "scoring" else STAFF)
        shell.window.go(Destination("session", place) if place in MEETING else Destination(place))
    _wait()
    shell.jobs.settle()
    _wait()
    for field in shell.window.findChildren(QLineEdit):
        field.clearFocus()  # a cursor blinks
    drawn = shell.window.grab().toImage()
    half = QSize(drawn.width() // 2, drawn.height() // 2)
    smooth = Qt.TransformationMode.SmoothTransformation
    return drawn.scaled(half, mode=smooth).convertToFormat(QImage.Format.Format_RGB32)


def _wait() -> None:
    """Let events and jobs run; QTest.qWait would keep the job thread from running."""
    loop = QEventLoop()
    QTimer.singleShot(_SETTLE, loop.quit)
    loop.exec()


def difference(one: QImage, other: QImage) -> float:
    """Give the share of blocks that differ, 1.0 for pictures of different size."""
    if one.size() != other.size():
        return 1.0
    left, right = _blocks(one), _blocks(other)
    far = sum(abs(a - b) > _FAR for a, b in zip(left, right, strict=True))
    return far / len(left)


def _blocks(drawn: QImage) -> bytes:
    size = QSize(drawn.width() // _BLOCK, drawn.height() // _BLOCK)
    small = drawn.scaled(size, mode=Qt.TransformationMode.SmoothTransformation)
    grey = small.convertToFormat(QImage.Format.Format_Grayscale8)
    lines = (cast("memoryview", grey.constScanLine(row)) for row in range(grey.height()))
    return b"".join(bytes(line)[: grey.width()] for line in lines)


def bundled_fonts_only() -> list[str]:
    """Stand in for the fonts of the system, which differ from PC to PC."""
    return ["Noto Sans SC", "LXGW WenKai"]


@contextmanager
def a_pc() -> Iterator[Path]:
    """Give a PC that has seen no batch: both of ours have the same counted ids."""
    with tempfile.TemporaryDirectory() as state:
        for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME"):
            os.environ[name] = state
        yield Path(state)


def main() -> None:
    """Draw every place in every variant."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else PICTURES
    folder.mkdir(parents=True, exist_ok=True)
    with a_pc() as state:
        application = QApplication([])
        fonts.register_bundled()
        vars(sys.modules["ui.theme.theme"])["families"] = bundled_fonts_only
        _draw(disclosed_meeting(state / "meeting.review"), MEETING, folder)
    with a_pc() as state:
        batch = build_sample(state / "sample", some_surroundings())
        _draw(batch, (*SHOWN[1:], SHOWN[0]), folder)
    del application


def _draw(batch: Path, places: Sequence[str], folder: Path) -> None:
    for variant in VARIANTS:
        with shell_on(batch, variant) as shell:
            for place in places:
                picture(shell, place).save(str(folder / f"{place}-{variant.name}.png"))


if __name__ == "__main__":
    main()
