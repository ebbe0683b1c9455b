"""A draft of the panel's own text: what the scores say, for the panel to put in its words.

Source: domain.md 2.9, 6.1 14 and appendix A2.
"""

from collections.abc import Iterator

from reviewer_app.domain.document import Lead
from reviewer_app.domain.results import ApplicationResult
from reviewer_app.reports.facts import ReportFacts
from reviewer_app.reports.feedback import harmless_comments
from reviewer_app.reports.opinions import Opinion, drafted
from reviewer_app.reports.papers import colon
from reviewer_app.words.numerals import heading


def draft(facts: ReportFacts, result: ApplicationResult, most: int) -> str:
    """Draft a line for each factor, then problems, then what reviewers wrote.

    Comments that point to a reviewer, and those beyond `most` characters, are left out.
    """
    blocks = drafted(facts, Opinion(result))
    *leads, _conclusion = (block for block in blocks if isinstance(block, Lead))
    lines = [lead.head + lead.text for lead in leads if lead.text]
    room = most - sum(map(len, lines))
    comments = "".join(_fitting(facts, result, room))
    if comments:
        head = heading(len(lines) + 1, facts.text("opinions.comments"), facts.translator)
        lines.append(head + colon(facts) + comments)
    return "\n".join(lines)


def _fitting(facts: ReportFacts, result: ApplicationResult, room: int) -> Iterator[str]:
    """Give whole comments as long as there is room."""
    for comment in harmless_comments(facts, result):
        sentence = _sentence(comment, facts)
        room -= len(sentence)
        if room < 0:
            return
        yield sentence


def _sentence(text: str, facts: ReportFacts) -> str:
    """End a comment with a stop, as it is followed by others."""
    if text[-1] in "。.！!？?；;":
        return text
    return f"{text}. " if facts.translator.language == "en" else f"{text}。"
