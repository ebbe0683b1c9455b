"""Failures of reading a file that people bring; sentences in `words.import_problems`."""

from collections.abc import Mapping
from pathlib import Path

from reviewer_app.domain.errors import BadInput, WorldFailed
from reviewer_app.domain.problem_kinds import ProblemKind


class FileRefused(BadInput):
    """The file as a whole cannot be used; `kind` says why, `facts` what was found."""

    def __init__(self, kind: ProblemKind, facts: Mapping[str, str] | None = None) -> None:
        super().__init__(kind)
        self.kind = kind
        self.facts = dict(facts or {})


class FileUnreadable(WorldFailed):
    """The system would not let us read the file (open elsewhere, medium gone)."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(path, reason)
        self.path = path
        self.reason = reason


class CopyNotWritten(WorldFailed):
    """A workbook for the user could not be written; what stood there is unchanged."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(path, reason)
        self.path = path
        self.reason = reason
