"""Commands that try the program itself: demo, self-check."""

import os
import sys
from pathlib import Path

import click

from reviewer_app.cli.failures import BAD_INPUT
from reviewer_app.cli.frame import FOUND_SOMETHING, Frame, common, give, has_display, say
from reviewer_app.cli.local import command
from reviewer_app.cli.values import PathArgument
from reviewer_app.domain.errors import PlanHasProblems, ReviewerError
from reviewer_app.i18n import Translator
from reviewer_app.words.failures import sentence_of


def commands(_: Translator) -> tuple[click.Command, ...]:
    """Give this module's commands."""
    return (_demo(_), _self_check(_))


def _demo(_: Translator) -> click.Command:
    @command("demo", text=_("Build the invented sample batch: import, rank, write every report."))
    @click.argument("folder", metavar="[DIR]", type=PathArgument, default=Path("sample"))
    @click.option("--no-window", is_flag=True, help=_("Show no window afterwards."))
    @common(_)
    @click.pass_obj
    def demo(frame: Frame, folder: Path, no_window: bool) -> int:  # noqa: FBT001 - click's way
        from reviewer_app.workflow.build_sample import FILE_NAME

        status = _run_demo(frame, folder)
        if status or no_window or not has_display(sys.platform, os.environ):
            return status
        return frame.show(folder / FILE_NAME)

    return demo


def _run_demo(frame: Frame, folder: Path) -> int:
    from reviewer_app.words.sample import places_sentence
    from reviewer_app.workflow.build_sample import FILE_NAME

    path = folder / FILE_NAME
    if not _is_built(frame, path):
        return BAD_INPUT
    status = _show(frame, path, folder / "reports")
    if status == 0:
        say(places_sentence(path, folder / "reports", frame.translate))
    return status


def _is_built(frame: Frame, path: Path) -> bool:
    """Build the sample unless it is there; False when a changed workbook was refused."""
    from reviewer_app.words import sample
    from reviewer_app.words.import_plan import plan_lines
    from reviewer_app.workflow.build_sample import Step, build_sample

    _ = frame.translate
    if path.exists():
        say(sample.kept_sentence(path, _))
        return True
    steps: list[Step] = []

    def tell(step: Step) -> None:
        steps.append(step)
        if step.plan.is_clean:
            say(sample.imported_sentence(step.file, _))

    try:
        build_sample(path.parent, frame.surroundings(), tell)
    except PlanHasProblems:
        for line in plan_lines(steps[-1].plan, _):
            say(line)
        say(sample.changed_sentence(steps[-1].file, _))
        return False
    return True


def _show(frame: Frame, path: Path, reports: Path) -> int:
    """Verify, rank and print everything; 1 when the workspace does not verify."""
    from reviewer_app.cli.report_commands import files_to_write
    from reviewer_app.domain.document import Edition
    from reviewer_app.queries.ranking import ranking
    from reviewer_app.queries.report import ReportOrder
    from reviewer_app.queries.verification import verification
    from reviewer_app.words.ranking import ranking_lines
    from reviewer_app.words.verification import finding_sentence, outcome_sentence
    from reviewer_app.workflow.write_reports import Written, write_reports

    _ = frame.translate

    def tell(written: Written) -> None:
        give(str(written.path))

    with frame.open(path) as opened:
        outcome = verification(opened)
        for finding in outcome.findings:
            say(finding_sentence(finding, _))
        say(outcome_sentence(outcome, _))
        if not outcome.passed:
            return FOUND_SOMETHING
        for line in ranking_lines(ranking(opened), _):
            give(line)
        files = files_to_write((), "all", Edition.INTERNAL)
        write_reports(opened, files, reports, ReportOrder(Edition.INTERNAL, _), tell=tell)
    return 0


def _self_check(_: Translator) -> click.Command:
    @command("self-check", text=_("Check that this installation is whole and works here."))
    @common(_)
    @click.pass_obj
    def self_check(frame: Frame) -> int:
        from reviewer_app.cli.self_check import CHECKS
        from reviewer_app.words.sample import failed_line, passed_line

        status = 0
        checks = dict(CHECKS)
        if frame.windows is not None and has_display(sys.platform, os.environ):
            shown = frame.windows
            checks["window"] = lambda _surroundings: shown.check()
        for name, check in checks.items():
            try:
                give(passed_line(name, check(frame.surroundings()), _))
            except ReviewerError as error:
                status = FOUND_SOMETHING
                give(failed_line(name, sentence_of(error, _), _))
            except Exception as error:  # noqa: BLE001 - a broken installation fails in any way
                status = FOUND_SOMETHING
                give(failed_line(name, f"{type(error).__name__}: {error}", _))
        return status

    return self_check
