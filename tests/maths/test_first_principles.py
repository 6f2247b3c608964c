from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.maths.oracle import close, value
from upslope.maths import (
    Expression,
    MathsError,
    Step,
    compare,
    derivative,
    first_principles,
    number,
    parse,
    symbol,
    to_text,
)
from upslope.maths.expression import Unworked

LETTERS = ("x", "m", "c")


def test_a_square_step_by_step() -> None:
    worked = first_principles(parse("x^2"))
    assert [(step.rule, step.after) for step in worked.steps] == [
        ("definition", r"\lim_{\Delta x \to 0} \frac{(x + \Delta x)^{2} - x^{2}}{\Delta x}"),
        ("expand", r"\lim_{\Delta x \to 0} \frac{x^{2} + 2x \Delta x + (\Delta x)^{2} - x^{2}}{\Delta x}"),
        ("cancel", r"\lim_{\Delta x \to 0} \frac{2x \Delta x + (\Delta x)^{2}}{\Delta x}"),
        ("divide", r"\lim_{\Delta x \to 0} (2x + \Delta x)"),
        ("limit", "2x"),
    ]
    assert worked.steps[0].before == worked.problem == r"\frac{d}{dx}\left(x^{2}\right)"


def test_one_over_x_step_by_step() -> None:
    worked = first_principles(parse("1/x"))
    assert [step.rule for step in worked.steps] == [
        "definition",
        "common denominator",
        "cancel",
        "divide",
        "limit",
    ]
    assert worked.steps[1].after == (
        r"\lim_{\Delta x \to 0} \frac{\frac{x - (x + \Delta x)}{x(x + \Delta x)}}{\Delta x}"
    )
    assert to_text(worked.result) == "-1/x^2"


def test_the_run_can_have_another_name() -> None:
    assert first_principles(parse("t^2", ("t",)), "t", "h").steps[0].after == (
        r"\lim_{h \to 0} \frac{(t + h)^{2} - t^{2}}{h}"
    )


TEXTS = [
    "7",
    "x",
    "3x + 2",
    "m x + c",
    "x^2",
    "(x+1)^2",
    "x^3 - 2x + 1",
    "2x^4",
    "0.5x^2",
    "x(x-1)/2",
    "1/x",
    "-3/x",
]


@pytest.mark.parametrize("text", TEXTS)
def test_the_result_is_that_of_the_rules(text: str) -> None:
    tree = parse(text, LETTERS)
    assert compare(derivative(tree), first_principles(tree).result).verdict == "same"


def _bodies(step: Step) -> tuple[Expression, Expression]:
    """What stands under the limit on both sides, where both sides are limits."""
    if (
        isinstance(step.start, Unworked)
        and isinstance(step.end, Unworked)
        and step.start.operation == "limit"
    ):
        return step.start.body, step.end.body
    return step.start, step.end


@pytest.mark.parametrize("text", TEXTS)
def test_every_step_keeps_the_value(text: str) -> None:
    point = {"x": Fraction(7, 5), "m": Fraction(3), "c": Fraction(-2), "Δx": Fraction(1, 3)}
    for step in first_principles(parse(text, LETTERS)).steps:
        before, after = (value(side, point) for side in _bodies(step))
        assert close(before, after), step.rule


@given(st.lists(st.fractions(-9, 9, max_denominator=6), min_size=1, max_size=5))
@settings(deadline=None, max_examples=40)
def test_any_polynomial_to_degree_four(coefficients: list[Fraction]) -> None:
    x = symbol("x")
    tree = number(coefficients[0])
    for power, coefficient in enumerate(coefficients[1:], 1):
        tree = tree + number(coefficient) * x**power
    assert compare(derivative(tree), first_principles(tree).result).verdict == "same"


@pytest.mark.parametrize("text", ["sin x", "x^5", "1/x^2", "sqrt x", "x^x"])
def test_other_functions_are_refused_with_a_way_out(text: str) -> None:
    with pytest.raises(MathsError, match=r"neither a polynomial up to degree 4 .* Use differentiate"):
        first_principles(parse(text))
