"""The program with a hand at its windows; its own process, so that it can be killed.

python -m tests.program.meeting.run FILE PART      says each deed on a line as it is done
"""

import os
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from tests.program.meeting.hand import Hand
from tests.program.meeting.script import PARTS
from ui.app import Opening, Shell
from ui.theme.fonts import register_bundled


def tell(line: str) -> None:
    """Say what was done; whoever watches reads it at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main(path: Path, part: Callable[[Hand], None]) -> None:
    """Open the batch as the customer would, and let the hand do its part."""
    application = QApplication([])
    register_bundled()
    shell = Shell(Opening(path, "zh_CN", "王干事"), application)
    shell.begin()
    shell.window.resize(1366, 700)
    shell.window.activateWindow()
    hand = Hand(tell)
    part(hand)
    shell.window.close()
    tell("ended")


def _end_with(kind: type[BaseException], fault: BaseException, place: TracebackType | None) -> None:
    """A fault in a slot of the window ends the meeting: no test may pass over it."""
    traceback.print_exception(kind, fault, place)
    os._exit(3)


if __name__ == "__main__":
    sys.excepthook = _end_with
    main(Path(sys.argv[1]), PARTS[sys.argv[2]])
