"""Typed maths: any form of the right function is right."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from upslope.maths import parse
from upslope.questions import Misconception, NotGradable, Part, Score, answer_type, expression_part

EXPRESSION = answer_type("expression")


def score(part: Part, text: str) -> Score | NotGradable:
    value = EXPRESSION.parse(text, part.key)
    return value if isinstance(value, NotGradable) else EXPRESSION.score(value, part.key)


@pytest.mark.parametrize("text", ["2x sin x + x^2 cos x", "x(2sin(x) + x*cos(x))", "x^2*cos(x)+sin(x)*2*x"])
def test_any_form_of_the_answer_is_right(text: str) -> None:
    assert score(expression_part("d", parse("2x*sin(x) + x^2*cos(x)")), text) == Score(1.0)


def test_a_sign_makes_it_wrong() -> None:
    assert score(expression_part("d", parse("2x + 1")), "2x - 1") == Score(0.0)


def test_answers_are_compared_on_the_domain_of_the_question() -> None:
    part = expression_part("d", "x", domain={"x": (1, 5)})
    assert score(part, "abs(x)") == Score(1.0)
    assert score(expression_part("d", "x"), "abs(x)") == Score(0.0)


def test_the_caret_points_at_the_character_that_cannot_be_read() -> None:
    outcome = score(expression_part("d", "2x"), "2x + )")
    assert isinstance(outcome, NotGradable)
    assert outcome.offset == 5


def test_a_variable_of_another_question_is_not_read() -> None:
    assert isinstance(score(expression_part("d", "2x"), "2q"), NotGradable)


def test_an_author_who_writes_an_unreadable_answer_is_told() -> None:
    with pytest.raises(ValueError, match=r"'2\*\(' cannot be read"):
        expression_part("d", "2*(")
    with pytest.raises(ValueError, match="cannot be read"):
        expression_part("d", "2x", misconceptions=[Misconception("c", "s", "y")])


@given(st.integers(-9, 9), st.integers(-9, 9), st.integers(1, 5))
@settings(deadline=None, max_examples=30)
def test_a_polynomial_multiplied_out_is_the_same_answer(a: int, b: int, c: int) -> None:
    part = expression_part("d", parse(f"({a}x + {b})*({c}x + 1)"))
    assert score(part, f"{a * c}x^2 + ({a + b * c})x + ({b})") == Score(1.0)
