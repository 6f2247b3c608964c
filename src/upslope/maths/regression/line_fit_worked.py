"""The straight line through a few points, by hand: two slopes of χ² set to zero, two equations solved."""

from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction
from typing import TypeAlias

from upslope.maths.differentiation.derivation import Derivation, Step
from upslope.maths.expressions.decimals import in_decimals, rounded
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
    sum_of,
)
from upslope.maths.expressions.printing import to_latex
from upslope.maths.expressions.statement import Equation, System
from upslope.maths.regression.normal_equations import Coordinate, NormalEquations, normal_equations

Writer: TypeAlias = Callable[[Fraction], Expression]

_M, _C = Symbol("m"), Symbol("c")
_CHI_SQUARED = Power(Symbol("chi"), number(2))


def fit_line_worked(x: Sequence[Coordinate], y: Sequence[Coordinate]) -> Derivation:
    """Return the line y = m x + c with the least χ² = Σ (y − m x − c)², worked exactly.

    The result is a System of m = … and c = …. Takes 2 to 12 points of whole numbers, fractions and short
    decimals; raises MathsError where ``normal_equations`` does. Source: Press et al., Numerical Recipes, 3rd
    ed., section 15.2; Riley, Hobson & Bence, Mathematical Methods, 3rd ed., section 31.6.
    """
    sums = normal_equations(x, y)
    last: Expression = Equation(Symbol("y"), Sum((Product((_M, Symbol("x"))), _C)))
    steps: list[Step] = []
    for move in (_misfit, _slopes, _level, _normal, _take_away, _slope_found, _put_back):
        step = move(sums, last)
        if step.end != last:
            steps.append(step)
            last = step.end
    problem = rf"\min_{{m,\, c}}\ \chi^2, \qquad \chi^2 = \sum_{{i=1}}^{{{len(x)}}} (y_i - m x_i - c)^2"
    return Derivation(problem, last, tuple(steps), _conclusion(sums))


def _misfit(sums: NormalEquations, before: Expression) -> Step:
    why = (
        "At each point the line misses by the residual $y_i - m x_i - c$: what was measured minus what the "
        r"line says. Square every residual, so that too high and too low both count, and add the squares up. "
        r"That is $\chi^2$."
    )
    return Step("misfit", before, Equation(_CHI_SQUARED, Sum(_squares(sums))), why, link="⇒")


def _slopes(sums: NormalEquations, before: Expression) -> Step:
    by_m = _by(sums, "m", sums.x, (sums.of_xx, sums.of_x, sums.of_xy))
    by_c = _by(sums, "c", (Fraction(1),) * sums.count, (sums.of_x, Fraction(sums.count), sums.of_y))
    rows = (
        Equation(Unworked("partial", _CHI_SQUARED, "m"), by_m[-1].end),
        Equation(Unworked("partial", _CHI_SQUARED, "c"), by_c[-1].end),
    )
    why = (
        r"Two letters can move, so $\chi^2$ has two slopes: one as $m$ moves and $c$ stands still, one the "
        r"other way round. The chain rule gives $-2 \sum x_i (y_i - m x_i - c)$ and "
        r"$-2 \sum (y_i - m x_i - c)$; then collect what is multiplied by $m$ and by $c$."
    )
    return Step("two slopes", before, System(rows), why, (*by_m, *by_c), "⇒")


def _by(
    sums: NormalEquations, letter: str, inner: Sequence[Fraction], halves: Iterable[Fraction]
) -> tuple[Step, Step]:
    """The slope of χ² by one letter.

    ``inner`` is how fast each residual falls with the letter; ``halves`` are half of what m and c are
    multiplied by in the end, and half of what is taken away.
    """
    write, start = _writer(sums), Unworked("partial", Sum(_squares(sums)), letter)
    residuals = [square.base for square in _squares(sums)]
    terms = [_times(write(a), residual) for a, residual in zip(inner, residuals, strict=True) if a]
    chained = Negative(Product((number(2), sum_of(tuple(terms)))))
    why = (
        "Square by square, with the chain rule: $2$ times the residual, times the slope of the residual as "
        f"${letter}$ moves, which is $-{'x_i' if letter == 'm' else '1'}$."
    )
    if not all(inner):
        why += " Where $x = 0$ the residual does not change with $m$, so that square adds nothing."
    m, c, taken_away = (write(2 * half) for half in halves)
    end = _added((_times(m, _M), _times(c, _C), _minus(taken_away)))
    return (
        Step(f"chain, by {letter}", start, chained, why),
        Step("collect", chained, end, "Multiply out and collect."),
    )


def _level(sums: NormalEquations, before: Expression) -> Step:
    rows = tuple(Equation(row.children[1], number(0)) for row in before.children)
    why = r"At its lowest point $\chi^2$ is level: both slopes are $0$, and both at once."
    return Step("level", before, System(rows), why, link="⇒")


def _normal(sums: NormalEquations, before: Expression) -> Step:
    write = _writer(sums)
    told = (
        (r"\sum x_i^2", sums.of_xx),
        (r"\sum x_i", sums.of_x),
        (r"\sum x_i y_i", sums.of_xy),
        (r"\sum y_i", sums.of_y),
    )
    listed = ", ".join(f"${name} = {to_latex(write(value))}$" for name, value in told)
    why = (
        "Halve both equations and take the plain numbers to the right. These are the normal equations, "
        r"$\left(\sum x_i^2\right) m + \left(\sum x_i\right) c = \sum x_i y_i$ and "
        r"$\left(\sum x_i\right) m + n c = \sum y_i$: next time you can begin with them. For these "
        f"$n = {sums.count}$ points {listed}."
    )
    first = Equation(_linear(sums, sums.of_xx, sums.of_x), write(sums.of_xy))
    return Step("normal equations", before, System((first, _second(sums))), why, link="⇒")


