"""Stationary points: all of them, at the right height, and of the right kind."""

from itertools import product

import numpy as np
import pytest
import sympy
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import optimize

from tests.maths.oracle import to_sympy
from upslope.maths import Expression, MathsError, number, parse, symbol, to_numpy
from upslope.maths.expressions.expression import sum_of
from upslope.maths.solving.critical_points import CriticalPoints, critical_points
from upslope.maths.solving.definiteness import kind_by_curvature

LETTERS = ("x", "y")
BOX = {"x": (-10.0, 10.0), "y": (-10.0, 10.0)}


def of(text: str, variables: tuple[str, ...] = LETTERS) -> CriticalPoints:
    return critical_points(parse(text, variables), variables, dict.fromkeys(variables, (-10.0, 10.0)))


def rows(found: CriticalPoints) -> list[str]:
    return [
        f"({', '.join(str(at.tree) for at in row.point)}) {row.value.tree} {row.kind}" for row in found.points
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("x^2 + y^2", ["(0, 0) 0 minimum"]),
        ("-x^2 - 3y^2 + x", ["(1/2, 0) 1/4 maximum"]),
        ("x^2 - y^2", ["(0, 0) 0 saddle"]),
        ("x^3 - 3x + y^2", ["(-1, 0) 2 saddle", "(1, 0) -2 minimum"]),
        ("x^4 + y^4 - 4x y", ["(-1, -1) -2 minimum", "(0, 0) 0 saddle", "(1, 1) -2 minimum"]),
        ("x^3 + y^3 - 3x y", ["(0, 0) 0 saddle", "(1, 1) -1 minimum"]),
        (
            "x^2 y + y^3 - y",
            [
                "(-1, 0) 0 saddle",
                "(0, -sqrt(3)/3) 2*sqrt(3)/9 maximum",
                "(0, sqrt(3)/3) -2*sqrt(3)/9 minimum",
                "(1, 0) 0 saddle",
            ],
        ),
        (
            "x y e^(-x^2-y^2)",
            [
                "(-sqrt(2)/2, -sqrt(2)/2) 1/(2*e) maximum",
                "(-sqrt(2)/2, sqrt(2)/2) -1/(2*e) minimum",
                "(0, 0) 0 saddle",
                "(sqrt(2)/2, -sqrt(2)/2) -1/(2*e) minimum",
                "(sqrt(2)/2, sqrt(2)/2) 1/(2*e) maximum",
            ],
        ),
        ("ln(x) + ln(y) - x - y", ["(1, 1) -2 maximum"]),
        ("1/x + 1/y + x y", ["(1, 1) 3 minimum"]),
        ("x^4 + y^4", ["(0, 0) 0 cannot tell"]),
        ("x + y", []),
        ("abs(x) + y^2", []),
    ],
)
def test_known_functions(text: str, wanted: list[str]) -> None:
    found = of(text)
    assert rows(found) == wanted
    assert found.complete


def test_one_variable_and_three() -> None:
    assert rows(of("x^3 - 3x", ("x",))) == ["(-1) 2 maximum", "(1) -2 minimum"]
    assert rows(of("x^2 + y^2 + z^2 - x y - z", ("x", "y", "z"))) == ["(0, 0, 1/2) -1/4 minimum"]


def test_hills_and_pits_without_closed_forms() -> None:
    """A landscape of sums of bells; scipy climbs to the same places from many starts."""
    hills = parse("3(1-x)^2 e^(-x^2-(y+1)^2) - 10(x/5-x^3-y^5) e^(-x^2-y^2) - e^(-(x+1)^2-y^2)/3", LETTERS)
    found = critical_points(hills, LETTERS, {"x": (-4, 4), "y": (-4, 4)})
    f = to_numpy(hills, LETTERS)
    assert found.complete
    kinds = {
        kind: [row for row in found.points if row.kind == kind] for kind in ("minimum", "maximum", "saddle")
    }
    assert [len(places) for places in kinds.values()] == [3, 3, 3]
    for sign, kind in ((1, "minimum"), (-1, "maximum")):
        for start in product((-1.5, 0, 1.5), repeat=2):
            end = optimize.minimize(lambda place, sign=sign: sign * float(f(*place)), start, tol=1e-10)
            if np.abs(end.x).max() < 3:
                places = np.array([[at.value for at in row.point] for row in kinds[kind]])
                assert np.abs(places - end.x).max(axis=1).min() < 1e-4


@given(st.lists(st.integers(-3, 3), min_size=9, max_size=9))
@settings(deadline=None, max_examples=5)
def test_random_quartics_against_a_search_from_many_starts(numbers: list[int]) -> None:
    x, y = map(symbol, LETTERS)
    terms = (x**3, x**2 * y, x * y**2, y**3, x**2, x * y, y**2, x, y)
    quartic: Expression = (
        x**4 + y**4 + sum_of(tuple(n * term for n, term in zip(numbers, terms, strict=True)))
    )
    found = critical_points(quartic, LETTERS, BOX)
    f = to_sympy(quartic)
    letters = sympy.symbols("x y", real=True)
    slopes = [sympy.lambdify(letters, sympy.diff(f, letter), "numpy") for letter in letters]
    places = np.array([[at.value for at in row.point] for row in found.points]).reshape(-1, 2)
    assert max(np.abs(slope(*places.T)).max() for slope in slopes) < 1e-9
    for start in product((-2.0, 0.0, 2.0), repeat=2):
        end = optimize.root(lambda place: [slope(*place) for slope in slopes], start, tol=1e-13)
        if end.success and max(abs(slope(*end.x)) for slope in slopes) < 1e-12 and np.abs(end.x).max() < 9:
            assert np.abs(places - end.x).max(axis=1).min() < 1e-4
    assert any(row.kind in ("minimum", "cannot tell") for row in found.points), "it rises on all sides"


def test_kinds_against_sympys_eigenvalues() -> None:
    for row in of("x^4 + y^4 - 4x y + x^2 y").points:
        letters = sympy.symbols("x y", real=True)
        f = to_sympy(parse("x^4 + y^4 - 4x y + x^2 y", LETTERS))
        at = dict(zip(letters, (entry.value for entry in row.point), strict=True))
        signs = [sympy.sign(value) for value in sympy.hessian(f, letters).subs(at).evalf().eigenvals()]
        wanted = "saddle" if len(set(signs)) > 1 else {1: "minimum", -1: "maximum"}[int(signs[0])]
        assert row.kind == wanted


def test_a_flat_direction_leaves_the_kind_open() -> None:
    assert kind_by_curvature(np.array([[2.0, 0.0], [0.0, 0.0]])) == "cannot tell"
    assert kind_by_curvature(np.zeros((2, 2))) == "cannot tell"
    assert kind_by_curvature(np.array([[0.0, 1.0], [1.0, 0.0]])) == "saddle"


@pytest.mark.parametrize("text", ["x^2", "x^2 y^2", "5", "(x^2 + y^2 - 1)^2"])
def test_whole_curves_of_stationary_points_are_told(text: str) -> None:
    found = of(text)
    assert not found.complete
    assert len(found.along_curves) > 0
    assert found.sentence.startswith("Every slope has to be 0. Whole curves")


def test_a_letter_without_a_place_is_refused() -> None:
    with pytest.raises(MathsError, match=r"a is not among the variables x, y\. Put a number in its place"):
        critical_points(parse("a x", ("a", "x")) + number(1), LETTERS, BOX)
