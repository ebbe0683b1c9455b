"""Commands on schemes: schemes, scheme check, scheme adopt."""

from pathlib import Path

import click

from reviewer_app.cli.frame import (
    FOUND_SOMETHING,
    Frame,
    common,
    give,
    give_json,
    say,
)
from reviewer_app.cli.local import LocalGroup, command
from reviewer_app.cli.values import PathArgument
from reviewer_app.domain.errors import UnknownScheme
from reviewer_app.domain.scheme import Scheme
from reviewer_app.i18n import Translator

DEFAULT_SCHEME = "measure-5"


def chosen_scheme(text: str) -> Scheme:
    """Read a bundled scheme by its key, or a scheme file by its path.

    Raises:
        BadInput: no such key or file, or the scheme has problems.
    """
    from reviewer_app.importing.scheme_file import bundled, bundled_scheme, load_scheme

    keys = tuple(item.key for item in bundled())
    if text in keys:
        return bundled_scheme(text)
    path = Path(text)
    if not path.suffix and not path.exists():
        raise UnknownScheme(text, ", ".join(keys))
    return load_scheme(path)


def title_of(scheme: Scheme, _: Translator) -> str:
    """Give the title in the language, in Chinese where it has no other."""
    return scheme.title_en if _.language == "en" and scheme.title_en else scheme.title


def commands(_: Translator) -> tuple[click.Command, ...]:
    """Give this module's commands."""
    return (_schemes(_), _scheme(_))


def _schemes(_: Translator) -> click.Command:
    @command("schemes", text=_("List the bundled schemes."))
    @click.option("--json", "as_json", is_flag=True, help=_("Write JSON."))
    @common(_)
    def schemes(as_json: bool) -> int:  # noqa: FBT001 - click's way
        from reviewer_app.importing.scheme_file import bundled

        items = bundled()
        if as_json:
            give_json(
                [
                    {
                        "key": item.key,
                        "title": item.title,
                        "title_en": item.title_en,
                        "digest": item.digest,
                        "notice": item.notice,
                    }
                    for item in items
                ]
            )
            return 0
        for item in items:
            give(f"{item.key}\t{title_of(item, _)}\t{item.digest[:12]}")
        return 0

    return schemes


def _scheme(_: Translator) -> click.Command:
    @click.group("scheme", cls=LocalGroup, help=_("Check a scheme, or adopt a later version."))
    @common(_)
    def scheme() -> None:
        """Hold the scheme commands."""

    scheme.add_command(_check(_))
    scheme.add_command(_adopt(_))
    return scheme


def _check(_: Translator) -> click.Command:
    @command("check", text=_("Name every problem of a scheme file with its place."))
    @click.argument("file", type=PathArgument)
    @common(_)
    def check_command(file: Path) -> int:
        from reviewer_app.domain.scheme_check import check
        from reviewer_app.domain.scheme_reading import digest
        from reviewer_app.importing.scheme_file import read_scheme_file
        from reviewer_app.words.scheme import problem_sentence

        document = read_scheme_file(file)
        problems = check(document)
        for problem in problems:
            give(problem_sentence(problem, _))
        if problems:
            return FOUND_SOMETHING
        give(f"ok {digest(document)}")
        return 0

    return check_command


def _adopt(_: Translator) -> click.Command:
    @command("adopt", text=_("Adopt a later version; says first what it voids."))
    @click.argument("workspace", type=PathArgument)
    @click.argument("file", type=PathArgument)
    @click.option("--reason", required=True, metavar="TEXT", help=_("Why the scheme changes."))
    @common(_)
    @click.pass_obj
    def adopt(frame: Frame, workspace: Path, file: Path, reason: str) -> int:
        from reviewer_app.importing.scheme_file import load_scheme
        from reviewer_app.words.scheme import change_sentences
        from reviewer_app.workflow.adopt_scheme import (
            adopt_scheme,
            consequences_of_adopting,
            require_adoptable,
        )

        scheme = load_scheme(file)
        with frame.work(workspace) as opened:
            require_adoptable(opened, scheme, reason)
            change, voided = consequences_of_adopting(opened, scheme)
            for line in change_sentences(change, _):
                say(line)
            say(
                _.plural(
                    "{count} stored score is voided.", "{count} stored scores are voided.", voided
                ).format(count=voided)
            )
            adopt_scheme(opened, scheme, reason)
        give(scheme.digest)
        return 0

    return adopt
