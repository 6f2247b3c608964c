from fractions import Fraction

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.maths.oracle import close, has_values, value
from tests.maths.strategies import functions
from upslope.maths import Expression, compare, number, parse, tidy, to_text
from upslope.maths.expressions.expression import PI, Call, Number, Quotient, walk

LETTERS = ("x", "y", "n")
CIRCLE = ["sin", "cos", "tan", "sec", "csc", "cot"]


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
        ("(x e^x - e^x)/x^2", "(x - 1)*e^x/x^2"),
        ("(3 ln(x)^2 - ln(x)^3)/x^2", "(3 - ln(x))*ln(x)^2/x^2"),
        ("3(x+1)^2 (x-2)^4 + 4(x+1)^3 (x-2)^3", "(7*x - 2)*(x + 1)^2*(x - 2)^3"),
        ("sqrt(1-x^2) - x^2/sqrt(1-x^2)", "(1 - 2*x^2)/sqrt(1 - x^2)"),
        ("x ln(x^2+1) + 2x^2/(x^2+1)", "x*ln(x^2 + 1) + 2*x^2/(x^2 + 1)"),
        ("1/(1 + 1/x)", "x/(x + 1)"),
        ("-1/(x^2 (1 + 1/x^2))", "-1/(x^2 + 1)"),
        ("1/(3(x^2/9 + 1))", "3/(x^2 + 9)"),
        ("1/(0.3x + 1)", "1/(0.3*x + 1)"),
        ("1/(2 sqrt(1 - x^2/4))", "1/sqrt(4 - x^2)"),
        ("(x^2 + x)/(x + 1)", "x"),
        ("(2x + 2)/(x + 1)", "2"),
        ("(1 - x)/(x - 1)", "-1"),
        ("tan(x) sec(x)", "sec(x)*tan(x)"),
        ("n x^(n - 1) y", "n*y*x^(n - 1)"),
        ("sqrt(x^3)", "x^(3/2)"),
        ("sqrt(sqrt(x))", "x^(1/4)"),
        ("sqrt(pi^2)", "pi"),
        ("sqrt(64e^x)", "8*e^(x/2)"),
        ("sqrt(8x)", "2*sqrt(2*x)"),
        ("sqrt(x)sqrt(y)", "sqrt(x)*sqrt(y)"),
        ("sqrt(8)", "2*sqrt(2)"),
        ("sqrt(1/2)", "sqrt(2)/2"),
        ("3/sqrt(2)", "3*sqrt(2)/2"),
        ("sqrt(2) sqrt(3)", "sqrt(6)"),
        ("sqrt(12) + sqrt(3)", "3*sqrt(3)"),
        ("2^(3/2)", "2*sqrt(2)"),
        ("1/sqrt(2 pi)", "1/sqrt(2*pi)"),
        ("0^(1/2) x", "0"),
        ("e^(2 ln x)", "x^2"),
        ("ln(1/e)", "-1"),
        ("ln(e^(x^2))", "x^2"),
        ("log10(0.01)", "-2"),
        ("log10(10^x)", "x"),
        ("e^0 + ln 1 + cosh(0) + sinh(0)", "2"),
        ("sin(x)^2 + cos(x)^2", "sin(x)^2 + cos(x)^2"),
    ],
)
def test_what_a_person_would_write(typed: str, tidied: str) -> None:
    assert to_text(tidy(parse(typed, LETTERS))) == tidied


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


def calls(tree: Expression) -> set[str]:
    return {node.name for node in walk(tree) if isinstance(node, Call)}


@pytest.mark.parametrize("name", CIRCLE)
@pytest.mark.parametrize("twelfths", [n for n in range(-26, 27) if n % 2 == 0 or n % 3 == 0])
def test_functions_of_the_usual_angles_are_known_in_all_quadrants(name: str, twelfths: int) -> None:
    angle = Fraction(twelfths, 12)
    tree = Call(name, number(angle) * PI)
    is_pole = {"tan": angle + Fraction(1, 2), "sec": angle + Fraction(1, 2), "csc": angle, "cot": angle}
    known = tidy(tree)
    if is_pole.get(name, Fraction(1, 2)).denominator == 1:
        assert calls(known) == {name}
    else:
        assert calls(known) <= {"sqrt"}
        assert close(value(known, {}), value(tree, {}))


@pytest.mark.parametrize("name", CIRCLE)
def test_functions_of_other_angles_stay(name: str) -> None:
    assert calls(tidy(Call(name, PI / 5))) == calls(tidy(Call(name, number(1)))) == {name}


SINES = ["0", "1/2", "sqrt(2)/2", "1/sqrt(2)", "sqrt(3)/2", "1"]
TANGENTS = ["0", "1/sqrt(3)", "sqrt(3)/3", "1", "sqrt(3)"]


@pytest.mark.parametrize("sign", ["", "-"])
@pytest.mark.parametrize(
    ("name", "at"),
    [*(("asin", at) for at in SINES), *(("acos", at) for at in SINES), *(("atan", at) for at in TANGENTS)],
)
def test_angles_of_the_usual_values_are_fractions_of_pi(name: str, sign: str, at: str) -> None:
    tree = parse(f"{name}({sign}{at})")
    known = tidy(tree)
    assert not calls(known)
    assert close(value(known, {}), value(tree, {}))


def test_angles_of_other_values_stay() -> None:
    assert calls(tidy(parse("asin(1/3) + acos(sqrt(2)/3) + atan(2)"))) == {"asin", "acos", "sqrt", "atan"}


@given(st.fractions(min_value=Fraction(1, 60), max_value=400, max_denominator=60), st.integers(-5, 5))
@settings(deadline=None, max_examples=120)
def test_roots_of_fractions_have_one_form(size: Fraction, halves: int) -> None:
    tree = number(size) ** number(Fraction(halves, 2))
    known = tidy(tree)
    assert close(value(known, {}), value(tree, {}))
    below = [node.denominator for node in walk(known) if isinstance(node, Quotient)]
    roots = [node.argument for node in walk(known) if isinstance(node, Call)]
    assert all(isinstance(part, Number) for part in (*below, *roots))
    assert all(part.value % square for part in roots if isinstance(part, Number) for square in (4, 9, 25, 49))


def test_the_form_does_not_depend_on_how_a_root_was_typed() -> None:
    forms = {tidy(parse(text)) for text in ("sqrt(1/2)", "1/sqrt(2)", "sqrt(2)/2", "2^(-1/2)", "sqrt(8)/4")}
    assert len(forms) == 1
