"""The quiz on partial and total derivatives: every answer against SymPy."""

import numpy as np
import pytest
import sympy

from tests.content.multivariate_calculus.lessons import are_equal, draw, in_sympy, key

NAME = "partial-differentiation"
SEEDS = range(2)
T = sympy.Symbol("t")


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("question", ["two-slopes-of-a-polynomial", "a-wave-and-an-exponential"])
def test_each_part_asks_for_the_slope_in_its_own_letter(question: str, seed: int) -> None:
    drawn = draw(NAME, question, seed)
    f = in_sympy(drawn.values["f"])
    for part in drawn.parts:
        letter = part.name.removeprefix("slope_")
        assert letter in part.label
        assert are_equal(key(drawn, part.name), sympy.diff(f, letter))


@pytest.mark.parametrize("seed", SEEDS)
def test_the_program_and_the_one_in_the_solution_return_the_slope_of_the_mass(seed: int) -> None:
    drawn = draw(NAME, "mass-of-a-pot-in-code", seed)
    name, letters = str(drawn.values["name"]), ("r", "h", "t", "rho")
    program: dict[str, object] = {"np": np}
    exec(drawn.parts[0].key["answer"], program)
    m = sympy.lambdify([sympy.Symbol(one) for one in letters], in_sympy(drawn.values["m"]))
    at, place = np.array([3.0, 10.0, 0.4, 7.0]), letters.index(name.removeprefix("dmd"))
    step = np.eye(4)[place] * 1e-5
    slope = (m(*(at + step)) - m(*(at - step))) / 2e-5
    function = program[name]
    assert callable(function)
    assert function(*at) == pytest.approx(slope, rel=1e-7)
    shown = eval(str(drawn.values["code"]), {"np": np, **dict(zip(letters, at, strict=True))})
    assert shown == pytest.approx(slope, rel=1e-7)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_total_derivative_is_that_of_the_function_with_the_path_put_in(seed: int) -> None:
    drawn = draw(NAME, "a-walk-that-swings", seed)
    inside = in_sympy(drawn.values["f"]).subs({name: in_sympy(drawn.values[name]) for name in "xy"})
    assert are_equal(key(drawn, "rate"), sympy.diff(inside, T))


@pytest.mark.parametrize("seed", SEEDS)
def test_the_three_shares_of_the_block_add_up_to_the_growth_of_its_volume(seed: int) -> None:
    drawn = draw(NAME, "a-rising-dough", seed)
    sides = {name: in_sympy(drawn.values[name]) for name in "xyz"}
    volume = sides["x"] * sides["y"] * sides["z"]
    now = {T: drawn.values["t"]}
    assert key(drawn, "total") == sympy.diff(volume, T).subs(now)
    for name, side in sides.items():
        assert key(drawn, f"share_{name}") == (volume / side * sympy.diff(side, T)).subs(now)
