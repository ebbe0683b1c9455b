"""Schemes from files: TOML, the Excel form, and those that come with the program.

Source: contract.md 1 (scheme check) and 2.
"""

import re
import tomllib
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

from reviewer_app.domain.errors import UnknownScheme
from reviewer_app.domain.import_errors import FileRefused
from reviewer_app.domain.problem_kinds import ProblemKind
from reviewer_app.domain.scheme import Scheme
from reviewer_app.domain.scheme_check import check
from reviewer_app.domain.scheme_problem import SchemeRejected, SchemeSyntax
from reviewer_app.domain.scheme_reading import scheme_from
from reviewer_app.importing.guard import read_bytes

GREATEST_BYTES = 2_000_000
DEFAULT_KEY = "measure-5"

_PLACE = re.compile(r"\(at line ([0-9]+), column ([0-9]+)\)")


def read_scheme_file(path: Path) -> dict[str, Any]:
    """Read a .toml file or an Excel form (the content decides), checking nothing yet.

    Raises:
        FileMissing, FileUnreadable, FileRefused: not to be had, too large, something else.
        SchemeSyntax: the text is no TOML.
        SchemeRejected: the form has cells that cannot be read.
    """
    data = read_bytes(path)
    if len(data) > GREATEST_BYTES:
        raise FileRefused(ProblemKind.FILE_TOO_LARGE, {"size": str(len(data) // 1024 // 1024)})
    if data.startswith(b"PK"):
        from reviewer_app.importing.scheme_form_reading import read_scheme_form

        return read_scheme_form(path.name, data)
    return parse_toml(data, path.name)


def parse_toml(data: bytes, source: str) -> dict[str, Any]:
    """Read TOML in UTF-8, with or without a byte order mark.

    Raises:
        SchemeSyntax: with the line.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise SchemeSyntax(source, line, 0, "UTF-8") from error
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = _PLACE.search(str(error))
        line, column = (int(found[1]), int(found[2])) if found else (0, 0)
        detail = str(error).partition(" (at ")[0]
        raise SchemeSyntax(source, line, column, detail) from error
    except (RecursionError, ValueError) as error:
        raise SchemeSyntax(source, 0, 0, "") from error


def load_scheme(path: Path) -> Scheme:
    """Read and check a scheme.

    Raises:
        SchemeRejected: with every problem at once; else as `read_scheme_file`.
    """
    document = read_scheme_file(path)
    problems = check(document)
    if problems:
        raise SchemeRejected(problems, path.name)
    return scheme_from(document)


@cache
def bundled() -> tuple[Scheme, ...]:
    """Give the schemes that come with the program, the default first, then by key."""
    folder = resources.files("resources") / "schemes"
    files = [file for file in folder.iterdir() if file.name.endswith(".toml")]
    schemes = [scheme_from(parse_toml(file.read_bytes(), file.name)) for file in files]
    return tuple(sorted(schemes, key=lambda scheme: (scheme.key != DEFAULT_KEY, scheme.key)))


def bundled_scheme(key: str) -> Scheme:
    """Give the bundled scheme of a key.

    Raises:
        UnknownScheme: naming those there are.
    """
    for scheme in bundled():
        if scheme.key == key:
            return scheme
    raise UnknownScheme(key, ", ".join(scheme.key for scheme in bundled()))
