"""The worked solution of constrained problems: every step true, every sentence in its place."""

from fractions import Fraction
from functools import cache
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.maths.balanced_latex import assert_balanced
from tests.maths.constrained_problems import KNOWN, XY, XYZ, Known, fence
from tests.maths.oracle import assert_steps_hold, every_step
from upslope.maths import Derivation, MathsError, evaluate, number, parse, symbol, to_latex
from upslope.maths.expressions.expression import Expression, sum_of
from upslope.maths.expressions.matrix import Matrix
from upslope.maths.expressions.statement import Equation, System
from upslope.maths.lagrange.lagrange_multipliers import lagrange_multipliers

POINTS = [
    {"x": Fraction(3, 7), "y": Fraction(5, 4), "z": Fraction(2, 3)},
    {"x": Fraction(9, 5), "y": Fraction(1, 6), "z": Fraction(7, 2)},
]


def of(f: str, *constraints: str, variables: tuple[str, ...] = XY) -> Derivation:
    return lagrange_multipliers(
        parse(f, variables), [fence(text, variables) for text in constraints], variables
    )


@cache
def worked_out(problem: Known) -> Derivation:
    return lagrange_multipliers(*problem.trees)


def rows(statement: Expression) -> tuple[Expression, ...]:
    return statement.rows if isinstance(statement, System) else (statement,)


def test_a_circle_step_by_step() -> None:
    worked = of("x + y", "x^2 + y^2 = 1")
    value, fence = r"\text{largest and smallest value of } \allowbreak {x + y}", "{x^{2} + y^{2} = 1}"
    assert worked.problem == rf"{value} \allowbreak \text{{ where }} {fence}"
    assert [(step.rule, str(step.end)) for step in worked.steps] == [
        ("gradient", "[1, 1]"),
        ("gradient", "[2*x, 2*y]"),
        ("condition", "1 = 2*lambda*x; 1 = 2*lambda*y; x^2 + y^2 = 1"),
        ("remove the multiplier", "2*y = 2*x; x^2 + y^2 = 1"),
        ("factor", "y = x; x^2 + y^2 = 1"),
        ("solve", "[x, y] = [sqrt(2)/2, sqrt(2)/2]; [x, y] = [-sqrt(2)/2, -sqrt(2)/2]"),
        (
            "multiplier",
            "[x, y, lambda] = [sqrt(2)/2, sqrt(2)/2, sqrt(2)/2]; "
            "[x, y, lambda] = [-sqrt(2)/2, -sqrt(2)/2, -sqrt(2)/2]",
        ),
        (
            "value",
            "[x, y, lambda, x + y] = [sqrt(2)/2, sqrt(2)/2, sqrt(2)/2, sqrt(2)]; "
            "[x, y, lambda, x + y] = [-sqrt(2)/2, -sqrt(2)/2, -sqrt(2)/2, -sqrt(2)]",
        ),
    ]
    solving = next(step for step in worked.steps if step.rule == "solve")
    assert str(solving.steps[0].end) == "y = x; 2*x^2 = 1", "one letter is left"


def test_a_product_is_solved_factor_by_factor() -> None:
    worked = of("x^2 y", "x^2 + y^2 = 3")
    factored = next(step for step in worked.steps if step.rule == "factor")
    assert str(factored.end) == "x*(2*y^2 - x^2) = 0; x^2 + y^2 = 3"
    solving = next(step for step in worked.steps if step.rule == "solve")
    assert [str(step.end) for step in solving.steps if step.rule == "put in"] == [
        "x = 0; y^2 = 3",
        "y^2 = x^2/2; 3*x^2/2 = 3",
    ]


@pytest.mark.parametrize("problem", KNOWN, ids=map(str, KNOWN))
def test_every_step_is_true(problem: Known) -> None:
    worked = worked_out(problem)
    assert_steps_hold(worked, *POINTS)
    assert worked.steps[-1].end == worked.result
    statements = [step for step in worked.steps if step.link == "⇒"]
    for before, after in pairwise(statements):
        assert before.end == after.start, "every statement follows from the one before"
    _assert_points_solve_every_system(worked)


def _assert_points_solve_every_system(worked: Derivation) -> None:
    """Each row of the result, put into every system of equations on the way, fulfils it."""
    systems = [
        step.end for step in worked.steps if step.rule in ("condition", "remove the multiplier", "factor")
    ]
    for row in rows(worked.result):
        assert isinstance(row, Equation)
        names, numbers = (side.children for side in row.children)
        assert isinstance(row.left, Matrix)
        place = {str(name): evaluate(value, {}) for name, value in zip(names[:-1], numbers[:-1], strict=True)}
        for equation in (line for statement in systems for line in rows(statement)):
            left, right = (evaluate(side, place) for side in equation.children)
            assert left == pytest.approx(right, abs=1e-7), (str(equation), place)
        assert evaluate(names[-1], place) == pytest.approx(evaluate(numbers[-1], {}))


@pytest.mark.parametrize("problem", KNOWN, ids=map(str, KNOWN))
def test_what_is_shown_has_reasons_and_balanced_latex(problem: Known) -> None:
    worked = worked_out(problem)
    for step in every_step(worked.steps):
        assert step.why
        assert_balanced(step.before)
        assert_balanced(step.after)
    texts = [worked.conclusion, *(step.why for step in every_step(worked.steps))]
    assert all(text.count("$") % 2 == 0 for text in texts)
    assert not any("**" in text or "--" in text or "+ -" in text for text in texts)
    assert worked.to_json()["link"] == "⇒"


