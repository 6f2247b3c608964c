"""General terms: their numbers against series arithmetic, and their LaTeX, read back, against the numbers."""

import re
from fractions import Fraction
from math import factorial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from upslope.maths import Expression, MathsError, evaluate, number, parse, symbol, tidy
from upslope.maths.expressions.expression import Operand
from upslope.maths.series.exact_coefficients import exact_coefficients
from upslope.maths.series.maclaurin_terms import GeneralTerm, general_term

KNOWN = [
    ("e^x", 0, r"\sum_{n = 0}^{\infty} \frac{x^{n}}{n!}"),
    ("sin(x)", 0, r"\sum_{n = 0}^{\infty} \frac{(-1)^{n} x^{2n + 1}}{(2n + 1)!}"),
    ("cos(x)", 0, r"\sum_{n = 0}^{\infty} \frac{(-1)^{n} x^{2n}}{(2n)!}"),
    ("sinh(x)", 0, r"\sum_{n = 0}^{\infty} \frac{x^{2n + 1}}{(2n + 1)!}"),
    ("cosh(x)", 0, r"\sum_{n = 0}^{\infty} \frac{x^{2n}}{(2n)!}"),
    ("ln(1+x)", 0, r"\sum_{n = 1}^{\infty} \frac{(-1)^{n + 1} x^{n}}{n}"),
    ("1/(1-x)", 0, r"\sum_{n = 0}^{\infty} x^{n}"),
    ("1/(1+x)", 0, r"\sum_{n = 0}^{\infty} (-1)^{n} x^{n}"),
    ("atan(x)", 0, r"\sum_{n = 0}^{\infty} \frac{(-1)^{n} x^{2n + 1}}{2n + 1}"),
    ("atanh(x)", 0, r"\sum_{n = 0}^{\infty} \frac{x^{2n + 1}}{2n + 1}"),
    ("sqrt(1+x)", 0, r"\sum_{n = 0}^{\infty} \binom{1/2}{n} x^{n}"),
    ("(1+x)^(-1/3)", 0, r"\sum_{n = 0}^{\infty} \binom{-1/3}{n} x^{n}"),
    ("1/(1-x)^2", 0, r"\sum_{n = 0}^{\infty} (n + 1) x^{n}"),
    ("e^(x^2)", 0, r"\sum_{n = 0}^{\infty} \frac{x^{2n}}{n!}"),
    ("x sin(x)", 0, r"\sum_{n = 0}^{\infty} \frac{(-1)^{n} x^{2n + 2}}{(2n + 1)!}"),
    ("cos(2x)", 0, r"\sum_{n = 0}^{\infty} \frac{(-1)^{n} \cdot 2^{2n} x^{2n}}{(2n)!}"),
    ("1/(1+x^2)", 0, r"\sum_{n = 0}^{\infty} (-1)^{n} x^{2n}"),
    ("1/(2-3x)", 0, r"\sum_{n = 0}^{\infty} \frac{3^{n} x^{n}}{2^{n + 1}}"),
    ("ln(1-x)", 0, r"-\sum_{n = 1}^{\infty} \frac{x^{n}}{n}"),
    ("2 atan(x/2)", 0, r"\sum_{n = 0}^{\infty} \frac{(-1)^{n} x^{2n + 1}}{2^{2n} (2n + 1)}"),
    ("3cos(x^2/2)", 0, r"\sum_{n = 0}^{\infty} \frac{3 (-1)^{n} x^{4n}}{2^{2n} (2n)!}"),
    ("x^2 e^(-x)/3", 0, r"\sum_{n = 0}^{\infty} \frac{(-1)^{n} x^{n + 2}}{3 n!}"),
    ("1/x", 2, r"\sum_{n = 0}^{\infty} \frac{(-1)^{n} (x - 2)^{n}}{2^{n + 1}}"),
    ("1/x", -3, r"-\sum_{n = 0}^{\infty} \frac{(x + 3)^{n}}{3^{n + 1}}"),
    ("ln(x)", 1, r"\sum_{n = 1}^{\infty} \frac{(-1)^{n + 1} (x - 1)^{n}}{n}"),
    ("sqrt(x)", 4, r"\sum_{n = 0}^{\infty} \frac{2 \binom{1/2}{n} (x - 4)^{n}}{4^{n}}"),
    ("x/(4+x^2)", 0, r"\sum_{n = 0}^{\infty} \frac{(-1)^{n} x^{2n + 1}}{4^{n + 1}}"),
    ("-sin(-2x)", 0, r"\sum_{n = 0}^{\infty} \frac{(-1)^{n} \cdot 2^{2n + 1} x^{2n + 1}}{(2n + 1)!}"),
]
UNKNOWN = [
    "tan(x)",
    "e^(sin(x))",
    "sin(x) + 1",
    "x^3 + 1",
    "e^(x+1)",
    "ln(2+x)",
    "2^x",
    "sin(x) cos(x)",
    "sin(x)/x",
    "7",
]


