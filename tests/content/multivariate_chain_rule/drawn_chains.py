"""Questions on chains for the tests: drawn with a seed, and read by SymPy."""

import sympy

from tests.content.multivariate_chain_rule.lessons import draw
from upslope.maths import Expression
from upslope.questions import Draw

__all__ = ["LETTERS", "draw", "in_sympy", "key", "put_in"]

LETTERS = {name: sympy.Symbol(name) for name in ("f", "x", "y", "z", "u", "v", "t", "s", "h", "p", "C")}


def in_sympy(formula: Expression | str) -> sympy.Basic:
    """Return a formula or a matrix, as it prints, in SymPy."""
    text = str(formula).replace("^", "**")
    letters = {"e": sympy.E, **LETTERS}
    if text.startswith("["):
        rows = [f"[{row}]" for row in text.strip("[]").split(";")]
        return sympy.Matrix([list(sympy.sympify(row, locals=letters)) for row in rows])
    return sympy.sympify(text, locals=letters)


def key(drawn: Draw, name: str) -> sympy.Basic:
    """Return the right answer of the part with this name, in SymPy."""
    part = next(part for part in drawn.parts if part.name == name)
    return in_sympy(part.key["answer"])


def put_in(drawn: Draw, *layers: str) -> sympy.Basic:
    """Return ``f`` with layer after layer put in: ``put_in(drawn, "xy", "uv")`` leaves t alone."""
    f = in_sympy(drawn.values["f"])
    for layer in layers:
        f = f.subs({LETTERS[name]: in_sympy(drawn.values[name]) for name in layer}, simultaneous=True)
    return f
