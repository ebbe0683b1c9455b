"""Every vector of the official result through the real commands and files."""

from pathlib import Path

import pytest

from tests.domain.vector_cases import all_cases
from tests.domain.vector_schemes import VectorCase, found
from tests.program.commands import done, write_csv, write_scheme

OPEN = {"pending", "draft"}


def write_files(case: VectorCase, folder: Path) -> dict[str, Path]:
    """Write the case's scheme and import files."""
    inputs = [str(item["key"]) for item in case.document.get("input", [])]
    reviewers = sorted({sheet.reviewer for sheet in case.sheets})
    codes = sorted({code for sheet in case.sheets for code in sheet.scores})
    files = {"scheme": write_scheme(folder / "scheme.toml", case.document)}
    if case.applications:
        files["applications"] = write_csv(
            folder / "applications.csv",
            ["项目编号", "项目名称", "申报单位", "申请金额（万元）", *inputs],
            [
                [row["number"], "项目", "单位", row.get("requested", "")]
                + [row.get(key, "") for key in inputs]
                for row in case.applications
            ],
        )
    if reviewers:
        files["reviewers"] = write_csv(
            folder / "reviewers.csv", ["专家编号", "姓名"], [[n, f"专家{n}"] for n in reviewers]
        )
        files["assignments"] = write_csv(
            folder / "assignments.csv", ["项目编号", "专家编号"], case.assignments
        )
        files["scores"] = write_csv(
            folder / "scores.csv",
            ["项目编号", "专家编号", "status", *codes],
            [
                [sheet.application, sheet.reviewer]
                + ["" if sheet.state == "submitted" else sheet.state.upper()]
                + [sheet.scores.get(code, "") for code in codes]
                for sheet in case.sheets
                if sheet.state not in OPEN
            ],
        )
    return files


@pytest.mark.parametrize("case", all_cases(), ids=lambda case: case.name)
def test_the_commands_give_what_was_published(case: VectorCase, tmp_path: Path) -> None:
    files = write_files(case, tmp_path)
    workspace = tmp_path / "batch.review"
    done("new", workspace, "--title", case.name, "--scheme", files["scheme"])
    for kind in ("applications", "reviewers", "assignments"):
        if kind in files:
            done("import", workspace, kind, files[kind])
    if "scores" in files:
        done("import", workspace, "scores", files["scores"], "--submit")

    given = {row["number"]: row for row in done("rank", workspace, "--json").json["applications"]}

    assert given.keys() == case.expected.keys()
    for number, expected in case.expected.items():
        assert {key: found(given[number], key) for key in expected} == expected, number
