"""Read what only some reports need, and only when one of them is asked for."""

from collections.abc import Collection
from dataclasses import replace
from typing import assert_never

from reviewer_app.reports.facts import CheckFacts, DataFacts, Need, ReportFacts
from reviewer_app.storage import applications, check_reading
from reviewer_app.storage.store import Store


def with_needs(facts: ReportFacts, store: Store, needs: Collection[Need]) -> ReportFacts:
    """Add to the facts what the reports asked for need besides the ranking."""
    for need in sorted(needs):
        facts = _with(facts, store, need)
    return facts


def _with(facts: ReportFacts, store: Store, need: Need) -> ReportFacts:
    match need:
        case Need.APPLICATIONS:
            return replace(facts, applications=applications.load_applications(store))
        case Need.CHECKS:
            return replace(facts, checks=_checks(store))
        case Need.DATA:
            return replace(facts, data=_data(store))
        case _:
            assert_never(need)


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
