import pytest
from hypothesis import given, settings

from tests.maths.strategies import any_trees
from upslope.cli.terminal.one_line import in_one_line, sentence
from upslope.cli.terminal.two_dimensions import in_two_dimensions
from upslope.maths import Expression, parse, to_latex

LINES = [
    ("x^2 sin x", "x² sin x"),
    ("2 sin(3x)", "2 sin 3x"),
    ("(x+1)/x^2", "(x + 1)/x²"),
    ("1/(2x)", "1/(2x)"),
    ("e^(-x^2/2)", "e^(−x²/2)"),
    ("e^(-x)", "e⁻ˣ"),
    ("x^10", "x¹⁰"),
    ("sqrt(x+1)", "√(x + 1)"),
    ("1/sqrt(x)", "1/√x"),
    ("1/sqrt(x+1)", "1/√(x + 1)"),
    ("|x|/2", "|x|/2"),
    ("2*pi*x", "2π x"),
    ("log10(x)", "log₁₀ x"),
]


@pytest.mark.parametrize(("typed", "line"), LINES)
def test_formulas_in_one_line(typed: str, line: str) -> None:
    assert in_one_line(to_latex(parse(typed))) == line


@pytest.mark.parametrize(
    ("latex", "line"),
    [
        (r"\frac{\partial f}{\partial x}", "∂f/∂x"),
        (r"\begin{bmatrix} 1 & \frac{x}{2} \\ y & 2 \end{bmatrix}", "[1, x/2; y, 2]"),
        (r"\begin{aligned} x &= 2 \\ y &\approx 3 \end{aligned}", "x = 2, y ≈ 3"),
        (r"\lim_{\Delta x \to 0} \frac{a}{b}", "lim_(Δx → 0) a/b"),
        (r"\sqrt[3]{x}", "∛x"),
        (r"a^{(1)}_{2}", "a⁽¹⁾₂"),
        (r"\lVert a - y \rVert^{2}", "‖a − y‖²"),
        (r"\mathrm{mass} \cdot 2", "mass · 2"),
        (r"\unknown{x}", "unknownx"),
        ("{", ""),
        (r"\frac{1", "1/"),
        (r"\left(x", "(x"),
        (r"\begin{aligned} x", "x"),
    ],
)
def test_other_latex_in_one_line(latex: str, line: str) -> None:
    assert in_one_line(latex) == line


def test_sentences_lose_their_dollars_and_stars() -> None:
    assert sentence(r"The slope of $\sin x$ is *not* $\frac{1}{2}$; it is **cosine**.") == (
        "The slope of sin x is not 1/2; it is cosine."
    )


def test_fractions_stand_on_a_line_and_neighbours_on_its_height() -> None:
    assert in_two_dimensions(r"y = \frac{x + 1}{2} - 1").lines == (
        "    x + 1    ",
        "y = ───── − 1",
        "      2      ",
    )


def test_powers_of_what_is_tall_stand_on_its_shoulder() -> None:
    assert in_two_dimensions(r"\left(\frac{a}{b}\right)^{2}").lines == ("⎛a⎞²", "⎜─⎟ ", "⎝b⎠ ")


def test_the_two_ends_of_a_sum_stand_above_each_other() -> None:
    assert in_two_dimensions(r"\sum_{i=1}^{n} x_{i}").lines == ("Σⁿ   xᵢ", " i=1   ")


def test_matrices_and_lines_below_each_other_are_aligned() -> None:
    assert in_two_dimensions(r"\begin{bmatrix} 1 & 23 \\ 4 & 5 \end{bmatrix}").lines == ("⎡1  23⎤", "⎣4  5 ⎦")
    assert in_two_dimensions(r"\begin{aligned} x &= 2 \\ yz &= 3 \end{aligned}").lines == ("x  = 2", "yz = 3")


@given(any_trees)
@settings(deadline=None, max_examples=150)
def test_whatever_the_core_prints_can_be_set(tree: Expression) -> None:
    latex = to_latex(tree)
    assert not set(in_one_line(latex)) & set("{}\\$")
    box = in_two_dimensions(latex)
    assert {len(line) for line in box.lines} == {box.width}
    assert 0 <= box.baseline < len(box.lines)
