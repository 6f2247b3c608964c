"""The graded quiz of module 2 against SymPy and small steps."""

import numpy as np
import pytest
import sympy

from tests.content.multivariate_calculus.lessons import draw
from tests.content.multivariate_calculus.matrices_in_sympy import (
    X,
    Y,
    answer,
    chosen,
    grid,
    in_letters,
    kind,
    same,
)

NAME = "jacobians-and-hessians"
SEEDS = pytest.mark.parametrize("seed", range(3))


@SEEDS
def test_the_drone_feels_what_its_path_put_into_the_temperature_says(seed: int) -> None:
    drawn = draw(NAME, "a-drone-in-warm-air", seed)
    f, t = in_letters(drawn.values["f"]), sympy.Symbol("t")
    assert same(grid(answer(drawn, "row")), sympy.Matrix([[f.diff(X), f.diff(Y)]]))
    p, r, s = (drawn.values[name] for name in "prs")
    assert f.subs({X: p + r * t, Y: s * t}).diff(t).subs(t, 0) == int(answer(drawn, "rate"))


@SEEDS
def test_the_patch_becomes_as_large_as_the_image_of_a_small_square(seed: int) -> None:
    drawn = draw(NAME, "what-becomes-of-a-patch", seed)
    image = sympy.Matrix([in_letters(drawn.values[name]) for name in "uv"])
    slopes = image.jacobian([X, Y])
    assert same(grid(answer(drawn, "jacobian")), slopes)
    assert same(sympy.Matrix([[in_letters(answer(drawn, "det"))]]), sympy.Matrix([[slopes.det()]]))
    at, side = sympy.lambdify((X, Y), list(image)), 1e-5
    p, q = (float(str(drawn.values[name])) for name in "pq")
    x, y = np.array([at(p + a, q + b) for a, b in ((0, 0), (side, 0), (side, side), (0, side))], float).T
    grows = abs(np.sum(x * np.roll(y, -1) - y * np.roll(x, -1)) / 2) / side**2
    assert grows * float(str(drawn.values["area"])) == pytest.approx(float(answer(drawn, "area")), rel=1e-3)


@SEEDS
def test_the_four_heights_the_row_the_arrow_and_the_contours_belong_to_one_hillside(seed: int) -> None:
    drawn = draw(NAME, "uphill-from-four-heights", seed)
    east, west, north, south = (float(str(drawn.values[side])) for side in ("east", "west", "north", "south"))
    row = np.array([(east - west) / 0.2, (north - south) / 0.2])
    assert np.allclose(row, np.array(grid(answer(drawn, "row")).tolist(), float)[0])
    assert np.hypot(*row) == pytest.approx(float(answer(drawn, "steep")))
    arrow = np.array(answer(drawn, "arrow").split(), float)
    assert np.allclose(arrow / np.hypot(*arrow), row / np.hypot(*row), atol=1e-4)
    plot = next(part.key["plot"] for part in drawn.parts if part.name == "arrow")
    for contour in plot["contours"]:
        for line in contour["lines"]:
            for x, y in line[::5]:
                height = (east + west) / 2 + row @ (x, y)  # and a bend of 1 each way
                assert abs(contour["level"] - height) < x * x + y * y + 0.1


@SEEDS
def test_the_product_has_the_hessian_that_sympy_finds(seed: int) -> None:
    drawn = draw(NAME, "a-product-bent-twice", seed)
    bends = sympy.hessian(in_letters(drawn.values["f"]), (X, Y))
    assert same(grid(answer(drawn, "hessian")), bends)
    assert same(grid(answer(drawn, "here")), bends.subs({X: 0, Y: drawn.values["q"]}))


@SEEDS
def test_the_moor_is_level_where_the_answer_says_and_what_it_says(seed: int) -> None:
    drawn = draw(NAME, "two-level-places", seed)
    f = in_letters(drawn.values["f"])
    bends = sympy.hessian(f, (X, Y))
    assert same(grid(answer(drawn, "hessian")), bends)
    level = sorted(sympy.solve([f.diff(X), f.diff(Y)], [X, Y]))
    assert grid(answer(drawn, "places")) == sympy.Matrix(level)
    for which, (x, y) in zip(("first", "second"), level, strict=True):
        assert kind(bends.subs({X: x, Y: y})) in chosen(drawn, which)
        assert bends.det().subs({X: x, Y: y}) == drawn.values[f"det_{which}"]
