import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import minimize, rosen, rosen_der

from upslope.maths import MathsError, evaluate, number, parse
from upslope.maths.expressions.expression import Expression
from upslope.maths.iteration.descent_methods import (
    ConstantStep,
    ExactLineSearch,
    Hybrid,
    Method,
    Momentum,
    NewtonStep,
    SteepestDescent,
)
from upslope.maths.iteration.gradient_descent import gradient_descent
from upslope.maths.iteration.solution import ENDINGS, Outcome, Solution

XY = ("x", "y")
TENTH = ConstantStep(0.1)
ROSENBROCK = "(1-x)^2 + 100(y-x^2)^2"
HIMMELBLAU = "(x^2 + y - 11)^2 + (x + y^2 - 7)^2"


def descend(text: str, start: tuple[float, ...], method: Method = TENTH, steps: int = 1000) -> Solution:
    return gradient_descent(parse(text, XY), XY[: len(start)], start, method, steps)


def bowl(a: float, b: float) -> Expression:
    x, y = parse("x", XY), parse("y", XY)
    return number(a) * x**2 + number(b) * y**2


# Minima that other programs find too.

MINIMA: list[tuple[str, tuple[float, float], Method]] = [
    ("x^2 + y^2", (1, 2), ConstantStep(0.1)),
    ("(x-3)^2 + 2(y+1)^2 + x y/2", (0, 0), ConstantStep(0.1)),
    ("x - ln(x) + y^2", (1.5, 1), ConstantStep(0.1)),
    ("-exp(-x^2 - y^2)", (1, 0.5), ConstantStep(0.1)),
    ("sin(x) + cos(y)", (1, 1), ConstantStep(0.5)),
    ("exp(x) + exp(-2x) + y^2", (1, 1), SteepestDescent()),
    (HIMMELBLAU, (1, 1), ConstantStep(0.01)),
    (HIMMELBLAU, (-2, 2), SteepestDescent()),
    (ROSENBROCK, (-1.2, 1), NewtonStep()),
    (ROSENBROCK, (-1.2, 1), Hybrid(0.001)),
    ("x^2 + 100y^2", (1, 1), Momentum(0.01, 0.8)),
    ("x^2 + 100y^2", (1, 1), ExactLineSearch()),
    ("x^4 + y^2 + x", (1, 1), ExactLineSearch()),
    ("ln(1 + x^2) + y^4 + y^2", (0.4, -0.7), Hybrid(0.1)),
]


@pytest.mark.parametrize(("text", "start", "method"), MINIMA)
def test_the_minimum_is_that_of_scipy(text: str, start: tuple[float, float], method: Method) -> None:
    solution = descend(text, start, method)
    f = parse(text, XY)
    theirs = minimize(
        lambda p: evaluate(f, {"x": p[0], "y": p[1]}),
        solution.value + 0.01,
        method="BFGS",
        options={"gtol": 1e-7},
    )
    assert solution.outcome.converged
    assert solution.outcome.remedy == ""
    assert solution.value == pytest.approx(theirs.x, abs=1e-5)
    assert solution.path[0].tolist() == list(start)
    assert solution.path[-1].tolist() == solution.value.tolist()


def test_long_valleys_are_walked_by_those_who_have_the_time() -> None:
    solution = descend(ROSENBROCK, (-1.2, 1), Momentum(0.001, 0.95), 5000)
    assert solution.outcome.converged
    assert solution.value == pytest.approx([1, 1], abs=1e-5)
    assert rosen(solution.value) < 1e-10
    assert rosen_der(solution.value) == pytest.approx([0, 0], abs=1e-3)


@given(
    st.floats(0.2, 5),
    st.floats(0.2, 5),
    st.floats(0.1, 0.9),
    st.tuples(st.floats(0.5, 3), st.floats(0.5, 3)),
)
@settings(deadline=None, max_examples=20)
def test_steps_shorter_than_two_over_the_curvature_come_to_rest(
    a: float, b: float, share: float, start: tuple[float, float]
) -> None:
    longest = 2 / (2 * max(a, b))
    solution = gradient_descent(bowl(a, b), XY, start, ConstantStep(share * longest), 4000)
    assert solution.outcome.converged
    assert solution.value == pytest.approx([0, 0], abs=4e-6)


@given(
    st.floats(0.2, 5),
    st.floats(0.2, 5),
    st.floats(1.1, 3),
    st.tuples(st.floats(0.5, 3), st.floats(0.5, 3)),
)
@settings(deadline=None, max_examples=20)
def test_longer_ones_diverge_and_are_told_the_limit(
    a: float, b: float, share: float, start: tuple[float, float]
) -> None:
    longest = 2 / (2 * max(a, b))
    told = gradient_descent(bowl(a, b), XY, start, ConstantStep(share * longest), 4000).outcome
    assert told.ending == "diverging"
    assert told.sentence.startswith("The steps are too long: each one leaps over the bottom of the valley")
    limit = float(told.remedy.rpartition("by that, $")[2].rstrip("$."))
    assert 0.98 * longest <= limit <= longest * (1 + 1e-9)


