"""Run commands as the program does, in this process."""

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reviewer_app.cli import main


@dataclass(frozen=True, slots=True)
class Outcome:
    """Exit status and what was said."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Give stdout as JSON."""
        return json.loads(self.out)


def run(*arguments: object, lang: str = "zh_CN") -> Outcome:
    """Run one command."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        status = main([*map(str, arguments), "--lang", lang])
    return Outcome(status, out.getvalue(), err.getvalue())


def done(*arguments: object) -> Outcome:
    """Run one command that must end with 0."""
    outcome = run(*arguments)
    assert outcome.status == 0, outcome.err
    return outcome


def write_csv(path: Path, header: Sequence[str], rows: Iterable[Sequence[str]]) -> Path:
    """Write an import file as UTF-8 CSV."""
    with path.open("w", encoding="utf-8", newline="") as target:
        writer = csv.writer(target)
        writer.writerow(header)
        writer.writerows(rows)
    return path


def as_toml(value: object) -> str:
    """Write a scheme document's value as TOML (inline tables)."""
    match value:
        case bool():
            return "true" if value else "false"
        case int():
            return str(value)
        case str():
            return json.dumps(value, ensure_ascii=False)
        case Mapping():
            return "{" + ", ".join(f"{key} = {as_toml(item)}" for key, item in value.items()) + "}"
        case Sequence():
            return "[" + ", ".join(as_toml(item) for item in value) + "]"
        case _:
            raise TypeError(value)


def write_scheme(path: Path, document: Mapping[str, object]) -> Path:
    """Write a scheme document as a TOML file."""
    lines = [f"{key} = {as_toml(value)}\n" for key, value in document.items()]
    path.write_text("".join(lines), encoding="utf-8")
    return path
