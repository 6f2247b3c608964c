"""Newton–Raphson as on paper: the slope, the rule, and the numbers put in, step by step; and as a table."""

from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from upslope.maths.differentiation.derivation import Derivation, Step
from upslope.maths.differentiation.differentiation import derivative, differentiate
from upslope.maths.expressions.decimals import rounded
from upslope.maths.expressions.evaluation import evaluate
from upslope.maths.expressions.expression import Expression, Negative, Quotient, Sum, Symbol, Unworked, number
from upslope.maths.expressions.printing import to_latex
from upslope.maths.expressions.statement import Equation, Relation
from upslope.maths.iteration.newton_raphson import MOST_STEPS, newton_raphson
from upslope.maths.iteration.numbers_put_in import numbers_step
from upslope.maths.iteration.solution import Solution

MOST_WORKED = 12
_WHY_SLOPE = "Newton–Raphson follows the tangent, so it needs the slope of the curve."
_WHY_STILL = "The last step changed none of the digits shown: the points have settled."
_WHY_LEVEL = "A tangent as level as this does not meet the axis, or only far away, so there is no next point."
# A point is written with the first of these numbers of digits from which the next can be worked out.
_DIGITS = (6, 8, 10, 12, 15, 17)
_AGREES = 2e-6


@dataclass(frozen=True)
class Iterate:
    """One row of the table: the number of the step, the point, and height and slope of the curve there.

    ``f`` and ``slope`` are NaN or infinite where the curve has none.
    """

    n: int
    x: float
    f: float
    slope: float


def newton_raphson_table(
    f: Expression, start: float, x: str = "x", steps: int = MOST_STEPS
) -> tuple[Iterate, ...]:
    """Return the points of ``newton_raphson`` from the start on, with height and slope; same errors."""
    slope = derivative(f, x)
    points = newton_raphson(f, start, x, steps).path[:, 0]
    return tuple(
        Iterate(n, float(point), evaluate(f, {x: float(point)}), evaluate(slope, {x: float(point)}))
        for n, point in enumerate(points)
    )


def newton_raphson_worked(
    f: Expression, start: int | float | Fraction, x: str = "x", steps: int = 4
) -> Derivation:
    """Return the search for a root from ``start`` as on paper, its first ``steps`` steps shown (1 to 12).

    Numbers are shown with six digits and fewer steps where these stand still; points are computed to all
    digits. The result is the last point shown; the conclusion says how the search ends, and what to try if
    it fails. Raises MathsError where ``newton_raphson`` does.

    Source: Press et al., Numerical Recipes, 3rd ed., section 9.4.
    """
    solution = newton_raphson(f, float(start), x)
    sheet = _Sheet(f, derivative(f, x), x)
    points = _shown(solution, min(max(steps, 1), MOST_WORKED))
    written = [number(start), *(sheet.written(*pair) for pair in pairwise(points[1:])), rounded(points[-1])]
    made: list[Step] = []
    for n, (here, there) in enumerate(pairwise(written[: len(points)])):
        made.append(_step(sheet, n, here, there, _relation(made)))
    found = sheet.equals(len(made), made[-1].end if made else number(start), _relation(made))
    problem = f"{to_latex(f)} = 0, \\quad {to_latex(sheet.equals(0, number(start), '='))}"
    last = _last_steps(sheet, found, solution, len(made))
    conclusion = f"{solution.outcome.sentence} {solution.outcome.remedy}".strip()
    return Derivation(problem, found, (*_rule_steps(sheet), *made, *last), conclusion)


def _shown(solution: Solution, steps: int) -> list[float]:
    """Return the first points, up to the one that brings no new digit."""
    points = [float(point) for point in solution.path[: steps + 1, 0]]
    for n, (here, there) in enumerate(pairwise(points)):
        if rounded(here) == rounded(there):
            return points[: n + 2]
    return points


def _relation(made: list[Step]) -> Relation:
    """Return how the latest point stands to what is written: equal as long as no digit was dropped."""
    return "=" if all(step.link == "=" for step in made) else "≈"


