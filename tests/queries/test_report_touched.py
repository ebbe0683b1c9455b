"""Since a document was made, only what changes it is told."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from reviewer_app.domain.document import Edition
from reviewer_app.domain.person import Role
from reviewer_app.i18n import translator
from reviewer_app.queries.report import ReportOrder, prepare
from reviewer_app.queries.report_check import Recalled, parse_code, recall
from reviewer_app.queries.report_touched import MOST, entries_touching
from reviewer_app.words.report_check import touched_lines
from reviewer_app.workflow.add_person import add_person
from reviewer_app.workflow.set_aside import recuse
from reviewer_app.workspace import Workspace, open_workspace
from tests.builders import some_surroundings
from tests.program.small_batch import a_small_batch

ZH = translator("zh_CN")


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    batch = a_small_batch(tmp_path)
    opened = open_workspace(batch.workspace, some_surroundings())
    yield opened
    opened.store.close()


def again(workspace: Workspace, code: str) -> Recalled:
    return recall(workspace, parse_code(code), ZH)


def code_of(workspace: Workspace, key: str) -> str:
    return prepare(workspace, key, ReportOrder(Edition.INTERNAL, ZH)).code


def test_an_entry_that_changes_nothing_of_it_does_not_touch_it(workspace: Workspace) -> None:
    code = code_of(workspace, "ranking")
    add_person(workspace, name="李干事", role=Role.SECRETARY)

    found = again(workspace, code)

    assert found.entries_since == 1
    assert not found.since.differs
    assert found.since.rows == ()


def test_the_entries_that_touch_it_are_named_in_order(workspace: Workspace) -> None:
    code = code_of(workspace, "ranking")
    recuse(workspace, application="P1", reviewer="R3", ground="同一单位")
    add_person(workspace, name="李干事", role=Role.SECRETARY)
    recuse(workspace, application="P2", reviewer="R3", ground="同一单位")

    found = again(workspace, code)

    assert [row.sequence - parse_code(code).sequence for row in found.since.rows] == [1, 3]
    assert found.since.is_whole
    lines = tuple(touched_lines(found.since, ZH))
    assert "王干事：" in lines[1]
    assert "P1 · R3" in lines[1]
    assert "同一单位" in lines[1]


def test_a_narrow_place_names_the_first_and_says_there_are_more(workspace: Workspace) -> None:
    code = code_of(workspace, "ranking")
    recuse(workspace, application="P1", reviewer="R3", ground="同一单位")
    recuse(workspace, application="P2", reviewer="R3", ground="同一单位")

    lines = tuple(touched_lines(again(workspace, code).since, ZH, 1))

    assert len(lines) == 3
    assert "P1" in lines[1]
    assert "留痕" in lines[2]


def test_what_was_changed_of_another_paper_is_not_told(workspace: Workspace) -> None:
    code = code_of(workspace, "objective-scores")
    recuse(workspace, application="P1", reviewer="R3", ground="同一单位")

    assert not again(workspace, code).since.differs


def test_no_more_entries_are_looked_for_than_are_told() -> None:
    found, is_whole = entries_touching(str, 1, 10_000)

    assert found == list(range(2, 2 + MOST))
    assert not is_whole


def test_one_change_among_many_entries_is_found_in_a_few_looks() -> None:
    looked: list[int] = []

    def reading(at: int) -> str:
        looked.append(at)
        return "before" if at < 7_000 else "after"

    assert entries_touching(reading, 1, 10_000) == ([7_000], True)
    assert len(looked) < 20
