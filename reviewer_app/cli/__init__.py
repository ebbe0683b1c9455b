"""The commands: everything the program can do without a window (contract.md 1)."""

import sys

import click

from reviewer_app.cli.failures import (
    BAD_INPUT,
    WORLD_FAILED,
    status_of,
    unexpected,
    usage_sentence,
)
from reviewer_app.cli.frame import Frame, Windows, make_frame, say
from reviewer_app.domain.errors import ReviewerError
from reviewer_app.words.failures import sentence_of
from reviewer_app.words.system import failure_sentence


def main(arguments: list[str] | None = None, windows: Windows | None = None) -> int:
    """Run one command, or `windows` without one, and give the exit status.

    0 done; 1 a check found something; 2 bad input or usage, nothing written; 3 the
    world failed, nothing half written.
    """
    given = sys.argv[1:] if arguments is None else arguments
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    frame = make_frame(given, windows)
    _ = frame.translate
    try:
        return _run(frame, given)
    except click.exceptions.NoArgsIsHelpError as error:
        say(error.format_message())
        return BAD_INPUT
    except click.ClickException as error:
        say(usage_sentence(error, _))
        return BAD_INPUT
    except ReviewerError as error:
        say(sentence_of(error, _))
        return status_of(error)
    except (click.Abort, KeyboardInterrupt):
        say(_("Stopped. Nothing was half written."))
        return BAD_INPUT
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    except OSError as error:
        say(failure_sentence(error, _))
        return WORLD_FAILED
    except Exception as error:  # noqa: BLE001 - the last resort of the program
        say(unexpected(error, _))
        return WORLD_FAILED


def _run(frame: Frame, arguments: list[str]) -> int:
    from reviewer_app.cli.commands import build

    status = build(frame.translate).main(
        args=arguments, prog_name="reviewer-app", standalone_mode=False, obj=frame
    )
    return status if isinstance(status, int) else 0
