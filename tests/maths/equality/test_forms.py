from typing import Any

import pytest
import sympy
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.maths.strategies import any_trees
from upslope.maths import Expression, parse
from upslope.maths.equality.form_check import FormCheck
from upslope.maths.equality.forms import FORMS, Form, check_form
from upslope.maths.expressions.matrix import row_vector

LETTERS = ("x", "y", "a", "b", "h")
X, Y = sympy.symbols("x y")


def check(text: str, form: Form) -> FormCheck:
    return check_form(parse(text, LETTERS), form)


def from_sympy(expression: Any) -> Expression:
    return parse(str(expression).replace("**", "^"), LETTERS)


def holds(form: Form, *texts: str) -> list[Any]:
    return [pytest.param(form, text, True, id=text) for text in texts]


def does_not(form: Form, *texts: str) -> list[Any]:
    return [pytest.param(form, text, False, id=text) for text in texts]


EXPANDED = [
    *holds(
        "expanded",
        "x^2 + 3x + 2",
        "0",
        "x",
        "x/2 + 1/2",
        "3/2x + 1",
        "x^20 - 1",
        "x*2*y",
        "-x - 1",
        "1/(x+1)",
    ),
    *holds(
        "expanded",
        "sin(2(x+1))",
        "e^(2(x+1))",
        "sqrt(x(x+1))",
        "x sin x + cos x",
        "(x+1)^(1/2)",
        "(x+1)/(x+2)",
    ),
    *does_not(
        "expanded", "x(x+1)", "(x+1)(x-1)", "(x+1)^2", "(x+1)^100", "(x+y)^2 - x^2", "e^x(1+x)", "sin(x)(x+1)"
    ),
    *does_not(
        "expanded",
        "-(x+1)",
        "1 + (x+2)",
        "x - (x+2)",
        "(2x)^2",
        "(x^2)^3",
        "(x+1)^1",
        "1/(x(x+1))",
        "1/(x+1)^2",
    ),
    *does_not(
        "expanded", "(x+1)/2", "(x^2+1)/x", "2x + 3x", "x y + y x", "1 + 2", "x + 1 - 1", "x + 0", "x + x/2"
    ),
    *does_not(
        "expanded", "x*x + 1", "2*3x", "x^2 x", "x sin x + sin(x) x", "1/x + 2/x", "x^(1/2) + 2 sqrt x"
    ),
]
FACTORED = [
    *holds(
        "factored",
        "x(x+1)^2",
        "2(x+1)(x-1)",
        "x^2 + 1",
        "x^2 - 2",
        "x^2 - 5",
        "x^4 - 2",
        "x^2 + y^2",
        "6",
        "x",
        "0",
    ),
    *holds(
        "factored",
        "x e^x(x+2)",
        "x(2 sin x + x cos x)",
        "(x+1/2)^2",
        "(x/2+1)(x-1)",
        "1 - x",
        "x^2 + x y + y^2",
    ),
    *holds(
        "factored", "(x+1)/(x(x+2))", "e^(2x) - 1", "sin x", "x^6 + x^5 + x^4 + x^3 + x^2 + x + 1", "1/x + 1"
    ),
    *does_not(
        "factored",
        "(2x+2)(x-1)",
        "x^2 - 1",
        "x^2 + 2x + 1",
        "x^2 + x",
        "2x + 4",
        "x^3 - 1",
        "x^4 + 4",
        "x^20 + x^19",
    ),
    *does_not(
        "factored",
        "x^4 + x^2 + 1",
        "x^2 - y^2",
        "x y + x + y + 1",
        "x^2 + 2x y + y^2 - 1",
        "x^3 + y^3",
        "a x + b x",
    ),
    *does_not(
        "factored", "x^2 e^x + 2x e^x", "sin(x)^2 - cos(x)^2", "2 pi x + 2 pi h", "-(x^2 - 4)", "(x^2 - 4)^3"
    ),
    *does_not(
        "factored",
        "(x^2-1)/(x+2)",
        "(x+1)/(x^2+2x)",
        "(x + x)(x + 1)",
        "x^5 + x + 1",
        "3x^2 + 5x - 2",
        "x - x",
    ),
]
SINGLE_FRACTION = [
    *holds(
        "single fraction",
        "x/(x+1)",
        "x^2 + 1",
        "3x/2",
        "3/2x",
        "-(x/2)",
        "5",
        "1/2",
        "1/sqrt(2)",
        "x*1/y",
        "2(x/3)",
    ),
    *holds(
        "single fraction",
        "x e^-x",
        "e^-2/x",
        "sin(x/2)/x",
        "x^(1/2)/y",
        "0.5x/2",
        "e^x/(e^x+1)",
        "x y/(x h + 1)",
    ),
    *does_not(
        "single fraction", "1/x + 1", "x + 1/2", "1/x - 1/y", "(1/x)/y", "1/(1/x)", "(x+1/2)/3", "1/(x+1/x)"
    ),
    *does_not(
        "single fraction",
        "x^-1",
        "-x^-2",
        "2x^-3/y",
        "(1/x)(1/y)",
        "x/1",
        "2x/4",
        "(2x+2)/4",
        "2/4",
        "x y/(x y^2)",
    ),
    *does_not(
        "single fraction",
        "(x^2-1)/(x-1)",
        "(x+1)(x+2)/((x+1)(x-3))",
        "(x^2-y^2)/(x-y)",
        "sin x/sin x",
        "x e^x/e^x",
    ),
]


