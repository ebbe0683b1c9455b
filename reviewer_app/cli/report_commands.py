"""Commands on documents: report, and verify of a written one."""

import os
from pathlib import Path

import click

from reviewer_app.cli.frame import FOUND_SOMETHING, Frame, common, give, say
from reviewer_app.cli.local import command
from reviewer_app.cli.values import OneOf, PathArgument
from reviewer_app.domain.document import Edition
from reviewer_app.i18n import LANGUAGES, Translator, translator

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
    from reviewer_app.workflow.write_reports import Written, write_reports

    _ = frame.translate
    edition = Edition(str(options["edition"]))
    language = options["report_lang"]
    order = ReportOrder(
        edition=edition,
        translator=_ if language is None else translator(str(language)),
        single_sheets=bool(options["single_sheets"]),
    )
    files = files_to_write(keys, str(options["form"]), edition)

    def tell(written: Written) -> None:
        give(str(written.path))
        if written.missing:
            say(
                _("Printed as boxes, to be written by hand: {characters}").format(
                    characters=written.missing
                )
            )

    folder = options["to"]
    assert isinstance(folder, Path), "click gives a path"
    with frame.open(path) as opened:
        write_reports(
            opened,
            files,
            folder,
            order,
            allow_missing=bool(options["allow_missing"]),
            tell=tell,
        )
    return 0


def files_to_write(
    keys: tuple[str, ...], form: str, edition: Edition
) -> tuple[tuple[str, str], ...]:
    """Give (key, format) pairs: the named reports, or all that this version makes.

    Raises:
        UnknownReport, NotInThisVersion, NoPublicEdition: a report named is not made.
        NoSuchFormat: a report named is not made so.
    """
    from reviewer_app.reports import catalogue

    if keys:
        rows = tuple(dict.fromkeys(catalogue.made(key, edition) for key in keys))
    else:
        made = catalogue.made_now()
        rows = tuple(row for row in made if edition is Edition.INTERNAL or row.has_public)
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
        outcome = check_report(opened, file, code)
    for line in outcome_sentences(outcome, _):
        give(line)
    return 0 if outcome.is_genuine else FOUND_SOMETHING
