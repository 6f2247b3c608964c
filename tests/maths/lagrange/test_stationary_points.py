"""Constrained problems: all points, right to many digits, with their kinds and multipliers."""

from fractions import Fraction
from functools import cache

import numpy as np
import pytest
from scipy import optimize

from tests.maths.constrained_problems import KNOWN, XY, XYZ, Known, fence
from upslope.maths import MathsError, derivative, evaluate, parse, to_numpy
from upslope.maths.expressions.high_precision import exact_value
from upslope.maths.expressions.statement import equation
from upslope.maths.lagrange.lagrange_problem import lagrange_problem
from upslope.maths.lagrange.stationary_points import StationaryPoints, stationary_points
from upslope.maths.solving.root_refinement import exact
from upslope.maths.solving.roots_in_box import as_zero, roots_in_box

ids = [str(problem) for problem in KNOWN]


def of(f: str, *constraints: str, variables: tuple[str, ...] = XY) -> StationaryPoints:
    return stationary_points(parse(f, variables), [fence(text, variables) for text in constraints], variables)


@cache
def solved(problem: Known) -> StationaryPoints:
    return stationary_points(*problem.trees)


@pytest.mark.parametrize("problem", KNOWN, ids=ids)
def test_the_values_known_from_textbooks(problem: Known) -> None:
    found = solved(problem)
    assert found.complete
    assert [row.value.value for row in found.points] == pytest.approx(
        [float(exact_value(parse(height), {}, 50)) for height in problem.heights]
    )
    assert all(row.value.is_exact for row in found.points), "every one of them has a closed form"


@pytest.mark.parametrize("problem", KNOWN, ids=ids)
def test_put_back_with_fifty_digits_every_equation_holds(problem: Known) -> None:
    f, constraints, variables = problem.trees
    left_sides = [as_zero(constraint) for constraint in constraints]
    for row in solved(problem).points:
        trees = [entry.tree for entry in row.point]
        place = dict(zip(variables, trees, strict=True))
        for side in left_sides:
            assert abs(exact_value(side.substitute(place), {}, 50)) < 1e-40
        for name in variables:
            balance = derivative(f, name)
            for multiplier, side in zip(row.multipliers, left_sides, strict=True):
                balance = balance - multiplier.tree * derivative(side, name)
            assert abs(exact_value(balance.substitute(place), {}, 50)) < 1e-40


@pytest.mark.parametrize(
    ("f", "ellipse", "a", "b"),
    [
        ("x + y", "x^2 + y^2 = 1", 1, 1),
        ("x^2 y - x", "x^2 + y^2 = 3", 3**0.5, 3**0.5),
        ("x y", "x^2/8 + y^2/2 = 1", 8**0.5, 2**0.5),
        ("e^x + y^2", "x^2 + 4y^2 = 4", 2, 1),
        ("sin(x y) + x", "x^2 + y^2 = 4", 2, 2),
        ("x^3 - 3x y^2 + y", "x^2 + y^2 = 1", 1, 1),
        ("(x-1)^2 + (y-2)^2", "x^2/9 + y^2 = 1", 3, 1),
    ],
)
def test_the_largest_and_the_smallest_against_walking_all_around(
    f: str, ellipse: str, a: float, b: float
) -> None:
    function = to_numpy(parse(f, XY), XY)

    def height(turn: float, sign: float) -> float:
        return sign * float(function(a * np.cos(turn), b * np.sin(turn)))

    turns = np.linspace(0, 2 * np.pi, 721)
    found = of(f, ellipse)
    values = [row.value.value for row in found.points]
    assert found.extremes_proved
    for sign, extreme in ((-1.0, values[0]), (1.0, values[-1])):
        heights = [height(turn, sign) for turn in turns]
        best = turns[int(np.argmin(heights))]
        end = optimize.minimize_scalar(height, bracket=(best - 0.01, best + 0.01), args=(sign,), tol=1e-12)
        assert sign * end.fun == pytest.approx(extreme, abs=1e-9)


@pytest.mark.parametrize(
    ("f", "constraints", "kinds"),
    [
        ("x + y", ("x^2 + y^2 = 1",), ["maximum", "minimum"]),
        ("x^2 y", ("x^2 + y^2 = 3",), ["maximum", "maximum", "minimum", "maximum", "minimum", "minimum"]),
        ("x + y", ("x y = 16",), ["minimum", "maximum"]),
        ("x y", ("x + y = 10",), ["maximum"]),
        # Here the curvature along the fence is 0 and f has to be looked at a few paces away.
        ("x^4", ("x^2 + y = 1",), ["minimum"]),
        ("x^3", ("y = x^2",), ["neither"]),
        ("x + y", ("x^2 + y^2 = 1", "x = y"), ["alone", "alone"]),
    ],
)
def test_kinds(f: str, constraints: tuple[str, ...], kinds: list[str]) -> None:
    assert [row.kind for row in of(f, *constraints).points] == kinds


