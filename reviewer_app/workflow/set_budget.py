"""Say how much money there is for the batch; the ranking shows how far it reaches."""

from reviewer_app.domain.errors import NothingChanged
from reviewer_app.domain.money import fen_from_wan
from reviewer_app.domain.points import parse_decimal
from reviewer_app.domain.result_errors import BadAmount
from reviewer_app.queries.results import BUDGET
from reviewer_app.storage.batch_settings import load_settings, save_setting
from reviewer_app.workspace import Workspace


def set_budget(workspace: Workspace, wan: str) -> None:
    """Write the budget, a plain decimal of 万元; an empty text takes it away.

    Raises:
        BadAmount: no such number, below 0, or finer than a fen.
        NothingChanged: it stands like this already.
    """
    text = _fen(wan.strip())
    if load_settings(workspace.store).get(BUDGET, "") == text:
        raise NothingChanged("set_budget")
    with workspace.write("set_budget"):
        save_setting(workspace.store, BUDGET, text)


def _fen(wan: str) -> str:
    if not wan:
        return ""
    try:
        fen = fen_from_wan(parse_decimal(wan))
    except ValueError:
        raise BadAmount(wan) from None
    if fen < 0:
        raise BadAmount(wan)
    return str(fen)
