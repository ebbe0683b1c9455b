"""Start: windows by default, a command when one is named."""

import sys
from pathlib import Path

from reviewer_app.cli import main as run_command
from reviewer_app.cli.frame import Windows
from reviewer_app.processes import serve_if_asked


def show_windows(workspace: Path | None, language: str, user: str) -> int:
    """Show the windows, on a workspace or the last one."""
    from ui.app import Opening, run

    return run(Opening(workspace, language, user))


def check_windows() -> str:
    """Show a window for a moment and say with what."""
    from ui.app import probe

    return probe()


def main() -> int:
    """Run what the arguments say and give the exit status."""
    serve_if_asked()
    return run_command(windows=Windows(show_windows, check_windows))


if __name__ == "__main__":
    sys.exit(main())
