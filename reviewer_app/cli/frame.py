"""What every command shares: language, actor, output, and how failures end."""

import getpass
import json
import locale
import os
import sys
import uuid
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

import click

from reviewer_app.cli.values import OneOf
from reviewer_app.domain.errors import NoWindows, ReadOnlyWorkspace, ReviewerError
from reviewer_app.domain.person import Actor, Role
from reviewer_app.domain.verification import Finding
from reviewer_app.i18n import DEFAULT_LANGUAGE, LANGUAGES, Translator, translator
from reviewer_app.words.verification import finding_sentence
from reviewer_app.workspace import (
    Surroundings,
    Workspace,
    back_up_if_due,
    open_to_work,
    open_workspace,
)

F = TypeVar("F", bound=Callable[..., Any])

FOUND_SOMETHING = 1

_encode = json.JSONEncoder(ensure_ascii=False).encode


@dataclass(frozen=True, slots=True)
class Windows:
    """The shell, as the core may call it.

    `show` takes workspace (None: the last one), language, user and gives the exit status;
    `check` shows a window for a moment and says what it saw.
    """

    show: Callable[[Path | None, str, str], int]
    check: Callable[[], str]


@dataclass
class Frame:
    """One run of the program: its words, who acts, and the windows where there are any."""

    translate: Translator
    actor: str
    windows: Windows | None = None

    def show(self, workspace: Path | None) -> int:
        """Show the windows on a workspace, or on the last one.

        Raises:
            NoWindows: this installation or PC has none.
        """
        if self.windows is None or not has_display(sys.platform, os.environ):
            raise NoWindows("display")
        try:
            return self.windows.show(workspace, self.translate.language, self.actor)
        except ModuleNotFoundError as error:
            raise NoWindows(error.name or "PySide6") from error

    def surroundings(self) -> Surroundings:
        """Give clock, ids and actor of this run."""
        actor = Actor(self.actor, Role.SECRETARY)
        return Surroundings(lambda: datetime.now().astimezone(), lambda: str(uuid.uuid4()), actor)

    @contextmanager
    def open(self, path: Path) -> Iterator[Workspace]:
        """Open a workspace to look at it; say aloud what its heads tell."""
        with self._opened(open_workspace(path, self.surroundings())) as workspace:
            yield workspace

    @contextmanager
    def work(self, path: Path) -> Iterator[Workspace]:
        """Open a workspace to change it; an older file is backed up and upgraded.

        Half an hour of change is backed up before and after.

        Raises:
            ReadOnlyWorkspace: it may only be looked at.
        """
        with self._opened(open_to_work(path, self.surroundings())) as workspace:
            if workspace.store.read_only:
                raise ReadOnlyWorkspace(path)
            yield workspace
            # The work is done: what keeps a backup from being made is told at the next start.
            with suppress(ReviewerError):
                back_up_if_due(workspace)

    @contextmanager
    def _opened(self, workspace: Workspace) -> Iterator[Workspace]:
        try:
            self.warn(workspace.alarms)
            yield workspace
        finally:
            workspace.close()

    def warn(self, alarms: tuple[Finding, ...]) -> None:
        """Put findings on stderr."""
        for finding in alarms:
            say(finding_sentence(finding, self.translate))


def system_language(environment: Mapping[str, str]) -> str:
    """Give the system's language if it is one of ours, else zh_CN."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = environment.get(name, "")
        if value:
            return _language(value)
    # Elsewhere Python calls a system without a language "en_US".
    return _language((locale.getlocale()[0] or "") if sys.platform == "win32" else "")


def _language(name: str) -> str:
    lowered = name.lower()
    if lowered.startswith("en"):
        return "en"
    return DEFAULT_LANGUAGE


def language_of(arguments: list[str], environment: Mapping[str, str]) -> str:
    """Find --lang before the commands are built, so that help speaks it too."""
    for place, argument in enumerate(arguments):
        if argument == "--lang" and place + 1 < len(arguments):
            value = arguments[place + 1]
        elif argument.startswith("--lang="):
            value = argument.removeprefix("--lang=")
        else:
            continue
        if value in LANGUAGES:
            return value
    return system_language(environment)


def default_actor() -> str:
    """Name the operating system's user."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return os.environ.get("USERNAME", "") or "?"


def make_frame(arguments: list[str], windows: Windows | None = None) -> Frame:
    """Make the frame of a run from its arguments and the environment."""
    return Frame(translator(language_of(arguments, os.environ)), default_actor(), windows)


_DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY")


def has_display(platform: str, environment: Mapping[str, str]) -> bool:
    """Whether a window could be shown."""
    return platform in ("win32", "darwin") or any(environment.get(name) for name in _DISPLAYS)


def common(_: Translator) -> Callable[[F], F]:
    """Give a command --lang and --as."""

    def set_actor(context: click.Context, _parameter: click.Parameter, value: str | None) -> None:
        if value is not None:
            if not value.strip():
                raise click.BadParameter(value, context, _parameter)
            context.find_object(Frame).actor = value.strip()  # type: ignore[union-attr]

    def decorate(command: F) -> F:
        command = click.option(
            "--lang",
            type=OneOf(LANGUAGES),
            expose_value=False,
            help=_("Language of messages."),
        )(command)
        return click.option(
            "--as",
            "acting",
            metavar="NAME",
            expose_value=False,
            callback=set_actor,
            help=_("Who acts (default: the system's user)."),
        )(command)

    return decorate


def say(text: str) -> None:
    """Put a message on stderr."""
    click.echo(text, err=True)


def give(text: str) -> None:
    """Put a result on stdout."""
    click.echo(text)


def give_json(value: object) -> None:
    """Put a JSON result on stdout."""
    sys.stdout.write(json_text(value) + "\n")


def json_text(value: object, depth: int = 2) -> str:
    """Write JSON, its outer `depth` levels broken into lines that can be compared.

    To indent everything would take `json` ten times as long.

    >>> print(json_text({"a": 1, "b": [{"c": 2}, 3]}))
    {
    "a": 1,
    "b": [
    {"c": 2},
    3
    ]
    }
    """
    if depth and value and isinstance(value, dict):
        pairs = (f"{_encode(key)}: {json_text(item, depth - 1)}" for key, item in value.items())
        return "{\n" + ",\n".join(pairs) + "\n}"
    if depth and value and isinstance(value, list | tuple):
        return "[\n" + ",\n".join(json_text(item, depth - 1) for item in value) + "\n]"
    return _encode(value)
