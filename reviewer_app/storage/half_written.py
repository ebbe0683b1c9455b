"""Half-written texts of the meeting, outside the journal: they become a deed, or go."""

from reviewer_app.storage.store import Store

Place = tuple[str, str, str]
"""The verb the text is for, the numbers of application and reviewer, empty for none."""


def text_of(store: Store, place: Place) -> str:
    """Read what was half written, empty where nothing was."""
    row = store.row(
        "SELECT text FROM half_written WHERE deed = ? AND application = ? AND reviewer = ?", place
    )
    return row[0] if row else ""


def keep(store: Store, place: Place, text: str) -> None:
    """Keep a text; an empty one lets go of what was kept."""
    if text:
        store.log_outside_journal(
            "INSERT INTO half_written (deed, application, reviewer, text) VALUES (?, ?, ?, ?)"
            " ON CONFLICT DO UPDATE SET text = excluded.text",
            (*place, text),
        )
    else:
        store.log_outside_journal(
            "DELETE FROM half_written WHERE deed = ? AND application = ? AND reviewer = ?", place
        )
