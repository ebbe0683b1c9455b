"""The journal as far as who asks may read it, in words."""

import json
from collections import defaultdict
from collections.abc import Sequence

from reviewer_app.domain.errors import UnknownNumber
from reviewer_app.domain.history import (
    ChangeLine,
    EntryDetail,
    JournalFilter,
    JournalPage,
    JournalRow,
)
from reviewer_app.domain.person import Role
from reviewer_app.domain.rules.rights import Reach, View
from reviewer_app.i18n import Translator
from reviewer_app.queries.finding import find_application
from reviewer_app.storage import journal_pages as pages
from reviewer_app.storage.applications import load_applications
from reviewer_app.storage.journal import Entry
from reviewer_app.words.changes import Reading, change_lines, indicator_text
from reviewer_app.words.deeds import deed_name, role_name
from reviewer_app.workspace import Workspace

PAGE = 200
_MOST_LINES = 300
_MOST_SUBJECTS = 60


def journal_page(
    workspace: Workspace, wish: JournalFilter, before: int, _: Translator
) -> JournalPage:
    """Give the newest entries older than `before` (0: from the newest) that fit.

    Raises:
        NotAllowed: no part of the journal for this role.
    """
    conditions = _conditions(workspace, wish, _)
    entries = pages.page(workspace.store, conditions, before or 2**62, PAGE + 1)
    shown = entries[:PAGE]
    about = _abouts(workspace, shown, _)
    rows = tuple(_row(entry, about.get(entry.seq, ""), _) for entry in shown)
    return JournalPage(rows, len(entries) <= PAGE)


def journal_count(workspace: Workspace, wish: JournalFilter, _: Translator) -> int:
    """Count the entries that fit."""
    return pages.count(workspace.store, _conditions(workspace, wish, _))


