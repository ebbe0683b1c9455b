"""A screen of its own for the real program: Xvfb, a window manager, keys by xdotool."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.architecture.files import ROOT

PATIENCE = 30.0
_PAUSE = 0.1
_SETTLE = 1.0


@dataclass(frozen=True)
class Desktop:
    """A display with nothing on it but what the test starts.

    `said` holds what the programs wrote on stderr.
    """

    said: Path
    environment: Mapping[str, str]
    tools: Mapping[str, str]

    def start(self, *arguments: str) -> "subprocess.Popen[bytes]":
        """Start the program as the customer does."""
        with self.said.open("a", encoding="utf-8") as said:
            return subprocess.Popen(
                [sys.executable, "-m", "reviewer_app", *arguments],
                cwd=ROOT,
                env=dict(self.environment),
                stdout=subprocess.DEVNULL,
                stderr=said,
            )

    def keys(self, *names: str) -> None:
        """Press keys by their names, one after the other: "Alt+5", "Return"."""
        self._xdotool("key", "--delay", "30", *names)

    def type(self, text: str) -> None:
        """Type plain characters."""
        self._xdotool("type", "--delay", "20", text)

    def settle_window(self, title: str, width: int, height: int) -> str:
        """Put a window of a title in the corner, in a known size; give its id."""
        search = ("search", "--onlyvisible", "--name", title)
        wait_for(lambda: bool(self._xdotool(*search).split()), f"a window {title!r}")
        window = self._xdotool(*search).split()[-1]
        self._xdotool("windowsize", "--sync", window, str(width), str(height))
        self._xdotool("windowmove", window, "0", "0")
        time.sleep(_SETTLE)
        return window

    def click(self, window: str, x: int, y: int) -> None:
        """Click a place within a window."""
        self._xdotool("mousemove", "--window", window, str(x), str(y), "click", "1")

    def titles(self) -> list[str]:
        """Name the windows that are seen."""
        found = self._xdotool("search", "--onlyvisible", "--name", "").split()
        return [self._xdotool("getwindowname", window).strip() for window in found]

    def wait_for_title(self, part: str) -> None:
        """Wait until a window bears a title."""
        wait_for(lambda: any(part in title for title in self.titles()), f"a window {part!r}")

    def _xdotool(self, *arguments: str) -> str:
        done = subprocess.run(
            [self.tools["xdotool"], *arguments],
            env=dict(self.environment),
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        return done.stdout


def wait_for(condition: Callable[[], bool], what: str, patience: float = PATIENCE) -> None:
    """Wait until something is so; say what was missing."""
    end = time.monotonic() + patience
    while not condition():
        assert time.monotonic() < end, f"waited {patience} s for {what}"
        time.sleep(_PAUSE)


@contextmanager
def desktop(tool: Callable[[str], str], folder: Path, size: str = "1366x768") -> Iterator[Desktop]:
    """Give a display; what runs on it ends with it."""
    tools = {name: tool(name) for name in ("Xvfb", "xdotool", "openbox")}
    reading, writing = os.pipe()
    server = subprocess.Popen(
        [tools["Xvfb"], "-displayfd", str(writing), "-screen", "0", f"{size}x24"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as told:
        number = told.readline().strip()
    homes = {
        name: str(folder / name.lower())
        for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME")
    }
    environment = {**os.environ, **homes, "DISPLAY": f":{number}", "LANG": "zh_CN.UTF-8"}
    environment.pop("QT_QPA_PLATFORM", None)
    manager = subprocess.Popen(
        [tools["openbox"]], env=environment, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL
    )
    try:
        yield Desktop(folder / "said.txt", environment, tools)
    finally:
        for process in (manager, server):
            process.terminate()
            process.wait()
