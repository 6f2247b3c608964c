"""The total derivative along a path: every variable that moves adds its share."""

from collections.abc import Mapping

from upslope.maths.differentiation.derivation import Derivation, Step, chained
from upslope.maths.differentiation.differentiation import TIDY_UP, derivative, worked
from upslope.maths.equality.equality import compare
from upslope.maths.errors import MathsError
from upslope.maths.expressions.expression import (
    Expression,
    Product,
    Symbol,
    Unworked,
    in_one_row,
    replace,
    sum_of,
    walk,
)
from upslope.maths.expressions.printing import to_latex
from upslope.maths.expressions.statement import equation
from upslope.maths.multivariate.given_functions import check_scalar, free_name, names_of
from upslope.maths.multivariate.partial_derivative import partial_step, slope
from upslope.maths.multivariate.pythagoras import pythagorean_steps
from upslope.maths.simplification.tidy import tidied

# What is longer than this is not worth printing a second time.
_ONE_LINE = 60


def total_derivative(f: Expression, path: Mapping[str, Expression], parameter: str = "t") -> Derivation:
    """Return df/dt for a function of variables that move along a path, worked.

    ``path`` gives each moving variable as an expression in the parameter; ``f`` may also hold the parameter
    itself. Letters without a path stand still. The conclusion compares with putting the path in first. Raises
    MathsError for an empty path and for one in which a variable depends on another.

    Source: Riley, Hobson & Bence, Mathematical Methods, 3rd ed., sections 5.2 and 5.5; Apostol, Calculus,
    vol. II, section 8.15.
    """
    check_scalar(f)
    _check_path(path, parameter)
    start = Unworked("derivative", in_one_row(f.substitute(path)), parameter)
    moving = tuple(name for name in (*path, parameter) if name in f.variables)
    letter = Symbol(free_name(f.variables.union(path, (parameter,))))
    problem = to_latex(Unworked("derivative", letter, parameter))
    if not set(moving).intersection(path):
        plain = worked(start)
        return Derivation(problem, plain.result, plain.steps)
    shares = _shares(f, moving, path, parameter)
    named = _shares(letter, moving, {name: Symbol(name) for name in path}, parameter)
    formula = f"{problem} = {to_latex(named)}"
    first = Step("total derivative", start, shares, _why(moving, parameter, formula))
    steps = (first, *_worked_out(shares, path))
    return Derivation(problem, steps[-1].end, steps, _check(f.substitute(path), parameter, steps[-1].end))


def _check_path(path: Mapping[str, Expression], parameter: str) -> None:
    if not path:
        remedy = f"Say how a variable moves with {parameter}, such as x = {parameter}^2."
        raise MathsError("The path is empty.", remedy)
    if parameter in path:
        raise MathsError(
            f"{parameter} is what everything else moves with, so it has no path of its own.",
            f"Leave {parameter} out of the path, or name another parameter.",
        )
    for name in names_of((*path, parameter))[:-1]:
        check_scalar(path[name])
        others = ", ".join(sorted(path[name].variables.intersection(path)))
        if others:
            raise MathsError(
                f"The path {name} = {path[name]} holds {others}, which moves on a path itself.",
                f"Write {name} with {parameter} only.",
            )


def _shares(
    f: Expression, moving: tuple[str, ...], path: Mapping[str, Expression], parameter: str
) -> Expression:
    """One product for each variable on the path; for the parameter in ``f`` itself its slope alone."""
    return sum_of(
        tuple(
            Product((slope(f, name, moving), Unworked("derivative", path[name], parameter)))
            if name in path
            else slope(f, name, moving)
            for name in moving
        )
    )


def _why(moving: tuple[str, ...], parameter: str, formula: str) -> str:
    shown = f"${to_latex(Symbol(parameter))}$"
    direct = f" {shown} also stands in the function itself and adds its own slope." * (parameter in moving)
    return (
        f"When {shown} moves, so does every variable on the path. Each adds its share: how fast the function "
        f"changes with it, times how fast it changes with {shown}.{direct} So ${formula}$."
    )


def _worked_out(shares: Expression, path: Mapping[str, Expression]) -> tuple[Step, ...]:
    """The factors worked and put together, the path put in, and tidied."""
    found = [node for node in walk(shares) if isinstance(node, Unworked)]
    work = {factor: partial_step(factor) for factor in dict.fromkeys(reversed(found))}
    together = in_one_row(replace(shares, {factor: step.end for factor, step in work.items()}))
    first = Step(
        "work out the factors", shares, together, "Each factor is one derivative.", tuple(work.values())
    )
    on_path = in_one_row(together.substitute(path))
    result = tidied(on_path)
    where = ", ".join(f"${to_latex(equation(Symbol(name), at))}$" for name, at in path.items())
    moves = [
        ("put in the path", on_path, f"On the path {where}."),
        ("tidy", result, TIDY_UP),
    ]
    return (first, *chained(together, moves), *pythagorean_steps(result))


def _check(on_path: Expression, parameter: str, result: Expression) -> str:
    """What comes of putting the path in first, where that can be worked and agrees."""
    first = tidied(on_path)
    try:
        direct = derivative(first, parameter)
    except MathsError:
        return ""
    if compare(direct, result).verdict != "same":
        return ""
    if sum(1 for part in (first, direct) for _ in walk(part)) > _ONE_LINE:
        return "Check: putting the path in first and differentiating then gives the same function."
    shown = to_latex(Unworked("derivative", first, parameter))
    return f"Check, with the path put in first: ${shown} = {to_latex(direct)}$, the same function."
