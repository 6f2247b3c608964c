import numpy as np
import pytest
import sympy
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.maths.oracle import has_values, read_back
from tests.maths.strategies import functions
from upslope.maths import Expression, compare, evaluate, number, parse, to_text

_X = sympy.Symbol("x")
EXPANDED = str(sympy.expand((_X - 1) ** 20))

SAME = [
    ("2x sin x + x^2 cos x", "x(2 sin x + x cos x)"),
    ("sin^2 x + cos^2 x", "1"),
    ("0", "sin^2 x + cos^2 x - 1"),
    ("x + 1", "(x^2 - 1)/(x - 1)"),
    ("1", "tan(x)/tan(x)"),
    ("sqrt(x)", "x/sqrt(x)"),
    ("(x-1)^20", EXPANDED),
    ("e^x e^-x", "1"),
    ("1", "e^(x^2) e^(-x^2)"),
    ("tanh x", "(e^x - e^-x)/(e^x + e^-x)"),
    ("x^x", "e^(x ln x)"),
    ("2^x", "e^(x ln 2)"),
    ("asin x + acos x", "pi/2"),
    ("ln(x^3)", "3 ln x"),
    ("2 ln x", "ln(x^2)"),
    ("1/2", "0.5"),
    ("sqrt(x-100)", "sqrt(x-100) + 0x"),
    ("(x+1)^(10^7)", "(1+x)^10000000"),
    ("|x|", "sqrt(x^2)"),
    ("1/cos^2 x", "1 + tan^2 x"),
    ("sqrt(x^2 + x) - x", "x/(sqrt(x^2 + x) + x)"),
    ("2^(x^3)", "(3 + 2*2^(x^3) - 3)/2"),
    ("x^x", "x^x + x^2 - x*x"),
    ("sqrt(x-2) + sqrt(3-x)", "sqrt(3-x) + sqrt(x-2)"),
]

DIFFERENT = [
    ("2x sin x + x^2 cos x", "2x cos x"),
    ("x", "sqrt(x^2)"),
    ("ln(x^2)", "2 ln x"),
    ("|x - 5|", "5 - x"),
    ("(x-1)^20", EXPANDED + " + 0.1x^3"),
    ("x^20 + 3x", "x^20 + 4x"),
    ("cos(2 pi x)", "1"),
    ("sin(pi x)", "0"),
    ("1/3", "0.3333333"),
    ("sqrt(x-100)", "sqrt(x-101)"),
    ("(x+1)^(10^7)", "(x+1)^(10^7+1)"),
    ("0.5^(10000 x^2 + 9000)", "0.5^(20000 x^2 + 9000)"),
    ("2x", "2x + 10^-8 sin x"),
    ("x", "x + 1/10^6"),
    ("ln x", "ln(x) + ln(x-1) - ln(x-1)"),
    ("x^2", "x^2 + 1"),
    ("1", "x/|x|"),
]


@pytest.mark.parametrize(("key", "answer"), SAME)
def test_equal_functions_are_the_same(key: str, answer: str) -> None:
    assert compare(parse(key), parse(answer)).verdict == "same"


@pytest.mark.parametrize(("key", "answer"), DIFFERENT)
def test_different_functions_are_different_and_a_point_shows_it(key: str, answer: str) -> None:
    comparison = compare(parse(key), parse(answer))
    assert comparison.verdict == "different"
    assert comparison.witness is not None


def test_the_witness_is_a_point_anyone_can_check() -> None:
    comparison = compare(parse("2x"), parse("x^2"))
    assert comparison.witness is not None
    at = dict(comparison.witness)
    assert at["x"].is_integer()
    assert evaluate(parse("2x"), at) != evaluate(parse("x^2"), at)


def test_several_letters() -> None:
    letters = ("x", "a", "b")
    assert compare(parse("a(x+b)", letters), parse("ab + ax", letters)).verdict == "same"
    assert compare(parse("a(x+b)", letters), parse("b(x+a)", letters)).verdict == "different"
    assert compare(parse("x"), parse("a", letters)).verdict == "different"


def test_a_domain_limits_where_it_counts() -> None:
    key, answer = parse("ln(x^2)"), parse("2 ln x")
    assert compare(key, answer, {"x": (0.5, 3)}).verdict == "same"
    assert compare(parse("|x-5|"), parse("5-x"), {"x": (0, 5)}).verdict == "same"
    assert compare(parse("|x-5|"), parse("5-x"), {"x": (0, 5.1)}).verdict == "different"


def test_a_domain_that_is_none_is_refused() -> None:
    with pytest.raises(
        ValueError, match="The domain of x runs from 1 to 1: the first must be the smaller one"
    ):
        compare(parse("x"), parse("2x"), {"x": (1, 1)})


def test_a_key_without_values_cannot_be_told() -> None:
    assert compare(parse("sqrt(-1 - x^2)"), parse("x")).verdict == "unsure"


def test_comparing_leaves_numpy_as_it_was_and_is_the_same_every_time() -> None:
    before = np.geterr()
    first = compare(parse("1/x"), parse("x"))
    assert compare(parse("1/x"), parse("x")) == first
    assert np.geterr() == before


@given(functions(), st.integers(2, 9))
@settings(deadline=None, max_examples=100)
def test_a_function_plus_something_is_never_the_same(tree: Expression, extra: int) -> None:
    assume(has_values(tree) and read_back(to_text(tree)) is not None)
    values = [evaluate(tree, {"x": at}) for at in (-2.7, -0.3, 0.4, 1.9)]
    assume(all(np.isfinite(values)) and max(map(abs, values)) < 1e6)
    assert compare(tree, tree + number(extra)).verdict != "same"


@given(functions())
@settings(deadline=None, max_examples=100)
def test_a_function_in_another_order_is_the_same(tree: Expression) -> None:
    other = (number(3) + tree * number(2) - number(3)) / number(2)
    assert compare(tree, other).verdict in ("same", "unsure")
