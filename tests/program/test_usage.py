"""What a slip on the command line meets: one sentence in one's own language, no loss."""

import os
import re
from pathlib import Path

import openpyxl
import pytest

from reviewer_app.cli import main
from reviewer_app.cli.frame import system_language
from tests.builders import a_scheme_document
from tests.program.commands import done, run, write_csv, write_scheme
from tests.program.small_batch import SmallBatch, a_small_batch


@pytest.fixture
def batch(tmp_path: Path) -> SmallBatch:
    return a_small_batch(tmp_path)


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "zh_CN"),
        ({"LANG": "C.UTF-8"}, "zh_CN"),
        ({"LANG": "de_DE.UTF-8"}, "zh_CN"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LC_ALL": "zh_CN.UTF-8", "LANG": "en_US.UTF-8"}, "zh_CN"),
    ],
)
def test_the_system_chooses_the_language_if_it_is_one_of_the_two(
    environment: dict[str, str], language: str
) -> None:
    assert system_language(environment) == language


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("template", "frob", "x.xlsx"), "KIND"),
        (("report", "W", "--to", "out", "--format", "doc"), "--format"),
        (("--lang", "fr", "rank", "W"), "--lang"),
        (("rank", "W", "extra"), "extra"),
        (("rank", "W", "--json=1"), "--json"),
        (("new", "n.review"), "--title"),
        (("rank",), "WORKSPACE"),
        (("import", "W", "scores", "F", "--map", "X"), "--map"),
        (("import", "W", "applications", "F", "--unit", "用户数=美元"), "--unit"),
        (("import", "W", "applications", "F", "--submit"), "--submit"),
        (("rank", "W", "--as", " "), "--as"),
        (("verify", "R"), "--workspace"),
        (("verify", "D", "--workspace", "W"), "没有本程序的文件编码"),
        (("frob",), "没有 frob 命令"),
        (("scheme",), "缺少命令"),
        (("scheme", "frob"), "没有 frob 命令"),
    ],
)
def test_a_slip_is_named_in_chinese_only(
    batch: SmallBatch, arguments: tuple[str, ...], words: str
) -> None:
    folder = batch.folder / "out"
    done("report", batch.workspace, "ranking", "--to", folder, "--format", "xlsx")
    paths = {
        "W": batch.workspace,
        "F": batch.file("scores"),
        "R": folder / "11-ranking.xlsx",
        "D": folder,
    }

    outcome = run(*(paths.get(item, item) for item in arguments))

    sentence = outcome.err.splitlines()[0]
    assert outcome.status == 2
    assert words in sentence
    assert not re.search(r"[a-z]{3,} [a-z]{2,} [a-z]{2,}", sentence), sentence


def test_an_option_without_its_value_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--lang", "zh_CN", "recuse", "x.review", "R1", "P1", "--ground"]) == 2

    assert capsys.readouterr().err.splitlines()[0] == "--ground 后面需要填写内容。"


def test_a_title_of_spaces_is_asked_for_as_a_title(tmp_path: Path) -> None:
    outcome = run("new", tmp_path / "n.review", "--title", "  ")

    assert outcome.status == 2
    assert "标题" in outcome.err
    assert not (tmp_path / "n.review").exists()


def test_a_workspace_ends_in_review(tmp_path: Path) -> None:
    outcome = run("new", tmp_path / "n", "--title", "批次")

    assert outcome.status == 2
    assert ".review" in outcome.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("target", ["out.csv", "out"])
def test_a_template_ends_in_xlsx(tmp_path: Path, target: str) -> None:
    outcome = run("template", "applications", tmp_path / target)

    assert outcome.status == 2
    assert ".xlsx" in outcome.err
    assert list(tmp_path.iterdir()) == []


def test_a_template_never_replaces_a_file(tmp_path: Path) -> None:
    filled = tmp_path / "申报.xlsx"
    filled.write_bytes(b"filled in")

    outcome = run("template", "applications", filled)

    assert outcome.status == 2
    assert filled.read_bytes() == b"filled in"


