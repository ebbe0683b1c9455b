"""Commands that bring outside files in: template, import."""

import json
from collections.abc import Mapping
from contextlib import AbstractContextManager
from pathlib import Path

import click

from reviewer_app.cli.failures import BAD_INPUT
from reviewer_app.cli.frame import (
    FOUND_SOMETHING,
    Frame,
    common,
    give,
    give_json,
    say,
)
from reviewer_app.cli.local import command
from reviewer_app.cli.scheme_commands import DEFAULT_SCHEME
from reviewer_app.cli.values import OneOf, PathArgument, require_new_workbook
from reviewer_app.domain.plans import ImportKind, ImportPlan
from reviewer_app.i18n import Translator
from reviewer_app.workspace import Workspace

_KINDS = [kind.value for kind in ImportKind]
_UNITS = ("元", "万元")


def commands(_: Translator) -> tuple[click.Command, ...]:
    """Give this module's commands."""
    return (_template(_), _import(_))


def _template(_: Translator) -> click.Command:
    @command("template", text=_("Write an empty workbook to fill in."))
    @click.argument("kind", metavar="KIND", type=OneOf(["scheme", *_KINDS]))
    @click.argument("file", metavar="FILE.xlsx", type=PathArgument)
    @click.option("--workspace", type=PathArgument, metavar="W", help=_("Prefill from this one."))
    @common(_)
    @click.pass_obj
    def template(frame: Frame, kind: str, file: Path, workspace: Path | None) -> int:
        from reviewer_app.importing.scheme_file import bundled_scheme
        from reviewer_app.importing.scheme_workbook import write_scheme_form
        from reviewer_app.importing.templates import write_template
        from reviewer_app.queries.present import present, scheme_document

        require_new_workbook(file)
        if workspace is None:
            if kind == "scheme":
                write_scheme_form(file, json.loads(bundled_scheme(DEFAULT_SCHEME).document))
            else:
                write_template(ImportKind(kind), file, None, _)
        else:
            with frame.open(workspace) as opened:
                if kind == "scheme":
                    write_scheme_form(file, scheme_document(opened))
                else:
                    write_template(ImportKind(kind), file, present(opened), _)
        give(str(file))
        return 0

    return template


def _pairs(option: str, values: tuple[str, ...]) -> Mapping[str, str]:
    found = {}
    for value in values:
        name, sign, target = value.rpartition("=")
        if not (sign and name and target):
            raise click.BadParameter(value, param_hint=option)
        found[name] = target
    return found


def _units(values: tuple[str, ...]) -> Mapping[str, str]:
    """Read --unit; a unit we cannot convert is a slip of the command, not of the file."""
    units = _pairs("--unit", values)
    for name, unit in units.items():
        if unit not in _UNITS:
            raise click.BadParameter(f"{name}={unit}", param_hint="--unit")
    return units


def _require_sense(kind: ImportKind, options: Mapping[str, object]) -> None:
    """Refuse options that this import would pass over in silence."""
    copy = options["skip_bad"]
    if isinstance(copy, Path):
        require_new_workbook(copy)
    if options["submit"] and kind is not ImportKind.SCORES:
        raise click.BadParameter(kind.value, param_hint="--submit")


def _import(_: Translator) -> click.Command:
    @command("import", text=_("Import a workbook; with any problem nothing is written."))
    @click.argument("workspace", type=PathArgument)
    @click.argument("kind", metavar="KIND", type=OneOf(_KINDS))
    @click.argument("file", type=PathArgument)
    @click.option("--check", is_flag=True, help=_("Only plan, write nothing."))
    @click.option(
        "--skip-bad",
        type=PathArgument,
        metavar="COPY.xlsx",
        help=_("Import the good rows; write a copy with the bad cells red."),
    )
    @click.option("--submit", is_flag=True, help=_("Submit each complete sheet (scores)."))
    @click.option("--sheet", metavar="NAME", help=_("Read this sheet."))
    @click.option("--map", "maps", multiple=True, metavar="OLD=NEW", help=_("Rename a column."))
    @click.option(
        "--unit", "units", multiple=True, metavar=_("COLUMN=元|万元"), help=_("Set a unit.")
    )
    @click.option("--fill-merged", is_flag=True, help=_("Take a merged cell for all its rows."))
    @click.option("--json", "as_json", is_flag=True, help=_("Write JSON."))
    @common(_)
    @click.pass_obj
    def import_command(
        frame: Frame, /, workspace: Path, kind: str, file: Path, **options: object
    ) -> int:
        return _run_import(frame, workspace, ImportKind(kind), file, options)

    return import_command


def _run_import(
    frame: Frame, workspace: Path, kind: ImportKind, file: Path, options: Mapping[str, object]
) -> int:
    from reviewer_app.importing.plan import ImportOptions, plan_import
    from reviewer_app.importing.red_copy import mark_bad_cells
    from reviewer_app.queries.present import present
    from reviewer_app.workflow.apply_import import apply_import

    _ = frame.translate
    copy = options["skip_bad"]
    _require_sense(kind, options)
    with _opened(frame, workspace, options) as opened:
        chosen = ImportOptions(
            sheet=options["sheet"],  # type: ignore[arg-type]
            header_map=_pairs("--map", options["maps"]),  # type: ignore[arg-type]
            units=_units(options["units"]),  # type: ignore[arg-type]
            submit=bool(options["submit"]),
            fill_merged=bool(options["fill_merged"]),
        )
        plan = plan_import(file, kind, present(opened), chosen)
        _show(frame, plan, as_json=bool(options["as_json"]))
        if options["check"]:
            return FOUND_SOMETHING if plan.problems else 0
        if plan.problems and copy is None:
            say(_nothing_imported(_, len(plan.problems)))
            return BAD_INPUT
        if plan.problems and isinstance(copy, Path):
            mark_bad_cells(file, copy, plan, _)
            say(_("The bad cells are marked red in {path}.").format(path=copy))
        apply_import(opened, plan, skip_bad=copy is not None)
    return 0


def _opened(
    frame: Frame, path: Path, options: Mapping[str, object]
) -> AbstractContextManager[Workspace]:
    return frame.open(path) if options["check"] else frame.work(path)


def _nothing_imported(_: Translator, count: int) -> str:
    from reviewer_app.domain.errors import PlanHasProblems
    from reviewer_app.words.errors import sentence

    return sentence(PlanHasProblems(count), _) or ""


def _show(frame: Frame, plan: ImportPlan, *, as_json: bool) -> None:
    from reviewer_app.words.import_plan import plan_document, plan_lines

    if as_json:
        give_json(plan_document(plan, frame.translate))
    else:
        for line in plan_lines(plan, frame.translate):
            say(line)
