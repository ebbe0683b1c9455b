"""Text -> formula: tokens, then recursive descent. The language is in `formula`.

Numbers are ASCII digits of at most 18 places before and after the point; the numbers of
a PL point may carry a minus sign.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import NoReturn

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

GREATEST_LENGTH = 2000
GREATEST_DEPTH = 50
MOST_DIGITS = 18
"""Of a number, before and after the point."""

FUNCTIONS = ("min", "max", "clip", "PL", "if")
_COMPARATORS = frozenset(str(comparator) for comparator in Comparator)
_TOKEN = re.compile(
    r"[ \t\r\n]*(?:(?P<number>[0-9]+(?:\.[0-9]+)?)|(?P<name>[A-Za-z][A-Za-z0-9_]*)"
    r"|(?P<sign><=|>=|==|!=|[-+*/(),;:<>]))"
)
_BLANK = re.compile(r"[ \t\r\n]*")


@dataclass(frozen=True, slots=True)
class _Token:
    """A number, name or sign; the end of the text is a sign of empty text."""

    kind: str
    text: str
    position: int


@lru_cache(maxsize=1024)
def parse(text: str) -> Formula:
    """Read a formula.

    Raises:
        FormulaError: with the position and what is wrong there.

    >>> parse("6 * clip((s - 60) / 35)").names
    ('s',)
    """
    if len(text) > GREATEST_LENGTH:
        raise FormulaError(
            FormulaFault.TOO_LONG, GREATEST_LENGTH, str(len(text)), str(GREATEST_LENGTH)
        )
    tokens = _tokens(text)
    if len(tokens) == 1:
        raise FormulaError(FormulaFault.EMPTY, 0)
    return Formula(text, _Parser(tokens).whole())


def _tokens(text: str) -> list[_Token]:
    tokens: list[_Token] = []
    position = 0
    while (found := _TOKEN.match(text, position)) is not None:
        kind = str(found.lastgroup)
        token = _Token(kind, found.group(kind), found.start(kind))
        if kind == "number" and any(len(p) > MOST_DIGITS for p in token.text.split(".")):
            raise FormulaError(
                FormulaFault.NUMBER_TOO_LONG, token.position, token.text, str(MOST_DIGITS)
            )
        tokens.append(token)
        position = found.end()
    blank = _BLANK.match(text, position)
    position = blank.end() if blank else position
    if position < len(text):
        raise FormulaError(FormulaFault.STRANGE_SIGN, position, text[position])
    tokens.append(_Token("end", "", len(text)))
    return tokens


class _Parser:
    """Recursive descent over the tokens; one instance reads one formula."""

    def __init__(self, tokens: list[_Token]) -> None:
        self._tokens = tokens
        self._index = 0
        self._depth = 0

    def whole(self) -> Node:
        """Read an expression that ends where the text ends."""
        node = self._expression()
        if self._next.kind != "end":
            self._refuse_next("")
        return node

    @property
    def _next(self) -> _Token:
        return self._tokens[self._index]

    def _take(self) -> _Token:
        token = self._tokens[self._index]
        self._index += 1
        return token

    def _accept(self, *signs: str) -> _Token | None:
        if self._next.kind == "sign" and self._next.text in signs:
            return self._take()
        return None

    def _expect(self, sign: str) -> _Token:
        token = self._accept(sign)
        if token is None:
            self._refuse_next(sign)
        return token

    def _refuse_next(self, expected: str) -> NoReturn:
        token = self._next
        if token.kind == "end":
            fault = FormulaFault.UNEXPECTED_END
        elif token.text in _COMPARATORS:
            fault = FormulaFault.MISPLACED_COMPARISON
        else:
            fault = FormulaFault.UNEXPECTED
        raise FormulaError(fault, token.position, token.text, expected)

    def _deeper(self) -> None:
        self._depth += 1
        if self._depth > GREATEST_DEPTH:
            raise FormulaError(FormulaFault.TOO_DEEP, self._next.position, "", str(GREATEST_DEPTH))

    def _expression(self) -> Node:
        self._deeper()
        terms = [(True, self._term())]
        while (sign := self._accept("+", "-")) is not None:
            terms.append((sign.text == "+", self._term()))
        self._depth -= 1
        return terms[0][1] if len(terms) == 1 else Sum(tuple(terms))

    def _term(self) -> Node:
        operands = [self._operand(times=True)]
        while (sign := self._accept("*", "/")) is not None:
            operands.append(self._operand(times=sign.text == "*"))
        return operands[0].node if len(operands) == 1 else Product(tuple(operands))

    def _operand(self, *, times: bool) -> Operand:
        start = self._next.position
        node = self._unary()
        last = self._tokens[self._index - 1]
        return Operand(times, node, start, last.position + len(last.text))

    def _unary(self) -> Node:
        if self._accept("-") is None:
            return self._primary()
        self._deeper()
        operand = self._unary()
        self._depth -= 1
        return Negation(operand)

    def _primary(self) -> Node:
        if self._accept("("):
            node = self._expression()
            self._expect(")")
            return node
        if self._next.kind == "number":
            return Number(Fraction(self._take().text))
        if self._next.kind == "name":
            return self._name_or_call(self._take())
        return self._refuse_next("")

    def _name_or_call(self, token: _Token) -> Node:
        if self._accept("("):
            reader = self._readers.get(token.text)
            if reader is None:
                raise FormulaError(
                    FormulaFault.UNKNOWN_FUNCTION,
                    token.position,
                    token.text,
                    ", ".join(FUNCTIONS),
                )
            return reader(token)
        if token.text in FUNCTIONS:
            raise FormulaError(FormulaFault.RESERVED_NAME, token.position, token.text)
        return Name(token.text, token.position)

    @property
    def _readers(self) -> dict[str, Callable[[_Token], Node]]:
        return {
            "min": lambda _: Least(self._operands()),
            "max": lambda _: Greatest(self._operands()),
            "clip": self._clip,
            "PL": lambda _: self._piecewise_linear(),
            "if": lambda _: self._conditional(),
        }

    def _operands(self) -> tuple[Node, ...]:
        operands = [self._expression()]
        while self._accept(","):
            operands.append(self._expression())
        self._expect(")")
        return tuple(operands)

    def _clip(self, token: _Token) -> Node:
        operands = self._operands()
        match operands:
            case (operand,):
                return Clip(operand, Number(Fraction(0)), Number(Fraction(1)))
            case (operand, lower, upper):
                return Clip(operand, lower, upper)
            case _:
                found = str(len(operands))
                raise FormulaError(FormulaFault.WRONG_COUNT, token.position, found, "1, 3")

    def _piecewise_linear(self) -> Node:
        operand = self._expression()
        self._expect(";")
        start = self._next.position
        points = [self._point()]
        while self._accept(","):
            position = self._next.position
            points.append(self._point())
            if points[-1][0] <= points[-2][0]:
                raise FormulaError(FormulaFault.POINTS_NOT_RISING, position)
        self._expect(")")
        if len(points) < 2:
            raise FormulaError(FormulaFault.TOO_FEW_POINTS, start, str(len(points)), "2")
        return PiecewiseLinear(operand, tuple(points))

    def _point(self) -> tuple[Fraction, Fraction]:
        x = self._plain_number()
        self._expect(":")
        return x, self._plain_number()

    def _plain_number(self) -> Fraction:
        """A number of a point: a minus sign may stand before it."""
        negative = self._accept("-") is not None
        if self._next.kind != "number":
            self._refuse_next("0")
        value = Fraction(self._take().text)
        return -value if negative else value

    def _conditional(self) -> Node:
        condition = self._condition()
        self._expect(",")
        then = self._expression()
        self._expect(",")
        otherwise = self._expression()
        self._expect(")")
        return Conditional(condition, then, otherwise)

    def _condition(self) -> Name | Comparison:
        position = self._next.position
        left = self._expression()
        sign = self._accept(*_COMPARATORS)
        if sign is not None:
            return Comparison(Comparator(sign.text), left, self._expression())
        if isinstance(left, Name):
            return left
        raise FormulaError(FormulaFault.BAD_CONDITION, position)
