"""The functions this course knows: one row each, and every other file reads the rows."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np

Vectorised: TypeAlias = Callable[[Any], Any]


@dataclass(frozen=True)
class Function:
    """A function of one argument.

    ``spellings`` are other ways to type it, ``slope`` is its derivative at ``u`` as text for the parser, and
    ``rule`` the name a person gives to that derivative.
    """

    name: str
    latex: str
    spellings: tuple[str, ...]
    numpy: Vectorised
    slope: str
    rule: str


def _row(name: str, latex: str, numpy: Vectorised, slope: str, rule: str) -> Function:
    spellings = _SPELLINGS.get(name, ())
    return Function(name, latex, spellings, numpy, slope, rule)


_SPELLINGS = {
    "asin": ("arcsin",),
    "acos": ("arccos",),
    "atan": ("arctan",),
    "asinh": ("arsinh", "arcsinh"),
    "acosh": ("arcosh", "arccosh"),
    "atanh": ("artanh", "arctanh"),
    "csc": ("cosec",),
    "cot": ("cotan",),
    "ln": ("log",),
    "log10": ("log_10", "log_{10}"),
    "sqrt": ("√",),
}

FUNCTIONS: dict[str, Function] = {
    row.name: row
    for row in (
        _row("sin", r"\sin", np.sin, "cos(u)", "trigonometric"),
        _row("cos", r"\cos", np.cos, "-sin(u)", "trigonometric"),
        _row("tan", r"\tan", np.tan, "1/cos(u)^2", "trigonometric"),
        _row("sec", r"\sec", lambda u: 1 / np.cos(u), "sec(u) tan(u)", "trigonometric"),
        _row("csc", r"\csc", lambda u: 1 / np.sin(u), "-csc(u) cot(u)", "trigonometric"),
        _row("cot", r"\cot", lambda u: 1 / np.tan(u), "-1/sin(u)^2", "trigonometric"),
        _row("asin", r"\arcsin", np.arcsin, "1/sqrt(1-u^2)", "inverse trigonometric"),
        _row("acos", r"\arccos", np.arccos, "-1/sqrt(1-u^2)", "inverse trigonometric"),
        _row("atan", r"\arctan", np.arctan, "1/(u^2+1)", "inverse trigonometric"),
        _row("sinh", r"\sinh", np.sinh, "cosh(u)", "hyperbolic"),
        _row("cosh", r"\cosh", np.cosh, "sinh(u)", "hyperbolic"),
        _row("tanh", r"\tanh", np.tanh, "1/cosh(u)^2", "hyperbolic"),
        _row("asinh", r"\operatorname{arsinh}", np.arcsinh, "1/sqrt(u^2+1)", "inverse hyperbolic"),
        _row("acosh", r"\operatorname{arcosh}", np.arccosh, "1/sqrt(u^2-1)", "inverse hyperbolic"),
        _row("atanh", r"\operatorname{artanh}", np.arctanh, "1/(1-u^2)", "inverse hyperbolic"),
        _row("exp", r"\exp", np.exp, "exp(u)", "exponential"),
        _row("ln", r"\ln", np.log, "1/u", "logarithm"),
        _row("log10", r"\log_{10}", np.log10, "1/(u ln(10))", "logarithm"),
        _row("sqrt", r"\sqrt", np.sqrt, "1/(2 sqrt(u))", "power"),
        _row("abs", r"\operatorname{abs}", np.abs, "u/abs(u)", "absolute value"),
    )
}
"""Every function by its name. ``log`` is read as the natural logarithm ``ln``; ``log10`` is its own."""

_GREEK_NAMES = (
    "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi rho sigma tau upsilon phi chi "
    "psi omega Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega"
)
GREEK: dict[str, str] = dict(zip(_GREEK_NAMES.split(), "αβγδεζηθικλμνξρστυφχψωΓΔΘΛΞΠΣΥΦΨΩ", strict=True))
"""Greek letters that may name a variable: the name and the letter are read as the same symbol."""
