from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.maths.oracle import assert_steps_hold, every_step
from upslope.maths import Derivation, MathsError, evaluate, number, parse, to_latex
from upslope.maths.iteration.newton_raphson import newton_raphson
from upslope.maths.iteration.newton_raphson_worked import (
    MOST_WORKED,
    newton_raphson_table,
    newton_raphson_worked,
)

POINTS = ({"x": Fraction(7, 5)}, {"x": Fraction(-3, 7)})

CASES: list[tuple[str, int | float | Fraction]] = [
    ("x^3 - 2x - 5", 2),
    ("x^2 - 2", 1),
    ("x^2 - 2", Fraction(3, 2)),
    ("x - cos(x)", 0.5),
    ("x^3 - 2x + 2", 0),
    ("x^2 + 1", 1),
    ("ln(x)", 3),
    ("ln(x)", -1),
    ("exp(x) - 3x", 0),
    ("x^2 - 2x + 1", -1),
    ("atan(x)", 2),
    ("x^2 - 4", 2),
    ("7", 1),
    ("cos(x)", 3),
    ("exp(x) - 2", -10),
    ("x^6/6 - 3x^4 - 2x^3/3 + 27x^2/2 + 18x - 30", 1),
    ("1/x", 1),
]


def rules(worked: Derivation) -> list[str]:
    return [step.rule for step in worked.steps]


@pytest.mark.parametrize(("text", "start"), CASES)
def test_every_step_holds_and_leads_to_the_result(text: str, start: int | float | Fraction) -> None:
    worked = newton_raphson_worked(parse(text), start)
    assert_steps_hold(worked, *POINTS)
    assert worked.steps[-1].end == worked.result
    assert all(step.why for step in worked.steps)
    assert all(step.start != step.end for step in every_step(worked.steps))


@pytest.mark.parametrize(("text", "start"), CASES)
def test_the_conclusion_is_the_outcome_of_the_whole_search(text: str, start: int | float | Fraction) -> None:
    outcome = newton_raphson(parse(text), float(start)).outcome
    conclusion = newton_raphson_worked(parse(text), start, steps=1).conclusion
    assert conclusion == f"{outcome.sentence} {outcome.remedy}".strip()


def test_newtons_own_example() -> None:
    worked = newton_raphson_worked(parse("x^3 - 2x - 5"), 2)
    assert worked.problem == r"x^{3} - 2x - 5 = 0, \quad x_{0} = 2"
    assert [(step.rule, step.link, step.after) for step in worked.steps] == [
        ("slope", "=", "3x^{2} - 2"),
        ("rule", "⇒", r"x_{\mathrm{next}} = x - \frac{x^{3} - 2x - 5}{3x^{2} - 2}"),
        ("step 1", "=", "2.1"),
        ("step 2", "≈", "2.09457"),
        ("step 3", "≈", "2.09455"),
        ("step 4", "≈", "2.09455"),
        ("where it leads", "⇒", r"x_{4} \approx 2.09455"),
    ]
    assert worked.steps[2].before == r"2 - \frac{2^{3} - 2 \cdot 2 - 5}{3 \cdot 2^{2} - 2}"
    assert [(step.rule, step.before, step.after) for step in worked.steps[3].steps] == [
        ("height", r"2.1^{3} - 2 \cdot 2.1 - 5", "0.061"),
        ("slope", r"3 \cdot 2.1^{2} - 2", "11.23"),
    ]
    assert worked.steps[3].why == (
        "Put $x_{1} = 2.1$ in. There the height is $0.061$ and the slope is $11.23$."
    )
    assert worked.to_json()["link"] == "⇒"


def test_the_slope_is_worked_inside_its_step() -> None:
    worked = newton_raphson_worked(parse("x^3 - 2x - 5"), 2)
    assert [step.rule for step in worked.steps[0].steps] == ["sum", "put together"]


def test_the_rule_is_said_with_numbered_points_too() -> None:
    why = newton_raphson_worked(parse("t^2 - 3", ("t",)), 2, "t").steps[1].why
    assert r"$t_{n+1} = t_{n} - \frac{f(t_{n})}{f'(t_{n})}$" in why


