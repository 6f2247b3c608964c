"""The keys of the quiz on the chain rule, held against SymPy and against finite differences."""

from collections.abc import Callable

import numpy as np
import pytest
import sympy

from tests.content.what_is_calculus.drawn_questions import are_equal, draw, in_sympy, key

QUIZ = "practising-the-chain-rule"
X = sympy.Symbol("x")


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize(
    ("question", "part"), [("exp-of-a-quadratic", 0), ("power-of-a-wave", 0), ("tangent", 1)]
)
def test_the_key_is_the_derivative_of_what_is_shown(question: str, part: int, seed: int) -> None:
    drawn = draw(QUIZ, question, seed)
    assert are_equal(key(drawn, part), sympy.diff(in_sympy(drawn.values["f"]), X))


@pytest.mark.parametrize("seed", range(4))
def test_the_bell_is_highest_where_its_exponent_is(seed: int) -> None:
    drawn = draw(QUIZ, "exp-of-a-quadratic", seed)
    assert sympy.solve(sympy.diff(in_sympy(drawn.values["f"]), X), X) == [key(drawn, 1)]
    assert sympy.diff(in_sympy(drawn.values["f"]), X, 2).subs(X, key(drawn, 1)) < 0


def test_the_slope_of_the_tangent_is_one_over_the_squared_cosine() -> None:
    assert are_equal(key(draw(QUIZ, "tangent", 0)), sympy.diff(sympy.tan(X), X))


def program(text: str) -> Callable[[float], float]:
    names: dict[str, Callable[[float], float]] = {}
    exec(f"import numpy as np\n{text}", names)
    return names["dydx"]


@pytest.mark.parametrize("seed", range(5))
def test_the_program_returns_the_slope_of_its_own_last_line(seed: int) -> None:
    text = draw(QUIZ, "three-deep", seed).parts[0].key["answer"]
    slope, value = program(text), program(text.replace("return dy * dv * du", "return y"))
    for x in np.linspace(0.3, 1.6, 5):
        assert slope(x) == pytest.approx((value(x + 1e-6) - value(x - 1e-6)) / 2e-6, rel=1e-5, abs=1e-6)


@pytest.mark.parametrize("seed", range(5))
def test_the_lines_of_the_program_are_those_of_the_prompt(seed: int) -> None:
    drawn = draw(QUIZ, "three-deep", seed)
    value = program(drawn.parts[0].key["answer"].replace("return dy * dv * du", "return y"))
    u, v, y = (in_sympy(drawn.values[name]) for name in "uvy")
    shown = y.subs("v", v).subs("u", u)
    assert value(0.7) == pytest.approx(float(shown.subs(X, 0.7)), rel=1e-9)
