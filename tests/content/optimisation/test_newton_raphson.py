"""What the lesson says about tea, hollows, cycles and flights, found again without the maths core."""

import re

import numpy as np
import pytest
import sympy
from scipy.optimize import brentq, minimize_scalar

from tests.content.optimisation.lessons import draw, figure, is_done, lesson_text, numbers, told
from tests.content.optimisation.tangents import fate, function_of, landings

LESSON = "newton-raphson"
X = sympy.Symbol("x")


def functions(figure_id: str) -> dict[str, str]:
    return dict(figure(LESSON, figure_id)["functions"])


def in_sympy(text: str) -> sympy.Expr:
    return sympy.sympify(re.sub(r"(\d) x", r"\1*x", text.replace("^", "**")).replace(") + (", ") + ("))


def test_the_slope_of_the_misfit_is_720_times_the_function() -> None:
    f, misfit = (in_sympy(functions("tea")[name]) for name in ("f(x)", "C(x)"))
    assert sympy.expand(misfit.diff(X) - 720 * f) == 0
    assert "= 720\\,\\bigl(20x^3 + 4x - 5\\bigr)" in lesson_text(LESSON)
    lowest = minimize_scalar(sympy.lambdify(X, misfit), (0.3, 0.6), tol=1e-14).x
    assert numbers(LESSON, "tea")["root"] == pytest.approx(lowest, abs=1e-7)
    assert numbers(LESSON, "tea")["root"] == pytest.approx(
        brentq(sympy.lambdify(X, f), 0, 1, xtol=1e-15), abs=1e-14
    )


def test_two_five_and_ten_digits_are_right() -> None:
    f, root = function_of("20*x^3 + 4*x - 5"), numbers(LESSON, "tea")["root"]
    points = landings(f, 1, 5)
    for step, walkthrough_step, digits in ((3, 4, 2), (4, 5, 5), (5, 6, 10)):
        assert told(LESSON, "tea", walkthrough_step)["walk_a"] == pytest.approx(points[step], abs=1e-14)
        assert round(points[step], digits) == round(root, digits)
        assert round(points[step], digits + 2) != round(root, digits + 2)


def test_a_miss_is_about_one_and_a_half_times_the_square_of_the_one_before() -> None:
    root = numbers(LESSON, "tea")["root"]
    misses = np.array(landings(function_of("20*x^3 + 4*x - 5"), 1, 5)) - root
    assert misses[4:] / misses[3:5] ** 2 == pytest.approx([1.5, 1.5], abs=0.05)


def test_a_start_near_0_leads_beyond_1_and_others_do_not() -> None:
    assert is_done(LESSON, "tea", x0=0.1, n=3)
    assert not is_done(LESSON, "tea", x0=0.2, n=3)
    assert not is_done(LESSON, "tea")


def test_the_ground_and_its_slope_belong_together() -> None:
    ground, slope = (in_sympy(functions("two-hollows")[name]) for name in ("F(x)", "f(x)"))
    assert ground.diff(X) == slope
    assert {int(root): int(slope.diff(X).subs(X, root)) for root in sympy.solve(slope)} == {
        -1: 2,
        0: -1,
        1: 2,
    }


def test_starts_up_to_0_447_climb_the_hill_and_not_beyond() -> None:
    f = function_of("x^3 - x")
    assert {round(landings(f, x, 60)[-1]) for x in np.linspace(-0.447, 0.447, 40)} == {0}
    assert round(landings(f, 0.448, 60)[-1]) != 0
    assert is_done(LESSON, "two-hollows", x0=0.3, n=6)
    assert not is_done(LESSON, "two-hollows", x0=0.46, n=9)


def test_each_stripe_is_about_a_sixth_as_wide_as_the_one_before() -> None:
    def next_border(border: float) -> float:
        return float(brentq(lambda x: 2 * x**3 / (3 * x**2 - 1) + border, 5**-0.5, 0.577))

    borders = [3**-0.5]
    for _ in range(5):
        borders.append(next_border(borders[-1]))
    widths = -np.diff(borders)
    assert np.all(np.abs(widths[:-1] / widths[1:] - 6.5) < 1)
    assert widths[-2] / widths[-1] == pytest.approx(6, abs=0.1)


def test_a_cycle_can_be_found_and_a_root_is_no_cycle() -> None:
    f = function_of("x^3 - 2*x + 2")
    assert fate(f, 0.05, None) == fate(f, 0, None) == "cycle"
    assert is_done(LESSON, "round-and-round", x0=0.05, n=10)
    assert not is_done(LESSON, "round-and-round")


def test_inside_the_border_it_arrives_and_outside_it_flies_away() -> None:
    border = brentq(lambda x: 2 * x - (1 + x * x) * np.arctan(x), 1, 2)
    assert f'[{border:.2f}]{{calc="{border:.4f}"}}' in lesson_text(LESSON)
    for start, is_away in ((border - 0.01, False), (border + 0.01, True)):
        x = start
        for _ in range(12):
            x -= np.arctan(x) * (1 + x * x)
        assert (not abs(x) < 1e-6) == is_away
    assert is_done(LESSON, "away", x0=1.8, n=4)
    assert not is_done(LESSON, "away", x0=1.2, n=7)


@pytest.mark.parametrize("question", ["newtons-own-example", "towards-the-lowest-point"])
def test_one_step_by_hand(question: str) -> None:
    for seed in range(4):
        drawn = draw(LESSON, question, seed)
        f = function_of(drawn.values["f"] if question == "newtons-own-example" else drawn.values["slope"])
        landed = landings(f, float(drawn.values["start"]), 1)[1]
        assert float(eval(str(drawn.parts[0].key["answer"]).replace("^", "**"))) == pytest.approx(landed)


def test_who_begins_beside_a_turn_is_thrown_farthest() -> None:
    for seed in range(4):
        values = draw(LESSON, "which-start-is-thrown-farthest", seed).values
        f = function_of(values["f"])
        thrown = {}
        for dot in values["picture"].dots:
            start, first = landings(f, dot.at[0], 1)
            thrown[dot.label] = abs(first - start)
        second, farthest = sorted(thrown.values())[-2:]
        assert thrown[values["right"]] == farthest > 2 * second
