"""The command tree, built in the language of this run."""

from importlib import import_module

import click

from reviewer_app import __version__
from reviewer_app.cli.frame import Frame, common
from reviewer_app.cli.local import LocalGroup, words_of
from reviewer_app.i18n import Translator

HOMES = {
    "archive": "archive_commands",
    "open": "window_commands",
    "demo": "demo_commands",
    "self-check": "demo_commands",
    "schemes": "scheme_commands",
    "scheme": "scheme_commands",
    "new": "batch_commands",
    "recuse": "batch_commands",
    "rank": "batch_commands",
    "verify": "batch_commands",
    "backup": "batch_commands",
    "template": "import_commands",
    "import": "import_commands",
    "report": "report_commands",
}
"""The module of each command; only that of the command to run is loaded."""


class CommandTree(LocalGroup):
    """All commands, each made when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Name the commands."""
        return sorted({*super().list_commands(ctx), *HOMES})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Make one command, with its neighbours."""
        if cmd_name in HOMES and cmd_name not in self.commands:
            module = import_module(f"reviewer_app.cli.{HOMES[cmd_name]}")
            for command in module.commands(words_of(ctx)):
                self.add_command(command)
        return super().get_command(ctx, cmd_name)


def build(_: Translator) -> click.Group:
    """Make the `reviewer-app` command with all its subcommands."""

    @click.group(
        "reviewer-app",
        cls=CommandTree,
        help=_("Reviewer Workstation: from import to ranking and signed-ready reports."),
        context_settings={"help_option_names": ["-h", "--help"]},
        invoke_without_command=True,
    )
    @click.version_option(__version__, message="%(version)s", help=_("Show the version."))
    @common(_)
    @click.pass_context
    def group(context: click.Context) -> int:
        """Hold the commands; without one the windows are shown."""
        frame = context.find_object(Frame)
        if context.invoked_subcommand is not None or frame is None:
            return 0
        return frame.show(None)

    return group
