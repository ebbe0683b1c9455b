"""Bring a workspace file to the present schema, all steps in one transaction.

The only module that imports sqlite_utils: start-up and `rank` never load it.
"""

import sqlite3

from sqlite_utils import Database, Migrations

from reviewer_app.storage.schema import APPLICATION_ID, BASE, SCHEMA_VERSION, TIE_VOTES
from reviewer_app.storage.schema_places import PLACES
from reviewer_app.storage.schema_session import SESSION

_STEPS = Migrations("reviewer-app")
_NAMES = ("0001_base", "0002_tie_votes", "0003_places", "0004_session")


def _apply(db: Database, statements: tuple[str, ...], version: int) -> None:
    for statement in statements:
        db.execute(statement)
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.execute(f"PRAGMA user_version = {version}")


@_STEPS(name=_NAMES[0])
def _base(db: Database) -> None:
    _apply(db, BASE, 1)


@_STEPS(name=_NAMES[1])
def _tie_votes(db: Database) -> None:
    _apply(db, TIE_VOTES, 2)


@_STEPS(name=_NAMES[2])
def _places(db: Database) -> None:
    _apply(db, PLACES, 3)


@_STEPS(name=_NAMES[3])
def _session(db: Database) -> None:
    _apply(db, SESSION, 4)


def migrate(connection: sqlite3.Connection, *, up_to: int = SCHEMA_VERSION) -> None:
    """Apply the steps the file lacks, up to schema version `up_to`.

    All steps and their records are one transaction, the caller's where there is one: a
    power cut leaves the old version or the new one, never something between.
    """
    database = Database(connection, execute_plugins=False)
    later = _NAMES[up_to:]
    with database.atomic():
        _STEPS.apply(database, stop_before=later[0] if later else None)
