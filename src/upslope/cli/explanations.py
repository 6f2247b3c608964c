"""What ``upslope explain`` can work out: one row a kind, each turning a request into a derivation."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from upslope.maths import (
    Derivation,
    Equation,
    Expression,
    MathsError,
    Matrix,
    classify_critical_point,
    differentiate,
    first_principles,
    gradient,
    hessian,
    jacobian,
    lagrange_multipliers,
    newton_raphson_worked,
    partial_derivative,
    taylor_polynomial,
    taylor_polynomial_of_two,
)
from upslope.maths.expressions.evaluation import evaluate
from upslope.maths.expressions.expression import number
from upslope.maths.multivariate.point import checked_point, put_in


@dataclass(frozen=True)
class Request:
    """What is asked for, read: the function, the variables it is worked by, and whatever else was given."""

    function: Expression
    variables: tuple[str, ...]
    point: Mapping[str, Expression]
    order: int | None = None
    constraints: tuple[Equation, ...] = ()

    @property
    def variable(self) -> str:
        """The one variable of a method that takes one."""
        if len(self.variables) != 1:
            listed = ", ".join(self.variables)
            raise MathsError(
                f"This is worked by one variable, and there are {listed}.", "Name one with --wrt."
            )
        return self.variables[0]

    def start(self, value: int) -> Expression:
        """The place on the axis of the one variable; ``value`` where none was given."""
        return self.point.get(self.variable, number(value))


def _derivative(request: Request) -> Derivation:
    if len(request.variables) == 1 and request.function.variables <= {*request.variables}:
        return _at_point(differentiate(request.function, request.variable), request)
    return _at_point(partial_derivative(request.function, *request.variables), request)


def _at_point(worked: Derivation, request: Request) -> Derivation:
    """The derivation, with the point put in at its end."""
    if not request.point:
        return worked
    point = checked_point(request.point, request.variables, request.function.variables)
    steps = (*worked.steps, *put_in(worked.result, point))
    return Derivation(worked.problem, steps[-1].end, steps, worked.conclusion)


def _hessian(request: Request) -> Derivation:
    """The matrix; with a point where the ground is level, what kind of point it is as well."""
    if not request.point:
        return hessian(request.function, request.variables)
    return classify_critical_point(request.function, request.variables, request.point).working


def _jacobian(request: Request) -> Derivation:
    rows = request.function.children if isinstance(request.function, Matrix) else (request.function,)
    return jacobian(rows, request.variables, request.point or None)


def _taylor(request: Request) -> Derivation:
    order = 3 if request.order is None else request.order
    if len(request.variables) == 2:
        x, y = request.variables
        about = (request.point.get(x, number(0)), request.point.get(y, number(0)))
        return taylor_polynomial_of_two(request.function, (x, y), about, order)
    return taylor_polynomial(request.function, request.variable, request.start(0), order)


def _newton(request: Request) -> Derivation:
    start = Fraction(evaluate(request.start(1), {})).limit_denominator(10**9)
    steps = 4 if request.order is None else request.order
    return newton_raphson_worked(request.function, start, request.variable, steps)


def _lagrange(request: Request) -> Derivation:
    if not request.constraints:
        raise MathsError("There is no constraint yet.", 'Add one, for example --subject-to "x^2 + y^2 = 1".')
    return lagrange_multipliers(request.function, request.constraints, request.variables)


KINDS: dict[str, Callable[[Request], Derivation]] = {
    "derivative": _derivative,
    "first-principles": lambda request: first_principles(request.function, request.variable),
    "gradient": lambda request: gradient(request.function, request.variables, request.point or None),
    "jacobian": _jacobian,
    "hessian": _hessian,
    "taylor": _taylor,
    "newton": _newton,
    "lagrange": _lagrange,
}


def explain(kind: str, request: Request) -> Derivation:
    """Return the working of this kind. Raises MathsError where it cannot be done."""
    if kind != "jacobian" and not request.function.is_scalar:
        raise MathsError(
            f"{request.function} has several entries, and a {kind} belongs to one function.",
            "Give one function, or use --kind jacobian.",
        )
    return KINDS[kind](request)
