"""The steps of a constrained problem, from the gradients to the value at every point found."""

from upslope.maths.differentiation.derivation import Step
from upslope.maths.differentiation.differentiation import worked
from upslope.maths.expressions.evaluation import evaluate
from upslope.maths.expressions.expression import Expression, Product, Quotient, Symbol, Unworked, sum_of
from upslope.maths.expressions.matrix import Matrix, row_vector
from upslope.maths.expressions.printing import to_latex
from upslope.maths.expressions.statement import Equation, system
from upslope.maths.lagrange.constrained_points import ConstrainedPoint
from upslope.maths.lagrange.lagrange_cases import cases
from upslope.maths.lagrange.lagrange_conditions import balanced, conditions, never_zero_on_fence
from upslope.maths.lagrange.lagrange_problem import LagrangeProblem
from upslope.maths.lagrange.point_rows import at_point, link, named_rows
from upslope.maths.simplification.tidy import tidied

_REMOVED = "remove the multiplier"


def steps_to_conditions(problem: LagrangeProblem) -> tuple[Step, ...]:
    """Return the steps from the gradients to the conditions without λ, taken apart into factors."""
    steps = [*_gradients(problem), _parallel(problem)]
    steps.append(_multipliers_gone(problem, steps[-1].end))
    factored = system(dict.fromkeys([*map(balanced, conditions(problem)), *problem.constraints]))
    if factored != steps[-1].end and problem.without_multipliers:
        steps.append(Step("factor", steps[-1].end, factored, _why_factored(problem), link="⇒"))
    return tuple(steps)


def steps_to_values(
    problem: LagrangeProblem, start: Expression, points: tuple[ConstrainedPoint, ...]
) -> tuple[Step, ...]:
    """Return the steps from the conditions to the points, their multipliers, and the value of f at each."""
    letters = [Symbol(name) for name in problem.variables]
    places = named_rows(letters, [row.point for row in points])
    multiplied = named_rows(
        [*letters, *problem.multipliers], [(*row.point, *row.multipliers) for row in points]
    )
    valued = named_rows(
        [*letters, *problem.multipliers, problem.f],
        [(*row.point, *row.multipliers, row.value) for row in points],
    )
    by_factor = ", one factor after the other" if _is_split(problem) else ""
    why_solved = f"Solve these equations together{by_factor}. Every row is one point that fulfils them all."
    why_valued = "Work out $f$ at each point, and compare. The largest value comes first."
    put_back = tuple(step for row in points for step in _put_back(problem, row))
    quotients = tuple(step for row in points for step in _multiplier_at(problem, row))
    values = tuple(step for row in points for step in _value_at(problem, row))
    return (
        Step("solve", start, places, why_solved, cases(problem, points) or put_back, "⇒"),
        Step("multiplier", places, multiplied, _why_multiplier(problem), quotients, "⇒"),
        Step("value", multiplied, valued, why_valued, values, "⇒"),
    )


def _gradients(problem: LagrangeProblem) -> list[Step]:
    first = [f"$g = {to_latex(fence.left)}$" for fence in problem.constraints[:1]]
    second = [f"$h = {to_latex(fence.left)}$" for fence in problem.constraints[1:]]
    names = [f"$f = {to_latex(problem.f)}$", *first, *second]
    bodies = [problem.f, *(fence.left for fence in problem.constraints)]
    rows = [problem.gradient, *problem.constraint_gradients]
    return [_gradient(*parts, problem.variables) for parts in zip(names, bodies, rows, strict=True)]


def _gradient(name: str, body: Expression, row: Matrix, variables: tuple[str, ...]) -> Step:
    partials = [Unworked("partial", body, variable) for variable in variables]
    inside = tuple(step for partial in partials for step in worked(partial).steps)
    why = f"The gradient of {name}: its slope in each direction, with one letter moving at a time."
    return Step("gradient", row_vector(partials), row, why, inside)


def _parallel(problem: LagrangeProblem) -> Step:
    """∇f = λ∇g + μ∇h, letter by letter, with the constraints."""
    letters, across = problem.multipliers, problem.constraint_gradients
    scaled = sum_of(tuple(Product((letter, row)) for letter, row in zip(letters, across, strict=True)))
    columns = zip(*(row.children for row in across), strict=True)
    rows = [
        Equation(slope, tidied(sum_of(tuple(map(_times, letters, column)))))
        for slope, column in zip(problem.gradient.children, columns, strict=True)
    ]
    end = system([*rows, *problem.constraints])
    return Step("condition", Equation(problem.gradient, scaled), end, _why_parallel(problem), link="⇒")


def _times(letter: Symbol, slope: Expression) -> Expression:
    return letter * slope


