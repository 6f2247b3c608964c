"""The grammar: which tokens belong together, and what is said where none do.

``^`` binds tightest and to the right; then a minus sign within a product; then ``*``, ``/`` and products
without a sign, all alike and left to right; then ``+`` and ``-``. A function without brackets takes the
numbers, letters and powers that follow it, up to the next function or sign; a root without brackets takes
one factor.
"""

from upslope.maths.errors import UnreadableMaths
from upslope.maths.expressions.expression import (
    Call,
    Expression,
    Negative,
    Number,
    Power,
    Product,
    Quotient,
    Symbol,
    number,
    product_of,
    sum_of,
)
from upslope.maths.reading import unreadable
from upslope.maths.reading.brackets import MATCHING, group
from upslope.maths.reading.cursor import Cursor
from upslope.maths.reading.doubts import doubt, explain, notice_exponent, notice_power
from upslope.maths.reading.loose_ends import Loose
from upslope.maths.reading.tokens import Token

_SEPARATORS = ("comma", "semicolon")


def everything(at: Cursor) -> Expression:
    """Read the whole text. Raises UnreadableMaths."""
    expression = _sum(at)
    if at.next.kind == "close":
        raise unreadable.never_opened(at.next.text, at.next.offset)
    if at.next.kind != "end":
        raise unreadable.unknown_character(at.text, at.next.offset)
    return expression


def _sum(at: Cursor) -> Expression:
    terms = [_signed(at)]
    while at.next_is("+", "-"):
        negative = at.take().text == "-"
        term = _signed(at)
        terms.append(Negative(term) if negative else term)
    return sum_of(tuple(terms))


def _signed(at: Cursor) -> Expression:
    if not at.next_is("+", "-"):
        return _product(at)
    at.deeper(at.next.offset)
    negative = at.take().text == "-"
    term = _signed(at)
    at.depth -= 1
    return Negative(term) if negative else term


def _product(at: Cursor) -> Expression:
    start = at.position
    chain = [_power(at), *_factors_without_sign(at)]
    while at.next_is("*", "/"):
        sign, in_doubt = at.next, doubt(at)
        at.take()
        inner = at.position
        factor = _signed_power(at)
        explain(at, in_doubt, inner)
        if sign.text == "*":
            chain.append(factor)
        else:
            quotient = Quotient(product_of(tuple(chain)), factor)
            at.origin[id(quotient)] = sign.offset
            chain = [quotient]
            at.loose = Loose("slash", start, inner, at.position)
        chain += _factors_without_sign(at)
    return product_of(tuple(chain))


def _factors_without_sign(at: Cursor) -> list[Expression]:
    """The factors that follow what was read, with no sign between them."""
    factors, doubts = [], []
    while _starts_factor(at):
        doubts.append((doubt(at), at.position))
        factors.append(_power(at))
    for in_doubt, joint in doubts:
        explain(at, in_doubt, joint)
    return factors


def _starts_factor(at: Cursor) -> bool:
    """Whether the next token multiplies without a sign."""
    kind = at.next.kind
    if kind == "bar":
        return not (at.enclosing and at.enclosing[-1].kind == "bar")
    if kind == "number":
        after_number = at.before.kind == "number"
        raise unreadable.number_behind(at.before.text, at.next.text, after_number, at.next.offset)
    return kind in ("name", "function", "root", "open", "frac")


def _signed_power(at: Cursor) -> Expression:
    """A factor after ``*``, ``/`` or ``^``, where a sign may stand: ``2*-x``, ``x^-1``."""
    if not at.next_is("+", "-"):
        return _power(at)
    at.deeper(at.next.offset)
    negative = at.take().text == "-"
    factor = _signed_power(at)
    at.depth -= 1
    return Negative(factor) if negative else factor


def _power(at: Cursor) -> Expression:
    start = at.position
    base = _primary(at)
    if not at.next_is("^"):
        return base
    offset = at.take().offset
    at.deeper(offset)
    inner = at.position
    power = Power(base, _signed_power(at))
    at.origin[id(power)] = offset
    at.depth -= 1
    notice_exponent(at, power, start, inner)
    return power


def _primary(at: Cursor) -> Expression:
    kind = at.next.kind
    if kind in ("number", "name"):
        return _leaf(at)
    if kind in ("function", "root"):
        return _application(at)
    if kind in ("open", "bar"):
        return group(at, _sum)
    if kind == "frac":
        return _fraction(at)
    raise _no_operand(at)


def _leaf(at: Cursor) -> Expression:
    leaf = at.next.leaf
    if leaf is None or at.next.kind == "root":
        raise _no_operand(at)
    at.take()
    return leaf


