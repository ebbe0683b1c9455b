"""The check sheet recalculates to difference 0 in another program, from the scores alone."""

import re
import subprocess
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from openpyxl import load_workbook

from reviewer_app.domain.results import Ranking
from reviewer_app.reports.catalogue import build
from reviewer_app.reports.check_sheet import fits
from reviewer_app.reports.excel import write_workbook
from tests.reports.builders import a_batch, a_panel, a_scheme, measure_5, some_facts
from tests.reports.test_excel import TOO_FINE
from tests.reports.test_recomputation import CASES, THIRDS, a_small_batch, some_rules

COMPUTED_ONLY = """
[[input]]
key = "users"
label = "用户数"
kind = "count"
[[factor]]
code = "推广-1"
name = "推广"
[[factor.indicator]]
code = "A1"
name = "用户"
kind = "objective"
max = "100"
formula = "min(100, users)"
"""
"""No sheets at all, and a code that no name of a workbook can hold."""

HOSTILE_NAMES = """
[[factor]]
code = "A'1]"
name = "O'Brien & <b>[x]*?:"
indicator = [{ code = "=A1", name = "-1+1", kind = "judged", max = "60" }]
[[factor]]
code = "B"
name = "{name}"
indicator = [{ code = "R1C1", name = "@sum", kind = "judged", max = "40" }]
"""
"""Names that end up in names of worksheets, of areas and in formulas."""

Rows = list[tuple[object, ...]]

CHOSEN = [case for case in CASES if case[3] == "application" or case[1] == "total"]


def some_rankings() -> Mapping[str, Ranking]:
    rankings = {
        "-".join(re.sub(r"\W", "", part) for part in case): a_small_batch(
            THIRDS if place % 2 else "", some_rules(*case)
        )
        for place, case in enumerate(CHOSEN)
    }
    computed = a_batch(5, 0, a_scheme("", COMPUTED_ONLY))
    return {
        **rankings,
        "measure5": a_batch(12, 6, measure_5(), absences=True),
        "computed": computed,
        "hostile": a_batch(5, 4, a_scheme("", HOSTILE_NAMES)),
    }


def _save(ranking: Ranking, path: Path) -> None:
    facts = some_facts(ranking, a_panel(3))
    with path.open("wb") as target:
        write_workbook(build("ranking", facts), target, (ranking, facts.translator))


def _without_cached_values(path: Path) -> None:
    """Take the values out of formula cells, so that what is read was recalculated."""
    with zipfile.ZipFile(path) as package:
        members = {name: package.read(name) for name in package.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in members.items():
            package.writestr(name, re.sub(rb"</f><v>[^<]*</v>", b"</f>", content))


@pytest.fixture(scope="module")
def recalculated(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Mapping[str, Rows]]:
    """Let LibreOffice work out every workbook once."""
    known: dict[str, Rows] = {}

    def recalculate(soffice: str) -> Mapping[str, Rows]:
        if known:
            return known
        folder = tmp_path_factory.mktemp("check")
        rankings = some_rankings()
        for name, ranking in rankings.items():
            _save(ranking, folder / f"{name}.xlsx")
            _without_cached_values(folder / f"{name}.xlsx")
        command = [
            soffice,
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            "xlsx:Calc MS Excel 2007 XML",
            "--outdir",
            str(folder / "out"),
            *(str(folder / f"{name}.xlsx") for name in rankings),
        ]
        subprocess.run(command, check=True, capture_output=True, timeout=240)
        for name in rankings:
            book = load_workbook(folder / "out" / f"{name}.xlsx", data_only=True)
            known[name] = list(book["校验"].iter_rows(values_only=True))
            titles = book.sheetnames
            for title in titles[titles.index("图表") + 1 : titles.index("得分明细")]:
                known[f"{name} {title}"] = list(book[title].iter_rows(values_only=True))
            known[f"{name} 图表"] = list(book["图表"].iter_rows(values_only=True))
        return known

    return recalculate


def test_every_difference_is_zero_after_recalculation(
    tool: Callable[[str], str], recalculated: Callable[[str], Mapping[str, Rows]]
) -> None:
    found = {
        name: rows for name, rows in recalculated(tool("soffice")).items() if "图表" not in name
    }

    assert {name: rows[2][1] for name, rows in found.items()} == dict.fromkeys(found, 0)
    for name in some_rankings():
        assert all(row[-2:] == (0, 0) for row in found[name][4:])


def test_each_factor_is_worked_out_anew(
    tool: Callable[[str], str], recalculated: Callable[[str], Mapping[str, Rows]]
) -> None:
    rows = recalculated(tool("soffice"))["measure5 B 技术先进程度"]

    for result, row in zip(some_rankings()["measure5"].applications, rows[4:], strict=False):
        again, official, difference = row[-3:]
        assert again == official == pytest.approx(float(result.factors["B"] or 0), abs=0.005)
        assert difference == 0


def test_what_charts_show_is_counted_from_the_scores(
    tool: Callable[[str], str], recalculated: Callable[[str], Mapping[str, Rows]]
) -> None:
    rows = recalculated(tool("soffice"))["measure5 图表"]
    best = some_rankings()["measure5"].applications[0]

    shown = next(row for row in rows if row[0] == f"1. {best.number}")
    totals = [float(part.total) for part in best.reviewers if part.total is not None]
    share = next(row for row in rows if row[0] == "A 项目投入情况")
    assert shown[1:4] == pytest.approx((float(best.score or 0), min(totals), max(totals)))
    assert share[1] == pytest.approx(float(best.factors["A"] or 0) / 15 * 100, abs=0.05)


def test_scores_and_ranks_are_worked_out_anew(
    tool: Callable[[str], str], recalculated: Callable[[str], Mapping[str, Rows]]
) -> None:
    rows = recalculated(tool("soffice"))["measure5"]
    ranking = some_rankings()["measure5"]

    again = rows[3].index("复算总分"), rows[3].index("复算名次")
    for result, row in zip(ranking.applications, rows[4:], strict=False):
        assert result.score is not None
        assert (row[again[0]], row[again[1]]) == (result.score * 100, result.rank)


def test_cached_values_are_there_for_readers_that_do_not_calculate(tmp_path: Path) -> None:
    path = tmp_path / "cached.xlsx"
    _save(a_small_batch(), path)

    rows = list(load_workbook(path, data_only=True)["校验"].iter_rows(values_only=True))

    assert rows[2][1] == 0
    assert all(isinstance(value, int | float) for row in rows[4:] for value in row[1:])


def test_an_altered_score_shows_as_a_difference(tool: Callable[[str], str], tmp_path: Path) -> None:
    path = tmp_path / "altered.xlsx"
    _save(a_small_batch(rules='combine = "median"'), path)
    book = load_workbook(path)
    for row in range(5, 9):
        book["得分明细"].cell(row, 3).value = 0
    book.save(path)
    command = [tool("soffice"), f"-env:UserInstallation={(tmp_path / 'p').as_uri()}"]
    command += ["--headless", "--convert-to", "xlsx", "--outdir", str(tmp_path / "out"), str(path)]

    subprocess.run(command, check=True, capture_output=True, timeout=120)

    sheet = load_workbook(tmp_path / "out" / "altered.xlsx", data_only=True)["校验"]
    assert sheet["B3"].value != 0


def test_weights_too_fine_for_a_spreadsheet_leave_the_check_sheet_out() -> None:
    assert fits(measure_5(), 15)
    assert not fits(a_scheme("", TOO_FINE), 15)
