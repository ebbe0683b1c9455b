"""What the rows of the agenda show, and the sentences about the whole of it."""

from reviewer_app.domain.agenda import ItemKind
from reviewer_app.i18n import Translator
from reviewer_app.queries.agenda_desk import AgendaDesk, AgendaLine
from reviewer_app.words.agenda import item_name, item_state_name
from ui.models.table import TableColumn


def headline(line: AgendaLine, _: Translator) -> str:
    """Name an item: number and name of an application, or its own title."""
    if line.row.item.kind is ItemKind.APPLICATION:
        return f"{line.row.item.application}  {line.row.name}"
    return item_name(line.row.item, _)


def agenda_columns(_: Translator) -> tuple[TableColumn[AgendaLine], ...]:
    """Give the columns of the agenda."""
    return (
        TableColumn("day", _("Day"), lambda line: line.row.item.day[5:], width=66),
        TableColumn(
            "time",
            _("Time"),
            lambda line: f"{line.row.item.starts}\N{EN DASH}{line.ends}",
            width=112,
        ),
        TableColumn("item", _("Item of the agenda"), lambda line: headline(line, _), width=330),
        TableColumn(
            "minutes",
            _("Minutes"),
            lambda line: str(line.row.item.minutes),
            is_number=True,
            width=76,
        ),
        TableColumn("lot", _("Lot"), lambda line: str(line.lot or ""), is_number=True, width=66),
        TableColumn(
            "leaving", _("Leave the room"), lambda line: _(", ").join(line.leaving), width=120
        ),
        TableColumn(
            "state", _("State"), lambda line: item_state_name(line.row.item.state, _), width=90
        ),
    )


def warnings(desk: AgendaDesk, _: Translator) -> list[str]:
    """Say what the agenda asks attention for: overtime, what is missing, lateness."""
    said = [
        _("{day} is planned {minutes} minutes past its end.").format(day=day[5:], minutes=minutes)
        for day, minutes in desk.overtime.items()
    ]
    if desk.lines and desk.missing:
        numbers = _(", ").join(desk.missing)
        said.append(_("Not on the agenda: {numbers}.").format(numbers=numbers))
    if desk.is_late:
        said.append(_("The meeting is late: something planned should have begun."))
    return said


def exits_sentence(desk: AgendaDesk, _: Translator) -> str:
    """Say how often members leave the room, and why no other order is offered."""
    text = _("In this order members leave the room {count} times for recusals.")
    said = text.format(count=desk.exits)
    if desk.is_drawn and desk.exits > 1:
        said += " " + _("The order was drawn and stands.")
    return said


def offer_sentence(desk: AgendaDesk, _: Translator) -> str:
    """Say what the offered order does and what it wins."""
    assert desk.offer is not None
    text = _(
        "Members leave the room {now} times in this order, {then} times where applications the"
        " same members leave for follow one another; all others keep their order."
    )
    return text.format(now=desk.offer.now, then=desk.offer.then)
