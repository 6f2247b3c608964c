"""The numbers behind a figure, against SymPy."""

import numpy as np
import pytest
import sympy
from hypothesis import given, settings
from hypothesis import strategies as st

from upslope.course.figures import readouts
from upslope.course.figures.curve import Curve
from upslope.maths import derivative, parse

X = sympy.Symbol("x")
FUNCTIONS = {
    "x^2": X**2,
    "x^2 - x^3/9": X**2 - X**3 / 9,
    "2*x + 1": 2 * X + 1,
    "3*sin(x) + 4": 3 * sympy.sin(X) + 4,
}


def make_curve(text: str) -> Curve:
    function = parse(text)
    return Curve("x", function, derivative(function))


def spec(text: str, x: float, run: float) -> dict[str, object]:
    return {
        "kind": "secant-slope",
        "id": "a",
        "alt": "a",
        "caption": "a",
        "function": text,
        "view": [-1, 7, -50, 50],
        "state": {"x": x, "run": run},
    }


@given(
    text=st.sampled_from(sorted(FUNCTIONS)),
    x=st.floats(-0.9, 3, allow_nan=False),
    run=st.floats(0.02, 3.5, allow_nan=False),
)
@settings(deadline=None, max_examples=40)
def test_the_read_outs_are_the_secant_and_the_tangent(text: str, x: float, run: float) -> None:
    f, now = FUNCTIONS[text], readouts(spec(text, x, run))
    rise = float((f.subs(X, x + run) - f.subs(X, x)).evalf())
    assert now["rise"] == pytest.approx(rise, abs=1e-9)
    assert now["slope"] == pytest.approx(rise / run, abs=1e-7)
    assert now["tangent"] == pytest.approx(float(sympy.diff(f, X).subs(X, x).evalf()), abs=1e-9)
    assert now["value"] == pytest.approx(float(f.subs(X, x).evalf()), abs=1e-9)


def test_a_point_may_go_as_far_as_the_curve_stays_in_view() -> None:
    curve = make_curve("x^2")
    reach = curve.reach(1.0, (-0.75, 3.45), (curve.function, (-1.15, 10.2)))
    assert reach == pytest.approx((-0.75, np.sqrt(10.2)), abs=0.003)


def test_a_point_may_not_cross_a_pole() -> None:
    curve = make_curve("1/x")
    reach = curve.reach(1.0, (-3, 3), (curve.function, (-5, 5)))
    assert reach is not None
    assert reach == pytest.approx((0.2, 3), abs=0.004)


def test_the_slope_has_to_stay_in_view_too() -> None:
    curve = make_curve("x^2")
    reach = curve.reach(0.0, (-3, 3), (curve.function, (-1, 10)), (curve.derivative, (-2, 4)))
    assert reach == pytest.approx((-1, 2), abs=0.004)


def test_a_constant_function_may_be_walked_from_end_to_end() -> None:
    curve = make_curve("3")
    assert curve.reach(0.0, (-1, 1), (curve.function, (0, 5))) == (-1, 1)


def test_a_start_out_of_view_has_no_reach() -> None:
    curve = make_curve("x^2")
    assert curve.reach(3.0, (-4, 4), (curve.function, (0, 5))) is None
