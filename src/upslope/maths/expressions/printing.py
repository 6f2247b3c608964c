"""Showing trees as LaTeX, in the form they have."""

from collections.abc import Callable
from itertools import groupby
from typing import Any

from upslope.maths.expressions.expression import (
    Call,
    Constant,
    Expression,
    Negative,
    Number,
    Power,
    Product,
    Quotient,
    Sum,
    Symbol,
    Unworked,
)
from upslope.maths.expressions.functions import FUNCTIONS
from upslope.maths.expressions.latex_names import is_compound, is_rate, is_run, is_word, name_in_latex
from upslope.maths.expressions.matrix import Matrix
from upslope.maths.expressions.statement import Equation, System

_POWER_ON_NAME = {"trigonometric", "hyperbolic"}
_LETTERS_OF_FUNCTIONS = frozenset("fghFGH")
_TALL = (r"\frac", r"\sqrt", r"\left", r"\lim", r"\begin")
_RELATIONS = {"≈": r"\approx", "≤": r"\le", "≥": r"\ge", "≠": r"\ne"}


def to_text(expression: Expression) -> str:
    """Return plain text that ``parse`` reads back as the same tree: ``2*x*sin(x) + x^2*cos(x)``."""
    return str(expression)


def to_latex(expression: Expression) -> str:
    """Return LaTeX that keeps the form of the tree and needs no macros of ours."""
    return _LATEX[type(expression)](expression)


def _bracketed(latex: str) -> str:
    tall = any(command in latex for command in _TALL)
    return rf"\left({latex}\right)" if tall else f"({latex})"


def _within(expression: Expression, *bracketed: type[Expression]) -> str:
    latex = to_latex(expression)
    return _bracketed(latex) if isinstance(expression, bracketed) else latex


def _sum(node: Sum) -> str:
    latex = _within(node.terms[0], Sum)
    for term in node.terms[1:]:
        if isinstance(term, Negative):
            latex += " - " + _within(term.argument, Sum, Negative)
        else:
            latex += " + " + _within(term, Sum)
    return latex


def _product(node: Product) -> str:
    return _row(node.factors, _factor)


def _row(factors: tuple[Expression, ...], show_last: Callable[[Expression], str]) -> str:
    """Factors side by side, the last one shown in a way of its own."""
    latex = ""
    for index, factor in enumerate(factors):
        if index == len(factors) - 1:
            piece = show_last(factor)
        else:
            piece = _factor(factor) if _is_call(factors[index + 1]) else _closed_factor(factor)
        latex += _joint(factors[index - 1], factor, piece) + piece if index else piece
    return latex


def _joint(before: Expression, factor: Expression, piece: str) -> str:
    """What stands between two factors: a dot where they would otherwise run together, or look like a call."""
    if piece[0].isdigit() or _needs_dot(before, factor):
        return r" \cdot "
    if _run_together(before, factor):
        return r" \, "
    if isinstance(before, Number) or piece.startswith(("(", r"\left")):
        return ""
    return " "


def _needs_dot(before: Expression, factor: Expression) -> bool:
    """Whether two factors could be misread side by side: as one fraction, or as a call, ``f(x + 1)``."""
    if isinstance(factor, Quotient):
        return isinstance(before, Number | Quotient | Unworked)
    if isinstance(factor, Negative):
        return not isinstance(before, Number)
    if isinstance(before, Symbol) and before.name in _LETTERS_OF_FUNCTIONS:
        return isinstance(factor, Sum | Product) or factor == before
    return factor == before and isinstance(factor, Symbol | Constant)


def _run_together(before: Expression, factor: Expression) -> bool:
    """Whether a name of several letters would flow into its neighbour: ``rate x``, ``Δx y``."""
    left = before.base if isinstance(before, Power) and not is_compound(before.base) else before
    right = factor.base if isinstance(factor, Power) and not is_compound(factor.base) else factor
    return is_word(left) or is_word(right) or is_run(left)


def _factor(factor: Expression) -> str:
    return _within(factor, Sum, Negative, Product)


def _closed_factor(factor: Expression) -> str:
    """A factor whose end is plain to see, whatever follows it: the argument of a function gets brackets."""
    if isinstance(factor, Call):
        return _closed_call(factor)
    if isinstance(factor, Power) and _carries_power(factor):
        return _closed_power_on_name(factor)
    return _factor(factor)


def _is_call(factor: Expression) -> bool:
    """Whether LaTeX of this factor begins with the name of a function."""
    if isinstance(factor, Power):
        return _carries_power(factor)
    return isinstance(factor, Call) and factor.name not in ("abs", "sqrt")


def _quotient(node: Quotient) -> str:
    return rf"\frac{{{to_latex(node.numerator)}}}{{{to_latex(node.denominator)}}}"


def _power(node: Power) -> str:
    if _carries_power(node):
        return _power_on_name(node)
    base = to_latex(node.base)
    if not _carries_exponent(node.base):
        base = _bracketed(base)
    return f"{base}^{{{_exponent(node.exponent)}}}"


def _carries_exponent(base: Expression) -> bool:
    """Whether an exponent may stand on it as it is: on a number, a letter, or bars."""
    if isinstance(base, Call):
        return base.name == "abs"
    return isinstance(base, Number | Symbol | Constant) and not is_compound(base)


