"""A backup counts only once it was opened and checked; old ones thin out by a schedule."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from reviewer_app.domain.errors import Damaged, StorageGone
from reviewer_app.storage.backup import (
    Backup,
    backups_in,
    is_due,
    keep_elsewhere,
    make_backup,
    superfluous,
    thin_out,
)
from reviewer_app.storage.store import Store, open_store
from reviewer_app.storage.verification import verify_file
from tests.storage.files import a_store, dump, edit, set_score

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


def test_each_backup_opens_and_holds_every_row(tmp_path: Path) -> None:
    store, folder = a_store(tmp_path / "w.review"), tmp_path / "backups"
    made = []
    for hour in range(3):
        set_score(store, 100 * hour)
        made.append((make_backup(store, folder, "批次", NOON + timedelta(hours=hour)), hour))

    for backup, hour in made:
        copy = open_store(backup.path)
        assert copy.row("SELECT value FROM score WHERE indicator = 'B1'") == (100 * hour,)
        assert copy.head()[0] == backup.sequence
        copy.close()
    store.close()
    assert dump(made[-1][0].path) == dump(tmp_path / "w.review")
    assert verify_file(made[-1][0].path).passed
    assert backups_in(folder) == [backup for backup, _ in made]


def test_a_backup_lies_alone_in_its_folder(tmp_path: Path) -> None:
    store, folder = a_store(tmp_path / "w.review"), tmp_path / "backups"

    made = make_backup(store, folder, "w", NOON)

    assert list(folder.iterdir()) == [made.path]
    store.close()


def test_the_time_of_a_backup_is_read_from_its_name_in_any_zone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import time

    store = a_store(tmp_path / "w.review")
    monkeypatch.setenv("TZ", "Asia/Shanghai")
    time.tzset()
    try:
        made = make_backup(store, tmp_path / "backups", "w", NOON)
        [found] = backups_in(tmp_path / "backups")
    finally:
        monkeypatch.undo()
        time.tzset()

    assert made.path.name == f"w-20261124T200000-{store.head()[0]}.review"
    assert found.at == NOON
    store.close()


def test_a_name_too_long_for_a_disk_is_shortened(tmp_path: Path) -> None:
    store = a_store(tmp_path / "w.review")

    made = make_backup(store, tmp_path, "数字经济重点项目评审" * 8, NOON)

    assert made.path.is_file()
    assert backups_in(tmp_path) == [made]
    store.close()


def test_a_damaged_file_gives_no_backup(tmp_path: Path) -> None:
    path = tmp_path / "w.review"
    a_store(path).close()
    edit(path, "UPDATE score SET value = 9900")
    store = open_store(path)

    with pytest.raises(Damaged) as refused:
        make_backup(store, tmp_path / "backups", "w", NOON)

    assert refused.value.detail.startswith("row_differs score")
    assert list((tmp_path / "backups").iterdir()) == []
    store.close()


def test_a_copy_that_went_bad_never_gets_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = a_store(tmp_path / "w.review")
    whole = Store.copy_to

    def badly(self: Store, target: Path) -> None:
        whole(self, target)
        content = bytearray(target.read_bytes())
        content[len(content) // 2 :] = bytes(len(content) - len(content) // 2)
        target.write_bytes(content)

    monkeypatch.setattr(Store, "copy_to", badly)
    with pytest.raises(Damaged):
        make_backup(store, tmp_path / "backups", "w", NOON)

    assert list((tmp_path / "backups").iterdir()) == []
    store.close()


def test_a_copy_of_another_state_never_gets_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = a_store(tmp_path / "w.review")
    store.copy_to(tmp_path / "older")
    older = (tmp_path / "older").read_bytes()
    set_score(store, 700)
    monkeypatch.setattr(Store, "copy_to", lambda _, target: target.write_bytes(older))

    with pytest.raises(Damaged):
        make_backup(store, tmp_path / "backups", "w", NOON)

    assert list((tmp_path / "backups").iterdir()) == []
    store.close()


def test_a_folder_that_is_a_file_is_told(tmp_path: Path) -> None:
    store = a_store(tmp_path / "w.review")
    (tmp_path / "backups").touch()

    with pytest.raises(StorageGone):
        make_backup(store, tmp_path / "backups", "w", NOON)

    store.close()


def test_a_backup_is_due_after_half_an_hour_of_change(tmp_path: Path) -> None:
    store, folder = a_store(tmp_path / "w.review"), tmp_path / "backups"
    assert is_due(store, folder, NOON)
    make_backup(store, folder, "w", NOON)

    assert not is_due(store, folder, NOON + timedelta(days=9))
    set_score(store, 700)
    assert not is_due(store, folder, NOON + timedelta(minutes=29))
    assert is_due(store, folder, NOON + timedelta(minutes=30))
    assert is_due(store, folder, NOON - timedelta(days=3650)), "a clock set back"
    store.close()


def kept(*times: datetime, now: datetime = NOON) -> list[datetime]:
    """Say which of these backups stay."""
    made = [Backup(Path(str(at)), at, place) for place, at in enumerate(sorted(times))]
    gone = superfluous(made, now)
    return [backup.at for backup in made if backup not in gone]


def test_everything_of_two_days_is_kept() -> None:
    times = [NOON - timedelta(minutes=30 * step) for step in range(97)]

    assert kept(*times) == sorted(times)


def test_of_an_older_day_its_last_is_kept() -> None:
    # The 16th is a Monday, the 20th a Friday, the 21st a Saturday of the same week.
    friday = [datetime(2026, 11, 20, hour, tzinfo=UTC) for hour in (9, 12, 17)]
    saturday = [datetime(2026, 11, 21, hour, tzinfo=UTC) for hour in (8, 10)]

    assert kept(*friday, *saturday) == [friday[-1], saturday[-1]]


def test_after_twelve_days_the_last_of_a_week_is_kept() -> None:
    # One backup at noon of each of the 40 days up to 22 November 2026, a Sunday. Twelve
    # daily: the 11th to the 22nd. Weekly: the Sundays 18 and 25 October, 1 and 8 November
    # (the 15th and the 22nd are daily ones already), and no more weeks are complete.
    days = [datetime(2026, 11, 22, 11, tzinfo=UTC) - timedelta(days=back) for back in range(40)]

    found = kept(*days)

    daily = [datetime(2026, 11, day, 11, tzinfo=UTC) for day in range(11, 23)]
    weekly = [datetime(2026, 10, 18, 11, tzinfo=UTC), datetime(2026, 10, 25, 11, tzinfo=UTC)]
    weekly += [datetime(2026, 11, 1, 11, tzinfo=UTC), datetime(2026, 11, 8, 11, tzinfo=UTC)]
    assert found == weekly + daily


def test_ten_weeks_are_the_longest_memory() -> None:
    sundays = [datetime(2026, 11, 22, 11, tzinfo=UTC) - timedelta(weeks=back) for back in range(30)]

    # Each is the only one of its day, so twelve stay as daily ones, ten of them weekly too.
    assert kept(*sundays) == sorted(sundays)[-12:]


def test_thinning_deletes_what_is_superfluous_only(tmp_path: Path) -> None:
    store, folder = a_store(tmp_path / "w.review"), tmp_path / "backups"
    for hour in (8, 9, 10):
        make_backup(store, folder, "w", datetime(2026, 11, 20, hour, tzinfo=UTC))
    fresh = make_backup(store, folder, "w", NOON)
    (folder / "mine.review").touch()

    thin_out(folder, NOON)

    assert [backup.at.hour for backup in backups_in(folder)] == [10, fresh.at.hour]
    assert (folder / "mine.review").exists()
    store.close()


def test_a_copy_that_was_sealed_is_never_thinned_out(tmp_path: Path) -> None:
    store, folder = a_store(tmp_path / "w.review"), tmp_path / "backups"
    for hour in (8, 9, 10):
        make_backup(store, folder, "w", datetime(2026, 11, 20, hour, tzinfo=UTC))
    sealed = backups_in(folder)[0].path

    thin_out(folder, NOON, {sealed.name})

    assert [backup.at.hour for backup in backups_in(folder)] == [8, 10]
    store.close()


def test_a_second_disk_keeps_the_last_three(tmp_path: Path) -> None:
    store, disk = a_store(tmp_path / "w.review"), tmp_path / "disk"
    disk.mkdir()
    made = []
    for hour in range(4):
        made.append(make_backup(store, tmp_path / "own", "w", NOON + timedelta(hours=hour)))
        keep_elsewhere(made[-1], disk / "batch")
    store.close()

    copies = backups_in(disk / "batch")
    assert [copy.at for copy in copies] == [one.at for one in made[1:]]
    assert all(verify_file(copy.path).passed for copy in copies)


def test_a_second_disk_that_is_not_plugged_in_is_not_made_up(tmp_path: Path) -> None:
    store = a_store(tmp_path / "w.review")
    made = make_backup(store, tmp_path / "own", "w", NOON)
    store.close()

    with pytest.raises(StorageGone):
        keep_elsewhere(made, tmp_path / "disk" / "batch")

    assert not (tmp_path / "disk").exists()


def test_a_copy_that_went_bad_on_the_second_disk_is_no_copy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = a_store(tmp_path / "w.review")
    made = make_backup(store, tmp_path / "own", "w", NOON)
    store.close()
    monkeypatch.setattr("shutil.copyfile", lambda _from, to: Path(to).write_bytes(b"torn"))

    with pytest.raises(StorageGone):
        keep_elsewhere(made, tmp_path / "disk")

    assert list((tmp_path / "disk").iterdir()) == []