@given(st.sampled_from([1.0, 2.0, 4.0, 8.0]), st.floats(0.1, 1))
@settings(deadline=None, max_examples=10)
def test_the_limit_itself_is_a_zigzag_for_ever(a: float, b: float) -> None:
    told = gradient_descent(bowl(a, b * a / 2), XY, (1, 2), ConstantStep(1 / a), 4000).outcome
    assert (told.ending, told.period) == ("cycling", 2)
    assert "jumps to and fro" in told.sentence


def test_a_step_just_below_the_limit_is_said_to_jump_from_wall_to_wall() -> None:
    told = descend("x^2 + 5y^2", (1, 2), ConstantStep(0.1999)).outcome
    assert told.ending == "out of steps"
    assert "It jumps from wall to wall" in told.sentence
    assert told.remedy.endswith("$2$ divided by that, $0.2$.")


@given(
    st.sampled_from(
        [ROSENBROCK, HIMMELBLAU, "x^2 - y^2", "x^3 + y^3", "ln(x) + y^2", "exp(x y)", "x + y", "1/x + y"]
    ),
    st.tuples(st.floats(-3, 3), st.floats(-3, 3)),
    st.sampled_from(
        [ConstantStep(0.3), Momentum(0.01), SteepestDescent(), NewtonStep(), Hybrid(), ExactLineSearch()]
    ),
)
@settings(deadline=None, max_examples=40)
def test_every_walk_ends_with_words_and_finite_numbers(
    text: str, start: tuple[float, float], method: Method
) -> None:
    solution = descend(text, start, method, 60)
    assert solution.outcome.ending in ENDINGS
    assert solution.outcome.sentence.endswith(".")
    assert (solution.outcome.remedy == "") == solution.outcome.converged
    assert np.isfinite(solution.value).all()
    assert np.isfinite(solution.path).all()
    if solution.outcome.converged:
        f = parse(text, XY)
        here = evaluate(f, dict(zip(XY, solution.value, strict=True)))
        for turn in np.linspace(0, 2 * np.pi, 12):
            aside = solution.value + 1e-3 * np.array([np.cos(turn), np.sin(turn)])
            assert evaluate(f, dict(zip(XY, aside, strict=True))) >= here - 1e-9


def test_each_step_is_the_size_times_the_gradient() -> None:
    path = descend("x^2 + 4y^2", (1, 2), ConstantStep(0.1)).path
    assert path[:3] == pytest.approx(np.array([[1, 2], [0.8, 0.4], [0.64, 0.08]]))


def test_one_variable_is_enough() -> None:
    assert descend("x^2 - 4x", (0,)).value == pytest.approx([2], abs=1e-5)


def test_four_are_not_too_many() -> None:
    names = ("a", "b", "c", "d")
    f = parse("(a-1)^2 + (b-2)^2 + (c-a)^2 + (d-b)^2", names)
    assert gradient_descent(f, names, (0, 0, 0, 0)).value == pytest.approx([1, 2, 1, 2], abs=1e-5)


def test_arriving_is_told_with_place_and_height() -> None:
    solution = descend("(x-1)^2 + (y-2)^2 + 3", (0, 0))
    assert solution.outcome == Outcome(
        "converged",
        rf"After {solution.steps} steps the walk has come to rest at $(x, y) \approx (1, 2)$, a minimum: the "
        "ground is level there and rises in every direction. The height is $3$.",
    )


def test_the_floor_of_a_trough_is_a_minimum() -> None:
    told = descend("(x-y)^2", (1, 3)).outcome
    assert told.converged
    assert "nowhere lower close by" in told.sentence


# Walks that fail.


@pytest.mark.parametrize(
    ("text", "start", "words"),
    [
        ("x^2 - y^2", (0, 0), "the ground falls in one direction, as on a saddle"),
        ("x^2 - y^2", (1, 0), "At $(x, y) = (0, 0)$ the ground is level"),
        ("-x^2 - y^2", (0, 0), "it falls in every direction: this is a maximum"),
        ("7", (0, 0), "the ground is as good as level, there and all around"),
        ("-exp(-x^2 - y^2)", (6, 6), "the ground is as good as level, there and all around"),
        ("x^3 + y^3", (0, 0), "close by the ground is lower"),
        ("x^2 - y^4", (0, 0), "close by the ground is lower"),
        ("cos(x)", (0,), "this is a maximum"),
    ],
)
def test_level_ground_that_is_no_minimum_is_called_what_it_is(
    text: str, start: tuple[float, ...], words: str
) -> None:
    told = descend(text, start).outcome
    assert told.ending == "flat"
    assert words in told.sentence
    assert told.remedy.startswith("Start")