def _carries_power(node: Power) -> bool:
    """Whether the exponent goes on the function's name, as in sin² x."""
    named = isinstance(node.base, Call) and FUNCTIONS[node.base.name].rule in _POWER_ON_NAME
    return (
        named and isinstance(node.exponent, Number) and node.exponent.value > 1 and not node.exponent.places
    )


def _power_on_name(node: Power) -> str:
    """A function with its exponent on its name: ``sin² 2x``, ``sin²(x + 1)``."""
    if _is_plain(node.base.children[0]):
        return f"{_raised_name(node)} {to_latex(node.base.children[0])}"
    return _closed_power_on_name(node)


def _closed_power_on_name(node: Power) -> str:
    return _raised_name(node) + _bracketed(to_latex(node.base.children[0]))


def _raised_name(node: Power) -> str:
    name = FUNCTIONS[node.base.name].latex if isinstance(node.base, Call) else ""
    return f"{name}^{{{_exponent(node.exponent)}}}"


def _exponent(node: Expression) -> str:
    """Exponents are small, so a fraction in them is written with a slash."""
    if isinstance(node, Negative) and isinstance(node.argument, Quotient):
        return "-" + _exponent(node.argument)
    if not isinstance(node, Quotient):
        return to_latex(node)
    above, below = node.numerator, node.denominator
    if isinstance(above, Product):
        shown = _row(above.factors, _closed_factor)
    else:
        shown = f"({_exponent(above)})" if isinstance(above, Quotient) else _closed_factor(above)
    bottom = (
        f"({_exponent(below)})" if isinstance(below, Quotient) else _within(below, Sum, Negative, Product)
    )
    return f"{shown}/{bottom}"


def _negative(node: Negative) -> str:
    return "-" + _within(node.argument, Sum, Negative)


def _call(node: Call) -> str:
    if node.name not in ("abs", "sqrt", "exp") and _is_plain(node.argument):
        return f"{FUNCTIONS[node.name].latex} {to_latex(node.argument)}"
    return _closed_call(node)


def _closed_call(node: Call) -> str:
    inside = to_latex(node.argument)
    if node.name == "sqrt":
        return rf"\sqrt{{{inside}}}"
    if node.name == "abs":
        return rf"\left|{inside}\right|"
    return FUNCTIONS[node.name].latex + _bracketed(inside)


def _is_plain(argument: Expression) -> bool:
    """Whether a function's argument is read without brackets: a letter, a number, or a number and letters."""
    if not isinstance(argument, Product):
        return _is_leaf(argument)
    letters = all(isinstance(factor, Symbol | Constant) for factor in argument.factors[1:])
    return letters and all(map(_is_leaf, argument.factors)) and r"\cdot" not in to_latex(argument)


def _is_leaf(node: Expression) -> bool:
    return isinstance(node, Number | Symbol | Constant) and not is_rate(node)


def _unworked(node: Unworked) -> str:
    letter = name_in_latex(node.variable)
    if node.operation == "limit":
        return rf"\lim_{{{letter} \to 0}} {_within(node.body, Sum, Negative)}"
    sign = "d" if node.operation == "derivative" else r"\partial "
    letters, body = [letter], node.body
    while isinstance(body, Unworked) and body.operation == node.operation:
        letters.append(name_in_latex(body.variable))
        body = body.body
    order = f"^{{{len(letters)}}}" if len(letters) > 1 else ""
    below = " ".join(
        sign + letter + (f"^{{{count}}}" if (count := len(list(run))) > 1 else "")
        for letter, run in groupby(letters)
    )
    if isinstance(body, Symbol) and body.name not in letters:
        return rf"\frac{{{sign.strip()}{order} {to_latex(body)}}}{{{below}}}"
    return rf"\frac{{{sign.strip()}{order}}}{{{below}}}\left({to_latex(body)}\right)"


def _matrix(node: Matrix) -> str:
    rows = r" \\ ".join(" & ".join(map(to_latex, row)) for row in node.rows)
    return rf"\begin{{bmatrix}} {rows} \end{{bmatrix}}"


def _equation(node: Equation) -> str:
    return f"{to_latex(node.left)} {_RELATIONS.get(node.relation, node.relation)} {to_latex(node.right)}"


def _system(node: System) -> str:
    rows = r" \\ ".join(
        f"{to_latex(row.left)} &{_RELATIONS.get(row.relation, row.relation)} {to_latex(row.right)}"
        if isinstance(row, Equation)
        else f"& {to_latex(row)}"
        for row in node.rows
    )
    return rf"\begin{{aligned}} {rows} \end{{aligned}}"


_LATEX: dict[type[Expression], Callable[[Any], str]] = {
    Number: str,
    Symbol: lambda node: name_in_latex(node.name),
    Constant: lambda node: r"\pi" if node.name == "pi" else "e",
    Sum: _sum,
    Product: _product,
    Quotient: _quotient,
    Power: _power,
    Negative: _negative,
    Call: _call,
    Unworked: _unworked,
    Matrix: _matrix,
    Equation: _equation,
    System: _system,
}
