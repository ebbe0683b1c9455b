"""Small batches for tests: say only what matters."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from itertools import count
from pathlib import Path

from reviewer_app.domain.application import Application
from reviewer_app.domain.person import Actor, Reviewer, Role
from reviewer_app.domain.plans import ImportKind, ImportPlan, Payload
from reviewer_app.domain.scheme import Scheme
from reviewer_app.domain.scheme_reading import scheme_from
from reviewer_app.workflow.apply_import import apply_import
from reviewer_app.workflow.give_score import give_score
from reviewer_app.workflow.new_workspace import new_workspace
from reviewer_app.workflow.submit_sheet import submit_sheet
from reviewer_app.workspace import Surroundings, Workspace

BEGIN = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


def some_surroundings(actor: str = "王干事") -> Surroundings:
    """A clock that ticks a second at each look, counted ids, a secretary."""
    ticks, ids = count(), count(1)
    return Surroundings(
        now=lambda: BEGIN + timedelta(seconds=next(ticks)),
        new_id=lambda: f"00000000-0000-4000-8000-{next(ids):012d}",
        actor=Actor(actor, Role.SECRETARY),
    )


def as_person(workspace: Workspace, actor: Actor) -> Workspace:
    """The same open workspace with somebody else acting."""
    return replace(workspace, surroundings=replace(workspace.surroundings, actor=actor))


def a_scheme_document(**rules: object) -> dict[str, object]:
    """Factor A: objective A1 (10) from input `users`; factor B: judged B1, B2 (45 each)."""
    return {
        "key": "small",
        "title": "小方案",
        "rules": {
            "total": "100",
            "step": "0.5",
            "places": 2,
            "combine": "mean",
            "quorum": 1,
            **rules,
        },
        "input": [{"key": "users", "label": "用户数", "kind": "count"}],
        "factor": [
            {
                "code": "A",
                "name": "推广",
                "indicator": [
                    {
                        "code": "A1",
                        "name": "用户",
                        "kind": "objective",
                        "max": "10",
                        "formula": "min(users, 10)",
                    }
                ],
            },
            {
                "code": "B",
                "name": "技术",
                "indicator": [
                    {"code": "B1", "name": "创新", "kind": "judged", "max": "45"},
                    {"code": "B2", "name": "水平", "kind": "judged", "max": "45"},
                ],
            },
        ],
    }


def a_scheme(**rules: object) -> Scheme:
    """The small scheme, with other rules where named."""
    return scheme_from(a_scheme_document(**rules))


def a_plan(kind: ImportKind, payload: Payload) -> ImportPlan:
    """A clean plan with this payload."""
    return ImportPlan(
        kind=kind,
        file="test.xlsx",
        digest="0" * 64,
        new=(),
        changed=(),
        unchanged=(),
        kept=(),
        notes=(),
        problems=(),
        payload=payload,
    )


def an_application(number: str = "P1", *, users: str | None = "4") -> Application:
    """An application with its one input."""
    metrics: Mapping[str, str] = {} if users is None else {"users": users}
    return Application(number=number, name=f"项目{number}", applicant="虚构单位", metrics=metrics)


def a_workspace(
    path: Path,
    *,
    applications: tuple[Application, ...] = (),
    reviewers: int = 3,
    scheme: Scheme | None = None,
) -> Workspace:
    """A workspace with the applications (default: P1, P2) and reviewers R1...Rn."""
    workspace = new_workspace(path, "测试批次", scheme or a_scheme(), some_surroundings())
    found = applications or (an_application("P1"), an_application("P2", users="7"))
    apply_import(workspace, a_plan(ImportKind.APPLICATIONS, Payload(applications=found)))
    panel = tuple(Reviewer(f"R{place}", f"专家{place}") for place in range(1, reviewers + 1))
    apply_import(workspace, a_plan(ImportKind.REVIEWERS, Payload(reviewers=panel)))
    return workspace


def score_sheet(
    workspace: Workspace, application: str, reviewer: str, *values: str, submit: bool = True
) -> None:
    """Give B1, B2 ... in order and submit."""
    codes = [indicator.code for indicator in workspace.scheme().on_sheet]
    for code, value in zip(codes, values, strict=False):
        give_score(
            workspace,
            application=application,
            reviewer=reviewer,
            indicator=code,
            value=Fraction(value),
        )
    if submit:
        submit_sheet(workspace, application=application, reviewer=reviewer)
