"""What the lesson on height, slope and bend says of the forgery, and what its questions count right."""

import itertools
from fractions import Fraction

import numpy as np
import pytest
import sympy

from tests.content.taylor_series.lessons import draw, figure, is_done, numbers, told

NAME = "power-series"
X, T = sympy.symbols("x t")
STROKE = X + 2 * sympy.cos(X)


def series(f: sympy.Expr, order: int) -> sympy.Expr:
    """Return the approximation of a function about 0, from its derivatives by SymPy."""
    return sum(f.diff(X, k).subs(X, 0) * X**k / sympy.factorial(k) for k in range(order + 1))


def test_the_stroke_behind_the_door_is_the_one_of_the_worked_example() -> None:
    text = figure(NAME, "keyhole")["functions"]["f(x)"]
    assert text == "x + 2 cos(x)"
    dials = [float(series(STROKE, 2).coeff(X, power)) for power in range(3)]
    now = told(NAME, "keyhole", 6)
    assert [now["c0"], now["c1"], now["c2"]] == dials == [2, 1, -1]


def test_of_all_settings_of_the_dials_only_the_series_does_the_task() -> None:
    dials = (np.arange(-12, 13) / 4).tolist()
    near = [(c0, c1, c2) for c0, c1, c2 in itertools.product(dials, repeat=3) if off(c0, c1, c2) < 0.01]
    assert near == [(2, 1, -1)]
    assert is_done(NAME, "keyhole", c0=2, c1=1, c2=-1)
    assert not is_done(NAME, "keyhole", c0=2, c1=1, c2=-0.75)
    assert numbers(NAME, "keyhole", c0=2, c1=1, c2=-2)["worst"] == pytest.approx(off(2, 1, -2))


def off(c0: float, c1: float, c2: float) -> float:
    """Return how far the forgery is off, at both ends and in the middle of the keyhole."""
    return max(float(abs(c0 + c1 * x + c2 * x * x - x - 2 * np.cos(x))) for x in (-0.5, 0, 0.5))


def test_in_the_keyhole_it_is_never_farther_off_than_at_the_three_places_that_are_measured() -> None:
    x = np.linspace(-0.5, 0.5, 201)
    assert np.abs(2 + x - x**2 - x - 2 * np.cos(x)).max() <= off(2, 1, -1) + 1e-12


def test_the_stroke_is_below_its_tangent_at_both_ends_and_turns_up_again_further_right() -> None:
    f = sympy.lambdify(X, STROKE)
    assert all(f(x) < 2 + x for x in (-0.5, 0.5))
    assert f(3.5) > f(2.6)


@pytest.mark.parametrize(("kind", "function"), [(0, sympy.exp(X)), (1, sympy.sin(X)), (2, sympy.cos(X))])
def test_the_orders_of_the_second_figure_are_those_of_sympy(kind: int, function: sympy.Expr) -> None:
    for order in (0, 2, 3, 6):
        now = numbers(NAME, "orders", kind=kind, n=order, x0=1.3)
        assert now["off"] == pytest.approx(float((series(function, order) - function).subs(X, 1.3)))
    assert [now[name] for name in ("height", "slope", "bend")] == pytest.approx(
        [float(function.diff(X, k).subs(X, 0)) for k in range(3)]
    )


def test_the_sine_leaves_its_tangent_at_order_three() -> None:
    assert sympy.degree(series(sympy.sin(X), 2), X) == 1
    assert sympy.degree(series(sympy.sin(X), 3), X) == 3
    done = [(n, kind) for n in range(7) for kind in range(3) if is_done(NAME, "orders", n=n, kind=kind)]
    assert done == [(3, 1)]


@pytest.mark.parametrize("seed", range(4))
def test_three_facts_about_now_give_a_polynomial_with_these_derivatives(seed: int) -> None:
    drawn = draw(NAME, "where-will-it-be", seed)
    f = sympy.sympify(drawn.parts[0].key["answer"].replace("^", "**"))
    assert [f.diff(T, k).subs(T, 0) for k in range(3)] == [drawn.values[name] for name in "pva"]
    assert sympy.degree(f, T) == 2


@pytest.mark.parametrize("seed", range(4))
def test_what_is_read_backwards_are_the_derivatives_at_zero(seed: int) -> None:
    drawn = draw(NAME, "read-it-backwards", seed)
    g = sympy.sympify(str(drawn.values["g"]).replace("^", "**"))
    answers = [Fraction(part.key["answer"]) for part in drawn.parts]
    assert answers == [g.diff(X, k).subs(X, 0) for k in range(3)]
