"""Draw the panel from a list, and the order of defences; every attempt is counted."""

from collections.abc import Sequence
from dataclasses import replace

from reviewer_app.domain.drawing import (
    Answer,
    Draw,
    DrawMethod,
    DrawPurpose,
    Expert,
    Pick,
    Seats,
    on_list,
)
from reviewer_app.domain.errors import ReasonMissing, UnknownNumber
from reviewer_app.domain.rules.draw import (
    drawn_order,
    drawn_panel,
    faults_of_lots,
    with_substitute,
)
from reviewer_app.domain.session_errors import LotsWrong, SeedMissing, SitsAlready
from reviewer_app.queries.session import active_numbers
from reviewer_app.storage import draws
from reviewer_app.workspace import Workspace


def draw_panel(
    workspace: Workspace,
    pool: Sequence[Expert],
    seats: Sequence[Seats],
    *,
    seed: str,
    supervisor: str,
    reason: str = "",
) -> Draw:
    """Draw experts for the seats with the seed the supervisor said; rule: `rules.draw`.

    A second attempt needs a reason. Who is not drawn waits as a substitute.

    Raises:
        SeedMissing, ReasonMissing: nothing was written.
    """
    attempt = _counted(workspace, DrawPurpose.PANEL, "draw_panel", reason)
    picks = drawn_panel(_seed(seed, supervisor), attempt, pool, seats)
    draw = Draw(
        attempt=attempt,
        purpose=DrawPurpose.PANEL,
        method=DrawMethod.SEED,
        seed=seed.strip(),
        pool=tuple(on_list(one) for one in pool),
        criteria=tuple(f"{one.seat}: {one.count}" for one in seats),
        reason=reason.strip(),
        supervisor=supervisor.strip(),
        at=workspace.stamp(),
        picks=picks,
    )
    with workspace.write("draw_panel", draw.reason):
        draws.insert_draw(workspace.store, draw)
    return draw


def answer_draw(
    workspace: Workspace, attempt: int, place: int, *, comes: bool, note: str = ""
) -> None:
    """Write whether a drawn expert comes; a refusal calls the next substitute.

    Raises:
        ReasonMissing: a refusal says why.
        UnknownNumber: there is no such attempt or place, or nobody was asked there.
        SitsAlready: the expert was seated on the panel since.
    """
    if not comes and not note.strip():
        raise ReasonMissing("answer_draw")
    draw = _attempt(workspace, attempt)
    pick = next((one for one in draw.picks if one.place == place), None)
    if pick is None or pick.answer is Answer.SUBSTITUTE:
        raise UnknownNumber("entry", f"{attempt}.{place}")
    if pick.seated_as:
        raise SitsAlready(pick.seated_as)
    answer = Answer.ACCEPTED if comes else Answer.REFUSED
    said = replace(pick, answer=answer, note=note.strip(), at=workspace.stamp())
    picks = with_substitute(draw.picks, said) if not comes else _with(draw.picks, said)
    with workspace.write("answer_draw", note.strip()):
        draws.write_answers(workspace.store, draw, picks)


def draw_order(
    workspace: Workspace, *, seed: str, supervisor: str, reason: str = ""
) -> tuple[str, ...]:
    """Draw in which order the applications are heard, with a seed.

    Raises:
        SeedMissing, ReasonMissing: nothing was written.
    """
    attempt = _counted(workspace, DrawPurpose.ORDER, "draw_order", reason)
    pool = active_numbers(workspace.store)
    order = drawn_order(_seed(seed, supervisor), attempt, pool)
    _write_order(workspace, attempt, order, (seed.strip(), supervisor.strip(), reason.strip()))
    return order


def type_lots(
    workspace: Workspace, lots: Sequence[str], *, supervisor: str, reason: str = ""
) -> tuple[str, ...]:
    """Write the order that was drawn by hand in the room.

    Raises:
        LotsWrong: a number is missing, typed twice, or was not in the urn.
        SeedMissing, ReasonMissing: no supervisor named; a second attempt without a reason.
    """
    attempt = _counted(workspace, DrawPurpose.ORDER, "draw_order", reason)
    faults = faults_of_lots(active_numbers(workspace.store), lots)
    if faults:
        raise LotsWrong(faults)
    _seed("lots", supervisor)
    _write_order(workspace, attempt, tuple(lots), ("", supervisor.strip(), reason.strip()))
    return tuple(lots)


def drawn_now(workspace: Workspace, purpose: DrawPurpose) -> Draw | None:
    """Give the last attempt, which is the one that holds."""
    found = [draw for draw in draws.load_draws(workspace.store) if draw.purpose is purpose]
    return found[-1] if found else None


def _write_order(
    workspace: Workspace, attempt: int, order: tuple[str, ...], said: tuple[str, str, str]
) -> None:
    seed, supervisor, reason = said
    draw = Draw(
        attempt=attempt,
        purpose=DrawPurpose.ORDER,
        method=DrawMethod.SEED if seed else DrawMethod.LOTS,
        seed=seed,
        pool=active_numbers(workspace.store),
        criteria=(),
        reason=reason,
        supervisor=supervisor,
        at=workspace.stamp(),
        picks=tuple(Pick(place, number) for place, number in enumerate(order, 1)),
    )
    with workspace.write("draw_order", reason):
        draws.insert_draw(workspace.store, draw)


def _counted(workspace: Workspace, purpose: DrawPurpose, verb: str, reason: str) -> int:
    """Count the attempt; drawing again needs a reason."""
    if drawn_now(workspace, purpose) is not None and not reason.strip():
        raise ReasonMissing(verb)
    return draws.next_attempt(workspace.store)


def _seed(seed: str, supervisor: str) -> str:
    if not seed.strip() or not supervisor.strip():
        raise SeedMissing
    return seed.strip()


def _attempt(workspace: Workspace, attempt: int) -> Draw:
    for draw in draws.load_draws(workspace.store):
        if draw.attempt == attempt:
            return draw
    raise UnknownNumber("entry", str(attempt))


def _with(picks: Sequence[Pick], said: Pick) -> tuple[Pick, ...]:
    return tuple(said if pick.place == said.place else pick for pick in picks)