@pytest.mark.parametrize(
    ("f", "constraints", "parts"),
    [
        (
            "x + y",
            ("x^2 + y^2 = 1",),
            [
                r"On the whole fence $f$ is largest, $\sqrt{2}$, at $\left(\frac{\sqrt{2}}{2},",
                r"and smallest, $-\sqrt{2}$, at",
                r"$\lambda = \frac{\sqrt{2}}{2}$: that is how fast the value there changes",
                r"Put $1 + \Delta c$ in the place of $1$ in $x^{2} + y^{2} = 1$",
                r"that value becomes about $\sqrt{2} + \frac{\sqrt{2}}{2} \Delta c$.",
                "No other point with coordinates between $-1000$ and $1000$ fulfils the conditions",
            ],
        ),
        (
            "x y",
            ("x + y = 10",),
            [
                r"At $(5,\ 5)$, $f$ is $25$, a maximum along the fence",
                r"becomes about $25 + 5\Delta c$",
                "The fence may go on outside of the box, and $f$ may be larger or smaller there.",
            ],
        ),
        (
            "x^2",
            ("y^2 = 4",),
            [r"$\lambda = 0$: moving the fence $y^{2} = 4$ a little hardly changes the value"],
        ),
        ("x^2 + y^2", ("x^2 + y^2 = 1",), ["holds at every point of the fence", "$1$ at every point tried"]),
        ("x", ("y = 0",), ["No point with coordinates", "$f$ keeps rising one way and falling the other"]),
        ("x", ("y^2 = x^3",), [r"Look by hand at $(0,\ 0)$ ($f \approx 0$): there the gradients"]),
        (
            "abs(x) + y",
            ("x^2 + y^2 = 1",),
            ["is largest, $\\sqrt{2}$", "smallest, $-1$, at $(0,\\ -1)$", "a corner"],
        ),
        (
            "1/x + y",
            ("x^2 + y^2 = 1",),
            ["Where $f$ has no value it may grow or fall beyond all bounds close by."],
        ),
        (
            "sin(x) + sin(y)",
            ("x + y = 2",),
            ["Among these points $f$ is largest, $1.68294$", "$-10$ and $10$"],
        ),
        ("x y", ("x^2 - y^2 = 0", "x + y = 2"), [r"no other point of the fence is near"]),
    ],
)
def test_the_conclusion_says_what_is_proved_and_what_is_not(
    f: str, constraints: tuple[str, ...], parts: list[str]
) -> None:
    conclusion = of(f, *constraints).conclusion
    for part in parts:
        assert part in conclusion


def test_only_a_proved_extreme_is_called_one_of_the_whole_fence() -> None:
    for problem in KNOWN[:14]:
        conclusion = worked_out(problem).conclusion
        unbounded = {
            "x + y = 10",
            "x y = 1",
            "x y = 16",
            "x + y + z = 10",
            "x + 2y = 5",
            "y = x^2 - 2",
            "x y z = 32",
        }
        if set(problem.constraints) & unbounded:
            assert "whole fence" not in conclusion


def test_curves_of_best_points_are_described() -> None:
    conclusion = of("x^2 + y^2", "x^2 + y^2 + z^2 = 1", variables=XYZ).conclusion
    assert "The conditions hold along whole curves: they run, for example, through" in conclusion
    assert r"where $f \approx 1$" in conclusion


def test_very_many_points_are_shown_by_the_highest_and_the_lowest() -> None:
    worked = of("sin(3x) sin(3y)", "x^2 + y^2 = 9")
    values = [evaluate(row.children[1].children[-1], {}) for row in rows(worked.result)]
    assert len(values) == 16
    assert values == sorted(values, reverse=True)
    turns = np.linspace(0, 2 * np.pi, 200_001)
    around = np.sin(9 * np.cos(turns)) * np.sin(9 * np.sin(turns))
    assert [values[0], values[-1]] == pytest.approx([around.max(), around.min()], abs=1e-5)


def test_the_result_of_a_problem_without_points_is_what_cannot_be_fulfilled() -> None:
    assert str(of("x", "y = 0").result) == "1 = 0; y = 0"


coefficients = st.integers(-3, 3)


@given(
    st.lists(coefficients, min_size=5, max_size=5),
    st.lists(coefficients, min_size=5, max_size=5),
    st.sampled_from(["0", "e^(x y)", "ln(x)", "1/y", "sqrt(y - 1)", "sin(x)", "abs(x)", "x^y", "tan(y)"]),
    st.integers(-4, 4),
)
@settings(deadline=None, max_examples=8)
def test_whatever_is_asked_ends_in_a_worked_answer_or_in_a_way_out(
    above: list[int], across: list[int], odd: str, level: int
) -> None:
    x, y = symbol("x"), symbol("y")
    terms = (x, y, x**2, x * y, y**2)
    f = sum_of(tuple(n * term for n, term in zip(above, terms, strict=True))) + parse(odd, XY)
    g = sum_of(tuple(n * term for n, term in zip(across, terms, strict=True)))
    try:
        worked = lagrange_multipliers(f, Equation(g, number(level)), XY)
    except MathsError as error:
        said = [error.message, error.remedy]
    else:
        said = [worked.problem, worked.conclusion, to_latex(worked.result)]
    assert all(said)
