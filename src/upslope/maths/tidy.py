"""What a person would write: numbers collected, like terms and like powers together, roots as roots.

Within a sum a number before a bracket is multiplied in, and other brackets where that makes the sum shorter;
otherwise brackets stay. Tidying never looks for identities. The value stays the same wherever the expression
had one (``x/x`` becomes 1, so single gaps may close).
"""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from functools import lru_cache, reduce
from itertools import islice
from math import gcd, lcm

from upslope.maths.bounds import check_size
from upslope.maths.decimals import in_decimals
from upslope.maths.expression import (
    PI,
    Call,
    Constant,
    E,
    Expression,
    Negative,
    Number,
    Power,
    Product,
    Quotient,
    Sum,
    Symbol,
    number,
    sum_of,
    walk,
)
from upslope.maths.matrix import has_matrix, multiplied_out
from upslope.maths.terms import HALF, ONE, Term, join, rational_value

_ODD = frozenset({"sin", "tan", "asin", "atan", "sinh", "tanh", "csc", "cot"})
_EVEN = frozenset({"cos", "cosh", "abs", "sec"})
_KNOWN_VALUES: dict[Expression, Fraction] = {
    **{Call(name, number(0)): Fraction(0) for name in ("sin", "tan", "asin", "atan", "sinh", "tanh")},
    **{Call(name, number(0)): ONE for name in ("cos", "cosh", "sec")},
    Call("sin", PI): Fraction(0),
    Call("cos", PI): -ONE,
    Call("ln", number(1)): Fraction(0),
    Call("ln", E): ONE,
    Call("log10", number(1)): Fraction(0),
    Call("log10", number(10)): ONE,
}
_LARGEST_BITS = 160
_EXPANDED_POWERS = (number(0), number(1), number(2))
_MOST_EXPANDED = 24
_LINE = 120
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
    if any(isinstance(node, Number) and node.places for node in walk(expression)):
        return in_decimals(result)
    return result


# Tidying looks at tidied parts again and again; without remembering, nested fractions would take for ever.
@lru_cache(maxsize=4096)
def _tidy(expression: Expression) -> Expression:
    return _collected(expression.terms) if isinstance(expression, Sum) else join(_split(expression))


@lru_cache(maxsize=4096)
def _split(expression: Expression) -> Term:
    """Return the expression as a number times powers, everything inside already tidy."""
    match expression:
        case Number(value=value):
            return Term(value, {})
        case Negative(argument=argument):
            term = _split(argument)
            return Term(-term.coefficient, term.powers)
        case Product(factors=factors):
            return _cancelled(reduce(_multiply, (_split(factor) for factor in factors)))
        case Quotient(numerator=numerator, denominator=denominator):
            return _cancelled(_multiply(_split(numerator), _power(denominator, number(-1))))
        case Power(base=base, exponent=exponent):
            return _power(base, _tidy(exponent))
        case Sum(terms=terms):
            return _sum_as_factor(_collected(terms))
        case Call():
            return _call(expression)
    return _single(expression)


def _single(base: Expression, exponent: Expression | None = None) -> Term:
    return Term(ONE, {base: exponent or number(1)})


def _sum_as_factor(tidied: Expression) -> Term:
    """A tidy sum as one factor; where every term has a minus sign, the sign is taken out."""
    if not isinstance(tidied, Sum):
        return _split(tidied)
    if all(isinstance(term, Negative) for term in tidied.terms):
        return Term(-ONE, _single(Sum(tuple(term.children[0] for term in tidied.terms))).powers)
    return _single(tidied)


def _multiply(left: Term, right: Term) -> Term:
    coefficient, powers = left.coefficient * right.coefficient, dict(left.powers)
    for base, exponent in right.powers.items():
        if base not in powers:
            powers[base] = exponent
            continue
        together = _add(powers.pop(base), exponent)
        if rational_value(together) == 0:
            continue
        if _takes_apart(base, together):
            return _multiply(Term(coefficient, powers), _multiply(_power(base, together), _rest(right, base)))
        powers[base] = together
    return Term(coefficient, powers)


