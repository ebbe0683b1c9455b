"""What `demo` and `self-check` say."""

from pathlib import Path

from reviewer_app.i18n import N_, Translator

_CHECKS = {
    "schemes": N_("Schemes"),
    "fonts": N_("Fonts"),
    "texts": N_("Texts"),
    "sample": N_("Sample data"),
    "database": N_("Database"),
    "xlsx": N_("Excel files"),
    "pdf": N_("PDF files"),
    "window": N_("Window"),
}


def imported_sentence(file: Path, _: Translator) -> str:
    """Say that a workbook of the sample went in."""
    return _("{file} was imported.").format(file=file.name)


def changed_sentence(file: Path, _: Translator) -> str:
    """Say what to do about a workbook of the sample that no longer fits."""
    return _(
        "{path} was changed and cannot be imported. Mend it, or delete it to have the sample's"
        " own again; then run demo once more."
    ).format(path=file)


def kept_sentence(path: Path, _: Translator) -> str:
    """Say that an earlier sample is used."""
    return _(
        "{path} is there already and is used as it stands. For a fresh sample, name another folder."
    ).format(path=path)


def places_sentence(workspace: Path, reports: Path, _: Translator) -> str:
    """Say where the sample and its reports lie."""
    text = _("The sample batch is {workspace}, its workbooks beside it, its reports in {reports}.")
    return text.format(workspace=workspace, reports=reports)


def passed_line(check: str, detail: str, _: Translator) -> str:
    """Say that a check passed, with what it saw."""
    return _("{check}: ok ({detail})").format(check=_(_CHECKS[check]), detail=detail)


def failed_line(check: str, detail: str, _: Translator) -> str:
    """Say what a check found."""
    return _("{check}: FAILED ({detail})").format(check=_(_CHECKS[check]), detail=detail)
