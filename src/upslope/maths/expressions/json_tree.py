"""Showing trees as JSON data, for the evaluator in the browser."""

from collections.abc import Callable
from typing import Any, TypeAlias

from upslope.maths.errors import MathsError
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

Json: TypeAlias = "float | int | str | list[Json]"

_RECIPROCALS = {"sec": "cos", "csc": "sin", "cot": "tan"}


def to_json(expression: Expression) -> Json:
    """Return the tree as JSON data: numbers, variable names, and lists that begin with the operation.

    Operations are ``+ * / ^ neg pi e`` and the functions sin cos tan asin acos atan sinh cosh tanh asinh
    acosh atanh exp ln log10 sqrt abs; sec, csc and cot are written as quotients, and powers of e as ``exp``.
    Raises MathsError for a derivative that has not been worked out, a matrix or a statement.
    """
    if not expression.is_scalar:
        raise MathsError(f"{expression} cannot be drawn as one function.", "Draw its parts one by one.")
    return _JSON[type(expression)](expression)


def _json_list(operation: str, node: Expression) -> Json:
    return [operation, *(to_json(child) for child in node.children)]


def _json_number(node: Number) -> Json:
    return int(node.value) if node.value.denominator == 1 else float(node.value)


def _json_power(node: Power) -> Json:
    if node.base == Constant("e"):
        return ["exp", to_json(node.exponent)]
    return _json_list("^", node)


def _json_call(node: Call) -> Json:
    inside = to_json(node.argument)
    if node.name in _RECIPROCALS:
        return ["/", 1, [_RECIPROCALS[node.name], inside]]
    return [node.name, inside]


def _json_unworked(node: Unworked) -> Json:
    raise MathsError(f"{node} has not been worked out yet.", "Work it out before drawing it.")


_JSON: dict[type[Expression], Callable[[Any], Json]] = {
    Number: _json_number,
    Symbol: lambda node: node.name,
    Constant: lambda node: [node.name],
    Sum: lambda node: _json_list("+", node),
    Product: lambda node: _json_list("*", node),
    Quotient: lambda node: _json_list("/", node),
    Power: _json_power,
    Negative: lambda node: _json_list("neg", node),
    Call: _json_call,
    Unworked: _json_unworked,
}