def assert_same_coefficients(term: GeneralTerm, f: Expression, about: Operand) -> None:
    found = [Fraction(0)] * 9
    for n in range(term.first, 9 + term.first):
        if term.power(n) < 9:
            found[term.power(n)] += term.coefficient(n)
    assert found == list(exact_coefficients(f, "x", tidy(number(about)), 8))


@pytest.mark.parametrize(("text", "about", "series"), KNOWN)
def test_the_term_has_the_coefficients_of_the_taylor_polynomial(text: str, about: int, series: str) -> None:
    term = general_term(parse(text), "x", about)
    assert term is not None
    assert term.series == series
    assert_same_coefficients(term, parse(text), about)


@pytest.mark.parametrize(("text", "about", "series"), KNOWN)
def test_what_is_shown_is_what_is_computed(text: str, about: int, series: str) -> None:
    term = general_term(parse(text), "x", about)
    assert term is not None
    for n in range(term.first, 6):
        x = 0.7
        assert shown(term.latex, n, x) == pytest.approx(
            float(term.coefficient(n)) * (x - about) ** term.power(n)
        )


def shown(latex: str, n: int, x: float) -> float:
    """The value of a printed term, read by the parser once factorials and binomials are numbers."""
    latex = re.sub(r"\((2n(?: \+ 1)?)\)!", lambda m: f"({factorial(2 * n + ('+' in m[1]))})", latex)
    latex = latex.replace("n!", f"({factorial(n)})")
    latex = re.sub(r"\\binom\{(.*?)\}\{n\}", lambda m: f"({binomial(Fraction(m[1]), n)})", latex)
    return evaluate(parse(latex, ("x", "n")), {"x": x, "n": n})


def binomial(p: Fraction, n: int) -> Fraction:
    return Fraction(1) if n == 0 else binomial(p, n - 1) * (p - n + 1) / n


@pytest.mark.parametrize("text", UNKNOWN)
def test_none_where_no_formula_is_known(text: str) -> None:
    assert general_term(parse(text)) is None


@given(
    st.sampled_from(["exp", "sin", "cos", "sinh", "cosh", "atan"]),
    st.fractions(-4, 4, max_denominator=4).filter(bool),
    st.integers(1, 3),
    st.fractions(-9, 9, max_denominator=9).filter(bool),
    st.integers(0, 3),
)
def test_any_substitution_and_any_factor_are_recognised(
    name: str, scale: Fraction, power: int, front: Fraction, extra: int
) -> None:
    x = symbol("x")
    f = number(front) * x**extra * parse(f"{name}(u)", ("u",)).substitute({"u": number(scale) * x**power})
    term = general_term(f)
    assert term is not None
    assert_same_coefficients(term, f, 0)
    for n in range(3):
        assert shown(term.latex, n, 0.5) == pytest.approx(float(term.coefficient(n)) * 0.5 ** term.power(n))


@given(st.fractions(-5, 5, max_denominator=5).filter(bool))
def test_one_over_x_is_known_about_every_point_but_0(about: Fraction) -> None:
    term = general_term(parse("1/x"), "x", about)
    assert term is not None
    assert_same_coefficients(term, parse("1/x"), about)
    for n in range(4):
        wanted = float(term.coefficient(n)) * (7 - float(about)) ** term.power(n)
        assert shown(term.latex, n, 7) == pytest.approx(wanted)


def test_a_point_that_moves_is_refused() -> None:
    with pytest.raises(MathsError, match="Choose a fixed number"):
        general_term(parse("e^x"), "x", symbol("x"))
