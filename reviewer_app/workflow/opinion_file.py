"""The opinion of an application goes out as a Word file and comes back in."""

import hashlib
from difflib import ndiff
from pathlib import Path

from reviewer_app.domain.deliberation import Opinion, Recommendation
from reviewer_app.domain.document import Edition
from reviewer_app.domain.opinion_file import (
    Fault,
    OpinionMoved,
    OpinionPlan,
    WrongOpinionFile,
    code_of,
)
from reviewer_app.domain.session_errors import KeptAway
from reviewer_app.i18n import Translator
from reviewer_app.importing.opinion_file import read_opinion_file
from reviewer_app.queries.disclosed import kept_from
from reviewer_app.queries.finding import find_application
from reviewer_app.queries.opinion import opinion_draft
from reviewer_app.queries.report import ReportOrder, report_facts
from reviewer_app.reports import opinion_file
from reviewer_app.reports.writing import write_report
from reviewer_app.storage.batch import load_batch
from reviewer_app.storage.deliberation import load_opinions
from reviewer_app.storage.exports import Export, log_export
from reviewer_app.workflow.deliberate import write_opinion
from reviewer_app.workspace import Workspace


def write_opinion_file(
    workspace: Workspace, *, application: str, path: Path, translator: Translator
) -> None:
    """Write the opinion, or a draft where there is none, as a file to be edited elsewhere.

    Raises:
        NotAllowed, NotNow, KeptAway, NotDisclosed: not for who asks, or not yet.
        ReviewerError: the leaves of `reports`; an older file is whole.
    """
    draft = opinion_draft(workspace, application, translator)
    store = workspace.store
    standing = load_opinions(store).get(application)
    code = code_of(load_batch(store).uuid, application, standing)
    shown = standing or Opinion(application, draft, Recommendation.OPEN, "", "")
    facts = report_facts(workspace, ReportOrder(Edition.INTERNAL, translator))
    result = next(item for item in facts.ranking.applications if item.number == application)
    document = opinion_file.build(facts, result, shown, code)
    write_report(document, path, allow_missing=True)
    sha = hashlib.sha256(path.read_bytes()).hexdigest()
    export = Export(workspace.stamp(), workspace.actor.name, path.name, document.code, sha, "")
    log_export(store, export)


def plan_opinion(workspace: Workspace, path: Path) -> OpinionPlan:
    """Say what taking a file in would do; nothing is written.

    Raises:
        NotAllowed, NotNow, KeptAway, UnknownNumber, WrongOpinionFile: it cannot be taken in.
        ReviewerError: the leaves of `importing`: the file as a whole is refused.
    """
    workspace.require("write_opinion")
    found, store = read_opinion_file(path), workspace.store
    number, uuid = found.code.application, load_batch(store).uuid
    if found.code.batch != uuid[:8]:
        raise WrongOpinionFile(Fault.OTHER_BATCH, found.code.batch)
    find_application(store, number)
    if number in kept_from(workspace):
        raise KeptAway(number)
    standing = load_opinions(store).get(number)
    before = standing.text.splitlines() if standing else []
    return OpinionPlan(
        found=found,
        standing=standing,
        is_stale=found.code != code_of(uuid, number, standing),
        lines=tuple(
            (line[0], line[2:])
            for line in ndiff(before, found.text.splitlines())
            if not line.startswith("?")
        ),
    )


def take_opinion(workspace: Workspace, plan: OpinionPlan) -> None:
    """Write the opinion as a planned file has it, in one entry.

    Raises:
        OpinionMoved: it was changed since the plan was made.
        NothingChanged, ReviewerError: the leaves of `write_opinion`.
    """
    found = plan.found
    number = found.code.application
    if load_opinions(workspace.store).get(number) != plan.standing:
        raise OpinionMoved(number)
    write_opinion(
        workspace,
        application=number,
        text=found.text,
        recommendation=found.recommendation,
        tier=found.tier,
    )