def _cancelled(term: Term) -> Term:
    """One bracket above a fraction line: cancel what all its terms share, and put its fractions below."""
    sums = [base for base, power in term.powers.items() if isinstance(base, Sum) and power == number(1)]
    below = _below(term)
    if len(sums) != 1 or below == Term(ONE, {}) or not _fits_on_a_line(sums[0]):
        return term
    terms = [_split(inner) for inner in sums[0].children]
    shared = _shared(terms, below)
    if shared == Term(ONE, {}):
        return term
    inverse = _whole_power(shared, -1)
    divided = _sum_as_factor(_collected(join(_multiply(inner, inverse)) for inner in terms))
    others = Term(term.coefficient, {base: power for base, power in term.powers.items() if base != sums[0]})
    return reduce(_multiply, (others, divided, shared))


def _below(term: Term) -> Term:
    """The part of a term that is written below the fraction line, or could be."""
    powers = {
        base: exponent
        for base, exponent in term.powers.items()
        if (rational_value(exponent) or 0) < 0 or (base == E and isinstance(exponent, Negative))
    }
    return Term(Fraction(1, term.coefficient.denominator), powers)


def _shared(terms: list[Term], below: Term) -> Term:
    """What to take out of every term: the largest factor that also divides ``below``, and denominators."""
    powers: dict[Expression, Expression] = {}
    for base in dict.fromkeys(base for term in (below, *terms) for base in term.powers):
        found = [term.powers.get(base, number(0)) for term in terms]
        sizes = [rational_value(power) for power in found]
        if all(size is not None for size in sizes):
            room = -(rational_value(below.powers.get(base, number(0))) or Fraction(0))
            least = min(size or Fraction(0) for size in sizes)
            least = least if least < 0 else min(least, room)
            powers |= {base: number(least)} if least else {}
        elif base == E and base in below.powers and len(set(found)) == 1:
            powers[base] = found[0]
    whole = gcd(*(term.coefficient.numerator for term in terms), below.coefficient.denominator)
    return Term(Fraction(whole, lcm(*(term.coefficient.denominator for term in terms))), powers)


def _rest(term: Term, done: Expression) -> Term:
    """The powers of the term that come after one of its bases."""
    bases = list(term.powers)
    return Term(ONE, {base: term.powers[base] for base in bases[bases.index(done) + 1 :]})


def _add(one: Expression, other: Expression) -> Expression:
    values = rational_value(one), rational_value(other)
    if values[0] is not None and values[1] is not None:
        return number(values[0] + values[1])
    return _collected((one, other))


def _times(exponent: Expression, factor: Expression) -> Expression:
    return join(_multiply(_split(exponent), _split(factor)))


def _power(base: Expression, exponent: Expression) -> Term:
    """A base, tidy or not, raised to a tidy exponent."""
    if base == E:
        is_log = isinstance(exponent, Call) and exponent.name == "ln"
        return (
            _split(exponent.children[0])
            if is_log
            else Term(ONE, {E: exponent} if exponent != number(0) else {})
        )
    term, value = _split(base), rational_value(exponent)
    if list(term.powers) == [E] and term.coefficient == 1:
        return _power(E, _times(term.powers[E], exponent))
    if value is not None and value.denominator == 1:
        return _whole_power(term, int(value))
    if value is not None and term.coefficient > 0:
        return _root(term, value)
    if not term.powers and term.coefficient == 1:
        return term
    return _single(_tidy(base), exponent)


def _whole_power(term: Term, exponent: int) -> Term:
    if exponent == 0:
        return Term(ONE, {})
    size = max(term.coefficient.numerator.bit_length(), term.coefficient.denominator.bit_length())
    if term.coefficient == 0 and exponent < 0:
        return _single(number(0), number(-1))
    if abs(term.coefficient) != 1 and size * abs(exponent) > _LARGEST_BITS:
        return _single(join(term), number(exponent))
    powers = {base: _times(inner, number(exponent)) for base, inner in term.powers.items()}
    plain = Term(term.coefficient**exponent, {})
    return reduce(_multiply, (_again(base, inner) for base, inner in powers.items()), plain)


def _again(base: Expression, exponent: Expression) -> Term:
    """A base with a new exponent."""
    return _power(base, exponent) if _takes_apart(base, exponent) else _single(base, exponent)


def _takes_apart(base: Expression, exponent: Expression) -> bool:
    """Whether a root of a number or of a power has become whole and can be worked out: √2·√2 = 2."""
    value = rational_value(exponent)
    is_whole = value is not None and value.denominator == 1
    return is_whole and not isinstance(base, Symbol | Constant | Call | Sum)


