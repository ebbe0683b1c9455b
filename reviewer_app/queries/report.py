"""Prepare a report: the batch's values as a Document, now or as it was."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime

from reviewer_app import __version__
from reviewer_app.domain.document import Document, Edition
from reviewer_app.domain.ids import natural_key
from reviewer_app.domain.verification import Verification
from reviewer_app.i18n import Translator
from reviewer_app.queries.ranking import ranking
from reviewer_app.queries.report_needs import with_needs
from reviewer_app.queries.session_need import require_results
from reviewer_app.reports import catalogue
from reviewer_app.reports.facts import Need, ReportFacts
from reviewer_app.storage import applications, people, sheets
from reviewer_app.storage.batch_settings import load_settings
from reviewer_app.storage.sessions import is_rehearsal
from reviewer_app.storage.store import Store
from reviewer_app.storage.time_travel import store_at
from reviewer_app.words.results import why_sentence
from reviewer_app.words.scheme import describe_method
from reviewer_app.workspace import Workspace


@dataclass(frozen=True, slots=True)
class ReportOrder:
    """How reports are to be made: edition, language, single sheets or one table.

    `application` is the number of the one that papers by application are made for.
    """

    edition: Edition
    translator: Translator
    single_sheets: bool = False
    application: str = ""


def report_facts(
    workspace: Workspace,
    order: ReportOrder,
    verification: Verification | None = None,
    needs: Collection[Need] = (),
) -> ReportFacts:
    """Read what every report is made from, once for all of them, and what these need."""
    facts = _facts(workspace, order, verification)
    return with_needs(facts, workspace.store, needs, workspace.store)


def _facts(
    workspace: Workspace, order: ReportOrder, verification: Verification | None
) -> ReportFacts:
    store = workspace.store
    result = ranking(workspace)
    _ = order.translator
    members = people.load_reviewers(store)
    return ReportFacts(
        ranking=result,
        reviewers=tuple(members[number] for number in sorted(members, key=natural_key)),
        method=describe_method(result.scheme, _),
        translator=_,
        edition=order.edition,
        reasons={
            item.number: " ".join(why_sentence(why, result.scheme, _) for why in item.why)
            for item in result.applications
            if item.why
        },
        comments=_comments(store),
        verification=verification,
        digests=((_("Scheme"), result.scheme.digest),),
        single_sheets=order.single_sheets,
        settings=load_settings(store),
        only=order.application,
        is_rehearsal=is_rehearsal(store),
        printed=_printed(workspace.surroundings.now()),
        software=f"reviewer-app {__version__}",
    )


def _printed(now: datetime) -> str:
    return now.strftime("%Y-%m-%d %H:%M")


def _comments(store: Store) -> dict[tuple[str, str, str], str]:
    numbers = {key: number for number, key in applications.application_keys(store).items()}
    reviewers = {key: number for number, key in people.reviewer_keys(store).items()}
    place = {
        row.key: (numbers[row.application], reviewers[row.reviewer])
        for row in sheets.all_sheets(store)
    }
    return {
        (*place[key], code): text
        for key, comments in sheets.all_comments(store).items()
        for code, text in comments.items()
    }


def prepare(
    workspace: Workspace,
    key: str,
    order: ReportOrder,
    verification: Verification | None = None,
) -> Document:
    """Give one report of the batch as it stands.

    Raises:
        BadInput, Refused: unknown report, no such edition, not in this version.
        NotNow: it would show results while scores are given.
    """
    needs = catalogue.report(key).needs
    require_shown(workspace, (key,))
    return catalogue.build(key, report_facts(workspace, order, verification, needs))


def require_shown(workspace: Workspace, keys: Collection[str]) -> None:
    """Refuse papers with results while a session keeps results from everybody.

    Raises:
        NotNow: one of them would show what nobody may see yet.
    """
    if any(catalogue.report(key).shows_results for key in keys):
        require_results(workspace)


def facts_as_they_were(
    workspace: Workspace,
    sequence: int,
    order: ReportOrder,
    verification: Verification | None = None,
    needs: Collection[Need] = (),
) -> ReportFacts:
    """Read what reports were made from after a journal entry."""
    past = store_at(workspace.store, sequence)
    try:
        facts = _facts(replace(workspace, store=past), order, verification)
        return with_needs(facts, past, needs, workspace.store)
    finally:
        past.close()
