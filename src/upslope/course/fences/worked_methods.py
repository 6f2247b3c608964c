"""Worked examples of methods: series, searches for roots and low points, constraints, fits. One row a kind.

What a reader takes and raises is told in ``worked_kinds``.
"""

from collections.abc import Callable
from fractions import Fraction
from functools import partial

from upslope.course.fences.worked_keys import Letters, Work, function, plain_number, point
from upslope.course.table import Table
from upslope.maths import (
    Equation,
    Expression,
    chi_squared_worked,
    fit_curve_worked,
    fit_line_worked,
    gradient_descent_worked,
    lagrange_multipliers,
    linearise,
    newton_raphson_worked,
    parse,
    remainder_bound_worked,
    tangent_plane,
    taylor_polynomial,
    taylor_polynomial_of_two,
)

_X: Letters = ("x",)


def _series(table: Table) -> tuple[Expression, str, Expression]:
    variable = table.text("variable", "x")
    return function(table, (variable,)), variable, parse(table.text("at", "0"), ())


def _taylor(table: Table) -> Work:
    return partial(taylor_polynomial, *_series(table), table.whole("order"))


def _linearise(table: Table) -> Work:
    return partial(linearise, *_series(table))


def _remainder(table: Table) -> Work:
    ends = tuple(float(_number(table, name)) for name in ("from", "to"))
    return partial(remainder_bound_worked, *_series(table), table.whole("order"), (ends[0], ends[1]))


def _number(table: Table, name: str) -> Fraction | float:
    return plain_number(table, table.text(name))


def _surface(table: Table) -> tuple[Expression, tuple[str, str], tuple[Expression, Expression]]:
    """A function of two variables and the point to look from: the origin unless said."""
    names = table.texts("variables")
    if len(names) != 2:
        raise table.complain(f"A surface stands over two variables, not {len(names)}.", "Name two.")
    found, (first, second) = point(table) or {}, names
    about = found.get(first, parse("0", ())), found.get(second, parse("0", ()))
    return function(table, names), (first, second), about


def _taylor_of_two(table: Table) -> Work:
    return partial(taylor_polynomial_of_two, *_surface(table), table.whole("order", 2))


def _tangent_plane(table: Table) -> Work:
    return partial(tangent_plane, *_surface(table))


def _newton_raphson(table: Table) -> Work:
    variable = table.text("variable", "x")
    f, start = function(table, (variable,)), _number(table, "start")
    return partial(newton_raphson_worked, f, start, variable, table.whole("steps", 4))


def _gradient_descent(table: Table) -> Work:
    names, start = table.texts("variables"), table.mapping("start")
    if set(start) != set(names):
        raise table.complain(
            f"The start names {', '.join(start)}; the variables are {', '.join(names)}.",
            'Give each variable a number: start = { x = "2", y = "1" }.',
        )
    first = [plain_number(table, start[name]) for name in names]
    f, size = function(table, names), _number(table, "step")
    return partial(gradient_descent_worked, f, names, first, size, table.whole("steps", 3))


def _lagrange(table: Table) -> Work:
    names = table.texts("variables")
    fences = [_equation(text, names) for text in table.texts("constraints")]
    return partial(lagrange_multipliers, function(table, names), fences, names)


def _equation(text: str, names: Letters) -> Expression:
    """What has to hold: an equation, or an expression that has to be 0."""
    left, equals, right = text.partition("=")
    return Equation(parse(left, names), parse(right, names)) if equals else parse(text, names)


def _points(table: Table) -> tuple[list[Fraction | float], list[Fraction | float]]:
    x, y = ([plain_number(table, text) for text in table.repeated_texts(name)] for name in ("x", "y"))
    return x, y


def _floats(table: Table) -> tuple[list[float], list[float]]:
    x, y = _points(table)
    return [float(each) for each in x], [float(each) for each in y]


def _chi_squared(table: Table) -> Work:
    names = table.texts("parameters")
    return partial(chi_squared_worked, function(table, (*_X, *names)), names, *_floats(table))


def _line_fit(table: Table) -> Work:
    return partial(fit_line_worked, *_points(table))


def _curve_fit(table: Table) -> Work:
    start = {name: float(plain_number(table, text)) for name, text in table.mapping("start").items()}
    model = function(table, (*_X, *start))
    return partial(fit_curve_worked, model, *_floats(table), start, table.whole("steps", 2))


METHODS: dict[str, Callable[[Table], Work]] = {
    "taylor": _taylor,
    "taylor-of-two": _taylor_of_two,
    "tangent-plane": _tangent_plane,
    "linearise": _linearise,
    "remainder": _remainder,
    "newton-raphson": _newton_raphson,
    "gradient-descent": _gradient_descent,
    "lagrange": _lagrange,
    "chi-squared": _chi_squared,
    "line-fit": _line_fit,
    "curve-fit": _curve_fit,
}
