"""A report is written whole and right, or the old one stays."""

import errno
import os
from pathlib import Path

import pytest

from reviewer_app.domain.report_errors import (
    MissingGlyphs,
    ReportDiffers,
    ReportInUse,
    ReportNotWritten,
)
from reviewer_app.i18n import translator
from reviewer_app.reports import excel, pdf
from reviewer_app.reports.catalogue import build
from reviewer_app.reports.writing import write_report
from reviewer_app.words.reports import sentence
from tests.reports.builders import a_batch, a_panel, a_reviewer, some_facts

RANKING = build("ranking", some_facts(a_batch(3, 5), a_panel(5)))


@pytest.fixture(params=["pdf", "xlsx"])
def path(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    target = tmp_path / f"11-ranking.{request.param}"
    target.write_bytes(b"the old report")
    return target


def _only(path: Path) -> bool:
    return [other.name for other in path.parent.iterdir()] == [path.name]


def test_a_written_report_replaces_the_old_one(path: Path) -> None:
    written = write_report(RANKING, path)

    assert written.size == path.stat().st_size > 1000
    assert _only(path)


def test_a_full_disk_leaves_the_old_report_whole(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)

    with pytest.raises(ReportNotWritten) as caught:
        write_report(RANKING, path)

    assert path.read_bytes() == b"the old report"
    assert _only(path)
    assert str(path) in (sentence(caught.value, translator("zh_CN")) or "")


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(ReportNotWritten):
        write_report(RANKING, tmp_path / "nowhere" / "x.pdf")


def _held(monkeypatch: pytest.MonkeyPatch, times: int) -> list[int]:
    tries: list[int] = []
    real = Path.replace

    def replace(self: Path, target: Path) -> Path:
        tries.append(1)
        if len(tries) <= times:
            raise PermissionError(errno.EACCES, "held")
        return real(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    return tries


def test_a_virus_scanner_is_waited_for(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    waits: list[float] = []
    tries = _held(monkeypatch, 3)

    write_report(RANKING, path, sleep=waits.append)

    assert len(tries) == 4
    assert waits == [0.05, 0.1, 0.2]


def test_a_file_open_in_another_program_is_said_after_three_seconds(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    waits: list[float] = []
    _held(monkeypatch, 99)

    with pytest.raises(ReportInUse) as caught:
        write_report(RANKING, path, sleep=waits.append)

    assert 2 <= sum(waits) <= 3.5
    assert "WPS" in (sentence(caught.value, translator("zh_CN")) or "")
    assert path.read_bytes() == b"the old report"
    assert _only(path)


def test_a_file_that_reads_back_otherwise_is_removed(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = build("ranking", some_facts(a_batch(3, 5, seed=2), a_panel(5)))
    real_pdf, real_book = pdf.write_pdf, excel.write_workbook
    monkeypatch.setattr(pdf, "write_pdf", lambda _document, target, **_: real_pdf(other, target))
    monkeypatch.setattr(
        excel, "write_workbook", lambda _document, target, check: real_book(other, target, check)
    )

    with pytest.raises(ReportDiffers):
        write_report(RANKING, path)

    assert path.read_bytes() == b"the old report"
    assert _only(path)


def test_missing_characters_are_handed_to_the_export_log(tmp_path: Path) -> None:
    facts = some_facts(a_batch(1, 3), (a_reviewer("R1", "王𣇉"),))
    document = build("ranking", facts)

    with pytest.raises(MissingGlyphs):
        write_report(document, tmp_path / "a.pdf")
    written = write_report(document, tmp_path / "a.pdf", allow_missing=True)

    assert [glyph.code for glyph in written.missing] == ["U+231C9"]