def _why_parallel(problem: LagrangeProblem) -> str:
    letters = [to_latex(letter) for letter in problem.multipliers]
    if len(letters) == 1:
        return (
            f"Walk along the fence ${to_latex(problem.constraints[0])}$. At a best place a small step along "
            r"it no longer changes $f$, so $\nabla f$ points straight across the fence, as $\nabla g$ does "
            f"everywhere on it: one is a multiple of the other. Call the factor ${letters[0]}$. "
            "The last line is the fence itself."
        )
    return (
        "Walk where both constraints hold. At a best place a small step no longer changes $f$, so "
        r"$\nabla f$ points across that way, and so it is made of $\nabla g$ and $\nabla h$, which do: "
        f"${letters[0]}$ times the one plus ${letters[1]}$ times the other. "
        "The last two lines are the constraints themselves."
    )


def _multipliers_gone(problem: LagrangeProblem, start: Expression) -> Step:
    pairs = (Equation(left, right) for left, right in problem.without_multipliers)
    return Step(_REMOVED, start, system([*pairs, *problem.constraints]), _why_gone(problem), link="⇒")


def _why_gone(problem: LagrangeProblem) -> str:
    shown = " and ".join(f"${to_latex(letter)}$" for letter in problem.multipliers)
    if not problem.without_multipliers:
        return (
            "Two constraints on two letters hold in single points only. There is no way to walk, so every "
            f"one of them counts, and {shown} can wait."
        )
    if len(problem.variables) == 2:
        first, second = problem.constraint_gradients[0].children
        factors = f"${to_latex(second)}$ and the second by ${to_latex(first)}$"
        start = f"Multiply the first line by {factors}. Then both"
        return (
            "Both" if first == second else start
        ) + f" right sides are the same, so the left sides are too, and {shown} is gone."
    if len(problem.constraints) == 1:
        return (
            "Take the lines two by two, and multiply each by what stands beside "
            f"{shown} in the other. Then both right sides are the same, so the left sides are too, and "
            f"{shown} is gone."
        )
    return (
        f"{shown} exist where the three gradients lie in one plane, that is, where the determinant with "
        "these three rows is $0$. What it adds stands on the left, what it takes away on the right."
    )


def _why_factored(problem: LagrangeProblem) -> str:
    why = "Simplify."
    if _is_split(problem):
        why = "Bring everything to one side, and take out what the terms share."
    if letters := never_zero_on_fence(problem):
        shown = " and ".join(f"${to_latex(Symbol(name))}$" for name in letters)
        verb, them = ("is", "it") if len(letters) == 1 else ("are", "them")
        why += f" On the fence {shown} {verb} never $0$, so you may divide by {them}."
    if _is_split(problem):
        why += " A product is $0$ only where one of its factors is $0$, and a power only where its base is."
    return why


def _is_split(problem: LagrangeProblem) -> bool:
    return any(isinstance(condition, Product) for condition in conditions(problem))


def _put_back(problem: LagrangeProblem, row: ConstrainedPoint) -> tuple[Step, ...]:
    why = "Put the point into the constraint: it holds."
    return tuple(
        Step("put back", start, fence.right, why, link=link(row.point))
        for fence in problem.constraints
        if (start := at_point(fence.left, problem.variables, row)) != fence.right
    )


def _why_multiplier(problem: LagrangeProblem) -> str:
    if len(problem.multipliers) == 1:
        letter = f"${to_latex(problem.multipliers[0])}$"
        return f"Now any line of the condition in which {letter} is not multiplied by $0$ gives {letter}."
    return "Now two lines of the condition give both factors."


def _multiplier_at(problem: LagrangeProblem, row: ConstrainedPoint) -> tuple[Step, ...]:
    if len(problem.multipliers) > 1:
        return ()
    place = [at_point(slope, problem.variables, row) for slope in problem.constraint_gradients[0].children]
    best = max(range(len(place)), key=lambda index: _size(place[index]))
    start = Quotient(at_point(problem.gradient.children[best], problem.variables, row), place[best])
    letter, way = to_latex(problem.multipliers[0]), to_latex(Symbol(problem.variables[best]))
    why = f"${letter}$ is the slope of $f$ over that of $g$, both in the direction of ${way}$."
    return (
        Step("multiplier", start, row.multipliers[0].tree, why, link=link((*row.point, *row.multipliers))),
    )


def _value_at(problem: LagrangeProblem, row: ConstrainedPoint) -> tuple[Step, ...]:
    start = at_point(problem.f, problem.variables, row)
    if start == row.value.tree:
        return ()
    why = "Put the point into $f$."
    return (Step("value", start, row.value.tree, why, link=link((*row.point, row.value))),)


def _size(expression: Expression) -> float:
    return abs(evaluate(expression, {}))
