import pytest
from hypothesis import assume, given, settings

from tests.maths.multivariate_strategies import OTHER_POINT, POINT, smooth_functions
from tests.maths.oracle import close, value
from upslope.maths import Expression, parse, tidy, to_text
from upslope.maths.expressions.matrix import row_vector
from upslope.maths.multivariate.pythagoras import pythagorean_steps

LETTERS = ("x", "y", "r", "theta", "phi")


def shortened(typed: str) -> str:
    tidied = tidy(parse(typed, LETTERS))
    steps = pythagorean_steps(tidied)
    return to_text(steps[-1].end if steps else tidied)


@pytest.mark.parametrize(
    ("typed", "short"),
    [
        ("r cos(theta)^2 + r sin(theta)^2", "r"),
        ("-r^2 sin(phi)^3 - r^2 sin(phi) cos(phi)^2", "-r^2*sin(phi)"),
        ("sin(x)^2 + cos(x)^2 + sin(y)^2 + cos(y)^2", "2"),
        ("1 - sin(2x)^2", "cos(2*x)^2"),
        ("x + 3cos(y)^2 + 3sin(y)^2", "x + 3"),
        ("cosh(x)^2 - sinh(x)^2", "1"),
        ("sqrt(x^2 cos(y)^2 + x^2 sin(y)^2)", "sqrt(x^2)"),
        ("cos(x)^4 + 2 sin(x)^2 cos(x)^2 + sin(x)^4", "1"),
    ],
)
def test_squares_of_sine_and_cosine_make_one(typed: str, short: str) -> None:
    assert shortened(typed) == shortened(short)
    assert tidy(parse(shortened(typed), LETTERS)) == tidy(parse(short, LETTERS))


@pytest.mark.parametrize(
    "typed",
    ["cos(x)^2 - sin(x)^2", "sin(x)^2 + cos(y)^2", "2sin(x)^2 + 3", "sin(x) + cos(x)", "x^2 + y^2", "7"],
)
def test_nothing_is_rewritten_that_does_not_get_shorter(typed: str) -> None:
    assert pythagorean_steps(tidy(parse(typed, LETTERS))) == ()


def test_the_step_is_named_for_the_identity_and_says_it() -> None:
    (step,) = pythagorean_steps(tidy(parse("cos(theta)^2 + sin(theta)^2", LETTERS)))
    assert step.rule == "sin² + cos² = 1"
    assert step.why == r"Use $\sin^{2} \theta + \cos^{2} \theta = 1$, which holds whatever $\theta$ is."
    (step,) = pythagorean_steps(tidy(parse("cosh(x)^2 - sinh(x)^2")))
    assert step.rule == "cosh² − sinh² = 1"
    assert step.why == r"Use $\cosh^{2} x - \sinh^{2} x = 1$, which holds whatever $x$ is."


def test_a_matrix_takes_one_step_with_its_entries_inside() -> None:
    square = parse("cos(x)^2 + sin(x)^2")
    (step,) = pythagorean_steps(row_vector([square, parse("x"), square]))
    assert to_text(step.end) == "[1, x, 1]"
    assert len(step.steps) == 2
    assert pythagorean_steps(row_vector([parse("x"), 2])) == ()


@given(smooth_functions(("x", "y")))
@settings(deadline=None, max_examples=40)
def test_the_value_stays_the_same(f: Expression) -> None:
    mixed = tidy(f * parse("sin(x)^2") + f * parse("cos(x)^2") + parse("sin(y)^3", LETTERS))
    steps = pythagorean_steps(mixed)
    assume(steps)
    for point in (POINT, OTHER_POINT):
        assert close(value(steps[0].start, point), value(steps[-1].end, point))