@pytest.mark.parametrize(("form", "text", "expected"), [*EXPANDED, *FACTORED, *SINGLE_FRACTION])
def test_a_form_holds_or_not_and_says_what_is_to_do(form: Form, text: str, expected: bool) -> None:
    found = check(text, form)
    assert found.holds is expected, found
    assert found.sentence
    assert bool(found.remedy) is not expected


@pytest.mark.parametrize(
    ("form", "text", "sentence", "remedy"),
    [
        ("expanded", "2x + 3x", "$2x$ and $3x$ are like terms.", "Together they are $5x$."),
        (
            "factored",
            "(2x+2)(x-1)",
            "$2$ can be taken out of $2x + 2$.",
            "What is left in the brackets is $x + 1$.",
        ),
        (
            "factored",
            "x^3 - 1",
            "$x^{3} - 1$ can be taken apart.",
            "$x - 1$ divides it: find the other factor.",
        ),
        (
            "factored",
            "x^2 - y^2",
            "$x^{2} - y^{2}$ can be taken apart.",
            "Look for two brackets that make it up.",
        ),
        ("single fraction", "x^-1", "$x^{-1}$ is a fraction too.", r"Write it as $\frac{1}{x}$."),
        ("single fraction", "(x^2-1)/(x-1)", "$x - 1$ divides top and bottom.", "Cancel it."),
    ],
)
def test_the_sentence_names_the_place(form: Form, text: str, sentence: str, remedy: str) -> None:
    assert check(text, form) == FormCheck(False, sentence, remedy)


small = st.integers(-6, 6)
polynomials = st.lists(small, min_size=2, max_size=4).map(lambda row: sympy.Poly(row, X).as_expr())
two_letters = st.lists(small, min_size=6, max_size=6).map(
    lambda c: c[0] + c[1] * X + c[2] * Y + c[3] * X * Y + c[4] * X**2 + c[5] * Y**2
)


@given(st.lists(st.one_of(polynomials, two_letters), min_size=1, max_size=2))
@settings(deadline=None, max_examples=100)
def test_a_sum_is_factored_exactly_when_sympy_finds_no_factor(parts: list[Any]) -> None:
    whole = sympy.expand(sympy.prod(parts))
    number, factors = sympy.factor_list(whole)
    is_term = len(sympy.Add.make_args(whole)) == 1
    irreducible = abs(number) == 1 and sum(power for _, power in factors) <= 1
    assert check_form(from_sympy(whole), "factored").holds is bool(is_term or irreducible)


@given(st.lists(polynomials, min_size=1, max_size=3))
@settings(deadline=None, max_examples=40)
def test_what_sympy_factors_is_factored_and_what_it_expands_is_expanded(parts: list[Any]) -> None:
    whole = sympy.prod(parts)
    assert check_form(from_sympy(sympy.factor(whole)), "factored").holds
    assert check_form(from_sympy(sympy.expand(whole)), "expanded").holds


@given(st.one_of(polynomials, two_letters), st.one_of(polynomials, two_letters), polynomials)
@settings(deadline=None, max_examples=60)
def test_a_fraction_is_single_exactly_when_sympy_finds_nothing_to_cancel(
    top: Any, bottom: Any, shared: Any
) -> None:
    above, below = sympy.expand(top * shared), sympy.expand(bottom * shared)
    if below == 0 or above == 0 or below.is_number:
        return
    tree = from_sympy(above) / from_sympy(below)
    assert check_form(tree, "single fraction").holds is (sympy.gcd(above, below) in (1, -1))


def test_every_entry_of_a_matrix_must_have_the_form() -> None:
    good, bad = parse("x(x+1)"), parse("x^2 + x")
    assert check_form(row_vector([good, good]), "factored").holds
    assert check_form(row_vector([good, bad]), "factored") == check_form(bad, "factored")


def test_another_form_is_refused_by_name() -> None:
    with pytest.raises(
        ValueError, match="'pretty' is no form that can be asked for: use 'expanded', 'factored'"
    ):
        check_form(parse("x"), "pretty")  # type: ignore[arg-type]


LONG = [
    "(x+y+a+b+h)^12",
    "+".join(f"{n}x^{n}" for n in range(1, 120)),
    "(x+1)" * 250,
    "(" * 49 + "x+1" + ")" * 49,
    "(x+1)^(10^7)",
    "x^(10^7) + x",
    "(9^55x^2 + 1)(x + 9^50) - 9^50",
    "(x+y)^12 - (x-y)^12",
    "|x|^|x|" * 80,
    "+".join(f"sin({n}x)" for n in range(1, 120)),
]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("text", LONG, ids=[text[:20] for text in LONG])
def test_long_texts_are_checked_or_taken_as_they_are(text: str, form: Form) -> None:
    assert check(text, form).sentence


def test_a_form_that_cannot_be_seen_holds_and_says_so() -> None:
    found = check("+".join(f"sin(x+{n})x^{n}" for n in range(1, 110)), "factored")
    assert found.holds


@given(any_trees, st.sampled_from(FORMS))
@settings(deadline=None, max_examples=150)
def test_any_tree_can_be_checked(tree: Expression, form: Form) -> None:
    assert check_form(tree, form).sentence
