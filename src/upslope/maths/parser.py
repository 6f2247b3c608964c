"""The only door for a learner's text.

How it reads: ``^`` binds tightest and to the right; then a minus sign within a product; then ``*``, ``/``
and multiplication without a sign, all alike and left to right (``3/2x`` is three halves of x); then ``+`` and
``-``, so ``-x^2`` is the negative of a square. A function without brackets takes the numbers, letters and
powers that follow it, up to the next function or sign: ``sin 2x cos x`` is sin(2x) times cos(x). A root
without brackets takes one factor: ``√2x`` is √2 times x. ``log`` is the natural logarithm.
"""

from functools import lru_cache

from upslope.maths import unreadable
from upslope.maths.errors import UnreadableMaths
from upslope.maths.expression import (
    Call,
    Expression,
    Negative,
    Number,
    Power,
    Product,
    Quotient,
    Symbol,
    product_of,
    sum_of,
)
from upslope.maths.limits import DEEPEST, check_depth, check_values
from upslope.maths.tokens import Token, Vocabulary, tokens, vocabulary

LONGEST = 2000
_MATCHING = {"(": ")", "[": "]", "{": "}", "|": "|"}


def parse(text: str, variables: tuple[str, ...] = ("x",)) -> Expression:
    """Read what a person typed, keeping its form.

    ``variables`` are the names that may occur; other letters are refused. Raises UnreadableMaths, and nothing
    else, within milliseconds whatever the text.
    """
    if len(text) > LONGEST:
        raise unreadable.too_long(len(text), LONGEST)
    equals = text.find("=")
    if equals >= 0:
        raise unreadable.equals_sign(equals)
    pieces = tokens(text, _vocabulary(tuple(variables)))
    if len(pieces) == 1:
        raise unreadable.nothing_typed()
    reader = _Reader(pieces, letter=variables[0] if variables else "2")
    expression = reader.everything()
    check_depth(expression)
    check_values(expression, reader.origin)
    return expression


@lru_cache(maxsize=256)
def _vocabulary(variables: tuple[str, ...]) -> Vocabulary:
    return vocabulary(variables)


