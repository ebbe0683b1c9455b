"""An older or a forked file is noticed on the PC that has seen the newer one."""

import shutil
from pathlib import Path

from reviewer_app.domain.verification import FindingKind
from reviewer_app.storage.heads import compare_heads, remember_head, seen_heads
from reviewer_app.storage.store import open_store
from tests.storage.files import a_closed_file, set_score, unprotected

UUID = "00000000-0000-4000-8000-000000000001"


def after_scores(path: Path, folder: Path, *values: int) -> list[tuple[FindingKind, str]]:
    """Open, look for alarms, give scores, note the head and close."""
    store = open_store(path)
    alarms = [(found.kind, found.place) for found in compare_heads(folder, UUID, store)]
    for value in values:
        set_score(store, value)
        remember_head(folder, UUID, store)
    store.close()
    return alarms


def test_a_file_that_only_grows_raises_no_alarm(tmp_path: Path) -> None:
    path = a_closed_file(tmp_path / "w.review")

    assert after_scores(path, tmp_path, 100, 200) == []
    assert after_scores(path, tmp_path, 300) == []
    assert after_scores(path, tmp_path) == []


def test_an_older_copy_is_noticed_as_rolled_back(tmp_path: Path) -> None:
    path = a_closed_file(tmp_path / "w.review")
    after_scores(path, tmp_path, 100)
    shutil.copy(path, tmp_path / "copy")
    after_scores(path, tmp_path, 200)
    last, _ = seen_heads(tmp_path, UUID)[-1]

    shutil.copy(tmp_path / "copy", path)

    assert after_scores(path, tmp_path) == [(FindingKind.ROLLED_BACK, f"#{last}")]


def test_a_copy_that_went_another_way_is_noticed_as_forked(tmp_path: Path) -> None:
    path = a_closed_file(tmp_path / "w.review")
    shutil.copy(path, tmp_path / "copy.review")
    after_scores(path, tmp_path, 100)
    after_scores(tmp_path / "copy.review", tmp_path / "elsewhere", 200, 300)

    alarms = after_scores(tmp_path / "copy.review", tmp_path)

    assert [kind for kind, _ in alarms] == [FindingKind.FORKED]


def test_a_cut_tail_of_the_journal_is_noticed(tmp_path: Path) -> None:
    path = a_closed_file(tmp_path / "w.review")
    after_scores(path, tmp_path, 1000, 1000, 1000)
    unprotected(
        path,
        "DELETE FROM journal_change WHERE seq > (SELECT max(seq) - 2 FROM journal)",
        "DELETE FROM journal WHERE seq > (SELECT max(seq) - 2 FROM journal)",
    )

    assert {kind for kind, _ in after_scores(path, tmp_path)} == {FindingKind.ROLLED_BACK}


def test_the_batch_of_a_hostile_file_names_no_path(tmp_path: Path) -> None:
    store = open_store(a_closed_file(tmp_path / "w.review"))
    (tmp_path / "state").mkdir()

    remember_head(tmp_path / "state", "../../evil", store)

    assert seen_heads(tmp_path / "state", "../../evil") == [store.head()]
    assert len(list((tmp_path / "state").iterdir())) == 1
    store.close()


def test_a_folder_that_refuses_is_no_failure(tmp_path: Path) -> None:
    store = open_store(a_closed_file(tmp_path / "w.review"))
    (tmp_path / "state").touch()

    remember_head(tmp_path / "state", UUID, store)

    assert list(compare_heads(tmp_path / "state", UUID, store)) == []
    store.close()


def test_the_head_of_two_hundred_days_is_enough(tmp_path: Path) -> None:
    store = open_store(a_closed_file(tmp_path / "w.review"))
    for value in range(210):
        set_score(store, value)
        remember_head(tmp_path, UUID, store)

    heads = seen_heads(tmp_path, UUID)

    assert len(heads) == 200
    assert heads[-1] == store.head()
    store.close()
