"""What every test gets: a state folder of its own, no network, and honest skips."""

import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

IN_CI = os.environ.get("CI") == "true"
SPEAKING = frozenset(
    {
        "socket.bind",
        "socket.connect",
        "socket.getaddrinfo",
        "socket.gethostbyname",
        "socket.sendmsg",
        "socket.sendto",
    }
)
STATE_VARIABLES = (
    "XDG_CACHE_HOME",
    "XDG_CONFIG_HOME",
    "XDG_DATA_HOME",
    "XDG_STATE_HOME",
    "APPDATA",
    "LOCALAPPDATA",
    "WIN_PD_OVERRIDE_LOCAL_APPDATA",
    "WIN_PD_OVERRIDE_ROAMING_APPDATA",
)

_spoken: list[str] = []


def _refuse_network(event: str, arguments: tuple[object, ...]) -> None:
    if event in SPEAKING:
        _spoken.append(f"{event} {arguments[1:]!r}")
        raise PermissionError(f"a test may not speak to a network: {event}")


def pytest_configure(config: pytest.Config) -> None:
    """Prepare the process before any fixture of any scope runs."""
    settings.register_profile("local", deadline=None)
    settings.register_profile(
        "ci",
        deadline=None,
        derandomize=True,
        database=None,
        print_blob=True,
        suppress_health_check=[HealthCheck.too_slow],
    )
    settings.load_profile("ci" if IN_CI else "local")
    folder = tempfile.mkdtemp(prefix="reviewer-state-")
    config.add_cleanup(lambda: shutil.rmtree(folder, ignore_errors=True))
    for name in STATE_VARIABLES:
        os.environ[name] = str(Path(folder) / name.lower())
    sys.addaudithook(_refuse_network)


@pytest.fixture(autouse=True)
def _own_state_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Give each test its own empty per-user folders, also for what it starts."""
    folder = tmp_path_factory.mktemp("state")
    with pytest.MonkeyPatch.context() as patch:
        for name in STATE_VARIABLES:
            patch.setenv(name, str(folder / name.lower()))
        yield


@pytest.fixture(autouse=True)
def network_attempts() -> Iterator[list[str]]:
    """Fail a test whose code tried to speak, even where it swallowed the refusal."""
    _spoken.clear()
    yield _spoken
    assert not _spoken, f"spoke to a network: {_spoken}"


@pytest.fixture
def tool() -> Callable[[str], str]:
    """Give the path of an outside program: `tool("pdftotext")`.

    Where it is not installed the test is skipped on a desk and fails in CI, so that a
    missing package can never make the suite green.
    """

    def path_of(name: str) -> str:
        found = shutil.which(name)
        if found is not None:
            return found
        message = f"needs the program {name}, which is not installed here"
        if IN_CI:
            pytest.fail(message)
        pytest.skip(message)

    return path_of
