"""click's own few words in the language of the run."""

from collections.abc import Callable
from typing import Any

import click

from reviewer_app.cli.frame import Frame
from reviewer_app.cli.values import SurplusArguments
from reviewer_app.i18n import Translator, translator


def words_of(context: click.Context) -> Translator:
    """Give the translator of this run."""
    frame = context.find_object(Frame)
    return frame.translate if frame else translator("en")


class LocalCommand(click.Command):
    """A command whose help speaks the user's language."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the arguments; what is left over is refused in our own words."""
        ctx.allow_extra_args = True
        rest = super().parse_args(ctx, args)
        if rest and not ctx.resilient_parsing:
            raise SurplusArguments(rest, ctx)
        return rest

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the usage line."""
        _usage(self, ctx, formatter)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options."""
        _options(self, ctx, formatter)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Give --help with its words."""
        return _with_words(super().get_help_option(ctx), ctx)


class LocalGroup(click.Group):
    """A group of commands whose help speaks the user's language."""

    command_class = LocalCommand

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the usage line."""
        _usage(self, ctx, formatter)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, then the commands."""
        _ = words_of(ctx)
        _options(self, ctx, formatter)
        rows = [
            (name, found.get_short_help_str(limit=60))
            for name in self.list_commands(ctx)
            if (found := self.get_command(ctx, name)) is not None
        ]
        with formatter.section(_("Commands")):
            formatter.write_dl(rows)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Give --help with its words."""
        return _with_words(super().get_help_option(ctx), ctx)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command, or name those there are."""
        names = self.list_commands(ctx)
        if args and args[0] not in names and not args[0].startswith("-"):
            _ = words_of(ctx)
            text = _("There is no command {name}. Known: {known}.")
            raise UnknownCommand(text.format(name=args[0], known=", ".join(names)), ctx)
        return super().resolve_command(ctx, args)


class UnknownCommand(click.UsageError):
    """A word that is no command; its message is in the user's language already."""


def command(name: str, *, text: str) -> Callable[[Callable[..., Any]], click.Command]:
    """Make a command of a function; `text` is its help, translated."""
    return click.command(name, cls=LocalCommand, help=text)


def _usage(made: click.Command, ctx: click.Context, formatter: click.HelpFormatter) -> None:
    _ = words_of(ctx)
    pieces = " ".join(made.collect_usage_pieces(ctx))
    pieces = pieces.replace("[OPTIONS]", _("[OPTIONS]"))
    formatter.write_usage(ctx.command_path, pieces, prefix=_("Usage: "))


def _options(made: click.Command, ctx: click.Context, formatter: click.HelpFormatter) -> None:
    records = [parameter.get_help_record(ctx) for parameter in made.get_params(ctx)]
    rows = [record for record in records if record is not None]
    if rows:
        _ = words_of(ctx)
        with formatter.section(_("Options")):
            formatter.write_dl(rows)


def _with_words(option: click.Option | None, ctx: click.Context) -> click.Option | None:
    if option is not None:
        _ = words_of(ctx)
        option.help = _("Show this help.")
    return option
