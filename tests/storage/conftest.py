"""A folder in memory for tests that need thousands of files but no real disk."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.storage.files import fast_folder


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """An empty folder whose flushes cost nothing."""
    made = Path(tempfile.mkdtemp(prefix="reviewer-", dir=fast_folder(tmp_path)))
    yield made
    shutil.rmtree(made)
