"""Commands on a workspace itself: new, recuse, rank, verify, backup."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reviewer_app.cli.frame import (
    FOUND_SOMETHING,
    Frame,
    common,
    give,
    give_json,
    say,
)
from reviewer_app.cli.local import command
from reviewer_app.cli.scheme_commands import DEFAULT_SCHEME, chosen_scheme, title_of
from reviewer_app.cli.values import PathArgument, require_ending
from reviewer_app.domain.verification import FindingKind
from reviewer_app.i18n import Translator

if TYPE_CHECKING:
    from reviewer_app.domain.results import Ranking


def commands(_: Translator) -> tuple[click.Command, ...]:
    """Give this module's commands."""
    return (_new(_), _recuse(_), _rank(_), _verify(_), _backup(_))


def _new(_: Translator) -> click.Command:
    @command("new", text=_("Make a new workspace."))
    @click.argument("workspace", type=PathArgument)
    @click.option("--title", required=True, metavar="T", help=_("Title of the batch."))
    @click.option(
        "--scheme",
        default=DEFAULT_SCHEME,
        metavar="KEY|FILE",
        help=_("A bundled scheme or a scheme file (default: measure-5)."),
    )
    @click.option("--rehearsal", is_flag=True, help=_("Mark it for good as a rehearsal."))
    @common(_)
    @click.pass_obj
    def new(
        frame: Frame,
        workspace: Path,
        title: str,
        scheme: str,
        rehearsal: bool,  # noqa: FBT001 - click's way
    ) -> int:
        from reviewer_app.workflow.new_workspace import new_workspace

        require_ending(workspace, ".review")
        found = chosen_scheme(scheme)
        made = new_workspace(workspace, title, found, frame.surroundings(), rehearsal=rehearsal)
        made.close()
        say(
            _("{path} is ready, with the scheme {title}.").format(
                path=workspace, title=title_of(found, _)
            )
        )
        if rehearsal:
            say(_("It is a rehearsal for good: nothing in it counts."))
        if found.notice:
            say(found.notice)
        return 0

    return new


def _recuse(_: Translator) -> click.Command:
    @command("recuse", text=_("Keep a reviewer away from an application."))
    @click.argument("workspace", type=PathArgument)
    @click.argument("reviewer")
    @click.argument("application")
    @click.option("--ground", required=True, metavar="TEXT", help=_("Ground of the recusal."))
    @common(_)
    @click.pass_obj
    def recuse(frame: Frame, workspace: Path, reviewer: str, application: str, ground: str) -> int:
        from reviewer_app.domain.sheet import SheetState
        from reviewer_app.importing.strings import clean_key
        from reviewer_app.queries.consequences import consequence_of_aside
        from reviewer_app.words.consequences import consequence_lines
        from reviewer_app.workflow import set_aside

        reviewer, application = clean_key(reviewer), clean_key(application)
        with frame.work(workspace) as opened:
            before_after = consequence_of_aside(
                opened, application=application, reviewer=reviewer, state=SheetState.RECUSED
            )
            set_aside.recuse(opened, application=application, reviewer=reviewer, ground=ground)
            for line in consequence_lines(before_after, opened.scheme(), _):
                say(line)
        return 0

    return recuse


def _rank(_: Translator) -> click.Command:
    @command("rank", text=_("Compute the official result from the sheets."))
    @click.argument("workspace", type=PathArgument)
    @click.option("--json", "as_json", is_flag=True, help=_("Write JSON."))
    @click.option(
        "--explain", metavar="NUMBER", help=_("Show how the result of one application came about.")
    )
    @common(_)
    @click.pass_obj
    def rank(
        frame: Frame,
        workspace: Path,
        as_json: bool,  # noqa: FBT001 - click's way
        explain: str | None,
    ) -> int:
        from reviewer_app.queries.ranking import ranking
        from reviewer_app.queries.session_need import require_results

        with frame.open(workspace) as opened:
            require_results(opened)
            result = ranking(opened)
        if as_json and explain is None:
            from reviewer_app.queries.ranking_json import ranking_document

            give_json(ranking_document(result, _))
            return 0
        lines = _listed(result, _) if explain is None else _explained(result, explain, _)
        for line in lines:
            give(line)
        return 0

    return rank


def _explained(result: "Ranking", number: str, _: Translator) -> Iterable[str]:
    from reviewer_app.importing.strings import clean_key
    from reviewer_app.queries.explanation import explanation_of

    return explanation_of(result, clean_key(number), _)


def _listed(result: "Ranking", _: Translator) -> Iterable[str]:
    from reviewer_app.words.ranking import ranking_lines

    return ranking_lines(result, _)


def _verify(_: Translator) -> click.Command:
    @command("verify", text=_("Check a workspace against its journal, or a report."))
    @click.argument("file", metavar="WORKSPACE|REPORT", type=PathArgument)
    @click.option(
        "--workspace", type=PathArgument, metavar="W", help=_("The workspace of the report.")
    )
    @common(_)
    @click.pass_obj
    def verify(frame: Frame, file: Path, workspace: Path | None) -> int:
        from reviewer_app.cli.report_commands import verify_report

        if workspace is not None or file.suffix.lower() in (".pdf", ".xlsx", ".docx"):
            return verify_report(frame, file, workspace)
        return _verify_workspace(frame, file)

    return verify


def _verify_workspace(frame: Frame, path: Path) -> int:
    from reviewer_app.domain.errors import Damaged
    from reviewer_app.domain.verification import Finding, Verification
    from reviewer_app.queries.verification import verification
    from reviewer_app.words.verification import finding_sentence, outcome_sentence
    from reviewer_app.workspace import open_workspace

    try:
        workspace = open_workspace(path, frame.surroundings())
    except Damaged as error:
        finding = Finding(FindingKind.UNREADABLE, found=error.detail)
        outcome = Verification((finding,), 0, 0, "", {})
    else:
        try:
            outcome = verification(workspace)
        finally:
            workspace.close()
    for item in outcome.findings:
        give(finding_sentence(item, frame.translate))
    give(outcome_sentence(outcome, frame.translate))
    return 0 if outcome.passed else FOUND_SOMETHING


def _backup(_: Translator) -> click.Command:
    @command("backup", text=_("Make a verified copy."))
    @click.argument("workspace", type=PathArgument)
    @click.option("--to", type=PathArgument, metavar="DIR", help=_("Folder for the copy."))
    @common(_)
    @click.pass_obj
    def backup(frame: Frame, workspace: Path, to: Path | None) -> int:
        from reviewer_app.workflow.back_up import back_up

        with frame.open(workspace) as opened:
            made = back_up(opened, to)
        give(str(made.path))
        say(_("The copy was opened and verified up to entry {seq}.").format(seq=made.sequence))
        return 0

    return backup
