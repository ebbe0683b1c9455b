"""The formula language (contract.md 2): what it computes and what it refuses."""

import ast
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer_app.domain.formula import (
    DivisionByZero,
    FormulaError,
    FormulaFault,
    MissingInput,
    ValueTooLarge,
    evaluate,
    parse,
)


def value(text: str, **inputs: str) -> Fraction:
    return evaluate(parse(text), {key: Fraction(number) for key, number in inputs.items()})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12", "12"),
        ("0.1 + 0.2", "3/10"),
        ("1 - 2 - 3", "-4"),
        ("8 / 4 / 2", "1"),
        ("2 + 3 * 4", "14"),
        ("(2 + 3) * 4", "20"),
        ("--2 - -3", "5"),
        ("2 * -3", "-6"),
        ("1 / 3 * 3", "1"),
        ("min(3, 1, 2) + max(3, 1, 2)", "4"),
        ("clip(-1) + clip(0.25) + clip(7)", "5/4"),
        ("clip(12, 5, 10)", "10"),
        ("PL(5; -10:-1, 10:3)", "2"),
        ("if(1 < 2, 10, 20)", "10"),
        ("if(2 <= 1, 10, 20)", "20"),
        ("if(0.5 == 1 / 2, 10, 20)", "10"),
        ("if(1 != 1, 10, if(3 >= 3, 7, 8))", "7"),
    ],
)
def test_formulas_are_exact(text: str, expected: str) -> None:
    assert value(text) == Fraction(expected)


@pytest.mark.parametrize(
    ("comparator", "below", "equal", "above"),
    [
        ("<", 1, 0, 0),
        ("<=", 1, 1, 0),
        (">", 0, 0, 1),
        (">=", 0, 1, 1),
        ("==", 0, 1, 0),
        ("!=", 1, 0, 1),
    ],
)
def test_each_comparison_below_at_and_above(
    comparator: str, below: int, equal: int, above: int
) -> None:
    text = f"if(x {comparator} 2, 1, 0)"

    assert [value(text, x=x) for x in ("1", "2", "3")] == [below, equal, above]


@pytest.mark.parametrize(
    ("x", "expected"), [("-5", "0"), ("0", "0"), ("150", "3/5"), ("650", "12/5"), ("9000", "6")]
)
def test_a_piecewise_line_is_flat_outside(x: str, expected: str) -> None:
    found = value("PL(x; 0:0, 300:1.2, 1000:3.6, 2000:4.8, 3333.33:6)", x=x)

    assert found == Fraction(expected)


def test_only_the_branch_taken_is_evaluated() -> None:
    formula = parse("if(has_plan, actual / plan, 0)")

    assert evaluate(formula, {"has_plan": Fraction(0), "plan": None}) == 0


def test_a_missing_input_is_named_with_its_place() -> None:
    with pytest.raises(MissingInput) as caught:
        evaluate(parse("1 + plan"), {"plan": None})

    assert (caught.value.key, caught.value.position) == ("plan", 4)


def test_a_division_by_zero_names_the_divisor() -> None:
    source = "1 / (upper - lower)"

    with pytest.raises(DivisionByZero) as caught:
        value(source, upper="2", lower="2")

    assert source[caught.value.position : caught.value.end] == "(upper - lower)"


def test_names_and_flags_are_listed_in_order_of_use() -> None:
    formula = parse("if(audited, b + a, if(a < c, 1, 2))")

    assert formula.names == ("audited", "b", "a", "c")
    assert formula.flags == ("audited",)
    assert formula.position_of("c") == 26