def test_it_stops_where_the_digits_stand_still() -> None:
    worked = newton_raphson_worked(parse("x^2 - 2"), 1, steps=12)
    assert rules(worked)[-2:] == ["step 5", "where it leads"]
    assert worked.steps[-1].why == "The last step changed none of the digits shown: the points have settled."


def test_steps_that_are_not_shown_are_announced() -> None:
    worked = newton_raphson_worked(parse("x^2 - 2"), 1, steps=2)
    assert rules(worked)[-3:] == ["step 1", "step 2", "where it leads"]
    assert worked.steps[-1].why == "The search goes on in the same way."
    assert worked.result.children[1] == parse("1.41667")


@pytest.mark.parametrize(("asked", "shown"), [(-3, 1), (0, 1), (5, 5), (40, MOST_WORKED)])
def test_between_1_and_12_steps_are_shown(asked: int, shown: int) -> None:
    worked = newton_raphson_worked(parse("x^5"), 1, steps=asked)
    assert sum(rule.startswith("step ") for rule in rules(worked)) == shown


def test_a_level_tangent_is_looked_at() -> None:
    worked = newton_raphson_worked(parse("x^2 + 1"), 1)
    assert rules(worked) == ["slope", "rule", "step 1", "slope", "no way on"]
    assert worked.steps[3].before == r"2 \cdot 0"
    assert to_latex(worked.result) == "x_{1} = 0"


def test_a_level_line_has_no_rule_with_a_division_by_zero() -> None:
    assert rules(newton_raphson_worked(parse("7"), 1)) == ["slope", "no way on"]


def test_a_point_outside_the_domain_is_the_last() -> None:
    worked = newton_raphson_worked(parse("ln(x)"), 3)
    assert to_latex(worked.result) == r"x_{1} \approx -0.295837"
    assert "$f(x)$ has no value" in worked.conclusion


@given(
    st.sampled_from(["x^3 - x", "x^2 - 3", "exp(x) - 2", "cos(x)", "atan(x)", "x^2 + 1", "1/x - 1"]),
    st.fractions(-4, 4, max_denominator=20),
)
@settings(deadline=None, max_examples=40)
def test_steps_hold_from_any_start(text: str, start: Fraction) -> None:
    assert_steps_hold(newton_raphson_worked(parse(text), start, steps=6), *POINTS)


@given(st.fractions(-9, 9, max_denominator=12), st.integers(1, 9))
@settings(deadline=None, max_examples=30)
def test_the_first_step_from_a_fraction_is_exact(start: Fraction, constant: int) -> None:
    if not start:
        return
    step = newton_raphson_worked(parse("x^2") - number(constant), start).steps[2]
    exact = start - (start**2 - constant) / (2 * start)
    if step.rule == "step 1":
        shown = Fraction(str(evaluate(step.end, {})))
        assert (step.link == "=") == (shown == exact)
        assert abs(shown - exact) <= max(Fraction(1), abs(exact)) / 10**5


def test_a_nearly_level_tangent_gets_the_digits_it_needs() -> None:
    worked = newton_raphson_worked(parse("x^3 - 3x + 5"), Fraction(-100001, 100000), steps=3)
    assert_steps_hold(worked, *POINTS)


def test_the_table_holds_point_height_and_slope_of_every_step() -> None:
    rows = newton_raphson_table(parse("x^3 - 2x - 5"), 2)
    assert [row.n for row in rows] == [0, 1, 2, 3, 4]
    assert (rows[0].x, rows[0].f, rows[0].slope) == (2, -1, 10)
    assert rows[1].x == pytest.approx(2.1)
    for row in rows:
        assert row.f == pytest.approx(row.x**3 - 2 * row.x - 5, abs=1e-12)
        assert row.slope == pytest.approx(3 * row.x**2 - 2)


def test_the_table_says_where_there_is_no_height() -> None:
    last = newton_raphson_table(parse("ln(x)"), 3)[-1]
    assert last.x < 0
    assert np.isnan(last.f)


def test_an_indexed_letter_gets_a_second_index() -> None:
    worked = newton_raphson_worked(parse("x_1^2 - 3", ("x_1",)), 2, "x_1")
    assert r"x_{1,0} = 2" in worked.problem


def test_what_the_search_refuses_is_refused() -> None:
    with pytest.raises(MathsError, match="No search can start at"):
        newton_raphson_worked(parse("x"), float("inf"))