def test_kinds_in_space_against_small_steps_on_the_fence() -> None:
    """On the sphere around the origin a step away from a point is scaled back onto it."""
    f = to_numpy(parse("x y z + x^2", XYZ), XYZ)
    rng = np.random.default_rng(11)
    rows = of("x y z + x^2", "x^2 + y^2 + z^2 = 1", variables=XYZ).points
    assert {row.kind for row in rows} >= {"minimum", "maximum", "neither"}
    for row in rows:
        place = np.array([entry.value for entry in row.point])
        steps = place + 1e-3 * rng.normal(size=(200, 3))
        rise = f(*(steps / np.linalg.norm(steps, axis=1)[:, None]).T) - row.value.value
        wanted = "minimum" if (rise > 0).all() else "maximum" if (rise < 0).all() else "neither"
        assert row.kind == wanted


@pytest.mark.parametrize(
    ("f", "left", "level", "start"),
    [
        ("x + y", "x^2 + y^2", 1.0, (1.0, 1.0)),
        ("x y", "x + y", 10.0, (5.0, 5.0)),
        ("x^2 + y^2", "x + 2y", 5.0, (1.0, 2.0)),
        ("x^2 y", "x^2 + y^2", 3.0, (1.4, 1.0)),
        ("e^x + y^2", "x^2 + 4y^2", 4.0, (2.0, 0.1)),
    ],
)
def test_the_multiplier_is_how_fast_the_best_value_moves_with_the_level(
    f: str, left: str, level: float, start: tuple[float, float]
) -> None:
    def best(value: float) -> float:
        rows = of(f, f"{left} = {value:.6f}").points
        near = min(
            rows, key=lambda row: sum(abs(at.value - s) for at, s in zip(row.point, start, strict=True))
        )
        return near.value.value

    rows = of(f, f"{left} = {level}").points
    row = min(rows, key=lambda row: sum(abs(at.value - s) for at, s in zip(row.point, start, strict=True)))
    by_moving = (best(level + 0.001) - best(level - 0.001)) / 0.002
    assert row.multipliers[0].value == pytest.approx(by_moving, rel=1e-5)


def test_both_multipliers_follow_their_own_constraint() -> None:
    f, plane, cylinder = "x + 2y + 3z", "x - y + z", "x^2 + y^2"

    def highest(first: str, second: str) -> float:
        return of(f, f"{plane} = {first}", f"{cylinder} = {second}", variables=XYZ).points[0].value.value

    row = of(f, f"{plane} = 1", f"{cylinder} = 1", variables=XYZ).points[0]
    by_moving = [
        (highest("1.001", "1") - highest("0.999", "1")) / 0.002,
        (highest("1", "1.001") - highest("1", "0.999")) / 0.002,
    ]
    assert [entry.value for entry in row.multipliers] == pytest.approx(by_moving, rel=1e-5)


def test_a_fence_that_goes_on_for_ever_proves_no_extreme() -> None:
    for f, constraint in (("x y", "x + y = 10"), ("x^2 + y^2", "x y = 1"), ("x", "y^2 = x^3")):
        found = of(f, constraint)
        assert not found.fence.closed
        assert not found.extremes_proved


def test_a_function_with_a_pole_on_the_fence_proves_no_extreme() -> None:
    found = of("1/x + y", "x^2 + y^2 = 1")
    assert found.fence.closed
    assert not found.fence.continuous
    assert not found.extremes_proved
    assert all(np.isnan(place.value) for place in found.by_hand)


def test_a_cusp_that_the_method_misses_is_to_be_looked_at_by_hand() -> None:
    """On y² = x³ the smallest x is 0, at the cusp, where the constraint's gradient is 0."""
    found = of("x", "y^2 = x^3")
    assert found.points == ()
    ((place),) = found.by_hand
    assert (place.at, place.value, place.reason) == ((0.0, 0.0), 0.0, "no direction")


def test_corners_of_f_and_of_the_fence_are_to_be_looked_at_by_hand() -> None:
    assert [place.at for place in of("abs(x) + y", "x^2 + y^2 = 1").by_hand] == [(0.0, 1.0), (0.0, -1.0)]
    diamond = of("x + 2y", "abs(x) + abs(y) = 1").by_hand
    assert {place.at for place in diamond} == {(1.0, 0.0), (0.0, 1.0), (-1.0, 0.0), (0.0, -1.0)}
    ends = of("x + y", "sqrt(x) + sqrt(y) = 1")
    assert {place.at for place in ends.by_hand} == {(1.0, 0.0), (0.0, 1.0)}
    assert ends.extremes_proved, "with the values at the ends"


def test_where_every_point_is_as_good_it_says_so() -> None:
    assert of("x^2 + y^2", "x^2 + y^2 = 1").everywhere
    assert of("(x^2 + y^2)^2 + 3", "x^2 + y^2 = 1").everywhere
    assert not of("x", "x^2 + y^2 = 1").everywhere


