"""Draw a panel or an order so that anybody can draw it again with a hash and a pencil.

The key of a number is the SHA-256 of the UTF-8 text `SEED:ATTEMPT:NUMBER`, written in
hex. Sorted by their keys, smallest first, the numbers are the drawn order. Nothing else
enters: no clock, no chance of the PC, no order of the list. The seed is a number that
the supervisor says aloud (say, of six dice); the attempt counts from 1 over the whole
session, so a seed used twice does not draw the same order twice.

Source: domain.md 2.5 and 2.6.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from reviewer_app.domain.drawing import Answer, CompositionFault, Expert, Pick, Seats
from reviewer_app.domain.ids import natural_key

_SMALLEST = 5


def key_of(seed: str, attempt: int, number: str) -> str:
    """Give the key by which a number is sorted.

    >>> key_of("314159", 1, "R1")[:16]
    'cf36b1fe849b3d4a'
    """
    return hashlib.sha256(f"{seed}:{attempt}:{number}".encode()).hexdigest()


def drawn_order(seed: str, attempt: int, numbers: Iterable[str]) -> tuple[str, ...]:
    """Give the numbers in their drawn order."""
    return tuple(sorted(numbers, key=lambda number: key_of(seed, attempt, number)))


def drawn_panel(
    seed: str, attempt: int, pool: Sequence[Expert], seats: Sequence[Seats]
) -> tuple[Pick, ...]:
    """Fill the seats kind by kind; who is left over of a kind waits as its substitute.

    Experts who are shut out are not drawn. Where there are fewer experts than seats, all
    of them are drawn.
    """
    picks: list[Pick] = []
    for wanted in seats:
        able = [one.number for one in pool if one.seat == wanted.seat and not one.shut_out]
        for at, number in enumerate(drawn_order(seed, attempt, able)):
            answer = Answer.DRAWN if at < wanted.count else Answer.SUBSTITUTE
            picks.append(Pick(len(picks) + 1, number, wanted.seat, answer))
    return tuple(picks)


def with_substitute(picks: Sequence[Pick], refused: Pick) -> tuple[Pick, ...]:
    """Put a refusal in its place and call the first substitute for the same seat."""
    waiting = [
        pick.place
        for pick in picks
        if pick.seat == refused.seat and pick.answer is Answer.SUBSTITUTE
    ]
    called = waiting[0] if waiting else 0
    return tuple(
        refused
        if pick.place == refused.place
        else replace(pick, answer=Answer.DRAWN)
        if pick.place == called
        else pick
        for pick in picks
    )


def composition_faults(
    members: Sequence[Expert], technical: Iterable[str] = ()
) -> tuple[CompositionFault, ...]:
    """Say what a panel lacks: five or more, odd, two thirds technical, several units.

    `technical` names the kinds of seats that count as technical or economic; without any
    that rule is not asked.
    """
    kinds = frozenset(technical)
    able = sum(one.seat in kinds for one in members)
    units = {one.organisation for one in members if one.organisation}
    named = sum(bool(one.organisation) for one in members)
    found: Mapping[CompositionFault, bool] = {
        CompositionFault.TOO_SMALL: len(members) < _SMALLEST,
        CompositionFault.EVEN: len(members) % 2 == 0,
        CompositionFault.TOO_FEW_TECHNICAL: bool(kinds) and 3 * able < 2 * len(members),
        CompositionFault.ONE_UNIT: named > 1 and len(units) == 1,
    }
    return tuple(fault for fault, holds in found.items() if holds)


def faults_of_lots(pool: Iterable[str], lots: Sequence[str]) -> tuple[str, ...]:
    """Name what was typed twice, is missing, or was not in the urn."""
    urn = set(pool)
    twice = {number for number in lots if lots.count(number) > 1}
    return tuple(sorted(twice | urn.symmetric_difference(lots), key=natural_key))
