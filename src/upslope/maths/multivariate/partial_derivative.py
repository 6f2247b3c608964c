"""Partial derivatives: one variable moves, the others stand still."""

from collections.abc import Iterable, Sequence

from upslope.maths.differentiation.derivation import Derivation, Step
from upslope.maths.differentiation.differentiation import worked
from upslope.maths.errors import MathsError
from upslope.maths.expressions.expression import Expression, Symbol, Unworked
from upslope.maths.expressions.matrix import Matrix
from upslope.maths.expressions.printing import to_latex
from upslope.maths.multivariate.given_functions import check_scalar, free_name, names_of

HIGHEST_ORDER = 6
_PLACES = ("first", "second", "third", "fourth", "fifth", "sixth")


def partial_derivative(f: Expression, *variables: str) -> Derivation:
    """Return the partial derivative, worked; letters other than the one that moves count as constants.

    Several variables give a higher or mixed one, written and worked as on paper: ``"x", "y"`` is ∂²f/∂x∂y,
    first by y and then by x. Raises MathsError for no variable, more than 6, for an ``f`` that is not one
    number at every point, and for one that grows beyond 150 nodes on the way.

    Source: Riley, Hobson & Bence, Mathematical Methods, 3rd ed., section 5.1; Spivak, Calculus on Manifolds,
    chapter 2 (theorem 2-5 for the order of mixed ones).
    """
    check_scalar(f)
    if len(variables) < 2:
        return worked(Unworked("partial", f, names_of(variables)[0]))
    if len(variables) > HIGHEST_ORDER:
        raise MathsError(
            f"A derivative of order {len(variables)} is more than I can work out.",
            f"Ask for one of order {HIGHEST_ORDER} at most.",
        )
    for name in variables:
        names_of(name)
    return _higher(f, variables)


def _higher(f: Expression, variables: tuple[str, ...]) -> Derivation:
    problem, conclusion = _nested(f, variables), _conclusion(f, variables)
    steps: list[Step] = []
    for turn in range(len(variables)):
        waiting = variables[: len(variables) - turn]
        start, inner = _nested(f, waiting), Unworked("partial", f, waiting[-1])
        work = worked(inner).steps if turn == 0 else _worked_again(inner).steps
        f = work[-1].end
        why = _why_turn(turn, inner)
        steps.append(Step(f"{_PLACES[turn]} by {waiting[-1]}", start, _nested(f, waiting[:-1]), why, work))
    return Derivation(to_latex(problem), f, tuple(steps), conclusion)


def _worked_again(problem: Unworked) -> Derivation:
    try:
        return worked(problem)
    except MathsError:
        raise MathsError(
            "A derivative of this function is so long that I cannot differentiate it again.",
            "Use a simpler function.",
        ) from None


def _nested(f: Expression, variables: Iterable[str]) -> Expression:
    """The derivatives still to do, the last one nearest to the function."""
    for name in reversed(tuple(variables)):
        f = Unworked("partial", f, name)
    return f


def _why_turn(turn: int, problem: Unworked) -> str:
    shown = to_latex(Symbol(problem.variable))
    order = (
        f"Then differentiate what came out by ${shown}$." if turn else f"First differentiate by ${shown}$."
    )
    return f"{order} {_who_moves(problem)}".strip()


def _conclusion(f: Expression, variables: tuple[str, ...]) -> str:
    if len(set(variables)) == 1:
        return ""
    other = to_latex(_nested(Symbol(free_name(f.variables.union(variables))), reversed(variables)))
    return (
        f"This is worked from right to left. The other way round, ${other}$, gives the same wherever these "
        "derivatives are continuous (Schwarz's theorem)."
    )


def partial_step(problem: Unworked) -> Step:
    """Return one derivative as one step, the rules it takes folded inside."""
    return _folded(problem, worked(problem).steps)


def second_partial_step(problem: Unworked) -> Step:
    """Return the derivative of a derivative as one step. Raises MathsError where that has grown too long."""
    return _folded(problem, _worked_again(problem).steps)


def _folded(problem: Unworked, steps: tuple[Step, ...]) -> Step:
    if len(steps) == 1:
        return steps[0]
    return Step(f"by {problem.variable}", problem, steps[-1].end, _who_moves(problem), steps)


def _who_moves(problem: Unworked) -> str:
    moving = to_latex(Symbol(problem.variable))
    still = [f"${to_latex(Symbol(name))}$" for name in sorted(problem.body.variables - {problem.variable})]
    if not still:
        return ""
    if len(still) == 1:
        return f"Only ${moving}$ moves; {still[0]} stands still, like a number."
    return f"Only ${moving}$ moves; {', '.join(still[:-1])} and {still[-1]} stand still, like numbers."


def slope(body: Expression, name: str, names: tuple[str, ...]) -> Unworked:
    """Return the derivative by one of the variables, still to do: with d where it is the only one, else ∂."""
    return Unworked("partial" if len(names) > 1 else "derivative", body, name)


def slopes_step(rows: Sequence[Sequence[Unworked]], rule: str, why: str) -> Step:
    """Return the step from a matrix of derivatives still to do to their values, entry by entry inside.

    An entry that occurs twice is worked once.
    """
    work = {entry: partial_step(entry) for row in rows for entry in row}
    end = Matrix(tuple(tuple(work[entry].end for entry in row) for row in rows))
    return Step(rule, Matrix(tuple(map(tuple, rows))), end, why, tuple(work.values()))
