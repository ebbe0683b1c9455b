"""Failures end as one sentence and an exit status, never as a traceback."""

from collections.abc import Sequence

import click

from reviewer_app.cli.local import UnknownCommand
from reviewer_app.domain.errors import ReviewerError, WorldFailed
from reviewer_app.i18n import Translator
from reviewer_app.words import errors

BAD_INPUT = 2
WORLD_FAILED = 3


def sentence_of(error: ReviewerError, _: Translator) -> str:
    """Find the module that speaks of this failure."""
    from reviewer_app.words import import_problems, reports, scheme

    for speaker in (errors.sentence, scheme.sentence, import_problems.sentence, reports.sentence):
        text = speaker(error, _)
        if text is not None:
            return text
    return str(error)


def status_of(error: ReviewerError) -> int:
    """Give the exit status: 3 when the world failed, else 2."""
    return WORLD_FAILED if isinstance(error, WorldFailed) else BAD_INPUT


def usage_sentence(error: click.ClickException, _: Translator) -> str:
    """Say what is wrong with the command line."""
    near: Sequence[str] | None = None
    match error:
        case UnknownCommand():
            return error.message
        case click.NoSuchOption():
            text = _("There is no option {name}.").format(name=error.option_name)
            near = error.possibilities
        case click.MissingParameter():
            name = error.param.make_metavar(error.ctx) if error.param and error.ctx else ""
            text = _("{name} is missing.").format(name=name or error.param_hint)
        case click.BadParameter():
            name = error.param.opts[0] if error.param and error.param.opts else ""
            text = _("{name}: this value cannot be used ({message}).").format(
                name=name, message=error.message
            )
        case click.FileError():
            text = _("{path} cannot be opened.").format(path=error.ui_filename)
        case _:
            text = _("The command line cannot be understood: {message}").format(
                message=error.format_message()
            )
    if near:
        text += " " + _("Did you mean: {near}?").format(near=", ".join(near))
    context = getattr(error, "ctx", None)
    if context is not None:
        text += "\n" + context.get_usage()
    return text


def unexpected(error: Exception, _: Translator) -> str:
    """Log a bug and say that the data is whole."""
    import logging

    from reviewer_app import paths

    folder = paths.log_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        logging.basicConfig(filename=folder / "reviewer-app.log", encoding="utf-8")
        logging.getLogger("reviewer_app").error("bug", exc_info=error)
    except OSError:
        pass
    return _(
        "An unexpected error stopped the command ({kind}: {detail}). Nothing was half written and"
        " the data is whole. The details are in {folder}."
    ).format(kind=type(error).__name__, detail=error, folder=folder)
