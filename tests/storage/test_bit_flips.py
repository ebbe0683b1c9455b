"""No bit of the data changes unseen: opening or verifying notices, and never crashes."""

import random
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from reviewer_app.domain.errors import Held, ReviewerError
from reviewer_app.storage.exports import Export, log_export
from reviewer_app.storage.store import open_store
from reviewer_app.storage.verification import verify_store
from tests.storage.files import HEAVY, Dump, a_closed_file, dump, patient, tell

TIMES = 10 if HEAVY else 1
FLIPS, CUTS, SECTORS = 2000 * TIMES, 300 * TIMES, 300 * TIMES
SECTOR = 512


def flipped(whole: bytes, chance: random.Random) -> Iterator[bytes]:
    """Turn one bit over: half of them anywhere, half where something is written."""
    written = [place for place, byte in enumerate(whole) if byte]
    for turn in range(FLIPS):
        place = chance.choice(written) if turn % 2 else chance.randrange(len(whole))
        found = bytearray(whole)
        found[place] ^= 1 << chance.randrange(8)
        yield bytes(found)


def truncated(whole: bytes, chance: random.Random) -> Iterator[bytes]:
    """Cut the file anywhere."""
    for _ in range(CUTS):
        yield whole[: chance.randrange(len(whole))]


def zeroed(whole: bytes, chance: random.Random) -> Iterator[bytes]:
    """Blank one sector."""
    for _ in range(SECTORS):
        place = chance.randrange(len(whole) // SECTOR) * SECTOR
        yield whole[:place] + bytes(SECTOR) + whole[place + SECTOR :]


def has_changed_data(path: Path, expected: Dump) -> bool:
    """Compare every row of every table with what was there."""
    try:
        return dump(path) != expected
    except (sqlite3.Error, UnicodeError):
        return True


def is_noticed(path: Path) -> bool:
    """Open and verify as the program does; anything but our errors fails the test."""
    try:
        store = open_store(path)
    except Held:
        raise
    except ReviewerError:
        return True
    noticed = store.older is not None or not verify_store(store).passed
    store.close()
    return noticed


@pytest.fixture
def whole(folder: Path) -> bytes:
    """The bytes of a good file with an export on record."""
    path = a_closed_file(folder / "good.review")
    store = open_store(path)
    log_export(store, Export("2026-11-24", "王干事", "排名.xlsx", "11·6·aa", "0" * 64, ""))
    store.close()
    return path.read_bytes()


@patient
@pytest.mark.parametrize("damages", [flipped, truncated, zeroed], ids=lambda made: made.__name__)
def test_no_change_of_data_goes_unnoticed(
    folder: Path,
    whole: bytes,
    damages: Callable[[bytes, random.Random], Iterator[bytes]],
) -> None:
    path, good = folder / "w.review", dump(folder / "good.review")
    tried = changed = noticed = 0
    unseen: list[int] = []

    for content in damages(whole, random.Random(7)):
        path.write_bytes(content)
        differs = has_changed_data(path, good)
        path.write_bytes(content)
        seen = is_noticed(path)
        tried, changed, noticed = tried + 1, changed + differs, noticed + seen
        if differs and not seen:
            unseen.append(tried)

    assert changed > tried / 10
    assert unseen == []
    tell(f"{tried} {damages.__name__}: {changed} changed data, {noticed} noticed, 0 unseen")


def test_the_good_file_itself_raises_no_alarm(folder: Path, whole: bytes) -> None:
    path = folder / "w.review"
    path.write_bytes(whole)

    assert not has_changed_data(path, dump(folder / "good.review"))
    assert not is_noticed(path)
