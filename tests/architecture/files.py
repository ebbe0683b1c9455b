"""Which files the project has, and where things stand in its code."""

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("reviewer_app", "ui", "resources")


@cache
def tracked() -> tuple[Path, ...]:
    """Give every file under version control that still exists, relative to the root."""
    listing = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True
    ).stdout.decode()
    paths = (Path(name) for name in listing.split("\0") if name)
    return tuple(path for path in paths if (ROOT / path).is_file())


@cache
def sources(*folders: str) -> tuple[Path, ...]:
    """Give the Python files of some top-level folders, relative to the root."""
    return tuple(path for path in tracked() if path.suffix == ".py" and path.parts[0] in folders)


@cache
def tree(path: Path) -> ast.Module:
    """Give the syntax tree of a file."""
    return ast.parse((ROOT / path).read_text(encoding="utf-8"), str(path))


def imported(path: Path) -> Iterator[str]:
    """Give each dotted name that a file imports, `from a import b` as "a.b"."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{name.name}" for name in node.names)


def is_within(name: str, modules: tuple[str, ...]) -> bool:
    """Say whether a dotted name is one of `modules` or inside one."""
    return any(name == module or name.startswith(module + ".") for module in modules)
