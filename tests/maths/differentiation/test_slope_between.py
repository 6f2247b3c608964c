from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from upslope.maths import MathsError, evaluate, number, parse, slope_between

PLACES = st.fractions(min_value=-5, max_value=5, max_denominator=4)


@given(PLACES, PLACES)
@settings(max_examples=40, deadline=None)
def test_the_result_is_rise_over_run(start: Fraction, end: Fraction) -> None:
    f = parse("x^2 - x^3/9")
    if start == end:
        return
    rise = (end**2 - end**3 / 9) - (start**2 - start**3 / 9)
    assert slope_between(f, start, end).result == number(rise / (end - start))


def test_every_step_keeps_the_value_and_starts_where_the_last_one_ended() -> None:
    worked = slope_between(parse("x^2 - x^3/9"), 1, 4)
    values = [evaluate(side, {}) for step in worked.steps for side in (step.start, step.end)]
    assert values == pytest.approx([evaluate(worked.result, {})] * len(values))
    assert all(
        first.end == second.start for first, second in zip(worked.steps, worked.steps[1:], strict=False)
    )
    assert worked.steps[-1].end == worked.result


def test_the_moves_are_those_a_person_would_make() -> None:
    worked = slope_between(parse("x^2 - x^3/9"), 3, 6)
    assert [step.rule for step in worked.steps] == ["heights", "rise and run", "divide"]
    assert [step.after for step in worked.steps] == [r"\frac{12 - 6}{6 - 3}", r"\frac{6}{3}", "2"]


def test_greek_letters_are_shown_as_such() -> None:
    worked = slope_between(parse("theta^2", ("theta",)), 1, 2, "theta")
    assert r"where $\theta = 2$, and $1$ where $\theta = 1$" in worked.steps[0].why


def test_a_run_of_nothing_is_refused() -> None:
    with pytest.raises(MathsError, match="the run is 0"):
        slope_between(parse("x^2"), 3, 3)


def test_a_place_without_a_height_is_refused() -> None:
    with pytest.raises(MathsError, match="has no value at x = 0"):
        slope_between(parse("1/x"), 0, 2)
