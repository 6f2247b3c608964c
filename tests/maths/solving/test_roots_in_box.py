"""All solutions are found, and what is said of others is true."""

from itertools import product

import mpmath
import numpy as np
import pytest
import sympy
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import optimize

from tests.maths.oracle import to_sympy
from upslope.maths import Expression, MathsError, number, parse, symbol, to_numpy
from upslope.maths.expressions.expression import sum_of
from upslope.maths.expressions.statement import equation
from upslope.maths.solving.roots_in_box import RootsInBox, roots_in_box

NAMES = "xyzuv"


def solved(texts: list[str], half: float = 10.0) -> RootsInBox:
    names = tuple(sorted({letter for text in texts for letter in text if letter in NAMES}, key=NAMES.index))
    return roots_in_box([parse(text, names) for text in texts], names, dict.fromkeys(names, (-half, half)))


@pytest.mark.parametrize(
    ("texts", "points"),
    [
        (["x^2 - 2"], [[-(2**0.5)], [2**0.5]]),
        (["y - x", "x^2 + y^2 - 2"], [[-1, -1], [1, 1]]),
        (["x^2 + y^2 - 1", "x^2 + y^2 + 1"], []),
        (["x + y - 3", "x - y - 1"], [[2, 1]]),
        (["1/x - 1/y^2", "x - y"], [[1, 1]]),
        (["x - 10", "y + 10"], [[10, -10]]),
        (["x - 10.001", "y"], []),
        (["abs(x) - y", "x + y - 2"], [[1, 1]]),
        (["abs(x) - y", "y"], [[0, 0]]),
        (["abs(x) + y^2 - 1", "y"], [[-1, 0], [1, 0]]),
        (["sqrt(x) - y", "y - x/2"], [[0, 0], [4, 2]]),
        (["e^x - 1", "ln(y)"], [[0, 1]]),
        (["y - x^2", "y"], [[0, 0]]),
        (["4x^3", "4y^3"], [[0, 0]]),
        (["x^2 - 2x + 1"], [[1]]),
        (["y^2 - x^3", "-3x^2", "2y"], [[0, 0]]),
        (["x + y + z - 6", "x - y", "z - 2x"], [[1.5, 1.5, 3]]),
        (["ln(y) - ln(x)", "ln(z) - ln(y)", "x + y + z - 1"], [[1 / 3, 1 / 3, 1 / 3]]),
        (["x - 1", "y - 2", "z - 3", "u x - 4", "v + u"], [[1, 2, 3, 4, -4]]),
    ],
)
def test_every_solution_and_no_other(texts: list[str], points: list[list[float]]) -> None:
    found = solved(texts)
    assert found.complete, found.sentence
    assert np.allclose(found.points, np.reshape(points, (len(points), found.points.shape[1])), atol=1e-14)


def test_it_is_sorted_and_of_shape_k_n() -> None:
    points = solved(["x^2 - 1", "y^2 - 4"]).points
    assert points.tolist() == [[-1, -2], [-1, 2], [1, -2], [1, 2]]
    assert solved(["x^2 + 1"]).points.shape == (0, 1)


def test_equations_may_be_statements() -> None:
    x, y = symbol("x"), symbol("y")
    found = roots_in_box([equation(x * y, 6), equation(x, y + 1)], ("x", "y"), {"x": (0, 9), "y": (0, 9)})
    assert found.points.tolist() == [[3, 2]]


def product_of_lines(lines: list[tuple[int, int]], name: str, other: str) -> Expression:
    """(x - a - b·y)… for every (a, b)."""
    tree: Expression = number(1)
    for a, b in lines:
        tree = tree * (symbol(name) - number(a) - number(b) * symbol(other))
    return tree


lines = st.lists(st.tuples(st.integers(-4, 4), st.integers(-1, 1)), min_size=1, max_size=3, unique=True)


@given(lines, st.lists(st.integers(-4, 4), min_size=1, max_size=3, unique=True))
@settings(deadline=None, max_examples=15)
def test_systems_made_of_known_solutions(slanted: list[tuple[int, int]], levels: list[int]) -> None:
    """The solutions of Π(x - a - b·y) = 0, Π(y - c) = 0 are known before the equations are written down."""
    known = sorted({(a + b * c, c) for (a, b), c in product(slanted, levels)})
    equations = [
        product_of_lines(slanted, "x", "y"),
        product_of_lines([(level, 0) for level in levels], "y", "x"),
    ]
    found = roots_in_box(equations, ("x", "y"), {"x": (-9.5, 9.5), "y": (-9.5, 9.5)})
    assert np.allclose(found.points, known, atol=1e-12)
    assert found.complete


