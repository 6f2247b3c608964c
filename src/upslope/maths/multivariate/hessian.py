"""The Hessian: the square matrix of second derivatives, which says how a surface bends."""

from upslope.maths.differentiation.derivation import Derivation, Step
from upslope.maths.expressions.expression import Expression, Symbol
from upslope.maths.expressions.matrix import Matrix
from upslope.maths.expressions.printing import to_latex
from upslope.maths.multivariate.given_functions import Variables, free_name, names_of
from upslope.maths.multivariate.gradient import gradient_step
from upslope.maths.multivariate.partial_derivative import second_partial_step, slope
from upslope.maths.multivariate.point import Point, at_point, checked_point, put_in


def hessian(f: Expression, variables: Variables, at: Point | None = None) -> Derivation:
    """Return the n×n matrix of second derivatives of a scalar function of n variables, entry by entry.

    First the row of first derivatives, then each of them again. With ``at``, a value for every variable, the
    matrix at that point. Raises MathsError for variables or a point that do not fit, where there is no value,
    and for a function whose first derivatives have more than 150 nodes.

    Source: Apostol, Calculus, vol. II, section 9.9; Riley, Hobson & Bence, Mathematical Methods, 3rd ed.,
    section 5.8. Symmetry: Spivak, Calculus on Manifolds, theorem 2-5.
    """
    names = names_of(variables)
    first = gradient_step(f, names)
    second = second_step(first.end, names)
    steps: tuple[Step, ...] = (first, second)
    if at is not None:
        point = checked_point(at, names, f.variables)
        at_point(f, point)
        steps = (*steps, *put_in(second.end, point))
    return Derivation(_symbolic(f, names), steps[-1].end, steps, _symmetry(names))


def second_step(row: Expression, names: tuple[str, ...]) -> Step:
    """Return the step from the derivatives of the first derivatives, still to do, to the matrix of values.

    ``row`` holds the first derivatives. Entry i, j is the derivative by variable i of first derivative j;
    those on and above the diagonal are worked, the others are their mirror images.
    """
    rows = tuple(tuple(slope(g, name, names) for g in row.children) for name in names)
    every = range(len(names))
    work = {(i, j): second_partial_step(rows[i][j]) for i in every for j in every if i <= j}
    end = Matrix(tuple(tuple(work[min(i, j), max(i, j)].end for j in every) for i in every))
    mirrored = " What stands below the diagonal is the same as above it." if len(names) > 1 else ""
    why = f"Differentiate each of these slopes once more, by every variable.{mirrored}"
    return Step("second derivatives", Matrix(rows), end, why, tuple(work.values()))


def _symbolic(f: Expression, names: tuple[str, ...]) -> str:
    letter = Symbol(free_name(f.variables))
    rows = tuple(tuple(slope(slope(letter, column, names), row, names) for column in names) for row in names)
    return to_latex(Matrix(rows))


def _symmetry(names: tuple[str, ...]) -> str:
    if len(names) == 1:
        return ""
    first, second = (f"${to_latex(Symbol(name))}$" for name in names[:2])
    return (
        f"The matrix is symmetric: by {first} and then by {second} gives the same as the other way round, "
        "wherever these derivatives are continuous (Schwarz's theorem)."
    )