def _fraction(at: Cursor) -> Expression:
    offset = at.take().offset
    at.deeper(offset)
    quotient = Quotient(_fraction_part(at), _fraction_part(at))
    at.depth -= 1
    at.origin[id(quotient)] = offset
    return quotient


def _fraction_part(at: Cursor) -> Expression:
    return group(at, _sum) if at.next.kind == "open" else _leaf(at)


def _application(at: Cursor) -> Expression:
    """A function and what it acts on: ``sin(x)``, ``sin 2x``, ``sin^2 x``, ``\\sqrt[3]{x}``."""
    start = at.position
    function = at.take()
    exponent = _exponent_of(at, function) if at.next_is("^") and function.kind == "function" else None
    inner = at.position
    if at.next.kind == "open":
        argument = group(at, _sum)
    else:
        argument = _unbracketed_argument(at, function)
        notice_power(at, start, inner)
        at.loose = Loose("root" if _is_root(function) else "function", start, inner, at.position)
    applied = _applied(function, argument)
    at.origin[id(applied)] = function.offset
    return applied if exponent is None else Power(applied, exponent)


def _applied(function: Token, argument: Expression) -> Expression:
    if function.kind == "root" and function.leaf is not None:
        return Power(argument, Quotient(number(1), function.leaf))
    return Call(function.text, argument)


def _is_root(function: Token) -> bool:
    return function.kind == "root" or function.text == "sqrt"


def _exponent_of(at: Cursor, function: Token) -> Expression:
    """The 2 of ``sin^2 x``. An exponent of −1 has two meanings, and neither is chosen here."""
    offset = at.take().offset
    if at.next.kind == "open":
        exponent = group(at, _sum)
    else:
        exponent = _signed_power(at) if at.next_is("-") else _leaf(at)
    if isinstance(exponent, Negative):
        raise unreadable.two_readings_of_inverse(function.text, offset)
    return exponent


def _unbracketed_argument(at: Cursor, function: Token) -> Expression:
    at.deeper(function.offset)
    if _is_root(function) and not at.next_is("-"):
        argument = _power_after(at, function)
    else:
        argument = _bare_argument(at, function)
    at.depth -= 1
    return argument


def _bare_argument(at: Cursor, function: Token) -> Expression:
    """The numbers, letters and powers behind a function, with a minus sign before them or not."""
    if at.next_is("-"):
        at.deeper(at.take().offset)
        argument = _bare_argument(at, function)
        at.depth -= 1
        return Negative(argument)
    factors, doubts = [_power_after(at, function)], []
    while _argument_goes_on(at, factors):
        doubts.append((doubt(at), at.position))
        factors.append(_power(at))
    for in_doubt, joint in doubts:
        explain(at, in_doubt, joint)
    return product_of(tuple(factors))


def _argument_goes_on(at: Cursor, factors: list[Expression]) -> bool:
    """Whether the argument goes on: it does in ``sin 2(x+1)``, it does not in ``sin x(x+1)``."""
    if at.next.kind == "name":
        return all(
            isinstance(factor, Number | Symbol | Power | Product) or not factor.variables
            for factor in factors
        )
    return at.next.kind in ("open", "frac") and not any(factor.variables for factor in factors)


def _power_after(at: Cursor, function: Token) -> Expression:
    if at.next.kind in ("number", "name", "function", "root", "open", "frac", "bar"):
        return _power(at)
    name = "√" if function.kind == "root" else function.text
    raise unreadable.nothing_to_act_on(name, at.letter, function.offset)


def _no_operand(at: Cursor) -> UnreadableMaths:
    """What to say where a number, a letter or a bracket should stand."""
    token, enclosing = at.next, at.enclosing
    if enclosing and _SEPARATORS.count(token.kind) + _SEPARATORS.count(at.before.kind):
        return unreadable.missing_entry(token.offset)
    if token.kind in _SEPARATORS:
        return unreadable.unknown_character(at.text, token.offset)
    if enclosing and token.text == MATCHING.get(enclosing[-1].text):
        return unreadable.empty_brackets(token.offset)
    if token.kind != "end":
        return unreadable.missing_before(token.text, token.offset)
    if enclosing and at.before.kind == "bar":
        return unreadable.never_closed("|", "|", enclosing[-1].offset)
    if enclosing and enclosing[-1].text.startswith("\\"):
        return unreadable.never_closed(enclosing[-1].text, r"\end{…}", enclosing[-1].offset)
    return unreadable.stops_early(token.offset)
