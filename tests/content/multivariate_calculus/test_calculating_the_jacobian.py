"""The quiz on the row of slopes: every answer against SymPy, every arrow against a short walk."""

import numpy as np
import pytest
import sympy

from tests.content.multivariate_calculus.lessons import draw, in_sympy, key

NAME = "calculating-the-jacobian"
SEEDS = range(2)
X, Y, Z = sympy.symbols("x y z")


def slopes_of(f: sympy.Basic, *letters: sympy.Symbol) -> sympy.Matrix:
    return sympy.Matrix([[f]]).jacobian(list(letters))


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize(
    ("question", "letters"), [("an-exponential-and-a-wave", (X, Y)), ("three-in-a-row", (X, Y, Z))]
)
def test_the_row_is_the_jacobian_that_sympy_finds(
    question: str, letters: tuple[sympy.Symbol, ...], seed: int
) -> None:
    drawn = draw(NAME, question, seed)
    right = slopes_of(in_sympy(drawn.values["f"]), *letters)
    assert sympy.simplify(key(drawn, "jacobian") - right).is_zero_matrix
    assert key(drawn, "jacobian").shape == (1, len(letters))


@pytest.mark.parametrize("seed", SEEDS)
def test_the_numbers_are_those_of_the_row_at_the_point(seed: int) -> None:
    drawn = draw(NAME, "letters-first-then-the-point", seed)
    right = slopes_of(in_sympy(drawn.values["f"]), X, Y)
    assert sympy.simplify(key(drawn, "row") - right).is_zero_matrix
    assert key(drawn, "numbers") == right.subs({X: drawn.values["p"], Y: drawn.values["q"]})


@pytest.mark.parametrize("seed", SEEDS)
def test_the_steepness_is_the_climb_of_a_short_step_along_the_arrow(seed: int) -> None:
    drawn = draw(NAME, "how-steep-is-the-hill", seed)
    f = sympy.lambdify([X, Y], in_sympy(drawn.values["f"]))
    place = np.array([drawn.values["p"], drawn.values["q"]], dtype=float)
    angles = np.linspace(0, 2 * np.pi, 3601)
    step = 1e-4 * np.array([np.cos(angles), np.sin(angles)])
    climbs = (f(*(place[:, None] + step)) - f(*place)) / 1e-4
    arrow = np.array(key(drawn, "arrow").tolist(), dtype=float)[0]
    best = angles[climbs.argmax()]
    assert climbs.max() == pytest.approx(float(key(drawn, "steepness")), rel=1e-2)
    assert arrow / np.hypot(*arrow) == pytest.approx(np.array([np.cos(best), np.sin(best)]), abs=0.01)


@pytest.mark.parametrize("seed", range(6))
def test_the_map_has_its_longest_arrow_where_the_key_says_and_the_highest_place_elsewhere(seed: int) -> None:
    drawn = draw(NAME, "an-arrow-on-a-map", seed)
    ground = in_sympy(drawn.values["f"])
    row = sympy.lambdify([X, Y], list(slopes_of(ground, X, Y)))
    height = sympy.lambdify([X, Y], ground)
    arrow, longest = drawn.parts
    places = {dot["label"]: dot["at"] for dot in arrow.key["plot"]["dots"] if dot["label"]}
    steep = {name: np.hypot(*row(*place)) for name, place in places.items()}
    ranked = sorted(steep, key=lambda name: steep[name])
    assert longest.key["answer"] == "abc"["ABC".index(ranked[-1])]
    assert steep[ranked[-1]] > 1.5 * steep[ranked[-2]]
    told = {one.code: one.wrong for one in longest.misconceptions}
    highest = max(places, key=lambda name: height(*places[name]))
    assert told["height-for-slope"].upper() == highest
    start = np.array(places[str(drawn.values["start"])])
    drawn_arrow = np.array([float(n) for n in arrow.key["answer"].split()]) - start
    uphill = np.array(row(*start), dtype=float)
    assert drawn_arrow / np.hypot(*drawn_arrow) == pytest.approx(uphill / np.hypot(*uphill), abs=0.01)
    middle = uphill @ -start if height(0, 0) > height(*start) else uphill @ start
    assert middle / np.hypot(*uphill) / np.hypot(*start) < np.cos(np.radians(30))
