from fractions import Fraction
from itertools import pairwise
from math import cos, isfinite, sqrt

import numpy as np
import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from scipy.optimize import newton, root

from tests.maths.oracle import central_difference, value
from upslope.maths import MathsError, evaluate, number, parse
from upslope.maths.expressions.expression import Expression
from upslope.maths.expressions.statement import equation
from upslope.maths.iteration.newton_raphson import newton_raphson, newton_raphson_system
from upslope.maths.iteration.solution import ENDINGS, Outcome

XY = ("x", "y")


def outcome(text: str, start: float, steps: int = 100) -> Outcome:
    return newton_raphson(parse(text), start, steps=steps).outcome


def polynomial(coefficients: list[int]) -> Expression:
    x = parse("x")
    return sum((number(c) * x**k for k, c in enumerate(coefficients)), number(0))


# Those that find a root.

FOUND = [
    ("x^3 - 2x - 5", 2.0),
    ("x^2 - 2", 1.0),
    ("x^3 - 2x + 2", 2.0),
    ("cos(x) - x", 0.5),
    ("exp(x) - 3x", 0.0),
    ("x exp(x) - 1", 1.0),
    ("ln(x) - 1", 2.0),
    ("sqrt(x) - 3", 4.0),
    ("atan(x)", 1.0),
    ("tan(x) - x", 4.4),
    ("x^6/6 - 3x^4 - 2x^3/3 + 27x^2/2 + 18x - 30", 1.0),
    ("x^6/6 - 3x^4 - 2x^3/3 + 27x^2/2 + 18x - 30", -4.0),
    ("x - 10^13", 0.0),
    ("10^(-20) x - 10^(-19)", 3.0),
]


@pytest.mark.parametrize(("text", "start"), FOUND)
def test_the_root_is_that_of_scipy_from_the_same_start(text: str, start: float) -> None:
    f = parse(text)
    solution = newton_raphson(f, start)
    theirs = newton(lambda x: evaluate(f, {"x": x}), start, fprime=slope_of(f), maxiter=100)
    assert solution.outcome.converged
    assert solution.outcome.remedy == ""
    assert solution.value[0] == pytest.approx(theirs, rel=1e-9, abs=1e-9)


def slope_of(f: Expression):  # type: ignore[no-untyped-def]
    return lambda x: float(central_difference(f, "x", {"x": Fraction(float(x))}))


@given(st.lists(st.integers(-9, 9), min_size=3, max_size=7), st.floats(-5, 5))
@settings(deadline=None, max_examples=50)
def test_what_has_converged_on_a_polynomial_is_one_of_its_roots(
    coefficients: list[int], start: float
) -> None:
    assume(any(coefficients[1:]))
    solution = newton_raphson(polynomial(coefficients), start)
    if solution.outcome.converged:
        roots = np.roots(coefficients[::-1])
        # A root that counts m times is known to the m-th root of the unit roundoff only, to numpy as well.
        assert np.abs(roots - solution.value[0]).min() <= 1e-2 * max(1, abs(solution.value[0]))
        assert abs(evaluate(polynomial(coefficients), {"x": solution.value[0]})) <= 1e-9 * _size(
            coefficients, solution.value[0]
        )


def _size(coefficients: list[int], x: float) -> float:
    return sum(abs(c) * max(1, abs(x)) ** k for k, c in enumerate(coefficients))


@given(
    st.floats(0.1, 3),
    st.floats(-2, 2),
    st.floats(-1.5, 1.5),
    st.sampled_from(["sin(x)", "exp(x)", "atan(x)"]),
)
@settings(deadline=None, max_examples=60)
def test_every_end_has_its_words_and_only_finite_numbers(a: float, b: float, start: float, text: str) -> None:
    f = number(round(a, 3)) * parse(text) + number(round(b, 3))
    solution = newton_raphson(f, start)
    assert solution.outcome.ending in ENDINGS
    assert np.isfinite(solution.value).all()
    assert np.isfinite(solution.path).all()
    assert solution.outcome.sentence.endswith((".", "left."))
    assert (solution.outcome.remedy == "") == solution.outcome.converged
    if solution.outcome.converged:
        assert abs(evaluate(f, {"x": solution.value[0]})) < 1e-9


@pytest.mark.parametrize(("text", "start"), [("x^3 - 2x - 5", 2.0), ("exp(x) - 3x", 0.0), ("cos(x)", 3.0)])
def test_every_point_is_where_the_tangent_at_the_one_before_meets_the_axis(text: str, start: float) -> None:
    f = parse(text)
    path = newton_raphson(f, start).path[:, 0]
    assert path[0] == start
    for here, there in pairwise(path):
        point = {"x": Fraction(here)}
        expected = here - float(value(f, point) / central_difference(f, "x", point))
        assert there == pytest.approx(expected, rel=1e-13, abs=1e-13)


