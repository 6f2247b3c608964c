from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings

from tests.maths.oracle import read_back
from tests.maths.strategies import any_trees
from upslope.maths import Expression, evaluate, number, parse, symbol, to_text
from upslope.maths.expressions.expression import Number, Power, Product, Sum, in_one_row

x = symbol("x")


def test_operators_build_the_tree_as_written() -> None:
    assert to_text(2 * x**2 - 3 / x + Fraction(1, 2)) == "2*x^2 - 3/x + 1/2"
    assert to_text(-x * (1 - x)) == "(-x)*(1 - x)"
    assert to_text(2**x / (x + 0.25)) == "2^x/(x + 0.25)"


def test_rows_of_terms_and_factors_stay_flat() -> None:
    assert isinstance(x + 1 + x, Sum)
    assert len((x + 1 + x).children) == 3
    assert isinstance(2 * x * x, Product)
    assert len((2 * x * x).children) == 3


def test_numpy_numbers_on_either_side_are_numbers() -> None:
    three: Any = np.int64(3)
    assert to_text(three * x + np.int64(-2)) == "3*x - 2"
    assert to_text(x * np.float64(0.5)) == "x*0.5"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (3, "3"),
        (-3, "-3"),
        (Fraction(-2, 6), "-1/3"),
        (0.1, "0.1"),
        (-2.50, "-2.5"),
        (2.0, "2"),
        (1e-4, "0.0001"),
    ],
)
def test_numbers_have_one_spelling(value: int | Fraction | float, text: str) -> None:
    assert to_text(number(value)) == text


def test_a_number_is_the_decimal_it_prints_as() -> None:
    assert number(0.1) == Number(Fraction(1, 10), 1)


def test_infinities_and_texts_are_no_numbers() -> None:
    with pytest.raises(ValueError, match="inf cannot stand in an expression: use a finite number"):
        number(float("inf"))
    with pytest.raises(TypeError, match="'2' is neither a number nor an expression"):
        number("2")  # type: ignore[arg-type]  # the wrong type is what is tested


@pytest.mark.parametrize("name", ["x", "x_1", "mu", "σ", "Δx"])
def test_names_of_variables(name: str) -> None:
    assert str(symbol(name)) == name


@pytest.mark.parametrize("name", ["1x", "", "a b", "x-1", "_x"])
def test_other_texts_are_no_names(name: str) -> None:
    with pytest.raises(ValueError, match="cannot be a variable's name"):
        symbol(name)


def test_substitution_puts_brackets_where_they_are_needed() -> None:
    assert to_text(parse("x^2 + sin(x)").substitute({"x": parse("x+1")})) == "(x + 1)^2 + sin(x + 1)"
    assert to_text(parse("a*x", ("a", "x")).substitute({"a": -2})) == "(-2)*x"


def test_variables_are_all_the_letters() -> None:
    assert parse("a x^2 + sin(y) + pi", ("a", "x", "y")).variables == {"a", "x", "y"}


def test_trees_cannot_be_changed() -> None:
    tree = parse("x^2")
    assert isinstance(tree, Power)
    with pytest.raises(AttributeError):
        tree.base = x  # type: ignore[misc]  # that it cannot be set is what is tested


def test_a_row_within_a_row_loses_its_brackets() -> None:
    assert to_text(in_one_row(parse("(x + 1) + (2*x)*3"))) == "x + 1 + 2*x*3"


@given(any_trees)
@settings(deadline=None, max_examples=200)
def test_plain_text_is_read_back_as_the_same_tree(tree: Expression) -> None:
    assert read_back(to_text(tree), ("x", "y")) in (tree, None)


def test_the_value_at_a_point() -> None:
    assert evaluate(parse("3x^2 - 1"), {"x": 2}) == 11
