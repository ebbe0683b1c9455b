"""Formulas: a small closed language with exact rational arithmetic.

    numbers (12, 0.5), input keys, + - * /, unary minus, parentheses,
    min(a, ...), max(a, ...), clip(x) = clip(x, 0, 1), clip(x, lo, hi),
    PL(x; x0:y0, x1:y1, ...)   piecewise linear, flat outside
    if(condition, a, b)        only the branch taken is evaluated;
                               the condition is a flag or one comparison

Nothing hostile can hang or fill the memory: the source, its depth and the size of every
value on the way are bounded.

Source: contract.md 2, Formula language.
"""

from collections.abc import Mapping
from fractions import Fraction
from itertools import pairwise
from typing import assert_never

from reviewer_app.domain.errors import BadInput
from reviewer_app.domain.formula_parsing import parse
from reviewer_app.domain.formula_tree import (
    Clip,
    Comparator,
    Comparison,
    Conditional,
    Formula,
    FormulaError,
    FormulaFault,
    Greatest,
    Least,
    Name,
    Negation,
    Node,
    Number,
    Operand,
    PiecewiseLinear,
    Product,
    Sum,
)

__all__ = [
    "GREATEST_BITS",
    "DivisionByZero",
    "EvaluationError",
    "Formula",
    "FormulaError",
    "FormulaFault",
    "MissingInput",
    "ValueTooLarge",
    "evaluate",
    "parse",
]

GREATEST_BITS = 4096
"""Most bits of a numerator or denominator anywhere in an evaluation."""


class EvaluationError(BadInput):
    """The formula has no value for these inputs."""


class MissingInput(EvaluationError):
    """The branch taken needs an input that has no value."""

    def __init__(self, key: str, position: int) -> None:
        super().__init__(key, position)
        self.key = key
        self.position = position


class DivisionByZero(EvaluationError):
    """The divisor is 0; the source has it from `position` up to `end`."""

    def __init__(self, position: int, end: int) -> None:
        super().__init__(position, end)
        self.position = position
        self.end = end


class ValueTooLarge(EvaluationError):
    """A value on the way needs more than GREATEST_BITS bits."""


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


def _value(  # noqa: C901, PLR0911 - one case for each node
    node: Node, values: Mapping[str, Fraction | None]
) -> Fraction:
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
        case Product(operands):
            return _product(operands, values)
        case Least(parts):
            return min(_value(part, values) for part in parts)
        case Greatest(parts):
            return max(_value(part, values) for part in parts)
        case Clip(operand, lower, upper):
            raised = max(_value(operand, values), _value(lower, values))
            return min(raised, _value(upper, values))
        case PiecewiseLinear(operand, points):
            return _bounded(_interpolate(_value(operand, values), points))
        case Conditional(condition, then, otherwise):
            return _value(then if _holds(condition, values) else otherwise, values)
        case _:
            assert_never(node)


def _sum(terms: tuple[tuple[bool, Node], ...], values: Mapping[str, Fraction | None]) -> Fraction:
    total = Fraction(0)
    for plus, term in terms:
        value = _value(term, values)
        total = _bounded(total + value if plus else total - value)
    return total


def _product(operands: tuple[Operand, ...], values: Mapping[str, Fraction | None]) -> Fraction:
    product = Fraction(1)
    for operand in operands:
        value = _value(operand.node, values)
        if not operand.times and value == 0:
            raise DivisionByZero(operand.start, operand.end)
        product = _bounded(product * value if operand.times else product / value)
    return product


def _interpolate(x: Fraction, points: tuple[tuple[Fraction, Fraction], ...]) -> Fraction:
    if x <= points[0][0]:
        return points[0][1]
    for (left, low), (right, high) in pairwise(points):
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
        raise ValueTooLarge(f"2**{GREATEST_BITS}")
    return value
