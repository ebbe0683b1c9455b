"""What a credit source says of an applicant, on which day, under which file number."""

from collections.abc import Sequence
from dataclasses import replace

from reviewer_app.domain.check_errors import NotADay
from reviewer_app.domain.checks import CreditLine, CreditResult
from reviewer_app.domain.errors import NothingChanged, ReasonMissing, UnknownNumber
from reviewer_app.domain.rules.checking import is_day
from reviewer_app.queries.finding import find_application
from reviewer_app.storage import checks
from reviewer_app.workspace import Workspace


def record_credit(workspace: Workspace, *, applications: Sequence[str], line: CreditLine) -> None:
    """Write one query for each of these applications, in one entry.

    Raises:
        NotADay: a query has a day.
        ReasonMissing: a record that was found is described in the remark.
    """
    _require_sense(line)
    keys = [find_application(workspace.store, number) for number in applications]
    with workspace.write("record_credit"):
        for key in keys:
            checks.insert_credit_line(workspace.store, key, _by(workspace, line))


def fill_credit(
    workspace: Workspace, *, application: str, sources: Sequence[str], queried_on: str
) -> None:
    """Write "no record" of this day for every source that was not queried that day.

    Raises:
        NotADay: a query has a day.
        NothingChanged: each of them was queried that day.
    """
    store = workspace.store
    key = find_application(store, application)
    lines = checks.credit_lines(store, key).values()
    there = {item.source for item in lines if item.queried_on == queried_on}
    missing = [name for name in sources if name not in there]
    fresh = [CreditLine(name, queried_on, CreditResult.CLEAR) for name in missing]
    for line in fresh:
        _require_sense(line)
    if not fresh:
        raise NothingChanged("record_credit")
    with workspace.write("record_credit"):
        for line in fresh:
            checks.insert_credit_line(store, key, _by(workspace, line))


def correct_credit(workspace: Workspace, *, application: str, row: int, line: CreditLine) -> None:
    """Write a query in place of one that was written wrongly.

    Raises:
        NotADay, ReasonMissing: as `record_credit`.
        UnknownNumber, NothingChanged: nothing was written.
    """
    _require_sense(line)
    store = workspace.store
    present = checks.credit_lines(store, find_application(store, application)).get(row)
    if present is None:
        raise UnknownNumber("detail", str(row))
    if replace(line, checked_by=present.checked_by) == present:
        raise NothingChanged("record_credit")
    with workspace.write("record_credit"):
        checks.update_credit_line(store, row, _by(workspace, line))


def _require_sense(line: CreditLine) -> None:
    if not is_day(line.queried_on):
        raise NotADay(line.queried_on)
    if not line.source or (line.result is not CreditResult.CLEAR and not line.remark):
        raise ReasonMissing("record_credit")


def _by(workspace: Workspace, line: CreditLine) -> CreditLine:
    return replace(line, checked_by=workspace.actor.name)
