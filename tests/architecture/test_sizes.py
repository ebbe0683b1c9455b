"""No file over 400 lines, no function over 40; an excuse needs a reason."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.files import ROOT, sources, tree

FILE_LINES = 400
FUNCTION_LINES = 40
EXCUSES: dict[str, str] = {}
"""What may be longer and why: "path" for a file, "path::function" for a function."""


def lengths(path: Path) -> Iterator[tuple[str, int, int]]:
    """Give name, length and limit of a file and of each function in it."""
    lines = len((ROOT / path).read_text(encoding="utf-8").splitlines())
    yield path.as_posix(), lines, FILE_LINES
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert node.end_lineno is not None
            length = node.end_lineno - node.lineno + 1
            yield f"{path.as_posix()}::{node.name}", length, FUNCTION_LINES


def too_long() -> dict[str, int]:
    """Give what is over its limit, with its length."""
    return {
        name: length
        for path in sources("reviewer_app", "ui", "tests")
        for name, length, limit in lengths(path)
        if length > limit
    }


def test_files_and_functions_stay_short() -> None:
    assert {name: length for name, length in too_long().items() if name not in EXCUSES} == {}


def test_every_excuse_is_still_needed_and_gives_a_reason() -> None:
    assert EXCUSES.keys() <= too_long().keys()
    assert all(len(reason) > 20 for reason in EXCUSES.values())
