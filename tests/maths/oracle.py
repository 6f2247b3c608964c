"""Values worked out without the rules under test: central differences with 120 digits, and SymPy."""

from collections.abc import Callable, Mapping
from fractions import Fraction
from functools import partial
from typing import Any

import numpy as np
import sympy

from upslope.maths import Derivation, Step, UnreadableMaths, parse, to_numpy
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
    number,
    replace,
    walk,
)
from upslope.maths.expressions.functions import FUNCTIONS
from upslope.maths.expressions.high_precision import exact_value
from upslope.maths.expressions.matrix import Matrix, multiplied_out

STEP = Fraction(1, 10**25)
_LONGEST = 100_000
_SYMPY_NAMES = {"ln": "log"}
_RECIPROCALS = {"sec": sympy.cos, "csc": sympy.sin, "cot": sympy.tan}


def value(expression: Expression, point: Mapping[str, Fraction], step: Fraction = STEP) -> Any:
    """The value with 120 digits; derivatives still to do as central differences, limits close to them."""
    waiting = [node for node in walk(expression) if isinstance(node, Unworked)]
    plain = replace(expression, {node: _finished(node, point, step) for node in waiting})
    at_point = plain.substitute({name: number(at) for name, at in point.items()})
    return exact_value(at_point, {}, 120)


def values(expression: Expression, point: Mapping[str, Fraction]) -> list[Any]:
    """The value of a scalar, or of every entry of what matrices come to, row by row."""
    whole = multiplied_out(expression)
    return [value(entry, point) for entry in (whole.children if isinstance(whole, Matrix) else (whole,))]


def every_step(steps: tuple[Step, ...]) -> list[Step]:
    """The steps, and those folded away inside them."""
    return [inner for step in steps for inner in (step, *every_step(step.steps))]


def assert_steps_hold(worked: Derivation, *points: Mapping[str, Fraction]) -> None:
    """Check that steps are equal in value where they say so, at points where both sides have one.

    Letters that a step brings in (the u of the chain rule) take the first value of the point.
    """
    for step in every_step(worked.steps):
        if step.link == "⇒":
            continue
        share = 1e-15 if step.link == "=" else 1e-4
        for point in points:
            letters = step.start.variables | step.end.variables
            everywhere = dict.fromkeys(letters, next(iter(point.values()), Fraction(1))) | dict(point)
            try:
                before, after = values(step.start, everywhere), values(step.end, everywhere)
            except ArithmeticError:
                continue
            assert len(before) == len(after), (step.rule, step.before, step.after)
            for left, right in zip(before, after, strict=True):
                assert close(left, right, share), (step.rule, step.before, step.after, dict(everywhere))


def central_difference(
    expression: Expression, x: str, point: Mapping[str, Fraction], step: Fraction = STEP
) -> Any:
    """The slope of a short secant around the point; wrong by a share of about 1e-50."""
    ahead = value(expression, {**point, x: point[x] + step})
    behind = value(expression, {**point, x: point[x] - step})
    return (ahead - behind) / (2 * step.numerator) * step.denominator


def _finished(node: Unworked, point: Mapping[str, Fraction], step: Fraction) -> Expression:
    if node.operation == "limit":
        return node.body.substitute({node.variable: number(step)})
    return number(_as_fraction(central_difference(node.body, node.variable, point, step)))


def _as_fraction(real: Any) -> Fraction:
    sign, digits, exponent, _ = real._mpf_
    if abs(exponent) > _LONGEST:
        raise OverflowError("A number with as many digits takes minutes to work with.")
    size: Fraction = int(digits) * Fraction(2) ** int(exponent)
    return -size if sign else size


def close(left: Any, right: Any, share: float = 1e-15) -> bool:
    """Whether two values agree within a share of their size (or of 1 where both are small)."""
    return bool(abs(left - right) <= share * max(1, abs(left), abs(right)))


def has_values(expression: Expression) -> bool:
    """Whether a function of x has a value at any of a thousand points; one with a 1/0 in it has none."""
    return bool(np.isfinite(to_numpy(expression)(np.linspace(-7, 7, 1001))).any())


def to_sympy(expression: Expression) -> Any:
    """The same expression as SymPy nodes, built without any text."""
    return _SYMPY[type(expression)](expression, *(to_sympy(child) for child in expression.children))


def _sympy_call(node: Call, argument: Any) -> Any:
    if node.name == "log10":
        return sympy.log(argument, 10)
    if node.name == "abs":
        # SymPy's Abs brings in real and imaginary parts, because it cannot know that all values are real.
        return sympy.sqrt(argument**2)
    if node.name in _RECIPROCALS:
        # SymPy's own sec, csc and cot raise AttributeError for arguments such as pi + tan(cosh(x)).
        return 1 / _RECIPROCALS[node.name](argument)
    return getattr(sympy, _SYMPY_NAMES.get(node.name, node.name))(argument)


_SYMPY: dict[type[Expression], Callable[..., Any]] = {
    Number: lambda node: sympy.Rational(node.value.numerator, node.value.denominator),
    Symbol: lambda node: sympy.Symbol(node.name, real=True),
    Constant: lambda node: sympy.pi if node.name == "pi" else sympy.E,
    Sum: lambda _, *terms: sympy.Add(*terms),
    Product: lambda _, *factors: sympy.Mul(*factors),
    Quotient: lambda _, above, below: above / below,
    Power: lambda _, base, exponent: base**exponent,
    Negative: lambda _, argument: -argument,
    Call: _sympy_call,
}


def from_sympy(node: Any) -> Expression:
    """SymPy nodes as one of our trees, which can be given values. Raises KeyError for other functions."""
    if node.is_Symbol:
        return Symbol(node.name)
    if node.is_Rational:
        return number(Fraction(int(node.p), int(node.q)))
    return _FROM_SYMPY[node.func](*(from_sympy(part) for part in node.args))


_FROM_SYMPY: dict[Any, Callable[..., Expression]] = {
    sympy.Add: lambda *terms: Sum(terms),
    sympy.Mul: lambda *factors: Product(factors),
    sympy.Pow: Power,
    sympy.exp: lambda exponent: Call("exp", exponent),
    sympy.log: lambda argument: Call("ln", argument),
    sympy.Abs: lambda argument: Call("abs", argument),
    sympy.sign: lambda argument: Quotient(argument, Call("abs", argument)),
    type(sympy.pi): lambda: Constant("pi"),
    type(sympy.E): lambda: Constant("e"),
    **{
        getattr(sympy, name): partial(Call, name)
        for name in FUNCTIONS
        if name not in ("exp", "ln", "log10", "sqrt", "abs")
    },
}


def read_back(text: str, variables: tuple[str, ...] = ("x",)) -> Expression | None:
    """What the parser makes of printed maths; None where a part has no value, which is refused when typed."""
    try:
        return parse(text, variables)
    except UnreadableMaths as error:
        if any(words in str(error) for words in ("divide by zero", "real number", "far too big")):
            return None
        raise