def test_a_start_on_the_root_takes_no_step() -> None:
    solution = newton_raphson(parse("x^2 - 4"), 2)
    assert solution.steps == 0
    assert solution.outcome.sentence == "The start $x = 2$ is a root already: $f(x) = 0$ there."


@pytest.mark.parametrize(("text", "start"), [("sqrt(x)", 0.0), ("abs(x)", 3.0), ("abs(x)", 0.0)])
def test_a_root_without_a_slope_is_a_root_all_the_same(text: str, start: float) -> None:
    solution = newton_raphson(parse(text), start)
    assert solution.outcome.converged
    assert solution.value[0] == 0


@pytest.mark.parametrize(
    ("text", "root_at", "times"),
    [
        ("(x-1)^2", 1, "twice"),
        ("x^2 - 2x + 1", 1, "twice"),
        ("x^3 - 3x^2 + 3x - 1", 1, "3 times"),
        ("1 - cos(x)", 0, "twice"),
        ("x^4", 0, "4 times"),
        ("exp(x) - 1 - x", 0, "twice"),
    ],
)
def test_a_root_that_counts_several_times_is_found_slowly_and_shown_with_true_digits(
    text: str, root_at: int, times: str
) -> None:
    solution = newton_raphson(parse(text), 3 if root_at else 1)
    assert solution.outcome.converged
    assert solution.steps > 20
    assert f"which counts {times}" in solution.outcome.sentence
    assert f"approx {root_at}$" in solution.outcome.sentence or f"= {root_at}$" in solution.outcome.sentence


def test_a_simple_root_says_nothing_of_counting() -> None:
    assert "counts" not in outcome("x^2 - 2", 1e-9).sentence


def test_a_root_far_from_the_start_comes_with_a_warning() -> None:
    told = outcome("cos(x)", 3.1416)
    assert told.converged
    assert "a nearly level tangent led as far as" in told.sentence


# Those that do not.


def test_the_cycle_of_a_cubic_has_period_2() -> None:
    assert outcome("x^3 - 2x + 2", 0) == Outcome(
        "cycling",
        r"The points go round and round: $1 \to 0 \to 1$. Every 2 steps they are back where they were, "
        "so they never reach a root.",
        "Start closer to a root: draw the graph to see where one is. If the tangents fail from there too, "
        "take two points with heights of opposite signs, and halve the way between them again and again.",
        2,
    )


@pytest.mark.parametrize("start", [-0.05, 0.1, 0.99, 1.02])
def test_starts_near_an_attracting_cycle_fall_into_it(start: float) -> None:
    assert outcome("x^3 - 2x + 2", start).period == 2


def test_the_edge_between_converging_and_diverging_is_a_cycle() -> None:
    edge = 1.391745200270735  # 2x/(1+x^2) = atan(x)
    assert outcome("atan(x)", edge).ending == "cycling"
    assert outcome("x^3 - x", 1 / sqrt(5)).period == 2


LONGER = [
    (0.704145, 2),
    (1.482955, 3),
    (0.691975, 4),
    (0.85509, 5),
    (1.45766, 6),
    (0.68806, 8),
    (0.68719, 16),
]


@pytest.mark.parametrize(("constant", "period"), LONGER)
def test_longer_cycles_are_found_with_their_length(constant: float, period: int) -> None:
    f = parse("x^3 - x") + constant
    x, found = 0.0, []
    for _ in range(2000):
        x -= evaluate(f, {"x": x}) / (3 * x**2 - 1)
        found.append(round(x, 9))
    assert len(set(found[-160:])) == period
    assert newton_raphson(f, 0, steps=1000).outcome.period == period


@pytest.mark.parametrize(("text", "start"), [("x/abs(x)^(2/3)", 1.0), ("atan(x)", 2.0), ("1/x", 1.0)])
def test_points_that_run_away_diverge(text: str, start: float) -> None:
    told = outcome(text, start)
    assert told.ending == "diverging"
    assert "run away in longer and longer steps" in told.sentence


@pytest.mark.parametrize(
    ("text", "start"), [("exp(-x)", 0.0), ("exp(-x)", -30.0), ("exp(-x^2)", 1.0), ("x exp(-x)", 2.0)]
)
def test_a_walk_to_infinity_down_a_tail_diverges_and_never_converges(text: str, start: float) -> None:
    told = outcome(text, start)
    assert told.ending == "diverging"
    assert "they do not slow down" in told.sentence