@given(st.lists(st.integers(-3, 3), min_size=12, max_size=12))
@settings(deadline=None, max_examples=5)
def test_a_dense_search_from_many_starts_finds_nothing_that_is_missing(numbers: list[int]) -> None:
    x, y = symbol("x"), symbol("y")
    terms = (x**2, x * y, y**2, x, y, number(1))
    halves = (numbers[:6], numbers[6:])
    conics = [sum_of(tuple(n * term for n, term in zip(half, terms, strict=True))) for half in halves]
    found = roots_in_box(conics, ("x", "y"), {"x": (-5, 5), "y": (-5, 5)})
    functions = [to_numpy(conic, ("x", "y")) for conic in conics]
    assert not len(found.points) or max(np.abs(f(*found.points.T)).max() for f in functions) < 1e-10
    for start in product(np.linspace(-4, 4, 5), repeat=2) if found.complete else ():
        end = optimize.root(lambda place: [float(f(*place)) for f in functions], start, tol=1e-13)
        residue = max(abs(float(f(*end.x))) for f in functions)
        if end.success and residue < 1e-12 and np.abs(end.x).max() < 4.99:
            assert np.abs(found.points - end.x).max(axis=1).min(initial=np.inf) < 1e-4


@pytest.mark.parametrize(
    ("texts", "unknowns"),
    [
        (["x^2 + y^2 + z^2 - 9", "x y z - 1", "x + y - z^2"], "x y z"),
        (["x^4 + y^4 - 3x y - 1", "x^3 - y^2 + x"], "x y"),
        (["x^3 - 3x y^2 - 1", "3x^2 y - y^3"], "x y"),
    ],
)
def test_polynomial_systems_against_sympy(texts: list[str], unknowns: str) -> None:
    names = tuple(unknowns.split())
    equations = [parse(text, names) for text in texts]
    found = roots_in_box(equations, names, dict.fromkeys(names, (-50, 50)))
    basis = sympy.groebner([to_sympy(equation) for equation in equations], order="lex")
    last = sympy.Poly(basis.exprs[-1])
    real = [root for root in last.nroots(n=30, maxsteps=300) if abs(sympy.im(root)) < 1e-20]
    wanted = {round(float(sympy.re(root)), 8) for root in real}
    axis = names.index(str(last.gens[-1]))
    assert found.complete
    assert {round(float(value), 8) for value in found.points[:, axis]} <= wanted
    values = [to_numpy(equation, names)(*found.points.T) for equation in equations]
    assert np.abs(values).max() < 1e-11


def test_solutions_are_right_to_45_digits() -> None:
    found = solved(["x^2 + y^2 - 1", "x^3 - y"])
    with mpmath.workdps(60):
        for point in found.exact:
            x, y = (mpmath.mpf(value.numerator) / value.denominator for value in point)
            assert abs(x**2 + y**2 - 1) < mpmath.mpf(10) ** -45
            assert abs(x**3 - y) < mpmath.mpf(10) ** -45


@pytest.mark.parametrize(
    "texts",
    [["x y", "x (y - 1)"], ["x - x", "x^2 + y^2 - 1"], ["x + y - 1", "2x + 2y - 2"], ["0 x + 0 y", "y - y"]],
)
def test_curves_of_solutions_are_told_and_not_listed(texts: list[str]) -> None:
    found = solved(texts)
    assert not found.complete
    assert len(found.points) == 0
    assert 1 <= len(found.along_curves) <= 7
    assert "Whole curves of solutions run through the box" in found.sentence
    names = ("x", "y")
    for text in texts:
        assert np.abs(to_numpy(parse(text, names), names)(*found.along_curves.T)).max() < 1e-8


def test_solutions_that_stand_beside_a_curve_are_still_found() -> None:
    found = solved(["x (x - y)", "x (y^2 - 4)"])
    assert found.points.tolist() == [[-2, -2], [2, 2]]
    assert "and 2 solutions besides" in found.sentence


def test_too_many_solutions_end_the_search_and_it_says_so() -> None:
    found = solved(["sin(20x)", "sin(20y)"])
    assert not found.complete
    assert "could not rule out others" in found.sentence
    assert np.abs(np.sin(20 * found.points)).max() < 1e-9


def test_a_place_without_value_is_named_where_it_cannot_be_ruled_out() -> None:
    found = solved(["ln(x) (y - 1)", "x + y - 1"])
    assert found.points.tolist() == [[1, 0]]
    assert np.allclose(found.unsettled, [[0, 1]], atol=1e-6)
    assert "Close to (0, 1) I cannot tell" in found.sentence


@pytest.mark.parametrize(
    ("texts", "sentence"),
    [
        (["x^2 + 1"], "There is no solution in the box: every part of it has been ruled out."),
        (["x - 1"], "There is exactly one solution in the box: every other part of it has been ruled out."),
        (["x^2 - 1"], "There are exactly 2 solutions in the box: every other part of it has been ruled out."),
    ],
)
def test_the_sentence_says_how_many_and_that_it_is_proved(texts: list[str], sentence: str) -> None:
    assert solved(texts).sentence == sentence


def test_what_cannot_be_asked_is_refused_with_a_way_out() -> None:
    x = symbol("x")
    with pytest.raises(MathsError, match=r"1 equations in 2 unknowns .* at least as many equations"):
        roots_in_box([x], ("x", "y"), {"x": (0, 1), "y": (0, 1)})
    with pytest.raises(MathsError, match=r"In the equations is a, not among the unknowns x\. Put a number"):
        roots_in_box([x - symbol("a")], ("x",), {"x": (0, 1)})
    for box in ({"x": (1.0, 0.0)}, {}, {"x": (0.0, float("inf"))}):
        with pytest.raises(MathsError, match="no room for x"):
            roots_in_box([x], ("x",), box)
