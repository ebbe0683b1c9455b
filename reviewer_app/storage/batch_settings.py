"""What a bureau settles for one batch: its name, its own wording, switches; text by key."""

from reviewer_app.storage.store import Store


def load_settings(store: Store) -> dict[str, str]:
    """Read every setting by key; a file of an older version has none."""
    if store.row("SELECT 1 FROM sqlite_schema WHERE name = 'batch_setting'") is None:
        return {}
    return dict(store.rows("SELECT key, value FROM batch_setting ORDER BY key"))


def save_setting(store: Store, key: str, value: str) -> None:
    """Write one setting; an empty value takes it away."""
    if not value:
        store.change("DELETE FROM batch_setting WHERE key = ?", (key,))
    elif store.row("SELECT 1 FROM batch_setting WHERE key = ?", (key,)) is None:
        store.change("INSERT INTO batch_setting (key, value) VALUES (?, ?)", (key, value))
    else:
        store.change("UPDATE batch_setting SET value = ? WHERE key = ?", (value, key))