@pytest.mark.parametrize("steps", [100, 400, 3000])
def test_not_even_where_the_tail_is_rounded_to_zero(steps: int) -> None:
    assert outcome("exp(-x)", 0, steps).ending == "diverging"
    assert outcome("sqrt(x^2 + 1) - x", 1, steps).ending == "diverging"
    assert outcome("exp(-x)", 800, steps).ending == "flat"


@pytest.mark.parametrize(
    ("text", "start", "words"),
    [
        ("x^2 + 1", 0.0, "At $x = 0$ the slope is $0$: the tangent is level and never meets the axis."),
        ("x^2 + 1", 1.0, "At $x = 0$ the slope is $0$"),
        ("x^3 - 3x + 5", 1.0, "At $x = 1$ the slope is $0$"),
        ("cos(x)", np.pi, "out of all sight"),
        ("exp(x) - 2", -10.0, r"leads to"),
        ("7", 1.0, "At $x = 1$ the slope is $0$"),
        ("x - x", 1.0, "or too small for the computer to tell"),
    ],
)
def test_a_level_tangent_leads_nowhere(text: str, start: float, words: str) -> None:
    told = outcome(text, start)
    assert told.ending == "flat"
    assert words.replace("leads to", "meets the axis at $x") in told.sentence
    assert told.remedy.startswith("Start")


@pytest.mark.parametrize(
    ("text", "start", "last", "words"),
    [
        ("ln(x)", 3.0, 3 - 3 * np.log(3), r"The step from $x = 3$ leads to $x \approx -0.295837$, and there"),
        ("sqrt(x)", 1.0, -1.0, "leads to $x = -1$, and there $f(x)$ has no value."),
        ("1/(x-1) + 1", -1.0, 1.0, "leads to $x = 1$"),
        ("ln(x)", -1.0, -1.0, "$f(x)$ has no value at the start, $x = -1$."),
        ("1/x", 0.0, 0.0, "$f(x)$ has no value at the start, $x = 0$."),
        ("exp(x) - 5", 1000.0, 1000.0, "$f(x)$ is too large to compute at the start, $x = 1000$."),
        ("abs(x) + 1", 0.0, 0.0, "There is no slope to follow"),
        ("x^(1/3) + 1", 8.0, -28.0, "leads to $x = -28$"),
    ],
)
def test_a_point_without_a_value_ends_the_search(text: str, start: float, last: float, words: str) -> None:
    solution = newton_raphson(parse(text), start)
    assert solution.outcome.ending == "left the domain"
    assert words.replace("= -28", r"\approx -28") in solution.outcome.sentence
    assert solution.path[-1, 0] == pytest.approx(last)
    assert solution.value[0] == start


@pytest.mark.parametrize("start", [0.5, 0.3, -2.7, 10.0])
def test_a_curve_that_never_meets_the_axis_never_settles(start: float) -> None:
    told = outcome("x^2 + 1", start)
    assert told.ending == "out of steps"
    assert "still jump about" in told.sentence
    assert "At every one of them the curve was above the axis" in told.sentence


@given(st.floats(-20, 20))
@example(1e-200)
@example(3.2027447261977937e-22)
@settings(deadline=None, max_examples=12)
def test_no_start_finds_a_root_where_there_is_none(start: float) -> None:
    for text in ("x^2 + 1", "exp(x)", "2 + cos(x)", "1/(1 + x^2)", "exp(-x^2)"):
        assert not outcome(text, start).converged


def test_a_root_of_high_order_is_crept_up_to() -> None:
    told = outcome("x^9", 1)
    assert told.ending == "out of steps"
    assert "one that counts about 9 times" in told.sentence


def test_too_few_steps_are_said_to_be_too_few() -> None:
    assert outcome("x^3 - 2x - 5", 2, steps=2) == Outcome(
        "out of steps",
        r"After 2 steps the points are at $x \approx 2.09457$ and have not settled yet.",
        "Allow more steps.",
    )
    assert "still walking the same way" in outcome("exp(x) - 1", 500).sentence


# Systems.

SYSTEMS = [
    (("x^2 + y^2 - 4", "x - y"), (1.0, 2.0)),
    (("x y - 1", "x^2 + y^2 - 4"), (2.0, 0.3)),
    (("sin(x) + y - 1", "x - cos(y)"), (0.5, 0.5)),
    (("2x - y", "x + 3y - 7"), (5.0, 2.0)),
    (("exp(x) - y", "x^2 + y^2 - 2"), (0.2, 1.0)),
]


