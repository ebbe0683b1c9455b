"""An order of applications in which members leave the room less often for recusals.

A member who must not hear several applications leaves once when they follow one another,
else before each of them. The order keeps all others where they stand; it is offered
before an order is drawn, never put in the place of one.

Source: peers.md N19; domain.md 2.5 (recusal per project).
"""

from collections.abc import Mapping, Sequence

Out = Mapping[str, frozenset[str]]
"""By application: the members who must not be in the room for it."""

_NOBODY: frozenset[str] = frozenset()


def exits(order: Sequence[str], out: Out) -> int:
    """Count how often somebody leaves the room in this order.

    >>> exits(["P1", "P2", "P3"], {"P1": frozenset("A"), "P3": frozenset("A")})
    2
    """
    before = _NOBODY
    count = 0
    for number in order:
        now = out.get(number, _NOBODY)
        count += len(now - before)
        before = now
    return count


def with_fewer_exits(order: Sequence[str], out: Out) -> tuple[str, ...]:
    """Draw together what the same members leave for; the order itself where nothing is won.

    From the first application on: whatever shares members out with the one just put
    follows it at once, the one with most of them first, of equal ones the earlier.
    """
    waiting = list(order)
    found: list[str] = []
    while waiting:
        now = out.get(found[-1], _NOBODY) if found else _NOBODY
        waiting_for = [number for number in waiting if now & out.get(number, _NOBODY)]
        following = min(waiting_for or waiting[:1], key=lambda number: _change(now, out, number))
        found.append(following)
        waiting.remove(following)
    return tuple(found) if exits(found, out) < exits(order, out) else tuple(order)


def _change(now: frozenset[str], out: Out, number: str) -> tuple[int, int]:
    """Say how many members would leave and how many stay out: fewest moves go first."""
    following = out.get(number, _NOBODY)
    return len(following - now), -len(following & now)
