import pytest

from upslope.maths import parse, to_text
from upslope.maths.simplification.polynomial import coefficients


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("3x^2 - x", {2: "3", 1: "-1"}),
        ("(x+1)^2", {2: "1", 1: "2", 0: "1"}),
        ("(x+1)(x-1)", {2: "1", 0: "-1"}),
        ("(a x + 2)/b", {1: "a/b", 0: "2/b"}),
        ("x - x", {}),
        ("sin(a)", {0: "sin(a)"}),
        ("x^12", {12: "1"}),
    ],
)
def test_coefficients_of_polynomials(text: str, found: dict[int, str]) -> None:
    polynomial = coefficients(parse(text, ("x", "a", "b")))
    assert polynomial is not None
    assert {power: to_text(coefficient) for power, coefficient in polynomial.items()} == found


@pytest.mark.parametrize("text", ["sin x", "1/x", "x^(1/2)", "x^a", "x^13", "(x^9)^9", "2^x"])
def test_what_is_no_polynomial(text: str) -> None:
    assert coefficients(parse(text, ("x", "a"))) is None
