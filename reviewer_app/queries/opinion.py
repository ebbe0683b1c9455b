"""The panel's opinion of an application as it is written: a draft, and what may be chosen."""

from reviewer_app.domain.document import Edition
from reviewer_app.domain.session_errors import KeptAway, NotDisclosed
from reviewer_app.i18n import Translator
from reviewer_app.queries.disclosed import kept_from
from reviewer_app.queries.finding import find_application
from reviewer_app.queries.report import ReportOrder, report_facts
from reviewer_app.reports.opinion_draft import draft
from reviewer_app.storage import deliberation
from reviewer_app.workspace import Workspace

FEWEST, MOST = 300, 800
"""Characters of an opinion as an office expects it: said, never enforced (domain.md 6.1)."""


def opinion_draft(workspace: Workspace, number: str, translator: Translator) -> str:
    """Draft the opinion from the levels reached and the comments on the sheets.

    Raises:
        NotAllowed, NotNow: who asks may not write it. KeptAway: recused from it.
        NotDisclosed: the sheets do not lie open.
    """
    workspace.require("write_opinion")
    find_application(workspace.store, number)
    if number in kept_from(workspace):
        raise KeptAway(number)
    if number not in deliberation.disclosed(workspace.store):
        raise NotDisclosed(number)
    facts = report_facts(workspace, ReportOrder(Edition.INTERNAL, translator))
    found = next(item for item in facts.ranking.applications if item.number == number)
    return draft(facts, found, MOST)
