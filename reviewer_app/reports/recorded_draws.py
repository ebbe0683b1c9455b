"""Report 04 of a session: every attempt as it was made, so that anybody can draw it again.

Source: domain.md 2.5, Draw record; 6.1, 4.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from reviewer_app.domain.document import (
    Block,
    Column,
    ColumnKind,
    Document,
    Fact,
    Facts,
    Heading,
    Note,
    Orientation,
    Row,
    Signatures,
    Table,
)
from reviewer_app.domain.drawing import Answer, Draw, Expert, Pick, from_list
from reviewer_app.domain.rules.draw import key_of
from reviewer_app.i18n import Translator
from reviewer_app.reports.facts import ReportFacts
from reviewer_app.reports.forms import BLANK, boxes, by_hand
from reviewer_app.reports.meeting import held_at
from reviewer_app.reports.parts import date_words, document, text_cell
from reviewer_app.words.drawing import how_to_draw_again, of_the_digest
from reviewer_app.words.times import time_on_paper

_DIGITS = 8


def recorded_draws(facts: ReportFacts, draws: Sequence[Draw]) -> Document:
    """Make the record of every attempt at a panel, the first one first."""
    _ = facts.translator
    identity = ("04", "draw", _("Record of the draw of reviewers"))
    blocks = [block for at, one in enumerate(draws, 1) for block in _attempt(one, at, facts)]
    foot = (Note(how_drawn(_)), signed_by(_))
    return document(facts, identity, Orientation.LANDSCAPE, (*blocks, *foot))


def how_drawn(_: Translator) -> str:
    """Say the rule of every draw."""
    return _(
        "Drawn by lot from the library; nobody names a reviewer. A refusal is"
        " recorded with its reason, and the next one drawn takes the place."
    )


def signed_by(_: Translator) -> Signatures:
    """Give who signs the record."""
    return Signatures("", (_("Operator"), _("Supervisor")), date_words(_))


def _attempt(draw: Draw, at: int, facts: ReportFacts) -> Iterator[Block]:
    _ = facts.translator
    pool = {one.number: one for one in map(from_list, draw.pool)}
    yield Heading(_("Draw {at}").format(at=at), 2)
    yield _head(draw, facts)
    yield Table(_columns(_), tuple(_row(draw, pick, pool, _) for pick in draw.picks))
    yield Note(f"{how_to_draw_again(draw.seed, draw.attempt, _)} {of_the_digest(_)}")
    barred = [one for one in pool.values() if one.shut_out]
    if barred:
        yield Heading(_("Not drawn from"), 2)
        yield Table(_barred_columns(_), tuple(_barred_row(one) for one in barred))


def _head(draw: Draw, facts: ReportFacts) -> Facts:
    _ = facts.translator
    seed = _("by random numbers, seed: {seed}").format(seed=draw.seed)
    drawn_from = _("{all}, of whom {barred} shut out")
    barred = sum(bool(from_list(line).shut_out) for line in draw.pool)
    return Facts(
        (
            Fact(_("Drawn at"), time_on_paper(draw.at)),
            Fact(_("Meeting place"), text_cell(held_at(facts))),
            Fact(_("Size of the library"), drawn_from.format(all=len(draw.pool), barred=barred)),
            Fact(_("How drawn"), seed),
            Fact(_("Criteria of the draw"), _("; ").join(draw.criteria)),
            Fact(_("Seed said by"), draw.supervisor),
            Fact(_("Attempt"), str(draw.attempt)),
            Fact(_("Why drawn again"), text_cell(draw.reason)),
        )
    )


def _columns(_: Translator) -> tuple[Column, ...]:
    return (
        Column(_("Order drawn"), ColumnKind.CODE, 36),
        Column(_("Expert no."), ColumnKind.CODE, 56),
        Column(_("Name"), ColumnKind.CODE, 60),
        Column(_("Organisation"), ColumnKind.TEXT, 120),
        Column(_("Speciality"), ColumnKind.TEXT, 80),
        Column(_("Digest"), ColumnKind.CODE, 62),
        Column(_("Called at"), ColumnKind.CODE, 72),
        Column(_("Answer given"), ColumnKind.CODE, 78),
        Column(_("Reason of a refusal"), ColumnKind.TEXT, 100),
        Column(_("Substitute"), ColumnKind.CODE, 42),
        Column(_("Seated as"), ColumnKind.CODE, 42),
    )


def _row(draw: Draw, pick: Pick, pool: dict[str, Expert], _: Translator) -> Row:
    one = pool[pick.subject]
    return by_hand(
        str(pick.place),
        pick.subject,
        one.name,
        text_cell(one.organisation),
        text_cell(pick.seat),
        key_of(draw.seed, draw.attempt, pick.subject)[:_DIGITS],
        time_on_paper(pick.at),
        _answer(pick, _),
        pick.note or BLANK,
        _("yes") if _was_substitute(draw, pick) else BLANK,
        pick.seated_as or BLANK,
    )


def _answer(pick: Pick, _: Translator) -> str:
    said = {Answer.ACCEPTED: _("accepts"), Answer.REFUSED: _("declines")}
    if pick.answer is Answer.SUBSTITUTE:
        return BLANK
    return boxes((_("accepts"), _("declines")), said.get(pick.answer, ""), between="\n")


def _was_substitute(draw: Draw, pick: Pick) -> bool:
    """Say whether a place lies behind the seats of its kind."""
    for seat, picks in groupby(draw.picks, key=lambda one: one.seat):
        if seat == pick.seat:
            wanted = [line for line in draw.criteria if line.rpartition(": ")[0] == seat]
            count = int(wanted[0].rpartition(": ")[2]) if wanted else 0
            return [one.place for one in picks].index(pick.place) >= count
    return False


def _barred_columns(_: Translator) -> tuple[Column, ...]:
    return (
        Column(_("Expert no."), ColumnKind.CODE, 60),
        Column(_("Name"), ColumnKind.CODE, 80),
        Column(_("Organisation"), ColumnKind.TEXT, 180),
        Column(_("Speciality"), ColumnKind.TEXT, 110),
        Column(_("Reason"), ColumnKind.TEXT, 270),
    )


def _barred_row(one: Expert) -> Row:
    return Row((one.number, one.name, text_cell(one.organisation), one.seat, one.shut_out))
