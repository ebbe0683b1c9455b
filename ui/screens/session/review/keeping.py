"""What is half written of a deed, kept outside the journal until it is done."""

from functools import partial

from reviewer_app.queries.half_written import half_written_of
from reviewer_app.workflow.keep_half_written import keep_half_written
from ui.desk import Desk


class Keeping:
    """Reads and keeps the half-written texts of this page."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def text(self, deed: str, application: str, reviewer: str = "") -> str:
        """Give what was half written, empty where there is none."""
        query = partial(half_written_of, deed=deed, application=application, reviewer=reviewer)
        return self._desk.look(query)

    def keep(self, deed: str, text: str, application: str, reviewer: str = "") -> None:
        """Keep a text; an empty one lets go of it."""
        keep = partial(keep_half_written, deed=deed, text=text)
        self._desk.do(partial(keep, application=application, reviewer=reviewer))
