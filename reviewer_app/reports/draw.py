"""Report 04: how the panel was drawn from the library (专家抽取记录表).

Source: domain.md 6.1, 4; 2.5.
"""

from dataclasses import dataclass

from reviewer_app.domain.document import (
    Column,
    ColumnKind,
    Document,
    Fact,
    Facts,
    Note,
    Orientation,
    Row,
    Table,
)
from reviewer_app.domain.drawing import DrawPurpose
from reviewer_app.i18n import Translator
from reviewer_app.reports.facts import ReportFacts
from reviewer_app.reports.forms import BLANK, boxes, by_hand, empty_rows
from reviewer_app.reports.parts import document, text_cell
from reviewer_app.reports.recorded_draws import how_drawn, recorded_draws, signed_by
from reviewer_app.words.name_order import by_strokes

_SPARE = 5
_LEAST = 12


@dataclass(frozen=True, slots=True)
class Drawn:
    """One reviewer as drawn: who was called when, and what came of it."""

    name: str
    organisation: str = ""
    speciality: str = ""
    order: str = ""
    called_at: str = ""
    answer: str = ""
    substitute: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Draw:
    """What a draw records; empty texts are blanks to fill in."""

    drawn: tuple[Drawn, ...]
    at: str = ""
    place: str = ""
    library: str = ""
    criteria: str = ""
    seed: str = ""


def build(facts: ReportFacts) -> Document:
    """Make the record of every attempt; without any, of the present panel with blanks."""
    draws = facts.record.draws if facts.record else ()
    panels = [one for one in draws if one.purpose is DrawPurpose.PANEL]
    if panels:
        return recorded_draws(facts, panels)
    panel = by_strokes(facts.reviewers)
    return draw(
        facts, Draw(tuple(Drawn(one.name, one.organisation, one.speciality) for one in panel))
    )


def draw(facts: ReportFacts, record: Draw) -> Document:
    """Make the record from its values."""
    _ = facts.translator
    identity = ("04", "draw", _("Record of the draw of reviewers"))
    columns = _columns(_)
    rows = [_row(one, _) for one in record.drawn]
    spare = max(_SPARE, _LEAST - len(rows))
    return document(
        facts,
        identity,
        Orientation.LANDSCAPE,
        (
            _head(record, _),
            Table(columns, (*rows, *empty_rows(spare, len(columns)))),
            Note(how_drawn(_)),
            signed_by(_),
        ),
    )


def _head(record: Draw, _: Translator) -> Facts:
    by_seed = _("by random numbers, seed: {seed}").format(seed=record.seed or "________")
    method = boxes((by_seed, _("by lot on the spot")), by_seed if record.seed else "")
    return Facts(
        (
            Fact(_("Drawn at"), record.at),
            Fact(_("Meeting place"), record.place),
            Fact(_("Size of the library"), record.library),
            Fact(_("How drawn"), method),
            Fact(_("Criteria of the draw"), record.criteria),
        )
    )


def _columns(_: Translator) -> tuple[Column, ...]:
    return (
        Column(_("Order drawn"), ColumnKind.CODE, 40),
        Column(_("Name"), ColumnKind.CODE, 60),
        Column(_("Organisation"), ColumnKind.TEXT, 140),
        Column(_("Speciality"), ColumnKind.TEXT, 110),
        Column(_("Called at"), ColumnKind.CODE, 80),
        Column(_("Answer given"), ColumnKind.CODE, 90),
        Column(_("Reason of a refusal"), ColumnKind.TEXT, 110),
        Column(_("Substitute"), ColumnKind.CODE, 70),
    )


def _row(one: Drawn, _: Translator) -> Row:
    answer = one.answer or boxes((_("accepts"), _("declines")))
    return by_hand(
        one.order,
        one.name,
        text_cell(one.organisation),
        text_cell(one.speciality),
        one.called_at,
        answer,
        one.reason or BLANK,
        one.substitute,
    )
