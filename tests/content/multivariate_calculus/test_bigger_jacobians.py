"""The quiz on bigger Jacobians against SymPy, and its areas and volumes against small shapes."""

import numpy as np
import pytest
import sympy

from tests.content.multivariate_calculus.lessons import draw
from tests.content.multivariate_calculus.matrices_in_sympy import X, Y, Z, answer, grid, in_letters, same
from upslope.questions import Draw

NAME = "bigger-jacobians"
SEEDS = pytest.mark.parametrize("seed", range(3))


def functions(drawn: Draw, names: str) -> sympy.Matrix:
    return sympy.Matrix([in_letters(drawn.values[name]) for name in names])


@SEEDS
def test_mirror_and_oven_have_the_jacobians_that_sympy_finds(seed: int) -> None:
    mirror, oven = draw(NAME, "a-bent-mirror", seed), draw(NAME, "three-dials", seed)
    assert same(grid(answer(mirror, "jacobian")), functions(mirror, "uv").jacobian([X, Y]))
    assert same(grid(answer(oven, "jacobian")), functions(oven, "uvw").jacobian([X, Y, Z]))


@SEEDS
def test_the_pen_moves_exactly_so_from_wherever_it_stands(seed: int) -> None:
    drawn = draw(NAME, "a-pen-plotter", seed)
    pen = functions(drawn, "uv")
    assert same(grid(answer(drawn, "slopes")), pen.jacobian([X, Y]))
    turned = pen.subs({X: X + drawn.values["dx"], Y: Y + drawn.values["dy"]}, simultaneous=True)
    assert (turned - pen).expand() == grid(answer(drawn, "moved"))


@SEEDS
def test_the_picture_of_a_small_ant_is_as_large_as_the_question_says(seed: int) -> None:
    drawn = draw(NAME, "a-lens-at-one-place", seed)
    lens, place = functions(drawn, "uv"), {X: drawn.values["p"], Y: drawn.values["q"]}
    assert same(grid(answer(drawn, "slopes")), lens.jacobian([X, Y]).subs(place))
    side = 1e-4
    corners = [(0, 0), (side, 0), (side, side), (0, side)]
    image = [lens.subs({X: place[X] + a, Y: place[Y] + b}) for a, b in corners]
    x, y = np.array([[float(n) for n in corner] for corner in image]).T
    area = abs(np.sum(x * np.roll(y, -1) - y * np.roll(x, -1)) / 2)
    assert area / side**2 * int(str(drawn.values["ant"])) == pytest.approx(
        float(answer(drawn, "area")), rel=1e-2
    )


@SEEDS
def test_the_box_in_the_air_is_one_column_and_one_determinant_of_the_sphere(seed: int) -> None:
    r, phi, theta = sympy.symbols("r phi theta")
    sphere = sympy.Matrix(
        [r * sympy.sin(phi) * sympy.cos(theta), r * sympy.sin(phi) * sympy.sin(theta), r * sympy.cos(phi)]
    )
    slopes = sphere.jacobian([r, phi, theta])
    drawn = draw(NAME, "a-box-in-the-air", seed)
    column = ["$r$", r"$\phi$", r"$\theta$"].index(str(drawn.values["which"]))
    assert same(grid(answer(drawn, "column")), slopes[:, column])
    angle = {r"\frac{\pi}{6}": sympy.pi / 6, r"\frac{\pi}{2}": sympy.pi / 2}[str(drawn.values["angle"])]
    grows = float(slopes.det().subs({r: drawn.values["r"], phi: angle, theta: 0.7}))
    assert grows * float(str(drawn.values["box"])) == pytest.approx(float(answer(drawn, "volume")))
