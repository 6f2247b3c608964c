from fractions import Fraction

import pytest
import sympy
from hypothesis import assume, given, settings

from tests.maths.oracle import (
    assert_steps_hold,
    central_difference,
    close,
    every_step,
    has_values,
    to_sympy,
    value,
)
from tests.maths.strategies import functions
from upslope.maths import Expression, derivative, differentiate, parse, symbol, tidy, to_latex, to_text
from upslope.maths.differentiation.differentiation import worked
from upslope.maths.expressions.expression import Call, Unworked
from upslope.maths.expressions.functions import FUNCTIONS

X = symbol("x")
LETTERS = ("x", "y", "a", "b", "c", "n", "u")
POINTS = [Fraction(7, 10), Fraction(-13, 10), Fraction(23, 10), Fraction(31, 100), Fraction(-29, 100)]


@pytest.mark.parametrize(
    ("typed", "slope"),
    [
        ("7", "0"),
        ("x", "1"),
        ("-x", "-1"),
        ("x^2 sin x", "2*x*sin(x) + x^2*cos(x)"),
        ("3x^4 - 2x^2 + 7x - 5", "12*x^3 - 4*x + 7"),
        ("a x^2 + b x + c", "2*a*x + b"),
        ("x^n", "n*x^(n - 1)"),
        ("1/x", "-1/x^2"),
        ("5/x^3", "-15/x^4"),
        ("sqrt(x)", "1/(2*sqrt(x))"),
        ("1/sqrt(x)", "-1/(2*x^(3/2))"),
        ("x^(2/3)", "2/(3*x^(1/3))"),
        ("0.3x^2", "0.6*x"),
        ("(2x+1)(3x-1)", "12*x + 1"),
        ("sin(x)/x", "(x*cos(x) - sin(x))/x^2"),
        ("sin(x)/x^2", "(x*cos(x) - 2*sin(x))/x^3"),
        ("x/(x+1)", "1/(x + 1)^2"),
        ("(x^2-1)/(x^2+1)", "4*x/(x^2 + 1)^2"),
        ("x/sqrt(x+1)", "(x + 2)/(2*(x + 1)^(3/2))"),
        ("tan x", "1/cos(x)^2"),
        ("ln(x^2+1)", "2*x/(x^2 + 1)"),
        ("e^(-x^2/2)", "-x*e^(-x^2/2)"),
        ("sin^2 x", "2*sin(x)*cos(x)"),
        ("(3x+2)^4", "12*(3*x + 2)^3"),
        ("x ln x - x", "ln(x)"),
        ("x^x", "x^x*(ln(x) + 1)"),
        ("2^x", "2^x*ln(2)"),
        ("|x|", "x/abs(x)"),
        ("asin(2x)", "2/sqrt(1 - 4*x^2)"),
        ("1/(1+e^-x)", "e^(-x)/(1 + e^(-x))^2"),
        ("x^3 e^x cos x", "3*x^2*e^x*cos(x) + x^3*e^x*cos(x) - x^3*e^x*sin(x)"),
        ("e^x/x", "(x - 1)*e^x/x^2"),
        ("x^2 sqrt(1-x)", "x*(4 - 5*x)/(2*sqrt(1 - x))"),
        ("(2x-1)^3/(x+1)^2", "2*(2*x - 1)^2*(x + 4)/(x + 1)^3"),
        ("asin(x/2)", "1/sqrt(4 - x^2)"),
        ("atan(x/3)", "3/(x^2 + 9)"),
        ("atan(1/x)", "-1/(x^2 + 1)"),
        ("sec x", "sec(x)*tan(x)"),
        ("sec(x)^2", "2*sec(x)^2*tan(x)"),
        ("(1+1/x)^x", "(1 + 1/x)^x*(ln(1 + 1/x) - 1/(x + 1))"),
        ("x^(sin x)", "x^sin(x)*(cos(x)*ln(x) + sin(x)/x)"),
        ("(e^x-e^-x)/(e^x+e^-x)", "4/(e^x + e^(-x))^2"),
        ("ln(x/(1-x))", "1/(x*(1 - x))"),
        ("acosh(2x)", "2/sqrt(4*x^2 - 1)"),
        ("sqrt(2) x + x/sqrt(2)", "3*sqrt(2)/2"),
        ("x^2 sin(pi/6)", "x"),
    ],
)
def test_the_result_is_what_a_person_writes(typed: str, slope: str) -> None:
    assert to_text(derivative(parse(typed, LETTERS))) == slope