@dataclass(frozen=True)
class _Sheet:
    """A function, its slope and its letter: how the search is written down with them."""

    f: Expression
    slope: Expression
    x: str

    def letter(self, index: str) -> Symbol:
        """The letter with an index of its own: x_0, x_n, x_next."""
        return Symbol(f"{self.x}_{index}")

    @property
    def parts(self) -> tuple[tuple[str, Expression], tuple[str, Expression]]:
        """Height and slope by name."""
        return ("height", self.f), ("slope", self.slope)

    def equals(self, n: int, point: Expression, relation: Relation) -> Equation:
        """What point number n is."""
        return Equation(self.letter(str(n)), point, relation)

    def written(self, here: float, there: float) -> Expression:
        """A point with six digits, or with as many as it takes to get from it to the next."""
        for digits in _DIGITS:
            point = rounded(here, digits)
            if abs(evaluate(self.rule(point), {}) - there) <= _AGREES * max(abs(here), abs(there)):
                return point
        return rounded(here, _DIGITS[-1])

    def rule(self, point: Expression) -> Expression:
        """The point minus height over slope, all written out."""
        height, slope = (part.substitute({self.x: point}) for part in (self.f, self.slope))
        return Sum((point, Negative(Quotient(height, slope))))


def _rule_steps(sheet: _Sheet) -> tuple[Step, ...]:
    """Return the slope of the curve, worked, and the rule with it; no rule where the curve is level."""
    problem = Unworked("derivative", sheet.f, sheet.x)
    slope = Step("slope", problem, sheet.slope, _WHY_SLOPE, differentiate(sheet.f, sheet.x).steps)
    if sheet.slope == number(0):
        return (slope,)
    x, here = to_latex(Symbol(sheet.x)), to_latex(sheet.letter("n"))
    there = here[:-1] + "+1}"
    why = (
        f"Slide along the tangent from ${x}$ to the axis: with the height $f({x})$ and the slope $f'({x})$ "
        f"that is $f({x})/f'({x})$ to go back. With numbered points it reads "
        f"${there} = {here} - \\frac{{f({here})}}{{f'({here})}}$."
    )
    rule = Equation(sheet.letter("next"), sheet.rule(Symbol(sheet.x)))
    return slope, Step("rule", Equation(sheet.f, number(0)), rule, why, link="⇒")


def _step(sheet: _Sheet, n: int, point: Expression, there: Expression, relation: Relation) -> Step:
    """Return the step from point number n to the next, both as they are written."""
    height, slope = (_measured(sheet, n, point, *part) for part in sheet.parts)
    filled = sheet.rule(point)
    where = to_latex(sheet.equals(n, point, relation))
    why = f"Put ${where}$ in. There the height is ${height.after}$ and the slope is ${slope.after}$."
    inside = tuple(step for step in (height, slope) if step.start != step.end)
    return numbers_step(f"step {n + 1}", filled, there, why, inside)


def _measured(sheet: _Sheet, n: int, point: Expression, name: str, part: Expression) -> Step:
    filled = part.substitute({sheet.x: point})
    name_of_point = to_latex(sheet.letter(str(n)))
    why = f"This is the {name} of the curve at ${name_of_point}$."
    return numbers_step(name, filled, rounded(evaluate(filled, {})), why)


def _last_steps(sheet: _Sheet, found: Equation, solution: Solution, made: int) -> tuple[Step, ...]:
    """Return the step to what was found, and before it a look at the slope where that is the trouble."""
    if solution.outcome.ending == "flat" and made == solution.steps:
        level = _measured(sheet, made, found.right, *sheet.parts[1])
        looked = (level,) if level.start != level.end else ()
        return (*looked, Step("no way on", level.end, found, _WHY_LEVEL, link="⇒"))
    return (Step("where it leads", found.right, found, _why_end(solution, made), link="⇒"),)


def _why_end(solution: Solution, made: int) -> str:
    last = [rounded(point) for point in solution.path[max(made - 1, 0) : made + 1, 0]]
    if len(last) > 1 and last[0] == last[1]:
        return _WHY_STILL
    if made < solution.steps:
        return "The search goes on in the same way."
    return "Here the search has arrived." if solution.outcome.converged else "Here the search ends."
