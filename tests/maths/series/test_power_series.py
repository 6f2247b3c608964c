"""Truncated power series, against SymPy's derivatives and against themselves."""

from fractions import Fraction

import mpmath
import pytest
import sympy
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.maths.oracle import to_sympy
from upslope.maths import parse
from upslope.maths.expressions.expression import Call, Expression, Symbol, number
from upslope.maths.expressions.functions import FUNCTIONS
from upslope.maths.expressions.high_precision import exact_value
from upslope.maths.series.coefficient_rings import exact_ring, rounded_ring
from upslope.maths.series.exact_coefficients import series_of
from upslope.maths.series.power_series import PowerSeries, Ring

ORDER = 5
RING = exact_ring(ORDER)
# A point where each function is smooth, for those that are not at 0.6.
PLACES = {"acosh": Fraction(8, 5)}

series = st.lists(st.fractions(-4, 4, max_denominator=6), min_size=1, max_size=ORDER + 1).map(
    lambda coefficients: PowerSeries(tuple(coefficients), RING)
)


def assert_like_mpmath(f: Expression, ring: Ring, at: Fraction) -> None:
    """Compare with derivatives that mpmath takes numerically, with 60 digits."""
    (found,) = series_of((f,), "x", number(at), ring)
    with mpmath.workdps(60):
        function = sympy.lambdify(sympy.Symbol("x", real=True), to_sympy(f), "mpmath")
        theirs = mpmath.taylor(function, mpmath.mpf(at.numerator) / at.denominator, ring.order)
        for power, right in enumerate(theirs):
            left = exact_value(number(found.coefficient(power)), {}, 120)
            assert abs(mpmath.mpf(str(left)) - right) < 1e-20 * (1 + abs(right)), (f, power)


@pytest.mark.parametrize("name", sorted(FUNCTIONS))
@pytest.mark.parametrize("inner", ["x", "x^2", "x + x^3/7"])
def test_every_function_of_a_series_has_the_derivatives_that_mpmath_finds(name: str, inner: str) -> None:
    assert_like_mpmath(Call(name, parse(inner)), rounded_ring(6), PLACES.get(name, Fraction(3, 5)))


@pytest.mark.parametrize("name", sorted(FUNCTIONS))
def test_exact_coefficients_are_the_same_numbers(name: str) -> None:
    assert_like_mpmath(Call(name, Symbol("x")), exact_ring(3), PLACES.get(name, Fraction(3, 5)))


@pytest.mark.parametrize(
    "text",
    ["x^7", "x^(-3)", "x^(5/2)", "(1+x)^x", "2^x", "x^x^x", "(x^2+1)^(-1/2)", "e^(-x)", "x^66", "1/x/x"],
)
def test_powers_and_quotients_have_the_derivatives_that_mpmath_finds(text: str) -> None:
    assert_like_mpmath(parse(text), rounded_ring(6), Fraction(3, 5))


@given(series, series)
def test_a_quotient_times_its_denominator_gives_the_numerator_back(
    above: PowerSeries, below: PowerSeries
) -> None:
    if below.coefficients[0]:
        back = above / below * below
        assert [back.coefficient(k) for k in range(ORDER + 1)] == [
            above.coefficient(k) for k in range(ORDER + 1)
        ]


@given(series, series, series)
@settings(max_examples=50)
def test_multiplying_out_a_bracket_changes_nothing(a: PowerSeries, b: PowerSeries, c: PowerSeries) -> None:
    left, right = a * (b + c), a * b + a * c
    assert [left.coefficient(k) for k in range(ORDER + 1)] == [right.coefficient(k) for k in range(ORDER + 1)]


def test_dividing_by_a_series_that_is_0_at_the_point_is_refused() -> None:
    with pytest.raises(ZeroDivisionError):
        series_of((1 / Symbol("x"),), "x", number(0), RING)


def test_what_does_not_occur_is_0_and_a_constant_stays_short() -> None:
    (found,) = series_of((parse("3 + 1/2"),), "x", number(0), RING)
    assert found.coefficients == (Fraction(7, 2),)
    assert found.coefficient(4) == 0