@pytest.mark.parametrize(
    ("typed", "rules"),
    [
        ("x^3", ["power"]),
        ("7", ["constant"]),
        ("x^2 + x", ["sum", "put together"]),
        ("4x^2", ["constant multiple", "put together"]),
        ("x^2 sin x", ["product", "put together"]),
        ("sin(x)/x", ["quotient", "put together", "tidy"]),
        ("sin(3x)", ["chain", "put together", "tidy"]),
        ("e^x", ["exponential"]),
        ("ln x", ["logarithm"]),
        ("cos x", ["trigonometric"]),
        ("atan x", ["inverse trigonometric"]),
        ("cosh x", ["hyperbolic"]),
        ("sqrt(x)", ["rewrite", "power", "tidy"]),
        ("1/x", ["rewrite", "power", "tidy"]),
        ("x^x", ["general power", "put together"]),
        ("2^x", ["exponential"]),
        ("|x|", ["absolute value"]),
        ("asinh x", ["inverse hyperbolic"]),
    ],
)
def test_the_rules_are_named_in_the_order_of_use(typed: str, rules: list[str]) -> None:
    assert [step.rule for step in differentiate(parse(typed)).steps] == rules


def test_a_product_is_worked_as_on_paper() -> None:
    worked = differentiate(parse("x^2 sin x"))
    assert worked.problem == r"\frac{d}{dx}\left(x^{2} \sin x\right)"
    product, together = worked.steps
    assert product.before == worked.problem
    assert product.after == (r"\frac{d}{dx}\left(x^{2}\right) \sin x + x^{2} \frac{d}{dx}\left(\sin x\right)")
    assert "Both factors change: $x^{2}$ and $\\sin x$." in product.why
    assert [(step.rule, step.after) for step in product.steps] == [
        ("power", "2x"),
        ("trigonometric", r"\cos x"),
    ]
    assert together.after == r"2x \sin x + x^{2} \cos x" == to_latex(worked.result)


def test_every_function_has_a_rule_of_its_own() -> None:
    for name, row in FUNCTIONS.items():
        step = differentiate(Call(name, X + 1)).steps[0].steps[0]
        assert step.rule == row.rule
        assert step.why


def test_general_powers_go_by_logarithms() -> None:
    step = differentiate(parse("(x^2 + 1)^x")).steps[0]
    assert step.rule == "general power"
    assert str(step.end) == "(x^2 + 1)^x*derivative[x](x*ln(x^2 + 1))"
    assert r"$(x^{2} + 1)^{x} = e^{x \ln(x^{2} + 1)}$, for a positive base" in step.why


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("x^2 y^3", "Only $x$ moves: $y^{3}$ is held still, so it can wait in front"),
        ("y/x", "Only $x$ moves: $y$ is held still"),
        ("x/y", r"Only $x$ moves: $\frac{1}{y}$ is held still"),
        ("x^n", "Only $x$ moves: the exponent is held still. The exponent $n$ comes down"),
        ("sin y", r"Only $x$ moves, and there is none in $\sin y$"),
        ("3x", "The constant $3$ stretches the curve"),
    ],
)
def test_a_partial_derivative_says_what_is_held_still(typed: str, sentence: str) -> None:
    assert sentence in worked(Unworked("partial", parse(typed, LETTERS), "x")).steps[0].why


def test_a_partial_derivative_is_the_derivative_with_other_letters_held_still() -> None:
    tree = parse("x^2 sin(x y) + y^x", LETTERS)
    assert worked(Unworked("partial", tree, "x")).result == derivative(tree, "x")


def test_greek_letters_are_shown_as_such() -> None:
    sentences = [step.why for step in every_step(differentiate(parse("alpha^2", ("alpha",)), "alpha").steps)]
    assert differentiate(parse("alpha", ("alpha",)), "alpha").steps[0].why.startswith(r"$\alpha$ grows")
    assert not any("$alpha" in sentence for sentence in sentences)


@pytest.mark.parametrize(
    ("typed", "form", "reason"),
    [
        ("1/x^2", "x^(-2)", "One over a power is the power with the opposite exponent"),
        ("1/x^(-2)", "x^2", "One over a power is the power with the opposite exponent"),
        ("1/(x+1)", "(x + 1)^(-1)", "One over anything is that thing to the power $-1$"),
        ("1/sqrt(x)", "x^(-1/2)", "One over a square root is the power minus one half"),
    ],
)
def test_one_over_something_becomes_a_power(typed: str, form: str, reason: str) -> None:
    step = differentiate(parse(typed)).steps[0]
    assert (step.rule, str(step.end)) == ("rewrite", f"derivative[x]({form})")
    assert step.why.startswith(reason)


