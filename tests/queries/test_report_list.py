"""The catalogue of the screen follows that of the reports."""

from pathlib import Path

import pytest

from reviewer_app.domain.document import Edition
from reviewer_app.domain.errors import NotAllowed
from reviewer_app.domain.person import Actor, Role
from reviewer_app.domain.report_list import ReportLine
from reviewer_app.i18n import translator
from reviewer_app.queries.report import ReportOrder
from reviewer_app.queries.report_list import files_of, report_list
from reviewer_app.reports import catalogue
from reviewer_app.words.report_list import report_name
from reviewer_app.workflow.change_setting import change_setting
from reviewer_app.workflow.print_report import print_report
from tests.builders import a_workspace, as_person


@pytest.mark.parametrize("key", [row.key for row in catalogue.made_now()])
def test_every_document_has_its_name(key: str) -> None:
    names = {report_name(key, translator(language)) for language in ("zh_CN", "en")}

    assert len(names) == 2
    assert key not in names


def test_every_file_is_listed_once(tmp_path: Path) -> None:
    workspace = a_workspace(tmp_path / "w.review")

    files = files_of(report_list(workspace), "", Edition.INTERNAL)

    workspace.close()
    made = [(row.key, form) for row in catalogue.made_now() for form in row.formats]
    assert sorted(files) == sorted(made)


def test_a_printed_document_counts_as_written_until_something_is_changed(tmp_path: Path) -> None:
    workspace = a_workspace(tmp_path / "w.review")
    order = ReportOrder(Edition.INTERNAL, translator("zh_CN"))

    shown = print_report(workspace, "ranking", order)

    assert shown.pdf.startswith(b"%PDF")
    assert ranking_is_current(report_list(workspace))
    change_setting(workspace, "bureau.name", "某市工信局")
    assert not ranking_is_current(report_list(workspace))
    workspace.close()


def ranking_is_current(lines: tuple[ReportLine, ...]) -> bool:
    return next(line.is_current for line in lines if line.key == "ranking")


def test_a_reviewer_sees_no_reports(tmp_path: Path) -> None:
    workspace = a_workspace(tmp_path / "w.review")

    with pytest.raises(NotAllowed):
        report_list(as_person(workspace, Actor("专家1", Role.REVIEWER, "R1")))

    workspace.close()
