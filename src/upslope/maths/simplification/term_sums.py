"""Sums as lists of terms: read from a tree, written down, and how long they are on paper."""

from collections.abc import Iterator
from itertools import islice

from upslope.maths.expressions.expression import Expression, Negative, Sum, number, sum_of, walk
from upslope.maths.simplification.terms import Term, in_order, join, term_of

_LINE = 120


def terms_of(tidied: Expression) -> list[Term]:
    """Return the terms of a tidy sum; of anything else the one term that it is."""
    return [term_of(term) for term in (tidied.terms if isinstance(tidied, Sum) else (tidied,))]


def written(terms: list[Term]) -> Expression:
    """Return the sum of unlike terms in the usual order."""
    return sum_of(tuple(join(term) for term in in_order(terms)))


def multiplied_out(term: Term) -> Iterator[Term]:
    """Yield the term as it is, or a number before a bracket multiplied into the bracket."""
    match list(term.powers.items()):
        case [(Sum() as bracket, exponent)] if exponent == number(1):
            for inner in terms_of(bracket):
                yield from multiplied_out(Term(term.coefficient * inner.coefficient, inner.powers))
        case _:
            yield term


def length(expression: Expression) -> int:
    """Return how much there is to write; a minus is no longer than the plus in its place."""
    return sum(not isinstance(node, Negative) for node in walk(expression))


def fits_on_a_line(expression: Expression) -> bool:
    """Whether shortening is worth the time: what fills pages stays long whatever is done."""
    return sum(1 for _ in islice(walk(expression), _LINE + 1)) <= _LINE
