"""The rules of differentiation: which one a form asks for, and what it turns the derivative into.

Source of every formula: any table of derivatives, for instance K. F. Riley, M. P. Hobson and S. J. Bence,
Mathematical Methods for Physics and Engineering, section 2.1.
"""

from dataclasses import dataclass
from fractions import Fraction
from itertools import chain, count

from upslope.maths.differentiation.derivation import Step
from upslope.maths.expressions.expression import (
    Call,
    E,
    Expression,
    Negative,
    Power,
    Product,
    Quotient,
    Sum,
    Symbol,
    Unworked,
    number,
    product_of,
)
from upslope.maths.expressions.functions import FUNCTIONS
from upslope.maths.expressions.printing import to_latex
from upslope.maths.reading.parser import parse
from upslope.maths.simplification.tidy import tidy


@dataclass(frozen=True)
class Rule:
    """A rule that fits: its name, what the derivative becomes (with pieces still to do), the reason in words.

    ``asides`` are steps on something other than the pieces, such as the slope of an outer function.
    """

    name: str
    template: Expression
    why: str
    asides: tuple[Step, ...] = ()


SLOPES: dict[str, Expression] = {name: parse(row.slope, ("u",)) for name, row in FUNCTIONS.items()}
"""The derivative of every named function at ``u``."""


def rule_for(problem: Unworked) -> Rule:
    """Return the first rule to use on a derivative of an expression in which its variable occurs.

    The pieces still to do are derivatives of the same operation (d or ∂) by the same variable.
    """
    expression = problem.body
    match expression:
        case Symbol():
            why = f"${to_latex(expression)}$ grows exactly as fast as itself: slope $1$."
            return Rule("variable", number(1), why)
        case Negative(argument=argument):
            return Rule(
                "constant multiple",
                -_of(problem, argument),
                "The minus sign stays in front; work on what follows it.",
            )
        case Sum(terms=terms):
            return _sum_rule(terms, problem)
        case Product(factors=factors):
            return _product_rule(factors, problem)
        case Quotient(numerator=numerator, denominator=denominator):
            return _quotient_rule(numerator, denominator, problem)
        case Power(base=base, exponent=exponent):
            return _power_rule(base, exponent, problem)
        case Call():
            return _function_rule(expression, problem)
    raise TypeError(f"{expression} is not a form that can be differentiated.")


def _of(problem: Unworked, body: Expression) -> Unworked:
    """The same operation on another expression."""
    return Unworked(problem.operation, body, problem.variable)


def _constant(expression: Expression, problem: Unworked) -> bool:
    return problem.variable not in expression.variables


def _sum_rule(terms: tuple[Expression, ...], problem: Unworked) -> Rule:
    pieces = tuple(-_of(problem, t.argument) if isinstance(t, Negative) else _of(problem, t) for t in terms)
    return Rule(
        "sum",
        Sum(pieces),
        "The slope of a sum is the sum of the slopes, so each term can be worked on alone.",
    )


def _constant_multiple(constants: Expression, changing: Expression, problem: Unworked) -> Rule:
    shown = to_latex(constants)
    why = f"The constant ${shown}$ stretches the curve, and its slope with it, so it can wait in front."
    if _is_held(constants, problem):
        why = (
            f"{_only_one_moves(problem)} ${shown}$ is held still, so it can wait in front like any constant."
        )
    return Rule("constant multiple", constants * _of(problem, changing), why)


def _is_held(expression: Expression, problem: Unworked) -> bool:
    """Whether the expression holds letters that a partial derivative keeps still."""
    return problem.operation == "partial" and bool(expression.variables - {problem.variable})


def _only_one_moves(problem: Unworked) -> str:
    return f"Only ${to_latex(Symbol(problem.variable))}$ moves:"


def _product_rule(factors: tuple[Expression, ...], problem: Unworked) -> Rule:
    constants = tuple(factor for factor in factors if _constant(factor, problem))
    changing = tuple(factor for factor in factors if not _constant(factor, problem))
    if constants:
        return _constant_multiple(product_of(constants), product_of(changing), problem)
    terms = tuple(
        Product(tuple(_of(problem, f) if place == turn else f for place, f in enumerate(factors)))
        for turn in range(len(factors))
    )
    shown = " and ".join(f"${to_latex(factor)}$" for factor in factors)
    if len(factors) == 2:
        why = (
            f"Both factors change: {shown}. Take the slope of the first times the second, "
            "plus the first times the slope of the second."
        )
    else:
        why = (
            f"There are {len(factors)} factors that change: {shown}. Each in turn gives its slope "
            "while the others stay as they are, and the results are added."
        )
    return Rule("product", Sum(terms), why)


def _quotient_rule(above: Expression, below: Expression, problem: Unworked) -> Rule:
    if _constant(below, problem):
        return _constant_multiple(number(1) / below, above, problem)
    if above == number(1):
        return _rewrite(*_inverse(below), problem)
    if _constant(above, problem):
        return _constant_multiple(above, number(1) / below, problem)
    as_product = to_latex(Product((above, Power(below, number(-1)))))
    template = (_of(problem, above) * below - above * _of(problem, below)) / below**2
    why = (
        "Slope of the top times the bottom, minus the top times the slope of the bottom, all over the bottom "
        f"squared. It is the product rule for ${as_product}$, put in one fraction."
    )
    return Rule("quotient", template, why)


