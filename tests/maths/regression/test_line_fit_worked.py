from fractions import Fraction
from itertools import pairwise

import pytest
import sympy
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.maths.oracle import assert_steps_hold, every_step, to_sympy
from upslope.maths import Derivation, MathsError, to_latex
from upslope.maths.expressions.expression import Expression, Unworked
from upslope.maths.expressions.statement import Equation, System
from upslope.maths.regression.line_fit import fit_line
from upslope.maths.regression.line_fit_worked import fit_line_worked
from upslope.maths.simplification.terms import rational_value

whole = st.integers(-9, 9)
coordinates = st.one_of(
    whole, st.integers(-99, 99).map(lambda n: n / 10), st.fractions(-5, 5, max_denominator=6)
)
few_points = st.lists(st.tuples(coordinates, coordinates), min_size=2, max_size=6).filter(
    lambda points: len({x for x, _ in points}) > 1
)
M, C = sympy.symbols("m c", real=True)


def exact(value: float | Fraction) -> sympy.Rational:
    return sympy.Rational(str(value))


def solution(system: Expression) -> dict[sympy.Symbol, sympy.Rational]:
    rows = [to_sympy(row.children[0]) - to_sympy(row.children[1]) for row in system.children]
    found: dict[sympy.Symbol, sympy.Rational] = sympy.solve(rows, [M, C])
    return found


def fitted_by_sympy(points: list[tuple[float, float]]) -> dict[sympy.Symbol, sympy.Rational]:
    chi_squared = sum((exact(y) - M * exact(x) - C) ** 2 for x, y in points)
    found: dict[sympy.Symbol, sympy.Rational] = sympy.solve(
        [chi_squared.diff(M), chi_squared.diff(C)], [M, C]
    )
    return found


def plain_systems(worked: Derivation) -> list[Expression]:
    """The statements on the way that hold equations in m and c alone."""
    return [
        step.end
        for step in worked.steps
        if isinstance(step.end, System)
        and not any(isinstance(row.children[0], Unworked) for row in step.end.rows)
    ]


@settings(deadline=None, max_examples=40)
@given(few_points)
def test_every_system_on_the_way_has_the_solution_of_sympy(points: list[tuple[float, float]]) -> None:
    x, y = map(list, zip(*points, strict=True))
    expected = fitted_by_sympy(points)
    systems = plain_systems(fit_line_worked(x, y))
    assert len(systems) >= 2
    for system in systems:
        assert solution(system) == expected


@settings(deadline=None)
@given(few_points)
def test_every_equal_step_holds(points: list[tuple[float, float]]) -> None:
    x, y = map(list, zip(*points, strict=True))
    worked = fit_line_worked(x, y)
    assert any(step.link == "=" for step in every_step(worked.steps))
    assert_steps_hold(
        worked, {"m": Fraction(1, 2), "c": Fraction(-3)}, {"m": Fraction(-7, 3), "c": Fraction(2)}
    )


@settings(deadline=None)
@given(few_points)
def test_steps_follow_each_other_to_the_result(points: list[tuple[float, float]]) -> None:
    x, y = map(list, zip(*points, strict=True))
    worked = fit_line_worked(x, y)
    for before, after in pairwise(worked.steps):
        assert before.end == after.start
    assert worked.steps[-1].end == worked.result


def test_the_result_is_exact() -> None:
    worked = fit_line_worked([0, 1, 2], [1, 1, 5])
    assert str(worked.result) == "m = 2; c = 1/3"
    assert isinstance(worked.result, System)


def test_points_with_decimals_give_decimals() -> None:
    assert str(fit_line_worked([0.5, 1.5, 2.5], [1.2, 2.0, 3.7]).result) == "m = 1.25; c = 0.425"


@settings(deadline=None)
@given(few_points)
def test_the_line_is_that_of_fit_line(points: list[tuple[float, float]]) -> None:
    x, y = map(list, zip(*points, strict=True))
    slope, intercept = (row.children[1] for row in fit_line_worked(x, y).result.children)
    fit = fit_line([float(value) for value in x], [float(value) for value in y])
    assert float(rational_value(slope) or 0) == pytest.approx(fit.slope, abs=1e-9)
    assert float(rational_value(intercept) or 0) == pytest.approx(fit.intercept, abs=1e-9)


def test_the_first_step_writes_every_residual_out() -> None:
    first = fit_line_worked([0, 1, -2], [1, 0, 3]).steps[0]
    assert str(first.end) == "chi^2 = (1 - c)^2 + (-m - c)^2 + (3 + 2*m - c)^2"


def test_the_normal_equations_are_said_in_general_and_in_numbers() -> None:
    worked = fit_line_worked([1, 2, 3], [2, 3, 5])
    step = next(step for step in worked.steps if step.rule == "normal equations")
    assert str(step.end) == "14*m + 6*c = 23; 6*m + 3*c = 10"
    assert r"\left(\sum x_i^2\right) m + \left(\sum x_i\right) c = \sum x_i y_i" in step.why
    assert r"$\sum x_i^2 = 14$, $\sum x_i = 6$, $\sum x_i y_i = 23$, $\sum y_i = 10$" in step.why


def test_points_around_zero_need_no_taking_away() -> None:
    rules = [step.rule for step in fit_line_worked([-1, 0, 1], [2, 3, 7]).steps]
    assert rules == ["misfit", "two slopes", "level", "normal equations", "the slope", "put back"]


def test_the_conclusion_names_the_line_and_what_it_misses_by() -> None:
    conclusion = fit_line_worked([0, 1, 2, 3, 4], [1, 3, 2, 5, 4]).conclusion
    assert (
        r"The line $y = \frac{4}{5} x + \frac{7}{5}$ misses the points by $\chi^2 = \frac{18}{5} = 3.6$"
        in conclusion
    )
    assert conclusion.endswith("In decimals $m = 0.8$ and $c = 1.4$.")
    through = fit_line_worked([0, 1, 2], [1, 2, 3]).conclusion
    assert through == "The line $y = x + 1$ goes through every point: all residuals are $0$."


@settings(deadline=None)
@given(few_points)
def test_nobody_has_to_read_double_signs_or_idle_ones(points: list[tuple[float, float]]) -> None:
    x, y = map(list, zip(*points, strict=True))
    worked = fit_line_worked(x, y)
    for step in every_step(worked.steps):
        for text in (step.after, step.why, worked.conclusion):
            assert "--" not in text
            assert "- -" not in text
            assert "+ -" not in text
            assert " 1m" not in text
            assert "nan" not in text


def test_each_statement_is_an_equation_to_read() -> None:
    worked = fit_line_worked([0, 1], [0, 1])
    assert isinstance(worked.steps[0].start, Equation)
    assert to_latex(worked.steps[0].start) == "y = m x + c"
    assert worked.to_json()["link"] == "⇒"


def test_bad_points_are_refused() -> None:
    with pytest.raises(MathsError, match="All x are the same"):
        fit_line_worked([1, 1], [2, 3])
