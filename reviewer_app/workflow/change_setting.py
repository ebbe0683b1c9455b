"""Settle something for the batch: the bureau's name, a date, the answer to a question."""

from collections.abc import Mapping
from datetime import date

from reviewer_app.domain.batch_setup import CREDIT_DAYS, Deadline
from reviewer_app.domain.errors import BadSetting, NothingChanged
from reviewer_app.domain.report_errors import UnknownPlaces, UnknownText
from reviewer_app.storage.batch_settings import load_settings, save_setting
from reviewer_app.words.paper_texts import bundled_texts, named_by, places_of
from reviewer_app.workspace import Workspace


def change_setting(workspace: Workspace, key: str, value: str, reason: str = "") -> None:
    """Write one setting; an empty value takes it away.

    Raises:
        NothingChanged, BadSetting: nothing was written.
    """
    change_settings(workspace, {key: value}, reason)


def change_settings(workspace: Workspace, values: Mapping[str, str], reason: str = "") -> None:
    """Write several settings as one entry, leaving equal ones untouched.

    Raises:
        NothingChanged: all of them stand like this already.
        BadSetting: a date or a number of days cannot be read.
        UnknownText, UnknownPlaces: wording for a text or a place that papers do not have.
    """
    present = load_settings(workspace.store)
    meant = {key: value.strip() for key, value in values.items()}
    changed = {key: value for key, value in meant.items() if present.get(key, "") != value}
    if not changed:
        raise NothingChanged("change_setting")
    for key, value in changed.items():
        _require_sense(key, value)
    with workspace.write("change_setting", reason):
        for key, value in changed.items():
            save_setting(workspace.store, key, value)


def _require_sense(key: str, value: str) -> None:
    if not value:
        return
    meant = named_by(key)
    if meant is not None:
        _require_places(*meant, value)
    if key in set(Deadline) and not _is_date(value):
        raise BadSetting(key, value)
    if key == CREDIT_DAYS and not (value.isascii() and value.isdigit() and 0 < int(value) < 1000):
        raise BadSetting(key, value)


def _require_places(name: str, language: str, wording: str) -> None:
    bundled = bundled_texts(language).get(name)
    if bundled is None:
        raise UnknownText(name)
    known = places_of(bundled)
    unknown = places_of(wording) - known
    if unknown:
        raise UnknownPlaces(name, tuple(sorted(unknown)), tuple(sorted(known)))


def _is_date(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return len(text) == len("2026-11-24")
