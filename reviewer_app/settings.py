"""What this user chose for this PC: language, look, recent workspaces.

Nothing of a batch is kept here. A file that cannot be read counts as none: settings must
never keep anybody from working.
"""

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path

SMALLEST_TEXT, LARGEST_TEXT = 100, 200
LOCK_AFTER = (0, 5, 15, 30, 60)
"""Minutes without a touch after which the window locks; 0 is never."""

_RECENT = 12


class Look(StrEnum):
    """Which palette is used."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


@dataclass(frozen=True, slots=True)
class Settings:
    """One user's choices.

    `language` is empty (or none of ours) while the system's is used; `text_size` is in per
    cent, from SMALLEST_TEXT to LARGEST_TEXT; `recent` names workspace files, the last one
    first, `titles` what their batches are called; `second_disk` is a folder on another disk
    for copies of backups, empty for none; `lock_after` is one of LOCK_AFTER.
    """

    language: str = ""
    look: Look = Look.SYSTEM
    text_size: int = SMALLEST_TEXT
    still: bool = False
    recent: tuple[str, ...] = ()
    titles: Mapping[str, str] = field(default_factory=dict)
    second_disk: str = ""
    lock_after: int = 15

    def with_recent(self, path: Path, title: str = "") -> "Settings":
        """Put a workspace at the head of the recent ones."""
        name = str(path)
        others = tuple(item for item in self.recent if item != name)
        recent = (name, *others)[:_RECENT]
        titles = {**self.titles, name: title} if title else self.titles
        kept = {item: titles[item] for item in recent if item in titles}
        return replace(self, recent=recent, titles=kept)

    def without_recent(self, path: Path) -> "Settings":
        """Forget a workspace."""
        name = str(path)
        recent = tuple(item for item in self.recent if item != name)
        titles = {item: title for item, title in self.titles.items() if item != name}
        return replace(self, recent=recent, titles=titles)

    def recent_batches(self) -> "tuple[RecentBatch, ...]":
        """Look where the recent workspaces are now."""
        return tuple(_recent_batch(name, self.titles.get(name, "")) for name in self.recent)


@dataclass(frozen=True, slots=True)
class RecentBatch:
    """A workspace that was open on this PC; `changed` is empty where the file is gone."""

    path: Path
    title: str
    changed: str

    @property
    def is_there(self) -> bool:
        """Whether the file is where it was."""
        return bool(self.changed)


def load_settings(path: Path) -> Settings:
    """Read the settings; what is missing or senseless has its default."""
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Settings()
    return _settings(told) if isinstance(told, dict) else Settings()


def save_settings(path: Path, settings: Settings) -> None:
    """Write the settings beside their file and put them in place.

    Raises:
        OSError: the folder takes no file.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps(asdict(settings), ensure_ascii=False, indent=1)
    beside = path.with_suffix(f".{os.getpid()}.tmp")
    try:
        beside.write_text(text + "\n", encoding="utf-8")
        beside.replace(path)
    finally:
        with suppress(OSError):
            beside.unlink()


def _settings(told: dict[str, object]) -> Settings:
    language, look = told.get("language"), told.get("look")
    second_disk, lock_after = told.get("second_disk"), told.get("lock_after")
    return Settings(
        language=language if isinstance(language, str) else "",
        look=Look(look) if isinstance(look, str) and look in set(Look) else Look.SYSTEM,
        text_size=_text_size(told.get("text_size")),
        still=told.get("still") is True,
        recent=_texts(told.get("recent")),
        titles=_titles(told.get("titles")),
        second_disk=second_disk if isinstance(second_disk, str) else "",
        lock_after=lock_after if isinstance(lock_after, int) and lock_after in LOCK_AFTER else 15,
    )


def _recent_batch(name: str, title: str) -> RecentBatch:
    path = Path(name)
    try:
        moment = datetime.fromtimestamp(path.stat().st_mtime).astimezone()
    except OSError:
        return RecentBatch(path, title or path.stem, "")
    return RecentBatch(path, title or path.stem, moment.strftime("%Y-%m-%d %H:%M"))


def _titles(value: object) -> dict[str, str]:
    if not isinstance(value, dict):
        return {}
    return {name: text for name, text in value.items() if isinstance(text, str)}


def _text_size(value: object) -> int:
    if isinstance(value, int) and not isinstance(value, bool):
        return min(max(value, SMALLEST_TEXT), LARGEST_TEXT)
    return SMALLEST_TEXT


def _texts(value: object) -> tuple[str, ...]:
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return tuple(value)
    return ()
