"""What the reviewer does to the own sheets, said to the desk; and what is looked up."""

from collections.abc import Callable
from functools import partial

from reviewer_app.domain.attachment import Attachment
from reviewer_app.domain.errors import ReviewerError
from reviewer_app.domain.own_work import (
    HalfTyped,
    Material,
    OwnSheet,
    QueueRow,
    ScoreChange,
    SheetReview,
    Steps,
)
from reviewer_app.domain.points import Points
from reviewer_app.domain.sheet import SheetState
from reviewer_app.queries import own_history
from reviewer_app.queries.attachment import attachment_list, attachment_pages
from reviewer_app.queries.own_material import own_material
from reviewer_app.queries.own_queue import own_phrases, own_queue, own_queue_row
from reviewer_app.queries.own_review import reviews_to_submit, sheet_review
from reviewer_app.queries.own_sheet import own_sheet
from reviewer_app.workflow import give_score, keep_half_typed, phrases, skip_sheet, submit_sheet
from reviewer_app.workflow.set_aside import set_aside
from reviewer_app.workflow.undo import undo
from reviewer_app.workflow.write_note import write_note
from reviewer_app.workspace import Workspace
from ui.desk import Desk
from ui.widgets.page_view import Pages


class OwnDeeds:
    """The desk of one reviewer.

    `touched` names the application a deed is about while it is done: only its sheet has to
    be looked at again. It is empty when something else is done.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._reviewer = desk.actor.number
        self._since: int = desk.look(own_history.sequence_now)
        self._kept: set[tuple[str, str, bool]] = set()
        self.touched = ""

    def queue(self) -> tuple[QueueRow, ...]:
        """Give all own applications."""
        return self._desk.look(partial(own_queue, reviewer=self._reviewer))

    def queue_row(self, number: str) -> QueueRow | None:
        """Give one of them as it is now."""
        query = partial(own_queue_row, application=number, reviewer=self._reviewer)
        return self._desk.look(query)

    def sheet(self, number: str) -> OwnSheet:
        """Give the own sheet; half-typed text in it will be let go once it is written."""
        query = partial(own_sheet, application=number, reviewer=self._reviewer)
        found = self._desk.look(query)
        self._kept.update((number, item.indicator, item.is_note) for item in found.half_typed)
        return found

    def material(self, number: str) -> Material | None:
        """Give what was submitted, None while recused."""
        query = partial(own_material, application=number, reviewer=self._reviewer)
        return self._desk.look(query)

    def proofs(self, number: str) -> tuple[Attachment, ...]:
        """Give the attachments of an application."""
        query = partial(attachment_list, application=number, reviewer=self._reviewer)
        return self._desk.look(query)

    def proof(self, uuid: str) -> Pages | None:
        """Open the pages of an attachment; None where it was refused, which is said."""
        try:
            query = partial(attachment_pages, uuid=uuid, reviewer=self._reviewer)
            return self._desk.look(query)
        except ReviewerError as refusal:
            self._desk.refused.emit(refusal)
            return None

    def review(self, number: str) -> SheetReview:
        """Look over one sheet."""
        query = partial(sheet_review, application=number, reviewer=self._reviewer)
        return self._desk.look(query)

    def reviews(self) -> tuple[SheetReview, ...]:
        """Look over every sheet that has all its scores."""
        return self._desk.look(partial(reviews_to_submit, reviewer=self._reviewer))

    def phrases(self) -> tuple[str, ...]:
        """Give the own phrases."""
        return self._desk.look(partial(own_phrases, reviewer=self._reviewer))

    def history(self, number: str, code: str) -> tuple[ScoreChange, ...]:
        """Give how an own score came about."""
        query = partial(own_history.score_history, application=number, reviewer=self._reviewer)
        return self._desk.look(partial(query, indicator=code))

    def steps(self) -> Steps:
        """Give what can be undone and done again since sign-in."""
        return self._desk.look(partial(own_history.own_steps, since=self._since))

    def give(self, number: str, code: str, points: Points) -> bool:
        """Give a score."""
        return self._on(number, give_score.give_score, indicator=code, value=points)

    def take_back(self, number: str, code: str) -> bool:
        """Open a row again."""
        return self._on(number, give_score.take_back_score, indicator=code)

    def comment(self, number: str, code: str, text: str) -> bool:
        """Write a comment; what was half typed has become it."""
        done = self._on(number, give_score.write_comment, indicator=code, text=text)
        self._let_go(number, HalfTyped(code, is_note=False, text=text))
        return done

    def note(self, number: str, text: str) -> bool:
        """Write the private note."""
        done = self._on(number, write_note, text=text)
        self._let_go(number, HalfTyped("", is_note=True, text=text))
        return done

    def keep(self, number: str, typed: HalfTyped) -> None:
        """Keep what is being typed."""
        if self._on(number, keep_half_typed.keep_half_typed, typed=typed):
            self._kept.add((number, typed.indicator, typed.is_note))

    def skip(self, number: str, *, is_skipped: bool) -> bool:
        """Skip an application for now, or take it up again."""
        return self._on(number, skip_sheet.take_up_sheet if is_skipped else skip_sheet.skip_sheet)

    def abstain(self, number: str, reason: str) -> bool:
        """Abstain, with the reason."""
        return self._on(number, set_aside, state=SheetState.ABSTAINED, reason=reason)

    def submit(self, review: SheetReview) -> bool:
        """Submit a sheet; what was asked is answered by it."""
        return self._on(review.sheet.number, submit_sheet.submit_sheet, answered=review.asked)

    def reopen(self, number: str) -> bool:
        """Take a submission back."""
        return self._on(number, submit_sheet.reopen_sheet)

    def put_back(self, sequence: int) -> str:
        """Undo an own entry; give the application it was about, empty where refused or none."""
        query = partial(own_history.application_of_step, sequence=sequence)
        number = self._desk.look(query)
        return number if self._do(partial(undo, sequence=sequence), number) else ""

    def add_phrase(self, text: str) -> bool:
        """Remember a phrase."""
        return self._do(partial(phrases.add_phrase, reviewer=self._reviewer, text=text), "")

    def remove_phrase(self, text: str) -> bool:
        """Forget a phrase."""
        return self._do(partial(phrases.remove_phrase, reviewer=self._reviewer, text=text), "")

    def _on(self, number: str, verb: Callable[..., object], **facts: object) -> bool:
        whole = partial(verb, application=number, reviewer=self._reviewer, **facts)
        return self._do(whole, number)

    def _do(self, verb: Callable[[Workspace], object], number: str) -> bool:
        self.touched = number
        try:
            return self._desk.do(verb)
        finally:
            self.touched = ""

    def _let_go(self, number: str, typed: HalfTyped) -> None:
        key = (number, typed.indicator, typed.is_note)
        if key in self._kept:
            self._kept.discard(key)
            self._on(number, keep_half_typed.drop_half_typed, typed=typed)
