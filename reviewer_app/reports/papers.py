"""Pieces that the official papers (公文) share."""

import re
from collections.abc import Sequence

from reviewer_app.domain.document import Block, Document, Orientation, SealSpace, Style, Text
from reviewer_app.reports.facts import ReportFacts
from reviewer_app.words.paper_texts import BLANK
from reviewer_app.words.reports import page_words

_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)")


def official_paper(
    facts: ReportFacts,
    identity: tuple[str, str, str],
    blocks: Sequence[Block],
    subtitle: str = "",
) -> Document:
    """Put blocks under a title; `identity` is number, key and title."""
    number, key, title = identity
    return Document(
        key=key,
        number=number,
        title=facts.marked(title),
        subtitle=subtitle,
        edition=facts.edition,
        language=facts.translator.language,
        orientation=Orientation.PORTRAIT,
        blocks=tuple(blocks),
        sequence=facts.ranking.sequence,
        words=page_words(facts.translator, is_rehearsal=facts.is_rehearsal),
        printed=facts.printed,
        software=facts.software,
        style=Style.OFFICIAL,
    )


def bureau_name(facts: ReportFacts) -> str:
    """Name the bureau within a sentence."""
    return facts.bureau.name or BLANK


def said(facts: ReportFacts, label: str, value: str) -> Text:
    """Give a labelled value as a paragraph."""
    return Text(f"{label}{colon(facts)}{value}")


def colon(facts: ReportFacts) -> str:
    """Give the colon of the document's language."""
    return ": " if facts.translator.language == "en" else "："


def sealed(facts: ReportFacts, date: str = "") -> SealSpace:
    """Give the bureau's name over the date, blanks where they are not recorded."""
    return SealSpace(
        facts.bureau.name or facts.text("common.bureau"), date or facts.text("common.seal_date")
    )


def date_on_paper(facts: ReportFacts, day: str) -> str:
    """Write an ISO date as papers do, without leading zeros; a blank for "".

    Source: domain.md 6.0.
    """
    if not day:
        return facts.text("common.date")
    parts = _ISO.fullmatch(day)
    if parts is None or facts.translator.language == "en":
        return day
    year, month, date = map(int, parts.groups())
    return f"{year}年{month}月{date}日"
