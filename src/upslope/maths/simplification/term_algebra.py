"""Multiplying, raising and adding tidy terms, so that what comes out is tidy again.

A person's eye decides the forms: √2/2 and not 1/√2, 2√3 and not √12, x/(x + 1) and not 1/(1 + 1/x). Rules
are used only where they hold for every value that both sides have.
"""

from collections.abc import Iterable
from fractions import Fraction
from functools import lru_cache, reduce
from itertools import chain
from typing import Any

from upslope.maths.expressions.expression import (
    Call,
    Constant,
    E,
    Expression,
    Negative,
    Number,
    Sum,
    Symbol,
    number,
)
from upslope.maths.simplification.common_factor import cancelling, common_factor, stands_out
from upslope.maths.simplification.roots import is_small
from upslope.maths.simplification.term_roots import (
    comes_out_in_full,
    root_of_bracket,
    root_of_number,
    root_of_product,
)
from upslope.maths.simplification.term_sums import fits_on_a_line, length, multiplied_out, terms_of, written
from upslope.maths.simplification.terms import HALF, ONE, Term, join, rational_value, term_of

NOTHING = Term(ONE, {})  # the empty product

_ZERO = number(0)
_ONE = number(1)
_MINUS_ONE = number(-1)
_HALF = number(HALF)
_EXPANDED_POWERS = (_ZERO, _ONE, number(2))
_MOST_EXPANDED = 24
_LINE = 120


def multiply(left: Term, right: Term) -> Term:
    """Return the product of two terms."""
    product = Term(left.coefficient * right.coefficient, left.powers)
    for base, exponent in right.powers.items():
        product = _with_factor(product, base, exponent)
    return product


def _with_factor(term: Term, base: Expression, exponent: Expression) -> Term:
    """The term times one more power, which may go together with one that is there."""
    if base in term.powers:
        together = _raised_base(base, _add(term.powers[base], exponent))
        return multiply(_without(term, base), together)
    for other in term.powers:
        if _both_roots(base, exponent, other, term.powers[other]):
            root = raised(multiply(term_of(base), term_of(other)), _HALF)
            return multiply(_without(term, other), root)
        ratio = _ratio(base, other)
        if ratio is not None and _gives_way(other, term.powers[other], base, exponent):
            changed = _with_factor(_without(term, other), base, exponent)
            return multiply(changed, _single(other, term.powers[other]))
        if ratio is not None and _is_whole(exponent):
            return multiply(term, multiply(raised(ratio, exponent), _single(other, exponent)))
    return Term(term.coefficient, {**term.powers, base: exponent})


def _without(term: Term, base: Expression) -> Term:
    powers = {other: exponent for other, exponent in term.powers.items() if other != base}
    return Term(term.coefficient, powers)


def _both_roots(
    base: Expression, exponent: Expression, other: Expression, other_exponent: Expression
) -> bool:
    numbers = isinstance(base, Number) and isinstance(other, Number)
    return numbers and exponent == other_exponent == _HALF


def _gives_way(old: Expression, old_exponent: Expression, new: Expression, exponent: Expression) -> bool:
    """Whether a bracket is to be written as a multiple of a new one: a shorter one, or one under a root."""
    return _is_whole(old_exponent) and (not _is_whole(exponent) or length(new) < length(old))


def _is_whole(exponent: Expression) -> bool:
    value = rational_value(exponent)
    return value is not None and value.denominator == 1


def _ratio(one: Expression, other: Expression) -> Term | None:
    """What the second sum has to be multiplied by to give the first; None where nothing will do."""
    if not (isinstance(one, Sum) and isinstance(other, Sum) and len(one.terms) == len(other.terms)):
        return None
    (factor, rest), (other_factor, other_rest) = _taken_apart(one), _taken_apart(other)
    return multiply(factor, raised(other_factor, _MINUS_ONE)) if rest == other_rest else None


