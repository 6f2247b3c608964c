from fractions import Fraction

import numpy as np
import pytest

from tests.maths.oracle import central_difference, close, value
from upslope.maths import evaluate, number, parse, to_json
from upslope.maths.expressions.expression import Call, Symbol
from upslope.maths.expressions.functions import FUNCTIONS
from upslope.maths.expressions.high_precision import UndefinedHereError, exact_value

X = Symbol("x")
# Points inside the domain of most functions; acosh begins at 1.
POINTS = (Fraction(1, 3), Fraction(-2, 5), Fraction(7, 10), Fraction(5, 4), Fraction(13, 3))


def _points_of(name: str) -> list[Fraction]:
    found = [point for point in POINTS if np.isfinite(evaluate(Call(name, X), {"x": float(point)}))]
    assert found, name
    return found


@pytest.mark.parametrize("name", sorted(FUNCTIONS))
def test_double_precision_agrees_with_many_digits(name: str) -> None:
    for point in _points_of(name):
        exact = exact_value(Call(name, number(point)), {}, 50)
        assert close(evaluate(Call(name, X), {"x": float(point)}), exact, 1e-13)


@pytest.mark.parametrize("name", sorted(FUNCTIONS))
def test_the_slope_is_that_of_a_short_secant(name: str) -> None:
    slope = parse(FUNCTIONS[name].slope, ("u",))
    for point in _points_of(name):
        assert close(value(slope, {"u": point}), central_difference(Call(name, X), "x", {"x": point}))


@pytest.mark.parametrize("name", sorted(FUNCTIONS))
def test_every_spelling_is_the_function(name: str) -> None:
    for spelling in (name, *FUNCTIONS[name].spellings):
        assert parse(f"{spelling}(x)") == Call(name, X)


def test_inverse_hyperbolic_functions_undo_the_hyperbolic_ones() -> None:
    for name in ("sinh", "tanh"):
        assert close(value(parse(f"{name}(a{name}(x))"), {"x": Fraction(2, 7)}), value(parse("2/7"), {}))
    assert close(value(parse("cosh(acosh(x))"), {"x": Fraction(9, 7)}), value(parse("9/7"), {}))


@pytest.mark.parametrize(
    ("name", "outside"), [("acosh", 0.5), ("atanh", 1.0), ("atanh", 2.0), ("acosh", -3.0)]
)
def test_outside_their_domain_they_have_no_value(name: str, outside: float) -> None:
    assert not np.isfinite(evaluate(Call(name, X), {"x": outside}))
    with pytest.raises(UndefinedHereError):
        exact_value(Call(name, X), {"x": outside}, 50)


def test_figures_know_them_by_the_same_names() -> None:
    assert to_json(parse("arsinh(x) + acosh(x) - artanh(x)")) == [
        "+",
        ["asinh", "x"],
        ["acosh", "x"],
        ["neg", ["atanh", "x"]],
    ]
