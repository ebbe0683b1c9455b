"""Formulas: a small closed language with exact rational arithmetic.

    numbers (12, 0.5), input keys, + - * /, unary minus, parentheses,
    min(a, ...), max(a, ...), clip(x) = clip(x, 0, 1), clip(x, lo, hi),
    PL(x; x0:y0, x1:y1, ...)   piecewise linear, flat outside
    if(condition, a, b)        only the branch taken is evaluated;
                               the condition is a flag or one comparison

`parse` is in `formula_parsing` and re-exported here. Nothing hostile can hang or fill
the memory: the source, its depth and the size of every value on the way are bounded.

Source: contract.md 2, Formula language.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import cached_property
from typing import assert_never

from reviewer_app.domain.errors import BadInput

GREATEST_BITS = 4096
"""Most bits of a numerator or denominator anywhere in an evaluation."""


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
class Product:
    """Factors multiplied, or divided by where `times` is False, from left to right;
    each with the position of its operator.
    """

    factors: tuple[tuple[bool, "Node", int], ...]


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
    """The text is no formula. `position` counts characters from 0; `found` is what
    stands there, `expected` what could.
    """

    def __init__(
        self, fault: FormulaFault, position: int, found: str = "", expected: str = ""
    ) -> None:
        super().__init__(fault.value, position, found, expected)
        self.fault = fault
        self.position = position
        self.found = found
        self.expected = expected


class EvaluationError(BadInput):
    """The formula has no value for these inputs."""


class MissingInput(EvaluationError):
    """The branch taken needs an input that has no value."""

    def __init__(self, key: str, position: int) -> None:
        super().__init__(key, position)
        self.key = key
        self.position = position


class DivisionByZero(EvaluationError):
    """The divisor after `position` is 0."""

    def __init__(self, position: int) -> None:
        super().__init__(position)
        self.position = position


class ValueTooLarge(EvaluationError):
    """A value on the way needs more than GREATEST_BITS bits."""


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


def parse(text: str) -> Formula:
    """Read a formula.

    Raises:
        FormulaError: with the position and what is wrong there.

    >>> parse("6 * clip((s - 60) / 35)").names
    ('s',)
    """
    from reviewer_app.domain.formula_parsing import parse_formula

    return parse_formula(text)


def evaluate(formula: Formula, values: Mapping[str, Fraction | None]) -> Fraction:
    """Compute the exact value. A flag is 1 or 0; None or absent is a missing input.

    Raises:
        MissingInput: the branch taken needs an input without a value.
        DivisionByZero: a divisor is 0.
        ValueTooLarge: a value on the way is absurdly large.

    >>> evaluate(parse("PL(x; 0:0, 300:1.2)"), {"x": Fraction(150)})
    Fraction(3, 5)
    """
    return _value(formula.root, values)


def children(node: Node) -> tuple[Node, ...]:
    """The parts of a node, in the order they are written."""
    match node:
        case Number() | Name():
            return ()
        case Negation(operand) | PiecewiseLinear(operand, _):
            return (operand,)
        case Sum(terms):
            return tuple(term for _, term in terms)
        case Product(factors):
            return tuple(factor for _, factor, _ in factors)
        case Least(operands) | Greatest(operands):
            return operands
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


def _value(node: Node, values: Mapping[str, Fraction | None]) -> Fraction:
    match node:
        case Number(value):
            return value
        case Name(key, position):
            found = values.get(key)
            if found is None:
                raise MissingInput(key, position)
            return found
        case Negation(operand):
            return -_value(operand, values)
        case Sum(terms):
            return _sum(terms, values)
        case Product(factors):
            return _product(factors, values)
        case Least(operands):
            return min(_value(operand, values) for operand in operands)
        case Greatest(operands):
            return max(_value(operand, values) for operand in operands)
        case Clip(operand, lower, upper):
            raised = max(_value(operand, values), _value(lower, values))
            return min(raised, _value(upper, values))
        case PiecewiseLinear(operand, points):
            return _bounded(_interpolate(_value(operand, values), points))
        case Conditional(condition, then, otherwise):
            return _value(then if _holds(condition, values) else otherwise, values)
        case _:
            assert_never(node)


def _sum(
    terms: tuple[tuple[bool, Node], ...], values: Mapping[str, Fraction | None]
) -> Fraction:
    total = Fraction(0)
    for plus, term in terms:
        value = _value(term, values)
        total = _bounded(total + value if plus else total - value)
    return total


def _product(
    factors: tuple[tuple[bool, Node, int], ...], values: Mapping[str, Fraction | None]
) -> Fraction:
    product = Fraction(1)
    for times, factor, position in factors:
        value = _value(factor, values)
        if not times and value == 0:
            raise DivisionByZero(position)
        product = _bounded(product * value if times else product / value)
    return product


def _interpolate(x: Fraction, points: tuple[tuple[Fraction, Fraction], ...]) -> Fraction:
    if x <= points[0][0]:
        return points[0][1]
    for (left, low), (right, high) in zip(points, points[1:], strict=False):
        if x <= right:
            return low + (x - left) * (high - low) / (right - left)
    return points[-1][1]


def _holds(condition: Name | Comparison, values: Mapping[str, Fraction | None]) -> bool:
    if isinstance(condition, Name):
        return _value(condition, values) != 0
    left = _value(condition.left, values)
    right = _value(condition.right, values)
    match condition.comparator:
        case Comparator.LESS:
            return left < right
        case Comparator.AT_MOST:
            return left <= right
        case Comparator.GREATER:
            return left > right
        case Comparator.AT_LEAST:
            return left >= right
        case Comparator.EQUAL:
            return left == right
        case Comparator.UNEQUAL:
            return left != right
        case _:
            assert_never(condition.comparator)


def _bounded(value: Fraction) -> Fraction:
    if max(value.numerator.bit_length(), value.denominator.bit_length()) > GREATEST_BITS:
        raise ValueTooLarge
    return value
