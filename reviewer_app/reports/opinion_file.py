"""The opinion of one application as a file to be edited on another PC."""

from reviewer_app.domain.deliberation import Opinion
from reviewer_app.domain.document import Block, Document, Heading, Note, Text
from reviewer_app.domain.opinion_file import OpinionCode
from reviewer_app.domain.results import ApplicationResult
from reviewer_app.reports.facts import ReportFacts
from reviewer_app.reports.papers import official_paper
from reviewer_app.words.opinion_file import choices, headings
from reviewer_app.words.session import recommendation_name


def build(
    facts: ReportFacts, result: ApplicationResult, opinion: Opinion, code: OpinionCode
) -> Document:
    """Make the file: its code, then the three parts under headings that must stay."""
    _ = facts.translator
    text, recommendation, tier = headings(_)
    allowed = _(" / ").join(name for name in choices(_) if name)
    blocks: tuple[Block, ...] = (
        Text(f"{result.number} {result.name}"),
        Note(_("Code of this file: {code}").format(code=code)),
        Note(_("Change the words under the headings; leave headings and code as they are.")),
        Heading(text),
        *(Text(line) for line in opinion.text.splitlines()),
        Heading(recommendation),
        Text(recommendation_name(opinion.recommendation, _)),
        Note(_("One of: {allowed}.").format(allowed=allowed)),
        Heading(tier),
        Text(opinion.tier),
    )
    identity = ("14", "opinion-draft", _("Opinion of the panel"))
    return official_paper(facts, identity, blocks)
