from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.maths.oracle import assert_steps_hold, every_step
from upslope.maths import MathsError, parse, to_text
from upslope.maths.iteration.descent_methods import ConstantStep
from upslope.maths.iteration.gradient_descent import gradient_descent
from upslope.maths.iteration.gradient_descent_worked import gradient_descent_worked

NAMES = ("x", "y", "z")
POINTS = (
    {"x": Fraction(7, 5), "y": Fraction(1, 3), "z": Fraction(2)},
    {"x": Fraction(2, 7), "y": Fraction(-5, 3), "z": Fraction(1, 2)},
)

CASES = [
    ("x^2 + 4y^2", (1, 2), 0.1),
    ("x^2 y + y^2", (1, 2), 0.1),
    ("x^2", (3,), Fraction(1, 4)),
    ("x^2 - y^2", (0, 0), 0.1),
    ("sin(x) cos(y)", (1, Fraction(1, 3)), 0.5),
    ("x^2 + 5y^2", (1, 2), 0.2),
    ("x^2 + 5y^2", (1, 2), 0.5),
    ("x y z", (1, 2, 3), 1),
    ("exp(-x^2 - y^2)", (0.5, -0.5), 0.1),
    ("ln(x) + y^2", (0.05, 1), 0.1),
    ("ln(x) + y^2", (-1, 1), 0.1),
]


@pytest.mark.parametrize(("text", "start", "size"), CASES)
def test_every_step_holds_and_leads_to_the_result(
    text: str, start: tuple[int | float | Fraction, ...], size: float | Fraction
) -> None:
    names = NAMES[: len(start)]
    worked = gradient_descent_worked(parse(text, names), names, start, size)
    assert_steps_hold(worked, *POINTS)
    assert worked.steps[-1].end == worked.result
    assert all(step.why for step in worked.steps)
    assert all(step.start != step.end for step in every_step(worked.steps))
    outcome = gradient_descent(
        parse(text, names), names, map(float, start), ConstantStep(float(size))
    ).outcome
    assert worked.conclusion == f"{outcome.sentence} {outcome.remedy}".strip()


def test_a_bowl_step_by_step() -> None:
    worked = gradient_descent_worked(parse("x^2 + 4y^2", NAMES), ("x", "y"), (1, 2), steps=2)
    following = (r"x_{\mathrm{next}}", r"y_{\mathrm{next}}")
    first = (r"2 \cdot 1", r"8 \cdot 2")
    row = r"\begin{{bmatrix}} {} & {} \end{{bmatrix}}".format
    assert worked.problem == rf"f(x, y) = x^{{2}} + 4y^{{2}}, \quad {row('x_{0}', 'y_{0}')} = {row(1, 2)}"
    assert [(step.rule, step.link, step.after) for step in worked.steps] == [
        ("gradient", "=", row("2x", "8y")),
        (
            "rule",
            "⇒",
            f"{row(*following)} = {row('x', 'y')} - 0.1{row('2x', '8y')}",
        ),
        ("step 1", "=", row(0.8, 0.4)),
        ("step 2", "=", row(0.64, 0.08)),
        ("where it leads", "⇒", f"{row('x_{2}', 'y_{2}')} = {row(0.64, 0.08)}"),
    ]
    assert worked.steps[2].before == f"{row(1, 2)} - 0.1{row(*first)}"
    assert [step.after for step in worked.steps[2].steps] == [row(2, 16)]


def test_the_partial_derivatives_are_worked_inside_the_first_step() -> None:
    worked = gradient_descent_worked(parse("x^2 y", NAMES), ("x", "y"), (1, 2))
    assert [step.rule for step in worked.steps[0].steps].count("constant multiple") == 2


def test_one_variable_needs_no_row() -> None:
    worked = gradient_descent_worked(parse("x^2"), ("x",), (3,), Fraction(1, 4), 1)
    assert [step.after for step in worked.steps[2:]] == ["1.5", "x_{1} = 1.5"]


def test_a_level_start_shows_its_gradient() -> None:
    worked = gradient_descent_worked(parse("x^2 - y^2", NAMES), ("x", "y"), (0, 0))
    assert [step.rule for step in worked.steps] == ["gradient", "rule", "gradient here", "no way on"]
    assert "as on a saddle" in worked.conclusion


def test_a_start_without_a_value_ends_at_once() -> None:
    worked = gradient_descent_worked(parse("ln(x) + y^2", NAMES), ("x", "y"), (-1, 1))
    assert worked.steps[-1].why == "Here the walk ends."


@given(
    st.sampled_from(["x^2 + 3y^2", "x^4 - x y + y^2", "sin(x) + cos(y)", "exp(x) + y^2", "x y"]),
    st.tuples(st.fractions(-3, 3, max_denominator=9), st.fractions(-3, 3, max_denominator=9)),
    st.sampled_from([Fraction(1, 10), 0.05, 0.5, 1]),
)
@settings(deadline=None, max_examples=15)
def test_steps_hold_from_any_start(
    text: str, start: tuple[Fraction, Fraction], size: float | Fraction
) -> None:
    assert_steps_hold(gradient_descent_worked(parse(text, NAMES), ("x", "y"), start, size), *POINTS)


def test_a_point_outside_the_domain_is_shown_with_six_digits() -> None:
    worked = gradient_descent_worked(parse("ln(x) + y^2", NAMES), ("x", "y"), (0.05, 1))
    assert to_text(worked.result) == "[x_1, y_1] = [-1.95, 0.8]"


def test_a_point_close_to_a_wall_gets_the_digits_it_needs() -> None:
    f = parse("1000000 x + 1/(x - 1)^2", NAMES)
    worked = gradient_descent_worked(f, ("x",), (1 + 3e-7,), Fraction(1, 10**25), 2)
    assert_steps_hold(worked, *POINTS)


def test_what_the_walk_refuses_is_refused() -> None:
    with pytest.raises(MathsError, match="does not lead downhill"):
        gradient_descent_worked(parse("x^2"), ("x",), (1,), 0)
