"""What the commands promise: results, sentences, exit statuses, nothing half written."""

import os
import shutil
import sqlite3
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from tests.builders import a_scheme_document
from tests.program.commands import done, run, write_scheme
from tests.program.small_batch import SmallBatch, a_small_batch

ROOT = Path(__file__).parents[2]


@pytest.fixture
def batch(tmp_path: Path) -> SmallBatch:
    return a_small_batch(tmp_path)


def fingerprint(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()


def test_rank_gives_the_result_as_json(batch: SmallBatch) -> None:
    document = done("rank", batch.workspace, "--json").json

    rows = [(row["number"], row["rank"], row["score"]) for row in document["applications"]]
    assert rows == [("P1", 1, "78.00"), ("P2", 2, "47.50")]  # 4+40+34; 7+20+20.5


def test_rank_as_text_shows_the_same_result(batch: SmallBatch) -> None:
    lines = done("rank", batch.workspace).out.splitlines()

    assert [line.split()[:3] for line in lines[2:4]] == [
        ["1", "P1", "项目一"],
        ["2", "P2", "项目二"],
    ]


def test_a_result_explains_itself_down_to_the_division(batch: SmallBatch) -> None:
    text = done("rank", batch.workspace, "--explain", "P1").out

    assert "(74.00 + 77.00 + 83.00) ÷ 3 = 234.00 ÷ 3 = 78.00" in text


def test_a_recusal_says_before_and_after(batch: SmallBatch) -> None:
    said = done("recuse", batch.workspace, "R3", "P1", "--ground", "同一单位").err

    assert "78.00" in said
    assert "75.50" in said
    after = done("rank", batch.workspace, "--json").json["applications"][0]
    assert (after["score"], after["counted"], after["reviewers"][2]["state"]) == (
        "75.50",
        2,
        "recused",
    )


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("recuse", "W", "R9", "P1", "--ground", "x"), "R9"),
        (("recuse", "W", "R1", "P9", "--ground", "x"), "P9"),
        (("recuse", "W", "R1", "P1", "--ground", " "), "理由"),
        (("rank", "missing.review"), "missing.review"),
        (("rank", "W", "--frob"), "--frob"),
        (("frob",), "frob"),
        (("import", "W", "applications"), "FILE"),
        (("import", "W", "applications", "missing.xlsx"), "missing.xlsx"),
        (("new", "W", "--title", "x"), "已经存在"),
        (("new", "x/y/z.review", "--title", "x"), "y"),
        (("report", "W", "frob", "--to", "out"), "frob"),
        (("report", "W", "ranking", "--to", "out", "--format", "docx"), "docx"),
        (("report", "W", "composite", "--to", "out", "--edition", "public"), "公开"),
        (("backup", "W", "--to", "nowhere"), "nowhere"),
        (("verify", "missing.pdf", "--workspace", "W"), "missing.pdf"),
    ],
)
def test_bad_usage_ends_with_2_and_a_sentence(
    batch: SmallBatch, arguments: tuple[str, ...], words: str
) -> None:
    before = fingerprint(batch.workspace)

    outcome = run(*(batch.workspace if item == "W" else item for item in arguments))

    assert outcome.status == 2
    assert words in outcome.err
    assert "Traceback" not in outcome.err
    assert fingerprint(batch.workspace) == before


def test_english_is_spoken_when_asked(batch: SmallBatch) -> None:
    outcome = run("recuse", batch.workspace, "R9", "P1", "--ground", "x", lang="en")

    assert "There is no reviewer R9" in outcome.err