@pytest.mark.parametrize("text", ["x^4 + y^4", "x^2 + y^4", "x^2"])
def test_a_level_minimum_at_the_start_is_a_minimum(text: str) -> None:
    assert "is a minimum already" in descend(text, (0, 0)).outcome.sentence


def test_a_saddle_is_left_by_whoever_stands_a_little_aside() -> None:
    told = descend("x^2 - y^2", (1, 1e-9)).outcome
    assert told.ending == "diverging"
    assert "The ground falls away without end" in told.sentence


def test_newton_goes_to_a_maximum_and_says_so() -> None:
    told = descend("sin(x) + cos(y)", (1, 1), NewtonStep()).outcome
    assert told.ending == "flat"
    assert "this is a maximum" in told.sentence


def test_newton_without_a_step_says_so() -> None:
    told = descend("x + 2y", (0, 0), NewtonStep()).outcome
    assert told.ending == "flat"
    assert "this method finds no step, though the ground is not level there" in told.sentence


@pytest.mark.parametrize("share", [1.05, 2, 50])
def test_too_long_a_step_on_a_steep_curve_diverges(share: float) -> None:
    assert descend("x^4 + y^2", (2, 0), ConstantStep(share * 2 / 16)).outcome.ending in (
        "diverging",
        "cycling",
    )
    told = descend("exp(x) + exp(-x) + y^2", (10, 0), ConstantStep(share)).outcome
    assert told.ending == "diverging"
    assert "where the height is too large to compute" in told.sentence


@pytest.mark.parametrize(
    ("text", "start", "words"),
    [
        ("ln(x) + y^2", (1, 1), "and there the function has no value"),
        ("sqrt(x) + y^2", (0.01, 1), r"leads to $(x, y) = (-0.49, 0.8)$"),
        ("ln(x) + y", (-1, 1), "The function has no value at the start, $(x, y) = (-1, 1)$."),
        ("exp(x) + y", (1000, 1), "The height is too large to compute at the start"),
        ("abs(x) + y^2", (0, 1), "There is no slope to follow"),
    ],
)
def test_leaving_the_domain_is_told_with_the_place(text: str, start: tuple[float, float], words: str) -> None:
    solution = descend(text, start)
    assert solution.outcome.ending == "left the domain"
    assert words in solution.outcome.sentence
    assert (
        np.isfinite(evaluate(parse(text, XY), dict(zip(XY, solution.value, strict=True))))
        or not solution.steps
    )


def test_a_corner_is_jumped_over_for_ever() -> None:
    told = descend("abs(x) + y^2", (0.55, 1)).outcome
    assert (told.ending, told.period) == ("cycling", 2)
    assert told.remedy == "Take shorter steps."


def test_a_narrow_valley_is_told_how_narrow_it_is() -> None:
    told = descend("x^2 + 500y^2", (1, 2), ConstantStep(0.0019)).outcome
    assert told.ending == "out of steps"
    assert "The valley is $500$ times as curved across as along" in told.sentence
    assert "momentum" in told.remedy


def test_short_steps_are_told_how_long_they_could_be() -> None:
    told = descend("x^2 + y^2", (1, 2), ConstantStep(1e-5)).outcome
    assert "a constant step could be as long as $1$ here" in told.sentence
    assert told.remedy == "Take longer steps, or allow more of them."


def test_a_slope_without_end_is_no_bowl() -> None:
    told = descend("x + y", (1, 2)).outcome
    assert told.ending == "out of steps"
    assert "The ground there is no bowl" in told.sentence


# What is refused.


@pytest.mark.parametrize("start", [(1.0,), (1.0, 2.0, 3.0)])
def test_the_start_must_fit_the_variables(start: tuple[float, ...]) -> None:
    with pytest.raises(MathsError, match="for the variables x, y"):
        gradient_descent(parse("x y", XY), XY, start)


def test_the_start_must_be_finite() -> None:
    with pytest.raises(MathsError, match="No walk can start at"):
        descend("x^2", (float("nan"),))


def test_no_variables_are_refused() -> None:
    with pytest.raises(MathsError, match="Give one value for each variable"):
        gradient_descent(number(1), (), ())
    with pytest.raises(MathsError, match="each variable once"):
        gradient_descent(parse("x"), ("x", "x"), (1, 2))


def test_open_letters_are_refused() -> None:
    with pytest.raises(MathsError, match="has no value while y is open"):
        gradient_descent(parse("x y", XY), ("x",), (1,))