@lru_cache(maxsize=1024)
def _taken_apart(bracket: Sum) -> tuple[Term, frozenset[tuple[Any, Fraction]]]:
    """A sum as its common factor and what remains of its terms; multiples of one sum leave the same."""
    terms = terms_of(bracket)
    factor = common_factor(terms)
    inverse = raised(factor, _MINUS_ONE)
    rest = [multiply(term, inverse) for term in terms]
    if min(rest, key=lambda term: str(join(Term(ONE, term.powers)))).coefficient < 0:
        factor, rest = _negative(factor), [_negative(term) for term in rest]
    return factor, frozenset((term.key, term.coefficient) for term in rest)


def _negative(term: Term) -> Term:
    return Term(-term.coefficient, term.powers)


def raised(term: Term, exponent: Expression) -> Term:
    """Return a term raised to a tidy exponent."""
    value = rational_value(exponent)
    if list(term.powers) == [E] and term.coefficient == 1:
        return power_of_e(_times(term.powers[E], exponent))
    if value is not None and value.denominator == 1:
        return _whole_power(term, value)
    if value is not None and term.coefficient > 0:
        return _root(term, value)
    if value is not None and value > 0 and not term.coefficient:
        return term
    return term if term == NOTHING else _single(_as_base(term), exponent)


def _single(base: Expression, exponent: Expression) -> Term:
    return Term(ONE, {base: exponent})


def _as_base(term: Term) -> Expression:
    """A term written as the base of a power; a minus sign before a bracket goes into it."""
    ((base, exponent), *others) = term.powers.items() if term.powers else ((_ZERO, _ZERO),)
    if term.coefficient == -1 and isinstance(base, Sum) and exponent == _ONE and not others:
        return written([_negative(inner) for inner in terms_of(base)])
    return join(term)


def power_of_e(exponent: Expression) -> Term:
    """Return e raised to a tidy exponent; logarithms in it are undone: e^(2 ln x) is x²."""
    term = term_of(exponent)
    match list(term.powers.items()):
        case [(Call(name="ln", argument=argument), one)] if one == _ONE:
            return raised(term_of(argument), number(term.coefficient))
    return Term(ONE, {E: exponent} if exponent != _ZERO else {})


def _whole_power(term: Term, value: Fraction) -> Term:
    if value == 0:
        return NOTHING
    if not term.coefficient and value < 0:
        return _single(_ZERO, number(value))
    if not is_small(term.coefficient, value):
        return _single(join(term), number(value))
    powers = [_raised_base(base, _times(inner, number(value))) for base, inner in term.powers.items()]
    return reduce(multiply, powers, Term(term.coefficient ** int(value), {}))


def _raised_base(base: Expression, exponent: Expression) -> Term:
    """The base of a tidy power with a new exponent."""
    value = rational_value(exponent)
    if base == E:
        return power_of_e(exponent)
    if value is None:
        return _single(base, exponent)
    if value == 0:
        return NOTHING
    if isinstance(base, Sum) and value < 0 and value.denominator == 1:
        return _below_the_line(base, value)
    is_root = isinstance(base, Number) and value.denominator == 2
    takes_apart = value.denominator == 1 and not isinstance(base, Symbol | Constant | Call | Sum)
    return raised(term_of(base), exponent) if is_root or takes_apart else _single(base, exponent)


def _below_the_line(bracket: Sum, value: Fraction) -> Term:
    """A bracket below a fraction line, with no letter below a second line: 1/(1 + 1/x) is x/(x + 1)."""
    terms = terms_of(bracket)
    shared = Term(ONE, cancelling(common_factor(terms), NOTHING).powers)
    if shared == NOTHING or not fits_on_a_line(bracket):
        return _single(bracket, number(value))
    return multiply(_whole_power(shared, value), _whole_power(_divided(terms, shared), value))


def _divided(terms: list[Term], shared: Term) -> Term:
    """The sum of the terms, each divided by what they share, as one factor."""
    inverse = _whole_power(shared, Fraction(-1))
    return term_of(_gathered(_added(multiply(term, inverse) for term in terms)))


def _root(term: Term, value: Fraction) -> Term:
    """A positive number times powers, raised to a fraction: what can come out of the root does."""
    match list(term.powers.items()):
        case []:
            return root_of_number(term.coefficient, value)
        case [(Sum() as bracket, exponent)] if exponent == _ONE and term.coefficient == 1:
            return root_of_bracket(bracket, value)
        case [(base, exponent)] if comes_out_in_full(base, exponent):
            power = _raised_base(base, _times(exponent, number(value)))
            return multiply(root_of_number(term.coefficient, value), power)
    return root_of_product(term, value)