@pytest.mark.parametrize("content", [b"", b"hello", b"SQLite format 3\0" + bytes(200)])
def test_a_file_that_is_no_workspace_is_refused_and_left_alone(
    tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "x.review"
    path.write_bytes(content)

    outcome = run("rank", path)

    assert outcome.status in (2, 3)
    assert "x.review" in outcome.err
    assert path.read_bytes() == content


def test_a_held_file_ends_with_3_and_names_the_holder(batch: SmallBatch) -> None:
    code = (
        "import sys; from pathlib import Path; from reviewer_app.storage.store import open_store;"
        "s = open_store(Path(sys.argv[1])); print('held', flush=True); sys.stdin.read()"
    )
    holder = subprocess.Popen(
        [sys.executable, "-c", code, str(batch.workspace)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert holder.stdout is not None
    holder.stdout.readline()

    outcome = run("rank", batch.workspace)
    holder.communicate(input="")

    assert outcome.status == 3
    assert str(holder.pid) in outcome.err


def test_verify_passes_what_the_commands_made(batch: SmallBatch) -> None:
    outcome = run("verify", batch.workspace)

    assert outcome.status == 0
    assert "核验通过" in outcome.out


def test_verify_finds_a_score_changed_behind_the_journal(batch: SmallBatch) -> None:
    with sqlite3.connect(batch.workspace) as connection:
        connection.execute("UPDATE score SET value = value + 50")
    connection.close()

    outcome = run("verify", batch.workspace)

    assert outcome.status == 1
    assert "绕过留痕" in outcome.out


def test_no_report_leaves_a_workspace_that_was_altered(batch: SmallBatch, tmp_path: Path) -> None:
    with sqlite3.connect(batch.workspace) as connection:
        connection.execute("UPDATE application SET name = '改' WHERE number = 'P1'")
    connection.close()

    outcome = run("report", batch.workspace, "--to", tmp_path / "out")

    assert outcome.status == 2
    assert not list((tmp_path / "out").glob("*.*")) if (tmp_path / "out").exists() else True


def test_a_rolled_back_file_is_said_so(batch: SmallBatch, tmp_path: Path) -> None:
    copy = tmp_path / "old.review"
    shutil.copy(batch.workspace, copy)
    done("recuse", batch.workspace, "R3", "P1", "--ground", "同一单位")
    shutil.copy(copy, batch.workspace)

    outcome = run("verify", batch.workspace)

    assert outcome.status == 1
    assert "较旧的文件" in outcome.out


def test_a_backup_is_a_whole_workspace(batch: SmallBatch, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    folder.mkdir()

    path = Path(done("backup", batch.workspace, "--to", folder).out.strip())

    assert path.parent == folder
    assert done("rank", path, "--json").json == done("rank", batch.workspace, "--json").json


def test_adopting_says_what_it_voids_and_voids_only_that(batch: SmallBatch, tmp_path: Path) -> None:
    document = a_scheme_document()
    factor = document["factor"][1]  # type: ignore[index]
    factor["indicator"][0]["max"] = "44"
    factor["indicator"][1]["max"] = "46"
    path = write_scheme(tmp_path / "later.toml", document)

    outcome = done("scheme", "adopt", batch.workspace, path, "--reason", "x")

    assert "12" in outcome.err
    ranked = done("rank", batch.workspace, "--json").json
    assert {row["state"] for row in ranked["applications"]} == {"pending"}


def test_a_wording_change_voids_nothing(batch: SmallBatch, tmp_path: Path) -> None:
    document = {**a_scheme_document(), "title": "小方案（勘误）"}
    path = write_scheme(tmp_path / "later.toml", document)

    done("scheme", "adopt", batch.workspace, path, "--reason", "勘误")

    ranked = done("rank", batch.workspace, "--json").json
    assert [row["score"] for row in ranked["applications"]] == ["78.00", "47.50"]


def test_the_same_scheme_is_not_adopted_twice(batch: SmallBatch, tmp_path: Path) -> None:
    path = write_scheme(tmp_path / "same.toml", a_scheme_document())

    assert run("scheme", "adopt", batch.workspace, path, "--reason", "x").status == 2


def test_scheme_check_names_every_problem_and_ends_with_1(tmp_path: Path) -> None:
    document = a_scheme_document(quorum=0, combine="best")
    outcome = run("scheme", "check", write_scheme(tmp_path / "bad.toml", document))

    assert outcome.status == 1
    assert "rules/quorum" in outcome.out
    assert "rules/combine" in outcome.out


def test_who_acts_is_in_the_journal(tmp_path: Path) -> None:
    batch = a_small_batch(tmp_path, scored=False)
    done("recuse", batch.workspace, "R3", "P1", "--ground", "同一单位", "--as", "赵监督")

    with sqlite3.connect(batch.workspace) as connection:
        actors = [row[0] for row in connection.execute("SELECT actor FROM journal ORDER BY seq")]
    connection.close()

    assert actors[-1] == "赵监督"


def test_the_program_runs_as_a_module_from_another_folder(
    batch: SmallBatch, tmp_path: Path
) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "error"}
    command = [sys.executable, "-m", "reviewer_app", "rank", str(batch.workspace), "--lang", "en"]

    ended = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, check=False)

    assert ended.returncode == 0, ended.stderr
    assert "78.00" in ended.stdout.decode("utf-8")
