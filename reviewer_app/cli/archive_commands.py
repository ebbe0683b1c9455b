"""The command that puts a batch into an archive."""

from pathlib import Path

import click

from reviewer_app.cli.frame import Frame, common, give, say
from reviewer_app.cli.local import command
from reviewer_app.cli.values import PathArgument
from reviewer_app.i18n import Translator


def commands(_: Translator) -> tuple[click.Command, ...]:
    """Give this module's commands."""
    return (_archive(_),)


def _archive(_: Translator) -> click.Command:
    @command("archive", text=_("Put the whole batch into one folder that proves itself."))
    @click.argument("workspace", type=PathArgument)
    @click.option("--to", type=PathArgument, required=True, metavar="DIR", help=_("Folder."))
    @click.option(
        "--allow-missing",
        is_flag=True,
        help=_("Print a box where no font has the character, with a line to write it by hand."),
    )
    @common(_)
    @click.pass_obj
    def archive(frame: Frame, /, workspace: Path, to: Path, *, allow_missing: bool) -> int:
        from reviewer_app.workflow.make_archive import make_archive

        with frame.open(workspace) as opened:
            made = make_archive(opened, to, frame.translate, allow_missing=allow_missing, tell=say)
        give(str(made))
        return 0

    return archive