@pytest.mark.parametrize("target", ["applications.csv", "批次 一.review", "别的.xlsx"])
def test_the_red_copy_never_replaces_a_file(batch: SmallBatch, target: str) -> None:
    source = batch.write_applications(("P1", "项目一", "七"), ("P3", "项目三", "4"))
    copy = batch.folder / target
    if not copy.exists():
        copy.write_bytes(b"something else")
    before = copy.read_bytes()

    outcome = run("import", batch.workspace, "applications", source, "--skip-bad", copy)

    assert outcome.status == 2
    assert copy.read_bytes() == before
    assert len(done("rank", batch.workspace, "--json").json["applications"]) == 2


def test_a_refused_recusal_shows_no_before_and_after(batch: SmallBatch) -> None:
    outcome = run("recuse", batch.workspace, "R1", "P1", "--ground", " ")

    assert outcome.status == 2
    assert len(outcome.err.splitlines()) == 1


def test_a_refused_adoption_does_not_say_what_it_would_void(batch: SmallBatch) -> None:
    path = write_scheme(batch.folder / "same.toml", a_scheme_document())

    outcome = run("scheme", "adopt", batch.workspace, path, "--reason", "x")

    assert outcome.status == 2
    assert len(outcome.err.splitlines()) == 1


def test_full_width_numbers_name_the_same_sheet(batch: SmallBatch) -> None:
    done("recuse", batch.workspace, "Ｒ１", " Ｐ１", "--ground", "同单位")

    first = done("rank", batch.workspace, "--json").json["applications"][0]
    assert (first["number"], first["reviewers"][0]["state"]) == ("P1", "recused")
    assert done("rank", batch.workspace, "--explain", "Ｐ１").out


def test_help_has_no_english_headings_in_chinese() -> None:
    text = done("--help").out

    assert "选项:" in text
    assert "Options" not in text


