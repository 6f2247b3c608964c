from fractions import Fraction
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
import scipy.linalg

from tests.maths.curve_models import MODELS, CurveModel
from tests.maths.oracle import assert_steps_hold, every_step
from upslope.maths import Derivation, MathsError, evaluate, parse
from upslope.maths.differentiation.derivation import Step
from upslope.maths.expressions.expression import Expression
from upslope.maths.expressions.statement import Equation, System
from upslope.maths.regression.curve_fit_worked import fit_curve_worked
from upslope.maths.regression.least_squares import fit_curve

FEW = {name: model for name, model in MODELS.items() if len(model.true) <= 3}
models = pytest.mark.parametrize("model", FEW.values(), ids=list(FEW))


def worked_out(model: CurveModel, steps: int = 3) -> Derivation:
    x, y = model.data(np.random.default_rng(1), 0.05, 7)
    return fit_curve_worked(model.tree, x, y, model.start, steps)


def said(statement: Expression) -> list[float]:
    """The numbers on the right-hand sides of one or several equations."""
    rows = statement.children if isinstance(statement, System) else (statement,)
    return [evaluate(row.children[1], {}) for row in rows]


def iterations(worked: Derivation) -> list[Step]:
    return [step for step in worked.steps if step.rule.startswith("step ")]


@models
def test_every_step_is_that_of_gauss_and_newton(model: CurveModel) -> None:
    x, y = model.data(np.random.default_rng(1), 0.05, 7)
    taken = iterations(worked_out(model))
    assert taken
    for step in taken:
        before = np.array(said(step.start))
        nudge = 1e-6 * np.eye(len(before))
        columns = [(model.values(x, *before + n) - model.values(x, *before - n)) / 2e-6 for n in nudge]
        change, *_ = scipy.linalg.lstsq(np.stack(columns, axis=1), y - model.values(x, *before))
        assert said(step.end) == pytest.approx(before + change, rel=1e-5, abs=1e-5)


@models
def test_every_step_holds_to_the_digits_shown(model: CurveModel) -> None:
    worked = worked_out(model)
    point = {name: Fraction(value) for name, value in model.true.items()} | {"x": Fraction(5, 4)}
    links = {step.link for step in every_step(worked.steps)}
    assert links == {"=", "≈", "⇒"}
    assert_steps_hold(worked, point)


@models
def test_steps_follow_each_other_to_the_result(model: CurveModel) -> None:
    worked = worked_out(model)
    assert [step.rule for step in worked.steps[:3]] == ["slopes of the model", "start", "step 1"]
    for before, after in pairwise(worked.steps):
        assert before.end == after.start
    assert worked.steps[-1].end == worked.result


@models
def test_five_steps_from_near_lead_to_the_fit(model: CurveModel) -> None:
    x, y = model.data(np.random.default_rng(1), 0.02, 8)
    near = {name: 1.1 * value for name, value in model.true.items()}
    worked, fit = fit_curve_worked(model.tree, x, y, near, 5), fit_curve(model.tree, x, y, near)
    assert said(worked.result) == pytest.approx(list(fit.parameters.values()), rel=1e-3)
    assert "nothing left to win" in worked.conclusion


def test_a_straight_line_needs_one_step() -> None:
    worked = fit_curve_worked(MODELS["line"].tree, [0, 1, 2], [1, 3, 2], {"m": 0, "c": 0}, 5)
    assert len(iterations(worked)) == 1
    assert str(worked.result) == "m ≈ 0.5; c ≈ 1.5"


def test_the_work_of_a_step_reads_as_on_paper() -> None:
    worked = fit_curve_worked(parse("a x", ("a", "x")), [1, 2], [2, 5], {"a": 2}, 1)
    (step,) = iterations(worked)
    assert [inner.rule for inner in step.steps] == ["residuals", "slopes", "JᵀJ", "Jᵀr", "solve", "add"]
    assert [str(inner.end) for inner in step.steps] == [
        "[0; 1]",
        "[1; 2]",
        "[[5]]",
        "[[2]]",
        "Δa ≈ 0.4",
        "a ≈ 2.4",
    ]
    assert step.why == r"$\chi^2$ falls from $1$ to $0.2$."
    assert isinstance(worked.result, Equation)


def test_greek_parameters_have_greek_changes() -> None:
    worked = fit_curve_worked(
        MODELS["density"].tree, [1, 2, 3, 4], [0, 0.2, 0.4, 0.3], {"mu": 2.5, "sigma": 1}
    )
    solved = next(step for step in every_step(worked.steps) if step.rule == "solve")
    assert r"\Delta \mu &\approx" in solved.after


def test_a_model_with_a_y_of_its_own_calls_what_was_measured_y_i() -> None:
    worked = fit_curve_worked(parse("a y", ("a", "y")), [1, 2], [2, 5], {"a": 2}, 1)
    residuals = next(step for step in every_step(worked.steps) if step.rule == "residuals")
    assert str(residuals.start) == "y_i - a*y"
    assert str(residuals.steps[0].start) == "2 - 2*1"


def test_a_step_that_is_too_long_is_said_to_be() -> None:
    worked = fit_curve_worked(
        MODELS["decay"].tree, [0, 1, 2, 3], [2, 1.2, 0.8, 0.4], {"a": 1.5, "k": 2, "c": 0}, 1
    )
    assert r"$\chi^2$ has risen" in worked.conclusion
    assert iterations(worked)[0].why.startswith(r"$\chi^2$ rises from")


def test_a_step_out_of_the_domain_is_the_last() -> None:
    model = parse("a ln(b x)", ("a", "b", "x"))
    worked = fit_curve_worked(model, [1, 2, 3], [2, 1.2, 0.8], {"a": 1, "b": 3}, 5)
    why = "There the model has no value at some of the points, or one too large to work with."
    assert iterations(worked)[-1].why == why
    assert len(iterations(worked)) == 2
    assert worked.conclusion.startswith(
        "The last step was too long: it led to where the model has no value to work with."
    )


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"steps": 0}, "0 steps cannot be written out. Take 1 to 5 of them."),
        ({"steps": 1.5}, "1.5 steps cannot be written out."),
        (
            {"x": range(9), "y": range(9)},
            "9 points and 2 parameters are too many to write out. Take at most 8",
        ),
        (
            {"start": {"a": 1, "b": 1, "c": 1, "d": 1}, "text": "a b c d x"},
            "4 points and 4 parameters are too many",
        ),
        ({"text": "a b x"}, "At the start the data cannot tell a and b: the equations for a step have many"),
        ({"start": {"a": 0}, "text": "a^2 x"}, "At the start the data cannot tell a: the equations"),
        (
            {"start": {"a": 1, "b": 0}, "text": "a/b + x"},
            "At the start (a = 1, b = 0) the model has no value",
        ),
    ],
)
def test_what_cannot_be_worked_is_refused(given: dict[str, Any], sentence: str) -> None:
    points = {"x": [0, 1, 2, 4], "y": [1, 3, 2, 2]}
    asked: dict[str, Any] = {"text": "a x + b", "start": {"a": 1, "b": 1}, "steps": 2, **points, **given}
    model = parse(asked.pop("text"), ("a", "b", "c", "d", "x"))
    with pytest.raises(MathsError) as caught:
        fit_curve_worked(model, **asked)
    assert str(caught.value).startswith(sentence)
