from collections.abc import Mapping, Sequence
from fractions import Fraction

import mpmath
import numpy as np
import pytest
import sympy
from hypothesis import assume, given, settings

from tests.maths.multivariate_strategies import monomials, polynomials, waves
from tests.maths.oracle import assert_steps_hold, close, to_sympy, value, values
from upslope.maths import Derivation, Expression, MathsError, parse, to_numpy, to_text
from upslope.maths.expressions.matrix import row_vector, shape_of
from upslope.maths.multivariate.chain_links import Layer
from upslope.maths.multivariate.multivariate_chain_rule import multivariate_chain_rule

LETTERS = ("x", "y", "u", "v", "s", "t", "r", "theta", "a", "z", "w", "b", "x_1", "x_2")
AT = Fraction(7, 10)


def read(text: str) -> Expression:
    return parse(text, LETTERS)


def layer(**typed: str) -> dict[str, Expression]:
    return {name: read(text) for name, text in typed.items()}


def everywhere(layers: Sequence[Layer], at: Mapping[str, Fraction]) -> dict[str, Fraction]:
    """The point, and the value of every inner name there, to 110 digits: what every step must hold at."""
    point = dict(at)
    for inner in reversed(layers[1:]):
        point |= {name: Fraction(mpmath.nstr(value(f, point), 110)) for name, f in inner.items()}
    return point


def short_enough(layers: Sequence[Layer], by: str | tuple[str, ...]) -> Derivation:
    """The chain worked; examples that grow beyond what is worked at all are passed over."""
    try:
        return multivariate_chain_rule(layers, by)
    except MathsError as error:
        assume("more than I can work with" not in error.message)
        raise


@pytest.mark.parametrize(
    ("layers", "by", "result"),
    [
        ([layer(f="x^2 y"), layer(x="t^2", y="sin t")], "t", "4*t^3*sin(t) + t^4*cos(t)"),
        ([layer(f="sin x"), layer(x="u^2"), layer(u="e^t")], "t", "2*e^(2*t)*cos(e^(2*t))"),
        ([layer(f="x^2 + y^2"), layer(x="r cos(theta)", y="r sin(theta)")], ("r", "theta"), "[2*r, 0]"),
        ([layer(f="x y", g="x"), layer(x="t", y="3")], "t", "[3; 1]"),
        ([layer(f="2x"), layer(x="3u"), layer(u="4s"), layer(s="5t")], "t", "120"),
        ([layer(f="x"), layer(x="theta^2")], "theta", "2*theta"),
    ],
)
def test_the_result_is_what_a_person_writes(
    layers: list[Layer], by: str | tuple[str, ...], result: str
) -> None:
    assert to_text(multivariate_chain_rule(layers, by).result) == result


def test_three_links_are_worked_multiplied_put_in_and_tidied() -> None:
    layers = [layer(f="x_1^2 + x_2"), layer(x_1="2u + 3v", x_2="u v"), layer(u="e^t", v="t^2")]
    worked = multivariate_chain_rule(layers, "t")
    assert worked.problem == r"\frac{d f}{dt}"
    assert [step.rule for step in worked.steps] == [
        "chain rule",
        "multiply",
        "multiply",
        "put in the inner functions",
        "tidy",
    ]
    chain, first, second, put_in, _ = worked.steps
    assert to_text(chain.end) == "[2*x_1, 1]*[2, 3; v, u]*[e^t; 2*t]"
    assert chain.why.endswith(
        r"because the inner numbers agree: $(1 \times 2)(2 \times 2)(2 \times 1) = 1 \times 1$."
    )
    assert [step.rule for step in chain.steps] == ["link 1", "link 2", "link 3"]
    assert chain.steps[1].why == r"Link 2: $x_{1}$ and $x_{2}$ by $u$ and $v$, of shape $2 \times 2$."
    assert len(chain.steps[1].steps) == 4
    assert to_text(first.end) == "[4*x_1 + v, 6*x_1 + u]*[e^t; 2*t]"
    assert shape_of(second.end) == (0, 0)
    assert put_in.why == r"Put in $x_{1} = 2u + 3v$, $x_{2} = u v$, $u = e^{t}$, $v = t^{2}$."
    assert worked.conclusion.startswith("Check: putting all functions into one another first")


def test_a_neuron_has_numbers_in_front_of_a_row() -> None:
    neuron = [layer(C="(a - y)^2"), layer(a="tanh z"), layer(z="w x + b")]
    worked = multivariate_chain_rule(neuron, ("w", "b"), constants=("x", "y"))
    factor = "2*(tanh(w*x + b) - y)/cosh(w*x + b)^2"
    assert to_text(worked.result) == f"[{factor.replace('2*', '2*x*', 1)}, {factor}]"
    assert [step.rule for step in worked.steps] == [
        "chain rule",
        "multiply",
        "multiply",
        "put in the inner functions",
    ]
    assert to_text(worked.steps[0].start.children[0]) == "derivative[a]((a - y)^2)"
    assert r"$(1 \times 1)(1 \times 1)(1 \times 2) = 1 \times 2$" in worked.steps[0].why


