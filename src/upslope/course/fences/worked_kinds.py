"""What a ``worked-example`` fence can ask the maths core for: one row a kind.

A reader takes its keys out of the author's table and returns what is left to do. It raises ContentError for
keys that are missing or mistyped, and MathsError, now or when the work is done, for maths that cannot be.
"""

from collections.abc import Callable
from functools import partial

import numpy as np

from upslope.course.fences.worked_keys import Letters, Work, formulas, function, letters, point
from upslope.course.fences.worked_methods import METHODS
from upslope.course.table import Table
from upslope.maths import (
    Derivation,
    Expression,
    Network,
    backpropagation_worked,
    classify_critical_point,
    determinant,
    differentiate,
    directional_derivative,
    finite_difference_worked,
    first_principles,
    gradient,
    hessian,
    jacobian,
    jacobian_determinant,
    multivariate_chain_rule,
    parse,
    partial_derivative,
    slope_between,
    total_derivative,
)
from upslope.maths.series.finite_difference import SCHEMES


def _one_variable(method: Callable[[Expression, str], Derivation]) -> Callable[[Table], Work]:
    """The reader of a method that takes a function of one variable and nothing else."""

    def read(table: Table) -> Work:
        variable = table.text("variable", "x")
        return partial(method, function(table, (variable,)), variable)

    return read


def _slope_between(table: Table) -> Work:
    variable = table.text("variable", "x")
    ends = table.whole("from"), table.whole("to")
    return partial(slope_between, function(table, (variable,)), *ends, variable)


def _finite_difference(table: Table) -> Work:
    variable, scheme = table.text("variable", "x"), table.text("scheme", "central")
    if scheme not in SCHEMES:
        raise table.complain(f"No difference is called {scheme!r}.", f"There are: {', '.join(SCHEMES)}.")
    at, step = (parse(table.text(name), ()) for name in ("at", "step"))
    return partial(
        finite_difference_worked, function(table, (variable,)), variable, at, step, SCHEMES[scheme]
    )


def _partial(table: Table) -> Work:
    by = table.repeated_texts("by")
    letters = (*dict.fromkeys((*by, *table.texts("constants", ()))),)
    return partial(partial_derivative, function(table, letters), *by)


def _of_one(
    method: Callable[[Expression, Letters, dict[str, Expression] | None], Derivation],
) -> Callable[[Table], Work]:
    """The reader of a method for one function of several variables, at a point if there is one."""

    def read(table: Table) -> Work:
        f = function(table, letters(table))
        return partial(method, f, table.texts("variables"), point(table))

    return read


def _of_several(
    method: Callable[[dict[str, Expression], Letters, dict[str, Expression] | None], Derivation],
) -> Callable[[Table], Work]:
    """The reader of a method for several functions, at a point if there is one."""

    def read(table: Table) -> Work:
        functions = formulas(table.mapping("functions"), letters(table))
        return partial(method, functions, table.texts("variables"), point(table))

    return read


def _kind_of_point(f: Expression, variables: Letters, at: dict[str, Expression] | None) -> Derivation:
    return classify_critical_point(f, variables, at or {}).working


def _directional(table: Table) -> Work:
    direction = tuple(parse(text, ()) for text in table.repeated_texts("direction"))
    f = function(table, letters(table))
    return partial(directional_derivative, f, table.texts("variables"), direction, point(table))


def _total_derivative(table: Table) -> Work:
    parameter, path = table.text("parameter", "t"), table.mapping("path")
    letters = (*path, parameter, *table.texts("constants", ()))
    return partial(total_derivative, function(table, letters), formulas(path, (parameter,)), parameter)


def _chain_of_jacobians(table: Table) -> Work:
    variables, constants = table.texts("variables"), table.texts("constants", ())
    layers = table.mappings("layers")
    inner = [*(tuple(layer) for layer in layers[1:]), variables]
    read = [formulas(layer, (*names, *constants)) for layer, names in zip(layers, inner, strict=True)]
    return partial(multivariate_chain_rule, read, variables, constants)


def _determinant(table: Table) -> Work:
    return partial(determinant, parse(table.text("matrix"), table.texts("constants", ())))


def _backpropagation(table: Table) -> Work:
    """One layer is a table ``weights`` (a row a neuron), ``bias`` and ``activation``."""
    layers = table.tables("layers")
    try:
        blocks = [np.column_stack([layer["weights"], layer["bias"]]).astype(float) for layer in layers]
        activations = tuple(str(layer["activation"]) for layer in layers)
        x, y = (np.array(table.numbers(name), float)[:, np.newaxis] for name in ("input", "target"))
    except (KeyError, ValueError):
        raise table.complain(
            "The layers are not what a network is made of.",
            'Write layers = [{ weights = [[0.5, 1]], bias = [0], activation = "tanh" }]: a row a neuron.',
        ) from None
    sizes = (len(x), *(len(block) for block in blocks))
    network = Network(sizes, activations, np.concatenate([block.ravel() for block in blocks]))
    return partial(backpropagation_worked, network, x, y)


KINDS: dict[str, Callable[[Table], Work]] = {
    **METHODS,
    "derivative": _one_variable(differentiate),
    "first-principles": _one_variable(first_principles),
    "slope-between": _slope_between,
    "finite-difference": _finite_difference,
    "partial": _partial,
    "gradient": _of_one(gradient),
    "hessian": _of_one(hessian),
    "critical-point": _of_one(_kind_of_point),
    "directional": _directional,
    "total-derivative": _total_derivative,
    "jacobian": _of_several(jacobian),
    "jacobian-determinant": _of_several(jacobian_determinant),
    "chain-of-jacobians": _chain_of_jacobians,
    "determinant": _determinant,
    "backpropagation": _backpropagation,
}
