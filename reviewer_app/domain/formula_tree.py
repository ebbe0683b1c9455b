"""The parts of a formula: a closed union of nodes, and what can be wrong with a text.

Reading a text is `formula_parsing`, computing a value is `formula`.

Source: contract.md 2, Formula language.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import cached_property
from typing import assert_never

from reviewer_app.domain.errors import BadInput


class Comparator(StrEnum):
    """The comparisons a condition may make."""

    LESS = "<"
    AT_MOST = "<="
    GREATER = ">"
    AT_LEAST = ">="
    EQUAL = "=="
    UNEQUAL = "!="


@dataclass(frozen=True, slots=True)
class Number:
    """A plain number."""

    value: Fraction


@dataclass(frozen=True, slots=True)
class Name:
    """An input, at `position` in the source."""

    key: str
    position: int


@dataclass(frozen=True, slots=True)
class Negation:
    """Unary minus."""

    operand: "Node"


@dataclass(frozen=True, slots=True)
class Sum:
    """Terms added, or subtracted where `plus` is False; kept flat to bound the depth."""

    terms: tuple[tuple[bool, "Node"], ...]


@dataclass(frozen=True, slots=True)
class Operand:
    """A part of a product: multiplied by, or divided by where `times` is False.

    The source has it from `start` up to `end`.
    """

    times: bool
    node: "Node"
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Product:
    """Multiplications and divisions, from left to right; kept flat like a sum."""

    operands: tuple[Operand, ...]


@dataclass(frozen=True, slots=True)
class Least:
    """min(a, ...)."""

    operands: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Greatest:
    """max(a, ...)."""

    operands: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Clip:
    """clip(x, lo, hi): `upper` where the bounds cross."""

    operand: "Node"
    lower: "Node"
    upper: "Node"


@dataclass(frozen=True, slots=True)
class PiecewiseLinear:
    """PL(x; x0:y0, ...): x strictly rising; flat outside the first and last point."""

    operand: "Node"
    points: tuple[tuple[Fraction, Fraction], ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """One comparison, only as a condition."""

    comparator: Comparator
    left: "Node"
    right: "Node"


@dataclass(frozen=True, slots=True)
class Conditional:
    """if(condition, a, b); a Name as condition must be a flag."""

    condition: "Name | Comparison"
    then: "Node"
    otherwise: "Node"


Node = (
    Number
    | Name
    | Negation
    | Sum
    | Product
    | Least
    | Greatest
    | Clip
    | PiecewiseLinear
    | Conditional
)


class FormulaFault(StrEnum):
    """What can be wrong with the text of a formula."""

    EMPTY = "empty"
    TOO_LONG = "too_long"
    TOO_DEEP = "too_deep"
    NUMBER_TOO_LONG = "number_too_long"
    STRANGE_SIGN = "strange_sign"
    UNEXPECTED = "unexpected"
    UNEXPECTED_END = "unexpected_end"
    UNKNOWN_FUNCTION = "unknown_function"
    RESERVED_NAME = "reserved_name"
    MISPLACED_COMPARISON = "misplaced_comparison"
    BAD_CONDITION = "bad_condition"
    WRONG_COUNT = "wrong_count"
    TOO_FEW_POINTS = "too_few_points"
    POINTS_NOT_RISING = "points_not_rising"


class FormulaError(BadInput):
    """The text is no formula.

    `position` counts characters from 0; `found` stands there, `expected` could.
    """

    def __init__(
        self, fault: FormulaFault, position: int, found: str = "", expected: str = ""
    ) -> None:
        super().__init__(fault.value, position, found, expected)
        self.fault = fault
        self.position = position
        self.found = found
        self.expected = expected


@dataclass(frozen=True)
class Formula:
    """A parsed formula."""

    source: str
    root: Node

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Every input key, in order of first use."""
        return tuple(dict.fromkeys(name.key for name in _names(self.root)))

    @cached_property
    def flags(self) -> tuple[str, ...]:
        """The input keys that stand alone as a condition."""
        found = (n.condition for n in _walk(self.root) if isinstance(n, Conditional))
        return tuple(dict.fromkeys(c.key for c in found if isinstance(c, Name)))

    def position_of(self, key: str) -> int:
        """Where the input first stands in the source, counted from 0.

        Raises:
            KeyError: the formula does not use it.
        """
        for name in _names(self.root):
            if name.key == key:
                return name.position
        raise KeyError(key)


def children(node: Node) -> tuple[Node, ...]:
    """The parts of a node, in the order they are written."""
    match node:
        case Number() | Name():
            return ()
        case Negation(operand) | PiecewiseLinear(operand, _):
            return (operand,)
        case Sum(terms):
            return tuple(term for _, term in terms)
        case Product(operands):
            return tuple(operand.node for operand in operands)
        case Least(parts) | Greatest(parts):
            return parts
        case Clip(operand, lower, upper):
            return (operand, lower, upper)
        case Conditional(condition, then, otherwise):
            if isinstance(condition, Name):
                return (condition, then, otherwise)
            return (condition.left, condition.right, then, otherwise)
        case _:
            assert_never(node)


def _walk(node: Node) -> Iterator[Node]:
    yield node
    for part in children(node):
        yield from _walk(part)


def _names(node: Node) -> Iterator[Name]:
    return (part for part in _walk(node) if isinstance(part, Name))
