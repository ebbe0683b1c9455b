"""The formal check (形式审查): line by line, its second look, and what is supplemented.

Source: domain.md 2.2.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from reviewer_app.domain.check_errors import LinesOpen, NotADay, RemarkMissing, SamePerson
from reviewer_app.domain.checks import FORMAL_ITEMS, FormalLine, FormalResult, Supplement
from reviewer_app.domain.errors import NothingChanged
from reviewer_app.domain.rules.checking import is_day
from reviewer_app.queries.finding import find_application
from reviewer_app.storage import checks
from reviewer_app.workspace import Workspace

Findings = Mapping[int, tuple[FormalResult, str]]
"""Result and remark by line."""

_NEEDS_REMARK = (FormalResult.SUPPLEMENT, FormalResult.FAILED)


def check_form(workspace: Workspace, *, application: str, findings: Findings) -> None:
    """Write lines as found today; a second look at a changed line is void.

    Raises:
        RemarkMissing: a line that did not pass says why.
        NothingChanged: all lines stand so already.
    """
    store = workspace.store
    key = find_application(store, application)
    present = {line.item: line for line in checks.formal_lines(store, key)}
    lines = [
        _line(workspace, item, result, remark.strip())
        for item, (result, remark) in findings.items()
        if not _stands(present.get(item), result, remark.strip())
    ]
    if not lines:
        raise NothingChanged("check_form")
    with workspace.write("check_form"):
        for line in lines:
            checks.write_formal_line(store, key, line)


def pass_forms(workspace: Workspace, *, applications: Sequence[str]) -> None:
    """Write every line that is open as passed, of all these applications in one entry.

    Raises:
        NothingChanged: no line of them is open.
    """
    store = workspace.store
    keys = [find_application(store, number) for number in applications]
    open_lines = [
        (key, item)
        for key in keys
        for item in sorted(
            set(FORMAL_ITEMS) - {line.item for line in checks.formal_lines(store, key)}
        )
    ]
    if not open_lines:
        raise NothingChanged("check_form")
    with workspace.write("check_form"):
        for key, item in open_lines:
            line = _line(workspace, item, FormalResult.PASSED, "")
            checks.write_formal_line(store, key, line)


def recheck_form(workspace: Workspace, *, application: str) -> None:
    """Note that a second person looked at every line and agrees.

    Raises:
        LinesOpen: not every line has a result yet.
        SamePerson: who checked a line does not look at it a second time.
        NothingChanged: a second person agreed to all of it already.
    """
    store = workspace.store
    key = find_application(store, application)
    lines = checks.formal_lines(store, key)
    missing = len(set(FORMAL_ITEMS) - {line.item for line in lines})
    if missing:
        raise LinesOpen(missing)
    fresh = [line for line in lines if not line.rechecked_by]
    if not fresh:
        raise NothingChanged("recheck_form")
    if any(line.checked_by == workspace.actor.name for line in fresh):
        raise SamePerson(workspace.actor.name)
    with workspace.write("recheck_form"):
        for line in fresh:
            checks.write_formal_line(store, key, replace(line, rechecked_by=workspace.actor.name))


def record_supplement(workspace: Workspace, *, application: str, supplement: Supplement) -> None:
    """Write when a supplement was asked for, until when, and when it came.

    Raises:
        NotADay: a date cannot be read, or one that is needed is missing.
        NothingChanged: it stands so already.
    """
    for day in (supplement.notified_on, supplement.due_on):
        if not is_day(day):
            raise NotADay(day)
    if supplement.received_on and not is_day(supplement.received_on):
        raise NotADay(supplement.received_on)
    store = workspace.store
    key = find_application(store, application)
    if checks.supplement_of(store, key) == supplement:
        raise NothingChanged("record_supplement")
    with workspace.write("record_supplement"):
        checks.write_supplement(store, key, supplement)


def _stands(line: FormalLine | None, result: FormalResult, remark: str) -> bool:
    return line is not None and (line.result, line.remark) == (result, remark)


def _line(workspace: Workspace, item: int, result: FormalResult, remark: str) -> FormalLine:
    if result in _NEEDS_REMARK and not remark:
        raise RemarkMissing(item)
    today = workspace.surroundings.now().date().isoformat()
    return FormalLine(item, result, remark, workspace.actor.name, today)