@given(polynomials(("x", "y")), waves(("u", "v")), monomials(("u", "v")), monomials(("t",)))
@settings(deadline=None, max_examples=20)
def test_it_agrees_with_sympy_and_every_step_holds(
    f: Expression, x: Expression, y: Expression, u: Expression
) -> None:
    layers: list[Layer] = [{"f": f}, {"x": x, "y": y}, {"u": u, "v": read("sin t")}]
    worked = short_enough(layers, "t")
    t = sympy.Symbol("t", real=True)
    whole = f.substitute(layers[1]).substitute(layers[2])
    theirs = sympy.diff(to_sympy(whole), t).subs(t, sympy.Rational(7, 10)).evalf(30)
    assert close(float(value(worked.result, {"t": AT})), float(theirs), 1e-10)
    assert_steps_hold(worked, everywhere(layers, {"t": AT}))


@given(polynomials(("x", "y")), polynomials(("x", "y")), monomials(("s", "t")), monomials(("s", "t")))
@settings(deadline=None, max_examples=15)
def test_several_outputs_and_inputs_make_a_matrix(
    f: Expression, g: Expression, x: Expression, y: Expression
) -> None:
    layers: list[Layer] = [{"f": f, "g": g}, {"x": x, "y": y}]
    worked = short_enough(layers, ("s", "t"))
    letters = sympy.symbols("s t", real=True)
    whole = sympy.Matrix([to_sympy(tree.substitute(layers[1])) for tree in (f, g)]).jacobian(letters)
    at = {"s": Fraction(-3, 10), "t": AT}
    places = dict(zip(letters, (sympy.Rational(-3, 10), sympy.Rational(7, 10)), strict=True))
    assert shape_of(worked.result) == (2, 2)
    for ours, theirs in zip(values(worked.result, at), whole, strict=True):
        assert close(float(ours), float(theirs.subs(places).evalf(30)), 1e-10)
    assert_steps_hold(worked, everywhere(layers, at))


def test_the_gradient_of_a_small_network_agrees_with_differences() -> None:
    layers = [layer(f="(a - b)^2"), layer(a="tanh(z)", b="z w"), layer(z="x t + y", w="x - t")]
    names = ("x", "y", "t")
    worked = multivariate_chain_rule(layers, names)
    cost = to_numpy(layers[0]["f"].substitute(layers[1]).substitute(layers[2]), names)
    at, step = np.array([0.3, -0.8, 1.1]), 1e-6
    slopes = [(cost(*(at + step * way)) - cost(*(at - step * way))) / (2 * step) for way in np.eye(3)]
    assert np.allclose(to_numpy(worked.result, names)(*at), [slopes], rtol=1e-8)


@pytest.mark.parametrize(
    ("layers", "by", "sentence"),
    [
        ([], "t", r"A chain has two links or more; this one has 0\. Use jacobian"),
        ([layer(f="t^2")], "t", r"A chain has two links or more; this one has 1\. Use jacobian"),
        (
            [layer(f="x y z"), layer(x="t", y="t")],
            "t",
            r"In link 1, f = x\*y\*z holds z, which link 2 does not give",
        ),
        (
            [layer(f="x y z"), layer(x="t", y="t")],
            "t",
            r"Give a function for z in link 2, or name z among the const",
        ),
        ([layer(f="x y"), layer(x="t")], "t", r"holds y, which link 2 does not give"),
        ([layer(f="x t"), layer(x="t")], "t", r"holds t, which link 2 does not give"),
        (
            [layer(f="x"), layer(x="s t")],
            "t",
            r"In the last link, x = s\*t holds s, by which nothing is differ",
        ),
        (
            [layer(f="x"), layer(x="x^2"), layer(x="t")],
            "t",
            r"Two things in this chain are called x\. Give each",
        ),
        ([layer(f="x"), layer(x="t")], "x", r"Two things in this chain are called x"),
        ([layer(f="x"), {}], "t", r"There is no function to differentiate"),
        ([layer(f="x"), layer(x="t")], (), r"There is no variable to differentiate by"),
        ([{"f": row_vector([1, 2])}, layer(x="t")], "t", r"is not one number at every point"),
        ([layer(f="x"), {"x y": read("t")}], "t", r"'x y' cannot be a variable's name"),
    ],
)
def test_links_that_do_not_fit_say_why(layers: list[Layer], by: str | tuple[str, ...], sentence: str) -> None:
    with pytest.raises(MathsError, match=sentence):
        multivariate_chain_rule(layers, by)


def test_a_chain_that_doubles_at_every_link_is_refused_in_time() -> None:
    names = [f"x_{place}" for place in range(40)]
    letters = (*names, "t")
    layers = [
        {name: parse(f"{below} {below}", letters)}
        for name, below in zip(names, [*names[1:], "t"], strict=True)
    ]
    with pytest.raises(MathsError, match="more than I can work with"):
        multivariate_chain_rule(layers, "t")
