"""Gradient descent as on paper: the gradient, the rule, and the numbers put in, step by step."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from itertools import pairwise
from math import isfinite
from typing import TypeAlias

from upslope.maths.differentiation.derivation import Derivation, Step
from upslope.maths.differentiation.differentiation import worked
from upslope.maths.expressions.decimals import rounded
from upslope.maths.expressions.evaluation import evaluate
from upslope.maths.expressions.expression import (
    Expression,
    Negative,
    Product,
    Sum,
    Symbol,
    Unworked,
    number,
)
from upslope.maths.expressions.matrix import row_vector
from upslope.maths.expressions.printing import to_latex
from upslope.maths.expressions.statement import Equation, Relation
from upslope.maths.iteration.descent_methods import ConstantStep
from upslope.maths.iteration.gradient_descent import gradient_descent
from upslope.maths.iteration.numbers_put_in import numbers_step
from upslope.maths.iteration.solution import Solution

MOST_WORKED = 12
_WHY_GRADIENT = "One slope for each variable, in a row: the gradient. It points uphill, so we go against it."
_WHY_ONE_SLOPE = (
    "With one variable the gradient is the slope. Where it is positive, the way down is to the left."
)

_DIGITS = (6, 9, 12, 17)

Row: TypeAlias = tuple[Expression, ...]


def gradient_descent_worked(
    f: Expression,
    variables: Sequence[str],
    start: Iterable[int | float | Fraction],
    size: float | Fraction = 0.1,
    steps: int = 3,
) -> Derivation:
    """Return the walk downhill with steps of ``size`` times the gradient as on paper, 1 to 12 steps shown.

    Numbers are shown with six digits; points are computed to all digits. The result is the last point shown,
    a row vector; the conclusion says how the walk ends, and what to try if it fails. Raises MathsError where
    ``gradient_descent`` does, and for a size that is not positive.

    Source: Goodfellow, Bengio & Courville, Deep Learning, section 4.3, equation 4.5.
    """
    names, first = tuple(variables), tuple(start)
    solution = gradient_descent(f, names, map(float, first), ConstantStep(float(size)))
    sheet = _Sheet(f, names, number(size))
    gradient = sheet.gradient_step()
    shown = solution.path[1 : min(max(steps, 1), MOST_WORKED) + 1]
    written: list[Row] = [tuple(map(number, first)), *(sheet.written(point) for point in shown.tolist())]
    made: list[Step] = []
    for n, (here, there) in enumerate(pairwise(written)):
        made.append(sheet.step(n, here, there, _relation(made)))
    last = _last_steps(sheet, written, made, solution)
    return Derivation(
        f"f{_listed(sheet.letters())} = {to_latex(f)}, \\quad {to_latex(sheet.point(0, written[0], '='))}",
        last[-1].end,
        (gradient, *sheet.rule_steps(gradient.end), *made, *last),
        f"{solution.outcome.sentence} {solution.outcome.remedy}".strip(),
    )


@dataclass(frozen=True)
class _Sheet:
    """A function, its variables and the size of the steps: how the walk is written down with them."""

    f: Expression
    names: tuple[str, ...]
    size: Expression

    @cached_property
    def slopes(self) -> Row:
        """The slope by each variable, worked out."""
        return tuple(worked(problem).result for problem in self._problems())

    def letters(self, index: str = "") -> Row:
        """The variables, with an index of their own if it is given."""
        return tuple(Symbol(f"{name}_{index}" if index else name) for name in self.names)

    def point(self, n: int, values: Row, relation: Relation) -> Equation:
        """What point number n is."""
        return Equation(_row(self.letters(str(n))), _row(values), relation)

    def written(self, point: Sequence[float]) -> Row:
        """A point with six digits, or with as many as it takes to see the slopes there, if there are any."""
        rows = [tuple(rounded(value, digits) for value in point) for digits in _DIGITS]
        seen = (row for row in rows if all(isfinite(evaluate(slope, {})) for slope in self._at(row)))
        return next(seen, rows[0])

    def gradient_step(self) -> Step:
        """The step from the slopes still to do to the gradient, each worked inside."""
        problems = self._problems()
        inside = tuple(step for problem in problems for step in worked(problem).steps)
        why = _WHY_GRADIENT if len(problems) > 1 else _WHY_ONE_SLOPE
        return Step("gradient", _row(problems), _row(self.slopes), why, inside)

    def rule_steps(self, gradient: Expression) -> tuple[Step, ...]:
        """The rule as it reads for this function."""
        rule = Equation(_row(self.letters("next")), self._moved(self.letters(), self.slopes))
        why = (
            f"Step against the gradient, $\\alpha = {to_latex(self.size)}$ times its length. With "
            "$\\mathbf{x}_{n}$ for point number $n$ it reads "
            "$\\mathbf{x}_{n+1} = \\mathbf{x}_{n} - \\alpha \\nabla f(\\mathbf{x}_{n})$."
        )
        return (Step("rule", gradient, rule, why, link="⇒"),)

    def step(self, n: int, here: Row, there: Row, relation: Relation) -> Step:
        """The step from point number n to the next, both as they are written."""
        look = self.gradient_at(n, here)
        why = (
            f"Put ${to_latex(self.point(n, here, relation))}$ in. The gradient there is ${look.after}$; "
            f"the step is ${to_latex(self.size)}$ times that, the other way."
        )
        filled = self._moved(here, self._at(here))
        inside = (look,) if look.start != look.end else ()
        return numbers_step(f"step {n + 1}", filled, _row(there), why, inside)

    def gradient_at(self, n: int, here: Row) -> Step:
        """The gradient at point number n."""
        filled = self._at(here)
        values = tuple(rounded(evaluate(slope, {})) for slope in filled)
        why = f"This is the gradient at ${to_latex(_row(self.letters(str(n))))}$."
        return numbers_step("gradient here", _row(filled), _row(values), why)

    def _problems(self) -> tuple[Unworked, ...]:
        if len(self.names) == 1:
            return (Unworked("derivative", self.f, self.names[0]),)
        return tuple(Unworked("partial", self.f, name) for name in self.names)

    def _at(self, here: Row) -> Row:
        values = dict(zip(self.names, here, strict=True))
        return tuple(slope.substitute(values) for slope in self.slopes)

    def _moved(self, point: Row, slopes: Row) -> Expression:
        back = _row(slopes) if self.size == number(1) else Product((self.size, _row(slopes)))
        return Sum((_row(point), Negative(back)))


def _last_steps(sheet: _Sheet, written: list[Row], made: list[Step], solution: Solution) -> tuple[Step, ...]:
    """Return the step to the last point, and before it a look at the gradient where that leads nowhere."""
    n, values = len(made), written[-1]
    found = sheet.point(n, values, _relation(made))
    if n < solution.steps:
        return (Step("where it leads", _row(values), found, "The walk goes on in the same way.", link="⇒"),)
    if solution.outcome.ending == "flat":
        look = sheet.gradient_at(n, values)
        why = "The ground is level there, so the rule does not move the point."
        return (look, Step("no way on", look.end, found, why, link="⇒"))
    why = "Here the walk has arrived." if solution.outcome.converged else "Here the walk ends."
    return (Step("where it leads", _row(values), found, why, link="⇒"),)


def _relation(made: list[Step]) -> Relation:
    """Return how the latest point stands to what is written: equal as long as no digit was dropped."""
    return "=" if all(step.link == "=" for step in made) else "≈"


def _row(entries: Sequence[Expression]) -> Expression:
    """Return a row vector; one entry alone as it is."""
    return row_vector(entries) if len(entries) > 1 else entries[0]


def _listed(letters: Row) -> str:
    return f"({', '.join(map(to_latex, letters))})"
