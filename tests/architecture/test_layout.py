"""The top level is fixed, and nothing beside it grows."""

from tests.architecture.files import ROOT, tracked

FOLDERS = {"reviewer_app", "ui", "resources", "tests"}
FILES = {
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "LICENSE",
    "README.md",
    "README.zh-CN.md",
    "build.spec",
    "pyproject.toml",
    "requirements-dev.txt",
    "requirements.txt",
}


def test_the_top_level_is_the_agreed_one() -> None:
    found = {path.parts[0] for path in tracked() if not path.parts[0].startswith(".")}

    assert found == FOLDERS | FILES


def test_resources_hold_no_code() -> None:
    code = {path for path in tracked() if path.parts[0] == "resources" and path.suffix == ".py"}

    assert {path.name for path in code} == {"__init__.py"}


def test_every_folder_of_tests_is_a_package() -> None:
    folders = {path.parent for path in tracked() if path.suffix == ".py" and "tests" in path.parts}

    assert not [folder for folder in folders if not (ROOT / folder / "__init__.py").exists()]