@pytest.mark.parametrize(
    ("text", "fault", "position"),
    [
        ("", FormulaFault.EMPTY, 0),
        ("  ", FormulaFault.EMPTY, 0),
        ("1 +", FormulaFault.UNEXPECTED_END, 3),
        ("(1", FormulaFault.UNEXPECTED_END, 2),
        ("1 2", FormulaFault.UNEXPECTED, 2),
        (".5", FormulaFault.STRANGE_SIGN, 0),
        ("1e5", FormulaFault.UNEXPECTED, 1),
        ("a ** b", FormulaFault.UNEXPECTED, 3),
        ("a.b", FormulaFault.STRANGE_SIGN, 1),
        ("１ + 1", FormulaFault.STRANGE_SIGN, 0),
        ("1 × 2", FormulaFault.STRANGE_SIGN, 2),
        ("'a'", FormulaFault.STRANGE_SIGN, 0),
        ("sqrt(2)", FormulaFault.UNKNOWN_FUNCTION, 0),
        ("clip + 1", FormulaFault.RESERVED_NAME, 0),
        ("a < b", FormulaFault.MISPLACED_COMPARISON, 2),
        ("if((a < b), 1, 2)", FormulaFault.MISPLACED_COMPARISON, 6),
        ("if(a < b < c, 1, 2)", FormulaFault.MISPLACED_COMPARISON, 9),
        ("if(a + 1, 1, 2)", FormulaFault.BAD_CONDITION, 3),
        ("if(a, 1)", FormulaFault.UNEXPECTED, 7),
        ("clip(1, 2)", FormulaFault.WRONG_COUNT, 0),
        ("min()", FormulaFault.UNEXPECTED, 4),
        ("PL(x; 0:0)", FormulaFault.TOO_FEW_POINTS, 6),
        ("PL(x; 0:0, 0:1)", FormulaFault.POINTS_NOT_RISING, 11),
        ("PL(x; a:0, 1:1)", FormulaFault.UNEXPECTED, 6),
        ("1" * 19, FormulaFault.NUMBER_TOO_LONG, 0),
        ("1" + " " * 2000, FormulaFault.TOO_LONG, 2000),
        ("(" * 51 + "1" + ")" * 51, FormulaFault.TOO_DEEP, 50),
        ("-" * 1999 + "1", FormulaFault.TOO_DEEP, 50),
        ("min(" * 300 + "1" + ")" * 300, FormulaFault.TOO_DEEP, 200),
    ],
)
def test_what_is_no_formula_is_refused_with_its_place(
    text: str, fault: FormulaFault, position: int
) -> None:
    with pytest.raises(FormulaError) as caught:
        parse(text)

    assert (caught.value.fault, caught.value.position) == (fault, position)


def test_a_long_flat_formula_is_no_problem() -> None:
    assert value("+".join(["1"] * 1000)) == 1000


def test_values_on_the_way_are_bounded() -> None:
    with pytest.raises(ValueTooLarge):
        value("*".join(["a"] * 1000), a="999999999999999999")


@given(st.text(alphabet="0123456789.+-*/(),;:<>=!abPLifmnx _", max_size=60))
def test_any_text_is_a_formula_or_an_error_of_ours(text: str) -> None:
    try:
        position = len(parse(text).source)
    except FormulaError as error:
        position = error.position

    assert 0 <= position <= len(text)


ARITHMETIC = st.recursive(
    st.integers(0, 99).map(str),
    lambda inner: st.tuples(inner, st.sampled_from("+-*/"), inner).map(
        lambda parts: f"({parts[0]} {parts[1]} -{parts[2]})"
    ),
    max_leaves=12,
)


def by_python(node: ast.expr) -> Fraction:
    """Work an expression out over Python's own grammar: the independent oracle."""
    match node:
        case ast.Constant(value=int(number)):
            return Fraction(number)
        case ast.UnaryOp(operand=operand):
            return -by_python(operand)
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            return by_python(left) + by_python(right)
        case ast.BinOp(left=left, op=ast.Sub(), right=right):
            return by_python(left) - by_python(right)
        case ast.BinOp(left=left, op=ast.Mult(), right=right):
            return by_python(left) * by_python(right)
        case ast.BinOp(left=left, op=ast.Div(), right=right):
            return by_python(left) / by_python(right)
        case _:
            raise AssertionError(node)


@given(ARITHMETIC)
def test_arithmetic_agrees_with_an_independent_reading(text: str) -> None:
    tree = ast.parse(text, mode="eval").body
    try:
        expected = by_python(tree)
    except ZeroDivisionError:
        with pytest.raises(DivisionByZero):
            value(text)
    else:
        assert value(text) == expected
