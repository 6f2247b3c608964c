"""One Gauss–Newton step with all its numbers: residuals, slopes, the equations they make, the solution."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from upslope.maths.differentiation.derivation import Step
from upslope.maths.expressions.decimals import rounded
from upslope.maths.expressions.expression import Expression, Negative, Product, Sum, Symbol
from upslope.maths.expressions.matrix import Matrix, column_vector, matrix
from upslope.maths.expressions.printing import to_latex
from upslope.maths.expressions.statement import Equation, Relation, system
from upslope.maths.regression.chi_squared import ChiSquared
from upslope.maths.regression.data_points import Floats
from upslope.maths.regression.tangent_model import Tangent, tangent

_DIGITS = 6
_WHY_FIRST = "The first point as an example."
_WHY_SLOPES = (
    "Put the same numbers into the slopes: a row for each point, a column for each parameter. This is $J$."
)
_WHY_SQUARE = "Multiply the columns of $J$ with one another, entry by entry, and add."
_WHY_RIGHT = "Multiply the columns of $J$ with the residuals, entry by entry, and add."
_WHY_SOLVE = (
    r"If the model were as straight as these slopes say, a change $\delta$ of the parameters would turn the "
    r"residuals into $r - J \delta$. The sum of their squares is lowest where $J^T J \delta = J^T r$."
)


@dataclass(frozen=True)
class GaussNewtonStep:
    """A step from a tangent of the model; ``slopes`` is the row of the model's slopes, still with letters."""

    misfit: ChiSquared
    slopes: Expression
    here: Tangent

    @property
    def there(self) -> Tangent:
        """Where the step leads, to the digits that are shown."""
        with np.errstate(all="ignore"):
            return tangent(self.misfit, to_digits(self.here.point + self.here.step()))

    def worked(self, before: Expression, count: int) -> Step:
        """Return the step from the statement of the old parameters to that of the new, the work inside."""
        old, there = self.here.chi_squared, self.there
        if not there.has_value:
            why = "There the model has no value at some of the points, or one too large to work with."
        elif in_short(old) == in_short(there.chi_squared):
            why = rf"$\chi^2$ stays at ${in_short(old)}$, to the digits shown."
        else:
            moved = "falls" if there.chi_squared < old else "rises"
            why = rf"$\chi^2$ {moved} from ${in_short(old)}$ to ${in_short(there.chi_squared)}$."
        after = state(self.misfit, there.point, "≈")
        return Step(f"step {count}", before, after, why, self._work(after), "⇒")

    def _work(self, after: Expression) -> tuple[Step, ...]:
        missed, rows = to_digits(self.here.residuals)[:, np.newaxis], to_digits(self.here.slopes)
        square, right = to_digits(rows.T @ rows), to_digits(rows.T @ missed)
        letters = [Symbol(f"Δ{name}") for name in self.misfit.parameters]
        changes = zip(letters, self.here.step(), strict=True)
        solved = system(Equation(letter, _shown(value), "≈") for letter, value in changes)
        equations = Equation(Product((_grid(square), column_vector(letters))), _grid(right))
        return (
            self._residuals(_grid(missed)),
            self._rows(_grid(rows)),
            Step("JᵀJ", Product((_grid(rows.T), _grid(rows))), _grid(square), _WHY_SQUARE, link="≈"),
            Step("Jᵀr", Product((_grid(rows.T), _grid(missed))), _grid(right), _WHY_RIGHT, link="≈"),
            Step("solve", equations, solved, _WHY_SOLVE, link="⇒"),
            Step("add", solved, after, "Add each change to its parameter.", link="⇒"),
        )

    def _residuals(self, end: Matrix) -> Step:
        """From measured minus model to the residual of every point."""
        measured = "y" if "y" not in self.misfit.model.variables else "y_i"
        missed = Sum((Symbol(measured), Negative(self.misfit.model)))
        why = "Put the parameters and each point into measured minus model. These are the residuals $r$."
        example = self._at_first_point(missed, measured)
        inside = (Step("first point", example, end.children[0], _WHY_FIRST, link="≈"),)
        return Step("residuals", missed, end, why, inside, "⇒")

    def _rows(self, end: Matrix) -> Step:
        """From the slopes of the model to J."""
        example = self._at_first_point(self.slopes)
        inside = (Step("first point", example, Matrix(end.rows[:1]), _WHY_FIRST, link="≈"),)
        return Step("slopes", self.slopes, end, _WHY_SLOPES, inside, "⇒")

    def _at_first_point(self, expression: Expression, measured: str = "") -> Expression:
        misfit, points = self.misfit, self.misfit.points
        given = {misfit.variable: points.x[0], measured: points.y[0]}
        given |= dict(zip(misfit.parameters, self.here.point, strict=True))
        return expression.substitute({name: _shown(value) for name, value in given.items()})


def state(misfit: ChiSquared, point: Iterable[float], relation: Relation) -> Expression:
    """Return the statement that each parameter has its value."""
    rows = zip(misfit.parameters, point, strict=True)
    return system(Equation(Symbol(name), _shown(value), relation) for name, value in rows)


def to_digits(values: Floats) -> Floats:
    """Return numbers as they are shown: what a reader takes from the page is what is worked with."""
    return np.array([float(f"{value:.{_DIGITS - 1}e}") for value in values.ravel()]).reshape(values.shape)


def in_short(value: float) -> str:
    """Return a number in LaTeX, to four digits."""
    return to_latex(rounded(value, 4))


def _shown(value: float) -> Expression:
    return rounded(float(value), _DIGITS)


def _grid(values: Floats) -> Matrix:
    return matrix([[_shown(value) for value in row] for row in values])