@pytest.mark.parametrize(("texts", "start"), SYSTEMS)
def test_a_system_is_solved_as_scipy_does(texts: tuple[str, str], start: tuple[float, float]) -> None:
    functions = [parse(text, XY) for text in texts]
    solution = newton_raphson_system(functions, XY, start)
    theirs = root(lambda p: [evaluate(f, {"x": p[0], "y": p[1]}) for f in functions], start, tol=1e-12)
    assert solution.outcome.converged
    assert solution.value == pytest.approx(theirs.x, abs=1e-8)
    assert solution.path.shape == (solution.steps + 1, 2)


def test_equations_may_have_two_sides() -> None:
    x, y = parse("x", XY), parse("y", XY)
    solution = newton_raphson_system([equation(x * y, 6), equation(x, y + 1)], XY, (4, 1))
    assert solution.value == pytest.approx([3, 2])
    assert "and every equation holds there: a solution." in solution.outcome.sentence


def test_one_equation_is_a_system_too() -> None:
    assert newton_raphson_system([parse("x^2 - 2")], ["x"], [1]).value[0] == pytest.approx(sqrt(2))


@pytest.mark.parametrize(
    ("texts", "start", "ending"),
    [
        (("x + y", "2x + 2y"), (1.0, 2.0), "flat"),
        (("x^2 + y^2 - 4", "x - y"), (1.0, -1.0), "flat"),
        (("ln(x) + y", "x - y"), (5.0, 2.0), "left the domain"),
        (("x^2 + y^2 + 1", "x - y"), (1.0, 2.0), "out of steps"),
        (("x^3 - 2x + 2", "y"), (0.0, 1.0), "cycling"),
        (("atan(x)", "y"), (2.0, 1.0), "diverging"),
    ],
)
def test_a_system_fails_with_the_same_endings(
    texts: tuple[str, str], start: tuple[float, float], ending: str
) -> None:
    solution = newton_raphson_system([parse(text, XY) for text in texts], XY, start)
    assert solution.outcome.ending == ending
    assert solution.outcome.remedy.startswith("Start")
    assert np.isfinite(solution.value).all()


@given(st.lists(st.floats(-3, 3), min_size=9, max_size=9), st.lists(st.floats(-3, 3), min_size=3, max_size=3))
@settings(deadline=None, max_examples=20)
def test_a_linear_system_takes_one_step(entries: list[float], right: list[float]) -> None:
    names = ("x", "y", "z")
    matrix = np.array(entries).reshape(3, 3)
    assume(np.linalg.cond(matrix) < 1e4 and np.abs(matrix).max() > 0.1)
    letters = [parse(name, names) for name in names]
    rows = [
        sum((number(float(m)) * letter for m, letter in zip(row, letters, strict=True)), number(0)) - float(b)
        for row, b in zip(matrix, right, strict=True)
    ]
    solution = newton_raphson_system(rows, names, (0, 0, 0))
    assert solution.outcome.converged
    assert solution.steps <= 3
    assert matrix @ solution.value == pytest.approx(right, abs=1e-9)


# What is refused.


def test_a_start_that_is_no_number_is_refused() -> None:
    with pytest.raises(MathsError, match="No search can start at"):
        newton_raphson(parse("x"), float("nan"))
    with pytest.raises(MathsError, match="Start at a finite number"):
        newton_raphson_system([parse("x")], ("x",), [float("inf")])


def test_open_letters_are_refused() -> None:
    with pytest.raises(MathsError, match="has no value while a is open"):
        newton_raphson(parse("a x", ("a", "x")), 1)


def test_equations_variables_and_values_must_be_as_many() -> None:
    with pytest.raises(MathsError, match="There are 1 equations, 2 variables and 2 values") as raised:
        newton_raphson_system([parse("x y", XY)], XY, (1, 2))
    assert raised.value.remedy == "Give as many of each as of the others."


@pytest.mark.parametrize(
    "text", ["exp(exp(exp(x)))", "x^(x^x)", "10^300 x^3 + 1", "1/(x - x)", "ln(-x^2 - 1)"]
)
def test_wild_functions_end_with_words(text: str) -> None:
    x = parse("x")
    tree = number(1) / (x - x) if text == "1/(x - x)" else parse(text)
    for start in (-700.0, -1.0, 0.0, 2.0, 1e300):
        solution = newton_raphson(tree, start)
        assert solution.outcome.sentence
        assert isfinite(solution.value[0])


def test_a_known_root_has_all_its_digits() -> None:
    found = newton_raphson(parse("cos(x) - x"), 1).value[0]
    assert cos(found) == pytest.approx(found, rel=1e-15)
