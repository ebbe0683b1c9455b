"""Read what only some reports need, and only when one of them is asked for."""

from collections.abc import Collection
from dataclasses import replace
from typing import assert_never

from reviewer_app.domain.grounds import RecusalCase
from reviewer_app.domain.ids import natural_key
from reviewer_app.domain.meeting_record import MeetingRecord
from reviewer_app.queries.meeting_record import outcomes, record_of
from reviewer_app.reports.facts import CheckFacts, DataFacts, Need, ReportFacts
from reviewer_app.storage import applications, check_reading, people, score_history
from reviewer_app.storage.attachments import all_attachments
from reviewer_app.storage.check_reading import all_dismissed_hints, all_recusals
from reviewer_app.storage.exports import sealed_copies
from reviewer_app.storage.outliers import load_reviews
from reviewer_app.storage.signing import load_scans
from reviewer_app.storage.store import Store


def with_needs(
    facts: ReportFacts, store: Store, needs: Collection[Need], history: Store
) -> ReportFacts:
    """Add to the facts what the reports asked for need besides the ranking.

    `history` has the journal whose past state `store` may be.
    """
    for need in sorted(needs):
        facts = _with(facts, store, need, history)
    return facts


def _with(facts: ReportFacts, store: Store, need: Need, history: Store) -> ReportFacts:
    last = facts.ranking.sequence
    match need:
        case Need.APPLICATIONS:
            found = replace(facts, applications=applications.load_applications(store))
        case Need.CHECKS:
            found = replace(facts, checks=_checks(store))
        case Need.DATA:
            found = replace(facts, data=_data(store))
        case Need.RECUSALS:
            found = replace(facts, recusals=_recusals(store, history, last))
        case Need.OUTLIERS:
            found = replace(facts, outlier_reviews=load_reviews(store))
        case Need.CHANGES:
            found = replace(facts, changes=score_history.score_changes(history, last))
        case Need.PEOPLE:
            found = replace(facts, people=tuple(people.load_people(store)))
        case Need.SESSION:
            found = replace(facts, record=_record(facts, store, history))
        case Need.ATTACHMENTS:
            found = replace(
                facts,
                attachments=all_attachments(store),
                scans=load_scans(store),
                sealed=tuple((one.file, one.sha256) for one in sealed_copies(history, last)),
            )
        case _:
            assert_never(need)
    return found


def _record(facts: ReportFacts, store: Store, history: Store) -> MeetingRecord | None:
    record = record_of(store, history)
    if record is None:
        return None
    return replace(record, outcomes=outcomes(facts.ranking, history, record.events))


def _checks(store: Store) -> CheckFacts:
    return CheckFacts(
        formal=check_reading.all_formal_checks(store),
        supplements=check_reading.all_supplements(store),
        credit=check_reading.all_credit_checks(store),
        overlaps=check_reading.all_overlaps(store),
    )


def _data(store: Store) -> DataFacts:
    return DataFacts(
        input_checks=check_reading.all_input_checks(store),
        evidence=check_reading.all_evidence(store),
        computed_by=check_reading.all_computed_by(store),
    )


def _recusals(store: Store, history: Store, last: int) -> tuple[RecusalCase, ...]:
    """Give recusals and dismissed hints by application and reviewer, with their times."""
    sheets = score_history.touched_at(history, "sheet", last)
    hints = score_history.touched_at(history, "dismissed_hint", last)
    found = [replace(case, at=sheets.get(key, "")) for key, case in all_recusals(store)]
    found += [replace(case, at=hints.get(key, "")) for key, case in all_dismissed_hints(store)]
    return tuple(
        sorted(found, key=lambda case: (natural_key(case.application), natural_key(case.reviewer)))
    )
