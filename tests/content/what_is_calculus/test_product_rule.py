"""What the lesson on the product rule says of its honey, its stopped clock and its quotients."""

import runpy

import numpy as np
import pytest
import sympy

from tests.content.what_is_calculus.lessons import is_done, numbers, told
from upslope.course import default_course_path
from upslope.maths import parse
from upslope.questions import Draw

NAME = "product-rule"
T, X = sympy.symbols("t x")
JARS, PRICE = 20 + 4 * T, 3 + T / 2


def draw(question: str, seed: int) -> Draw:
    script = default_course_path() / "what-is-calculus" / NAME / "questions" / question / "question.py"
    drawn = runpy.run_path(str(script))["generate"](np.random.default_rng(seed))
    assert isinstance(drawn, Draw)
    return drawn


@pytest.mark.parametrize("wait", [1, 0.5, 0.1, 0.01])
def test_the_three_pieces_add_up_to_what_the_takings_gain(wait: float) -> None:
    gained = (JARS * PRICE).subs(T, wait) - 60
    assert numbers(NAME, "stall", h=wait)["sum"] == pytest.approx(float(gained / wait))


def test_the_takings_grow_eleven_times_as_fast_as_the_brother_says() -> None:
    now = float(sympy.diff(JARS * PRICE, T).subs(T, 0))
    brother = numbers(NAME, "stall", h=1)["three"]
    strips = numbers(NAME, "stall", h=0.3)
    assert strips["one"] + strips["two"] == pytest.approx(now)
    assert now / brother == pytest.approx(11)


def test_the_corner_halves_with_the_wait_and_the_strips_do_not_move() -> None:
    week, half = told(NAME, "stall", 6), told(NAME, "stall", 7)
    assert half["h"] == week["h"] / 2
    assert half["three"] == pytest.approx(week["three"] / 2)
    assert (half["one"], half["two"]) == pytest.approx((week["one"], week["two"]))


def test_a_quarter_of_a_week_makes_22_euros_50_and_no_step_of_the_story_gives_it_away() -> None:
    assert is_done(NAME, "stall", h=0.25)
    assert not any(is_done(NAME, "stall", h=told(NAME, "stall", step)["h"]) for step in range(1, 11))


def test_the_stopped_clock_is_right_at_two_thirds_and_nowhere_else_beyond_zero() -> None:
    agreed = sympy.solve(sympy.diff(X * X**2, X) - sympy.diff(X, X) * sympy.diff(X**2, X), X)
    assert agreed == [0, sympy.Rational(2, 3)]
    assert numbers(NAME, "two-rules", x0=2 / 3)["right"] == pytest.approx(4 / 3)
    done = [x for x in np.linspace(0, 1.6, 161) if is_done(NAME, "two-rules", x0=float(x))]
    assert done
    assert all(abs(x - 2 / 3) < 0.03 for x in done)


def test_the_rules_in_the_box_hold_for_functions_nobody_has_chosen() -> None:
    u, v, w = (sympy.Function(name)(X) for name in "uvw")
    du, dv, dw = (sympy.diff(f, X) for f in (u, v, w))
    assert sympy.expand(sympy.diff(u * v * w, X) - (du * v * w + u * dv * w + u * v * dw)) == 0
    assert sympy.expand(sympy.diff(u / v, X) * v**2 - (du * v - u * dv)) == 0
    assert sympy.expand(sympy.diff(1 / v, X) * v**2 + dv) == 0


@pytest.mark.parametrize("seed", range(4))
def test_the_takings_asked_for_are_the_slope_of_number_times_price(seed: int) -> None:
    drawn = draw("takings-of-a-stall", seed)
    count, price, more, dearer = (drawn.values[name] for name in ("count", "price", "more", "dearer"))
    slope = sympy.diff((count + more * T) * (price + dearer * T), T).subs(T, 0)
    assert float(drawn.parts[0].key["answer"]) == float(slope)


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize(("question", "letter"), [("a-power-that-grows", T), ("one-over-the-other", X)])
def test_the_keys_of_the_formulas_are_their_slopes(question: str, letter: sympy.Symbol, seed: int) -> None:
    drawn = draw(question, seed)
    shown, key = (
        sympy.sympify(str(one).replace("^", "**"), locals={"e": sympy.E})
        for one in (drawn.values["f"], parse(drawn.parts[0].key["answer"], (str(letter),)))
    )
    for x in (0.7, 2.6):
        assert float(key.subs(letter, x)) == pytest.approx(float(sympy.diff(shown, letter).subs(letter, x)))
