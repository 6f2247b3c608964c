"""The mistakes people make, as rules on one node; what comes out must still be shown to be different."""

import random
from collections.abc import Callable, Mapping

from tests.maths.labelled_pairs_rewrites import ONE, TWO, Rule, call, square
from upslope.maths import derivative
from upslope.maths.expressions.expression import (
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
    product_of,
    sum_of,
)

_MIXED_UP = {
    "sin": "cos",
    "cos": "sin",
    "sinh": "cosh",
    "cosh": "sinh",
    "tan": "sin",
    "ln": "log10",
    "atan": "tan",
}


def sign_of_a_term(node: Expression, rng: random.Random) -> Expression | None:
    if not isinstance(node, Sum):
        return None
    place = rng.randrange(len(node.terms))
    term = node.terms[place]
    turned = term.argument if isinstance(term, Negative) else -term
    return Sum((*node.terms[:place], turned, *node.terms[place + 1 :]))


def minus_forgotten(node: Expression, _: random.Random) -> Expression | None:
    return node.argument if isinstance(node, Negative) else None


def term_forgotten(node: Expression, rng: random.Random) -> Expression | None:
    if not isinstance(node, Sum):
        return None
    place = rng.randrange(len(node.terms))
    return sum_of(node.terms[:place] + node.terms[place + 1 :])


def factor_forgotten(node: Expression, rng: random.Random) -> Expression | None:
    """The inner derivative of the chain rule, most often."""
    if not isinstance(node, Product):
        return None
    place = rng.randrange(len(node.factors))
    return product_of(node.factors[:place] + node.factors[place + 1 :])


def number_off_by_one(node: Expression, rng: random.Random) -> Expression | None:
    if not isinstance(node, Number) or node.places:
        return None
    return number(node.value + (rng.choice((-1, 1)) if node.value > 1 else 1))


def number_doubled_or_halved(node: Expression, rng: random.Random) -> Expression | None:
    return rng.choice((node * TWO, node / TWO)) if isinstance(node, Number) and node.value else None


def exponent_off_by_one(node: Expression, rng: random.Random) -> Expression | None:
    match node:
        case Power(base=base, exponent=Number(value=value)):
            return base ** number(value + rng.choice((-1, 1)))
        case Symbol():
            return node**TWO
    return None


def functions_mixed_up(node: Expression, _: random.Random) -> Expression | None:
    if isinstance(node, Call) and node.name in _MIXED_UP:
        return call(_MIXED_UP[node.name], node.argument)
    return None


def inner_factor_lost(node: Expression, _: random.Random) -> Expression | None:
    """sin 2x as sin x."""
    match node:
        case Call(name=name, argument=Product(factors=(Number(), *others))):
            return call(name, product_of(tuple(others)))
        case Power(base=base, exponent=Product(factors=(Number(), *others))):
            return Power(base, product_of(tuple(others)))
    return None


def square_of_a_sum_by_terms(node: Expression, _: random.Random) -> Expression | None:
    match node:
        case Power(base=Sum(terms=terms), exponent=exponent) if exponent == TWO:
            return sum_of(tuple(square(term) for term in terms))
    return None


def function_of_a_sum_by_terms(node: Expression, _: random.Random) -> Expression | None:
    match node:
        case Call(name=name, argument=Sum(terms=terms)):
            return sum_of(tuple(call(name, term) for term in terms))
        case Power(base=base, exponent=Sum(terms=terms)) if base == E:
            return sum_of(tuple(Power(E, term) for term in terms))
        case Quotient(numerator=above, denominator=Sum(terms=terms)):
            return sum_of(tuple(above / term for term in terms))
    return None


def power_rule_on_an_exponential(node: Expression, _: random.Random) -> Expression | None:
    match node:
        case Power(base=base, exponent=u) if base == E:
            return u * Power(E, u - ONE)
    return None


def square_moved_inside(node: Expression, _: random.Random) -> Expression | None:
    match node:
        case Power(base=Call(name=name, argument=u), exponent=exponent):
            return call(name, u**exponent)
    return None


def square_below_lost(node: Expression, _: random.Random) -> Expression | None:
    match node:
        case Quotient(numerator=above, denominator=Power(base=base)):
            return above / base
    return None


def fraction_upside_down(node: Expression, _: random.Random) -> Expression | None:
    return node.denominator / node.numerator if isinstance(node, Quotient) else None


def composition_as_product(node: Expression, _: random.Random) -> Expression | None:
    match node:
        case Call(name=name, argument=u) if not isinstance(u, Symbol) and u.variables:
            return call(name, Symbol(min(u.variables))) * u
    return None


def root_of_a_square_without_bars(node: Expression, _: random.Random) -> Expression | None:
    match node:
        case Call(name="abs", argument=u) | Call(name="sqrt", argument=Power(base=u)):
            return u
    return None


def constant_rounded(node: Expression, _: random.Random) -> Expression | None:
    match node:
        case Constant():
            return number(3.14) if node == PI else number(2.718)
        case Quotient(numerator=Number(value=above), denominator=Number(value=below)) if below % 3 == 0:
            return number(round(float(above / below), 3))
    return None


def negative_power_as_negative(node: Expression, _: random.Random) -> Expression | None:
    match node:
        case Power(base=base, exponent=Negative(argument=u)):
            return -(base**u)
        case Quotient(numerator=Number(), denominator=Power(base=base, exponent=u)):
            return -(base**u)
    return None


MISTAKES: Mapping[str, Rule] = {
    rule.__name__: rule
    for rule in (
        sign_of_a_term,
        minus_forgotten,
        term_forgotten,
        factor_forgotten,
        number_off_by_one,
        number_doubled_or_halved,
        exponent_off_by_one,
        functions_mixed_up,
        inner_factor_lost,
        square_of_a_sum_by_terms,
        function_of_a_sum_by_terms,
        power_rule_on_an_exponential,
        square_moved_inside,
        square_below_lost,
        fraction_upside_down,
        composition_as_product,
        root_of_a_square_without_bars,
        constant_rounded,
        negative_power_as_negative,
    )
}

Wrong = Callable[[Expression, Expression], Expression]


def _d(expression: Expression) -> Expression:
    return derivative(expression)


DIFFERENTIATING_A_PRODUCT: Mapping[str, Wrong] = {
    "product of the derivatives": lambda f, g: _d(f) * _d(g),
    "minus in the product rule": lambda f, g: _d(f) * g - f * _d(g),
    "only the first is differentiated": lambda f, g: _d(f) * g,
    "only the second is differentiated": lambda f, g: f * _d(g),
    "nothing is left as it is": lambda f, g: _d(f) * f + _d(g) * g,
}
DIFFERENTIATING_A_QUOTIENT: Mapping[str, Wrong] = {
    "quotient of the derivatives": lambda f, g: _d(f) / _d(g),
    "plus in the quotient rule": lambda f, g: (_d(f) * g + f * _d(g)) / square(g),
    "the wrong way round": lambda f, g: (f * _d(g) - _d(f) * g) / square(g),
    "no square below": lambda f, g: (_d(f) * g - f * _d(g)) / g,
}
DIFFERENTIATING_A_CHAIN: Mapping[str, Wrong] = {
    "inner derivative forgotten": lambda f, g: _d(f).substitute({"x": g}),
    "outer derivative of the inner derivative": lambda f, g: _d(f).substitute({"x": _d(g)}),
    "inner function multiplied instead": lambda f, g: _d(f).substitute({"x": g}) * g,
    "inner function forgotten": lambda f, g: _d(f) * _d(g),
}
