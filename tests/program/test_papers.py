"""Papers of one application by the command, and what the export log says of fonts."""

from pathlib import Path

import pytest

from reviewer_app.storage.exports import exports_of
from reviewer_app.storage.store import open_store
from tests.program.commands import done, run
from tests.program.small_batch import SmallBatch, a_small_batch


@pytest.fixture
def batch(tmp_path: Path) -> SmallBatch:
    return a_small_batch(tmp_path)


def test_the_papers_of_one_application_are_named_for_it(batch: SmallBatch) -> None:
    out = batch.folder / "one"

    done("report", batch.workspace, "--application", "P1", "--to", out)

    names = sorted(path.name for path in out.iterdir())
    assert "14-opinions-P1.docx" in names
    assert "29-rank-explanation-P1.pdf" in names
    assert all("-P1." in name for name in names)


@pytest.mark.parametrize("name", ["14-opinions-P1.pdf", "28-result-notice-P1.docx"])
def test_a_paper_of_one_application_is_known_as_itself(batch: SmallBatch, name: str) -> None:
    out = batch.folder / "one"
    key = name.removesuffix("-P1.pdf").removesuffix("-P1.docx")[3:]
    done("report", batch.workspace, key, "--application", "P1", "--to", out)

    outcome = run("verify", out / name, "--workspace", batch.workspace)

    assert outcome.status == 0, outcome.out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [(("ranking", "--application", "P1"), "全批次"), (("opinions", "--application", "P9"), "P9")],
)
def test_what_cannot_be_had_for_one_is_refused(
    batch: SmallBatch, arguments: tuple[str, ...], words: str
) -> None:
    outcome = run("report", batch.workspace, *arguments, "--to", batch.folder / "none")

    assert outcome.status == 2
    assert words in outcome.err
    assert not (batch.folder / "none").exists()


def test_the_export_log_names_the_fonts_that_were_not_there(batch: SmallBatch) -> None:
    told = done("report", batch.workspace, "publicity", "ranking", "--to", batch.folder / "out")

    store = open_store(batch.workspace)
    notes = {item.file: item.note for item in exports_of(store)}
    store.close()
    if notes["17-publicity.pdf"]:
        assert "方正小标宋简体 → NotoSerifSC" in notes["17-publicity.pdf"] + told.err
    assert notes["11-ranking.pdf"] == notes["17-publicity.docx"] == ""