class _Reader:
    """Where reading has got to: the next token, the brackets still open, and where each node came from."""

    def __init__(self, pieces: list[Token], letter: str) -> None:
        self.pieces = pieces
        self.letter = letter
        self.position = 0
        self.enclosing: list[Token] = []
        self.depth = 0
        self.origin: dict[int, int] = {}

    @property
    def next(self) -> Token:
        return self.pieces[self.position]

    def take(self) -> Token:
        token = self.pieces[self.position]
        self.position += 1
        return token

    def next_is(self, *signs: str) -> bool:
        return self.next.kind == "sign" and self.next.text in signs

    def everything(self) -> Expression:
        expression = self.sum()
        if self.next.kind == "close":
            raise unreadable.never_opened(self.next.text, self.next.offset)
        return expression

    def deeper(self, offset: int) -> None:
        self.depth += 1
        if self.depth > DEEPEST:
            raise unreadable.too_deep(DEEPEST, offset)

    def sum(self) -> Expression:
        terms = [self.signed()]
        while self.next_is("+", "-"):
            negative = self.take().text == "-"
            term = self.signed()
            terms.append(Negative(term) if negative else term)
        return sum_of(tuple(terms))

    def signed(self) -> Expression:
        if not self.next_is("+", "-"):
            return self.product()
        self.deeper(self.next.offset)
        negative = self.take().text == "-"
        term = self.signed()
        self.depth -= 1
        return Negative(term) if negative else term

    def product(self) -> Expression:
        chain = [self.power()]
        while True:
            if self.next_is("*"):
                self.take()
                chain.append(self.signed_power())
            elif self.next_is("/"):
                offset = self.take().offset
                quotient = Quotient(product_of(tuple(chain)), self.signed_power())
                self.origin[id(quotient)] = offset
                chain = [quotient]
            elif self.starts_factor():
                chain.append(self.power())
            else:
                return product_of(tuple(chain))

    def starts_factor(self) -> bool:
        """Whether the next token multiplies without a sign."""
        kind = self.next.kind
        if kind == "bar":
            return not (self.enclosing and self.enclosing[-1].kind == "bar")
        if kind == "number":
            before = self.pieces[self.position - 1]
            after_number = before.kind == "number"
            raise unreadable.number_behind(before.text, self.next.text, after_number, self.next.offset)
        return kind in ("name", "function", "open", "frac")

    def signed_power(self) -> Expression:
        """A factor after ``*``, ``/`` or ``^``, where a sign may stand: ``2*-x``, ``x^-1``."""
        if not self.next_is("+", "-"):
            return self.power()
        self.deeper(self.next.offset)
        negative = self.take().text == "-"
        factor = self.signed_power()
        self.depth -= 1
        return Negative(factor) if negative else factor

    def power(self) -> Expression:
        base = self.primary()
        if not self.next_is("^"):
            return base
        offset = self.take().offset
        self.deeper(offset)
        power = Power(base, self.signed_power())
        self.origin[id(power)] = offset
        self.depth -= 1
        return power

    def primary(self) -> Expression:
        token = self.next
        if token.leaf is not None:
            return self.leaf()
        if token.kind == "function":
            return self.application()
        if token.kind in ("open", "bar"):
            return self.group()
        if token.kind == "frac":
            return self.fraction()
        raise self.no_operand()

    def leaf(self) -> Expression:
        leaf = self.next.leaf
        if leaf is None:
            raise self.no_operand()
        self.take()
        return leaf

    def group(self) -> Expression:
        """A pair of brackets, or of bars for the absolute value."""
        opening = self.take()
        self.enclosing.append(opening)
        self.deeper(opening.offset)
        inside = self.sum()
        self.depth -= 1
        self.enclosing.pop()
        wanted = _MATCHING[opening.text]
        if self.next.text != wanted:
            raise self.not_closed(opening, wanted)
        self.take()
        return Call("abs", inside) if opening.kind == "bar" else inside

    def not_closed(self, opening: Token, wanted: str) -> UnreadableMaths:
        if self.next.kind == "close":
            return unreadable.wrongly_closed(opening.text, self.next.text, wanted, self.next.offset)
        return unreadable.never_closed(opening.text, wanted, opening.offset)

    def fraction(self) -> Expression:
        offset = self.take().offset
        self.deeper(offset)
        quotient = Quotient(self.fraction_part(), self.fraction_part())
        self.depth -= 1
        self.origin[id(quotient)] = offset
        return quotient

    def fraction_part(self) -> Expression:
        return self.group() if self.next.kind == "open" else self.leaf()

    def application(self) -> Expression:
        """A function and what it acts on: ``sin(x)``, ``sin 2x``, ``sin^2 x``."""
        function = self.take()
        exponent = self.exponent_of(function) if self.next_is("^") else None
        argument = self.group() if self.next.kind == "open" else self.unbracketed_argument(function)
        call = Call(function.text, argument)
        self.origin[id(call)] = function.offset
        return call if exponent is None else Power(call, exponent)

    def unbracketed_argument(self, function: Token) -> Expression:
        self.deeper(function.offset)
        if function.text == "sqrt" and not self.next_is("-"):
            argument = self.power_after(function)
        else:
            argument = self.bare_argument(function)
        self.depth -= 1
        return argument

    def exponent_of(self, function: Token) -> Expression:
        """The 2 of ``sin^2 x``. An exponent of −1 has two meanings, and neither is chosen here."""
        offset = self.take().offset
        if self.next.kind == "open":
            exponent = self.group()
        else:
            exponent = self.signed_power() if self.next_is("-") else self.leaf()
        if isinstance(exponent, Negative):
            raise unreadable.two_readings_of_inverse(function.text, offset)
        return exponent

    def bare_argument(self, function: Token) -> Expression:
        """What a function without brackets acts on."""
        if self.next_is("-"):
            self.deeper(self.take().offset)
            argument = self.bare_argument(function)
            self.depth -= 1
            return Negative(argument)
        factors = [self.power_after(function)]
        while self.continues(factors):
            factors.append(self.power())
        return product_of(tuple(factors))

    def continues(self, factors: list[Expression]) -> bool:
        """Whether the argument goes on: it does in ``sin 2(x+1)``, it does not in ``sin x(x+1)``."""
        plain = all(
            isinstance(factor, Number | Symbol | Power | Product) or not factor.children for factor in factors
        )
        if self.next.kind == "name":
            return plain
        return self.next.kind in ("open", "frac") and not any(factor.variables for factor in factors)

    def power_after(self, function: Token) -> Expression:
        if self.next.leaf is not None or self.next.kind in ("function", "open", "frac", "bar"):
            return self.power()
        raise unreadable.nothing_to_act_on(function.text, self.letter, function.offset)

    def no_operand(self) -> UnreadableMaths:
        token, enclosing = self.next, self.enclosing
        if enclosing and token.text == _MATCHING[enclosing[-1].text]:
            return unreadable.empty_brackets(token.offset)
        if token.kind != "end":
            return unreadable.missing_before(token.text, token.offset)
        if enclosing and self.pieces[self.position - 1].kind == "bar":
            return unreadable.never_closed("|", "|", enclosing[-1].offset)
        return unreadable.stops_early(token.offset)
