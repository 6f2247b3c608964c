"""What the lesson on the bat says of its call, of three people's formulas and of trees."""

import numpy as np
import pytest
import sympy

from tests.content.what_is_calculus.drawn_questions import are_equal, draw, in_sympy, key
from tests.content.what_is_calculus.lessons import figure, is_done, lesson_text, numbers
from upslope.maths import parse

NAME = "taming-a-beast"
X = sympy.Symbol("x")
CALL = in_sympy(parse(figure(NAME, "beast")["mark"][0]["of"]))
ADA, BEN, CLEO = 0, 1, 2


def slope(x: float) -> float:
    return float(sympy.diff(CALL, X).subs(X, x))


def test_the_skin_moves_inwards_by_92_units_a_second_at_second_2() -> None:
    assert round(slope(2)) == -92
    assert "[−92]" in lesson_text(NAME)


def test_the_call_begins_and_ends_in_silence_swells_until_second_2_and_falls_in_pitch() -> None:
    swell, inside = (4 * X - X**2) ** 2, 10 * X - X**2
    assert sympy.simplify(CALL - swell * sympy.sin(inside)) == 0
    assert [swell.subs(X, x) for x in (0, 4)] == [0, 0]
    assert [x for x in sympy.solve(sympy.diff(swell, X), X) if 0 < x < 4] == [2]
    pitch = [float(sympy.diff(inside, X).subs(X, x)) for x in (0, 1, 2, 3, 4)]
    assert pitch == sorted(pitch, reverse=True)
    assert min(pitch) > 0


@pytest.mark.parametrize("x", [0.3, 1.2, 2, 2.8, 3.6])
def test_cleo_is_right_everywhere(x: float) -> None:
    now = numbers(NAME, "claims", who=CLEO, x0=x, h=0.001)
    assert now["claim"] == pytest.approx(slope(x))
    assert now["apart"] < 1


@pytest.mark.parametrize("who", [ADA, BEN])
def test_ada_and_ben_are_plainly_wrong_in_most_places(who: int) -> None:
    seconds = np.arange(1.1, 3, 0.2)
    off = [numbers(NAME, "claims", who=who, x0=float(x), h=0.001)["apart"] > 5 for x in seconds]
    assert sum(off) > 0.7 * len(off)
    assert not any(is_done(NAME, "claims", who=who, x0=float(x), h=0.001) for x in np.arange(1.02, 3, 0.04))


def test_the_task_can_be_done_with_cleo_wherever_it_asks() -> None:
    assert all(is_done(NAME, "claims", who=CLEO, x0=float(x), h=0.001) for x in np.arange(1.05, 3, 0.1))


def test_ben_says_that_the_skin_stands_still_at_second_2() -> None:
    assert numbers(NAME, "claims", who=BEN, x0=2)["claim"] == pytest.approx(0, abs=1e-9)


def test_the_trap_and_the_truth_agree_at_second_5_and_part_at_second_2() -> None:
    inside = 10 * X - X**2
    trap, truth = sympy.sin(sympy.diff(inside, X)), sympy.diff(sympy.sin(inside), X)
    assert trap.subs(X, 5) == truth.subs(X, 5) == 0
    assert abs(float((trap - truth).subs(X, 2))) > 5


@pytest.mark.parametrize("seed", range(3))
def test_a_small_beast_is_differentiated_rightly(seed: int) -> None:
    drawn = draw(NAME, "two-doors", seed)
    assert are_equal(key(drawn), sympy.diff(in_sympy(drawn.values["f"]), X))


@pytest.mark.parametrize("seed", range(8))
def test_the_numbers_on_the_branches_are_those_of_two_straight_lines(seed: int) -> None:
    drawn = draw(NAME, "numbers-on-the-branches", seed)
    p, v = (drawn.values[n] + drawn.values[f"d{n}"] * X for n in "pv")
    assert sympy.diff(p ** drawn.values["n"] * v, X).subs(X, 0) == key(drawn)


@pytest.mark.parametrize("seed", range(12))
def test_the_rule_that_comes_first_is_the_top_of_the_formula(seed: int) -> None:
    drawn = draw(NAME, "which-rule-first", seed)
    f = in_sympy(drawn.values["f"])
    tops = {
        "the sum rule": sympy.Add,
        "the product rule": sympy.Mul,
        "the chain rule": (sympy.Pow, sympy.Function),
    }
    right = drawn.parts[0].key["answer"]
    (said,) = (option["text"] for option in drawn.parts[0].key["options"] if option["id"] == right)
    assert isinstance(f, tops[said])
