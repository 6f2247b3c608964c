"""The slopes of χ², worked for any model: the chain rule at one point, then the sum over all points."""

from collections.abc import Iterable

from numpy.typing import ArrayLike

from upslope.maths.differentiation.derivation import Derivation, Step
from upslope.maths.errors import MathsError
from upslope.maths.expressions.expression import (
    Expression,
    Negative,
    Number,
    Power,
    Product,
    Sum,
    Symbol,
    Unworked,
    number,
    product_of,
    sum_of,
)
from upslope.maths.expressions.matrix import row_vector
from upslope.maths.expressions.printing import to_latex
from upslope.maths.expressions.statement import Equation, system
from upslope.maths.multivariate.partial_derivative import partial_step
from upslope.maths.regression.chi_squared import ChiSquared, chi_squared
from upslope.maths.simplification.tidy import tidied

MOST_POINTS = 5
MOST_PARAMETERS = 4
_CHI_SQUARED = Power(Symbol("chi"), number(2))
_Y = Symbol("y_i")


def chi_squared_worked(
    model: Expression, parameters: Iterable[str], x: ArrayLike, y: ArrayLike
) -> Derivation:
    """Return the slopes ∂χ²/∂a_k = −2 Σ (y_i − f(x_i)) ∂f/∂a_k of χ² = Σ (y_i − f(x_i))², worked.

    The result is an Equation for each parameter (1 to 4 of them, stacked as a System), with the numbers of
    the 1 to 5 points put in. Raises MathsError for more of either and where ``chi_squared`` does. Source:
    Press et al., Numerical Recipes, 3rd ed., section 15.5.
    """
    misfit = chi_squared(model, parameters, x, y)
    names, count = misfit.parameters, len(misfit.points)
    if count > MOST_POINTS or len(names) > MOST_PARAMETERS:
        raise MathsError(
            f"{count} points and {len(names)} parameters are too many to write out.",
            f"Take at most {MOST_POINTS} points and {MOST_PARAMETERS} parameters.",
        )
    anywhere = model.substitute({misfit.variable: Symbol(f"{misfit.variable}_i")})
    work = [partial_step(Unworked("partial", anywhere, name)) for name in names]
    steps = (_chain(anywhere, work), _model_slopes(anywhere, work), _added_up(misfit, anywhere, work))
    problem = rf"\chi^2 = \sum_{{i=1}}^{{{count}}} \left({to_latex(_missed(_Y, anywhere))}\right)^2"
    return Derivation(problem, steps[-1].end, steps, _conclusion(names, work))


def _chain(model: Expression, work: list[Step]) -> Step:
    """From the slopes of one squared residual to those of the model in it."""
    missed = _missed(_Y, model)
    start = row_vector(Unworked("partial", missed**2, _moving(step)) for step in work)
    end = row_vector(_minus_twice(missed, step.start) for step in work)
    why = (
        r"$\chi^2$ is a sum with one square for each point, so its slope is the sum of their slopes, and "
        r"one point shows how it goes. Outside is a square, with slope $2(\ldots)$. Inside is the residual: "
        "$y_i$ was measured and stands still, so only the model $f$ in it changes, and it has a minus sign. "
        r"Together that makes $-2\,(y_i - f)$ times the slope of $f$, for each parameter."
    )
    return Step("chain rule", start, end, why)


def _model_slopes(model: Expression, work: list[Step]) -> Step:
    """From the slopes of the model still to do to what they are."""
    missed = _missed(_Y, model)
    start = row_vector(_minus_twice(missed, step.start) for step in work)
    end = row_vector(_minus_twice(missed, step.end) for step in work)
    why = "Work out the slope of the model for each parameter, with all other letters standing still."
    return Step("slopes of the model", start, end, why, tuple(work))


def _added_up(misfit: ChiSquared, model: Expression, work: list[Step]) -> Step:
    missed = _missed(_Y, model)
    start = row_vector(_minus_twice(missed, step.end) for step in work)
    rows = [
        Equation(Unworked("partial", _CHI_SQUARED, _moving(step)), _total(misfit, step.end)) for step in work
    ]
    why = (
        r"Put in the numbers of each point and add up. In general, for a parameter $a_k$, this is "
        r"$\frac{\partial \chi^2}{\partial a_k} = -2 \sum_i (y_i - f(x_i)) \frac{\partial f}{\partial a_k}$. "
        "Each residual is multiplied by the slope at its own point, before anything is added."
    )
    return Step("add up", start, system(rows), why, link="⇒")


def _total(misfit: ChiSquared, slope: Expression) -> Expression:
    """−2 Σ (y_i − f(x_i)) ∂f/∂a, the numbers of the points put in."""
    terms = []
    for x, y in zip(misfit.points.x, misfit.points.y, strict=True):
        model = tidied(misfit.model.substitute({misfit.variable: float(x)}))
        there = tidied(slope.substitute({f"{misfit.variable}_i": float(x)}))
        if there != number(0):
            terms.append(_times(_missed(number(float(y)), model), there))
    if not terms:
        return number(0)
    if all(isinstance(term, Negative) for term in terms):
        return _product(number(2), sum_of(tuple(term.children[0] for term in terms)))
    return Negative(_product(number(2), sum_of(tuple(terms))))


def _missed(measured: Expression, model: Expression) -> Expression:
    """Measured minus model; a minus sign before a term of the model turns into a plus."""
    terms = model.terms if isinstance(model, Sum) and isinstance(measured, Number | Negative) else (model,)
    taken = [term.argument if isinstance(term, Negative) else Negative(term) for term in terms]
    kept = [term for term in (measured, *taken) if term not in (number(0), Negative(number(0)))]
    return sum_of(tuple(kept))


def _minus_twice(missed: Expression, slope: Expression) -> Expression:
    """−2 · residual · slope, with one sign in front."""
    if isinstance(slope, Negative):
        return _product(number(2), missed, slope.argument)
    return Negative(_product(number(2), missed, slope))


def _times(missed: Expression, slope: Expression) -> Expression:
    """Residual times slope, a plain number first and the sign of the slope in front."""
    if isinstance(slope, Negative):
        return Negative(_times(missed, slope.argument))
    return _product(slope, missed) if isinstance(slope, Number) else _product(missed, slope)


def _product(*factors: Expression) -> Expression:
    """The factors in one row, without those that are 1."""
    inner = (
        part for factor in factors for part in (factor.factors if isinstance(factor, Product) else (factor,))
    )
    return product_of(tuple(factor for factor in inner if factor != number(1)))


def _moving(step: Step) -> str:
    """The parameter by which a step differentiates."""
    return step.start.variable if isinstance(step.start, Unworked) else ""


def _conclusion(names: tuple[str, ...], work: list[Step]) -> str:
    lowest = r"At the lowest point of $\chi^2$ every one of these slopes is $0$."
    if not any(step.end.variables.intersection(names) for step in work):
        return f"{lowest} In each the parameters are only multiplied by numbers: a linear equation to solve."
    *most, last = (f"${to_latex(Symbol(name))}$" for name in names)
    shown = f"{', '.join(most)} and {last}" if most else last
    return (
        f"{lowest} As equations for {shown} they are not linear, so in general no formula gives the answer: "
        r"start from a guess and walk downhill on $\chi^2$, against these slopes."
    )
