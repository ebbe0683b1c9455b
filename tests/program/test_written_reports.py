"""A written report can be matched with its batch years later."""

import os
import re
from pathlib import Path

import pytest

from reviewer_app.domain.document import Edition
from reviewer_app.reports import set_writing
from reviewer_app.reports.catalogue import made_now
from tests.program.commands import done, run
from tests.program.small_batch import SmallBatch, a_small_batch


@pytest.fixture
def batch(tmp_path: Path) -> SmallBatch:
    made = a_small_batch(tmp_path)
    done("report", made.workspace, "--to", tmp_path / "out")
    return made


FILES = sorted(
    report.file_name(Edition.INTERNAL, extension)
    for report in made_now()
    for extension in report.formats
)


def test_without_a_key_every_report_is_written_in_its_formats(batch: SmallBatch) -> None:
    assert sorted(path.name for path in (batch.folder / "out").iterdir()) == FILES


@pytest.mark.parametrize("name", FILES)
def test_a_written_file_is_known_as_itself(batch: SmallBatch, name: str) -> None:
    outcome = run("verify", batch.folder / "out" / name, "--workspace", batch.workspace)

    assert outcome.status == 0, outcome.out
    assert "原文件" in outcome.out
    assert "没有新的留痕记录" in outcome.out


def test_several_processes_write_every_report_too(
    batch: SmallBatch, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(set_writing, "_WORTH_IT", 0)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    to = batch.folder / "shared"

    outcome = done("report", batch.workspace, "--to", to)

    assert sorted(path.name for path in to.iterdir()) == FILES
    assert sorted(outcome.out.split("\n")[:-1]) == sorted(str(to / name) for name in FILES)


def test_later_changes_are_told_and_the_paper_stays_genuine(batch: SmallBatch) -> None:
    done("recuse", batch.workspace, "R3", "P1", "--ground", "同一单位")

    outcome = run("verify", batch.folder / "out" / "11-ranking.pdf", "--workspace", batch.workspace)

    assert outcome.status == 0
    assert "现已不同" in outcome.out


def test_an_altered_workbook_is_found_out(batch: SmallBatch) -> None:
    from openpyxl import load_workbook

    path = batch.folder / "out" / "11-ranking.xlsx"
    book = load_workbook(path)
    for row in book.worksheets[0].iter_rows():
        for cell in row:
            if cell.value == 78:
                cell.value = 79
    book.save(path)

    outcome = run("verify", path, "--workspace", batch.workspace)

    assert outcome.status == 1
    assert "已被改动" in outcome.out


def test_a_report_of_another_batch_is_not_known(batch: SmallBatch, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    stranger = a_small_batch(other)
    done("recuse", stranger.workspace, "R3", "P1", "--ground", "同一单位")
    done("report", stranger.workspace, "ranking", "--to", other / "out", "--format", "pdf")

    outcome = run("verify", other / "out" / "11-ranking.pdf", "--workspace", batch.workspace)

    assert outcome.status == 1


def test_the_public_edition_has_no_reviewer_and_no_single_score(batch: SmallBatch) -> None:
    from reviewer_app.reports.reading_back import text_of

    out = batch.folder / "public"
    done("report", batch.workspace, "ranking", "--to", out, "--edition", "public")

    for name in ("11-ranking-public.pdf", "11-ranking-public.xlsx"):
        text = text_of(out / name)
        assert "P1" in text
        assert "专家R" not in text
        assert "R1" not in text
        assert "83.00" not in text


def test_the_public_workbook_is_the_ranking_alone(batch: SmallBatch) -> None:
    from openpyxl import load_workbook

    out = batch.folder / "public"
    done("report", batch.workspace, "ranking", "--to", out, "--edition", "public")

    assert load_workbook(out / "11-ranking-public.xlsx").sheetnames == ["评审结果汇总表"]


def test_writing_reports_does_not_change_their_codes(batch: SmallBatch) -> None:
    from reviewer_app.reports.reading_back import text_of

    for folder in ("once", "twice"):
        done("report", batch.workspace, "--to", batch.folder / folder, "--format", "pdf")

    for name in (name for name in FILES if name.endswith(".pdf")):
        codes = [
            re.findall(r"\d\d-[a-z-]+ · \d+ · [0-9a-f]{12}", text_of(batch.folder / folder / name))
            for folder in ("once", "twice")
        ]
        assert codes[0]
        assert codes[0] == codes[1]


def test_an_english_report_of_a_chinese_batch_is_known(batch: SmallBatch) -> None:
    out = batch.folder / "en"
    done(
        "report", batch.workspace, "ranking", "--to", out, "--format", "pdf", "--report-lang", "en"
    )

    assert run("verify", out / "11-ranking.pdf", "--workspace", batch.workspace).status == 0


def test_a_character_no_font_has_names_the_option_that_prints_a_box(batch: SmallBatch) -> None:
    renamed = batch.write_applications(("P1", "项目😀", "4"), ("P2", "项目二", "7"))
    done("import", batch.workspace, "applications", renamed)
    ranking = (
        "report",
        batch.workspace,
        "ranking",
        "--format",
        "pdf",
        "--to",
        batch.folder / "new",
    )

    refused = run(*ranking)
    done(*ranking, "--allow-missing")

    assert refused.status == 2
    assert "U+1F600" in refused.err
    assert "--allow-missing" in refused.err
