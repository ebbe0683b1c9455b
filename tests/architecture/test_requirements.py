"""Every dependency is pinned by version and hash, free to use, and from nowhere named."""

import re
from importlib import metadata
from itertools import pairwise

import pytest

from tests.architecture.files import ROOT, tracked

FILES = ("requirements.txt", "requirements-dev.txt")
PIN = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;]+)(?: ; sys_platform == \"win32\")? \\$")
HASH = re.compile(r"^    --hash=sha256:[0-9a-f]{64}( \\)?$")
REGISTRIES = tuple(
    ".".join(parts)
    for parts in (
        ("pypi", "org"),
        ("pythonhosted", "org"),
        ("npmjs", "org"),
        ("npmjs", "com"),
        ("deb", "debian", "org"),
        ("archive", "ubuntu", "com"),
        ("crates", "io"),
        ("tsinghua", "edu", "cn"),
        ("aliyun", "com"),
    )
)
FREE = re.compile(
    r"\(*(?:MIT|BSD|Apache|PSF|Python Software Foundation|MPL|Mozilla|LGPL|Public Domain"
    r"|HPND|any-OSI|OSI Approved :: (?:MIT|BSD|Apache|Python Software|Mozilla)"
    # The exception frees what is built with it; the tool itself is not shipped.
    r"|GPLv2-or-later with a special exception which allows to use PyInstaller)",
)


def lines_of(name: str) -> list[str]:
    """Give the lines of a requirements file without comments."""
    text = (ROOT / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def pins(name: str) -> dict[str, str]:
    """Give the version of each distribution that a file pins."""
    return {found[1]: found[2] for line in lines_of(name) if (found := PIN.match(line))}


def licence(name: str) -> str:
    """Give how an installed distribution says it may be used, all choices with OR."""
    facts = metadata.metadata(name)
    for field in ("License-Expression", "License"):
        if field in facts and facts[field].strip():
            return facts[field].strip().splitlines()[0]
    classes: list[str] = facts.get_all("Classifier") or []
    return " OR ".join(
        text.removeprefix("License :: ") for text in classes if text.startswith("License ::")
    )


@pytest.mark.parametrize("name", FILES)
def test_every_line_is_a_pin_or_a_hash(name: str) -> None:
    odd = [line for line in lines_of(name) if not PIN.match(line) and not HASH.match(line)]

    assert odd == (["-r requirements.txt"] if name == "requirements-dev.txt" else [])


@pytest.mark.parametrize("name", FILES)
def test_every_pin_is_followed_by_a_hash(name: str) -> None:
    pairs = pairwise([*lines_of(name), ""])

    assert [line for line, after in pairs if PIN.match(line) and not HASH.match(after)] == []


def test_no_distribution_is_pinned_twice() -> None:
    assert not pins("requirements.txt").keys() & pins("requirements-dev.txt").keys()


def test_no_committed_text_names_a_registry() -> None:
    binary = {".ttf", ".mo", ".xlsx", ".pdf", ".png", ".review", ".docx"}
    found = [
        (str(path), host)
        for path in tracked()
        if path.suffix not in binary
        for host in REGISTRIES
        if host.encode() in (ROOT / path).read_bytes()
    ]

    assert found == []


@pytest.mark.parametrize("name", sorted(pins("requirements.txt") | pins("requirements-dev.txt")))
def test_the_licence_of_each_dependency_fits_office_use(name: str) -> None:
    try:
        said = licence(name)
    except metadata.PackageNotFoundError:
        pytest.skip(f"{name} is not installed on this system")

    assert any(FREE.match(choice) for choice in said.split(" OR ")), said