def _take_away(sums: NormalEquations, before: Expression) -> Step:
    write = _writer(sums)
    if sums.of_x == 0:
        return Step("take away", before, before, "")
    left = _linear(sums, sums.determinant, Fraction(0))
    right = write(sums.count * sums.of_xy - sums.of_x * sums.of_y)
    why = (
        f"Multiply the first equation by ${sums.count}$ and the second by ${to_latex(write(sums.of_x))}$. "
        f"Both then hold ${to_latex(_times(write(sums.count * sums.of_x), _C))}$. Take the second from the "
        "first, and $c$ is gone."
    )
    return Step("take away", before, System((Equation(left, right), _second(sums))), why, link="⇒")


def _slope_found(sums: NormalEquations, before: Expression) -> Step:
    factor = sums.of_xx if sums.of_x == 0 else sums.determinant
    why = f"The first equation holds only $m$: divide by ${to_latex(_writer(sums)(factor))}$."
    rows = (Equation(_M, _writer(sums)(sums.slope)), _second(sums))
    return Step("the slope", before, System(rows), why, link="⇒")


def _put_back(sums: NormalEquations, before: Expression) -> Step:
    write = _writer(sums)
    rows = (Equation(_M, write(sums.slope)), Equation(_C, write(sums.intercept)))
    if sums.of_x == 0:
        why = f"The second equation holds only $c$: divide by ${sums.count}$."
    else:
        rest = Equation(_times(number(sums.count), _C), write(sums.of_y - sums.of_x * sums.slope))
        why = f"Put $m$ into the second equation. It becomes ${to_latex(rest)}$; divide by ${sums.count}$."
    return Step("put back", before, System(rows), why, link="⇒")


def _conclusion(sums: NormalEquations) -> str:
    write = _writer(sums)
    line = to_latex(_linear(sums, sums.slope, sums.intercept, Symbol("x"), number(1)))
    values = (("m", sums.slope), ("c", sums.intercept))
    told = [f"${name} {_in_decimals(value)}$" for name, value in values if _is_fraction(write(value))]
    about = f" In decimals {' and '.join(told)}." if told else ""
    if sums.chi_squared == 0:
        return f"The line $y = {line}$ goes through every point: all residuals are $0$.{about}"
    least = to_latex(write(sums.chi_squared))
    if _is_fraction(write(sums.chi_squared)):
        least += f" {_in_decimals(sums.chi_squared)}"
    middle = ", ".join(to_latex(write(total / sums.count)) for total in (sums.of_x, sums.of_y))
    return (
        rf"The line $y = {line}$ misses the points by $\chi^2 = {least}$ in all, and every other line misses "
        r"them by more: as a sum of squares $\chi^2$ is a bowl in $m$ and $c$, so where it is level it is "
        rf"lowest. The line goes through the mean of the points, $\left({middle}\right)$.{about}"
    )


def _in_decimals(value: Fraction) -> str:
    short = rounded(float(value), 4)
    relation = "=" if in_decimals(number(value)) == short else r"\approx"
    return f"{relation} {to_latex(short)}"


def _is_fraction(shown: Expression) -> bool:
    return not isinstance(shown.argument if isinstance(shown, Negative) else shown, Number)


def _squares(sums: NormalEquations) -> tuple[Power, ...]:
    """The squared residuals (y − m x − c)², the numbers of each point put in."""
    write = _writer(sums)
    return tuple(
        Power(_added((write(y), _times(write(-x), _M), Negative(_C))), number(2))
        for x, y in zip(sums.x, sums.y, strict=True)
    )


def _second(sums: NormalEquations) -> Equation:
    return Equation(_linear(sums, sums.of_x, Fraction(sums.count)), _writer(sums)(sums.of_y))


def _linear(
    sums: NormalEquations, a: Fraction, b: Fraction, first: Expression = _M, second: Expression = _C
) -> Expression:
    """``a·m + b·c``, or the same of two other letters."""
    write = _writer(sums)
    return _added((_times(write(a), first), _times(write(b), second)))


def _writer(sums: NormalEquations) -> Writer:
    """How exact numbers are written: as decimals where the points have some and the number ends soon."""
    return (lambda value: in_decimals(number(value))) if sums.decimals else number


def _times(factor: Expression, other: Expression) -> Expression:
    """A number times something, without a factor of 1 and with the sign in front."""
    if isinstance(factor, Negative):
        return Negative(_times(factor.argument, other))
    if number(1) in (factor, other):
        return other if factor == number(1) else factor
    return number(0) if factor == number(0) else Product((factor, other))


def _minus(term: Expression) -> Expression:
    """The negative of a number; 0 stays 0, and a minus sign that is there already goes."""
    if isinstance(term, Negative):
        return term.argument
    return term if term == number(0) else Negative(term)


def _added(terms: Iterable[Expression]) -> Expression:
    """The terms that are not 0, in a row."""
    return sum_of(tuple(term for term in terms if term != number(0)))
