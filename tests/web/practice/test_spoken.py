"""Formulas in words."""

import pytest

from upslope.maths import parse, to_latex
from upslope.web.practice.spoken import in_words

NAMES = ("x", "y", "n")


@pytest.mark.parametrize(
    ("formula", "words"),
    [
        ("2x^2 + 1", "2 x squared plus 1"),
        ("x^3 - y^n", "x cubed minus y to the power n"),
        ("x^(n+1) y", "x to the power n plus 1, end of power, y"),
        ("1/2", "1 over 2"),
        ("(x+1)/(x-1)", "fraction, x plus 1, over x minus 1, end of fraction,"),
        ("sqrt(x)", "the square root of x"),
        ("sqrt(x+1)", "the square root of x plus 1, end of root,"),
        ("sin(x) cos(y)", "sine x cosine y"),
        ("ln(x)", "natural logarithm x"),
        ("pi/4", "pi over 4"),
        ("2*3", "2 times 3"),
        ("x(y + 1)", "x open bracket y plus 1 close bracket"),
        ("|x|", "bar x bar"),
        ("[x, 2; 3, y]", "matrix, row 1: x, 2; row 2: 3, y;"),
    ],
)
def test_a_formula_is_said_as_a_person_says_it(formula: str, words: str) -> None:
    assert in_words(to_latex(parse(formula, NAMES))) == words


@pytest.mark.parametrize(
    ("latex", "words"),
    [
        (r"12\,\mathrm{km}/\mathrm{h}", "12 km per h"),
        (r"5\,\%", "5 per cent"),
        (r"45\,^{\circ}", "45 degrees"),
        (r"\frac{1}{3} \approx 0.333", "1 over 3 is about 0.333"),
        (
            r"\begin{bmatrix} x & \square \\ \text{?} & 1 \end{bmatrix}",
            "matrix, row 1: x, empty; row 2: unread, 1;",
        ),
    ],
)
def test_units_and_gaps_have_words_too(latex: str, words: str) -> None:
    assert in_words(latex) == words


@pytest.mark.parametrize(
    "latex", ["", "{", "}", "^", r"\frac", r"\frac{1", r"\begin{", r"\sqrt[", r"\text", "_"]
)
def test_a_broken_formula_is_no_accident(latex: str) -> None:
    assert isinstance(in_words(latex), str)
