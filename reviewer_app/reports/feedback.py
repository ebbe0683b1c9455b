"""Report 30: feedback to applicants, from anchor texts and released comments (评审反馈意见).

No reviewer may be recognised: there are no scores in it, comments stand in the order of
their words, and one that points to somebody stops the letter.

Source: domain.md 2.10.
"""

from collections.abc import Iterator

from reviewer_app.domain.document import Block, Document, HandLines, Lead, Text
from reviewer_app.domain.points import Points, from_hundredths
from reviewer_app.domain.report_errors import ReviewerRecognisable
from reviewer_app.domain.results import ApplicationResult, ResultState
from reviewer_app.domain.rules.anonymity import traces
from reviewer_app.domain.rules.findings import FactorFindings, findings
from reviewer_app.reports.facts import ReportFacts
from reviewer_app.reports.letters import about, letters, letters_for
from reviewer_app.reports.papers import colon
from reviewer_app.reports.parts import factor_name, indicator_name
from reviewer_app.words.numerals import heading

RELEASE, RELEASED = "feedback.comments", "released"
"""The batch setting that releases the reviewers' comments for feedback, and its value."""

_OUT = (ResultState.WITHDRAWN, ResultState.INELIGIBLE)


def build(facts: ReportFacts) -> Document:
    """Make the letters to all whose application was reviewed.

    Raises:
        ReviewerRecognisable: a released comment points to a reviewer.
    """
    identity = ("30", "feedback", facts.text("letters.feedback_title"))
    results = [row for row in facts.chosen if row.state not in _OUT]

    def body(result: ApplicationResult | None) -> Iterator[Block]:
        yield about(facts, "feedback_intro", result)
        if result is None:
            yield HandLines(6)
        else:
            yield from _findings(facts, result)
        yield Text(facts.text("letters.feedback_end"))

    return letters(facts, identity, letters_for(results, body))


def _findings(facts: ReportFacts, result: ApplicationResult) -> Iterator[Block]:
    found = findings(facts.ranking.scheme, result)
    for place, factor in enumerate(found, 1):
        head = heading(place, factor_name(factor.factor, facts), facts.translator)
        yield Lead(head + colon(facts), _said(facts, factor))
    comments = released_comments(facts, result)
    if comments:
        head = facts.text("letters.feedback_comments")
        yield Lead(heading(len(found) + 1, head, facts.translator) + colon(facts), "")
        for place, comment in enumerate(comments, 1):
            yield Text(facts.text("letters.item", place=str(place), text=comment))


def _said(facts: ReportFacts, found: FactorFindings) -> str:
    if found.points is None:
        return facts.text("letters.feedback_open")
    if not found.reached:
        return facts.text("letters.feedback_computed")
    anchors = [
        facts.text(
            "letters.feedback_anchor",
            indicator=indicator_name(item.indicator, facts),
            text=item.level.text or item.level.name,
        )
        for item in found.reached
    ]
    between = facts.text("opinions.between_anchors")
    return between.join(anchors) + ("." if facts.translator.language == "en" else "。")


def released_comments(facts: ReportFacts, result: ApplicationResult) -> tuple[str, ...]:
    """Give the comments an applicant may read, each once, in the order of their words.

    Raises:
        ReviewerRecognisable: one of them points to a reviewer.
    """
    if facts.settings.get(RELEASE) != RELEASED:
        return ()
    counted = {row.number for row in result.reviewers if row.state.counts}
    found = sorted(
        {
            text.strip()
            for (application, reviewer, _code), text in facts.comments.items()
            if application == result.number and reviewer in counted and text.strip()
        }
    )
    for text in found:
        _require_unknown(facts, result, text)
    return tuple(found)


def harmless_comments(facts: ReportFacts, result: ApplicationResult) -> tuple[str, ...]:
    """Give what was written on counted sheets, each once, without what points to a reviewer."""
    counted = {row.number for row in result.reviewers if row.state.counts}
    scores = _single_scores(result)
    found = {
        text.strip()
        for (application, reviewer, _code), text in facts.comments.items()
        if application == result.number and reviewer in counted and text.strip()
    }
    return tuple(sorted(text for text in found if not traces(text, facts.reviewers, scores)))


def _require_unknown(facts: ReportFacts, result: ApplicationResult, text: str) -> None:
    seen = traces(text, facts.reviewers, _single_scores(result))
    if seen:
        raise ReviewerRecognisable(result.number, text, tuple(trace.found for trace in seen))


def _single_scores(result: ApplicationResult) -> frozenset[Points]:
    scores = {from_hundredths(score) for row in result.reviewers for score in row.scores.values()}
    return frozenset(scores | {row.total for row in result.reviewers if row.total is not None})
