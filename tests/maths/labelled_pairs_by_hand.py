"""Pairs chosen for what is hard about them: cancellation, gaps, domains, integers, huge and tiny numbers."""

from typing import Literal

Label = Literal["same", "different"]
Box = tuple[tuple[str, tuple[float, float]], ...]


def _expanded(n: int) -> str:
    """(x − 1)ⁿ multiplied out."""
    coefficient, terms = 1, []
    for power in range(n, -1, -1):
        terms.append(f"{'-' if (n - power) % 2 else '+'} {coefficient}x^{power}")
        coefficient = coefficient * power // (n - power + 1)
    return " ".join(terms).lstrip("+ ")


_SAME: list[tuple[str, str] | tuple[str, str, Box]] = [
    ("2x sin x + x^2 cos x", "x(2 sin x + x cos x)"),
    ("sin^2 x + cos^2 x", "1"),
    ("1", "sin^2 x + cos^2 x"),
    ("0", "sin^2 x + cos^2 x - 1"),
    ("0", "(x+1)^2 - x^2 - 2x - 1"),
    ("5", "x + 5 - x"),
    # gaps at single points
    ("x + 1", "(x^2 - 1)/(x - 1)"),
    ("1", "tan(x)/tan(x)"),
    ("sqrt(x)", "x/sqrt(x)"),
    ("x + y", "(x^2 - y^2)/(x - y)"),
    ("x", "x(y - z)/(y - z)"),
    ("x^2 + x y + y^2", "(x^3 - y^3)/(x - y)"),
    ("x", "x^2/x"),
    ("1/(x + 2)", "(x - 2)/(x^2 - 4)"),
    ("cos x", "sin(2x)/(2 sin x)"),
    ("x", "e^(ln|x|) |x|/x"),
    # cancellation
    ("(x-1)^20", _expanded(20)),
    ("(x-1)^12", _expanded(12)),
    (_expanded(15), "(x-1)^15"),
    ("sqrt(x^2 + x) - x", "x/(sqrt(x^2 + x) + x)"),
    ("1 - cos x", "2 sin(x/2)^2"),
    ("e^x - 1", "2 e^(x/2) sinh(x/2)"),
    ("x", "x + 10^20 - 10^20"),
    ("2^(x^3)", "(3 + 2*2^(x^3) - 3)/2"),
    ("x^x", "x^x + x^2 - x*x"),
    ("5 + 2x", "5 + 2x + sinh(10y) - sinh(10y)"),
    ("10^20 + x", "x + 10^20"),
    # exponentials and logarithms
    ("e^x e^-x", "1"),
    ("1", "e^(x^2) e^(-x^2)"),
    ("tanh x", "(e^x - e^-x)/(e^x + e^-x)"),
    ("x^x", "e^(x ln x)"),
    ("2^x", "e^(x ln 2)"),
    ("ln(x^3)", "3 ln x"),
    ("2 ln x", "ln(x^2)"),
    ("ln x", "-ln(1/x)"),
    ("ln(x/y)", "ln(x) - ln(y)", (("x", (0, 5)), ("y", (0, 5)))),
    ("log10 x", "ln(x)/ln(10)"),
    ("1/(1 + e^-x)", "e^x/(1 + e^x)"),
    ("e^-x/(1 + e^-x)^2", "1/(1 + e^-x) - 1/(1 + e^-x)^2"),
    ("1/(1 + e^-x)", "(1 + tanh(x/2))/2"),
    ("4^x", "2^(2x)"),
    ("(x+1)^(10^7)", "(1+x)^10000000"),
    ("e^(-100x^2)", "1/e^(100x^2)"),
    # trigonometry
    ("asin x + acos x", "pi/2"),
    ("1/cos^2 x", "1 + tan^2 x"),
    ("sin 3x", "3 sin x - 4 sin^3 x"),
    ("cos x cos y - sin x sin y", "cos(x + y)"),
    ("tan x", "tan(x + pi)"),
    ("cos x", "cos(x + 2 pi)"),
    ("1/sin(pi x)", "1/(2 sin(pi x/2) cos(pi x/2))"),
    ("tan(pi x)", "sin(pi x)/cos(pi x)"),
    ("|sin(pi x)|/sin(pi x)", "|tan(pi x/2)|/tan(pi x/2)"),
    ("sin(2 theta)", "2 sin theta cos theta"),
    ("sin(10^6 x)", "2 sin(10^6 x/2) cos(10^6 x/2)"),
    ("cot x", "cos x/sin x"),
    ("sec^2 x - tan^2 x", "1"),
    # absolute values, roots, pieces
    ("|x|", "sqrt(x^2)"),
    ("|x y|", "|x| |y|"),
    ("|x - 5|", "|5 - x|"),
    ("x|x|", "x^3/|x|"),
    ("(x + |x|)/2", "(x + sqrt(x^2))/2"),
    ("sqrt(x-2) + sqrt(3-x)", "sqrt(3-x) + sqrt(x-2)"),
    ("sqrt(x-100)", "sqrt(x-100) + 0x"),
    ("x^(1/2)", "sqrt x"),
    ("x^(-1/2)", "sqrt(x)/x"),
    ("1/(sqrt(x) + 1)", "(sqrt(x) - 1)/(x - 1)"),
    ("1/2", "0.5"),
    ("1/sqrt 2", "sqrt(2)/2"),
    ("2/3", "1 - 1/3"),
    # several letters
    ("a(x+b)", "a b + a x"),
    ("x/y/z", "x/(y z)"),
    ("(x + y + z)^2", "x^2 + y^2 + z^2 + 2x y + 2y z + 2x z"),
    ("e^(x+y)", "e^x e^y"),
    ("(a x + b)(c x + h)", "a c x^2 + (a h + b c)x + b h"),
    ("1/(1/x + 1/y)", "x y/(x + y)"),
    ("(x^2+y^2)^(3/2)", "(x^2+y^2) sqrt(x^2+y^2)"),
    # only within a domain
    ("ln(x^2)", "2 ln x", (("x", (0.5, 3)),)),
    ("|x-5|", "5-x", (("x", (0, 5)),)),
    ("sqrt(x^2)", "x", (("x", (0, float("inf"))),)),
    ("sqrt(x^2)", "-x", (("x", (-float("inf"), 0)),)),
    ("sqrt(1 - sin^2 x)", "cos x", (("x", (-1.5, 1.5)),)),
    ("asin(sin x)", "x", (("x", (-1.5, 1.5)),)),
    ("x", "x sqrt(x)/sqrt(x)", (("x", (0, 3)),)),
    ("sqrt(x^2 y^2)", "x y", (("x", (0, 2)), ("y", (0, 9)))),
]

