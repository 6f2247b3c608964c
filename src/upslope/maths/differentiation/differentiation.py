"""Derivatives, worked as on paper: one rule at a time, each with its reason."""

from upslope.maths.differentiation.derivation import Derivation, Step, chained
from upslope.maths.differentiation.differentiation_rules import Rule, rule_for
from upslope.maths.expressions.bounds import check_size
from upslope.maths.expressions.expression import (
    Expression,
    Symbol,
    Unworked,
    in_one_row,
    number,
    replace,
    walk,
)
from upslope.maths.expressions.printing import to_latex
from upslope.maths.simplification.tidy import tidied

# After these rules putting the pieces in place is no step worth a line of its own.
_PUT_TOGETHER = "Put the pieces you have worked out in their places."
TIDY_UP = "Tidy up: collect numbers and like terms, cancel what cancels."
MOST_PARTS = 150
DEEPEST = 40
_IN_ONE_GO = {"sum", "constant multiple"}


def derivative(expression: Expression, x: str = "x") -> Expression:
    """Return the derivative with respect to ``x``, tidy. Other letters count as constants.

    Raises MathsError where ``differentiate`` does.
    """
    return differentiate(expression, x).result


def differentiate(expression: Expression, x: str = "x") -> Derivation:
    """Return the derivative with respect to ``x``, worked step by step; other letters count as constants.

    Raises MathsError for an expression of more than 150 nodes or 40 levels.
    """
    return worked(Unworked("derivative", expression, x))


def worked(problem: Unworked) -> Derivation:
    """Return a derivative or a partial derivative, written down but not worked, with its working.

    Raises MathsError where ``differentiate`` does.
    """
    check_size(problem.body, MOST_PARTS, DEEPEST)
    steps = _work(problem)
    return Derivation(to_latex(problem), steps[-1].end, steps)


def _work(problem: Unworked) -> tuple[Step, ...]:
    """Return the steps from a derivative to its tidy value."""
    if problem.variable not in problem.body.variables:
        return (Step("constant", problem, number(0), _why_constant(problem)),)
    rule = rule_for(problem)
    if isinstance(rule.template, Unworked):
        return (Step(rule.name, problem, rule.template, rule.why), *_work(rule.template))
    return _applied(problem, rule)


def _why_constant(problem: Unworked) -> str:
    if problem.operation == "partial" and problem.body.variables:
        shown, moving = to_latex(problem.body), to_latex(Symbol(problem.variable))
        return f"Only ${moving}$ moves, and there is none in ${shown}$: it stands still, so its slope is $0$."
    return "A constant never changes, so its slope is $0$."


def _applied(problem: Unworked, rule: Rule) -> tuple[Step, ...]:
    """Return the step of the rule with the work on its pieces inside, then putting together and tidying."""
    worked = {piece: _work(piece) for piece in _pieces(rule.template)}
    inside = (*rule.asides, *(step for steps in worked.values() for step in steps))
    filled = in_one_row(replace(rule.template, {piece: run[-1].end for piece, run in worked.items()}))
    result = tidied(filled)
    first = Step(rule.name, problem, rule.template if worked else filled, rule.why, inside)
    together = result if rule.name in _IN_ONE_GO else filled
    moves = [("put together", together, _PUT_TOGETHER)] if worked else []
    return (first, *chained(first.end, [*moves, ("tidy", result, TIDY_UP)]))


def _pieces(template: Expression) -> list[Unworked]:
    """Return the derivatives still to do, each once, from left to right."""
    found = [node for node in walk(template) if isinstance(node, Unworked)]
    return list(dict.fromkeys(reversed(found)))
