"""What the rows of the order show, and the words of a fault in a typed lot."""

from reviewer_app.i18n import N_, Translator
from reviewer_app.queries.order_desk import LotFault, OrderLine
from ui.models.table import TableColumn

_FAULTS = {
    LotFault.MISSING: N_("not typed yet"),
    LotFault.NO_NUMBER: N_("no whole number"),
    LotFault.OUTSIDE: N_("no such lot: 1 to {count}"),
    LotFault.TWICE: N_("typed twice"),
}


def fault_word(fault: LotFault, count: int, _: Translator) -> str:
    """Say what is wrong with a typed lot, `count` being how many lots there are."""
    return _(_FAULTS[fault]).format(count=count)


def order_columns(_: Translator) -> tuple[TableColumn[OrderLine], ...]:
    """Give the columns of the order."""
    return (
        TableColumn(
            "lot",
            _("Lot"),
            lambda row: str(row.lot or "—"),
            sort=lambda row: row.lot,
            is_number=True,
            width=64,
        ),
        TableColumn("number", _("No."), lambda row: row.number, width=164),
        TableColumn("name", _("Application name"), lambda row: row.name, width=230),
        TableColumn("applicant", _("Applicant"), lambda row: row.applicant, width=200),
    )