def test_backups_go_into_a_folder_that_takes_files(
    batch: SmallBatch, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_file = run("backup", batch.workspace, "--to", batch.file("scores"))
    monkeypatch.setattr(os, "access", lambda _path, mode: mode != os.W_OK)
    locked = run("backup", batch.workspace, "--to", batch.folder)

    assert (a_file.status, locked.status) == (3, 3)
    assert "不是文件夹" in a_file.err
    assert "没有权限" in locked.err


def test_reports_that_cannot_all_be_made_are_none(batch: SmallBatch) -> None:
    folder = batch.folder / "out"
    named = ("ranking", "composite", "--edition", "public")

    outcome = run("report", batch.workspace, *named, "--to", folder)

    assert outcome.status == 2
    assert not folder.exists()


def test_a_report_named_twice_is_written_once(batch: SmallBatch) -> None:
    named = ("ranking", "11", "--format", "xlsx")

    lines = done("report", batch.workspace, *named, "--to", batch.folder / "out").out.splitlines()

    assert len(lines) == 1


def test_a_folder_that_is_a_file_is_said_in_chinese(batch: SmallBatch) -> None:
    target = write_csv(batch.folder / "x.csv", ["a"], [])

    outcome = run("report", batch.workspace, "--to", target)

    assert outcome.status == 3
    assert "已有同名文件" in outcome.err


def test_a_score_far_from_its_suggestion_is_not_submitted_without_a_comment(
    tmp_path: Path,
) -> None:
    document = a_scheme_document()
    row = document["factor"][0]["indicator"][0]  # type: ignore[index]
    row.update(kind="assisted", tolerance="0.2")  # 4 users suggest 4 of 10
    batch = a_small_batch(tmp_path, scored=False)
    path = write_scheme(tmp_path / "assisted.toml", document)
    done("scheme", "adopt", batch.workspace, path, "--reason", "试行")
    header = ["项目编号", "专家编号", "A1", "B1", "B2", "A1意见"]
    silent = write_csv(tmp_path / "s.csv", header, [["P1", "R1", "6.5", "30", "40", ""]])

    outcome = run("import", batch.workspace, "scores", silent, "--submit")

    assert outcome.status == 2
    assert "A1" in outcome.err
    write_csv(silent, header, [["P1", "R1", "6.5", "30", "40", "均为头部用户"]])
    done("import", batch.workspace, "scores", silent, "--submit")


def test_one_look_shows_everything_wrong_with_a_row(batch: SmallBatch) -> None:
    header = ["项目编号", "项目名称", "申报单位", "申请金额（万元）", "用户数"]
    applications = write_csv(batch.folder / "a.csv", header, [["P3", "", "甲", "-5", "七"]])
    scores = batch.write_scores({("P1", "R1"): ("abc", "99")})

    first = run("import", batch.workspace, "applications", applications, "--check", "--json").json
    second = run("import", batch.workspace, "scores", scores, "--check", "--json").json

    assert [row["found"] for row in first["problems"]] == ["", "七", "-5"]
    assert [row["found"] for row in second["problems"]] == ["abc", "99"]


def test_the_red_copy_speaks_the_language_of_the_command(batch: SmallBatch) -> None:
    source = batch.write_applications(("P3", "项目三", "七"))
    copy = batch.folder / "copy.xlsx"

    run("import", batch.workspace, "applications", source, "--skip-bad", copy, lang="en")

    comment = openpyxl.load_workbook(copy).worksheets[0].cell(2, 4).comment
    assert comment is not None
    assert "is no number" in comment.text


@pytest.mark.parametrize(
    ("kind", "options", "words"),
    [
        ("scores", ("--map", "旧列Ａ=得分"), "旧列Ａ"),
        ("scores", ("--sheet", "表一"), "CSV 文件没有工作表"),
        ("details", (), "明细表"),
        ("applications", ("--unit", "用户数=元"), "不是金额列"),
    ],
)
def test_a_file_that_does_not_fit_is_one_problem_with_its_place(
    batch: SmallBatch, kind: str, options: tuple[str, ...], words: str
) -> None:
    file = batch.file("applications" if kind == "applications" else "scores")

    plan = run("import", batch.workspace, kind, file, "--check", "--json", *options).json

    assert len(plan["problems"]) == 1
    assert words in plan["problems"][0]["message"]
    assert "：。" not in plan["problems"][0]["message"]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b'key = "a\n', "x.toml 第 1 行第 9 列"),
        (b"\xff\xfe\x00", "x.toml 第 1 行：不是 UTF-8"),
    ],
)
def test_a_scheme_that_is_no_toml_is_placed_without_english(
    tmp_path: Path, content: bytes, words: str
) -> None:
    path = tmp_path / "x.toml"
    path.write_bytes(content)

    outcome = run("scheme", "check", path)

    assert outcome.status == 2
    assert words in outcome.err
    assert "Illegal" not in outcome.err


def test_a_near_name_is_offered_without_a_stray_space(batch: SmallBatch) -> None:
    said = run("recuse", batch.workspace, "R11", "P1", "--ground", "x").err

    assert said == "本评审库中没有专家 R11。是否指：R1？\n"


@pytest.mark.parametrize("arguments", [("rank", "F"), ("verify", "F"), ("verify", "R")])
def test_a_file_one_may_not_read_is_said_so(
    batch: SmallBatch, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, str]
) -> None:
    report = batch.folder / "11-ranking.xlsx"
    report.write_bytes(b"x")
    paths = {"F": batch.workspace, "R": report}
    monkeypatch.setattr(os, "access", lambda _path, mode: mode != os.R_OK)

    outcome = run(arguments[0], paths[arguments[1]])

    assert outcome.status == 3
    assert "权限" in outcome.err


@pytest.mark.parametrize("kept", [1, 300, 4000])
def test_a_damaged_workbook_is_no_report_of_ours(batch: SmallBatch, kept: int) -> None:
    folder = batch.folder / "out"
    done("report", batch.workspace, "ranking", "--to", folder, "--format", "xlsx")
    path = folder / "11-ranking.xlsx"
    path.write_bytes(path.read_bytes()[:kept])

    outcome = run("verify", path, "--workspace", batch.workspace)

    assert outcome.status == 2
    assert "没有本程序的文件编码" in outcome.err