def _add(one: Expression, other: Expression) -> Expression:
    values = rational_value(one), rational_value(other)
    if values[0] is not None and values[1] is not None:
        return number(values[0] + values[1])
    return collected(term for part in (one, other) for term in terms_of(part))


def _times(exponent: Expression, factor: Expression) -> Expression:
    if _ONE in (exponent, factor):
        return factor if exponent == _ONE else exponent
    return join(cancelled(multiply(term_of(exponent), term_of(factor))))


def cancelled(term: Term) -> Term:
    """Return the term with its one bracket above the fraction line freed of what all its terms share.

    Numbers and letters are taken out only where they cancel with something below; functions always.
    """
    brackets = [base for base, power in term.powers.items() if isinstance(base, Sum) and power == _ONE]
    below = _below(term)
    if len(brackets) != 1 or below == NOTHING or not fits_on_a_line(brackets[0]):
        return term
    terms = terms_of(brackets[0])
    shared = common_factor(terms)
    if not stands_out(shared):
        shared = cancelling(shared, below)
    if shared == NOTHING:
        return term
    return cancelled(reduce(multiply, (_without(term, brackets[0]), _divided(terms, shared), shared)))


def _below(term: Term) -> Term:
    """The part of a term that is written below the fraction line, or could be."""
    powers = {
        base: exponent
        for base, exponent in term.powers.items()
        if (rational_value(exponent) or 0) < 0 or (base == E and isinstance(exponent, Negative))
    }
    return Term(Fraction(1, term.coefficient.denominator), powers)


def collected(terms: Iterable[Term]) -> Expression:
    """Return the sum of the terms, like ones added, ordered; brackets as makes it shorter."""
    like = _added(terms)
    gathered = _gathered(like)
    return min((gathered, *_factored(like), *_factored(terms_of(gathered))), key=length)


def _factored(terms: list[Term]) -> list[Expression]:
    """The sum with what the terms share taken out, if a bracket is among it."""
    shared = common_factor(terms)
    brackets = [base for base in shared.powers if isinstance(base, Sum)]
    if len(terms) < 2 or not any(all(base in term.powers for term in terms) for base in brackets):
        return []
    return [join(cancelled(multiply(shared, _divided(terms, shared))))]


def _gathered(like: list[Term]) -> Expression:
    """The sum of unlike terms; brackets are multiplied out if that makes it shorter."""
    plain = written(like)
    if len(like) < 2 or not any(map(_has_bracket, like)) or not fits_on_a_line(plain):
        return plain
    expanded = _added(part for term in like for part in _expanded(term))
    shortest = min(written(expanded), plain, key=length)
    return plain if shortest == plain else _gathered(expanded)


def _added(terms: Iterable[Term]) -> list[Term]:
    found: dict[frozenset[tuple[Expression, Expression]], Term] = {}
    for term in map(cancelled, chain.from_iterable(map(multiplied_out, terms))):
        before = found.get(term.key, Term(Fraction(0), term.powers))
        found[term.key] = Term(before.coefficient + term.coefficient, before.powers)
    return [term for term in found.values() if term.coefficient]


def _has_bracket(term: Term) -> bool:
    return any(
        isinstance(base, Sum) and exponent in _EXPANDED_POWERS for base, exponent in term.powers.items()
    )


def _expanded(term: Term) -> list[Term]:
    """The term with its brackets multiplied out, unless that makes very many terms."""
    parts = [Term(term.coefficient, {})]
    for base, exponent in term.powers.items():
        factors = [[_single(base, exponent)]]
        if isinstance(base, Sum) and exponent in _EXPANDED_POWERS:
            factors = [terms_of(base)] * _EXPANDED_POWERS.index(exponent)
        for factor in factors:
            parts = [multiply(part, inner) for part in parts for inner in factor]
        if len(parts) > _MOST_EXPANDED:
            return [term]
    return parts
