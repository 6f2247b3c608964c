"""Matrices of slopes for the tests: keys and values of questions, read by SymPy."""

from typing import Any

import sympy

from upslope.questions import Draw

X, Y, Z = sympy.symbols("x y z")


def in_letters(text: Any) -> sympy.Expr:
    """Return a formula, as it prints, in SymPy."""
    return sympy.sympify(str(text).replace("^", "**"), locals={"e": sympy.E, "x": X, "y": Y, "z": Z})


def grid(text: Any) -> sympy.Matrix:
    """Return a matrix as it prints, such as ``[x, 1; 0, y]``, in SymPy."""
    rows = str(text).strip("[]").split(";")
    return sympy.Matrix([[in_letters(entry) for entry in row.split(",")] for row in rows])


def answer(drawn: Draw, name: str) -> str:
    """Return the right answer of the part with this name, as text."""
    return str(next(part.key["answer"] for part in drawn.parts if part.name == name))


def chosen(drawn: Draw, name: str) -> str:
    """Return the words of the right option of a choice."""
    part = next(part for part in drawn.parts if part.name == name)
    return next(str(option["text"]) for option in part.key["options"] if option["id"] == part.key["answer"])


def same(one: sympy.Matrix, other: sympy.Matrix) -> bool:
    """Return whether two matrices have the same values at two places."""
    letters = sorted(one.free_symbols | other.free_symbols, key=str)
    for start in (0.37, 1.1):
        place = {letter: start + 0.3 * n for n, letter in enumerate(letters)}
        if max(abs(entry) for entry in (one - other).evalf(subs=place)) > 1e-9:
            return False
    return bool(one.shape == other.shape)


def kind(bends: sympy.Matrix) -> str:
    """Return what level ground with this Hessian is, by its two principal bends."""
    low, high = sorted(float(sympy.re(bend)) for bend in bends.evalf().eigenvals(multiple=True))
    return "minimum" if low > 1e-9 else "maximum" if high < -1e-9 else "saddle" if low * high < 0 else "?"
