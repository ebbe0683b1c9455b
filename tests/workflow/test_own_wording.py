"""A bureau may word its papers itself, with the places they can fill."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from reviewer_app.domain.report_errors import UnknownPlaces, UnknownText
from reviewer_app.i18n import translator
from reviewer_app.queries.paper_texts import paper_texts
from reviewer_app.words.paper_texts import bundled_texts, places_of
from reviewer_app.words.reports import sentence
from reviewer_app.workflow.change_setting import change_setting
from reviewer_app.workspace import Workspace
from tests.builders import a_workspace


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    made = a_workspace(tmp_path / "w.review")
    yield made
    made.close()


def own(workspace: Workspace, name: str, language: str = "zh_CN") -> str:
    return next(text.own for text in paper_texts(workspace, language) if text.name == name)


def test_own_wording_holds_for_its_language_only(workspace: Workspace) -> None:
    change_setting(workspace, "text.publicity.period", "自{start}起公示五个工作日。")

    assert own(workspace, "publicity.period") == "自{start}起公示五个工作日。"
    assert own(workspace, "publicity.period", "en") == ""


def test_a_text_that_is_not_there_is_refused(workspace: Workspace) -> None:
    with pytest.raises(UnknownText):
        change_setting(workspace, "text.publicity.weather", "晴")


def test_a_place_that_nobody_fills_is_refused_by_name(workspace: Workspace) -> None:
    with pytest.raises(UnknownPlaces) as caught:
        change_setting(workspace, "text.publicity.period", "自{begin}起")

    words = sentence(caught.value, translator("zh_CN")) or ""
    assert "{begin}" in words
    assert "{start}" in words


def test_both_languages_have_the_same_texts_with_the_same_places() -> None:
    chinese, english = bundled_texts("zh_CN"), bundled_texts("en")

    assert chinese.keys() == english.keys()
    assert [name for name in chinese if places_of(chinese[name]) != places_of(english[name])] == []
