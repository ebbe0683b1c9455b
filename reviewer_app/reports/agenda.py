"""Report 08: in which order the applications are presented (答辩顺序表).

The public edition hangs at the door: it names no presenter.

Source: domain.md 6.1, 8; 2.6.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reviewer_app.domain.document import (
    Block,
    Column,
    ColumnKind,
    Document,
    Fact,
    Facts,
    Note,
    Orientation,
    Row,
    Signatures,
    Table,
)
from reviewer_app.domain.drawing import Draw, DrawMethod, DrawPurpose
from reviewer_app.reports.facts import ReportFacts
from reviewer_app.reports.forms import boxes, by_hand, presenting
from reviewer_app.reports.meeting import held_at, held_on
from reviewer_app.reports.parts import date_words, document
from reviewer_app.words.drawing import how_to_draw_again, order_attempt


@dataclass(frozen=True, slots=True)
class Slot:
    """One presentation; empty texts are blanks to fill in."""

    application: str
    lot: str = ""
    time: str = ""
    presenter: str = ""


@dataclass(frozen=True, slots=True)
class Agenda:
    """The order of the presentations; without slots all applications by number.

    `seed` is that of the draw, empty for lots drawn on the spot; `story` tells every
    attempt and how to draw again.
    """

    slots: tuple[Slot, ...]
    held_on: str = ""
    place: str = ""
    seed: str = ""
    story: tuple[str, ...] = ()


def build(facts: ReportFacts) -> Document:
    """Make the list with room for the lots that are drawn at the meeting."""
    shown = [row.number for row in presenting(facts)]
    record = facts.record
    if record is None:
        return agenda(facts, Agenda(tuple(Slot(number) for number in shown)))
    drawn = [draw for draw in record.draws if draw.purpose is DrawPurpose.ORDER][-1:]
    lots = {pick.subject: str(pick.place) for draw in drawn for pick in draw.picks}
    times = {item.application: f"{item.day[5:]} {item.starts}" for item in record.agenda}
    order = [item.application for item in record.agenda if item.application in shown]
    order += [number for number in shown if number not in order]
    slots = tuple(Slot(one, lots.get(one, ""), times.get(one, "")) for one in order)
    seed = drawn[0].seed if drawn else ""
    plan = Agenda(slots, held_on(facts), held_at(facts), seed, _story(record.draws, facts))
    return agenda(facts, plan)


def _story(draws: Sequence[Draw], facts: ReportFacts) -> tuple[str, ...]:
    """Tell every attempt at the order, and how the one that holds is drawn again."""
    _ = facts.translator
    drawn = [draw for draw in draws if draw.purpose is DrawPurpose.ORDER]
    lines = [order_attempt(at, draw, _) for at, draw in enumerate(drawn, 1)]
    if drawn and drawn[-1].method is DrawMethod.SEED:
        lines.append(how_to_draw_again(drawn[-1].seed, drawn[-1].attempt, _))
    return tuple(lines)


def agenda(facts: ReportFacts, plan: Agenda) -> Document:
    """Make the list from its values."""
    _ = facts.translator
    identity = ("08", "agenda", _("Order of presentations"))
    return document(facts, identity, Orientation.PORTRAIT, tuple(_blocks(facts, plan)))


def _blocks(facts: ReportFacts, plan: Agenda) -> Iterator[Block]:
    _ = facts.translator
    by_seed = _("by random numbers, seed: {seed}").format(seed=plan.seed or "________")
    yield Facts(
        (
            Fact(_("Time"), plan.held_on),
            Fact(_("Meeting place"), plan.place),
            Fact(
                _("How drawn"),
                boxes((_("by lot on the spot"), by_seed), by_seed if plan.seed else ""),
            ),
        )
    )
    yield Table(_columns(facts), tuple(_rows(facts, plan)))
    if facts.is_public:
        yield Note(_("Public edition: without reviewers and single scores."))
        return
    if plan.story:
        yield Note("\n".join(plan.story))
    yield Signatures("", (_("Host (signature)"), _("Supervisor")), date_words(_))


def _columns(facts: ReportFacts) -> tuple[Column, ...]:
    _ = facts.translator
    shown = (
        Column(_("Lot"), ColumnKind.CODE, 40),
        Column(_("No."), ColumnKind.CODE, 84),
        Column(_("Application name"), ColumnKind.TEXT, 130),
        Column(_("Applicant"), ColumnKind.TEXT, 110),
        Column(_("Time slot"), ColumnKind.CODE, 66),
    )
    presenter = Column(_("Presenter"), ColumnKind.CODE, 62)
    return shown if facts.is_public else (*shown, presenter)


def _rows(facts: ReportFacts, plan: Agenda) -> Iterator[Row]:
    results = {result.number: result for result in facts.ranking.applications}
    for slot in plan.slots:
        result = results[slot.application]
        shown = (slot.lot, result.number, result.name, result.applicant, slot.time)
        yield by_hand(*shown) if facts.is_public else by_hand(*shown, slot.presenter)
