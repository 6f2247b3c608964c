"""What a multivariate calculation is given: functions, and the names of the variables that move."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from upslope.maths.errors import MathsError
from upslope.maths.expressions.expression import Expression, Unworked, symbol, walk

Variables: TypeAlias = str | Sequence[str]
"""One name, or several in their order: ``"theta"``, ``("x", "y")``."""

Functions: TypeAlias = Mapping[str, Expression] | Sequence[Expression]
"""Functions by name, or in their order and without names; then they are called f_1, f_2 and so on."""


def names_of(variables: Variables) -> tuple[str, ...]:
    """Return the names in their order. Raises MathsError for none, for a repeated one and for an odd one."""
    names = (variables,) if isinstance(variables, str) else tuple(variables)
    if not names:
        raise MathsError("There is no variable to differentiate by.", "Name at least one, such as x.")
    for name in names:
        if names.count(name) > 1:
            raise MathsError(f"The variable {name} is named twice.", "Name every variable once.")
        _check_name(name)
    return names


def _check_name(name: str) -> None:
    try:
        symbol(name)
    except (ValueError, IndexError):
        remedy = "Use a letter, or a name such as x_1 or theta."
        raise MathsError(f"{name!r} cannot be a variable's name.", remedy) from None


def named_functions(functions: Functions) -> dict[str, Expression]:
    """Return the functions by name, each with one number as its value. Raises MathsError for none."""
    if isinstance(functions, Mapping):
        named = dict(functions)
    else:
        named = {f"f_{place}": function for place, function in enumerate(functions, 1)}
    if not named:
        raise MathsError("There is no function to differentiate.", "Give at least one, such as x^2*y.")
    for function in named.values():
        check_scalar(function)
    return named


def check_scalar(function: Expression) -> None:
    """Raise MathsError for what is not one number at every point: a vector, an equation, work to do."""
    if any(isinstance(node, Unworked) for node in walk(function)):
        raise MathsError(f"{function} holds a derivative that is still to do.", "Work it out first.")
    if not all(node.is_scalar for node in walk(function)):
        raise MathsError(
            f"{function} is not one number at every point.",
            "Give a function with one number as its value; for several outputs use jacobian.",
        )


def free_name(taken: Iterable[str]) -> str:
    """Return a name for a function that no variable has: f if it can be."""
    used = set(taken)
    return next(name for name in ("f", "g", "h", "F", "f_0", "function_0") if name not in used)
