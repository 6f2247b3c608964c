"""What the overview says of the shower with two taps, and what its questions count right."""

import numpy as np
import pytest
import sympy
from scipy.optimize import minimize

from tests.content.multivariate_calculus.lessons import draw, in_sympy, is_done, key, numbers, told

NAME = "overview"
X, Y = sympy.symbols("x y")
DISCOMFORT = X**2 - X * Y + Y**2 - 3 * X + 3


def lowest(figure: str) -> tuple[float, float]:
    """Find the best setting of both taps by SciPy, from the heights of the figure alone."""
    found = minimize(
        lambda at: numbers(NAME, figure, p=at[0], q=at[1])["height"], (1.5, 1.5), method="Nelder-Mead"
    )
    return float(found.x[0]), float(found.x[1])


def test_the_figure_draws_the_discomfort_of_the_text() -> None:
    for p, q in ((0.5, 2.0), (3.0, 1.0)):
        now = numbers(NAME, "shower", p=p, q=q)
        assert now["height"] == pytest.approx(float(DISCOMFORT.subs({X: p, Y: q})))
        assert now["hot"] == pytest.approx(float(DISCOMFORT.diff(X).subs({X: p, Y: q})))
        assert now["cold"] == pytest.approx(float(DISCOMFORT.diff(Y).subs({X: p, Y: q})))


def test_twenty_steps_lead_to_bliss_where_both_slopes_are_zero() -> None:
    assert lowest("shower") == pytest.approx((2, 1), abs=1e-3)
    assert told(NAME, "shower", 8)["end"] < 0.001
    end = told(NAME, "shower", 10)
    assert (end["height"], end["hot"], end["cold"]) == (0, 0, 0)


def test_the_second_hotel_is_best_where_its_task_says() -> None:
    assert lowest("blind") == pytest.approx((1, 2), abs=1e-3)
    done = [
        (p, q)
        for p in np.linspace(0, 4, 17)
        for q in np.linspace(0, 3, 13)
        if is_done(NAME, "blind", p=p, q=q)
    ]
    assert (1.0, 2.0) in done
    assert all(abs(p - 1) < 0.3 and abs(q - 2) < 0.3 for p, q in done)


def test_setting_one_tap_after_the_other_is_not_enough() -> None:
    hot = sympy.solve(DISCOMFORT.diff(X).subs(Y, 0), X)[0]
    cold = sympy.solve(DISCOMFORT.diff(Y).subs(X, hot), Y)[0]
    assert (hot, cold) == (sympy.Rational(3, 2), sympy.Rational(3, 4))
    assert DISCOMFORT.diff(X).subs({X: hot, Y: cold}) == -sympy.Rational(3, 4)


@pytest.mark.parametrize("seed", range(4))
def test_the_questions_have_the_answers_that_follow_from_their_prompts(seed: int) -> None:
    tap = draw(NAME, "one-tap-at-a-time", seed)
    alone = in_sympy(tap.values["f"]).subs(Y, tap.values["b"])
    assert sympy.expand(key(tap, "alone") - alone) == 0
    assert key(tap, "slope") == alone.diff(X).subs(X, tap.values["a"])
    dial = draw(NAME, "which-dial-to-turn", seed)
    slopes = {name: dial.values[name] for name in "xyz"}
    changes = {
        f"turn ${name}$ {way}": step * slopes[name]
        for name in "xyz"
        for way, step in (("up", 1), ("down", -1))
    }
    texts = {option["text"]: option["id"] for option in dial.parts[0].key["options"]}
    assert texts[min(changes, key=lambda turn: changes[turn])] == dial.parts[0].key["answer"]
