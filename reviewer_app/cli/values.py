"""What arguments and options hold, and how a wrong one is refused.

click's own refusals are English sentences; these carry the facts instead.
"""

from pathlib import Path

import click

from reviewer_app.domain.errors import FileExists, WrongEnding


class NoneOfThese(click.BadParameter):
    """A word that is none of those an argument or option knows."""

    def __init__(
        self,
        found: str,
        known: tuple[str, ...],
        context: click.Context | None,
        parameter: click.Parameter | None,
    ) -> None:
        super().__init__(found, context, parameter)
        self.found = found
        self.known = known


class SurplusArguments(click.UsageError):
    """More words than the command takes; `words` are those left over."""

    def __init__(self, words: list[str], context: click.Context) -> None:
        super().__init__(" ".join(words), context)
        self.words = words


class OneOf(click.Choice[str]):
    """One of some words; what is none of them is refused as `NoneOfThese`."""

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> str:
        """Give the word."""
        try:
            return super().convert(str(value), param, ctx)
        except click.BadParameter as error:
            raise NoneOfThese(str(value), tuple(self.choices), ctx, param) from error


class AnyPath(click.ParamType[Path]):
    """A path as it is written; whether it can be read shows, and is said, in opening it."""

    name = "path"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> Path:
        """Give the path.

        Raises:
            BadParameter: it is empty, or holds a sign that no path can.
        """
        text = str(value)
        if not text or "\0" in text:
            raise click.BadParameter(text, ctx, param)
        return Path(text)


PathArgument = AnyPath()


def require_ending(path: Path, ending: str) -> None:
    """Refuse a name under which no program would open the file.

    Raises:
        WrongEnding: it ends otherwise.
    """
    if path.suffix.lower() != ending:
        raise WrongEnding(path, ending)


def require_new_workbook(path: Path) -> None:
    """Refuse to write a workbook over anything: it may hold what somebody filled in.

    Raises:
        WrongEnding: it does not end in .xlsx.
        FileExists: something of this name stands there.
    """
    require_ending(path, ".xlsx")
    if path.exists():
        raise FileExists(path)
