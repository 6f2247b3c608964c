from collections.abc import Mapping
from fractions import Fraction

import mpmath
import pytest
import sympy
from hypothesis import assume, given, settings

from tests.maths.multivariate_strategies import LARGE, polynomials, smooth_functions, waves
from tests.maths.oracle import assert_steps_hold, central_difference, close, to_sympy, value
from upslope.maths import Expression, MathsError, parse, to_text
from upslope.maths.expressions.matrix import row_vector
from upslope.maths.multivariate.total_derivative import total_derivative

LETTERS = ("x", "y", "z", "t", "s", "a")
AT = Fraction(9, 10)


def read(text: str) -> Expression:
    return parse(text, LETTERS)


def path(**typed: str) -> dict[str, Expression]:
    return {name: read(text) for name, text in typed.items()}


def on_path(moving: Mapping[str, Expression], at: Fraction) -> dict[str, Fraction]:
    """The parameter, and where the path is there, to 110 digits: what every step must hold at."""
    places = {name: value(tree, {"t": at}) for name, tree in moving.items()}
    return {"t": at} | {name: Fraction(mpmath.nstr(place, 110)) for name, place in places.items()}


@pytest.mark.parametrize(
    ("f", "moving", "result"),
    [
        ("x^2 y", path(x="t^2", y="sin t"), "4*t^3*sin(t) + t^4*cos(t)"),
        ("x y z", path(x="t", y="t^2", z="t^3"), "6*t^5"),
        ("x^2 + y^2", path(x="cos t", y="sin t"), "0"),
        ("x^2 + t x", path(x="t^2"), "4*t^3 + 3*t^2"),
        ("a x", path(x="e^(2t)"), "2*a*e^(2*t)"),
        ("sin x cos y", path(x="t", y="t"), "cos(t)^2 - sin(t)^2"),
        ("x sin t - y cos t", path(x="sin t", y="cos t"), "4*sin(t)*cos(t)"),
        ("t x^2 + t y^2", path(x="cos t", y="sin t"), "1"),
        ("t^2", path(x="t"), "2*t"),
        ("a", path(x="t"), "0"),
    ],
)
def test_the_result_is_what_a_person_writes(f: str, moving: dict[str, Expression], result: str) -> None:
    assert to_text(total_derivative(read(f), moving).result) == result


def test_the_shares_are_written_down_worked_put_together_put_on_the_path_and_tidied() -> None:
    worked = total_derivative(read("x^2 y"), path(x="t^2", y="sin t"))
    assert worked.problem == r"\frac{d f}{dt}"
    assert [step.rule for step in worked.steps] == [
        "total derivative",
        "work out the factors",
        "put in the path",
        "tidy",
    ]
    shares, factors, put_in, _ = worked.steps
    assert shares.before == r"\frac{d}{dt}\left((t^{2})^{2} \sin t\right)"
    formula = r"\frac{\partial f}{\partial x} \frac{d x}{dt} + \frac{\partial f}{\partial y} \frac{d y}{dt}"
    assert rf"So $\frac{{d f}}{{dt}} = {formula}$." in shares.why
    assert [to_text(step.end) for step in factors.steps] == ["2*x*y", "2*t", "x^2", "cos(t)"]
    assert to_text(factors.end) == "2*x*y*2*t + x^2*cos(t)"
    assert put_in.why == r"On the path $x = t^{2}$, $y = \sin t$."


def test_a_function_that_holds_the_parameter_itself_has_one_more_share() -> None:
    worked = total_derivative(read("x^2 + s x"), {"x": read("s^3")}, "s")
    assert worked.steps[0].after.endswith(r"+ \frac{\partial}{\partial s}\left(x^{2} + s x\right)")
    assert "$s$ also stands in the function itself and adds its own slope." in worked.steps[0].why
    assert "itself" not in total_derivative(read("x^2"), path(x="t")).steps[0].why


def test_the_conclusion_compares_with_putting_the_path_in_first() -> None:
    worked = total_derivative(read("x^2 y"), path(x="t^2", y="sin t"))
    assert worked.conclusion == (
        r"Check, with the path put in first: $\frac{d}{dt}\left(t^{4} \sin t\right) = "
        r"4t^{3} \sin t + t^{4} \cos t$, the same function."
    )
    long = total_derivative(read("sin(x y) e^(x + y) + x^2"), path(x="t^3 + t", y="t^2 - t"))
    assert long.conclusion.startswith("Check: putting the path in first and differentiating then gives")


def test_the_identity_of_sine_and_cosine_is_a_step_of_its_own() -> None:
    worked = total_derivative(read("t x^2 + t y^2"), path(x="cos t", y="sin t"))
    assert worked.steps[-1].rule == "sin² + cos² = 1"


@given(smooth_functions(("x", "y", "t")), polynomials(("t",)), waves(("t",)))
@settings(deadline=None, max_examples=20)
def test_it_agrees_with_sympy_and_with_short_secants_and_every_step_holds(
    f: Expression, x: Expression, y: Expression
) -> None:
    moving = {"x": x, "y": y}
    worked = total_derivative(f, moving)
    along, place = f.substitute(moving), {"t": AT}
    ours = value(worked.result, place)
    assume(abs(value(along, place)) < LARGE)
    assert close(ours, central_difference(along, "t", place))
    t = sympy.Symbol("t", real=True)
    theirs = sympy.diff(to_sympy(along), t).subs(t, sympy.Rational(9, 10)).evalf(30)
    assert close(float(ours), float(theirs), 1e-12)
    assert worked.steps[-1].end == worked.result
    assert_steps_hold(worked, on_path(moving, AT))


@pytest.mark.parametrize(
    ("f", "moving", "sentence"),
    [
        (read("x y"), {}, r"The path is empty\. Say how a variable moves with t, such as x = t\^2"),
        (read("x y"), path(x="y t", y="t"), r"The path x = y\*t holds y, which moves .* Write x with t only"),
        (read("x y"), path(x="x + t"), r"The path x = x \+ t holds x"),
        (read("x t"), path(t="t^2"), r"t is what everything else moves with, so it has no path of its own"),
        (row_vector([1, 2]), path(x="t"), r"is not one number at every point"),
        (read("x"), {"x": row_vector([1, 2])}, r"is not one number at every point"),
    ],
)
def test_what_cannot_be_worked_says_why(f: Expression, moving: dict[str, Expression], sentence: str) -> None:
    with pytest.raises(MathsError, match=sentence):
        total_derivative(f, moving)
