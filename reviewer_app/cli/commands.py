"""The command tree, built in the language of this run."""

import click

from reviewer_app import __version__
from reviewer_app.cli import (
    batch_commands,
    demo_commands,
    import_commands,
    report_commands,
    scheme_commands,
)
from reviewer_app.cli.frame import common
from reviewer_app.cli.local import LocalGroup
from reviewer_app.i18n import Translator


def build(_: Translator) -> click.Group:
    """Make the `reviewer-app` command with all its subcommands."""

    @click.group(
        "reviewer-app",
        cls=LocalGroup,
        help=_("Reviewer Workstation: from import to ranking and signed-ready reports."),
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    @click.version_option(__version__, message="%(version)s", help=_("Show the version."))
    @common(_)
    def group() -> None:
        """Hold the commands."""

    for module in (
        demo_commands,
        scheme_commands,
        batch_commands,
        import_commands,
        report_commands,
    ):
        for command in module.commands(_):
            group.add_command(command)
    return group