def journal_choices(workspace: Workspace, _: Translator) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give who ever did something, and the verbs ever used, for the filters."""
    _require(workspace)
    store = workspace.store
    return tuple(pages.actors(store)), tuple(pages.verbs(store))


def journal_rows(
    workspace: Workspace, sequences: Sequence[int], _: Translator
) -> tuple[JournalRow, ...]:
    """Give these entries, oldest first, those of others only to whom they are open.

    Raises:
        NotAllowed: no part of the journal for this role.
    """
    own = _require(workspace)
    if not sequences:
        return ()
    wanted = pages.any_of([pages.equal("seq", sequence) for sequence in sequences])
    entries = pages.page(workspace.store, [*own, wanted], max(sequences) + 1, len(sequences))
    about = _abouts(workspace, entries, _)
    return tuple(_row(entry, about.get(entry.seq, ""), _) for entry in reversed(entries))


def journal_detail(workspace: Workspace, sequence: int, _: Translator) -> EntryDetail:
    """Tell what an entry changed.

    Raises:
        UnknownNumber: there is no such entry, or it is somebody else's and may not be seen.
    """
    own = _require(workspace)
    conditions = [*own, pages.equal("seq", sequence)]
    entries = pages.page(workspace.store, conditions, sequence + 1, 1)
    if not entries:
        raise UnknownNumber("entry", str(sequence))
    entry = entries[0]
    lines = _lines(workspace, entry, _)
    about = _abouts(workspace, [entry], _).get(sequence, "")
    return EntryDetail(
        row=_row(entry, about, _),
        program=entry.program,
        digest=entry.digest,
        lines=tuple(lines[:_MOST_LINES]),
        more=max(len(lines) - _MOST_LINES, 0),
    )


def _require(workspace: Workspace) -> list[pages.Condition]:
    """Refuse, or give what limits who asks to the own entries."""
    if workspace.sees(View.JOURNAL) is Reach.OWN:
        return [pages.equal("actor", workspace.actor.name)]
    workspace.require_view(View.JOURNAL)
    return []


def _conditions(workspace: Workspace, wish: JournalFilter, _: Translator) -> list[pages.Condition]:
    found = _require(workspace)
    if wish.actor:
        found.append(pages.equal("actor", wish.actor))
    if wish.verb:
        found.append(pages.equal("verb", wish.verb))
    found += pages.on_days(wish.first_day, wish.last_day)
    if wish.application:
        key = find_application(workspace.store, wish.application)
        sheets = pages.sheets_ever(workspace.store, [key], [])
        found.append(pages.touching([key], [], sheets))
    found += [_word(workspace, word, _) for word in wish.text.split()]
    return found


def _word(workspace: Workspace, word: str, _: Translator) -> pages.Condition:
    """Give entries that have to do with a word: deed, person, reason, number, name."""
    store = workspace.store
    small = word.casefold()
    known = [verb for verb in pages.verbs(store) if small in deed_name(verb, _).casefold()]
    parts = [pages.holding(word, known)]
    if word.lstrip("#").isdecimal() and word.startswith("#"):
        return pages.equal("seq", int(word.lstrip("#")))
    names = pages.names(store)
    texts = {
        number: f"{number}\n{item.name}\n{item.applicant}".casefold()
        for number, item in load_applications(store, with_metrics=False).items()
    }
    applications = [
        key
        for key, number in names.applications.items()
        if small in texts.get(number, number.casefold())
    ]
    people = [
        key
        for key, name in names.people.items()
        if small in name.casefold() or small == names.reviewers.get(key, "").casefold()
    ]
    if applications or people:
        sheets = pages.sheets_ever(store, applications, people)
        parts.append(pages.touching(applications, people, sheets))
    return pages.any_of(parts)


def _row(entry: Entry, about: str, _: Translator) -> JournalRow:
    known = {role.value for role in Role}
    return JournalRow(
        sequence=entry.seq,
        at=entry.at,
        actor=entry.actor,
        role=role_name(Role(entry.role), _) if entry.role in known else entry.role,
        deed=deed_name(entry.verb, _),
        about=about,
        reason=entry.reason,
        changes=entry.changes,
    )


def _abouts(workspace: Workspace, entries: Sequence[Entry], _: Translator) -> dict[int, str]:
    """Say what each entry is about: one application and sheet, or how many."""
    if not entries:
        return {}
    names = pages.names(workspace.store)
    scheme = workspace.scheme()
    grouped: dict[int, list[pages.Subject]] = defaultdict(list)
    sequences = [entry.seq for entry in entries]
    for subject in pages.subjects(workspace.store, sequences, _MOST_SUBJECTS):
        grouped[subject.seq].append(subject)
    found = {}
    for entry in entries:
        subjects = grouped.get(entry.seq, [])
        applications, reviewers = set(), set()
        for subject in subjects:
            pair = names.sheets.get(subject.sheet, (subject.application, subject.reviewer))
            applications.add(names.applications.get(pair[0], ""))
            reviewers.add(names.reviewers.get(pair[1], ""))
        codes = {subject.indicator for subject in subjects} - {""}
        parts = [
            _few(applications - {""}, entry.changes, _),
            _few(reviewers - {""}, entry.changes, _),
        ]
        if len(codes) == 1:
            parts.append(indicator_text(codes.pop(), scheme, _))
        found[entry.seq] = " · ".join(part for part in parts if part)
    return found


def _few(numbers: set[str], changes: int, _: Translator) -> str:
    """Name up to three numbers, then say that there are more."""
    ordered = sorted(numbers)
    if len(ordered) <= 3 and changes <= _MOST_SUBJECTS:
        return _(", ").join(ordered)
    return _("{first} and others").format(first=ordered[0]) if ordered else ""


def _lines(workspace: Workspace, entry: Entry, _: Translator) -> list[ChangeLine]:
    names = pages.names(workspace.store)
    is_own = entry.actor == workspace.actor.name
    reading = Reading(
        scheme=workspace.scheme(),
        applications=names.applications,
        reviewers=names.reviewers,
        people=names.people,
        sheets=names.sheets,
        counting=names.counting,
        concealed=lambda sheet: not is_own and sheet not in names.counting,
    )
    return [
        line
        for change in workspace.store.changes_of(entry.seq)
        for line in change_lines(
            change.table,
            None if change.before is None else json.loads(change.before),
            None if change.after is None else json.loads(change.after),
            reading,
            _,
        )
    ]
