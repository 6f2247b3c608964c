from fractions import Fraction
from itertools import pairwise

import numpy as np
import pytest

from tests.maths.curve_models import MODELS, CurveModel
from tests.maths.oracle import assert_steps_hold, every_step
from upslope.maths import Derivation, MathsError, evaluate, parse
from upslope.maths.expressions.expression import Expression
from upslope.maths.expressions.statement import Equation, System
from upslope.maths.regression.chi_squared import chi_squared
from upslope.maths.regression.chi_squared_worked import chi_squared_worked

X, Y = [0.5, 1, 2, 4], [2, -1.5, 0, 3]
FEW = {name: model for name, model in MODELS.items() if len(model.true) <= 4}
models = pytest.mark.parametrize("model", FEW.values(), ids=list(FEW))


def worked_out(model: CurveModel, count: int = 4) -> Derivation:
    return chi_squared_worked(model.tree, model.true, X[:count], Y[:count])


def rows(result: Expression) -> list[Expression]:
    return list(result.children) if isinstance(result, System) else [result]


@models
def test_the_result_has_the_value_of_the_gradient(model: CurveModel) -> None:
    misfit = chi_squared(model.tree, model.true, X, Y)
    rng = np.random.default_rng(1)
    for _ in range(5):
        point = {name: float(value * rng.uniform(0.6, 1.5)) for name, value in model.true.items()}
        values = [evaluate(row.children[1], point) for row in rows(worked_out(model).result)]
        assert values == pytest.approx(misfit.gradient(list(point.values())), rel=1e-9, abs=1e-12)


@models
def test_every_equal_step_holds(model: CurveModel) -> None:
    worked = worked_out(model)
    point = {name: Fraction(value) for name, value in model.true.items()}
    point |= {"x_i": Fraction(3, 4), "y_i": Fraction(-2), "x": Fraction(5, 4)}
    assert sum(step.link == "=" for step in every_step(worked.steps)) > 2
    assert_steps_hold(worked, point, {name: value * Fraction(7, 5) for name, value in point.items()})


@models
def test_steps_follow_each_other_to_the_result(model: CurveModel) -> None:
    worked = worked_out(model)
    assert [step.rule for step in worked.steps] == ["chain rule", "slopes of the model", "add up"]
    for before, after in pairwise(worked.steps):
        assert before.end == after.start
    assert worked.steps[-1].end == worked.result


@models
def test_the_slope_of_every_parameter_is_worked_inside(model: CurveModel) -> None:
    folded = worked_out(model).steps[1].steps
    assert len(folded) == len(model.true)


def test_a_line_reads_as_on_paper() -> None:
    worked = chi_squared_worked(MODELS["line"].tree, ("m", "c"), [0, 1, 2], [1, 3, 2])
    first, second = rows(worked.result)
    assert str(first) == "partial[m](chi^2) = -2*((3 - m - c) + 2*(2 - 2*m - c))"
    assert str(second) == "partial[c](chi^2) = -2*((1 - c) + (3 - m - c) + (2 - 2*m - c))"
    assert worked.conclusion.endswith("a linear equation to solve.")


def test_a_saturation_curve_reads_as_on_paper() -> None:
    worked = chi_squared_worked(MODELS["saturation"].tree, ("a", "b"), [1, 2], [1, 1.5])
    assert (
        str(rows(worked.result)[0].children[1])
        == "-2*((1 - a/(b + 1))*(1/(b + 1)) + (1.5 - 2*a/(b + 2))*(2/(b + 2)))"
    )
    assert "As equations for $a$ and $b$ they are not linear" in worked.conclusion


def test_the_general_formula_is_said() -> None:
    why = worked_out(MODELS["decay"]).steps[-1].why
    assert (
        r"\frac{\partial \chi^2}{\partial a_k} = -2 \sum_i (y_i - f(x_i)) \frac{\partial f}{\partial a_k}"
        in why
    )


def test_a_parameter_that_no_point_depends_on_has_slope_zero() -> None:
    worked = chi_squared_worked(parse("a x + b", ("a", "b", "x")), ("a", "b"), [0, 0], [1, 2])
    assert str(rows(worked.result)[0].children[1]) == "0"


def test_one_parameter_makes_one_equation() -> None:
    worked = chi_squared_worked(parse("a sin(t)", ("a", "t")), "a", [0, 1], [0, 0.5])
    assert isinstance(worked.result, Equation)
    assert str(worked.result.right) == "-2*(0.5 - a*sin(1))*sin(1)"


def test_more_than_fits_on_a_page_is_refused() -> None:
    line = MODELS["line"].tree
    with pytest.raises(
        MathsError, match=r"6 points and 2 parameters are too many to write out\. Take at most 5"
    ):
        chi_squared_worked(line, ("m", "c"), range(6), range(6))
    with pytest.raises(MathsError, match="4 points and 5 parameters are too many to write out"):
        worked_out(MODELS["peak"])
