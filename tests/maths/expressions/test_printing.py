import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.maths.balanced_latex import assert_balanced
from tests.maths.oracle import read_back
from tests.maths.printable_trees import NAMES, matrices, scalars
from upslope.maths import Expression, MathsError, parse, symbol, tidy, to_json, to_latex, to_text
from upslope.maths.expressions.expression import Unworked
from upslope.maths.expressions.json_tree import Json


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
        ("x*(-1)", r"x \cdot (-1)"),
        ("sin(x)*(-y)", r"\sin(x) \cdot (-y)"),
        ("(-x)*y", "(-x) y"),
        ("f*(x+1)", r"f \cdot (x + 1)"),
        ("f*x", "f x"),
        ("x*x", r"x \cdot x"),
        ("e e", r"e \cdot e"),
        ("sin(x*x)", r"\sin(x \cdot x)"),
        ("sin(x*y)", r"\sin x y"),
        ("sin((a*b)*c)", r"\sin((a b) c)"),
        ("-(-x)", "-(-x)"),
        ("-(x+1)", "-(x + 1)"),
        ("a+(b+c)", "a + (b + c)"),
        ("a-(b-c)", "a - (b - c)"),
        ("(a*b)*c", "(a b) c"),
        ("2*3", r"2 \cdot 3"),
        ("2*3*x", r"2 \cdot 3x"),
        ("2*2^x", r"2 \cdot 2^{x}"),
        ("x*2^3", r"x \cdot 2^{3}"),
        ("x*1.5", r"x \cdot 1.5"),
        ("1.2*10^(-9)", r"1.2 \cdot 10^{-9}"),
        ("(a/b)^2", r"\left(\frac{a}{b}\right)^{2}"),
        ("(a/b)*(b/c)", r"\frac{a}{b} \cdot \frac{b}{c}"),
        ("(a/b)/c", r"\frac{\frac{a}{b}}{c}"),
        ("-a/b", r"-\frac{a}{b}"),
        ("(-a)/b", r"\frac{-a}{b}"),
        ("(e^(-x))^2", "(e^{-x})^{2}"),
        ("e^(-x)^2", "e^{(-x)^{2}}"),
        ("(-x)^2", "(-x)^{2}"),
        ("(-1)^n", "(-1)^{n}"),
        ("x^(-1/2)", "x^{-1/2}"),
        ("x^(a+b)", "x^{a + b}"),
        ("x^(a^b)", "x^{a^{b}}"),
        ("e^(a/b/c)", "e^{(a/b)/c}"),
        ("e^(a/(b/c))", "e^{a/(b/c)}"),
        ("e^((x+1)/(x-1))", "e^{(x + 1)/(x - 1)}"),
        ("e^(sin(x)/2)", r"e^{\sin(x)/2}"),
        ("e^(x sin(x)/2)", r"e^{x \sin(x)/2}"),
        ("e^(2/ln(x))", r"e^{2/\ln x}"),
        ("e^(-(x-a)^2/(2b^2))", "e^{-(x - a)^{2}/(2b^{2})}"),
        ("sin(x)^2", r"\sin^{2} x"),
        ("sin(2x)^2", r"\sin^{2} 2x"),
        ("sin(2x)^2*y", r"\sin^{2}(2x) y"),
        ("sin(x^2)", r"\sin(x^{2})"),
        ("sin(x)^(-1)", r"(\sin x)^{-1}"),
        ("sin(x)^n", r"(\sin x)^{n}"),
        ("sin(-x)", r"\sin(-x)"),
        ("sin(sin(x))", r"\sin(\sin x)"),
        ("sin(x)cos(x)", r"\sin x \cos x"),
        ("sin(x)*x*cos(x)", r"\sin(x) x \cos x"),
        ("sin(x)*2", r"\sin(x) \cdot 2"),
        ("sin(x)/x", r"\frac{\sin x}{x}"),
        ("ln(x)*(x+1)", r"\ln(x)(x + 1)"),
        ("asinh(x)^2", r"(\operatorname{arsinh} x)^{2}"),
        ("asinh(2x)*x", r"\operatorname{arsinh}(2x) x"),
        ("abs(abs(x))", r"\left|\left|x\right|\right|"),
        ("sqrt(2)*x", r"\sqrt{2} x"),
        ("x*sqrt(x+1)", r"x \sqrt{x + 1}"),
        ("speed*x", r"\mathrm{speed} \, x"),
        ("2speed^2", r"2 \, \mathrm{speed}^{2}"),
        ("Δx*x", r"\Delta x \, x"),
        ("2Δx", r"2\Delta x"),
        ("[1, x; -x, 1/2]", r"\begin{bmatrix} 1 & x \\ -x & \frac{1}{2} \end{bmatrix}"),
        ("2[1, 2]", r"2\begin{bmatrix} 1 & 2 \end{bmatrix}"),
        ("[1, 2][3; 4]", r"\begin{bmatrix} 1 & 2 \end{bmatrix} \begin{bmatrix} 3 \\ 4 \end{bmatrix}"),
        (
            "-([1, 2]+[3, 4])",
            r"-\left(\begin{bmatrix} 1 & 2 \end{bmatrix} + \begin{bmatrix} 3 & 4 \end{bmatrix}\right)",
        ),
        ("[1, 2]/2", r"\frac{\begin{bmatrix} 1 & 2 \end{bmatrix}}{2}"),
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
    letters = ("x", "y", "a", "b", "c", "n", "f", "speed", "Δx")
    tree = parse(typed, letters)
    assert to_latex(tree) == latex
    assert parse(latex, letters) == tree


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


@given(st.one_of(scalars, matrices))
@settings(deadline=None, max_examples=300)
def test_plain_text_is_read_back_as_the_same_tree(tree: Expression) -> None:
    assert read_back(to_text(tree), NAMES) in (tree, None)


@given(st.one_of(scalars, matrices))
@settings(deadline=None, max_examples=300)
def test_latex_is_well_formed_and_read_back_as_the_same_tree(tree: Expression) -> None:
    latex = to_latex(tree)
    assert_balanced(latex)
    assert read_back(latex, NAMES) in (tree, None)


@pytest.mark.parametrize(
    "form", ["abs({})^2", "({})^2", "sin({})", "({})/x", "sqrt({})^x", "2^({})", "-({})", "x({})"]
)
def test_deeply_nested_trees_are_printed_at_once(form: str) -> None:
    text = "x"
    for _ in range(24):
        text = form.format(text)
    tree = parse(text)
    # A printer that works on anything twice on every level would need millions of steps.
    assert len(to_latex(tree)) < 2000
    assert parse(to_latex(tree)) == tree


def test_results_are_tidy() -> None:
    for typed, latex in (
        ("2*x*1*x + 0", "2x^{2}"),
        ("x^(-1)*3", r"\frac{3}{x}"),
        ("(2x)/4", r"\frac{x}{2}"),
        ("x^(1/2)", r"\sqrt{x}"),
        ("[x+x, 2*3]", r"\begin{bmatrix} 2x & 6 \end{bmatrix}"),
    ):
        assert to_latex(tidy(parse(typed))) == latex


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
