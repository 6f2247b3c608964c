"""Typed maths: any form of the right function is right, unless a form is asked for."""

import pytest
import sympy
from hypothesis import given, settings
from hypothesis import strategies as st

from upslope.maths import Expression, evaluate, parse
from upslope.questions import Misconception, NotGradable, Part, Score, answer_type, expression_part
from upslope.questions.answer_types.expression import ANSWER_TYPE

EXPRESSION = answer_type("expression")
IN_X_AND_Y = expression_part("e", "x + y", variables=("x", "y"))


def score(part: Part, text: str) -> Score | NotGradable:
    value = EXPRESSION.parse(text, part.key)
    return value if isinstance(value, NotGradable) else EXPRESSION.score(value, part.key)


READINGS = [
    ("2x", "2*x"),
    ("2 x y", "2*x*y"),
    ("x*y", "x*y"),
    ("x×y", "x*y"),
    ("2·x", "2*x"),
    ("x^2", "x**2"),
    ("x**2", "x**2"),
    ("x²", "x**2"),
    ("x⁻¹", "1/x"),
    ("x^(1/2)", "sqrt(x)"),
    ("3/2x", "Rational(3, 2)*x"),
    ("1/(2x)", "1/(2*x)"),
    ("½x", "x/2"),
    ("sqrt(x)", "sqrt(x)"),
    ("√x", "sqrt(x)"),
    ("sin x", "sin(x)"),
    ("sin 2x", "sin(2*x)"),
    ("sin^2 x", "sin(x)**2"),
    ("sin(x)cos(y)", "sin(x)*cos(y)"),
    ("2 sin x cos x", "2*sin(x)*cos(x)"),
    ("e^x", "exp(x)"),
    ("exp(-x^2)", "exp(-x**2)"),
    ("ln x", "log(x)"),
    ("log(x)", "log(x)"),
    ("log10(x)", "log(x, 10)"),
    ("|x|", "Abs(x)"),
    ("-(x - y)", "y - x"),
    ("x - -y", "x + y"),
    ("arctan(x)", "atan(x)"),
    ("pi x", "pi*x"),
    ("(x + y)(x - y)", "x**2 - y**2"),
    (r"\frac{x}{2} + \sqrt{y}", "x/2 + sqrt(y)"),
    (r"2 \cdot x^{2}", "2*x**2"),
    ("np.sin(x)", "sin(x)"),
    ("2^3^x", "2**(3**x)"),
]


@pytest.mark.parametrize(("typed", "meaning"), READINGS)
def test_maths_is_read_as_it_is_meant(typed: str, meaning: str) -> None:
    """The meaning is written for SymPy, and both are worked out at two points."""
    read = EXPRESSION.parse(typed, IN_X_AND_Y.key)
    assert isinstance(read, Expression)
    for x, y in ((0.7, 1.9), (1.3, 0.4)):
        wanted = float(sympy.sympify(meaning).subs({"x": x, "y": y}))
        assert evaluate(read, {"x": x, "y": y}) == pytest.approx(wanted, rel=1e-9)


@pytest.mark.parametrize(
    ("typed", "offset"),
    [
        ("2x + )", 5),
        ("2q", 1),
        ("x, y", 1),
        ("[x, y]", 2),
        ("f(x)", 0),
        ("2x = 3", 3),
        ("x # y", 2),
        ("", None),
    ],
)
def test_what_cannot_be_read_is_not_wrong_and_shows_where(typed: str, offset: int | None) -> None:
    outcome = score(IN_X_AND_Y, typed)
    assert isinstance(outcome, NotGradable)
    assert outcome.offset == offset


@pytest.mark.parametrize("text", ["2x sin x + x^2 cos x", "x(2sin(x) + x*cos(x))", "x^2*cos(x)+sin(x)*2*x"])
def test_any_form_of_the_answer_is_right(text: str) -> None:
    assert score(expression_part("d", parse("2x*sin(x) + x^2*cos(x)")), text) == Score(1.0)


def test_a_sign_makes_it_wrong() -> None:
    assert score(expression_part("d", parse("2x + 1")), "2x - 1") == Score(0.0)


def test_answers_are_compared_on_the_domain_of_the_question() -> None:
    part = expression_part("d", "x", domain={"x": (1, 5)})
    assert score(part, "abs(x)") == Score(1.0)
    assert score(expression_part("d", "x"), "abs(x)") == Score(0.0)


