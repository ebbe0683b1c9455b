"""The command that shows the windows on a file."""

from pathlib import Path

import click

from reviewer_app.cli.frame import Frame, common
from reviewer_app.cli.local import command
from reviewer_app.cli.values import PathArgument
from reviewer_app.i18n import Translator


def commands(_: Translator) -> tuple[click.Command, ...]:
    """Give this module's commands."""
    return (_open(_),)


def _open(_: Translator) -> click.Command:
    @command("open", text=_("Show the windows on a workspace."))
    @click.argument("workspace", type=PathArgument)
    @common(_)
    @click.pass_obj
    def open_(frame: Frame, workspace: Path) -> int:
        from reviewer_app.workspace import require_workspace

        require_workspace(workspace)
        return frame.show(workspace)

    return open_
