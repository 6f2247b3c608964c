"""What the lesson on one neuron says of odds, slopes and gates, checked with SymPy, SciPy and NumPy."""

import re
from collections.abc import Callable
from itertools import product

import numpy as np
import pytest
import sympy
from scipy.special import expit

from tests.content.multivariate_chain_rule.lessons import figure, is_done, numbers, told, variants

LESSON = "simple-neural-networks"
Z = sympy.Symbol("z")
SIGMOID = 1 / (1 + sympy.exp(-Z))
CORNERS = np.array([(0, 0), (1, 0), (0, 1), (1, 1)])


def test_the_slope_of_the_sigmoid_is_itself_times_what_is_missing_to_one() -> None:
    assert sympy.simplify(sympy.diff(SIGMOID, Z) - SIGMOID * (1 - SIGMOID)) == 0


def test_tanh_is_the_sigmoid_stretched_and_its_slope_is_one_minus_its_square() -> None:
    assert sympy.simplify((2 * SIGMOID.subs(Z, 2 * Z) - 1 - sympy.tanh(Z)).rewrite(sympy.exp)) == 0
    assert sympy.diff(sympy.tanh(Z), Z) == 1 - sympy.tanh(Z) ** 2


def test_every_millimetre_doubles_the_odds_and_their_logarithm_is_the_line() -> None:
    by_mm = [numbers(LESSON, "odds", a=a, r=2) for a in range(9)]
    odds = np.array([now["chance"] / (1 - now["chance"]) for now in by_mm])
    assert odds[1:] / odds[:-1] == pytest.approx(2)
    assert odds[4] == pytest.approx(1)
    assert [now["w"] * a + now["b"] for a, now in enumerate(by_mm)] == pytest.approx(np.log(odds))


def test_the_hard_switch_has_no_slope_to_show_and_the_soft_one_has_everywhere() -> None:
    first = told(LESSON, "odds", 1)
    assert first["slope"] < 0.005
    soft = [numbers(LESSON, "odds", a=a, r=2)["slope"] for a in np.linspace(0, 8, 33)]
    assert min(soft) > 8 * first["slope"]
    assert np.argmax(soft) == 16


def test_the_switch_stays_wrong_when_its_threshold_moves_a_little() -> None:
    said = [numbers(LESSON, "odds", a=5, r=60000, c=c)["chance"] for c in (4, 4.1, 4.2)]
    assert said == pytest.approx([1, 1, 1], abs=0.001)


def test_the_one_neuron_figure_can_say_not_and_copying_is_no_not() -> None:
    assert is_done(LESSON, "one-neuron", w=-7, b=3.5)
    assert not is_done(LESSON, "one-neuron", w=7, b=-3.5)
    assert numbers(LESSON, "one-neuron", w=-7, b=3.5)["no"] == pytest.approx(expit(3.5))


def worst_on_the_grid(target: list[int]) -> float:
    """Return how far off the worst corner is at the best place of the three sliders."""
    steps = figure(LESSON, "gates")["steps"]
    w1, w2, b = np.meshgrid(
        *(np.arange(low, high + 0.1, 2 * steps[name]) for name, (low, high) in ranges().items()),
        indexing="ij",
    )
    said = [expit(w1 * p + w2 * q + b) for p, q in CORNERS]
    return float(np.max([np.abs(a - t) for a, t in zip(said, target, strict=True)], axis=0).min())


def ranges() -> dict[str, list[float]]:
    found: dict[str, list[float]] = figure(LESSON, "gates")["range"]
    return found


def test_and_and_or_are_within_reach_of_the_sliders_and_xor_is_not() -> None:
    assert worst_on_the_grid([0, 0, 0, 1]) < 0.1
    assert worst_on_the_grid([0, 1, 1, 1]) < 0.1
    assert worst_on_the_grid([0, 1, 1, 0]) == pytest.approx(0.5)


def test_the_gate_figure_judges_and_and_needs_only_another_bias_for_or() -> None:
    assert is_done(LESSON, "gates", w1=6, w2=6, b=-9)
    assert not is_done(LESSON, "gates", w1=6, w2=6, b=-3)
    assert numbers(LESSON, "gates", w1=6, w2=6, b=-3, kind=1)["worst"] < 0.1
    assert numbers(LESSON, "gates", w1=0, w2=0, b=0, kind=2)["worst"] == pytest.approx(0.5)


@pytest.mark.parametrize("kind", [0, 1, 2])
def test_the_worst_corner_of_the_figure_is_the_worst_of_all_four(kind: int) -> None:
    target = ([0, 0, 0, 1], [0, 1, 1, 1], [0, 1, 1, 0])[kind]
    for w1, w2, b in product((-3, 4), (-5, 2), (-6, 1)):
        said = expit(CORNERS @ (w1, w2) + b)
        now = numbers(LESSON, "gates", w1=w1, w2=w2, b=b, kind=kind)
        assert now["worst"] == pytest.approx(np.max(np.abs(said - target)))


MEANT: dict[str, Callable[[bool, bool], bool]] = {
    "sluice": lambda a, b: a and b,
    "stairwell": lambda a, b: a or b,
    "saw": lambda a, b: not (a and b),
    "museum": lambda a, b: not a and not b,
    "kettle": lambda a, b: a and not b,
    "cat flap": lambda a, b: not a and b,
    "blind": lambda a, b: a or not b,
    "sprinkler": lambda a, b: not a or b,
}


def test_the_table_of_every_gate_says_what_its_story_says() -> None:
    met = set()
    for variant in variants(LESSON, "a-gate-in-code", 60):
        scene = next(name for name in MEANT if name in variant.prompt)
        rows = re.findall(r"\| (\d) \| (\d) \| (yes|no) \|", variant.prompt)
        assert len(rows) == 4
        assert all((said == "yes") == MEANT[scene](a == "1", b == "1") for a, b, said in rows)
        met.add(scene)
    assert met == set(MEANT)