_DIFFERENT: list[tuple[str, str] | tuple[str, str, Box]] = [
    ("2x sin x + x^2 cos x", "2x cos x"),
    ("x^2", "2x"),
    ("0", "x"),
    ("1", "x/|x|"),
    ("5", "5.0001"),
    # domains and signs
    ("x", "sqrt(x^2)"),
    ("|x|", "x"),
    ("ln(x^2)", "2 ln x"),
    ("x", "sqrt(x)^2"),
    ("x", "e^(ln x)"),
    ("ln x", "ln(x) + ln(x-1) - ln(x-1)"),
    ("ln|x|", "ln x"),
    ("|x - 5|", "5 - x"),
    ("|x - 30|", "30 - x"),
    ("|x + 300|", "x + 300"),
    ("sqrt((x - 100)^2)", "100 - x"),
    ("asin(sin x)", "x"),
    ("sqrt(1 - sin^2 x)", "cos x"),
    ("x^3", "|x|^3"),
    ("|x y|", "x y"),
    ("|x-5|", "5-x", (("x", (0, 5.5)),)),
    ("sqrt(x^2)", "x", (("x", (-0.5, 3)),)),
    ("x", "2x", (("x", (0, 1e-9)),)),
    # equal at whole numbers
    ("cos(2 pi x)", "1"),
    ("sin(pi x)", "0"),
    ("0", "sin(pi x)"),
    ("0", "sin(1000 pi x)"),
    ("x", "x + sin(2 pi x)"),
    ("x^3", "x^3 + x(x-1)(x+1)(x-2)(x+2)"),
    ("x", "x + x(x^2-1)(x^2-4)(x^2-9)(x^2-16)"),
    ("cos(pi x)^2", "1"),
    # small differences
    ("(x-1)^20", _expanded(20) + " + 0.1x^3"),
    ("(x-1)^12", _expanded(12) + " + 10^-6"),
    ("x^20 + 3x", "x^20 + 4x"),
    ("1/3", "0.3333333"),
    ("pi", "3.14159265"),
    ("2x", "2x + 10^-8 sin x"),
    ("x", "x + 10^-8 x"),
    ("x", "x + 1/10^6"),
    ("x", "x + 10^-15"),
    ("e^x", "e^x + 10^-8"),
    ("10^20 + x", "10^20 + 2x"),
    ("10^9 + x", "10^9 + x^2"),
    ("sin x", "x - x^3/6"),
    ("e^x", "1 + x + x^2/2 + x^3/6 + x^4/24 + x^5/120 + x^6/720"),
    ("sin x", "x - x^3/6", (("x", (-0.1, 0.1)),)),
    # huge and tiny numbers
    ("(x+1)^(10^7)", "(x+1)^(10^7+1)"),
    ("0.5^(10000 x^2 + 9000)", "0.5^(20000 x^2 + 9000)"),
    ("e^(-100x^2)", "e^(-101x^2)"),
    ("x", "x^x^x"),
    ("2^(2^x)", "2^(2^x) + 1"),
    ("sqrt(x-100)", "sqrt(x-101)"),
    # the usual suspects
    ("(x + y)^2", "x^2 + y^2"),
    ("sqrt(x^2 + y^2)", "x + y"),
    ("ln(x + y)", "ln x + ln y"),
    ("e^(x+y)", "e^x + e^y"),
    ("1/(x + y)", "1/x + 1/y"),
    ("sin^2 x", "sin(x^2)"),
    ("sin 2x", "2 sin x"),
    ("x^-2", "-x^2"),
    ("e^(2x)", "e^(x^2)"),
    ("(2x)^3", "2x^3"),
    ("3/2x", "3/(2x)"),
    ("a(x+b)", "b(x+a)"),
    ("x/y/z", "x z/y"),
    ("x", "y"),
    ("sin(x) cos(y)", "cos(x) sin(y)"),
    ("x y + z", "x y + y"),
]


def _labelled(row: tuple[str, str] | tuple[str, str, Box], label: Label) -> tuple[str, str, Label, Box]:
    return (row[0], row[1], label, row[2] if len(row) == 3 else ())


BY_HAND = (
    *(_labelled(row, "same") for row in _SAME),
    *(_labelled(row, "different") for row in _DIFFERENT),
)
