"""The chain rule with many links: f(x(u(t))) as a product of Jacobians."""

from collections.abc import Collection, Sequence
from itertools import takewhile

from upslope.maths.differentiation.derivation import Derivation, Step, chained
from upslope.maths.differentiation.differentiation import TIDY_UP, derivative
from upslope.maths.equality.equality import compare
from upslope.maths.errors import MathsError
from upslope.maths.expressions.bounds import check_size
from upslope.maths.expressions.expression import Expression, Product, Symbol, in_one_row, product_of
from upslope.maths.expressions.matrix import Matrix, multiplied_out
from upslope.maths.expressions.printing import to_latex
from upslope.maths.expressions.statement import equation
from upslope.maths.multivariate.chain_links import Layer, Link, checked_links, plain
from upslope.maths.multivariate.given_functions import Variables, names_of
from upslope.maths.multivariate.jacobian import jacobian_step
from upslope.maths.multivariate.pythagoras import pythagorean_steps
from upslope.maths.simplification.tidy import DEEPEST, MOST_PARTS, tidied


def multivariate_chain_rule(
    layers: Sequence[Layer], variables: Variables, constants: Collection[str] = ()
) -> Derivation:
    """Return the Jacobian of the first layer by ``variables``, worked as a product of one Jacobian a layer.

    ``layers`` go from the outside in: ``[{"f": …x, y…}, {"x": …u…, "y": …u…}, {"u": …t…}]``. A layer holds
    names of the next one and ``constants``; the last one holds ``variables``. The result is a scalar for one
    output of one variable, a matrix otherwise. Raises MathsError for links that do not fit, and for what
    grows beyond 600 nodes.

    Source: Spivak, Calculus on Manifolds, theorem 2-2; Apostol, Calculus, vol. II, sections 8.20 and 8.21.
    """
    names = names_of(variables)
    links = checked_links(layers, names, frozenset(constants))
    whole = Link(links[0].functions, names)
    factors = [_factor(link, turn) for turn, link in enumerate(links, 1)]
    first = _chained(factors, links, whole)
    steps = [first, *_multiplied([factor.end for factor in factors])]
    steps += _put_in(steps[-1].end, links)
    result = steps[-1].end
    return Derivation(to_latex(whole.symbolic), result, tuple(steps), _check(links, names, result))


def _chained(factors: Sequence[Step], links: Sequence[Link], whole: Link) -> Step:
    """The step that works out one Jacobian for each link, each folded."""
    chain = in_one_row(Product(tuple(link.symbolic for link in links)))
    shapes = "".join(f"({link.shape})" for link in links)
    why = (
        f"One Jacobian for each link, from the outside in: ${to_latex(whole.symbolic)} = {to_latex(chain)}$. "
        f"The shapes fit, because the inner numbers agree: ${shapes} = {whole.shape}$."
    )
    start, end = (
        in_one_row(Product(tuple(matrices)))
        for matrices in zip(*((f.start, f.end) for f in factors), strict=True)
    )
    return Step("chain rule", start, end, why, tuple(factors))


def _factor(link: Link, turn: int) -> Step:
    work = jacobian_step(link.functions, link.variables)
    outputs, inputs = (_listed(tuple(names)) for names in (link.functions, link.variables))
    why = f"Link {turn}: {outputs} by {inputs}, of shape ${link.shape}$."
    return Step(f"link {turn}", plain(work.start), plain(work.end), why, work.steps)


def _listed(names: tuple[str, ...]) -> str:
    shown = [f"${to_latex(Symbol(name))}$" for name in names]
    return f"{', '.join(shown[:-1])} and {shown[-1]}" if len(shown) > 1 else shown[0]


def _multiplied(factors: list[Expression]) -> list[Step]:
    """Multiply the factors from the left: scalars all at once, then two at a time."""
    steps: list[Step] = []
    while len(factors) > 1:
        scalars = len(list(takewhile(lambda factor: factor.is_scalar, factors)))
        first, rest = factors[: max(scalars, 2)], factors[max(scalars, 2) :]
        literal = multiplied_out(product_of(tuple(first)))
        check_size(literal, MOST_PARTS, DEEPEST)
        merged = [plain(tidied(literal)), *rest]
        start, end = in_one_row(product_of(tuple(factors))), in_one_row(product_of(tuple(merged)))
        steps += [Step("multiply", start, end, _WHY_MULTIPLY[min(scalars, 2)])] if start != end else []
        factors = merged
    return steps


_WHY_MULTIPLY = (
    "Each entry is a row of the left one times a column of the right one.",
    "Multiply every entry.",
    "Multiply the numbers in front.",
)
"""By how many scalars stand at the left."""


def _put_in(expression: Expression, links: Sequence[Link]) -> tuple[Step, ...]:
    """Put in the inner functions, from the outside in, so that only the variables are left; then tidy."""
    literal = _composed(expression, links[1:])
    result = tidied(literal)
    inner = [equation(Symbol(name), f) for link in links[1:] for name, f in link.functions.items()]
    moves = [
        ("put in the inner functions", literal, f"Put in {', '.join(f'${to_latex(e)}$' for e in inner)}."),
        ("tidy", result, TIDY_UP),
    ]
    return (*chained(expression, moves), *pythagorean_steps(result))


def _composed(expression: Expression, links: Sequence[Link]) -> Expression:
    """Put in the functions of the links, one after the other. Raises MathsError for what grows too long."""
    for link in links:
        expression = expression.substitute(link.functions)
        check_size(expression, MOST_PARTS, DEEPEST)
    return in_one_row(expression)


def _check(links: Sequence[Link], names: tuple[str, ...], result: Expression) -> str:
    """Say that putting everything in first leads to the same, where that can be worked and does."""
    entries = result.children if isinstance(result, Matrix) else (result,)
    try:
        outputs = [tidied(_composed(f, links[1:])) for f in links[0].functions.values()]
        direct = [derivative(output, name) for output in outputs for name in names]
    except MathsError:
        return ""
    if any(compare(*pair).verdict != "same" for pair in zip(direct, entries, strict=True)):
        return ""
    return "Check: putting all functions into one another first and differentiating then gives the same."
