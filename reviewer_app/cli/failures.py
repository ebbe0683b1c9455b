"""Failures end as one sentence and an exit status, never as a traceback."""

import click

from reviewer_app.cli.local import UnknownCommand
from reviewer_app.cli.values import NoneOfThese, SurplusArguments
from reviewer_app.domain.errors import ReviewerError, WorldFailed
from reviewer_app.i18n import Translator
from reviewer_app.words import errors

BAD_INPUT = 2
WORLD_FAILED = 3


def status_of(error: ReviewerError) -> int:
    """Give the exit status: 3 when the world failed, else 2."""
    return WORLD_FAILED if isinstance(error, WorldFailed) else BAD_INPUT


def usage_sentence(error: click.ClickException, _: Translator) -> str:
    """Say what is wrong with the command line, with the usage of the command."""
    text = _value_fault(error, _) if isinstance(error, click.BadParameter) else None
    text = text or _usage_fault(error, _)
    near = error.possibilities if isinstance(error, click.NoSuchOption) else None
    if near:
        text = errors.with_near(text, near, _)
    context = getattr(error, "ctx", None)
    if context is not None and not isinstance(error, UnknownCommand):
        text += "\n" + context.get_usage()
    return text


def _usage_fault(error: click.ClickException, _: Translator) -> str:
    match error:
        case UnknownCommand():
            return error.message
        case SurplusArguments():
            text = _("Too many words: {words}. A name with spaces stands in quotation marks.")
            return text.format(words=" ".join(error.words))
        case click.NoSuchOption():
            return _("There is no option {name}.").format(name=error.option_name)
        case click.BadOptionUsage() if "requires" in error.message:
            return _("{name} needs a value.").format(name=error.option_name)
        case click.BadOptionUsage():
            return _("{name} takes no value.").format(name=error.option_name)
        case click.UsageError(ctx=click.Context(command=click.Group() as group) as context):
            text = _("A command is missing. Known: {known}.")
            return text.format(known=", ".join(group.list_commands(context)))
        case _:
            text = _("The command line cannot be understood: {message}")
            return text.format(message=error.format_message())


def _value_fault(error: click.BadParameter, _: Translator) -> str:
    name = _name_of(error)
    match error:
        case click.MissingParameter():
            return _("{name} is missing.").format(name=name)
        case NoneOfThese():
            text = _("{name}: “{found}” is not known. Known: {known}.")
            return text.format(name=name, found=error.found, known=", ".join(error.known))
        case _:
            text = _("{name}: the value “{found}” cannot be used.")
            return text.format(name=name, found=error.message)


def _name_of(error: click.BadParameter) -> str:
    """Name an option as it is typed, an argument as the usage line shows it."""
    if isinstance(error.param_hint, str):
        return error.param_hint
    if isinstance(error.param, click.Option):
        return error.param.opts[0]
    if error.param is None or error.ctx is None:
        return ""
    return error.param.make_metavar(error.ctx).strip("[].")


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
