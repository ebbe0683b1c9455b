"""Scheme files: TOML syntax with its line, and the bundled schemes."""

from pathlib import Path

import pytest

from reviewer_app.domain.errors import FileMissing, UnknownScheme
from reviewer_app.domain.import_errors import FileRefused
from reviewer_app.domain.scheme_problem import SchemeFault, SchemeRejected, SchemeSyntax
from reviewer_app.importing.scheme_file import (
    bundled,
    bundled_scheme,
    load_scheme,
    read_scheme_file,
)


def a_file(tmp_path: Path, text: str | bytes) -> Path:
    path = tmp_path / "scheme.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    return path


def test_the_default_scheme_comes_first() -> None:
    assert [scheme.key for scheme in bundled()] == [
        "measure-5",
        "measure-5-application",
        "measure-5-balanced",
        "measure-5-technology",
    ]


def test_an_unknown_key_names_those_there_are() -> None:
    with pytest.raises(UnknownScheme) as caught:
        bundled_scheme("measure-6")

    assert "measure-5-balanced" in caught.value.known


def test_a_syntax_error_has_its_line(tmp_path: Path) -> None:
    with pytest.raises(SchemeSyntax) as caught:
        read_scheme_file(a_file(tmp_path, 'key = "a"\n[rules]\nstep = = "1"\n'))

    assert (caught.value.line, caught.value.column) == (3, 8)


def test_a_file_in_another_encoding_names_the_line(tmp_path: Path) -> None:
    with pytest.raises(SchemeSyntax) as caught:
        read_scheme_file(a_file(tmp_path, 'key = "a"\ntitle = "方案"\n'.encode("gb18030")))

    assert caught.value.line == 2


def test_a_byte_order_mark_is_no_syntax_error(tmp_path: Path) -> None:
    assert read_scheme_file(a_file(tmp_path, "\ufeffkey = 'a'")) == {"key": "a"}


def test_deep_nesting_is_a_syntax_error_and_no_crash(tmp_path: Path) -> None:
    with pytest.raises(SchemeSyntax):
        read_scheme_file(a_file(tmp_path, "a = " + "[" * 100_000))


def test_a_scheme_with_problems_is_rejected_with_all_of_them(tmp_path: Path) -> None:
    with pytest.raises(SchemeRejected) as caught:
        load_scheme(a_file(tmp_path, "key = 1.5\ntitel = 'x'\n"))

    faults = [problem.fault for problem in caught.value.problems]
    assert faults.count(SchemeFault.MISSING_KEY) == 3
    assert SchemeFault.FLOAT in faults
    assert SchemeFault.UNKNOWN_KEY in faults


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(FileMissing):
        load_scheme(tmp_path / "none.toml")


def test_a_file_far_too_large_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileRefused):
        read_scheme_file(a_file(tmp_path, b"#" * 2_000_001))
