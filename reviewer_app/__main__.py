"""Start: windows by default, a command when one is named."""

import sys
from pathlib import Path

from reviewer_app.cli import main as run_command


def show_windows(workspace: Path | None, language: str, user: str) -> int:
    """Show the windows, on a workspace or the last one; the only way from here to `ui`."""
    from ui.app import Opening, run

    return run(Opening(workspace, language, user))


def main() -> int:
    """Run what the arguments say and give the exit status."""
    return run_command(windows=show_windows)


if __name__ == "__main__":
    sys.exit(main())
