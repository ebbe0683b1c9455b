"""Every table of a workspace as rows of text, for the archive."""

from collections.abc import Iterator

from reviewer_app.storage.schema import KEYS, OUTSIDE_JOURNAL
from reviewer_app.storage.store import Store


def table_names() -> tuple[str, ...]:
    """Name the tables of a workspace, the journal's own among them."""
    return tuple(sorted((KEYS.keys() | OUTSIDE_JOURNAL) - {"_sqlite_migrations"}))


def table_rows(store: Store, name: str) -> Iterator[tuple[str, ...]]:
    """Give the columns' names, then every row as text; NULL is an empty text."""
    assert name in table_names(), "only names of our own tables go into SQL"
    columns = store.columns_of(name)
    yield columns
    for row in store.stream(f"SELECT {', '.join(columns)} FROM {name}"):
        yield tuple("" if value is None else str(value) for value in row)
