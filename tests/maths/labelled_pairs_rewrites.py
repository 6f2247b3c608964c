"""Rewriting rules that keep the value: what a learner may do to a right answer.

A rule looks at one node and returns what may stand in its place, or None where it does not apply. Each holds
wherever the node has a value, apart from single points.
"""

import random
from collections.abc import Callable, Mapping
from fractions import Fraction

from upslope.maths.expressions.expression import (
    PI,
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
    product_of,
    sum_of,
)

Rule = Callable[[Expression, random.Random], Expression | None]

ONE, TWO = number(1), number(2)


def call(name: str, argument: Expression) -> Expression:
    return Call(name, argument)


def square(base: Expression) -> Expression:
    return Power(base, TWO)


def commuted(node: Expression, rng: random.Random) -> Expression | None:
    if not isinstance(node, Sum | Product):
        return None
    return node.rebuild(tuple(rng.sample(node.children, len(node.children))))


def brackets_moved(node: Expression, rng: random.Random) -> Expression | None:
    if not isinstance(node, Sum | Product) or len(node.children) < 3:
        return None
    return type(node)((node.children[0], type(node)(node.children[1:])))


def difference_turned(node: Expression, _: random.Random) -> Expression | None:
    """a − b as −(b − a)."""
    match node:
        case Sum(terms=(first, Negative(argument=second))):
            return -(second - first)
    return None


def distributed(node: Expression, _: random.Random) -> Expression | None:
    if not isinstance(node, Product):
        return None
    place = next((at for at, factor in enumerate(node.factors) if isinstance(factor, Sum)), None)
    if place is None:
        return None
    before, after = node.factors[:place], node.factors[place + 1 :]
    return sum_of(tuple(product_of((*before, term, *after)) for term in node.factors[place].children))


def first_term_taken_out(node: Expression, _: random.Random) -> Expression | None:
    if not isinstance(node, Sum) or node.terms[0] == number(0):
        return None
    first, *others = node.terms
    return first * (ONE + sum_of(tuple(other / first for other in others)))


def square_expanded(node: Expression, _: random.Random) -> Expression | None:
    match node:
        case Power(base=Sum(terms=(first, *rest)), exponent=exponent) if exponent == TWO:
            others = sum_of(tuple(rest))
            return square(first) + TWO * first * others + square(others)
    return None


def difference_of_squares(node: Expression, _: random.Random) -> Expression | None:
    match node:
        case Sum(terms=(Power(base=a, exponent=two), Negative(argument=Power(base=b, exponent=too)))):
            return (a - b) * (a + b) if two == too == TWO else None
    return None


def one_power_split_off(node: Expression, _: random.Random) -> Expression | None:
    match node:
        case Power(base=base, exponent=Number(value=value)) if value.denominator == 1 and value >= 2:
            return base * (base if value == 2 else base ** number(value - 1))
    return None


def power_below_the_line(node: Expression, _: random.Random) -> Expression | None:
    match node:
        case Power(base=base, exponent=Number(value=value)) if value.denominator == 1 and value >= 1:
            return ONE / base ** (-number(value))
    return None


def pythagoras(node: Expression, _: random.Random) -> Expression | None:
    match node:
        case Power(base=Call(name="sin" | "cos" as name, argument=u), exponent=exponent) if exponent == TWO:
            return ONE - square(call("cos" if name == "sin" else "sin", u))
    return None


def double_angle(node: Expression, rng: random.Random) -> Expression | None:
    match node:
        case Call(name="sin", argument=u):
            return TWO * call("sin", u / TWO) * call("cos", u / TWO)
        case Call(name="cos", argument=u):
            half_sine, half_cosine = call("sin", u / TWO), call("cos", u / TWO)
            forms = (ONE - TWO * square(half_sine), TWO * square(half_cosine) - ONE)
            return rng.choice((*forms, square(half_cosine) - square(half_sine)))
    return None


def quarter_turn(node: Expression, rng: random.Random) -> Expression | None:
    match node:
        case Call(name="cos", argument=u):
            return call("sin", rng.choice((u + PI / TWO, PI / TWO - u)))
        case Call(name="sin", argument=u):
            return call("cos", rng.choice((u - PI / TWO, PI / TWO - u)))
    return None


def sign_of_the_angle(node: Expression, _: random.Random) -> Expression | None:
    match node:
        case Call(name="sin" | "tan" | "atan" | "sinh" | "asin" as name, argument=u):
            return -call(name, -u)
        case Call(name="cos" | "cosh" | "abs" as name, argument=u):
            return call(name, -u)
    return None


def quotient_of_sine_and_cosine(node: Expression, _: random.Random) -> Expression | None:
    match node:
        case Call(name="tan", argument=u):
            return call("sin", u) / call("cos", u)
        case Call(name="sec", argument=u):
            return ONE / call("cos", u)
        case Quotient(
            numerator=above, denominator=Power(base=Call(name="cos", argument=u), exponent=exponent)
        ):
            return above * (ONE + square(call("tan", u))) if exponent == TWO else None
        case Quotient(numerator=Call(name="sin", argument=u), denominator=Call(name="cos", argument=v)):
            return call("tan", u) if u == v else None
    return None


