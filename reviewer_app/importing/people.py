"""Rows of reviewers, and rows that assign reviewers to applications."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reviewer_app.domain.person import Reviewer
from reviewer_app.domain.plans import Change, Payload, Present
from reviewer_app.domain.problem_kinds import ProblemKind
from reviewer_app.domain.sheet import SheetState
from reviewer_app.importing.draft import Draft, note_empty
from reviewer_app.importing.findings import Findings
from reviewer_app.importing.table import Row, Table, unique_rows

_TEXT_FIELDS = ("name", "organisation", "title", "speciality")


def plan_reviewers(
    table: Table, rows: Sequence[Row], present: Present, findings: Findings
) -> Draft:
    """Compare reviewer rows with the panel."""
    draft = Draft()
    complete: list[Reviewer] = []
    for row in unique_rows(rows, ["number"], findings, table.by_key["number"]):
        number = row.get("number")
        before = present.reviewers.get(number)
        after = _laid_over(row, before or Reviewer(number, ""))
        if before is None:
            complete.append(after)
            draft.new.append(Change(number, after=after.name))
            continue
        for name in _TEXT_FIELDS:
            if row.values.get(name) == "" and getattr(before, name):
                placed = table.by_key[name]
                note_empty(findings, row.number, placed, getattr(before, name), number)
        if draft.count_row(number, _differences(before, after, table)):
            complete.append(after)
    draft.payload = Payload(reviewers=tuple(complete))
    return draft


def _laid_over(row: Row, before: Reviewer) -> Reviewer:
    """Lay the filled cells of a row over the reviewer as known."""
    former = row.get("former_organisations")
    leader = row.get("leader")
    return replace(
        before,
        name=row.get("name") or before.name,
        organisation=row.get("organisation") or before.organisation,
        title=row.get("title") or before.title,
        speciality=row.get("speciality") or before.speciality,
        leader=leader == "1" if leader else before.leader,
        former_organisations=tuple(former.split("；")) if former else before.former_organisations,
    )


def _differences(before: Reviewer, after: Reviewer, table: Table) -> Iterator[Change]:
    number = before.number
    for name in _TEXT_FIELDS:
        old, new = getattr(before, name), getattr(after, name)
        if old != new:
            yield Change(number, table.by_key[name].header, old, new)
    if before.leader != after.leader:
        words = ("是" if before.leader else "否", "是" if after.leader else "否")
        yield Change(number, table.by_key["leader"].header, *words)
    if before.former_organisations != after.former_organisations:
        texts = ("；".join(before.former_organisations), "；".join(after.former_organisations))
        yield Change(number, table.by_key["former_organisations"].header, *texts)


def plan_assignments(
    table: Table, rows: Sequence[Row], present: Present, findings: Findings
) -> Draft:
    """Compare the pairs of a file, which are the whole set, with those in force.

    A pair whose sheet somebody touched stays, whatever the file says.
    """
    draft = Draft()
    wanted = set()
    for row in unique_rows(rows, ["application", "reviewer"], findings):
        if is_known_pair(table, row, present, findings):
            wanted.add((row.get("application"), row.get("reviewer")))
    before = _pairs_in_force(present)
    touched = {pair for pair, state in present.sheets.items() if state is not SheetState.PENDING}
    header = table.by_key["reviewer"].header
    for pair in sorted(before - wanted):
        removed = Change(pair[0], header, before=pair[1])
        (draft.kept if pair in touched else draft.changed).append(removed)
    draft.new += [Change(" · ".join(pair)) for pair in sorted(wanted - before)]
    draft.unchanged += [" · ".join(pair) for pair in sorted(wanted & before)]
    result = frozenset(wanted | (before & touched))
    if wanted and result != present.assignments:
        draft.payload = Payload(assignments=result)
    return draft


def _pairs_in_force(present: Present) -> set[tuple[str, str]]:
    if present.assignments is not None:
        return set(present.assignments)
    return {(number, reviewer) for number in present.applications for reviewer in present.reviewers}


def is_known_pair(table: Table, row: Row, present: Present, findings: Findings) -> bool:
    """Whether application and reviewer exist; what does not is an error of the row."""
    number, reviewer = row.get("application"), row.get("reviewer")
    if number not in present.applications:
        place = table.by_key["application"].place
        findings.error(ProblemKind.UNKNOWN_APPLICATION, row.number, place, found=number)
    if reviewer not in present.reviewers:
        place = table.by_key["reviewer"].place
        findings.error(ProblemKind.UNKNOWN_REVIEWER, row.number, place, found=reviewer)
    return number in present.applications and reviewer in present.reviewers
