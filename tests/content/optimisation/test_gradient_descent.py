"""What the lesson says about hops, needles, narrow valleys and a posted walker, walked again with NumPy."""

import re
from typing import Any

import numpy as np
import pytest
import sympy

from tests.content.optimisation.lessons import draw, is_done, lesson_text, numbers, told
from upslope.maths.sandpits.pit import pit_of
from upslope.maths.sandpits.race import race_pits
from upslope.maths.sandpits.walking import walk

LESSON = "gradient-descent"
X, Y = sympy.symbols("x y")


def rolled(start: tuple[float, float], size: float, kept: float, steps: int) -> float:
    """Return the height above the narrow valley's bottom, by the rule as the lesson prints it."""
    place, step = np.array(start), np.zeros(2)
    for _ in range(steps):
        step = kept * step - size * place * (1, 9)
        place = place + step
    return float((place[0] ** 2 + 9 * place[1] ** 2) / 2)


def test_a_hop_multiplies_the_distance_by_one_factor() -> None:
    for size in (0.3, 2, 3.6, 4, 4.3):
        ends = [abs(numbers(LESSON, "how-far", x0=-2, a=size, n=n)["walk_u"]) for n in (0, 1, 8)]
        assert ends == pytest.approx([2, 2 * abs(1 - size / 2), 2 * abs(1 - size / 2) ** 8], abs=1e-9)
    assert told(LESSON, "how-far", 6)["left"] == pytest.approx(2)
    assert told(LESSON, "how-far", 7)["left"] > 2
    assert is_done(LESSON, "how-far", a=2)
    assert not is_done(LESSON, "how-far")
    assert not is_done(LESSON, "how-far", a=2, x0=0)


def test_the_needle_feels_the_slope_in_its_direction() -> None:
    def f(x: float, y: float) -> float:
        return x**2 / 4 + y**2 / 2

    for p, q, t in np.random.default_rng(2).uniform(0.3, 2, (10, 3)):
        there, h = numbers(LESSON, "compass", p=p, q=q, t=t), 1e-5
        u, v = h * np.cos(t), h * np.sin(t)
        assert there["along"] == pytest.approx((f(p + u, q + v) - f(p - u, q - v)) / (2 * h), abs=1e-8)
        uphill = float(np.arctan2(there["north"], there["east"]))
        along = [
            numbers(LESSON, "compass", p=p, q=q, t=uphill + off)["along"] for off in (0, np.pi / 2, np.pi)
        ]
        assert along == pytest.approx([there["steep"], 0, -there["steep"]], abs=1e-12)
        assert is_done(LESSON, "compass", p=p, q=q, t=uphill + np.pi / 3)
        assert not is_done(LESSON, "compass", p=p, q=q, t=uphill + np.pi / 4)
    assert not is_done(LESSON, "compass")


def test_the_narrow_valley_is_walked_as_told() -> None:
    for step, size, kept in ((3, 0.21, 0), (4, 0.1, 0), (5, 0.1, 0.6)):
        assert told(LESSON, "narrow", step)["height"] == pytest.approx(rolled((3.6, 1.2), size, kept, 10))
    assert rolled((3.6, 1.2), 2 / 9 + 0.001, 0, 2000) > 100
    assert rolled((3.6, 1.2), 2 / 9 - 0.001, 0, 2000) < 1e-6
    assert is_done(LESSON, "narrow", s=0.2, n=25)
    assert told(LESSON, "narrow", 6)["height"] == pytest.approx(0)
    for wrong in (
        {"n": 25},
        {"s": 0.1, "n": 25},
        {"s": 0.2, "n": 26},
        {"s": 0.1, "n": 25, "way": 1},
        {"wall": 1, "s": 1, "n": 1},
    ):
        assert not is_done(LESSON, "narrow", **wrong)


def test_the_gradient_handed_over_belongs_to_the_valley() -> None:
    assert sympy.Matrix([(X**2 + 9 * Y**2) / 2]).jacobian([X, Y]) == sympy.Matrix([[X, 9 * Y]])
    assert r"\tfrac12\left(x^2 + 9y^2\right)" in lesson_text(LESSON)


def test_numpy_makes_a_square_of_a_column_minus_a_row() -> None:
    x, row = np.ones((2, 1)), np.ones((1, 2))
    assert "`x - alpha * J`" in lesson_text(LESSON)
    assert (x - 0.1 * row).shape == (2, 2)
    assert (x - 0.1 * row.T).shape == (2, 1)


@pytest.mark.parametrize("seed", range(2))
def test_the_checkpoints_are_right(seed: int) -> None:
    drawn = draw(LESSON, "slope-off-the-arrow", seed)
    f = sympy.sympify(str(drawn.values["f"]).replace("^", "**"))
    at = {X: drawn.values["x"], Y: drawn.values["y"]}
    way = sympy.Matrix([drawn.values["u"], drawn.values["v"]])
    slope = (sympy.Matrix([f]).jacobian([X, Y]).subs(at) * way)[0] / way.norm()
    assert sympy.sympify(str(drawn.parts[0].key["answer"])) == slope
    drawn = draw(LESSON, "one-step-down", seed)
    f = sympy.sympify(str(drawn.values["f"]).replace("^", "**"))
    at = {X: drawn.values["x"], Y: drawn.values["y"]}
    size = sympy.Rational(str(drawn.values["step"]))
    landed = sympy.Matrix([v - size * f.diff(name).subs(at) for name, v in at.items()])
    shown = str(drawn.parts[0].key["answer"]).strip("[]").split(";")
    assert sympy.Matrix([sympy.sympify(entry) for entry in shown]) == landed


@pytest.mark.parametrize("seed", range(3))
def test_each_step_size_has_the_fate_it_walks_into(seed: int) -> None:
    drawn = draw(LESSON, "fates-of-four-step-sizes", seed)
    for line in str(drawn.values["table"]).splitlines()[2:]:
        size, _, fate = (cell.strip() for cell in line.strip("|").split("|"))
        way = [1.0]
        for _ in range(6):
            way.append(way[-1] - float(size) * int(str(drawn.values["bend"])) * way[-1])
        ratio = way[1] / way[0]
        words = "always on the same side" if 0 < ratio < 1 else "first step" if abs(ratio) < 1e-9 else ""
        words = words or ("comes closer" if ratio > -0.99 else "for ever" if ratio > -1.01 else "is gone")
        assert words in fate


def test_the_posted_walker_has_the_scores_that_are_told() -> None:
    post = lesson_text("share-a-strategy")
    code = re.findall(r"^```python\n(.*?)^```", post, re.DOTALL | re.MULTILINE)[0]
    score, plain_score = re.findall(r"Race 1: (\d+) of 100 .* it finds (\d+) in both", post)[0]
    pits = [(name.kind, pit_of(name.kind, name.seed)) for name in race_pits(1)]

    def found(source: str) -> list[str]:
        """Return the kinds of the pits that are found; the walker is new for each pit."""
        won, program = [], compile(source, "lesson.md", "exec")
        for kind, pit in pits:
            space: dict[str, Any] = {"np": np}
            exec(program, space)
            won += [kind] * walk(pit, space["next_step"]).found
        return won

    hopper = found(code)
    assert len(hopper) == int(score)
    assert (hopper.count("bowl"), hopper.count("chequerboard")) == (20, 1)
    assert len(found(code.replace("f > -8.5", "False"))) == int(plain_score)
