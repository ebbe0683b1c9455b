"""Pieces of the letters to applicants: one section an application, or a blank letter."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from reviewer_app.domain.document import (
    Addressee,
    Block,
    Document,
    HandLines,
    Section,
    Text,
)
from reviewer_app.domain.results import ApplicationResult
from reviewer_app.reports.facts import ReportFacts
from reviewer_app.reports.papers import bureau_name, official_paper, sealed
from reviewer_app.words.paper_texts import BLANK


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter on an application; None is a blank letter to be filled in by hand."""

    result: ApplicationResult | None
    body: tuple[Block, ...]


def letters(
    facts: ReportFacts, identity: tuple[str, str, str], given: Sequence[Letter]
) -> Document:
    """Make the letters, each with addressee, contact, and seal."""
    blocks = [block for letter in given for block in _letter(facts, letter)]
    return official_paper(facts, identity, blocks)


def letters_for(
    results: Sequence[ApplicationResult],
    body: Callable[[ApplicationResult | None], Iterator[Block]],
) -> list[Letter]:
    """Give a letter for each of the results; a blank one where there is none."""
    return [Letter(result, tuple(body(result))) for result in results or (None,)]


def _letter(facts: ReportFacts, letter: Letter) -> Iterator[Block]:
    result, bureau = letter.result, facts.bureau
    yield Section(f"{result.number} {result.name}" if result else BLANK)
    if result is None:
        yield Addressee(facts.text("letters.to_nobody"))
    else:
        yield Addressee(facts.text("letters.to", applicant=result.applicant))
    yield from letter.body
    yield Text(facts.text("letters.contact", contact=bureau.contact, phone=bureau.phone))
    yield sealed(facts)


def about(facts: ReportFacts, name: str, result: ApplicationResult | None) -> Text:
    """Give the opening of a letter, which names the application."""
    number, title = (result.number, result.name) if result else ("", "")
    return Text(facts.text(f"letters.{name}", number=number, name=title, batch=facts.ranking.batch))


def items(facts: ReportFacts, told: Sequence[tuple[str, str]]) -> Iterator[Block]:
    """List points with their remarks; lines to write on where there is none."""
    if not told:
        yield HandLines(4)
    for place, (text, remark) in enumerate(told, 1):
        item = facts.text("letters.item", place=str(place), text=text)
        if remark:
            item = facts.text("letters.item_remark", item=item, remark=remark)
        yield Text(item)


def objection(facts: ReportFacts) -> Text:
    """Say how and until when to object."""
    return Text(facts.text("letters.objection", bureau=bureau_name(facts)))