def _rewrite(form: Expression, reason: str, problem: Unworked) -> Rule:
    return Rule("rewrite", _of(problem, form), f"{reason}, so this is the same as ${to_latex(form)}$.")


def _inverse(below: Expression) -> tuple[Expression, str]:
    """One divided by ``below`` as a power, and why it is one."""
    match below:
        case Call(name="sqrt", argument=argument):
            form = Power(argument, number(Fraction(-1, 2)))
            return form, "One over a square root is the power minus one half"
        case Power(base=base, exponent=exponent):
            opposite = exponent.argument if isinstance(exponent, Negative) else Negative(exponent)
            return Power(base, opposite), "One over a power is the power with the opposite exponent"
    return Power(below, number(-1)), "One over anything is that thing to the power $-1$"


def _power_rule(base: Expression, exponent: Expression, problem: Unworked) -> Rule:
    if _constant(exponent, problem):
        if base == Symbol(problem.variable):
            shown = to_latex(exponent)
            why = f"The exponent ${shown}$ comes down in front as a factor, and then goes down by one."
            if _is_held(exponent, problem):
                why = f"{_only_one_moves(problem)} the exponent is held still. {why}"
            return Rule("power", _power_slope(base, exponent), why)
        letter = _free_letter(problem)
        return _chain(Power(letter, exponent), letter, base, problem)
    if _constant(base, problem):
        if exponent == Symbol(problem.variable):
            return _exponential_rule(base, exponent)
        letter = _free_letter(problem)
        return _chain(Power(base, letter), letter, exponent, problem)
    exponent_of_e = exponent * Call("ln", base)
    why = (
        "Base and exponent both change, so neither the power rule nor the rule for exponentials fits. With a "
        f"logarithm it becomes an exponential: ${to_latex(Power(base, exponent))} = "
        f"{to_latex(Power(E, exponent_of_e))}$, for a positive base. An exponential keeps itself, times the "
        "slope of its exponent."
    )
    return Rule("general power", Power(base, exponent) * _of(problem, exponent_of_e), why)


def _power_slope(base: Expression, exponent: Expression) -> Expression:
    lower = tidy(exponent - 1)
    if exponent == number(-1):
        return -Power(base, lower)
    if isinstance(exponent, Negative):
        return -(exponent.argument * Power(base, lower))
    return exponent * (base if lower == number(1) else Power(base, lower))


def _exponential_rule(base: Expression, exponent: Expression) -> Rule:
    power = Power(base, exponent)
    if base == E:
        return Rule("exponential", power, f"${to_latex(power)}$ is its own slope.")
    factor = Call("ln", base)
    shown = f"for the base ${to_latex(base)}$ the factor is ${to_latex(factor)}$"
    why = f"An exponential grows in proportion to itself; {shown}."
    return Rule("exponential", power * factor, why)


def _function_rule(call: Call, problem: Unworked) -> Rule:
    if call.argument == Symbol(problem.variable):
        if call.name == "sqrt":
            return _rewrite(
                Power(call.argument, number(Fraction(1, 2))), "A square root is the power one half", problem
            )
        return _named_slope(call)
    letter = _free_letter(problem)
    return _chain(Call(call.name, letter), letter, call.argument, problem)


def _named_slope(call: Call) -> Rule:
    slope = SLOPES[call.name].substitute({"u": call.argument})
    why = f"One to know by heart: the slope of ${to_latex(call)}$ is ${to_latex(slope)}$."
    if call.name == "abs":
        inside = to_latex(call.argument)
        why = (
            f"The slope is $1$ where ${inside}$ is positive and $-1$ where it is negative, and "
            f"${to_latex(slope)}$ is just that. At the corner there is no slope."
        )
    return Rule(FUNCTIONS[call.name].rule, slope, why)


def _free_letter(problem: Unworked) -> Symbol:
    """A letter for the inner function that is not in use yet."""
    taken = problem.body.variables
    letters = chain("uvw", (f"u_{index}" for index in count(1)))
    return next(Symbol(letter) for letter in letters if letter not in taken)


def _chain(outer: Expression, letter: Symbol, inner: Expression, problem: Unworked) -> Rule:
    """``outer`` is the outer function of ``letter``, which stands for ``inner``."""
    slope = Unworked("derivative", outer, letter.name)
    rule = _named_slope(outer) if isinstance(outer, Call) else rule_for(slope)
    why = (
        f"One function inside another. The outer one is ${to_latex(outer)}$, with slope "
        f"${to_latex(rule.template)}$; the inner one is ${to_latex(letter)} = {to_latex(inner)}$. Take the "
        "slope of the outer one at the inner one, and multiply by the slope of the inner one."
    )
    template = rule.template.substitute({letter.name: inner}) * _of(problem, inner)
    return Rule("chain", template, why, (Step(rule.name, slope, rule.template, rule.why),))
