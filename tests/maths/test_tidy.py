import pytest
from hypothesis import assume, given, settings

from tests.maths.oracle import has_values
from tests.maths.strategies import functions
from upslope.maths import Expression, compare, parse, tidy, to_text


@pytest.mark.parametrize(
    ("typed", "tidied"),
    [
        ("2*x^1*cos(x)", "2*x*cos(x)"),
        ("x + x", "2*x"),
        ("x*x", "x^2"),
        ("0*x + 1", "1"),
        ("x - x", "0"),
        ("1/x^2", "1/x^2"),
        ("x^(-3)", "1/x^3"),
        ("x^(1/2)", "sqrt(x)"),
        ("x^(-1/2)/2", "1/(2*sqrt(x))"),
        ("sqrt(x)*x", "x^(3/2)"),
        ("(2x)^3", "8*x^3"),
        ("sqrt(4x)", "2*sqrt(x)"),
        ("sqrt(2)*sqrt(2)", "2"),
        ("(x^2)^(1/2)", "sqrt(x^2)"),
        ("e^x*e^(2x)", "e^(3*x)"),
        ("exp(x)", "e^x"),
        ("ln(e^(3x))", "3*x"),
        ("sin(-x)", "-sin(x)"),
        ("cos(-x)", "cos(x)"),
        ("-(-x)", "x"),
        ("x - (-2)", "x + 2"),
        ("x - (x + 1)", "-1"),
        ("-sin(x)*x + cos(x)", "cos(x) - x*sin(x)"),
        ("1 - x", "1 - x"),
        ("1 + x", "x + 1"),
        ("-x^2 + 2x + 1", "-x^2 + 2*x + 1"),
        ("0.3*2x", "0.6*x"),
        ("1.5x^1.5*1.5", "2.25*x^1.5"),
        ("(x + 1)^2/(x + 1)", "x + 1"),
        ("2(x+1)*3", "6*(x + 1)"),
        ("2(3x-1) + 3(2x+1)", "12*x + 1"),
        ("(2x(x^2+1) - 2x(x^2-1))/(x^2+1)^2", "4*x/(x^2 + 1)^2"),
        ("(x^2 cos(x) - 2x sin(x))/x^4", "(x*cos(x) - 2*sin(x))/x^3"),
        ("(e^x - x e^x)/(e^x)^2", "(1 - x)*e^(-x)"),
        ("(2x + 4)/2", "x + 2"),
        ("e^x sin(x) x^2*2 (x+1)", "2*x^2*(x + 1)*e^x*sin(x)"),
        ("cos(x) sin(x)", "sin(x)*cos(x)"),
        ("2^500", "2^500"),
        ("x/(2/3)", "3*x/2"),
    ],
)
def test_what_a_person_would_write(typed: str, tidied: str) -> None:
    assert to_text(tidy(parse(typed))) == tidied


@given(functions())
@settings(deadline=None, max_examples=150)
def test_tidying_keeps_the_value(tree: Expression) -> None:
    assert compare(tree, tidy(tree)).verdict in ("same", "unsure")


@given(functions(2))
@settings(deadline=None, max_examples=150)
def test_what_is_tidy_stays_as_it_is(tree: Expression) -> None:
    assume(has_values(tree))
    once = tidy(tree)
    assert tidy(once) == once