@pytest.mark.parametrize("text", ["x^3/3", "x^3/3 + 5", "x^3/3 + C", "c + x^3/3", "1/3*(x^3 - 7)"])
def test_an_antiderivative_is_right_with_any_constant(text: str) -> None:
    assert score(expression_part("f", "x^3/3", up_to="constant"), text) == Score(1.0)


@pytest.mark.parametrize("text", ["x^3", "x^3/3 + x", "2x", "C x^3"])
def test_up_to_a_constant_is_not_up_to_anything(text: str) -> None:
    assert score(expression_part("f", "x^3/3", up_to="constant"), text) == Score(0.0)


def test_the_letter_of_a_constant_is_read_only_where_it_is_meant() -> None:
    assert isinstance(score(expression_part("f", "x^3/3"), "x^3/3 + C"), NotGradable)


def test_a_factor_may_be_free() -> None:
    part = expression_part("f", "x^2 + 1", up_to="factor")
    assert score(part, "-3x^2 - 3") == Score(1.0)
    assert score(part, "x^2 + 2") == Score(0.0)


@pytest.mark.parametrize(
    ("form", "answer", "right", "other", "words"),
    [
        ("expanded", "x^2 + 3*x + 2", "2 + 3x + x^2", "(x+1)(x+2)", "multiplied out"),
        ("factored", "(x + 1)*(x + 2)", "(x+2)(1+x)", "x^2 + 3x + 2", "factored"),
        ("single fraction", "(x + 1)/x", "(1+x)/x", "1 + 1/x", "one single fraction"),
    ],
)
def test_a_right_answer_in_another_form_costs_nothing_and_is_told_what_to_do(
    form: str, answer: str, right: str, other: str, words: str
) -> None:
    part = EXPRESSION.build("f", answer, {"form": form})
    assert score(part, right) == Score(1.0)
    outcome = score(part, other)
    assert isinstance(outcome, NotGradable)
    assert words in outcome.message
    assert outcome.remedy
    assert score(part, "x^7") == Score(0.0)


def test_a_mistake_is_recognised_in_any_form() -> None:
    mistake = Misconception("sign", "A sign.", "x^2 - 3x + 2")
    part = expression_part("f", "x^2 + 3x + 2", form="expanded", misconceptions=[mistake])
    value = EXPRESSION.parse("(x-1)(x-2)", part.key)
    assert EXPRESSION.score(value, {**part.key, "answer": mistake.wrong}) == Score(1.0)


def test_a_doubtful_piece_is_explained() -> None:
    part = expression_part("e", "x")
    assert ANSWER_TYPE.notes("3/2x", part.key) == (
        "I read 3/2x as (3/2)·x. For 3/(2x), put brackets around 2x.",
    )
    assert ANSWER_TYPE.notes("3x/2", part.key) == ()
    assert ANSWER_TYPE.notes("[x+1 -2]", part.key) == ()


@pytest.mark.parametrize(
    ("answer", "settings", "message"),
    [
        ("2*(", {}, r"'2\*\(' cannot be read"),
        ("2x", {"misconceptions": [Misconception("c", "s", "y")]}, "cannot be read"),
        ("x(x+1)", {"form": "expanded"}, "does not have the form 'expanded'"),
        ("2x", {"form": "pretty"}, "'pretty'"),
        ("2x", {"up_to": "anything"}, "'anything'"),
    ],
)
def test_an_author_is_told_what_cannot_be(answer: str, settings: dict[str, object], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        EXPRESSION.build("d", answer, settings)


def test_a_key_stored_before_there_were_forms_still_marks() -> None:
    old = {"answer": "2*x", "variables": ["x"], "domain": {}}
    assert EXPRESSION.score(EXPRESSION.parse("x + x", old), old) == Score(1.0)


@given(st.integers(-9, 9), st.integers(-9, 9), st.integers(1, 5))
@settings(deadline=None, max_examples=30)
def test_a_polynomial_multiplied_out_is_the_same_answer(a: int, b: int, c: int) -> None:
    part = expression_part("d", parse(f"({a}x + {b})*({c}x + 1)"))
    assert score(part, f"{a * c}x^2 + ({a + b * c})x + ({b})") == Score(1.0)