def test_three_factors_take_turns() -> None:
    step = differentiate(parse("x^2 e^x sin x")).steps[0]
    assert step.rule == "product"
    assert step.after.count(r"\frac{d}{dx}") == 3
    assert "There are 3 factors that change" in step.why


def test_the_quotient_rule_says_that_it_is_a_product() -> None:
    assert r"the product rule for $\sin(x) x^{-1}$" in differentiate(parse("sin(x)/x")).steps[0].why


def test_the_chain_rule_names_the_outer_and_the_inner_function() -> None:
    step = differentiate(parse("sin(3x)")).steps[0]
    assert r"The outer one is $\sin u$, with slope $\cos u$; the inner one is $u = 3x$." in step.why
    assert step.steps[0].before == r"\frac{d}{du}\left(\sin u\right)"


def test_the_letter_of_the_inner_function_is_a_free_one() -> None:
    assert "the inner one is $v = 3u$" in differentiate(parse("sin(3u)", LETTERS), "u").steps[0].why
    assert "the inner one is $v = x + 1$" in differentiate(parse("(x + 1)^u", LETTERS)).steps[0].why
    crowded = parse("sin(u v w x)", ("u", "v", "w", "x"))
    assert "the inner one is $u_{1} = u v w x$" in differentiate(crowded).steps[0].why


def test_other_letters_are_constants() -> None:
    assert to_text(derivative(parse("a^2 x + sin(a)", LETTERS))) == "a^2"
    assert to_text(derivative(parse("a^2 x + sin(a)", LETTERS), "a")) == "2*a*x + cos(a)"


def test_a_derivation_as_data() -> None:
    data = differentiate(parse("x^2 sin x")).to_json()
    assert set(data) == {"problem", "result", "link", "conclusion", "steps"}
    assert data["result"] == r"2x \sin x + x^{2} \cos x"
    assert set(data["steps"][0]) == {"rule", "before", "after", "link", "why", "steps"}


def test_a_derivative_can_be_taken_again() -> None:
    assert to_text(derivative(derivative(parse("x^4 + sin x")))) == "12*x^2 - sin(x)"


def _defined(tree: Expression, at: Fraction) -> bool:
    """Whether the function has a value of moderate size here and around, so that a secant can be trusted."""
    try:
        return all(abs(value(tree, {"x": at + shift})) < 10**6 for shift in (0, Fraction(1, 10**20)))
    except ArithmeticError:
        return False


@given(functions())
@settings(deadline=None, max_examples=120)
def test_derivatives_agree_with_short_secants(tree: Expression) -> None:
    slope = derivative(tree)
    points = [at for at in POINTS if _defined(tree, at) and _defined(slope, at)]
    assume(points)
    for at in points:
        assert close(value(slope, {"x": at}), central_difference(tree, "x", {"x": at}))


@given(functions(2))
@settings(deadline=None, max_examples=60)
def test_derivatives_agree_with_sympy(tree: Expression) -> None:
    slope = derivative(tree)
    points = [at for at in POINTS if _defined(tree, at) and _defined(slope, at)][:2]
    assume(points)
    letter = sympy.Symbol("x", real=True)
    oracle = sympy.diff(to_sympy(tree), letter)
    for at in points:
        theirs = oracle.subs(letter, sympy.Rational(at.numerator, at.denominator)).evalf(30)
        assume(theirs.is_number and theirs.is_real)
        assert close(float(value(slope, {"x": at})), float(theirs), 1e-12)


@given(functions())
@settings(deadline=None, max_examples=80)
def test_every_step_keeps_the_value(tree: Expression) -> None:
    worked = differentiate(tree)
    points = [at for at in POINTS if _defined(tree, at) and _defined(worked.result, at)][:2]
    assume(points)
    assert_steps_hold(worked, *({"x": at} for at in points))


@given(functions(2))
@settings(deadline=None, max_examples=80)
def test_steps_join_and_end_at_the_result(tree: Expression) -> None:
    assume(has_values(tree))
    worked = differentiate(tree)
    assert worked.steps[0].before == worked.problem
    assert worked.steps[-1].end == worked.result == tidy(worked.result)
    for earlier, later in zip(worked.steps, worked.steps[1:], strict=False):
        assert later.start == earlier.end


def test_forms_without_a_rule_are_refused() -> None:
    with pytest.raises(TypeError, match="is not a form that can be differentiated"):
        differentiate(differentiate(symbol("x") ** 2).steps[0].start)
