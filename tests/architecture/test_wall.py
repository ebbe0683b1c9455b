"""Nothing that could hold a score or a name of a member reaches the window for the wall."""

from pathlib import Path

from tests.architecture.files import imported, is_within

CLEARED = (
    "PySide6",
    "collections.abc",
    "datetime",
    "typing",
    "reviewer_app.domain.projector",
    "reviewer_app.i18n",
    "reviewer_app.words.agenda",
    "ui.theme",
    "ui.widgets",
)


def test_the_window_for_the_wall_imports_only_what_is_cleared() -> None:
    names = imported(Path("ui/projector.py"))

    assert [name for name in names if not is_within(name, CLEARED)] == []


def test_the_words_on_the_wall_know_the_agenda_only() -> None:
    names = imported(Path("reviewer_app/words/agenda.py"))

    cleared = ("reviewer_app.domain.agenda", "reviewer_app.i18n")
    assert [name for name in names if not is_within(name, cleared)] == []
