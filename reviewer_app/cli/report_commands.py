"""Commands on documents: report, and verify of a written one."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reviewer_app.cli.frame import FOUND_SOMETHING, Frame, common, give, say
from reviewer_app.cli.local import command
from reviewer_app.cli.values import OneOf, PathArgument
from reviewer_app.domain.document import Edition
from reviewer_app.i18n import LANGUAGES, Translator, translator

if TYPE_CHECKING:
    from reviewer_app.workflow.write_reports import Written

FORMATS = ("xlsx", "pdf", "docx", "all")


def commands(_: Translator) -> tuple[click.Command, ...]:
    """Give this module's commands."""
    return (_report(_),)


def _report(_: Translator) -> click.Command:
    @command("report", text=_("Write reports, each read back and compared."))
    @click.argument("workspace", type=PathArgument)
    @click.argument("keys", metavar="[KEY]...", nargs=-1)
    @click.option("--to", type=PathArgument, required=True, metavar="DIR", help=_("Folder."))
    @click.option("--format", "form", type=OneOf(FORMATS), default="all", help=_("Format."))
    @click.option(
        "--edition",
        type=OneOf([edition.value for edition in Edition]),
        default=Edition.INTERNAL.value,
        help=_("The public edition has no reviewers and no single scores."),
    )
    @click.option("--report-lang", type=OneOf(LANGUAGES), help=_("Language of the reports."))
    @click.option("--single-sheets", is_flag=True, help=_("One score sheet for each application."))
    @click.option(
        "--application",
        default="",
        metavar="NUMBER",
        help=_("Only the papers of one application: opinion, notices, letters, explanation."),
    )
    @click.option(
        "--allow-missing",
        is_flag=True,
        help=_("Print a box where no font has the character, with a line to write it by hand."),
    )
    @common(_)
    @click.pass_obj
    def report(frame: Frame, /, workspace: Path, keys: tuple[str, ...], **options: object) -> int:
        return _write(frame, workspace, keys, options)

    return report


def _write(frame: Frame, path: Path, keys: tuple[str, ...], options: dict[str, object]) -> int:
    from reviewer_app.queries.report import ReportOrder
    from reviewer_app.workflow.write_reports import write_reports

    _ = frame.translate
    edition = Edition(str(options["edition"]))
    language = options["report_lang"]
    order = ReportOrder(
        edition=edition,
        translator=_ if language is None else translator(str(language)),
        single_sheets=bool(options["single_sheets"]),
        application=str(options["application"]),
    )
    form = str(options["form"])
    files = files_to_write(keys, form, edition, by_application=bool(order.application))
    folder = options["to"]
    assert isinstance(folder, Path), "click gives a path"
    with frame.open(path) as opened:
        write_reports(
            opened,
            files,
            folder,
            order,
            allow_missing=bool(options["allow_missing"]),
            tell=_teller(_),
        )
    return 0


def _teller(_: Translator) -> Callable[["Written"], None]:
    """Name each written file, and once which office fonts were not there."""
    from reviewer_app.words.reports import fonts_note

    told: set[str] = set()

    def tell(written: "Written") -> None:
        give(str(written.path))
        fonts = fonts_note(written.replaced, _)
        if fonts and fonts not in told:
            told.add(fonts)
            say(fonts)
        if written.missing:
            text = _("Printed as boxes, to be written by hand: {characters}")
            say(text.format(characters=written.missing))

    return tell


def files_to_write(
    keys: tuple[str, ...], form: str, edition: Edition, *, by_application: bool = False
) -> tuple[tuple[str, str], ...]:
    """Give (key, format) pairs: the named reports, or all that this version makes.

    Raises:
        UnknownReport, NotInThisVersion, NoPublicEdition: a report named is not made.
        NoSuchFormat: a report named is not made so.
        NotByApplication: a report named cannot be had for one application.
    """
    from reviewer_app.reports import catalogue

    if keys:
        rows = tuple(dict.fromkeys(catalogue.made(key, edition) for key in keys))
        for row in rows if by_application else ():
            catalogue.check_by_application(row.key)
    else:
        made = catalogue.made_now()
        rows = tuple(
            row
            for row in made
            if (edition is Edition.INTERNAL or row.has_public)
            and (row.by_application or not by_application)
        )
    files: list[tuple[str, str]] = []
    for row in rows:
        if form == "all":
            files += [(row.key, extension) for extension in row.formats]
        elif keys or form in row.formats:
            catalogue.check_format(row.key, form)
            files.append((row.key, form))
    return tuple(files)


def verify_report(frame: Frame, file: Path, workspace: Path | None) -> int:
    """Say whether the file is the document of its code, and what changed since."""
    from reviewer_app.domain.errors import FileMissing, NotReadable, WorkspaceNotNamed
    from reviewer_app.queries.report_check import check_report, read_code
    from reviewer_app.words.report_check import code_sentence, outcome_sentences

    _ = frame.translate
    if not file.exists():
        raise FileMissing(file)
    if not os.access(file, os.R_OK):
        raise NotReadable(file)
    code = read_code(file)
    if workspace is None:
        give(code_sentence(code, _))
        raise WorkspaceNotNamed(file)
    with frame.open(workspace) as opened:
        outcome = check_report(opened, file, code, _)
    for line in outcome_sentences(outcome, _):
        give(line)
    return 0 if outcome.is_genuine else FOUND_SOMETHING
