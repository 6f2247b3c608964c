"""The lessons and questions on partial derivatives and the row of slopes, for the tests."""

import sympy

from tests.content.module_reader import ModuleReader
from upslope.maths import Expression
from upslope.questions import Draw

MODULE = ModuleReader("multivariate-calculus")
lesson_text, figure, draw = MODULE.text, MODULE.figure, MODULE.draw
numbers, told, is_done = MODULE.numbers, MODULE.told, MODULE.is_done


def in_sympy(formula: Expression | str) -> sympy.Basic:
    """Return a formula, or a matrix of one row, as it prints, in SymPy."""
    letters = {"e": sympy.E, **{name: sympy.Symbol(name) for name in ("rho", "x", "y", "z", "t", "r", "h")}}
    read = sympy.sympify(str(formula).replace("^", "**"), locals=letters)
    return sympy.Matrix([read]) if isinstance(read, list) else read


def key(drawn: Draw, name: str) -> sympy.Basic:
    """Return the right answer of the part with this name, in SymPy."""
    part = next(part for part in drawn.parts if part.name == name)
    return in_sympy(part.key["answer"])


def are_equal(one: sympy.Basic, other: sympy.Basic) -> bool:
    """Return whether two formulas have the same values at a few places."""
    difference = sympy.lambdify(sorted(one.free_symbols | other.free_symbols, key=str), one - other)
    count = len(one.free_symbols | other.free_symbols)
    return all(abs(difference(*(start + 0.3 * n for n in range(count)))) < 1e-8 for start in (0.37, 1.1))
