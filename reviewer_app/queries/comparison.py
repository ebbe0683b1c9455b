"""Two moments beside each other: who moved in the ranking, and why."""

from collections.abc import Iterator

from reviewer_app.domain.history import Move
from reviewer_app.domain.points import Points, format_points
from reviewer_app.domain.results import ApplicationResult, Ranking, ReviewerResult
from reviewer_app.domain.rules.rights import View
from reviewer_app.i18n import Translator
from reviewer_app.queries.ranking import ranking
from reviewer_app.words.results import sheet_state_name, state_name
from reviewer_app.workspace import Workspace, workspace_at


def comparison(workspace: Workspace, first: int, last: int, _: Translator) -> tuple[Move, ...]:
    """Give what moved between the states after two entries, in the order of the later one.

    `last` 0 is now. What stands as before is left out.

    Raises:
        NotAllowed: who asks may not see results and single sheets.
    """
    workspace.require_view(View.RESULTS)
    workspace.require_view(View.SHEETS)
    before = _ranking_at(workspace, first)
    after = ranking(workspace) if last == 0 else _ranking_at(workspace, last)
    return tuple(_moves(before, after, _))


def _ranking_at(workspace: Workspace, sequence: int) -> Ranking:
    past = workspace_at(workspace, sequence)
    try:
        return ranking(past)
    finally:
        past.store.close()


def _moves(before: Ranking, after: Ranking, _: Translator) -> Iterator[Move]:
    known = {item.number: item for item in before.applications}
    places = after.scheme.rules.places
    is_other_scheme = before.scheme.digest != after.scheme.digest
    for item in after.applications:
        old = known.pop(item.number, None)
        if old is not None and (old.rank, old.score, old.state) == (
            item.rank,
            item.score,
            item.state,
        ):
            continue
        causes = list(_causes(old, item, places, _))
        if is_other_scheme:
            causes.insert(0, _("another version of the scheme"))
        yield _move(old, item, causes, _)
    for gone in known.values():
        yield _move(gone, None, [_("taken out of the batch")], _)


def _move(
    old: ApplicationResult | None, new: ApplicationResult | None, causes: list[str], _: Translator
) -> Move:
    shown = new or old
    assert shown is not None
    return Move(
        number=shown.number,
        name=shown.name,
        rank_before=None if old is None else old.rank,
        rank_after=None if new is None else new.rank,
        score_before=None if old is None else old.score,
        score_after=None if new is None else new.score,
        causes=tuple(causes or [_("others moved")]),
    )


def _causes(
    old: ApplicationResult | None, new: ApplicationResult, places: int, _: Translator
) -> Iterator[str]:
    if old is None:
        yield _("came into the batch")
        return
    if old.state is not new.state:
        yield f"{state_name(old.state, _)} → {state_name(new.state, _)}"
    before = {sheet.number: sheet for sheet in old.reviewers}
    for sheet in new.reviewers:
        text = _sheet_change(before.get(sheet.number), sheet, places, _)
        if text:
            yield text
    if {code: item.value for code, item in old.computed.items()} != {
        code: item.value for code, item in new.computed.items()
    }:
        yield _("computed scores changed")
    if old.score == new.score and old.tie != new.tie and new.tie is not None:
        yield _("equal scores were told apart otherwise")


def _sheet_change(
    old: ReviewerResult | None, new: ReviewerResult, places: int, _: Translator
) -> str:
    if old is not None and old.total == new.total and old.state.counts == new.state.counts:
        return ""
    told = (_sheet_text(sheet, places, _) for sheet in (old, new))
    return f"{new.number} " + " → ".join(told)


def _sheet_text(sheet: ReviewerResult | None, places: int, _: Translator) -> str:
    if sheet is None:
        return "–"
    total: Points | None = sheet.total
    return sheet_state_name(sheet.state, _) if total is None else format_points(total, places)
