"""An expression as a person would write it: numbers collected, like terms and like powers together, roots as
roots, known values worked out, no fraction within a denominator.

Within a sum a number before a bracket is multiplied in; other brackets are multiplied out, or taken out where
all terms share one, if that makes the sum shorter. Tidying never looks for identities. The value stays the
same wherever the expression had one (``x/x`` becomes 1, so single gaps may close).
"""

from functools import lru_cache, reduce

from upslope.maths.expressions.bounds import check_size
from upslope.maths.expressions.decimals import in_decimals
from upslope.maths.expressions.expression import (
    Call,
    E,
    Expression,
    Negative,
    Number,
    Power,
    Product,
    Quotient,
    Sum,
    number,
    walk,
)
from upslope.maths.expressions.matrix import has_matrix, multiplied_out
from upslope.maths.simplification.inner_fractions import without_inner_fractions
from upslope.maths.simplification.known_values import known_value
from upslope.maths.simplification.term_algebra import cancelled, collected, multiply, power_of_e, raised
from upslope.maths.simplification.terms import HALF, ONE, Term, join, rational_value, term_of

_ODD = frozenset({"sin", "tan", "csc", "cot", "asin", "atan", "sinh", "tanh", "asinh", "atanh"})
_EVEN = frozenset({"cos", "sec", "cosh", "abs"})
_BASES_OF_LOGARITHMS = {"ln": E, "log10": number(10)}
_MOST_ROUNDS = 4
MOST_PARTS = 600
DEEPEST = 60


def tidy(expression: Expression) -> Expression:
    """Return the expression as a person would write it. Decimals stay decimals where any were typed.

    Raises MathsError for one of more than 600 nodes or 60 levels.
    """
    check_size(expression, MOST_PARTS, DEEPEST)
    return tidied(expression)


def tidied(expression: Expression) -> Expression:
    """Return the tidy expression, whatever its size: for what was made from one whose size was checked.

    Matrices are multiplied out (MathsError where shapes do not fit); statements are tidied side by side.
    """
    if not expression.is_scalar:
        return expression.rebuild(tuple(tidied(child) for child in expression.children))
    if has_matrix(expression):
        return tidied(multiplied_out(expression))
    result = _tidy(expression)
    if _has_decimals(expression):
        return _in_decimals(result)
    whole = without_inner_fractions(result)
    return result if whole == result else _tidy(whole)


def _has_decimals(expression: Expression) -> bool:
    return any(isinstance(node, Number) and node.places for node in walk(expression))


def _in_decimals(result: Expression) -> Expression:
    """A tidy tree with decimals, which may make another form the shorter one; tidy if none are left."""
    shown = in_decimals(result)
    for _ in range(_MOST_ROUNDS):
        before, shown = shown, in_decimals(_tidy(shown))
        if before == shown:
            break
    return shown if _has_decimals(shown) else tidied(shown)


# A derivation tidies the same parts again and again, inside larger and larger ones.
@lru_cache(maxsize=4096)
def _tidy(expression: Expression) -> Expression:
    match expression:
        case Sum(terms=terms):
            parts = [
                (-ONE, _tidy(term.argument)) if isinstance(term, Negative) else (ONE, _tidy(term))
                for term in terms
            ]
            return collected(
                Term(sign * term.coefficient, term.powers)
                for sign, part in parts
                for term in map(term_of, part.terms if isinstance(part, Sum) else (part,))
            )
    return join(_term(expression))


def _term(expression: Expression) -> Term:
    """The expression as one term, everything inside tidy."""
    match expression:
        case Negative(argument=argument):
            term = _term(argument)
            return Term(-term.coefficient, term.powers)
        case Product(factors=factors):
            return cancelled(reduce(multiply, map(_term, factors)))
        case Quotient(numerator=above, denominator=below):
            return cancelled(multiply(_term(above), raised(_term(below), number(-1))))
        case Power(base=base, exponent=exponent):
            return raised(_term(base), _tidy(exponent))
        case Sum():
            return term_of(_tidy(expression))
        case Call(name="sqrt", argument=argument):
            return raised(_term(argument), number(HALF))
        case Call(name=name, argument=argument):
            return _call(name, _tidy(argument))
    return term_of(expression)


def _call(name: str, argument: Expression) -> Term:
    """A function at a tidy argument."""
    if name == "exp":
        return power_of_e(argument)
    inside = term_of(argument)
    known = known_value(name, inside)
    if known is not None:
        return known
    base = _BASES_OF_LOGARITHMS.get(name)
    if base is not None and inside.coefficient == 1 and list(inside.powers) == [base]:
        return term_of(inside.powers[base])
    size = rational_value(argument)
    if name == "abs" and size is not None:
        return Term(abs(size), {})
    if isinstance(argument, Negative) and name in _ODD | _EVEN:
        return Term(-ONE if name in _ODD else ONE, {Call(name, argument.argument): number(1)})
    return Term(ONE, {Call(name, argument): number(1)})
