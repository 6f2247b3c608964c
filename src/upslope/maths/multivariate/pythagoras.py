"""The one identity that Jacobians keep asking for: sin² + cos² = 1, and cosh² − sinh² = 1 beside it.

Tidying never looks for identities, because a learner should see when one is used. Here it is a named step.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from upslope.maths.differentiation.derivation import Step
from upslope.maths.equality.equality import compare
from upslope.maths.expressions.expression import Call, Expression, Number, Power, Sum, number, replace, walk
from upslope.maths.expressions.matrix import Matrix
from upslope.maths.expressions.printing import to_latex
from upslope.maths.simplification.terms import rational_value
from upslope.maths.simplification.tidy import tidied

# In what is longer than this, one square less would hardly be seen, and looking takes time.
_LONGEST = 300


@dataclass(frozen=True)
class _Identity:
    """The square of a function is 1 plus ``sign`` times the square of its partner."""

    function: str
    partner: str
    sign: int
    name: str


_IDENTITIES = (
    _Identity("sin", "cos", -1, "sin² + cos² = 1"),
    _Identity("cos", "sin", -1, "sin² + cos² = 1"),
    _Identity("cosh", "sinh", 1, "cosh² − sinh² = 1"),
)


def pythagorean_steps(expression: Expression) -> tuple[Step, ...]:
    """Return the steps that shorten a tidy scalar or matrix by sin² + cos² = 1 or cosh² − sinh² = 1.

    Empty where nothing is gained; a matrix takes one step, with the work on its entries inside. A step is
    only taken when both sides agree at many points.

    Source: Riley, Hobson & Bence, Mathematical Methods, 3rd ed., sections 1.2 and 3.7.
    """
    if isinstance(expression, Matrix):
        return _in_entries(expression)
    steps: list[Step] = []
    while _length(expression) <= _LONGEST and (step := _shortest(expression)) is not None:
        steps.append(step)
        expression = step.end
    return tuple(steps)


def _in_entries(whole: Matrix) -> tuple[Step, ...]:
    runs = [pythagorean_steps(entry) for entry in whole.children]
    inside = tuple(step for run in runs for step in run)
    if not inside:
        return ()
    end = whole.rebuild(tuple(run[-1].end if run else e for run, e in zip(runs, whole.children, strict=True)))
    return (Step(inside[0].rule, whole, end, inside[0].why, inside),)


def _length(expression: Expression) -> int:
    return sum(1 for _ in walk(expression))


def _addends(expression: Expression) -> int:
    """How many terms there are in all sums: cos² − sin² has two, and so has 2cos² − 1."""
    return sum(len(node.terms) for node in walk(expression) if isinstance(node, Sum))


def _shortest(expression: Expression) -> Step | None:
    """The use of an identity that shortens the expression most, if any makes terms fall away."""
    step = min(_candidates(expression), key=lambda candidate: _length(candidate.end), default=None)
    if step is None or _addends(step.end) >= _addends(expression):
        return None
    return step if compare(expression, step.end).verdict == "same" else None


def _candidates(expression: Expression) -> Iterator[Step]:
    """Every identity, used on every argument it fits, whether that helps or not."""
    for identity in _IDENTITIES:
        arguments = [node.argument for node in walk(expression) if isinstance(node, Call)]
        for argument in dict.fromkeys(arguments):
            call = Call(identity.function, argument)
            powers = {
                node: _split_off(node, identity) for node in walk(expression) if _is_power_of(node, call)
            }
            if powers:
                end = tidied(replace(expression, powers))
                yield Step(identity.name, expression, end, _why(identity, argument))


def _is_power_of(node: Expression, call: Call) -> bool:
    """Whether a square of the call can be split off: its second, third, fourth … power."""
    if not (isinstance(node, Power) and node.base == call and isinstance(node.exponent, Number)):
        return False
    return node.exponent.value >= 2 and node.exponent.value.denominator == 1


def _split_off(power: Expression, identity: _Identity) -> Expression:
    """``sin⁵ u`` as ``sin u (1 − cos² u)²``."""
    call, exponent = power.children
    pairs, single = divmod(rational_value(exponent) or 0, 2)
    square = number(1) + identity.sign * Power(Call(identity.partner, *call.children), number(2))
    return Power(call, number(single)) * Power(square, number(pairs))


def _why(identity: _Identity, argument: Expression) -> str:
    hyperbolic = identity.function == "cosh"
    first, second = ("cosh", "sinh") if hyperbolic else ("sin", "cos")
    squares = [to_latex(Power(Call(name, argument), number(2))) for name in (first, second)]
    sign = "-" if hyperbolic else "+"
    return f"Use ${squares[0]} {sign} {squares[1]} = 1$, which holds whatever ${to_latex(argument)}$ is."
