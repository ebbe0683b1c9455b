"""Work happens on a disk of this computer, whatever its files are called."""

from pathlib import Path

import pytest

from reviewer_app.domain.errors import StorageGone, UnsafePlace
from reviewer_app.storage.place import require_safe_place
from reviewer_app.storage.store import create_store, open_store
from reviewer_app.storage.verification import verify_store
from tests.storage.files import a_closed_file, a_store, score_of, set_score


def mounted(tmp_path: Path, *lines: str) -> Path:
    """Write what the system would say is mounted."""
    mounts = tmp_path / "mounts"
    mounts.write_text("/dev/sda1 / ext4 rw 0 0\n" + "".join(f"{line}\n" for line in lines))
    return mounts


@pytest.mark.parametrize(
    "kind",
    ["cifs", "nfs", "nfs4", "vfat", "exfat", "fuse.sshfs", "9p", "vboxsf", "davfs"],
)
def test_a_share_or_stick_is_refused_by_name(tmp_path: Path, kind: str) -> None:
    mounts = mounted(tmp_path, f"//office/pool {tmp_path} {kind} rw 0 0")

    with pytest.raises(UnsafePlace) as refused:
        require_safe_place(tmp_path / "w.review", mounts)

    assert refused.value.place == f"{kind}: {tmp_path}"


@pytest.mark.parametrize("folder", ["共享盘", "two words", "back\\slash"])
def test_a_share_is_found_under_any_name(tmp_path: Path, folder: str) -> None:
    point = tmp_path / folder
    point.mkdir()
    written = str(point).replace("\\", "\\134").replace(" ", "\\040")
    mounts = mounted(tmp_path, f"//office/pool {written} cifs rw 0 0")

    with pytest.raises(UnsafePlace):
        require_safe_place(point / "w.review", mounts)


def test_a_link_to_a_share_is_a_share(tmp_path: Path) -> None:
    share = tmp_path / "share"
    share.mkdir()
    (share / "w.review").touch()
    link = tmp_path / "w.review"
    link.symlink_to(share / "w.review")

    with pytest.raises(UnsafePlace):
        require_safe_place(link, mounted(tmp_path, f"//office/pool {share} cifs rw 0 0"))


@pytest.mark.parametrize("line", ["/dev/sdb1 {} ext4 rw 0 0", "overlay {} overlay rw 0 0"])
def test_a_disk_of_this_computer_is_fine(tmp_path: Path, line: str) -> None:
    require_safe_place(tmp_path / "w.review", mounted(tmp_path, line.format(tmp_path)))


def test_a_share_beside_the_folder_is_no_matter(tmp_path: Path) -> None:
    mounts = mounted(tmp_path, f"//office/pool {tmp_path}2 cifs rw 0 0")

    require_safe_place(tmp_path / "w.review", mounts)


def test_opening_and_making_ask_for_a_safe_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = a_closed_file(tmp_path / "w.review")

    def refuse(found: Path) -> None:
        raise UnsafePlace(found, "cifs")

    monkeypatch.setattr("reviewer_app.storage.store.require_safe_place", refuse)

    with pytest.raises(UnsafePlace):
        open_store(path)
    with pytest.raises(UnsafePlace):
        create_store(tmp_path / "new.review")
    assert not (tmp_path / "new.review").exists()


@pytest.mark.parametrize(
    "name",
    ["评审 2026.review", "a#b?c%41&mode=ro.review", "o'brien;--.review", "𠮷😀.review", "a\\b"],
)
def test_a_file_may_have_any_name(tmp_path: Path, name: str) -> None:
    store = a_store(tmp_path / name)
    set_score(store, 700)
    store.close()

    again = open_store(tmp_path / name)

    assert score_of(again) == 700
    again.close()
    assert [item.name for item in tmp_path.iterdir()] == [name]


def test_a_file_is_opened_through_a_link(tmp_path: Path) -> None:
    real = a_closed_file(tmp_path / "w.review")
    link = tmp_path / "other" / "link.review"
    link.parent.mkdir()
    link.symlink_to(real)

    store = open_store(link)
    set_score(store, 700)
    store.close()

    assert [item.name for item in link.parent.iterdir()] == ["link.review"]
    again = open_store(real)
    assert (score_of(again), verify_store(again).findings) == (700, ())
    again.close()


def test_a_file_moved_away_takes_no_more_scores(tmp_path: Path) -> None:
    store = a_store(tmp_path / "w.review")
    (tmp_path / "w.review").rename(tmp_path / "moved.review")

    with pytest.raises(StorageGone):
        set_score(store, 700)

    (tmp_path / "moved.review").rename(tmp_path / "w.review")
    set_score(store, 800)
    assert score_of(store) == 800
    store.close()


def test_a_file_replaced_by_a_copy_takes_no_more_scores(tmp_path: Path) -> None:
    path = tmp_path / "w.review"
    store = a_store(path)
    content = path.read_bytes()
    path.rename(tmp_path / "old")
    path.write_bytes(content)

    with pytest.raises(StorageGone):
        set_score(store, 700)

    store.close()


def test_a_tidied_away_rollback_journal_comes_back(tmp_path: Path) -> None:
    store = a_store(tmp_path / "w.review")
    set_score(store, 700)
    rollback_file = tmp_path / "w.review-journal"
    rollback_file.unlink()

    set_score(store, 800)

    assert rollback_file.exists()
    assert verify_store(store).passed
    store.close()