def test_a_circle_of_best_points_is_told_and_not_listed() -> None:
    found = of("x^2 + y^2", "x^2 + y^2 + z^2 = 1", variables=XYZ)
    assert [row.value.value for row in found.points] == [0, 0], "the poles"
    assert not found.complete
    assert np.allclose(np.linalg.norm(found.along_curves, axis=1), 1)
    assert np.abs(found.along_curves[:, 2]).max() < 1e-6, "the equator"


@pytest.mark.parametrize(
    ("f", "constraints", "sentence"),
    [
        ("x", ("x^2 + y^2 = -1",), "No point with coordinates between -1000 and 1000 satisfies"),
        ("x + y", ("1 = 2",), "The constraint 1 = 2 never holds. Give an equation with letters"),
        ("x + y", ("2 = 2",), "always holds, so it forbids nothing"),
        ("3", ("x^2 + y^2 = 1",), "3 is the same everywhere"),
        ("x - x + 3", ("x^2 + y^2 = 1",), "is the same everywhere"),
        ("x", ("x + y = 1", "2x + 2y = 2"), "say the same. Leave one of them out."),
        ("x", ("x + y = 1", "x + y = 2"), "can never both hold. Change one of the constraints."),
        ("x", ("x = 1",), "y is in neither the function nor a constraint"),
        ("x", ("(x + y)^2 = 0",), "shows no direction on a whole stretch of the fence. Write the constraint"),
        ("ln(-1 - x^2) + y", ("x^2 + y^2 = 1",), "has no value anywhere on x^2 + y^2 = 1. Check the signs"),
        ("x", ("x + y = 1", "x - y = 1", "x = 3"), "2 variables and 3 constraints are more or fewer than"),
    ],
)
def test_what_cannot_be_answered_is_said_with_a_way_out(
    f: str, constraints: tuple[str, ...], sentence: str
) -> None:
    with pytest.raises(MathsError) as caught:
        of(f, *constraints)
    assert sentence in str(caught.value)


def test_unknown_letters_and_inequalities_are_refused() -> None:
    a, x = parse("a x", ("a", "x")), parse("x y", XY)
    with pytest.raises(MathsError, match="a is not among the variables x and y"):
        stationary_points(a, fence("x + y = 1", XY), XY)
    inequality = equation(parse("x + y", XY), 1, "≤")
    with pytest.raises(MathsError, match="is not an equation, so it is no fence to walk along"):
        stationary_points(x, inequality, XY)


def test_the_constraint_is_brought_to_letters_on_the_left_and_a_number_on_the_right() -> None:
    written = {
        "10 = x + y": "x + y = 10",
        "x^2 + y^2 - 4": "x^2 + y^2 = 4",
        "y = x^2 - 2": "y - x^2 = -2",
        "x y = 3": "x*y = 3",
    }
    for text, wanted in written.items():
        problem = lagrange_problem(parse("x + 2y", XY), fence(text, XY), XY)
        assert str(problem.constraints[0]) == wanted


def test_the_box_can_be_chosen() -> None:
    f, circle = parse("x + y", XY), fence("x^2 + y^2 = 1", XY)
    half = stationary_points(f, circle, XY, {"x": (0, 2), "y": (0, 2)})
    assert [row.value.value for row in half.points] == [pytest.approx(2**0.5)]
    assert not half.extremes_proved, "part of the fence is outside of this box"


def test_a_letter_named_lambda_leaves_the_multiplier_another_name() -> None:
    names = ("lambda", "y")
    problem = lagrange_problem(parse("lambda y", names), fence("lambda + y = 1", names), names)
    assert [letter.name for letter in problem.multipliers] == ["mu"]


def test_points_of_a_random_quadratic_on_a_random_ellipse_against_eigenvalues() -> None:
    """On xᵀBx = 1 the stationary values of xᵀAx are the eigenvalues of A to B: linear algebra knows them."""
    rng = np.random.default_rng(5)
    for _ in range(3):
        a, b, c, p, q = (int(n) for n in rng.integers(1, 6, 5))
        f, ellipse = f"{a}x^2 + {b} x y - {c}y^2", f"{p}x^2 + {q}y^2 = 1"
        matrix = np.array([[a, b / 2], [b / 2, -c]]) / np.sqrt(np.outer([p, q], [p, q]))
        points = of(f, ellipse).points
        values = sorted({round(row.value.value, 9) for row in points})
        assert values == pytest.approx(np.linalg.eigvalsh(matrix), abs=1e-8)
        for row in points:
            assert row.multipliers[0].value == pytest.approx(row.value.value), "λ is the eigenvalue too"


def test_exact_helpers_agree_with_double_precision() -> None:
    tree = parse("x^2 + sin(y)", XY)
    value = exact(tree, {"x": Fraction(1, 3), "y": Fraction(2)})
    assert float(value) == pytest.approx(evaluate(tree, {"x": 1 / 3, "y": 2.0}))
    assert roots_in_box([parse("x")], ("x",), {"x": (-1, 1)}).exact == ((Fraction(0),),)
