"""A reviewer drops out midway: what becomes of the sheets, and of the results.

By analogy with the rules for bidding the conclusions of a replaced reviewer are void and
the substitute reviews again; keeping finished sheets is the bureau's own decision.

Source: domain.md 2.5 (Article 48), 2.7 (quorum, trimming).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import assert_never

from reviewer_app.domain.results import Candidate, SheetScores
from reviewer_app.domain.rules.outlook import outlook
from reviewer_app.domain.rules.ranking import rank
from reviewer_app.domain.rules.recusal import Effect, effect_of
from reviewer_app.domain.scheme import Scheme
from reviewer_app.domain.sheet import SheetState
from reviewer_app.domain.way_out import WayOut


@dataclass(frozen=True, slots=True)
class DropOut:
    """What one way out would do, in application numbers and effects.

    `kept` sheets go on counting, `voided` counted and will not, `open` were never
    submitted; `short` cannot reach the quorum any more, whatever is still submitted;
    `effects` are the applications whose method, state or rank differs.
    """

    way: WayOut
    kept: tuple[str, ...]
    voided: tuple[str, ...]
    open: tuple[str, ...]
    short: tuple[str, ...]
    effects: tuple[Effect, ...]


def becomes_absent(state: SheetState, way: WayOut) -> bool:
    """Whether a sheet in this state is absent afterwards; those set aside stay as they are."""
    match way:
        case WayOut.KEEP:
            return state.is_open
        case WayOut.VOID | WayOut.SUBSTITUTE:
            return state.is_open or state.counts
        case _:
            assert_never(way)


def drop_out(
    scheme: Scheme,
    candidates: Sequence[Candidate],
    reviewer: str,
    way: WayOut,
    votes: Sequence[Sequence[str]] = (),
) -> DropOut:
    """Compare the results as they are with those after a way out; nothing is changed."""
    own = {
        item.number: sheet.state
        for item in candidates
        for sheet in item.sheets
        if sheet.reviewer == reviewer
    }
    counted = tuple(number for number, state in own.items() if state.counts)
    before = rank(scheme, candidates, votes)
    changed = [_without(item, reviewer, way) for item in candidates]
    after = {result.number: result for result in rank(scheme, changed, votes)}
    effects = (effect_of(result, after[result.number]) for result in before)
    return DropOut(
        way=way,
        kept=counted if way is WayOut.KEEP else (),
        voided=() if way is WayOut.KEEP else counted,
        open=tuple(number for number, state in own.items() if state.is_open),
        short=tuple(
            now.number
            for now, then in zip(candidates, changed, strict=True)
            if outlook(scheme, now).is_enough and not outlook(scheme, then).is_enough
        ),
        effects=tuple(effect for effect in effects if effect.before != effect.after),
    )


def _without(item: Candidate, reviewer: str, way: WayOut) -> Candidate:
    sheets: list[SheetScores] = []
    for sheet in item.sheets:
        is_gone = sheet.reviewer == reviewer and becomes_absent(sheet.state, way)
        sheets.append(replace(sheet, state=SheetState.ABSENT) if is_gone else sheet)
    if way is WayOut.SUBSTITUTE and any(sheet.reviewer == reviewer for sheet in sheets):
        sheets.append(SheetScores("", "", SheetState.PENDING, {}))
    return replace(item, sheets=tuple(sheets))
