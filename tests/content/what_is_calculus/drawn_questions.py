"""Questions of the first module for the tests: drawn with a seed, and differentiated by SymPy."""

import sympy

from tests.content.what_is_calculus.lessons import draw
from upslope.maths import Expression
from upslope.questions import Draw

__all__ = ["are_equal", "draw", "in_sympy", "key"]


def in_sympy(formula: Expression | str) -> sympy.Expr:
    """Return a formula, as it prints, in SymPy."""
    return sympy.sympify(str(formula).replace("^", "**"), locals={"e": sympy.E})


def key(drawn: Draw, part: int = 0) -> sympy.Expr:
    """Return the right answer of a part in SymPy."""
    return in_sympy(drawn.parts[part].key["answer"])


def are_equal(one: sympy.Expr, other: sympy.Expr, places: tuple[float, ...] = (0.37, 1.1)) -> bool:
    """Return whether two formulas of one variable have the same values."""
    letters = one.free_symbols | other.free_symbols
    for place in places:
        point = dict.fromkeys(letters, place)
        size = 1 + abs(float(one.evalf(subs=point)))
        if abs(float(one.evalf(subs=point)) - float(other.evalf(subs=point))) > 1e-9 * size:
            return False
    return True