def _root(term: Term, exponent: Fraction) -> Term:
    """A power that is not whole; the number in front comes out where its root is a fraction."""
    out = _exact_root(term.coefficient, exponent)
    inside = term if out is None else Term(ONE, term.powers)
    coefficient = ONE if out is None else out
    return Term(
        coefficient, {} if not inside.powers and out is not None else {join(inside): number(exponent)}
    )


def _exact_root(value: Fraction, exponent: Fraction) -> Fraction | None:
    roots = [round(part ** (1 / exponent.denominator)) for part in (value.numerator, value.denominator)]
    root = Fraction(*roots) if all(roots) else Fraction(0)
    small = value.numerator.bit_length() * abs(exponent.numerator) < _LARGEST_BITS
    return root**exponent.numerator if small and root and root**exponent.denominator == value else None


def _call(call: Call) -> Term:
    if call.name == "sqrt":
        return _power(call.argument, number(HALF))
    argument = _tidy(call.argument)
    if call.name == "exp":
        return _power(E, argument)
    if call.name == "ln" and isinstance(argument, Power) and argument.base == E:
        return _split(argument.exponent)
    sign = ONE
    if isinstance(argument, Negative) and call.name in _ODD | _EVEN:
        sign, argument = (-ONE if call.name in _ODD else ONE), argument.argument
    size = rational_value(argument)
    if call.name == "abs" and size is not None:
        return Term(size, {})
    tidied = Call(call.name, argument)
    if tidied in _KNOWN_VALUES:
        return Term(sign * _KNOWN_VALUES[tidied], {})
    return Term(sign, _single(tidied).powers)


def _collected(terms: Iterable[Expression]) -> Expression:
    """Add like terms, in the usual order; brackets are multiplied out where that shortens the sum."""
    flat = list(_flat(terms))
    plain = _added(flat)
    if len(flat) > 1 and any(_has_bracket(term) for term in flat) and _fits_on_a_line(plain):
        expanded = _added([part for term in flat for part in _expanded(term)])
        return min(plain, expanded, key=lambda candidate: sum(1 for _ in walk(candidate)))
    return plain


def _fits_on_a_line(expression: Expression) -> bool:
    """Whether shortening is worth the time: what fills pages stays long whatever is done."""
    return sum(1 for _ in islice(walk(expression), _LINE + 1)) <= _LINE


def _added(terms: list[Term]) -> Expression:
    found: dict[frozenset[tuple[Expression, Expression]], Term] = {}
    for term in terms:
        before = found.get(term.key, Term(Fraction(0), term.powers))
        found[term.key] = Term(before.coefficient + term.coefficient, before.powers)
    return sum_of(
        tuple(join(term) for term in _in_order([term for term in found.values() if term.coefficient]))
    )


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
            factors = [[_split(inner) for inner in base.terms]] * _EXPANDED_POWERS.index(exponent)
        for factor in factors:
            parts = [_multiply(part, inner) for part in parts for inner in factor]
        if len(parts) > _MOST_EXPANDED:
            return [term]
    return parts


def _flat(terms: Iterable[Expression]) -> Iterator[Term]:
    for term in terms:
        sign, inside = (-ONE, term.argument) if isinstance(term, Negative) else (ONE, term)
        tidied = _tidy(inside)
        for part in tidied.terms if isinstance(tidied, Sum) else (tidied,):
            yield from _multiplied_out(sign, _split(part))


def _multiplied_out(sign: Fraction, term: Term) -> Iterator[Term]:
    """A term as it is; a number before a bracket is multiplied into the bracket."""
    ((base, exponent), *others) = term.powers.items() if term.powers else ((number(1), number(1)),)
    if isinstance(base, Sum) and exponent == number(1) and not others:
        for inner in base.terms:
            yield from _multiplied_out(sign * term.coefficient, _split(inner))
    else:
        yield Term(sign * term.coefficient, term.powers)


def _in_order(terms: list[Term]) -> list[Term]:
    """Polynomials fall from their highest power; other sums keep their order. A sum begins without a minus
    sign where it can, except that a polynomial of three or more terms keeps falling."""
    polynomial = all(term.degree is not None for term in terms)
    if polynomial:
        terms = sorted(terms, key=lambda term: term.degree or 0, reverse=True)
    if terms and terms[0].coefficient < 0 and not (polynomial and len(terms) > 2):
        first = next((index for index, term in enumerate(terms) if term.coefficient > 0), 0)
        terms = [terms[first], *terms[:first], *terms[first + 1 :]]
    return terms