def exponential_taken_apart(node: Expression, rng: random.Random) -> Expression | None:
    match node:
        case Power(base=base, exponent=Sum(terms=terms)) if base == E:
            return product_of(tuple(Power(E, term) for term in terms))
        case Power(base=base, exponent=u) if base == E:
            forms = (call("exp", u), ONE / Power(E, -u), square(Power(E, u / TWO)))
            return rng.choice((*forms, call("cosh", u) + call("sinh", u)))
    return None


def hyperbolic_in_exponentials(node: Expression, _: random.Random) -> Expression | None:
    match node:
        case Call(name="sinh", argument=u):
            return (Power(E, u) - Power(E, -u)) / TWO
        case Call(name="cosh", argument=u):
            return (Power(E, u) + Power(E, -u)) / TWO
        case Call(name="tanh", argument=u):
            return ONE - TWO / (Power(E, TWO * u) + ONE)
    return None


def logarithm_rules(node: Expression, rng: random.Random) -> Expression | None:
    match node:
        case Call(name="ln", argument=u):
            forms = (-call("ln", ONE / u), TWO * call("ln", call("sqrt", u)))
            return rng.choice(
                (*forms, call("ln", TWO * u) - call("ln", TWO), call("log10", u) * call("ln", number(10)))
            )
    return None


def root_as_power(node: Expression, rng: random.Random) -> Expression | None:
    match node:
        case Call(name="sqrt", argument=u):
            return rng.choice(
                (u ** number(Fraction(1, 2)), u ** number(0.5), call("sqrt", number(4) * u) / TWO)
            )
    return None


def root_rationalised(node: Expression, _: random.Random) -> Expression | None:
    match node:
        case Call(name="sqrt", argument=u):
            return u / call("sqrt", u)
        case Quotient(numerator=above, denominator=Call(name="sqrt", argument=u)):
            return above * call("sqrt", u) / u
    return None


def sum_below_rationalised(node: Expression, _: random.Random) -> Expression | None:
    match node:
        case Quotient(numerator=above, denominator=Sum(terms=(a, b))):
            return above * (a - b) / (square(a) - square(b))
    return None


def absolute_value_as_root(node: Expression, _: random.Random) -> Expression | None:
    return call("sqrt", square(node.argument)) if isinstance(node, Call) and node.name == "abs" else None


def inverse_functions(node: Expression, _: random.Random) -> Expression | None:
    match node:
        case Call(name="atan", argument=u):
            return TWO * call("atan", u / (ONE + call("sqrt", ONE + square(u))))
        case Call(name="asin", argument=u):
            return PI / TWO - call("acos", u)
    return None


def power_as_exponential(node: Expression, _: random.Random) -> Expression | None:
    match node:
        case Power(base=Number(value=value), exponent=u) if value > 0:
            return Power(E, u * call("ln", node.base))
    return None


def fraction_as_product(node: Expression, rng: random.Random) -> Expression | None:
    match node:
        case Quotient(numerator=above, denominator=below):
            return rng.choice((above * below ** number(-1), above * (ONE / below), ONE / (below / above)))
    return None


def fraction_split(node: Expression, _: random.Random) -> Expression | None:
    match node:
        case Quotient(numerator=Sum(terms=terms), denominator=below):
            return sum_of(tuple(term / below for term in terms))
    return None


def fraction_extended(node: Expression, rng: random.Random) -> Expression | None:
    match node:
        case Quotient(numerator=above, denominator=below):
            factor = rng.choice((below, number(rng.randint(2, 9)), Power(E, below), square(below) + ONE))
            return (above * factor) / (below * factor)
    return None


def fractions_combined(node: Expression, _: random.Random) -> Expression | None:
    match node:
        case Sum(terms=(Quotient(numerator=a, denominator=b), Quotient(numerator=c, denominator=d), *others)):
            return sum_of(((a * d + b * c) / (b * d), *others))
        case Sum(terms=(first, Quotient(numerator=a, denominator=b), *others)):
            return sum_of(((first * b + a) / b, *others))
    return None


def number_otherwise(node: Expression, rng: random.Random) -> Expression | None:
    match node:
        case Number(value=value, places=0) if value < 100:
            forms = (number(value + 1) - ONE, number(2 * value) / TWO, number(float(value)))
            return rng.choice((*forms, call("sqrt", number(value * value)), number(value / 2) * TWO))
    return None


def something_added_and_taken_away(node: Expression, rng: random.Random) -> Expression | None:
    extra = rng.choice((number(rng.randint(1, 9)), node, *(child for child in node.children)))
    return rng.choice(
        (node + extra - extra, (node * number(3)) / number(3), TWO * node - node, Negative(-node))
    )


REWRITES: Mapping[str, Rule] = {
    rule.__name__: rule
    for rule in (
        commuted,
        brackets_moved,
        difference_turned,
        distributed,
        first_term_taken_out,
        square_expanded,
        difference_of_squares,
        one_power_split_off,
        power_below_the_line,
        pythagoras,
        double_angle,
        quarter_turn,
        sign_of_the_angle,
        quotient_of_sine_and_cosine,
        exponential_taken_apart,
        hyperbolic_in_exponentials,
        logarithm_rules,
        root_as_power,
        root_rationalised,
        sum_below_rationalised,
        absolute_value_as_root,
        inverse_functions,
        power_as_exponential,
        fraction_as_product,
        fraction_split,
        fraction_extended,
        fractions_combined,
        number_otherwise,
        something_added_and_taken_away,
    )
}
