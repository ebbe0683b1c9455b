"""The list of applications: what each is, and how far its checks are."""

from dataclasses import dataclass

from reviewer_app.domain.application import Application
from reviewer_app.domain.checks import FORMAL_ITEMS, CreditResult, FormalResult
from reviewer_app.domain.credit_code import CreditVerdict, judge
from reviewer_app.domain.ids import natural_key
from reviewer_app.domain.rules.checking import is_stale
from reviewer_app.domain.rules.rights import View
from reviewer_app.queries.credit_days import credit_days
from reviewer_app.queries.cycles import no_search_for_cycles
from reviewer_app.storage import applications, check_counts
from reviewer_app.storage.check_counts import CreditCount, FormalCount, LookCount
from reviewer_app.workspace import Workspace


@dataclass(frozen=True, slots=True)
class ApplicationLine:
    """One application of the list.

    `formal` and `credit` are None while open; `second` is True when every line of the
    formal check was looked at again. `values` counts inputs that have one; `due` is the
    day until which a supplement is awaited, or empty.
    """

    application: Application
    verdict: CreditVerdict
    formal: FormalResult | None
    second: bool
    due: str
    credit: CreditResult | None
    is_credit_old: bool
    values: int
    verified: int
    differing: int
    attachments: int
    open_overlaps: int


_NO_FORM = FormalCount(0, 0, 0, 0)
_NO_LOOK = LookCount(0, 0, 0)


def application_list(workspace: Workspace) -> tuple[ApplicationLine, ...]:
    """Give every application in the order of the numbers.

    Raises:
        NotAllowed: a reviewer sees only the own ones, by another query.
    """
    workspace.require_view(View.APPLICATIONS)
    with no_search_for_cycles():
        return _lines(workspace)


def _lines(workspace: Workspace) -> tuple[ApplicationLine, ...]:
    store = workspace.store
    today, days = workspace.surroundings.now().date().isoformat(), credit_days(store)
    found = applications.load_applications(store, with_metrics=False)
    formal, credit = check_counts.formal_counts(store), check_counts.credit_counts(store)
    looks, files = check_counts.look_counts(store), check_counts.attachment_counts(store)
    overlaps, due = check_counts.open_overlaps(store), check_counts.waiting_supplements(store)
    lines = []
    for number in sorted(found, key=natural_key):
        item, look = found[number], looks.get(number, _NO_LOOK)
        form, query = formal.get(number, _NO_FORM), credit.get(number)
        lines.append(
            ApplicationLine(
                application=item,
                verdict=judge(item.credit_code),
                formal=_conclusion(form),
                second=form.rechecked == len(FORMAL_ITEMS),
                due=due.get(number, ""),
                credit=_worst(query),
                is_credit_old=query is not None and is_stale(query.oldest, today, days),
                values=look.values,
                verified=look.verified,
                differing=look.differing,
                attachments=files.get(number, 0),
                open_overlaps=overlaps.get(number, 0),
            )
        )
    return tuple(lines)


def _conclusion(count: FormalCount) -> FormalResult | None:
    if count.failed:
        return FormalResult.FAILED
    if count.supplements:
        return FormalResult.SUPPLEMENT
    return FormalResult.PASSED if count.done == len(FORMAL_ITEMS) else None


def _worst(count: CreditCount | None) -> CreditResult | None:
    if count is None:
        return None
    if count.vetoes:
        return CreditResult.VETO
    return CreditResult.NOTED if count.noted else CreditResult.CLEAR
