"""Settings are remembered, and a broken file never keeps anybody from working."""

from pathlib import Path

import pytest

from reviewer_app.settings import Look, Settings, load_settings, save_settings


def test_what_was_chosen_comes_back(tmp_path: Path) -> None:
    chosen = Settings("en", Look.DARK, 150, still=True, recent=("a.review",), second_disk="/d")

    save_settings(tmp_path / "new" / "settings.json", chosen)

    assert load_settings(tmp_path / "new" / "settings.json") == chosen
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["settings.json"]


@pytest.mark.parametrize(
    "text", ["", "[]", "{", '{"look": 3, "text_size": "x", "recent": [1], "second_disk": 1}']
)
def test_a_senseless_file_counts_as_none(tmp_path: Path, text: str) -> None:
    (tmp_path / "settings.json").write_text(text, encoding="utf-8")

    assert load_settings(tmp_path / "settings.json") == Settings()


def test_the_text_is_never_larger_or_smaller_than_offered(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text('{"text_size": 900}', encoding="utf-8")

    assert load_settings(tmp_path / "settings.json").text_size == 200


def test_the_last_opened_workspace_stands_first_and_once() -> None:
    settings = Settings(recent=("a", "b")).with_recent(Path("b"))

    assert settings.recent == ("b", "a")
    assert settings.without_recent(Path("b")).recent == ("a",)


def test_a_recent_batch_keeps_its_title_until_it_is_forgotten(tmp_path: Path) -> None:
    there, gone = tmp_path / "w.review", tmp_path / "gone.review"
    there.touch()
    settings = Settings().with_recent(gone, "旧批次").with_recent(there, "新批次")

    first, second = settings.recent_batches()

    assert (first.title, first.is_there) == ("新批次", True)
    assert (second.title, second.is_there) == ("旧批次", False)
    assert settings.without_recent(gone).titles == {str(there): "新批次"}
