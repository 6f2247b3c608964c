import pytest
from hypothesis import given, settings

from tests.maths.oracle import read_back
from tests.maths.strategies import functions
from upslope.maths import Expression, MathsError, compare, parse, symbol, to_json, to_latex
from upslope.maths.expression import Unworked
from upslope.maths.json_tree import Json


@pytest.mark.parametrize(
    ("typed", "latex"),
    [
        ("2x sin x + x^2 cos x", r"2x \sin x + x^{2} \cos x"),
        ("sin(x)(x+1)", r"\sin(x)(x + 1)"),
        ("sin^2 x cos x", r"\sin^{2} x \cos x"),
        ("sin^2(3x+1) x", r"\sin^{2}(3x + 1) x"),
        ("3/2x", r"\frac{3}{2} x"),
        ("e^(-x^2/2)", r"e^{-x^{2}/2}"),
        ("|x|^2", r"\left|x\right|^{2}"),
        ("sqrt(x)^3", r"\left(\sqrt{x}\right)^{3}"),
        ("ln(x)^2", r"(\ln x)^{2}"),
        ("2(1/2)", r"2 \cdot \frac{1}{2}"),
        ("x*2*3", r"x \cdot 2 \cdot 3"),
        ("(x+1)(x-1)/x", r"\frac{(x + 1)(x - 1)}{x}"),
        ("2*(-x)", "2(-x)"),
        ("x - (-2)", "x - (-2)"),
        ("(x^2)^3", "(x^{2})^{3}"),
        ("exp(2x)", r"\exp(2x)"),
        ("arcsin x", r"\arcsin x"),
        ("log10 x", r"\log_{10} x"),
        ("sin(x/2)", r"\sin\left(\frac{x}{2}\right)"),
        ("1.50x", "1.50x"),
        ("2 pi x", r"2\pi x"),
    ],
)
def test_latex_keeps_what_was_typed(typed: str, latex: str) -> None:
    assert to_latex(parse(typed)) == latex


@pytest.mark.parametrize(
    ("name", "latex"),
    [
        ("x", "x"),
        ("mu", r"\mu"),
        ("σ", r"\sigma"),
        ("x_1", "x_{1}"),
        ("sig", r"\mathrm{sig}"),
        ("Δx", r"\Delta x"),
    ],
)
def test_letters_look_as_in_print(name: str, latex: str) -> None:
    assert to_latex(symbol(name)) == latex


def test_a_run_is_bracketed_when_raised() -> None:
    assert to_latex(symbol("Δx") ** 2) == r"(\Delta x)^{2}"


@given(functions())
@settings(deadline=None, max_examples=150)
def test_pasted_back_latex_means_the_same(tree: Expression) -> None:
    again = read_back(to_latex(tree))
    assert again is None or compare(tree, again).verdict in ("same", "unsure")


@pytest.mark.parametrize(
    ("typed", "tree"),
    [
        ("2x - 1.5", ["+", ["*", 2, "x"], ["neg", 1.5]]),
        ("x^3/pi", ["/", ["^", "x", 3], ["pi"]]),
        ("e^(-x)", ["exp", ["neg", "x"]]),
        ("e x", ["*", ["e"], "x"]),
        ("ln(x) + log10(x)", ["+", ["ln", "x"], ["log10", "x"]]),
        ("|sqrt(x)|", ["abs", ["sqrt", "x"]]),
        ("sec x", ["/", 1, ["cos", "x"]]),
        ("arctan(x)", ["atan", "x"]),
    ],
)
def test_the_tree_for_figures(typed: str, tree: Json) -> None:
    assert to_json(parse(typed)) == tree


def test_a_derivative_still_to_do_cannot_be_drawn() -> None:
    with pytest.raises(MathsError, match="has not been worked out yet"):
        to_json(Unworked("derivative", parse("x^2"), "x"))
