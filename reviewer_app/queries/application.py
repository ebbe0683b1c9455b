"""Everything about one application, for those who check it."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from reviewer_app.domain.application import Application, Computed, DetailKind, DetailRow
from reviewer_app.domain.attachment import Attachment
from reviewer_app.domain.checks import CreditLine, FormalLine, Overlap, Supplement
from reviewer_app.domain.credit_code import CreditVerdict, judge
from reviewer_app.domain.points import Points
from reviewer_app.domain.rules.checking import is_stale
from reviewer_app.domain.rules.retyping import second_look
from reviewer_app.domain.rules.rights import View
from reviewer_app.domain.scheme import IndicatorKind, Scheme, SchemeInput
from reviewer_app.domain.second_look import SecondLook
from reviewer_app.queries.credit_days import credit_days
from reviewer_app.queries.finding import find_application
from reviewer_app.storage import applications, attachments, checks
from reviewer_app.storage.store import Store
from reviewer_app.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Proof:
    """Where the proof of an indicator stands; `attachment` is a UUID or empty."""

    attachment: str
    title: str
    page: str


@dataclass(frozen=True, slots=True)
class ApplicationPage:
    """One application with its data, rows, scores and checks.

    `origins` says of each input whether it is from "import" or "details"; `objective` is
    the sum of the objective scores, None while one cannot be computed; credit queries and
    other support come by the row key that corrects them; `old_queries` are the keys of
    those older than `credit_days`.
    """

    application: Application
    scheme: Scheme
    verdict: CreditVerdict
    origins: Mapping[str, str]
    details: Mapping[DetailKind, tuple[DetailRow, ...]]
    computed: Mapping[str, Computed]
    objective: Points | None
    objective_maximum: Points
    proofs: Mapping[str, Proof]
    formal: tuple[FormalLine, ...]
    supplement: Supplement | None
    credit: Mapping[int, CreditLine]
    overlaps: Mapping[int, Overlap]
    attachments: tuple[Attachment, ...]
    old_queries: frozenset[int]
    credit_days: int


def application_page(workspace: Workspace, number: str) -> ApplicationPage:
    """Read one application.

    Raises:
        NotAllowed: a reviewer sees the own ones, by another query.
        UnknownNumber: there is none.
    """
    workspace.require_view(View.APPLICATIONS)
    store, scheme = workspace.store, workspace.scheme()
    key = find_application(store, number)
    item = applications.load_application(store, key)
    computed = applications.load_computed_of(store, key)
    files = attachments.attachments_of(store, key)
    credit, days = checks.credit_lines(store, key), credit_days(store)
    today = workspace.surroundings.now().date().isoformat()
    return ApplicationPage(
        application=item,
        scheme=scheme,
        verdict=judge(item.credit_code),
        origins=applications.metric_origins(store, key),
        details=applications.load_details_of(store, key),
        computed=computed,
        objective=_objective(scheme, computed),
        objective_maximum=_maximum(scheme),
        proofs=_proofs(store, key),
        formal=checks.formal_lines(store, key),
        supplement=checks.supplement_of(store, key),
        credit=credit,
        overlaps=checks.overlaps_of(store, key),
        attachments=files,
        old_queries=frozenset(
            row for row, line in credit.items() if is_stale(line.queried_on, today, days)
        ),
        credit_days=days,
    )


def _objective(scheme: Scheme, computed: Mapping[str, Computed]) -> Points | None:
    total = Fraction(0)
    for factor in scheme.factors:
        for row in factor.indicators:
            if row.kind is IndicatorKind.OBJECTIVE:
                value = computed[row.code].value if row.code in computed else None
                if value is None:
                    return None
                total += factor.weight * row.weight * value
    return total


def _maximum(scheme: Scheme) -> Points:
    return sum(
        (
            factor.weight * row.weight * row.maximum
            for factor in scheme.factors
            for row in factor.indicators
            if row.kind is IndicatorKind.OBJECTIVE
        ),
        Fraction(0),
    )


def _proofs(store: Store, key: int) -> Mapping[str, Proof]:
    return {
        code: Proof(uuid, title, page)
        for code, (uuid, title, page) in checks.proofs_of(store, key).items()
    }


@dataclass(frozen=True, slots=True)
class LookRow:
    """One input for the second look; `value`, `typed` are empty while they are hidden."""

    input: SchemeInput
    look: SecondLook
    value: str
    typed: str
    by: str


def second_looks(workspace: Workspace, number: str) -> tuple[LookRow, ...]:
    """Give every input for the second look by who asks: hidden until both have typed it.

    Raises:
        NotAllowed, UnknownNumber: as `application_page`.
    """
    workspace.require_view(View.APPLICATIONS)
    store, actor = workspace.store, workspace.actor.name
    key = find_application(store, number)
    metrics = applications.load_application(store, key).metrics
    typed, authors = checks.retypings_of(store, key), checks.metric_authors(store, key)
    rows = []
    for item in workspace.scheme().inputs:
        value, retyping = metrics.get(item.key, ""), typed.get(item.key)
        check = retyping.check if retyping else None
        attempts = retyping.attempts if retyping else 0
        is_author = actor in authors.get(item.key, frozenset())
        look = second_look(value, check, attempts, is_author=is_author)
        seen = look.shows_value and check is not None and check.value == value
        rows.append(
            LookRow(
                input=item,
                look=look,
                value=value if look.shows_value else "",
                typed=check.typed if seen and check else "",
                by=check.checked_by if seen and check else "",
            )
        )
    return tuple(rows)
